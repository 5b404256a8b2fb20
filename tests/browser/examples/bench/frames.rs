//! What a frame of the moving figure costs in Chromium, with a processor six times slower, beside an
//! empty page's.

use anyhow::{Context, Result};
use browser_tests::{Clock, FIRST_TAPS, Key, Outcome, Person, Setup};
use serde_json::{from_value, json};

/// How much slower than this machine: about a phone that was cheap five years ago.
const SLOWER: u8 = 6;

/// Milliseconds for which frames are measured.
const WATCHED_MS: u32 = 6_000;

/// The exercises of a session, and how many presses lead from each to the next.
const EXERCISES: [(&str, u32); 6] = [
    ("Quad Sway", 2),
    ("Quad Pull", 2),
    ("Knee Bounces", 1),
    ("Imaginary Chair", 1),
    ("Bun Lift", 1),
    ("Hamstring Reach", 1),
];

/// What the main thread does in a frame; the browser counts seconds.
const WORK: [(&str, &str); 4] = [
    ("TaskDuration", "all"),
    ("ScriptDuration", "script"),
    ("RecalcStyleDuration", "style"),
    ("LayoutDuration", "layout"),
];

pub(crate) fn frames() -> Outcome {
    let setup = Setup {
        clock: Clock::Real,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        println!("milliseconds; the processor is {SLOWER} times slower, the window 360x740");
        println!(
            "{:<16} {:>6} {:>6} {:>6}   on the main thread, a frame",
            "", "median", "95th", "fps"
        );
        person.visit("about:blank").await?;
        person.command("Performance.enable", json!({})).await?;
        watch(person, "an empty page").await?;

        person.open("#/start").await?;
        for answer in &FIRST_TAPS[1..] {
            person.tap(answer).await?;
        }
        for (exercise, presses) in EXERCISES {
            person.tap("Start now").await?;
            person.see_button("That’s enough").await?;
            watch(person, exercise).await?;
            for _ in 0..presses {
                person.press(Key::Right).await?;
            }
        }
        Ok(())
    })
}

/// Watches frames for a while and prints one line.
async fn watch(person: &mut Person, what: &str) -> Result<()> {
    slow_down(person, SLOWER).await?;
    let before = work(person).await?;
    let script = "return (async (ms) => { \
            const next = () => new Promise(requestAnimationFrame); \
            const times = []; \
            const start = await next(); \
            for (let last = start; last < start + ms;) { \
                const now = await next(); \
                times.push(now - last); \
                last = now; \
            } \
            return times; \
        })(arguments[0])";
    let times = person.ask(script, json!(WATCHED_MS)).await?;
    let after = work(person).await?;
    slow_down(person, 1).await?;
    let mut times: Vec<f64> = from_value(times)?;
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len() * percent / 100).copied();
    let (median, late) = (at(50), at(95));
    let count = f64::from(u32::try_from(times.len())?);
    print!(
        "{what:<16} {:>6.1} {:>6.1} {:>6.1}  ",
        median.context("no frames")?,
        late.context("no frames")?,
        count / times.iter().sum::<f64>() * 1000.0,
    );
    for (index, (_, name)) in WORK.iter().enumerate() {
        print!(
            " {name} {:.2}",
            (after[index] - before[index]) / count * 1000.0
        );
    }
    println!();
    Ok(())
}

async fn slow_down(person: &mut Person, rate: u8) -> Result<()> {
    let rate = json!({ "rate": rate });
    person
        .command("Emulation.setCPUThrottlingRate", rate)
        .await
        .map(drop)
}

/// Seconds of each kind of [`WORK`] so far.
async fn work(person: &mut Person) -> Result<Vec<f64>> {
    let metrics = person.command("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    WORK.iter()
        .map(|(name, _)| {
            let metric = metrics.iter().find(|metric| metric["name"] == *name);
            metric
                .and_then(|metric| metric["value"].as_f64())
                .with_context(|| format!("{name} is not counted"))
        })
        .collect()
}
