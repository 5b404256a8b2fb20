//! The voice: which one, what it says, and that the latest sentence wins.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Outcome, Person};
use serde_json::{Value, from_value, json};

use super::heard::{
    BY_SLOW_VOICE, BY_VOICE, ask, choose, compare, make_first_session, now, said, said_since, set,
    start, with, written,
};
use crate::steps::{LONG, seconds, start_first_session, work_until};

#[test]
fn a_local_voice_in_the_persons_english_speaks_at_the_chosen_speed() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/voice").await?;
        let offered = "return [...document.querySelectorAll('#voice option')].map((one) => one.innerText.trim())";
        let offered = ask(person, offered).await?;
        ensure!(
            offered == json!(["The best one here", "Daniel", "Samantha"]),
            "{offered}"
        );
        person.tap("Test the voice").await?;
        person.pass(seconds(1)).await?;
        expect_last(person, "Daniel", "en-GB", 0.95, 1.0).await?;
        choose_voice(person, "Samantha").await?;
        person.tap("Speed, less").await?;
        person.tap("Volume of the voice, less").await?;
        person.tap("Test the voice").await?;
        person.pass(seconds(1)).await?;
        expect_last(person, "Samantha", "en-US", 0.9, 0.9).await?;
        start_first_session(person).await?;
        person.pass(seconds(1)).await?;
        expect_last(person, "Samantha", "en-US", 0.9, 0.9).await
    })
}

pub(super) async fn choose_voice(person: &mut Person, name: &str) -> Result<()> {
    person.wait_for("document.querySelector('#voice')").await?;
    let choose = "const list = document.querySelector('#voice'); \
        list.value = [...list.options].find((one) => one.innerText.trim() === arguments[0]).value; \
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    person.ask(choose, json!(name)).await.map(drop)
}

async fn expect_last(
    person: &mut Person,
    name: &str,
    lang: &str,
    rate: f64,
    volume: f64,
) -> Result<()> {
    let last = ask(
        person,
        "return heard.said.filter((one) => one.text.trim()).at(-1)",
    )
    .await?;
    let near =
        |value: &Value, wanted: f64| value.as_f64().is_some_and(|is| (is - wanted).abs() < 0.001);
    ensure!(
        last["voice"] == name
            && last["lang"] == lang
            && near(&last["rate"], rate)
            && near(&last["volume"], volume),
        "{last}"
    );
    Ok(())
}

#[test]
fn the_latest_sentence_wins_and_a_pause_is_silence() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        // In the middle of the first instruction.
        person.pass(seconds(9)).await?;
        let before = said(person).await?.len();
        let at = now(person).await?;
        person.tap("Wait for me").await?;
        person.pass(seconds(60)).await?;
        ensure!(said_since(person, before).await? == ["Paused."]);
        let cut =
            "return heard.said.filter((one) => one.cut && one.text.trim()).map((one) => one.end)";
        let cut = ask(person, cut).await?;
        let once = cut.as_array().is_some_and(|cut| cut.len() == 1);
        ensure!(once && cut[0].as_f64() == Some(at), "at {at} cut at {cut}");
        let dropped = "return heard.said.filter((one) => one.dropped && one.text.trim()).length";
        ensure!(
            ask(person, dropped).await? == 0,
            "spoken too soon after cancel()"
        );

        // The words of the set that was skipped never come.
        person.tap("Skip this one").await?;
        person.pass(seconds(9)).await?;
        let words = said_since(person, before + 1).await?.join(" ");
        ensure!(
            words
                == "Switch legs. Stay where you are. Up to 25 swings. Stop sooner if you need to.",
            "{words}"
        );
        Ok(())
    })
}

/// Real voices take longer than reckoned. The test sentence tells how much, and every sentence of the
/// whole session has its room: none is cut off, and none comes late.
#[test]
fn a_slow_voice_is_neither_cut_off_nor_late() -> Outcome {
    with(
        devices!("device.takes = 1.3;"),
        async |person: &mut Person| {
            person.open("#/settings/voice").await?;
            person.tap("Test the voice").await?;
            person.pass(seconds(5)).await?;
            start_first_session(person).await?;
            let start = start(person).await?;
            let written = written(BY_SLOW_VOICE, "says");
            let whole = written.last().context("nothing is written")?.0;
            let seconds_more = 5.0 + whole / 1_000.0;
            person.pass(Duration::from_secs_f64(seconds_more)).await?;
            let script = "return heard.said.filter((one) => one.at >= arguments[0] && one.text.trim())\
            .map((one) => [one.at, one.text, one.cut || !!one.dropped])";
            let said: Vec<(f64, String, bool)> =
                from_value(person.ask(script, json!(start)).await?)?;
            let lost: Vec<_> = said.iter().filter(|(_, _, lost)| *lost).collect();
            ensure!(lost.is_empty(), "cut off: {lost:?}");
            // The second piece of a long sentence follows the first.
            let begun: Vec<_> = said
                .iter()
                .filter_map(|(at, text, _)| {
                    let mut wholes = written.iter().map(|(_, whole)| whole);
                    let exact = wholes.clone().find(|whole| *whole == text);
                    let whole =
                        exact.or_else(|| wholes.find(|whole| whole.starts_with(&**text)))?;
                    Some((at - start, whole.clone()))
                })
                .collect();
            compare(&begun, &written, 100.0, true)
        },
    )
}

#[test]
fn a_voice_that_forgets_to_say_when_it_ends_is_overcome() -> Outcome {
    with(
        devices!("device.losesEnds = true;"),
        async |person: &mut Person| {
            start_first_session(person).await?;
            person.pass_until("0 of 25 sways", LONG).await?;
            person.pass(seconds(1)).await?;
            let words: Vec<_> = said(person)
                .await?
                .into_iter()
                .map(|(_, text)| text)
                .collect();
            let all = words.join(" ");
            for sentence in [
                "with the chair on your left.",
                "Stop sooner if you need to.",
                "no higher than your hip.",
                "Begin.",
            ] {
                ensure!(all.contains(sentence), "no “{sentence}” in {words:?}");
            }
            let twice = words.iter().filter(|words| *words == "Begin. Swing.");
            ensure!(twice.count() == 1, "{words:?}");
            Ok(())
        },
    )
}

/// An engine that leaves it to the page to hold what is spoken: what nobody holds never ends.
#[test]
fn an_utterance_is_held_until_it_ends() -> Outcome {
    with(
        devices!("device.forgetsUtterances = true;"),
        async |person: &mut Person| {
            start_first_session(person).await?;
            person.press(Key::Right).await?;
            person.press(Key::Right).await?;
            let unheld = "window.unheld = new WeakRef(new SpeechSynthesisUtterance('gone'))";
            ask(person, unheld).await?;
            for _ in 0..30 {
                person.pass(seconds(1)).await?;
                let collect = "HeapProfiler.collectGarbage";
                person.command(collect, json!({})).await?;
            }
            person.wait_for("unheld.deref() === undefined").await?;
            let spoken = "return heard.said.filter((one) => one.text.trim() && one.end) \
                .map((one) => [one.at, one.end, one.text])";
            let spoken: Vec<(f64, f64, String)> = from_value(ask(person, spoken).await?)?;
            let piece = |begin: &str| {
                let mut pieces = spoken.iter();
                let piece = pieces.find(|(_, _, text)| text.starts_with(begin));
                piece.with_context(|| format!("no “{begin}” in {spoken:?}"))
            };
            let ((_, end, _), (next, _, _)) = (piece("Bring your")?, piece("Hold it")?);
            // The watchdog would find out later than that.
            ensure!((0.0..100.0).contains(&(next - end)), "{spoken:?}");
            Ok(())
        },
    )
}

/// Timers that run but once a second, as a browser does to save power. The voice's own do not.
#[test]
fn with_timers_held_up_nothing_is_said_late_twice_or_for_a_phase_that_is_over() -> Outcome {
    let slow = devices!(
        "const prompt = window.setTimeout; \
        window.setTimeout = (callback, ms = 0, ...more) => { \
            const at = Math.ceil((performance.now() + ms) / 1000) * 1000; \
            return prompt(callback, at - performance.now(), ...more); };"
    );
    with(slow, async |person: &mut Person| {
        super::heard::start_second_session(person).await?;
        let start = start(person).await?;
        person.pass(seconds(150)).await?;
        let heard: Vec<_> = said(person).await?;
        let begins = |text: &str| {
            written(BY_VOICE, "says")
                .into_iter()
                .find(|(_, all)| all.starts_with(text))
        };
        let heard: Vec<_> = heard
            .into_iter()
            // The second piece of a long sentence follows the first.
            .filter_map(|(at, text)| begins(&text).map(|(_, whole)| (at - start, whole)))
            .collect();
        ensure!(heard.len() > 20, "{heard:?}");
        compare(&heard, &written(BY_VOICE, "says"), 700.0, false)?;
        super::sound::none_is_late(person, start, 150_000.0).await
    })
}

#[test]
fn while_nobody_looks_nothing_is_said_and_on_return_it_says_why() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.pass(seconds(1)).await?;
        let before = said(person).await?.len();
        person.look_away().await?;
        let left = now(person).await?;
        person.pass(seconds(30)).await?;
        ensure!(said_since(person, before).await? == ["Paused."]);
        let late = super::heard::notes(person).await?;
        let late: Vec<_> = late
            .into_iter()
            .filter(|(at, _)| *at > left + 100.0)
            .collect();
        ensure!(late.is_empty(), "{late:?} while nobody could hear it");
        person.look_back().await?;
        person.pass(seconds(1)).await?;
        let why = "Paused while this page was out of sight.";
        person.see(why).await?;
        ensure!(said_since(person, before + 1).await? == [why]);
        let told = super::heard::told(person).await?;
        ensure!(told.iter().any(|(_, text)| text == why), "{told:?}");
        person.tap("Resume").await?;
        person.pass(seconds(1)).await?;
        ensure!(said_since(person, before + 2).await? == ["Carrying on in 10."]);
        person.pass_until("6 of 25 sways", seconds(15)).await?;
        let words = said_since(person, before + 3).await?;
        ensure!(words == ["Three.", "Two.", "One.", "Six."], "{words:?}");
        Ok(())
    })
}

#[test]
fn each_level_says_what_it_promises() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        make_first_session(person).await?;
        for (level, wanted) in [
            (
                "Every 5",
                &["Begin. Swing.", "Knee still. Only the lower leg swings."][..],
            ),
            ("Key moments", &["Begin. Swing."]),
            ("Off", &[]),
        ] {
            person.open("#/settings/voice").await?;
            choose(person, "How much it says", level).await?;
            practise(person).await?;
            let words = said_since(person, 0).await?;
            let set = words.iter().position(|words| words.starts_with("Begin"));
            let set = set.map_or(&words[words.len()..], |begin| &words[begin..]);
            ensure!(set == wanted, "{level}: {words:?}");
        }
        for speaker in ["My screen reader", "Tones only"] {
            person.open("#/settings/voice").await?;
            choose(person, "How much it says", "Every count").await?;
            person.tap(speaker).await?;
            practise(person).await?;
            let words = said_since(person, 0).await?;
            ensure!(words.is_empty(), "{speaker}: {words:?}");
            ensure!(!super::heard::notes(person).await?.is_empty(), "no tones");
        }
        Ok(())
    })
}

/// Quad Sway alone, to its fourth rep.
async fn practise(person: &mut Person) -> Result<()> {
    person.open("#/exercise/quad-sway").await?;
    person.tap("Practice this one").await?;
    person.see_title("Quad Sway").await?;
    person.pass_until("4 of 25 sways", LONG).await?;
    person.pass(seconds(1)).await
}

#[test]
fn without_a_voice_it_says_so_and_the_tones_lead() -> Outcome {
    const SENTENCE: &str =
        "This device has no offline English voice. You will hear tones and see the words.";
    with(
        devices!("device.voices = device.voices.filter((voice) => !voice.localService);"),
        async |person: &mut Person| {
            person.open("#/settings/voice").await?;
            person.pass(seconds(4)).await?;
            person.see(SENTENCE).await?;
            start_first_session(person).await?;
            person.pass(seconds(4)).await?;
            person.see(SENTENCE).await?;
            work_until(person, "2 of 25 sways").await?;
            person.sees_not(SENTENCE).await?;
            let words = said(person).await?;
            ensure!(words.is_empty(), "{words:?}");
            ensure!(super::heard::notes(person).await?.len() >= 6);
            Ok(())
        },
    )
}

#[test]
fn voices_that_come_late_speak_and_a_blocked_one_asks_for_a_tap() -> Outcome {
    let late = devices!("device.voicesComeAfterMs = 2000; device.speechBlocked = true;");
    with(late, async |person: &mut Person| {
        start_first_session(person).await?;
        person.pass(seconds(8)).await?;
        person.see_button("Turn on sound").await?;
        set(person, "speechBlocked", json!(false)).await?;
        person.tap("Turn on sound").await?;
        person.sees_not("Turn on sound").await?;
        let before = said(person).await?.len();
        person.pass_until("0 of 25 sways", LONG).await?;
        person.pass(seconds(1)).await?;
        let words = said_since(person, before).await?.join(" ");
        ensure!(words.contains("Three. Two. One. Begin."), "{words}");
        Ok(())
    })
}

#[test]
fn an_exercise_is_read_aloud_until_something_else_is_said() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        make_first_session(person).await?;
        person.open("#/exercise/bun-lift").await?;
        person.tap("Read it to me").await?;
        person.see_button("Stop reading").await?;
        let focused = ask(person, "return document.activeElement.innerText").await?;
        ensure!(focused == "Stop reading", "{focused}");
        person.pass(seconds(4)).await?;
        person.tap("Stop reading").await?;
        let stopped = said(person).await?.len();
        person.pass(seconds(9)).await?;
        ensure!(said(person).await?.len() == stopped, "it goes on");

        person.tap("Read it to me").await?;
        person.pass_until("Read it to me", LONG).await?;
        let words = said_since(person, stopped).await?.join(" ");
        let all = "Bun Lift. Strengthens and tones the back of your thighs (hamstrings) and your \
                   bottom (glutes). How to do it. Lie on your back, knees up, feet flat.";
        ensure!(words.starts_with(all), "{words}");
        ensure!(words.ends_with("Take care. If it hurts, stop."), "{words}");

        // What is said in a session is not cut off as the page is left.
        person.tap("Read it to me").await?;
        person.pass(seconds(1)).await?;
        let before = said(person).await?.len();
        person.tap("Practice this one").await?;
        person.pass(seconds(9)).await?;
        let words = said_since(person, before).await?.join(" ");
        ensure!(words.starts_with("Bun Lift. "), "{words}");
        ensure!(words.contains("come down to the floor"), "{words}");
        Ok(())
    })
}
