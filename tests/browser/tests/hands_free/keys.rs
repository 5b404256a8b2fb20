//! The table of keys (decisions 18, 19 and 32), which is also a clicker's.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, scenario};

use crate::steps::{LONG, count_by_hand, seconds, start_first_session, work_until};

#[test]
fn paced_space_waits_starts_pauses_and_resumes() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        // While waiting: start now.
        person.press(Key::Space).await?;
        for number in ["3 seconds", "0 of 25 sways", "2 of 25 sways"] {
            person.pass_until(number, seconds(8)).await?;
        }
        person.press(Key::Space).await?;
        person.see_button("Resume").await?;
        person.press(Key::Space).await?;
        person.pass_until("3 of 25 sways", seconds(8)).await?;
        // A tap on the number or the picture pauses, too, but never goes on.
        person.tap_on(".player__dial").await?;
        person.see_button("Resume").await?;
        person.tap_on(".player__dial").await?;
        person.see_button("Resume").await?;
        person.press(Key::Space).await?;
        person.pass_until("4 of 25 sways", seconds(8)).await?;
        person.tap_on(".player__figure").await?;
        person.see_button("Resume").await
    })
}

#[test]
fn space_works_wherever_the_focus_is_and_presses_a_focused_button_once() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        focus(person, "document.activeElement.blur()").await?;
        person.press(Key::Space).await?;
        person.see_button("Resume").await?;
        // "Skip this one" has the focus: Space presses it and does not resume as well.
        focus(
            person,
            "[...document.querySelectorAll('button')].find((one) => one.innerText === 'Skip this one').focus()",
        )
        .await?;
        person.press(Key::Space).await?;
        person.see("Skipped Quad Sway. Undo").await?;
        person.see_title("Switch sides").await
    })
}

async fn focus(person: &mut Person, script: &str) -> Result<()> {
    person.ask(script, serde_json::Value::Null).await.map(drop)
}

#[test]
fn paced_right_and_page_down_go_on_and_keep_the_count() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.press(Key::Right).await?;
        person.see_title("Switch sides").await?;
        person.see("Skipped Quad Sway. Undo").await?;
        person.press(Key::PageDown).await?;
        person.see_title("Next: Quad Pull").await?;
        // From a pause as well.
        work_until(person, "1 of 5 breaths").await?;
        person.press(Key::Space).await?;
        person.press(Key::PageDown).await?;
        person.see_title("Switch sides").await?;
        person.press(Key::Escape).await?;
        person.see_title("End here?").await?;
        person.tap("End and save").await?;
        person.tap("Change a number").await?;
        person.see("3 of 25").await
    })
}

#[test]
fn paced_left_and_page_up_restart_or_go_back() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "1 of 25 sways").await?;
        person.press(Key::Right).await?;
        work_until(person, "4 of 25 sways").await?;
        person.see("Left leg").await?;
        // Later than 3 s after the start: this set from its start.
        person.press(Key::PageUp).await?;
        for words in ["3 seconds", "0 of 25 sways", "1 of 25 sways"] {
            person.pass_until(words, seconds(8)).await?;
        }
        person.see("Left leg").await?;
        // 2 s after the start: the one before.
        person.press(Key::Left).await?;
        person.see("Right leg").await?;
        person.see_button("Start now").await?;
        // During a lead-in: the one before, too; nothing is before the first.
        person.press(Key::Right).await?;
        person.see("Left leg").await?;
        person.press(Key::PageUp).await?;
        person.see("Right leg").await?;
        person.press(Key::PageUp).await?;
        person.see("Right leg").await
    })
}

#[test]
fn paced_escape_pauses_and_asks() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        person.press(Key::Escape).await?;
        person.see_title("End here?").await?;
        person.press(Key::Escape).await?;
        person.pass_until("3 of 25 sways", seconds(8)).await?;
        // From a pause as well.
        person.press(Key::Space).await?;
        person.see_button("Resume").await?;
        person.press(Key::Escape).await?;
        person.see_title("End here?").await
    })
}

#[test]
fn by_hand_every_key_counts() -> Outcome {
    scenario(async |person: &mut Person| {
        count_by_hand(person).await?;
        for (key, words) in [
            (Key::Space, "1 of 25 sways"),
            (Key::Right, "2 of 25 sways"),
            (Key::PageDown, "3 of 25 sways"),
            (Key::Left, "2 of 25 sways"),
            (Key::PageUp, "1 of 25 sways"),
        ] {
            person.press(key).await?;
            person.see(words).await?;
        }
        person.press(Key::Escape).await?;
        person.see_button("Resume").await?;
        person.pass(seconds(2)).await?;
        person.press(Key::Space).await?;
        person.pass_until("Count", LONG).await?;
        person.see("1 of 25 sways").await?;
        person.press(Key::PageDown).await?;
        person.see("2 of 25 sways").await
    })
}

#[test]
fn letters_do_nothing_and_a_key_with_a_modifier_is_the_browsers() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        let press = "for (const key of [...'abcdefghijklmnopqrstuvwxyz0123456789']) \
            document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })); \
            for (const held of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey']) \
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', [held]: true })); \
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', repeat: true }))";
        focus(person, press).await?;
        person.see("2 of 25 sways").await?;
        person.see_button("Pause").await
    })
}

#[test]
fn escape_goes_back_elsewhere() -> Outcome {
    scenario(async |person: &mut Person| {
        for page in ["#/more", "#/help", "#/routine"] {
            person.open(page).await?;
            person.press(Key::Escape).await?;
            person.is_at("#/").await?;
            person.press(Key::Escape).await?;
            person.see_title("Today").await?;
        }
        let words = person.words().await?;
        ensure!(!words.is_empty());
        Ok(())
    })
}
