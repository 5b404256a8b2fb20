//! The tests' own eyes: what they rely on finds what it is there to find.

use anyhow::ensure;
use browser_tests::{Outcome, Person, Setup, scenario};

#[test]
fn request_to_another_site_is_noticed() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        // As the policy forbids it, only leaving the page can ask.
        person.visit("http://elsewhere.example/").await.ok();
        let requests = person.requests_elsewhere();
        let asked = "GET http://elsewhere.example/ HTTP/1.1".to_owned();
        ensure!(requests.contains(&asked), "{requests:?}");
        person.expect_in_log("status of 502");
        person.forget_requests();
        Ok(())
    })
}

#[test]
fn error_in_the_log_is_noticed() {
    let fails = Setup {
        preload: "console.error('by hand')",
        ..Setup::default()
    };
    let outcome = fails.run(async |person: &mut Person| person.open("#/").await);
    let failure = outcome.expect_err("the error in the log must fail the test");
    assert!(format!("{failure:?}").contains("by hand"));
}

#[test]
fn words_in_a_text_that_a_translator_may_have_taken_away_are_noticed() {
    let outcome = scenario(async |person: &mut Person| {
        person.open("#/help").await?;
        let write = "document.querySelector('h1').firstChild.nodeValue = 'other words'";
        person.ask(write, serde_json::Value::Null).await.map(drop)
    });
    let failure = outcome.expect_err("writing into a text node must fail the test");
    assert!(format!("{failure:?}").contains("“other words” was written"));
}

#[test]
fn policy_stops_a_request_to_another_site() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let ask = "return fetch('http://elsewhere.example/').then(() => 'sent', () => 'stopped')";
        let answer = person.ask(ask, serde_json::Value::Null).await?;
        ensure!(answer == "stopped", "{answer}");
        person.expect_in_log("Content Security Policy");
        person.expect_in_log("elsewhere.example");
        Ok(())
    })
}
