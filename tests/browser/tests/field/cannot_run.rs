//! Browsers in which the app cannot run at all.

use browser_tests::{Clock, Engine, Outcome, Person, Release, Setup, Works};

use super::{can_only_be_read, expect_errors, in_real_time, pictures_are_there};
use crate::steps::seconds;

#[test]
fn without_webassembly_it_says_so() -> Outcome {
    says(
        "delete window.WebAssembly;",
        "The guided session needs WebAssembly, which is turned off in this browser",
    )
}

#[test]
fn old_browser_is_told() -> Outcome {
    says(
        "WebAssembly.validate = () => false;",
        "The guided session needs a newer browser.",
    )
}

fn says(preload: &'static str, words: &str) -> Outcome {
    let setup = Setup {
        preload,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open_early("#/").await?;
        person.see(words).await?;
        person.sees_not("The guided session did not load.").await?;
        can_only_be_read(person).await?;
        pictures_are_there(person).await?;
        person.pass(seconds(60)).await?;
        person.see(words).await
    })
}

/// The starter cannot be read: what an older browser makes of newer words.
#[test]
fn starter_that_does_not_run_is_noticed() -> Outcome {
    Setup::default().run(async |person: &mut Person| {
        expect_errors(person);
        person.host_puts_up(Some(Release {
            number: 1,
            works: Works::StarterIsBroken,
        }))?;
        person.open_early("#/").await?;
        person.see("The guided session did not load.").await?;
        person.sees_not("It tries again by itself.").await?;
        can_only_be_read(person).await?;
        pictures_are_there(person).await
    })
}

#[test]
fn where_every_script_is_blocked_it_is_said_after_a_while_in_chromium() -> Outcome {
    every_script_is_blocked(Engine::Chromium)
}

#[test]
fn where_every_script_is_blocked_it_is_said_after_a_while_in_firefox() -> Outcome {
    every_script_is_blocked(Engine::Firefox)
}

/// As by an extension: the page's scripts are allowed, and none of them runs.
fn every_script_is_blocked(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        person.host_sends(&[("Content-Security-Policy", "script-src 'none'")]);
        person.open_early("#/").await?;
        person.see_button("Start").await?;
        person.see("The guided session did not load.").await?;
        can_only_be_read(person).await
    })
}

#[test]
fn without_scripts_nothing_can_be_pressed_that_would_do_nothing() -> Outcome {
    let setup = Setup {
        script: false,
        clock: Clock::Real,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("").await?;
        person
            .see("To be led through the session, switch JavaScript on.")
            .await?;
        person.sees_not("Start").await?;
        person.sees_not("Reload").await
    })
}
