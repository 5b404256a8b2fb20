//! What hinders people with a screen reader, a keyboard or weak sight: axe-core finds none of it in
//! any state of any page, in light colours and in dark ones.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup, Storage, past, scenario};
use serde_json::Value;
use spry_knees::domain::time::WallTime;

use crate::{
    files::choose,
    history::{do_a_short_session, fill, write_down},
    pages::ROUTES,
    steps::{LONG, seconds, start_first_session, work_until},
};

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Every rule, with those that ask for more than most sites give: contrast of 7 to 1. The page's
/// clock stands still, so timers that are due at once run by themselves, and the others never.
const RUN: &str = "
    const held = window.setTimeout;
    window.setTimeout = (task, ms, ...args) => {
        if (ms) return 0;
        const turn = new MessageChannel();
        turn.port1.onmessage = () => task(...args);
        turn.port2.postMessage(0);
        return 0;
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const options = { runOnly: tags, resultTypes: ['violations'], preload: false };
    return axe.run(document, options)
        .then(({ violations }) => violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`).join('\\n'))
        .finally(() => { window.setTimeout = held; })";

/// Nothing on the page as it stands hinders anybody.
async fn is_clean(person: &mut Person, what: &str) -> Result<()> {
    if person
        .ask("return Boolean(window.axe)", Value::Null)
        .await?
        == false
    {
        person.ask(AXE, Value::Null).await?;
    }
    for dark in [false, true] {
        person.darken(dark).await?;
        let found = person.ask(RUN, Value::Null).await?;
        ensure!(found == "", "{what}, dark: {dark}: {found}");
    }
    Ok(())
}

async fn are_clean(person: &mut Person, routes: &[&str]) -> Result<()> {
    for route in routes {
        person.open(route).await?;
        is_clean(person, route).await?;
    }
    Ok(())
}

#[test]
fn axe_finds_what_is_wrong() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let spoil = "document.querySelector('main').innerHTML += '<img src=\"favicon.ico\">'";
        person.ask(spoil, Value::Null).await?;
        let found = is_clean(person, "spoilt")
            .await
            .map_err(|error| error.to_string());
        ensure!(found.is_err_and(|found| found.contains("image-alt")));
        Ok(())
    })
}

#[test]
fn nothing_hinders_on_any_page_before_the_first_session() -> Outcome {
    scenario(async |person: &mut Person| {
        are_clean(person, &ROUTES).await?;
        let more = [
            "#/safety/ask-about-damage",
            "#/safety/ask-doctor",
            "#/safety/stop-if-it-hurts",
            "#/safety/get-set-up",
            "#/doctor",
            "#/nonsense",
            "#/history/1",
        ];
        are_clean(person, &more).await?;
        person.open("#/safety/stop-if-it-hurts").await?;
        person.tap("Play the voice").await?;
        person.tap("I did not hear it").await?;
        person.see("Turn the volume up.").await?;
        is_clean(person, "help with the voice").await
    })
}

#[test]
fn nothing_hinders_in_a_session() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        is_clean(person, "lead-in").await?;
        work_until(person, "12 of 25 sways").await?;
        is_clean(person, "set").await?;
        person.tap("Pause").await?;
        is_clean(person, "pause").await?;
        person.tap("Skip this one").await?;
        person.see("Skipped Quad Sway. Undo").await?;
        is_clean(person, "skipped").await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Quad Pull").await?;
        work_until(person, "2 of 5 breaths").await?;
        is_clean(person, "breath").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        is_clean(person, "switch").await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Was one side tighter?", LONG).await?;
        is_clean(person, "tighter").await?;
        person.tap("Both the same").await?;
        person.see_title("Next: Knee Bounces").await?;
        is_clean(person, "next").await?;
        work_until(person, "3 of 25 bounces").await?;
        person.tap("It hurts").await?;
        person.see("Call the emergency number now").await?;
        person.tap("Right knee").await?;
        is_clean(person, "stopped").await?;
        person.tap("I’m ready for the next exercise").await?;
        work_until(person, "0:12 goal 1 minute").await?;
        is_clean(person, "hold").await?;
        person.press(Key::Escape).await?;
        person.tap("Throw this session away").await?;
        is_clean(person, "end").await?;
        person.tap("End and save").await?;
        person.see_title("Done for today.").await?;
        person.tap("More sore").await?;
        is_clean(person, "finish").await
    })
}

#[test]
fn nothing_hinders_on_any_page_with_a_past() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        for day in ["2026-05-28", "2026-05-25", "2026-04-29"] {
            write_down(person, day).await?;
            is_clean(person, "written down").await?;
        }
        are_clean(
            person,
            &["#/", "#/progress", "#/doctor", "#/routine", "#/start"],
        )
        .await?;
        person.open("#/progress").await?;
        for exercise in ["Quad Pull 5 · 5", "Imaginary Chair 60"] {
            person.tap(exercise).await?;
            is_clean(person, exercise).await?;
        }
        person.open("#/").await?;
        person.tap("See today’s numbers").await?;
        is_clean(person, "day page").await?;
        person.tap("Change the numbers").await?;
        is_clean(person, "numbers to change").await?;
        person.tap("Delete this session").await?;
        is_clean(person, "deleted").await?;
        person.tap("Undo").await?;
        for days in [1, 1, 2, 9] {
            person.come_back_after_days(days).await?;
            are_clean(person, &["#/", "#/schedule"]).await?;
        }
        person.open("#/schedule").await?;
        fill(person, "#reminder-day", "2020-01-01").await?;
        is_clean(person, "a day that is over").await?;
        person.open("#/erase").await?;
        is_clean(person, "erase").await?;
        person.tap("Continue").await?;
        is_clean(person, "erase for sure").await
    })
}

#[test]
fn nothing_hinders_where_nothing_is_saved() -> Outcome {
    let setup = Setup {
        storage: Storage::Blocked,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| are_clean(person, &["#/", "#/data"]).await)
}

#[test]
fn nothing_hinders_where_a_session_waits_to_be_carried_on() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        person.look_away().await?;
        person.look_back().await?;
        person
            .see("Paused while this page was out of sight.")
            .await?;
        person.see_button("Resume").await?;
        is_clean(person, "paused while hidden").await?;

        person.open_in_new_window("#/").await?;
        person.turn_to_window(0).await?;
        person.pass(seconds(2)).await?;
        person.turn_to_window(1).await?;
        person
            .see("A session is running in another window of this app.")
            .await?;
        is_clean(person, "a session elsewhere").await?;
        person.tap("Carry on here").await?;
        person.see("2 of 25 sways").await?;
        person.go_to("#/").await?;
        person
            .see("Your session is paused. Everything you have done is saved.")
            .await?;
        person.see_button("Carry on from Quad Sway").await?;
        is_clean(person, "a session that is paused here").await?;

        person.reload().await?;
        person.see("You stopped at 10:00.").await?;
        for button in ["Carry on from Quad Sway", "Start again", "Finish and save"] {
            person.see_button(button).await?;
        }
        is_clean(person, "half-done").await
    })
}

/// A new version that waits, and what it is told.
const NEW_VERSION: &str = "
    const waiting = Object.assign(new EventTarget(), {
        state: 'installed', postMessage: ({ type }) => { window.told = type; },
    });
    const { prototype } = window.ServiceWorkerRegistration ?? class {};
    Object.defineProperty(prototype, 'waiting', { value: waiting });";

#[test]
fn new_version_is_offered_on_today_alone_and_never_in_a_session() -> Outcome {
    let setup = Setup {
        preload: NEW_VERSION,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        person.see("A new version is ready. Use it now").await?;
        is_clean(person, "a new version").await?;
        person.tap("Use it now").await?;
        let told = person.ask("return told", Value::Null).await?;
        ensure!(told == "use-new-version", "{told}");
        start_first_session(person).await?;
        person.go_to("#/").await?;
        person.see("Your session is paused.").await?;
        person.sees_not("A new version is ready.").await
    })
}

#[test]
fn nothing_hinders_where_something_can_be_taken_back_or_is_asked() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/settings/voice").await?;
        person.tap("Speed, less").await?;
        person.tap("Back").await?;
        person.tap("Reset all settings").await?;
        person.see("All settings are reset.").await?;
        person.see_button("Undo").await?;
        is_clean(person, "settings that can be taken back").await?;

        person.open("#/data").await?;
        let dir = tempfile::tempdir()?;
        let session = past::session(WallTime {
            utc_ms: 1_780_045_200_000,
            offset_min: 60,
        });
        choose(person, &dir, "backup.json", past::backup(&[session])?).await?;
        person.see("1 session, 29 May").await?;
        person.see_button("Add to what is here").await?;
        person.see_button("Replace").await?;
        is_clean(person, "a backup before it is brought back").await?;
        person.tap("Add to what is here").await?;
        person.see("Restored.").await?;
        is_clean(person, "a backup that can be taken back").await?;

        // Two days before the session.
        person.come_back_at(1_780_131_600_000).await?;
        person.open("#/").await?;
        person
            .see("Your last session is dated in the future. Is today’s date right?")
            .await?;
        person.see_button("Start session").await?;
        is_clean(person, "a clock that was set back").await
    })
}
