//! A mirror that does not answer, by the real clock: the app does not wait for it.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use browser_tests::{Clock, Outcome, Person, Setup};
use serde_json::Value;

/// `IndexedDB` leaves every opening without an answer until `window.answers` is set. Notes when it was
/// asked first and when the app was there.
const SILENT: &str = "
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
        window.asked ??= performance.now();
        if (!window.answers) return new EventTarget();
        window.opened = true;
        return open.apply(this, args);
    };
    new MutationObserver(() => {
        if (document.documentElement?.dataset.app === 'whole') window.whole ??= performance.now();
    }).observe(document, { attributes: true, childList: true, subtree: true });";

/// A little more than the app itself waits, for a busy machine.
const MOST_MS: f64 = 3_000.0;

#[test]
fn app_starts_without_a_mirror_that_does_not_answer_and_mirrors_later() -> Outcome {
    let setup = Setup {
        clock: Clock::Real,
        preload: SILENT,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/settings/session").await?;
        let waited = person.ask("return whole - asked", Value::Null).await?;
        let waited_ms = waited.as_f64().unwrap_or(f64::INFINITY);
        ensure!(waited_ms < MOST_MS, "it waited for {waited_ms} ms");
        person.tap("I do, one press each time").await?;
        person.reload().await?;
        person
            .wait_for("pressable('I do, one press each time')[0].control.checked")
            .await?;
        person.ask("window.answers = true", Value::Null).await?;
        change_until_opened(person).await?;
        person.wait_until_mirrored("spry-knees/settings").await
    })
}

/// It is opened anew with the next change after it was given up.
async fn change_until_opened(person: &mut Person) -> Result<()> {
    let start = Instant::now();
    let ways = ["The app, at a steady pace", "I do, one press each time"];
    for way in ways.into_iter().cycle() {
        person.tap(way).await?;
        let opened = person.ask("return window.opened", Value::Null).await?;
        if opened == Value::Bool(true) {
            break;
        }
        let patience = Duration::from_secs(20);
        ensure!(start.elapsed() < patience, "it is not opened anew");
    }
    Ok(())
}
