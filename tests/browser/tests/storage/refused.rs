//! A storage that is not there, refuses, is full, or is cleared while a session runs: the session
//! goes on, the page says what is not saved, and saving resumes by itself.

use browser_tests::{Engine, Outcome, Person, Setup, Storage, in_every_engine};
use serde_json::Value;

use super::{NOT_SAVING, count, is_safe, resume, with};
use crate::steps::{
    choose_to_count, count_by_hand, end_from_the_pause, seconds, start_first_session,
    start_to_count,
};

in_every_engine!(
    session_runs_where_storage_is_blocked,
    session_runs_where_there_is_no_storage,
    full_storage_is_said_and_saving_resumes,
    session_goes_on_when_everything_is_cleared,
);

fn session_runs_where_storage_is_blocked(engine: Engine) -> Outcome {
    runs_in_memory(engine, Storage::Blocked)
}

fn session_runs_where_there_is_no_storage(engine: Engine) -> Outcome {
    runs_in_memory(engine, Storage::Missing)
}

fn runs_in_memory(engine: Engine, storage: Storage) -> Outcome {
    let setup = Setup {
        storage,
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        person.see(NOT_SAVING).await?;
        start_first_session(person).await?;
        person.tap("Start now").await?;
        person.pass_until("3 of 25 sways", seconds(60)).await?;
        person.see(NOT_SAVING).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        person.tap("Change a number").await?;
        person.see("3 of 25").await?;
        person.go_to("#/data").await?;
        person.see("We could not save. Save a backup now.").await
    })
}

/// Quota emulation does not reach localStorage, so it is filled.
fn full_storage_is_said_and_saving_resumes(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        person.open("#/").await?;
        person.ask(FILL, Value::Null).await?;
        choose_to_count(person).await?;
        // Only the mirror takes the choice: whoever leaves at once may lose it, as their last tap.
        person
            .wait_for("(await mirrored())['spry-knees/settings']?.includes('by-hand')")
            .await?;
        start_to_count(person).await?;
        count(person, 0, 3).await?;
        person.see(NOT_SAVING).await?;
        is_safe(person, 3).await?;
        // What localStorage does not take is safe in its mirror.
        person.browser_dies().await?;
        person.open("#/").await?;
        // The killed browser may have lost what filled it.
        person.ask(FILL, Value::Null).await?;
        person.reload().await?;
        person.see(NOT_SAVING).await?;
        person.tap("Carry on from Quad Sway").await?;
        person.ask(EMPTY, Value::Null).await?;
        person.pass(seconds(6)).await?;
        person.sees_not(NOT_SAVING).await?;
        resume(person).await?;
        count(person, 3, 1).await?;
        person
            .wait_for("localStorage['spry-knees/settings']?.includes('by-hand')")
            .await?;
        person.reload().await?;
        person.see("4 of 25 sways").await
    })
}

/// Down to the last character.
pub(super) const FILL: &str = "let size = 2 ** 20; \
    for (let n = 0; size >= 1; n += 1) { \
        try { localStorage.setItem('filler/' + n, 'x'.repeat(size)); } \
        catch { size = Math.floor(size / 2); } \
    }";

pub(super) const EMPTY: &str = "Object.keys(localStorage).filter((key) => key.startsWith('filler/')) \
    .forEach((key) => localStorage.removeItem(key))";

fn session_goes_on_when_everything_is_cleared(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        is_safe(person, 3).await?;
        person.ask(CLEAR, Value::Null).await?;
        count(person, 3, 2).await?;
        person.sees_not(NOT_SAVING).await?;
        is_safe(person, 5).await?;
        person.browser_dies().await?;
        person.open("#/").await?;
        person.tap("Carry on from Quad Sway").await?;
        person.tap("End session").await?;
        person.tap("End and save").await?;
        person.tap("Change a number").await?;
        person.see("5 of 25").await
    })
}

/// As by the browser's own "clear site data": under the hands of the running app.
const CLEAR: &str = "return (async () => { localStorage.clear(); \
    const base = await (window.testMirror ?? null); \
    base?.close(); \
    window.testMirror = undefined; \
    await answer(indexedDB.deleteDatabase('spry-knees')); })()";
