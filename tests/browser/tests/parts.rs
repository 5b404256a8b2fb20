//! The app comes in two parts: what the first page needs, and the rest. (A quick build has only one
//! part, and nothing of this.)

use anyhow::Result;
use browser_tests::{Outcome, Person, with_preload};
use serde_json::json;

use crate::steps::{answer_safety_questions, seconds, work_until};

/// Holds back what is fetched of the rest until `restArrives` is called with whether it is there;
/// from then on all of it comes.
const HELD: &str = "{ const fetched = window.fetch; \
    const isRest = (url) => String(url).includes('-rest-'); \
    let held = new Promise((arrives) => { window.restArrives = arrives; }); \
    window.fetch = (url, ...more) => isRest(url) && held \
        ? held.then((is) => { held = null; if (!is) throw new TypeError('the rest is lost'); \
            return fetched(url, ...more); }) \
        : fetched(url, ...more); }";

fn with_held_rest(body: impl AsyncFnOnce(&mut Person) -> Result<()>) -> Outcome {
    with_preload(HELD, body)
}

async fn the_rest(person: &mut Person, arrives: bool) -> Result<()> {
    let script = "restArrives(arguments[0])";
    person.ask(script, json!(arrives)).await.map(drop)
}

#[test]
fn an_early_tap_on_start_is_not_lost() -> Outcome {
    with_held_rest(async |person: &mut Person| {
        person.open_early("#/").await?;
        person.see_today_run().await?;
        person.tap("Get started").await?;
        person.see_title("Today").await?;
        the_rest(person, true).await?;
        answer_safety_questions(person).await?;
        person.see_title("Quad Sway").await
    })
}

#[test]
fn what_did_not_arrive_is_said_and_asked_for_again() -> Outcome {
    with_held_rest(async |person: &mut Person| {
        person.expect_in_log("the rest is lost");
        person.open_early("#/").await?;
        person.see_today_run().await?;
        person.sees_not("The app did not load fully.").await?;
        // A version that becomes usable meanwhile would load the page anew.
        person.wait_until_offline_works().await?;
        the_rest(person, false).await?;
        person.see("The app did not load fully.").await?;
        person.pass(seconds(2)).await?;
        person.sees_not("The app did not load fully.").await?;
        person.tap("My history").await?;
        person.see_title("My history").await
    })
}

#[test]
fn a_page_that_needs_the_rest_waits_behind_the_shell() -> Outcome {
    with_held_rest(async |person: &mut Person| {
        person.open_early("#/settings").await?;
        person.see_title("Today").await?;
        the_rest(person, true).await?;
        person.see_title("Settings").await
    })
}

#[test]
fn today_waits_where_a_session_may_be_unfinished() -> Outcome {
    with_held_rest(async |person: &mut Person| {
        person.open_early("#/").await?;
        the_rest(person, true).await?;
        person
            .wait_for("document.documentElement?.dataset.app === 'whole'")
            .await?;
        person.tap("Get started").await?;
        answer_safety_questions(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.open_early("#/").await?;
        person.see_button("Start").await?;
        person.sees_not("Carry on?").await?;
        the_rest(person, true).await?;
        person.see_button("Carry on from Quad Sway").await
    })
}
