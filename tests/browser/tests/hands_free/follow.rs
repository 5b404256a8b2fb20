//! The devices follow the page and the settings, whoever changes them.

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person};

use super::heard::{ask, with};
use super::voice::choose_voice;
use crate::steps::seconds;

const BEST_VOICE: &str = "The best one here";

#[test]
fn what_a_page_says_ends_with_it() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/exercise/bun-lift").await?;
        person.tap("Read it to me").await?;
        person.pass(seconds(1)).await?;
        person.go_to("#/about").await?;
        person.see_title("About").await?;
        ensure!(is_cut(person).await?, "it reads on");

        person.go_to("#/settings/voice").await?;
        person.tap("Test the voice").await?;
        person.pass(seconds(1)).await?;
        person.go_to("#/").await?;
        person.see_title("Today").await?;
        ensure!(is_cut(person).await?, "the test goes on");

        person.go_to("#/exercise/bun-lift").await?;
        person.tap("Read it to me").await?;
        person.pass(seconds(1)).await?;
        let leaves = "dispatchEvent(new PageTransitionEvent('pagehide')) && heard.said.filter((one) => one.text.trim()).at(-1).cut";
        person.wait_for(leaves).await
    })
}

async fn is_cut(person: &mut Person) -> Result<bool> {
    Ok(ask(
        person,
        "return heard.said.filter((one) => one.text.trim()).at(-1).cut",
    )
    .await?
        == true)
}

#[test]
fn a_voice_that_is_chosen_or_erased_in_another_window_arrives() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/voice").await?;
        person.open_in_new_window("#/settings/voice").await?;
        choose_voice(person, "Samantha").await?;
        person.turn_to_window(0).await?;
        tests_with(person, "Samantha", "Samantha").await?;
        person.turn_to_window(1).await?;
        person.open("#/erase").await?;
        person.tap("Continue").await?;
        person.tap("Yes, erase everything").await?;
        person.turn_to_window(0).await?;
        tests_with(person, BEST_VOICE, "Daniel").await
    })
}

/// Tests the voice once Settings show this one, and waits until it is the one that speaks.
async fn tests_with(person: &mut Person, shown: &str, name: &str) -> Result<()> {
    let chosen = "document.querySelector('#voice option:checked').innerText.trim()";
    person.wait_for(&format!("{chosen} === '{shown}'")).await?;
    person.tap("Test the voice").await?;
    person.pass(seconds(1)).await?;
    person
        .wait_for(&format!(
            "heard.said.filter((one) => one.text.trim()).at(-1).voice === '{name}'"
        ))
        .await
}
