//! Newer versions of an app that runs.

use anyhow::{Result, ensure};
use browser_tests::{Code, Engine, Fault, Outcome, Person, Release, scenario};
use serde_json::Value;

use super::host::in_chromium_and_firefox;
use super::{app_runs, expect_errors, in_real_time, is_kept};
use crate::steps::{seconds, start_first_session};

const OFFERED: &str = "A new version is ready. Use it now";

in_chromium_and_firefox!(
    third_version_does_not_stop_the_second,
    other_window_keeps_its_version,
);

/// While "Use it now" is pressed one more arrives: the page loads anew, with one of them, and in the
/// end with the last.
fn third_version_does_not_stop_the_second(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        is_kept(person).await?;
        second_version_waits(person).await?;
        person.host_puts_up(Some(Release::new(2)))?;
        // The third hangs in its installation.
        person.host_fails(Code::First, Some(Fault::Hangs))?;
        person.look_for_new_version().await?;
        person
            .wait_for("(await navigator.serviceWorker.getRegistration()).installing")
            .await?;
        person.tap("Use it now").await?;
        person
            .wait_for("document.documentElement?.dataset.release === '1'")
            .await?;
        app_runs(person).await?;
        person.host_fails(Code::First, None)?;
        person.reload().await?;
        person.look_for_new_version().await?;
        person.see(OFFERED).await?;
        person.tap("Use it now").await?;
        person
            .wait_for("document.documentElement?.dataset.release === '2'")
            .await?;
        app_runs(person).await
    })
}

async fn second_version_waits(person: &mut Person) -> Result<()> {
    person.host_puts_up(Some(Release::new(1)))?;
    person.look_for_new_version().await?;
    person.see(OFFERED).await
}

/// What the older window may still ask for is there, although the newer version has taken over and the
/// host has no more of it; and it is told.
fn other_window_keeps_its_version(engine: Engine) -> Outcome {
    in_real_time(engine).run(async |person: &mut Person| {
        expect_errors(person);
        is_kept(person).await?;
        let old = "return document.querySelector('link[rel=preload]').href";
        let old = person.ask(old, Value::Null).await?;
        person.open_in_new_window("#/").await?;
        second_version_waits(person).await?;
        person.tap("Use it now").await?;
        person
            .wait_for("document.documentElement?.dataset.release === '1'")
            .await?;
        app_runs(person).await?;
        person.turn_to_window(0).await?;
        ensure!(person.release().await? == 0, "it was loaded anew");
        let status = "return fetch(arguments[0]).then(({ status }) => status)";
        let status = person.ask(status, old).await?;
        ensure!(status == 200, "{status}");
        person.see(OFFERED).await?;
        person.tap("Use it now").await?;
        person
            .wait_for("document.documentElement?.dataset.release === '1'")
            .await?;
        app_runs(person).await
    })
}

/// Counts how often the page asks for a new version.
const ASKED: &str = "window.asked = 0; \
    ServiceWorkerRegistration.prototype.update = () => { window.asked += 1; return Promise.resolve(); };";

#[test]
fn page_that_stays_open_asks_when_it_is_seen_again_after_an_hour() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        person.wait_until_offline_works().await?;
        person.ask(ASKED, Value::Null).await?;
        for (minutes, asked) in [(59, 0), (1, 1), (59, 1), (1, 2), (300, 3)] {
            person.look_away().await?;
            person.pass(seconds(minutes * 60)).await?;
            person.look_back().await?;
            let so_far = person.ask("return window.asked", Value::Null).await?;
            ensure!(so_far == asked, "{so_far} instead of {asked}");
        }
        Ok(())
    })
}

#[test]
fn nothing_is_asked_in_a_session() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        person.wait_until_offline_works().await?;
        person.ask(ASKED, Value::Null).await?;
        person.look_away().await?;
        person.pass(seconds(7_200)).await?;
        person.look_back().await?;
        let asked = person.ask("return window.asked", Value::Null).await?;
        ensure!(asked == 0, "{asked}");
        Ok(())
    })
}
