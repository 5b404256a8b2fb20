//! Two windows with the app at the same time.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, in_every_engine, past};
use serde_json::json;
use spry_knees::domain::time::WallTime;

use super::{count, resume, rounds, with};
use crate::steps::{count_by_hand, end_from_the_pause, seconds};

const ELSEWHERE: &str = "A session is running in another window of this app.";

in_every_engine!(
    other_window_takes_the_session_over,
    windows_that_write_at_once_lose_nothing,
);

/// What one window does, the other shows without being loaded again.
fn other_window_takes_the_session_over(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        person.open_in_new_window("#/").await?;
        person.turn_to_window(0).await?;
        count(person, 3, 1).await?;
        person.pass(seconds(2)).await?;
        person.turn_to_window(1).await?;
        take_over(person, 4).await?;
        person.tap("Count").await?;
        person.see("5 of 25 sways").await?;

        person.turn_to_window(0).await?;
        person.see_title("Today").await?;
        take_over(person, 5).await?;
        person.turn_to_window(1).await?;
        person.see_title("Today").await?;
        person.see(ELSEWHERE).await?;

        person.turn_to_window(0).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        person.turn_to_window(1).await?;
        person.see("Done for today").await?;
        person.go_to("#/history").await?;
        person.see("1 June").await
    })
}

async fn take_over(person: &mut Person, counted: u32) -> Result<()> {
    person.see(ELSEWHERE).await?;
    person.tap("Carry on here").await?;
    person.see(&format!("{counted} of 25 sways")).await?;
    resume(person).await
}

/// Each window changes a session of its own as fast as it can, both at the same time: every change
/// of both is there, in localStorage and in its mirror.
fn windows_that_write_at_once_lose_nothing(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        person.open("#/").await?;
        let sessions = [1_779_699_600_000, 1_780_045_200_000].map(|utc_ms| {
            past::session(WallTime {
                utc_ms,
                offset_min: 60,
            })
        });
        person.did_before(&sessions).await?;
        let pages = sessions
            .each_ref()
            .map(|entry| format!("#/history/{}", entry.id.0));
        person.open(&pages[0]).await?;
        person.tap("Change the numbers").await?;
        person.open_in_new_window(&pages[1]).await?;
        person.tap("Change the numbers").await?;
        let writes = rounds(60, 300);
        for window in [0, 1] {
            person.turn_to_window(window).await?;
            person.ask(PRESS, json!(writes)).await?;
        }
        for window in [0, 1] {
            person.turn_to_window(window).await?;
            person.wait_for("window.pressed === true").await?;
            person
                .wait_until_mirrored(&past::key(&sessions[window]))
                .await?;
        }
        for entry in &sessions {
            let read = "return JSON.parse(localStorage[arguments[0]]).revision";
            let revision = person.ask(read, json!(past::key(entry))).await?;
            ensure!(
                revision == json!(writes + 1),
                "{revision} of {writes} writes"
            );
        }
        // An even number of presses: each is taken back by the next.
        person.reload().await?;
        person.see("25 of 25").await
    })
}

/// Presses −1 and +1 of the first number in turn, without waiting, and lets the page do what follows
/// in between.
const PRESS: &str = "testClock.takeTime(); const turns = new MessageChannel(); \
    const buttons = document.querySelectorAll('.set button'); \
    let left = arguments[0]; \
    turns.port1.onmessage = () => { \
        if (left === 0) { window.pressed = true; return; } \
        buttons[left % 2].click(); \
        left -= 1; \
        turns.port2.postMessage(0); \
    }; \
    turns.port2.postMessage(0)";
