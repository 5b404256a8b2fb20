//! How late tones are really heard: real time, the browser's own audio, plain and with a processor
//! six times slower.
//!
//! "Start now" leaves exactly 3 s, so from the tap on every beat is known on the page's clock. What
//! the speaker gets is read sample by sample, and the browser tells which sample is heard when
//! (`getOutputTimestamp`). The difference is what a person hears late.

use anyhow::{Context, Result};
use browser_tests::{Clock, FIRST_TAPS, Outcome, Person, Setup};
use serde_json::Value;

/// Beats that are listened to: 3, 2, 1, begin and twelve reps.
const BEATS: u32 = 12;

pub(crate) fn tones() -> Outcome {
    for slower in [1, 6] {
        let setup = Setup {
            clock: Clock::Real,
            preload: include_str!("listen.js"),
            ..Setup::default()
        };
        setup.run(async |person: &mut Person| listen(person, slower).await)?;
    }
    Ok(())
}

async fn listen(person: &mut Person, slower: u32) -> Result<()> {
    person.open("#/").await?;
    person.tap("Get started").await?;
    for answer in &FIRST_TAPS[1..] {
        let before = person.words().await?;
        person.tap(answer).await?;
        let next = before.split_whitespace().take(8).collect::<Vec<_>>();
        person.sees_not(&next.join(" ")).await?;
    }
    person.see_title("Quad Sway").await?;
    person.slow_down(slower).await?;
    person.tap("Start now").await?;
    for rep in (0..=BEATS).step_by(4) {
        person.see(&format!("{rep} of 25 sways")).await?;
    }
    // The last beat has yet to be heard.
    person.see(&format!("{} of 25 sways", BEATS + 1)).await?;
    let heard = person.ask("return listened()", Value::Null).await?;
    person.slow_down(1).await?;
    let number = |name: &str| heard[name].as_f64().with_context(|| format!("no {name}"));
    let begin = number("tapped")? + 3_000.0;
    let onsets: Vec<f64> = serde_json::from_value(heard["onsets"].clone())?;
    let beats = (1..=3_u32)
        .rev()
        .map(|left| begin - f64::from(left) * 1_000.0)
        .chain((0..=BEATS).map(|rep| begin + f64::from(rep) * 2_000.0));
    let mut late: Vec<f64> = beats
        .filter_map(|beat| {
            let near = onsets.iter().map(|onset| onset - beat);
            near.filter(|off| off.abs() < 400.0)
                .min_by(|a, b| a.abs().total_cmp(&b.abs()))
        })
        .collect();
    late.sort_by(f64::total_cmp);
    let (first, last) = (
        late.first().context("no tone was heard")?,
        late.last().context("no tone was heard")?,
    );
    println!(
        "processor {slower}x slower: {} of {} tones heard; late by {first:.1} to {last:.1} ms, \
         middle {:.1} ms (base latency {:.1} ms, output latency {:.1} ms)",
        late.len(),
        BEATS + 4,
        late[late.len() / 2],
        number("base")? * 1_000.0,
        number("output")? * 1_000.0,
    );
    Ok(())
}
