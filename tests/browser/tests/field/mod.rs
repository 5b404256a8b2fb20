//! What hosts, networks, browsers and other pages do to the app before it runs, and to the copy of it
//! that works without a network.

mod cannot_run;
mod framed;
mod headers;
mod host;
mod newer;
mod repair;
mod start;

use anyhow::{Result, ensure};
use browser_tests::{Clock, Engine, Person, Setup};
use serde_json::Value;

/// In this browser, with its own clock: the service worker has no other.
fn in_real_time(engine: Engine) -> Setup {
    Setup {
        engine,
        clock: Clock::Real,
        ..Setup::default()
    }
}

/// Files that fail leave many errors in the log.
fn expect_errors(person: &mut Person) {
    person.expect_in_log("");
}

/// The routine can be read, and there is nothing to press that would do nothing.
async fn can_only_be_read(person: &mut Person) -> Result<()> {
    for words in [
        "You can read all six exercises below.",
        "Palms together, thumbs touching your chest.",
        "Ask your doctor before you start.",
    ] {
        person.see(words).await?;
    }
    let dead = "return [...document.querySelectorAll('button, a[href^=\"#\"]')] \
        .filter(isVisible).map((element) => element.innerText).join()";
    let dead = person.ask(dead, Value::Null).await?;
    ensure!(dead == "", "these do nothing: {dead}");
    Ok(())
}

/// The routine has its pictures, although the app is not there to draw them.
async fn pictures_are_there(person: &mut Person) -> Result<()> {
    let loaded = "[...document.querySelectorAll('.printed img')].filter((image) => \
        image.complete && image.naturalWidth > 0 && isVisible(image)).length === 6";
    person.wait_for(loaded).await
}

const WHOLE: &str = "document.documentElement?.dataset.app === 'whole'";

async fn app_runs(person: &mut Person) -> Result<()> {
    person.wait_for(WHOLE).await?;
    person.see_button("My history").await
}

/// The browser keeps the app, and it can be used without the network.
async fn is_kept(person: &mut Person) -> Result<()> {
    person.open("#/").await?;
    person.wait_until_offline_works().await?;
    person.reload().await
}

/// It starts and leads somewhere without the network, which is there again afterwards.
async fn works_offline(person: &mut Person) -> Result<()> {
    person.lose_network();
    person.open("#/").await?;
    person.tap("The 6 exercises").await?;
    person.see_title("The routine").await?;
    person.find_network()
}
