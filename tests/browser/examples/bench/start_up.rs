//! How long the app takes to start with a history of 50 years, and to list and save in it.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use browser_tests::{Clock, Outcome, Person, Setup, past};
use serde_json::{Value, json};
use spry_knees::domain::record::history::Entry;
use spry_knees::domain::time::WallTime;

/// Nobody yet, a year, ten years, fifty years.
const SESSIONS: [usize; 4] = [0, 100, 1_000, 5_200];
/// Of so many starts the median counts.
const STARTS: usize = 9;
const HALF_A_WEEK_MS: i64 = 302_400_000;

/// Notes when the app takes the shell's place, and when all of it is there. Both in milliseconds
/// since the page was asked for.
const NOTE: &str = "window.testTimes = {}; \
    new MutationObserver((changes) => { \
        const removed = changes.some((change) => change.target === document.body \
            && change.removedNodes.length > 0); \
        if (removed) testTimes.today ??= performance.now(); \
        if (document.documentElement.dataset.app === 'whole') testTimes.whole ??= performance.now(); \
    }).observe(document, { childList: true, subtree: true, attributes: true })";

/// From the press on a link until the page stands there.
const LIST: &str = "const begun = performance.now(); \
    location.hash = '#/history'; \
    return new Promise((done) => { \
        const look = () => document.querySelector('h1')?.innerText === 'My history' \
            ? done(performance.now() - begun) : requestAnimationFrame(look); \
        look(); \
    })";

/// A press that changes a number and saves it.
const SAVE: &str = "const button = document.querySelector('.set button'); \
    const begun = performance.now(); \
    button.click(); \
    return performance.now() - begun";

struct Times {
    today: f64,
    whole: f64,
    list: f64,
    save: Option<f64>,
}

/// Prints a table, and how the start grows.
pub(crate) fn start_up() -> Outcome {
    println!("Medians of {STARTS} starts, in milliseconds\n");
    println!(
        "{:>9} {:>12} {:>10} {:>10} {:>9}",
        "sessions", "Today shown", "app whole", "list", "save"
    );
    let mut today = Vec::new();
    for sessions in SESSIONS {
        let setup = Setup {
            clock: Clock::Real,
            preload: NOTE,
            ..Setup::default()
        };
        let mut times = None;
        setup.run(async |person: &mut Person| {
            times = Some(measure(person, sessions).await?);
            Ok(())
        })?;
        if let Some(Times {
            today: shown,
            whole,
            list,
            save,
        }) = times
        {
            let save = save.map_or_else(|| "–".to_owned(), |save| format!("{save:.1}"));
            println!("{sessions:>9} {shown:>12.0} {whole:>10.0} {list:>10.0} {save:>9}");
            today.push(shown);
        }
    }
    if let [.., ten_years, fifty_years] = today[..] {
        println!(
            "\nFrom 1,000 to 5,200 sessions, 5.2 times as many, Today takes {:.2} times as long.",
            fifty_years / ten_years
        );
    }
    Ok(())
}

async fn measure(person: &mut Person, sessions: usize) -> Result<Times> {
    person.open("#/").await?;
    let history = history(sessions)?;
    person.did_before(&history).await?;
    person.reload().await?;
    if let Some(oldest) = history.last() {
        // The first start with them fills the mirror.
        person.wait_until_mirrored(&past::key(oldest)).await?;
    }
    let (mut today, mut whole, mut list, mut save) = (vec![], vec![], vec![], vec![]);
    for _ in 0..STARTS {
        person.open("#/").await?;
        let times = person.ask("return testTimes", Value::Null).await?;
        today.push(times["today"].as_f64().context("Today was not shown")?);
        whole.push(times["whole"].as_f64().context("the app was not whole")?);
        list.push(number(&person.ask(LIST, Value::Null).await?)?);
        if let Some(newest) = history.first() {
            person.go_to(&format!("#/history/{}", newest.id.0)).await?;
            person.tap("Change the numbers").await?;
            save.push(number(&person.ask(SAVE, json!(null)).await?)?);
        }
    }
    Ok(Times {
        today: median(today),
        whole: median(whole),
        list: median(list),
        save: (!save.is_empty()).then(|| median(save)),
    })
}

/// Twice a week until four days ago, newest first.
fn history(sessions: usize) -> Result<Vec<Entry>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let newest_ms = i64::try_from(now.as_millis())? - 4 * 86_400_000;
    let ago = 0..i64::try_from(sessions)?;
    Ok(ago
        .map(|ago| {
            past::session(WallTime {
                utc_ms: newest_ms - ago * HALF_A_WEEK_MS,
                offset_min: 0,
            })
        })
        .collect())
}

fn number(answer: &Value) -> Result<f64> {
    answer.as_f64().context("the page told no time")
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
