//! The app in a frame of another page.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup};
use serde_json::Value;
use xtask::server::Server;

use super::app_runs;

#[test]
fn in_a_frame_it_does_not_start_and_a_tap_opens_it_by_itself() -> Outcome {
    Setup::default().run(async |person: &mut Person| {
        let _other = framed(person).await?;
        person.tap("Open Spry Knees by itself").await?;
        person.look_at_page().await?;
        app_runs(person).await
    })
}

#[test]
fn in_a_frame_the_keyboard_opens_it_by_itself() -> Outcome {
    Setup::default().run(async |person: &mut Person| {
        let _other = framed(person).await?;
        person.press(Key::Tab).await?;
        person.press(Key::Enter).await?;
        person.look_at_page().await?;
        app_runs(person).await
    })
}

/// Another origin, by its port and its name, frames the app.
async fn framed(person: &mut Person) -> Result<Server> {
    // The other page has no icon.
    person.expect_in_log("favicon.ico");
    let address = person.address();
    let other = tempfile::tempdir()?;
    let page = format!(
        "<!doctype html><title>Other</title><iframe width=340 height=700 src=\"{address}\"></iframe>"
    );
    std::fs::write(other.path().join("index.html"), page)?;
    let server = Server::start(other.path(), "/", 0)?;
    person.visit(&server.url()).await?;
    person.look_into_frame().await?;
    person
        .see("Spry Knees does not run inside another page.")
        .await?;
    let pressable = "return [...document.querySelectorAll('a, button')].filter(isVisible).length";
    let pressable = person.ask(pressable, Value::Null).await?;
    ensure!(pressable == 1, "{pressable} things can be pressed");
    let keys = "return Object.keys(localStorage).length + Object.keys(sessionStorage).length";
    let keys = person.ask(keys, Value::Null).await?;
    ensure!(keys == 0, "it has kept something");
    Ok(server)
}
