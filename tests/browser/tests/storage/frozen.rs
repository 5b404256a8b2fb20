//! A window that the browser froze, or put aside with its history. Only Chromium can be told to do so.

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person, Setup, scenario};
use serde_json::{Value, json};

use super::{count, resume};
use crate::steps::{count_by_hand, seconds, start_first_session, work_until};

const PAUSED: &str = "Paused while this page was out of sight.";

/// What the browser does with a window that comes back to be seen, before the window hears anything
/// else.
const SEEN_AT_ONCE: &str = "document.addEventListener('resume', () => \
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))";

#[test]
fn frozen_window_counts_nothing() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.freeze().await?;
        person.thaw().await?;
        // It stood still for ten minutes.
        person.set_clock_by(600).await?;
        person.pass(seconds(1)).await?;
        person.see(PAUSED).await?;
        person.see("3 of 25 sways").await?;
        ensure!(holds_lease(person).await?);
        person.tap("Resume").await?;
        person.pass_until("4 of 25 sways", seconds(30)).await?;
        Ok(())
    })
}

#[test]
fn frozen_window_does_not_undo_what_another_did_meanwhile() -> Outcome {
    scenario(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        person.tap("Pause").await?;
        person.ask(SEEN_AT_ONCE, Value::Null).await?;
        person.freeze().await?;
        person.open_in_new_window("#/").await?;
        person.tap("Carry on from Quad Sway").await?;
        person.see("3 of 25 sways").await?;
        person.tap("End session").await?;
        person.tap("End and save").await?;
        person.tap("Change a number").await?;
        person
            .tap_on("[aria-label='Quad Sway, right leg'] button:last-child")
            .await?;
        person.see("4 of 25").await?;

        person.turn_to_window(0).await?;
        person.thaw().await?;
        person.see_title("Today").await?;
        person.see("Done for today").await?;
        person.tap("See today’s numbers").await?;
        person.see("4 of 25").await?;
        ensure!(!holds_lease(person).await?);
        person
            .wait_for("localStorage['spry-knees/running'].endsWith('\"body\":null}')")
            .await
    })
}

/// The app starts again where the browser shows the page as it was: it heard of nothing meanwhile.
#[test]
fn session_that_was_put_aside_comes_back_paused() -> Outcome {
    // Without a window there is no cache for what is put aside.
    let setup = Setup {
        with_window: true,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        let note = "addEventListener('pageshow', (event) => { \
            sessionStorage.wasAside = event.persisted; })";
        person.ask(note, Value::Null).await?;
        person.visit("about:blank").await?;
        person.go_back().await?;
        person
            .wait_for("sessionStorage.wasAside === 'true'")
            .await?;
        person.see("Paused. Your count is kept.").await?;
        person.see("3 of 25 sways").await?;
        ensure!(holds_lease(person).await?);
        resume(person).await?;
        count(person, 3, 1).await
    })
}

async fn holds_lease(person: &mut Person) -> Result<bool> {
    let held = "return 'spry-knees/lease' in localStorage";
    Ok(person.ask(held, Value::Null).await? == json!(true))
}
