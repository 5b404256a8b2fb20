//! My data: a backup goes out and comes back, bad files change nothing, everything can be erased.

use anyhow::{Context, Result, ensure};
use browser_tests::{Engine, Outcome, Person, Setup, in_every_engine, past, scenario};
use serde_json::{Value, json};
use spry_knees::domain::record::history::Entry;
use spry_knees::domain::record::saved::backup::Backup;
use spry_knees::domain::time::WallTime;

use super::with;
use crate::files::{DOWNLOADS, choose, text_of_file};
use crate::steps::{choose_to_count, seconds};

in_every_engine!(backup_brings_everything_back_after_it_was_erased);

pub(super) const BACKUP_NAME: &str = "spry-knees-2026-06-01.json";
pub(super) const JSON: &str = "application/json";

const NOT_A_BACKUP: &str = "This is not a backup from this app. Nothing was changed.";
const TOO_LARGE: &str = "This file is too large for a backup from this app. Nothing was changed.";
const DAMAGED: &str = "This backup is damaged. Nothing was changed.";
const NEWER: &str = "This backup is from a newer version. Update the app first.";

/// Every third day, the last one on 29 May: more than are read at once.
fn forty_sessions() -> Vec<Entry> {
    let days = (0..40).map(|index| i64::from(39 - index) * 3 * 86_400_000);
    let started = days.map(|ago_ms| WallTime {
        utc_ms: 1_780_045_200_000 - ago_ms,
        offset_min: 60,
    });
    started.map(past::session).collect()
}

/// Two texts that are nobody's, one with half of a character pair.
const DAMAGE: &str = "localStorage['spry-knees/entry/5'] = '{\"theme\":\"dark\"}'; \
    localStorage['spry-knees/safety'] = 'half of a pair: ' + String.fromCharCode(0xd83d)";

/// As JSON, which writes half of a pair as an escape.
pub(super) const ALL_TEXTS: &str =
    "return JSON.stringify(Object.entries({ ...localStorage }).sort())";

const LOST_TEXTS: &str = "const held = Object.entries({ ...localStorage }); \
    const is = (name, text) => held.some(([key, there]) => key.endsWith(name) && there === text); \
    return !is('/spry-knees/entry/5', '{\"theme\":\"dark\"}') \
        || !is('/spry-knees/safety', 'half of a pair: ' + String.fromCharCode(0xd83d))";

fn backup_brings_everything_back_after_it_was_erased(engine: Engine) -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        choose_to_count(person).await?;
        person.did_before(&forty_sessions()).await?;
        person.ask(DAMAGE, Value::Null).await?;
        person.open("#/data").await?;
        // The older one is found when the page is already there.
        person.pass(seconds(1)).await?;
        person.see("2 entries could not be read.").await?;
        person.tap("Save a backup").await?;
        person.see("Your file is ready.").await?;
        let file = text_of_file(person, BACKUP_NAME, JSON).await?;
        let backup = Backup::parse(&file).ok().context("it is no backup")?;
        ensure!(backup.entries().eq(forty_sessions()));
        ensure!(backup.unreadable.len() == 2, "{:?}", backup.unreadable);

        erase_everything(person).await?;
        person.open("#/data").await?;
        let dir = tempfile::tempdir()?;
        choose(person, &dir, BACKUP_NAME, &file).await?;
        person.see("40 sessions, 1 February to 29 May").await?;
        person.tap("Add to what is here").await?;
        person.see("Restored.").await?;
        let lost = person.ask(LOST_TEXTS, Value::Null).await?;
        ensure!(lost == json!(false), "damaged texts are missing");
        // Twice adds nothing.
        let texts = person.ask(ALL_TEXTS, Value::Null).await?;
        choose(person, &dir, BACKUP_NAME, &file).await?;
        person.tap("Add to what is here").await?;
        person.see("Restored.").await?;
        ensure!(texts == person.ask(ALL_TEXTS, Value::Null).await?);
        sees_sessions(person, 40).await?;
        person.reload().await?;
        sees_sessions(person, 40).await?;
        person
            .wait_for("localStorage['spry-knees/settings'].includes('by-hand')")
            .await
    })
}

/// In two steps; nothing of it comes back, not from the mirror either.
async fn erase_everything(person: &mut Person) -> Result<()> {
    person.tap("Erase everything").await?;
    person
        .see("Save a backup first if you may want them again.")
        .await?;
    person.tap("Continue").await?;
    person.tap("Yes, erase everything").await?;
    person.see("Everything is erased.").await?;
    let empty = "localStorage.length === 0 && Object.keys(await mirrored()).length === 0";
    person.wait_for(empty).await?;
    for _ in 0..2 {
        person.open("#/").await?;
        person.see_button("Get started").await?;
        person.wait_for(empty).await?;
    }
    Ok(())
}

async fn sees_sessions(person: &mut Person, count: usize) -> Result<()> {
    // Old ones are read when the page is already there.
    person.pass(seconds(1)).await?;
    person.go_to("#/history").await?;
    for _ in 0..count.saturating_sub(1) / 16 {
        person.tap("Show older sessions").await?;
    }
    person
        .wait_for(&format!(
            "document.querySelectorAll('a[href^=\"#/history/\"] b').length === {count}"
        ))
        .await
}

#[test]
fn backup_takes_the_place_of_what_is_here_and_undo_takes_it_back() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        let (in_both, only_here) = (forty_sessions().split_off(30), only_here());
        person.did_before(&in_both[..5]).await?;
        person.did_before(&only_here).await?;
        person.open("#/data").await?;
        let dir = tempfile::tempdir()?;
        let file = past::backup(&in_both)?;
        for (how, kept) in [("Replace", 10), ("Add to what is here", 11)] {
            choose(person, &dir, BACKUP_NAME, &file).await?;
            person.see("10 sessions, 2 May to 29 May").await?;
            person.tap(how).await?;
            person.see("Restored.").await?;
            keeps_sessions(person, kept).await?;
            person.tap("Undo").await?;
            person.see("Everything is as it was before.").await?;
            keeps_sessions(person, 6).await?;
        }
        sees_sessions(person, 6).await?;
        person.see("Sunday 31 May 2026").await
    })
}

pub(super) async fn keeps_sessions(person: &mut Person, count: usize) -> Result<()> {
    let kept = "Object.entries({ ...localStorage }).filter(([name, text]) => \
        name.startsWith('spry-knees/entry/') && !text.endsWith('\"body\":null}')).length";
    person.wait_for(&format!("{kept} === {count}")).await
}

/// Sunday 31 May.
fn only_here() -> [Entry; 1] {
    [past::session(WallTime {
        utc_ms: 1_780_218_000_000,
        offset_min: 60,
    })]
}

#[test]
fn file_that_is_no_backup_says_what_it_is_and_changes_nothing() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        person.did_before(&only_here()).await?;
        person.open("#/data").await?;
        person
            .wait_until_mirrored(&past::key(&only_here()[0]))
            .await?;
        let texts = person.ask(ALL_TEXTS, Value::Null).await?;
        let good = past::backup(&forty_sessions())?;
        let dir = tempfile::tempdir()?;
        for (name, bytes, words) in [
            ("empty.json", Vec::new(), NOT_A_BACKUP),
            ("diary.json", b"Dear diary".to_vec(), NOT_A_BACKUP),
            ("list.json", b"[1,2,3]".to_vec(), NOT_A_BACKUP),
            ("utf-16.json", in_utf_16(&good), NOT_A_BACKUP),
            ("deep.json", "[".repeat(5_000_000).into(), NOT_A_BACKUP),
            (
                "another.json",
                good.replace("spry-knees\",", "sore-elbows\",").into(),
                NOT_A_BACKUP,
            ),
            (
                "picture.png",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff".to_vec(),
                NOT_A_BACKUP,
            ),
            ("cut.json", good[..good.len() / 2].into(), DAMAGED),
            (
                "changed.json",
                good.replacen("25,25", "24,25", 1).into(),
                DAMAGED,
            ),
            ("newer.json", good.replacen(":1,", ":2,", 1).into(), NEWER),
            ("huge.json", vec![b' '; 40_000_000], NOT_A_BACKUP),
            ("larger.json", vec![b' '; 64_000_001], TOO_LARGE),
        ] {
            choose(person, &dir, name, bytes).await?;
            person.see(words).await.context(name)?;
            ensure!(texts == person.ask(ALL_TEXTS, Value::Null).await?, "{name}");
            // For the next file to say it anew.
            person.tap("Erase everything").await?;
            person.tap("Keep my data").await?;
            person.see_title("My data").await?;
            person.sees_not(words).await?;
        }
        sees_sessions(person, 1).await
    })
}

fn in_utf_16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// A share sheet that takes every file but JSON, as Chrome's does, and one that is closed again.
const SHEET: &str = "
    navigator.canShare = () => true;
    navigator.share = async ({ files: [file] }) => {
        if (file.name.endsWith('.json')) throw new DOMException('not this one', 'NotAllowedError');
        if ((window.shut = !window.shut)) throw new DOMException('closed', 'AbortError');
        window.shared = [file.name, file.type, await file.text()];
    };";

#[test]
fn files_go_to_the_share_sheet_or_else_to_the_downloads() -> Outcome {
    let setup = Setup {
        preload: Box::leak([DOWNLOADS, SHEET].concat().into_boxed_str()),
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        person.did_before(&only_here()).await?;
        person.open("#/data").await?;
        person.tap("Save a backup").await?;
        person.see("Your file is ready.").await?;
        let file = text_of_file(person, BACKUP_NAME, JSON).await?;
        ensure!(Backup::parse(&file).is_ok_and(|backup| backup.entries().eq(only_here())));
        // Closed again: nothing was handed over, and nothing is said.
        person.tap("Save a table for a spreadsheet").await?;
        person.sees_not("Your file is ready.").await?;
        person.tap("Save a table for a spreadsheet").await?;
        person.see("Your file is ready.").await?;
        let shared = person.ask("return shared", Value::Null).await?;
        let shared: [String; 3] = serde_json::from_value(shared)?;
        ensure!(shared[0] == "spry-knees-2026-06-01.csv", "{shared:?}");
        ensure!(shared[1] == "text/csv;charset=utf-8", "{shared:?}");
        let rows: Vec<&str> = shared[2].split("\r\n").collect();
        ensure!(rows[0].starts_with("date,time,exercise,side,"), "{rows:?}");
        ensure!(
            rows[1].starts_with("2026-05-31,10:00,quad-sway,right,planned,25,25,reps,by-app,"),
            "{rows:?}"
        );
        ensure!(rows.iter().filter(|row| row.starts_with("2026")).count() == 8);
        Ok(())
    })
}
