//! A backup that comes into a storage without room for it: what does not fit is said and comes later,
//! and Undo makes everything as it was.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Outcome, Person, Setup, in_every_engine, past, scenario};
use serde_json::{Value, json};
use spry_knees::domain::record::history::Entry;
use spry_knees::domain::record::saved::backup::{Backup, Held, Unreadable};
use spry_knees::domain::time::WallTime;
use tempfile::TempDir;

use super::data::{ALL_TEXTS, BACKUP_NAME, JSON, keeps_sessions};
use super::refused::{EMPTY, FILL};
use super::{NOT_SAVING, with};
use crate::files::{DOWNLOADS, choose, text_of_file};
use crate::steps::seconds;

in_every_engine!(what_does_not_fit_is_said_and_comes_when_there_is_room);

const BACK: &str = "Restored.";

/// Every half day, the last one on 29 May 2026.
fn sessions(count: u32) -> Vec<Entry> {
    let started = (0..count).map(|index| WallTime {
        utc_ms: 1_780_045_200_000 - i64::from(count - 1 - index) * 43_200_000,
        offset_min: 60,
    });
    started.map(past::session).collect()
}

/// Full, but for so many characters.
async fn leave_room(person: &mut Person, characters: u32) -> Result<()> {
    person.ask(FILL, Value::Null).await?;
    let shorten = "for (const [key, text] of Object.entries({ ...localStorage })) { \
        if (key.startsWith('filler/') && text.length > arguments[0]) { \
            return void localStorage.setItem(key, text.slice(arguments[0])); \
        } \
    }";
    person.ask(shorten, json!(characters)).await.map(drop)
}

/// How many sessions stand in localStorage.
async fn here(person: &mut Person) -> Result<u64> {
    let count = "return Object.entries({ ...localStorage }).filter(([name, text]) => \
        name.startsWith('spry-knees/entry/') && !text.endsWith('\"body\":null}')).length";
    let count = person.ask(count, Value::Null).await?;
    count.as_u64().context("no number")
}

async fn add(person: &mut Person, dir: &TempDir, file: &str) -> Result<()> {
    choose(person, dir, BACKUP_NAME, file).await?;
    person.tap("Add to what is here").await
}

fn what_does_not_fit_is_said_and_comes_when_there_is_room(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        person.open("#/data").await?;
        leave_room(person, 200_000).await?;
        let dir = tempfile::tempdir()?;
        add(person, &dir, &past::backup(&sessions(1_001))?).await?;
        person
            .see("of 1,001 sessions do not fit in this browser’s storage.")
            .await?;
        person.sees_not(BACK).await?;
        let left = 1_001 - here(person).await?;
        ensure!((400..800).contains(&left), "{left} are left out");
        person
            .see(&format!("{left} of 1,001 sessions do not fit"))
            .await?;
        for mirrored in [250, 500, 750, 1_001] {
            let keys = "Object.keys(await mirrored()).length";
            person.wait_for(&format!("{keys} >= {mirrored}")).await?;
        }
        // The mirror has the others, and there is still no room for them.
        person.reload().await?;
        let words = format!("{left} sessions do not fit in this browser’s storage.");
        person.see(&words).await?;
        person.go_to("#/").await?;
        person.see(NOT_SAVING).await?;
        person.go_to("#/data").await?;
        person.ask(EMPTY, Value::Null).await?;
        person.pass(seconds(11)).await?;
        person.sees_not(&words).await?;
        ensure!(here(person).await? == 1_001);
        person.go_to("#/").await?;
        person.sees_not(NOT_SAVING).await
    })
}

/// Nothing but localStorage.
const NO_MIRROR: &str = "Object.defineProperty(window, 'indexedDB', { value: null });";

#[test]
fn without_a_mirror_what_was_refused_waits_for_room() -> Outcome {
    let setup = Setup {
        preload: NO_MIRROR,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/data").await?;
        leave_room(person, 20_000).await?;
        let dir = tempfile::tempdir()?;
        add(person, &dir, &past::backup(&sessions(100))?).await?;
        person.see("of 100 sessions do not fit").await?;
        // The newest came first.
        let newest = past::key(&sessions(1)[0]);
        person
            .wait_for(&format!("localStorage['{newest}']"))
            .await?;
        person.ask(EMPTY, Value::Null).await?;
        person.pass(seconds(6)).await?;
        person.see(BACK).await?;
        keeps_sessions(person, 100).await
    })
}

#[test]
fn undo_works_in_a_full_storage() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        // Too many, also for the room of those that are replaced.
        let both = sessions(480);
        person.did_before(&both[..80]).await?;
        person.open("#/data").await?;
        leave_room(person, 5_000).await?;
        let before = bodies(person).await?;
        let dir = tempfile::tempdir()?;
        for how in ["Add to what is here", "Replace"] {
            choose(person, &dir, BACKUP_NAME, past::backup(&both[80..])?).await?;
            person.tap(how).await?;
            person.see("of 400 sessions do not fit").await?;
            person.tap("Undo").await?;
            person.see("Everything is as it was before.").await?;
            ensure!(bodies(person).await? == before, "{how}");
            person.sees_not("do not fit").await?;
        }
        Ok(())
    })
}

/// What the sessions say.
async fn bodies(person: &mut Person) -> Result<Value> {
    let bodies = "return Object.entries({ ...localStorage }) \
        .filter(([name, text]) => name.startsWith('spry-knees/entry/') && !text.endsWith(':null}')) \
        .map(([name, text]) => [name, text.replace(/.*\"body\":/, '')]).sort()";
    person.ask(bodies, Value::Null).await
}

/// What could not be read on the other device, neither.
#[test]
fn unreadable_text_without_room_is_said_and_comes_later() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/data").await?;
        leave_room(person, 20_000).await?;
        let text = "x".repeat(60_000);
        let mut backup = Backup::parse(&past::backup(&sessions(3))?)
            .ok()
            .context("no backup")?;
        let unreadable = |key: &str, text: &str| Unreadable {
            key: key.to_owned(),
            held: Held::Text(text.to_owned()),
        };
        // Two under one key, and one under a key that is none.
        backup.unreadable = vec![
            unreadable("spry-knees/quarantine/00000000/spry-knees/entry/5", "one"),
            unreadable("spry-knees/quarantine/00000000/spry-knees/entry/5", &text),
            unreadable("diary", "two"),
        ];
        let dir = tempfile::tempdir()?;
        add(person, &dir, &backup.to_text()).await?;
        person
            .see("1 other entry does not fit in this browser’s storage.")
            .await?;
        person.see("3 entries could not be read.").await?;
        person.ask(EMPTY, Value::Null).await?;
        person.pass(seconds(6)).await?;
        person.see(BACK).await?;
        let texts = person.ask(ALL_TEXTS, Value::Null).await?;
        let texts = texts.as_str().unwrap_or_default();
        ensure!(texts.contains(&text) && texts.contains("\"one\"") && texts.contains("\"two\""));
        person.see("3 entries could not be read.").await
    })
}

/// Not even the note that everything goes has room.
#[test]
fn full_storage_can_be_erased() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        person.did_before(&sessions(3)).await?;
        person.open("#/data").await?;
        person.ask(FILL, Value::Null).await?;
        person.tap("Erase everything").await?;
        person.tap("Continue").await?;
        person.tap("Yes, erase everything").await?;
        person.see("Everything is erased.").await?;
        person
            .wait_for(
                "Object.keys(localStorage).every((key) => key.startsWith('filler/')) && \
                Object.keys(await mirrored()).length === 0",
            )
            .await
    })
}

/// It could not even be set aside, and still is in the backup.
#[test]
fn unreadable_text_that_cannot_be_moved_is_in_the_backup() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        let stuck = "localStorage['spry-knees/safety'] = 'precious'";
        person.ask(stuck, Value::Null).await?;
        person.ask(FILL, Value::Null).await?;
        person.open("#/data").await?;
        person.see("1 entry could not be read.").await?;
        person.tap("Save a backup").await?;
        person.see("Your file is ready.").await?;
        let file = text_of_file(person, BACKUP_NAME, JSON).await?;
        let backup = Backup::parse(&file).ok().context("no backup")?;
        let held: Vec<&Held> = backup.unreadable.iter().map(|text| &text.held).collect();
        ensure!(held == [&Held::Text("precious".into())], "{held:?}");
        Ok(())
    })
}

/// The browser was closed while a backup was being brought back.
#[test]
fn interrupted_restore_is_said_until_it_is_done() -> Outcome {
    const WORDS: &str = "The app was closed before your backup was fully restored.";
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let note = "localStorage['spry-knees/restoring'] = '1'";
        person.ask(note, Value::Null).await?;
        person.open("#/data").await?;
        person.see(WORDS).await?;
        let dir = tempfile::tempdir()?;
        add(person, &dir, &past::backup(&sessions(3))?).await?;
        person.see(BACK).await?;
        person.open("#/data").await?;
        person.see("Your data stays on this device.").await?;
        person.sees_not(WORDS).await
    })
}
