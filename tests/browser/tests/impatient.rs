//! Double taps, held keys and presses on what has just come: they choose nothing that was not seen.

use browser_tests::{Engine, Key, Outcome, Person, Setup, scenario};
use serde_json::json;

use crate::steps::{LONG, count_by_hand, seconds, start_first_session, work_until};

const DOCTOR: &str = "Have you checked with your doctor that you can start new exercises?";

#[test]
fn a_double_tap_answers_one_question() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        person.tap_twice("Get started").await?;
        person
            .see_title("Have you torn or damaged anything in your knee?")
            .await?;
        person.tap_twice("No").await?;
        person.see_title(DOCTOR).await?;
        person.tap_twice("Yes").await?;
        person
            .see_title("Can you get down to the floor and back up on your own?")
            .await?;
        person.tap_twice("With help").await?;
        person.see_title("Stop if it hurts.").await?;
        person.tap_twice("Play the voice").await?;
        person.see_button("I heard it. I understand").await?;
        person.tap_twice("I heard it. I understand").await?;
        person.see_title("Get set up").await?;
        person
            .tap_twice("Start session: put the phone down now")
            .await?;
        person.see_title("Quad Sway").await?;
        // "Start now" would have cut the instructions.
        person.see_button("Start now").await?;
        person.pass(seconds(4)).await?;
        person.see_button("Start now").await?;
        person.see("1 of 6").await
    })
}

/// In the engines, because each dates its events itself.
fn in_a_session(engine: Engine) -> Outcome {
    let setup = Setup {
        engine,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.tap_twice("Pause").await?;
        person.see_button("Resume").await?;
        person.is_at("#/session").await?;
        person.tap_twice("Resume").await?;
        person.pass_until("5 of 25 sways", LONG).await?;
        person.tap("Pause").await?;
        person.tap_twice("Skip this one").await?;
        person.see_title("Switch sides").await?;
        person.see("Skipped Quad Sway.").await?;
        person.pass(seconds(4)).await?;
        person.see_title("Switch sides").await?;
        person.tap_twice("It hurts").await?;
        person.see_title("Stopped").await?;
        person.tap("End today’s session").await?;
        person.see_title("Done for today.").await
    })
}

#[test]
fn a_double_tap_in_a_session_does_one_thing() -> Outcome {
    in_a_session(Engine::Chromium)
}

#[test]
fn a_double_tap_in_a_session_does_one_thing_in_firefox() -> Outcome {
    in_a_session(Engine::Firefox)
}

#[test]
fn a_key_pressed_twice_skips_one_set() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        person.press(Key::Right).await?;
        person.press_again(Key::Right).await?;
        person.see_title("Switch sides").await?;
        person.press(Key::Escape).await?;
        person.press_again(Key::Escape).await?;
        person.see_button("Keep going").await
    })
}

#[test]
fn every_tap_counts_by_hand_however_fast() -> Outcome {
    scenario(async |person: &mut Person| {
        count_by_hand(person).await?;
        person.tap_twice("Count").await?;
        person.see("2 of 25 sways").await?;
        for _ in 0..10 {
            person.press_again(Key::Right).await?;
        }
        person.see("12 of 25 sways").await?;
        for _ in 0..7 {
            person.tap_twice("Count").await?;
        }
        // The last of them has landed on another button.
        person.see("25 of 25 sways").await?;
        person.pass_until("Switch sides", LONG).await?;
        person.see_button("Start now").await
    })
}

#[test]
fn a_held_key_presses_once() -> Outcome {
    scenario(async |person: &mut Person| {
        count_by_hand(person).await?;
        hold_enter(person).await?;
        person.see("1 of 25 sways").await?;
        person.tap("Pause").await?;
        hold_enter(person).await?;
        person.pass_until("1 of 25 sways", LONG).await?;
        person.see_button("Count").await
    })
}

/// Enter on what has the focus, until it has repeated ten times.
async fn hold_enter(person: &mut Person) -> anyhow::Result<()> {
    person
        .wait_for("document.getElementById('main-press').focus() ?? true")
        .await?;
    person.wait_for("testClock.takeTime() ?? true").await?;
    for repeat in 0..=10 {
        let key = json!({
            "type": "keyDown", "key": "Enter", "code": "Enter", "text": "\r",
            "windowsVirtualKeyCode": 13, "autoRepeat": repeat > 0,
        });
        person.command("Input.dispatchKeyEvent", key).await?;
    }
    let up =
        json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 });
    person.command("Input.dispatchKeyEvent", up).await.map(drop)
}

#[test]
fn a_tap_on_the_figure_or_the_number_pauses_and_never_starts() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        for place in [".player__figure", ".player__dial"] {
            person.tap_on(place).await?;
            person.see_button("Resume").await?;
            person.tap_on(place).await?;
            person.see_button("Resume").await?;
            person.tap("Resume").await?;
            person.see_button("Start now").await?;
        }
        work_until(person, "2 of 25 sways").await?;
        person.tap_on(".player__figure").await?;
        person.see_button("Resume").await
    })
}
