//! A page that the browser or an extension translates says what the session does, whatever was done
//! to its texts. The translation is into capitals: each button has to be found under its new name.

use anyhow::Result;
use browser_tests::{Engine, Key, Outcome, Person, Setup};

use crate::{
    history::fill,
    steps::{LONG, seconds},
};

/// The page with a translator of this kind: see the script.
macro_rules! translated {
    ($kind:literal) => {
        concat!(include_str!("translator.js"), "('", $kind, "');")
    };
}

#[test]
fn session_is_followed_where_elements_take_the_place_of_texts() -> Outcome {
    follow(Engine::Chromium, translated!("elements"))
}

#[test]
fn session_is_followed_in_firefox() -> Outcome {
    follow(Engine::Firefox, translated!("elements"))
}

#[test]
fn session_is_followed_where_the_translation_comes_late() -> Outcome {
    follow(Engine::Chromium, translated!("late"))
}

#[test]
fn session_is_followed_where_other_texts_take_the_place_of_texts() -> Outcome {
    follow(Engine::Chromium, translated!("texts"))
}

#[test]
fn session_is_followed_where_texts_are_overwritten() -> Outcome {
    follow(Engine::Chromium, translated!("words"))
}

fn follow(engine: Engine, preload: &'static str) -> Outcome {
    let setup = Setup {
        engine,
        preload,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        session(person).await?;
        finish(person).await?;
        other_pages(person).await
    })
}

async fn session(person: &mut Person) -> Result<()> {
    person.open("#/").await?;
    for press in [
        "GET STARTED",
        "NO",
        "YES",
        "YES",
        "PLAY THE VOICE",
        "I HEARD IT. I UNDERSTAND",
        "START SESSION: PUT THE PHONE DOWN NOW",
    ] {
        person.tap(press).await?;
    }
    person.see_title("QUAD SWAY").await?;
    person.see("RIGHT LEG").await?;
    buttons(person, &["START NOW", "WAIT FOR ME"]).await?;
    work_until(person, "3 OF 25 SWAYS").await?;
    buttons(person, &["PAUSE", "THAT’S ENOUGH"]).await?;
    person.tap("PAUSE").await?;
    person.see("PAUSED").await?;
    buttons(person, &["RESUME", "SKIP THIS ONE", "END SESSION"]).await?;
    person.tap("RESUME").await?;
    person.pass_until("4 OF 25 SWAYS", seconds(20)).await?;
    buttons(person, &["PAUSE", "THAT’S ENOUGH"]).await?;
    person.tap("THAT’S ENOUGH").await?;

    person.pass_until("SWITCH SIDES", LONG).await?;
    person.see_title("SWITCH SIDES").await?;
    person.see("LEFT LEG").await?;
    person.see("YOU DID 4 ON THE RIGHT").await?;
    work_until(person, "2 OF 25 SWAYS").await?;
    person.see_title("QUAD SWAY").await?;
    person.tap("PAUSE").await?;
    person.tap("SKIP THIS ONE").await?;
    person.see("SKIPPED QUAD SWAY.").await?;

    person.see_title("NEXT: QUAD PULL").await?;
    work_until(person, "2 OF 5 BREATHS").await?;
    person.tap("THAT’S ENOUGH").await?;
    person.pass_until("SWITCH SIDES", LONG).await?;
    work_until(person, "2 OF 5 BREATHS").await?;
    person.tap("THAT’S ENOUGH").await?;
    person.pass_until("WAS ONE SIDE TIGHTER?", LONG).await?;
    buttons(person, &["BOTH THE SAME", "RIGHT AGAIN", "LEFT AGAIN"]).await?;
    person.tap("RIGHT AGAIN").await?;
    person.see("RIGHT LEG").await?;
    work_until(person, "1 OF 5 BREATHS").await?;
    person.tap("THAT’S ENOUGH").await?;

    person.pass_until("NEXT: KNEE BOUNCES", LONG).await?;
    work_until(person, "2 OF 25 BOUNCES").await?;
    person.tap("IT HURTS").await?;
    person.see_title("STOPPED").await?;
    person.see("YOU DID 2 OF 25; THAT IS SAVED.").await?;
    person.tap("I’M READY FOR THE NEXT EXERCISE").await?;
    person.see_title("NEXT: IMAGINARY CHAIR").await?;
    work_until(person, "0:05 GOAL 1 MINUTE").await
}

async fn finish(person: &mut Person) -> Result<()> {
    person.press(Key::Escape).await?;
    person.see_title("END HERE?").await?;
    person.tap("KEEP GOING").await?;
    person.pass_until("0:07 GOAL 1 MINUTE", seconds(20)).await?;
    person.tap("PAUSE").await?;
    person.tap("END SESSION").await?;
    person.tap("END AND SAVE").await?;
    person.see_title("DONE FOR TODAY.").await?;
    person.tap("CHANGE A NUMBER").await?;
    person.see("4 OF 25").await?;
    // The names that only screen readers hear are as they were.
    person
        .tap_on("[aria-label='Quad Sway, right leg'] button:last-child")
        .await?;
    person.see("5 OF 25").await?;
    person.tap("DONE").await?;
    person.see_title("TODAY").await?;
    person.see("DONE FOR TODAY").await
}

async fn other_pages(person: &mut Person) -> Result<()> {
    person.go_to("#/settings/voice").await?;
    person.see_title("VOICE").await?;
    person.tap("Speed, less").await?;
    person.see("90%").await?;
    person.go_to("#/settings").await?;
    person.tap("RESET ALL SETTINGS").await?;
    person.see("ALL SETTINGS ARE RESET.").await?;
    person.tap("UNDO").await?;
    person.sees_not("ALL SETTINGS ARE RESET.").await?;
    person.go_to("#/history").await?;
    person.see_title("MY HISTORY").await?;
    person.see("JUNE 2026").await?;
    person.tap("PREVIOUS MONTH").await?;
    person.see("MAY 2026").await?;
    person.see("31").await?;
    person.go_to("#/progress").await?;
    person.see("QUAD SWAY, RIGHT LEG").await?;
    person.tap_on(".spark:nth-of-type(3)").await?;
    person.sees_not("QUAD SWAY, RIGHT LEG").await?;
    person.go_to("#/exercise/bun-lift").await?;
    person.see_title("BUN LIFT").await?;
    person.tap("PLAY PICTURE").await?;
    person.tap("STOP PICTURE").await?;
    person.tap("SKIP THIS EXERCISE").await?;
    person.see("IT IS LEFT OUT OF TODAY’S SESSION.").await?;
    person.tap("DO NOT SKIP THIS EXERCISE").await?;
    person
        .sees_not("IT IS LEFT OUT OF TODAY’S SESSION.")
        .await?;
    person.go_to("#/exercise/quad-pull").await?;
    person.see_title("QUAD PULL").await?;
    person.sees_not("CROSS YOUR HANDS ON YOUR CHEST.").await?;
    person.go_to("#/schedule").await?;
    person.see_title("NEXT SESSION").await?;
    fill(person, "#reminder-day", "2020-01-01").await?;
    person.see("THAT DAY HAS PASSED.").await?;
    person.go_to("#/data").await?;
    person.tap("ERASE EVERYTHING").await?;
    person.tap("CONTINUE").await?;
    person.tap("KEEP MY DATA").await?;
    person.go_to("#/help").await?;
    person.see_title("HELP").await
}

async fn work_until(person: &mut Person, words: &str) -> Result<()> {
    person.tap("START NOW").await?;
    person.pass_until(words, LONG).await.map(drop)
}

/// The buttons that do these things are there, and none that does another.
async fn buttons(person: &mut Person, names: &[&str]) -> Result<()> {
    for name in names.iter().chain(&["IT HURTS"]) {
        person.see_button(name).await?;
    }
    for other in ["START NOW", "PAUSE", "RESUME", "COUNT", "BOTH THE SAME"] {
        if !names.contains(&other) {
            person
                .wait_for(&format!("pressable('{other}').length === 0"))
                .await?;
        }
    }
    Ok(())
}
