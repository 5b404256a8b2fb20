//! Nothing is ever lost: killed browsers, reloads, two windows, refusing and foreign storage, clocks.
//! Where nothing else is said, a scenario runs in all three browsers.

mod clocks;
mod data;
mod foreign;
mod frozen;
mod kept;
mod killed;
mod late;
mod private;
mod refused;
mod restored;
mod too_much;
mod windows;

use anyhow::Result;
use browser_tests::{Engine, Person, Setup};

use crate::steps::seconds;

pub(crate) const NOT_SAVING: &str =
    "This browser is not saving your sessions. You can still exercise.";

/// The usual person with another browser.
pub(crate) fn with(engine: Engine) -> Setup {
    Setup {
        engine,
        ..Setup::default()
    }
}

/// Out of a pause, until there is something to count.
pub(crate) async fn resume(person: &mut Person) -> Result<()> {
    person.tap("Resume").await?;
    person.pass_until("Count", seconds(20)).await.map(drop)
}

/// So many presses, from a number up.
pub(crate) async fn count(person: &mut Person, from: u32, presses: u32) -> Result<()> {
    for number in from + 1..=from + presses {
        person.tap("Count").await?;
        person.see(&format!("{number} of 25 sways")).await?;
    }
    Ok(())
}

/// Waits until `IndexedDB` has confirmed so many reps, counted by hand.
pub(crate) async fn is_safe(person: &mut Person, reps: u32) -> Result<()> {
    let text = "(await mirrored())['spry-knees/running']";
    person
        .wait_for(&format!("{text}?.includes('\"by_hand\":{reps}')"))
        .await
}

/// How often a long scenario goes round: `cargo xtask test --all` asks for more.
pub(crate) fn rounds(short: u32, long: u32) -> u32 {
    if std::env::var_os("SPRY_KNEES_LONG").is_some() {
        long
    } else {
        short
    }
}
