//! The tones: held back, taken away, and left to other apps.

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person};
use serde_json::json;

use super::heard::{BY_VOICE, ask, notes, now, set, with, written};
use crate::steps::{LONG, seconds, start_first_session, work_until};

/// Each note lies where a tone of the transcript is due, and none is missing until `end_ms`.
pub(crate) async fn none_is_late(person: &mut Person, start: f64, end_ms: f64) -> Result<()> {
    let due = written(BY_VOICE, "tone");
    let heard = notes(person).await?;
    for (at, hz) in &heard {
        // A tone has up to four notes.
        let first = due
            .iter()
            .any(|(due, _)| (-2.0..702.0).contains(&(at - start - due)));
        ensure!(first, "{hz} Hz at {} ms", at - start);
    }
    for (due, tone) in due.iter().filter(|(due, _)| *due < end_ms) {
        let there = heard
            .iter()
            .any(|(at, _)| (-2.0..102.0).contains(&(at - start - due)));
        ensure!(there, "no {tone} at {due} ms");
    }
    Ok(())
}

#[test]
fn sound_that_the_browser_holds_back_asks_for_a_tap() -> Outcome {
    with(
        devices!("device.soundBlocked = true;"),
        async |person: &mut Person| {
            start_first_session(person).await?;
            person.see_button("Turn on sound").await?;
            person.pass(seconds(2)).await?;
            ensure!(notes(person).await?.is_empty());
            set(person, "soundBlocked", json!(false)).await?;
            person.tap("Turn on sound").await?;
            person.pass(seconds(1)).await?;
            person.sees_not("Turn on sound").await?;
            work_until(person, "2 of 25 sways").await?;
            ensure!(notes(person).await?.len() >= 6);
            Ok(())
        },
    )
}

#[test]
fn sound_that_is_taken_away_pauses_and_comes_back_with_the_tap() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        // A call: on an iPhone the context is "interrupted".
        ask(person, "sound.turn('interrupted')").await?;
        let taken = now(person).await?;
        person.pass(seconds(1)).await?;
        person
            .see("Paused because a call or another app is using the sound.")
            .await?;
        person.pass(seconds(30)).await?;
        person.see("3 of 25 sways").await?;
        let after = notes(person).await?;
        ensure!(
            after.iter().all(|(at, _)| *at <= taken + 100.0),
            "{after:?}"
        );
        person.tap("Resume").await?;
        let state = ask(person, "return sound.state").await?;
        ensure!(state == "running", "{state}");
        let before = notes(person).await?.len();
        person.pass_until("4 of 25 sways", seconds(15)).await?;
        // Carrying on, three, two, one, begin, and the rep: nothing that was due before.
        let pitches: Vec<_> = notes(person)
            .await?
            .split_off(before)
            .into_iter()
            .map(|(_, hz)| hz)
            .collect();
        ensure!(
            pitches == [440.0, 660.0, 660.0, 660.0, 990.0, 440.0],
            "{pitches:?}"
        );
        Ok(())
    })
}

#[test]
fn the_silent_switch_is_overcome_unless_music_may_play() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/voice").await?;
        person.tap("Test the voice").await?;
        let kinds = ask(person, "return heard.audioSession").await?;
        ensure!(
            kinds == json!([{ "type": "playback", "tapped": true }]),
            "{kinds}"
        );
        person.tap("Let my music play").await?;
        start_first_session(person).await?;
        let kinds = ask(person, "return heard.audioSession.at(-1)").await?;
        ensure!(
            kinds == json!({ "type": "ambient", "tapped": true }),
            "{kinds}"
        );
        Ok(())
    })
}

#[test]
fn the_volume_of_the_tones_is_their_own() -> Outcome {
    with(
        devices!(
            "const gains = []; const make = AudioContext.prototype.createGain; \
        AudioContext.prototype.createGain = function () { \
            const node = make.call(this); gains.push(node.gain); window.gains = gains; return node; };"
        ),
        async |person: &mut Person| {
            person.open("#/settings/voice").await?;
            person.tap("Test the voice").await?;
            let volume = ask(person, "return gains[0].value").await?;
            ensure!(
                volume
                    .as_f64()
                    .is_some_and(|volume| (volume - 0.7).abs() < 0.01),
                "{volume}"
            );
            person.tap("Volume of the tones, less").await?;
            let volume = ask(person, "return gains[0].value").await?;
            ensure!(
                volume
                    .as_f64()
                    .is_some_and(|volume| (volume - 0.6).abs() < 0.01),
                "{volume}"
            );
            // No note is louder than a quarter.
            let loudest = "return Math.max(...gains.slice(1).flatMap((gain) => gain.points.map((point) => point.value)))";
            let loudest = ask(person, loudest).await?;
            ensure!(
                loudest
                    .as_f64()
                    .is_some_and(|gain| (0.1..=0.25).contains(&gain)),
                "{loudest}"
            );
            person.pass(LONG).await
        },
    )
}
