//! A slow phone: real time, a processor six times slower, and a page that has more to do than it can.

use anyhow::{Context, Result, ensure};
use browser_tests::{Clock, Outcome, Person, Setup};

use super::heard::{BY_VOICE, ask, notes, said, written};
use crate::steps::start_first_session;

#[test]
fn on_a_slow_phone_no_cue_is_late_or_twice_and_every_tone_is_on_its_beat() -> Outcome {
    let setup = Setup {
        clock: Clock::Real,
        preload: devices!(),
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        start_first_session(person).await?;
        person.slow_down(6).await?;
        let note = "addEventListener('click', () => { heard.tappedAt = performance.now(); }, true)";
        ask(person, note).await?;
        person.tap("Start now").await?;
        // A look at a page that is so busy may come after the number. Before 0 it counts down.
        for number in ["0", "3", "7", "11"] {
            let shown = format!(
                "(() => {{ const shown = heard.shown.map((one) => one.text); \
                const begin = shown.lastIndexOf('0'); \
                return begin >= 0 && shown.indexOf('{number}', begin) >= 0; }})()"
            );
            person.wait_for(&shown).await?;
        }
        let tapped = ask(person, "return heard.tappedAt").await?;
        let tapped = tapped.as_f64().context("not tapped")?;
        let begin = begin(person, tapped).await?;
        person.slow_down(1).await?;
        numbers_are_on_time(person, begin).await?;
        tones_are_on_the_beat(person, begin).await
    })
}

/// When the set began: as long after the press as its position and 3, 2, 1 take.
async fn begin(person: &mut Person, tapped: f64) -> Result<f64> {
    let words = written(BY_VOICE, "says");
    let due = |text: &str| {
        let found = words.iter().find(|(_, words)| words == text);
        found
            .map(|(due, _)| *due)
            .with_context(|| format!("no “{text}”"))
    };
    let takes = due("Begin. Swing.")? - due("Lift your right knee, no higher than your hip.")?;
    let tones = notes(person).await?;
    // The test of the voice sounds the same.
    let is_begin = |(at, hz): &&(f64, f64)| *at > tapped && (hz - 990.0).abs() < 0.1;
    let begin = tones.iter().find(is_begin);
    let (begin, _) = begin.context("no tone for the start")?;
    let late = begin - tapped - takes;
    ensure!((-110.0..=760.0).contains(&late), "it begins {late} ms late");
    Ok(*begin)
}

/// "Two." at the second beat and at most 700 ms later, once; in the order of the beats.
async fn numbers_are_on_time(person: &mut Person, begin: f64) -> Result<()> {
    let beats = [
        (-3, "Three."),
        (-2, "Two."),
        (-1, "One."),
        (0, "Begin. Swing."),
        (1, "One."),
        (2, "Knee still. Only the lower leg swings."),
        (4, "Four."),
        (5, "Five."),
        (6, "Six."),
        (7, "Stand tall, as if a string lifts your head."),
        (9, "Nine."),
        (10, "Ten."),
    ];
    let due = |beat: i32| begin + f64::from(beat) * if beat < 0 { 1_000.0 } else { 2_000.0 };
    let said = said(person).await?;
    let mut wanted = beats.iter();
    let mut heard = 0;
    for (at, words) in said
        .into_iter()
        .filter(|(at, _)| (begin - 3_000.0..begin + 21_000.0).contains(at))
    {
        let (beat, _) = wanted
            .find(|(_, text)| *text == words)
            .with_context(|| format!("“{words}” twice or not in its place"))?;
        let late = at - due(*beat);
        ensure!((-30.0..=760.0).contains(&late), "“{words}” {late} ms late");
        heard += 1;
    }
    ensure!(heard >= 8, "only {heard} of {} were said", beats.len());
    Ok(())
}

/// Booked for within 15 ms of the beat: what the page was late by is none of the tone's business.
async fn tones_are_on_the_beat(person: &mut Person, begin: f64) -> Result<()> {
    let notes = notes(person).await?;
    for rep in 1..=11 {
        let due = begin + f64::from(rep) * 2_000.0;
        let near = notes.iter().map(|(at, _)| at - due);
        let off = near
            .min_by(|a, b| a.abs().total_cmp(&b.abs()))
            .context("no tones")?;
        ensure!(off.abs() <= 15.0, "rep {rep}: {off} ms");
    }
    Ok(())
}
