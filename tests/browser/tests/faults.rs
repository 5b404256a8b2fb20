//! A storage that refuses, data that cannot be read, a browser that dies.

use anyhow::ensure;
use browser_tests::{Outcome, Person, Setup, Storage, scenario};
use serde_json::{Value, json};

use crate::{
    steps::{LONG, end_from_the_pause, seconds, start_first_session, work_until},
    storage::NOT_SAVING,
};

#[test]
fn killed_browser_offers_to_carry_on() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "12 of 25 sways").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        work_until(person, "7 of 25 sways").await?;
        person.tap("Pause").await?;
        person.wait_until_mirrored("spry-knees/running").await?;
        person.browser_dies().await?;
        person.open("#/").await?;
        person.see("You stopped after Quad Sway at").await?;
        person.tap("Carry on from Quad Sway").await?;
        person.see("Paused. Your count is kept.").await?;
        person.see("7 of 25 sways").await?;
        person.tap("Resume").await?;
        person.pass_until("8 of 25 sways", seconds(20)).await?;
        person.see("Left leg").await?;
        end_from_the_pause(person).await?;
        person.tap("Change a number").await?;
        person.see("12 of 25").await?;
        person.see("8 of 25").await
    })
}

#[test]
fn session_runs_where_storage_is_blocked() -> Outcome {
    runs_without_saving(Setup {
        storage: Storage::Blocked,
        ..Setup::default()
    })
}

#[test]
fn session_runs_where_storage_refuses_writes() -> Outcome {
    runs_without_saving(Setup {
        storage: Storage::Full,
        ..Setup::default()
    })
}

fn runs_without_saving(setup: Setup) -> Outcome {
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        person.see(NOT_SAVING).await?;
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.see(NOT_SAVING).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        person.tap("Change a number").await?;
        person.see("3 of 25").await
    })
}

#[test]
fn full_storage_is_said_and_saving_resumes_when_there_is_room() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let fill = "let size = 2 ** 20; \
            for (let n = 0; size >= 1; n += 1) { \
                try { localStorage.setItem('filler/' + n, 'x'.repeat(size)); } \
                catch { size = Math.floor(size / 2); } \
            }";
        person.ask(fill, Value::Null).await?;
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.tap("Pause").await?;
        person.see(NOT_SAVING).await?;
        let empty = "Object.keys(localStorage).filter((key) => key.startsWith('filler/')) \
            .forEach((key) => localStorage.removeItem(key))";
        person.ask(empty, Value::Null).await?;
        person.pass(seconds(6)).await?;
        person.sees_not(NOT_SAVING).await?;
        person.reload().await?;
        person.see("3 of 25 sways").await
    })
}

#[test]
fn what_cannot_be_read_is_kept_and_said() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let damaged = ["settings", "safety", "running", "entry/1780000000000"];
        for key in damaged {
            let put =
                "localStorage.setItem('spry-knees/' + arguments[0], '{broken ' + arguments[0])";
            person.ask(put, json!(key)).await?;
        }
        person.reload().await?;
        person.see_title("Today").await?;
        person.go_to("#/history").await?;
        person
            .see("Some saved sessions could not be read. Nothing was thrown away.")
            .await?;
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        let texts = person
            .ask("return JSON.stringify({ ...localStorage })", Value::Null)
            .await?;
        let texts = texts.as_str().unwrap_or_default();
        for key in damaged {
            ensure!(
                texts.contains(&format!("{{broken {key}")),
                "{key} is lost: {texts}"
            );
        }
        Ok(())
    })
}
