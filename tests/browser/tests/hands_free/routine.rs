//! The whole routine with nothing but the tap on "Start session".

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Outcome, Person, Setup};
use serde_json::json;

use super::heard::{
    BY_READER, BY_VOICE, Timed, ask, compare, make_first_session, notes, said, shown, start,
    start_second_session, told, written,
};
use crate::steps::seconds;

#[test]
fn runs_without_a_touch_and_sounds_as_it_is_written() -> Outcome {
    let setup = Setup {
        preload: devices!(),
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        start_second_session(person).await?;
        let start = start(person).await?;
        let took = until_all_done(person).await?;
        ensure!(
            (Duration::from_mins(10)..Duration::from_mins(13)).contains(&took),
            "{took:?}"
        );
        // The last words tell how to get up.
        person.pass(seconds(20)).await?;
        every_sentence_is_said(person, start).await?;
        every_tone_sounds(person, start).await?;
        tones_and_numbers_meet(person).await?;
        let reader: Vec<_> = since(start, told(person).await?);
        compare(&reader, &written(BY_VOICE, "reader"), 100.0, false)?;
        let screen = ask(person, "return heard.screen").await?;
        ensure!(screen == json!(["stays on", "may go dark"]), "{screen}");
        let waked = ask(person, "return heard.audioSession").await?;
        ensure!(
            waked[0] == json!({ "type": "playback", "tapped": true }),
            "{waked}"
        );
        person.pass(seconds(5)).await?;
        let rests = ask(person, "return sound.state").await?;
        ensure!(rests == "suspended", "the sound stays awake: {rests}");
        person.open("#/history").await?;
        person.see("6 of 6 exercises").await
    })
}

#[test]
fn tells_a_screen_reader_what_is_written() -> Outcome {
    let setup = Setup {
        preload: devices!(),
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        make_first_session(person).await?;
        person.open("#/settings/voice").await?;
        person.tap("My screen reader").await?;
        person.open("#/").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await?;
        let start = start(person).await?;
        until_all_done(person).await?;
        let reader = since(start, told(person).await?);
        compare(&reader, &written(BY_READER, "reader"), 100.0, true)?;
        let voice = said(person).await?;
        ensure!(voice.is_empty(), "the app speaks as well: {voice:?}");
        Ok(())
    })
}

async fn until_all_done(person: &mut Person) -> Result<Duration> {
    let first = Duration::from_mins(10);
    person.pass(first).await?;
    let rest = person
        .pass_until("All done. Well done.", Duration::from_mins(4))
        .await?;
    Ok(first + rest)
}

fn since(start: f64, heard: Vec<Timed>) -> Vec<Timed> {
    let heard = heard.into_iter();
    heard.map(|(at, words)| (at - start, words)).collect()
}

/// Each sentence in its own pieces, the first of them on time, and none cut off.
async fn every_sentence_is_said(person: &mut Person, start: f64) -> Result<()> {
    let mut pieces = since(start, said(person).await?).into_iter();
    for (due, sentence) in written(BY_VOICE, "says") {
        let (at, mut words) = pieces.next().with_context(|| format!("no “{sentence}”"))?;
        ensure!((due..due + 200.0).contains(&at), "“{words}” at {at} ms");
        // Only a browser can name the day.
        let sentence = if sentence.starts_with("All done.") {
            sentence + " Your next session: Monday or later."
        } else {
            sentence
        };
        while words != sentence {
            ensure!(sentence.starts_with(&words), "“{words}” is no “{sentence}”");
            let (_, more) = pieces.next().context("a sentence is not said to its end")?;
            words = format!("{words} {more}");
        }
    }
    ensure!(pieces.next().is_none(), "something is said twice");
    let cut = ask(
        person,
        "return heard.said.filter((one) => one.text.trim() && (one.cut || one.dropped))",
    );
    let cut = cut.await?;
    ensure!(cut == json!([]), "cut off: {cut}");
    let primed = ask(person, "return heard.said[0]").await?;
    ensure!(primed["text"] == " " && primed["volume"] == 0.0, "{primed}");
    Ok(())
}

/// The notes of each tone of the transcript, at their times, and no others.
async fn every_tone_sounds(person: &mut Person, start: f64) -> Result<()> {
    let mut wanted: Vec<(f64, f64)> = Vec::new();
    for (due, tone) in written(BY_VOICE, "tone") {
        let (apart, pitches) = pitches(&tone).with_context(|| format!("what is {tone}?"))?;
        let mut at = due;
        for pitch in pitches {
            wanted.push((at, *pitch));
            at += apart;
        }
    }
    let heard = notes(person).await?;
    ensure!(
        heard.len() == wanted.len(),
        "{} notes of {}",
        heard.len(),
        wanted.len()
    );
    for (due, pitch) in wanted {
        let there = heard.iter().any(|(at, hz)| {
            (hz - pitch).abs() < 0.1 && (-2.0..102.0).contains(&(at - start - due))
        });
        ensure!(there, "no {pitch} Hz at {due} ms");
    }
    Ok(())
}

/// Milliseconds between the notes of a tone, and their pitches.
fn pitches(tone: &str) -> Option<(f64, &'static [f64])> {
    Some(match tone.split(' ').next()? {
        "CountIn" => (0.0, &[660.0]),
        "Begin" => (0.0, &[990.0]),
        "Rep" => (0.0, &[440.0]),
        "LastRep(1)" => (0.0, &[466.16]),
        "LastRep(2)" => (0.0, &[493.88]),
        "LastRep(3)" => (0.0, &[523.25]),
        "LastRep(4)" => (0.0, &[554.37]),
        "LastRep(5)" => (0.0, &[587.33]),
        "Halfway" => (120.0, &[660.0, 880.0]),
        "BreathIn" => (0.0, &[220.0]),
        "BreathOut" => (0.0, &[330.0]),
        "SetDone" => (150.0, &[880.0, 660.0]),
        "Switch" => (150.0, &[523.0, 659.0, 784.0]),
        "SessionDone" => (200.0, &[523.0, 659.0, 784.0, 1047.0]),
        _ => return None,
    })
}

/// The number changes within 3 ms of its beat, rep for rep.
async fn tones_and_numbers_meet(person: &mut Person) -> Result<()> {
    const CLICKS: [f64; 7] = [440.0, 466.16, 493.88, 523.25, 554.37, 587.33, 660.0];
    let notes = notes(person).await?;
    let shown = shown(person).await?;
    let mut met = 0;
    let mut before = None;
    for (at, shown) in shown {
        let number: Option<i32> = shown.parse().ok();
        // Counting up, not down: a rep. A breath in has its own word and tone.
        let counts_up =
            shown == "In" || matches!((before, number), (Some(last), Some(now)) if now == last + 1);
        if counts_up {
            let clicks = |(beat, hz): &&(f64, f64)| {
                let sounds = |click: &f64| (hz - click).abs() < 0.01;
                (beat - at).abs() <= 3.0 && (CLICKS.iter().any(sounds) || sounds(&220.0))
            };
            ensure!(
                notes.iter().any(|note| clicks(&note)),
                "{number:?} at {at} ms has no tone"
            );
            met += 1;
        }
        before = number;
    }
    // Four sets of 25 reps, three of which begin from a 0 that is shown, and five breaths in each
    // of three stretches.
    ensure!(met >= 4 * 25 + 3 * 5, "{met} beats");
    Ok(())
}
