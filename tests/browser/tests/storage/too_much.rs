//! More than a person has: large files, large records, times beyond every calendar.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Clock, Engine, Outcome, Person, Setup, in_every_engine, past};
use serde_json::{Value, json};
use spry_knees::domain::record::history::{Entry, EntryId};
use spry_knees::domain::record::saved::backup::Backup;
use spry_knees::domain::record::saved::{Key, Record, encode};
use spry_knees::domain::time::WallTime;

use super::data::{BACKUP_NAME, JSON, keeps_sessions};
use super::{count, with};
use crate::files::{DOWNLOADS, choose, text_of_file};
use crate::steps::{count_by_hand, seconds};

in_every_engine!(record_that_no_session_makes_is_kept_and_keeps_the_page_free);

const NOW: WallTime = WallTime {
    utc_ms: 1_780_218_000_000,
    offset_min: 60,
};

fn record(body: &Value) -> Result<String> {
    let record = Record {
        revision: 1,
        saved: NOW,
        body: Some(body),
    };
    encode(&record).map_err(|_| anyhow::anyhow!("no record"))
}

fn record_that_no_session_makes_is_kept_and_keeps_the_page_free(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        person.open("#/").await?;
        let sets = vec![json!(["quad-sway", "right", 20, 25]); 10_000];
        let pains = vec![json!({ "exercise": "quad-sway", "side": "right", "done": 1 }); 10_000];
        let last_ms = 8_640_000_000_000_000_i64;
        let last = json!({ "utc_ms": last_ms, "offset_min": 0 });
        let bodies = [
            (5, json!({ "id": 5, "started": NOW, "results": sets })),
            (
                6,
                json!({ "id": 6, "started": NOW, "results": [], "pains": pains }),
            ),
            (
                last_ms,
                json!({ "id": last_ms, "started": last, "results": [] }),
            ),
        ];
        let mut texts = Vec::new();
        for (id, body) in bodies {
            texts.push(json!([Key::Entry(EntryId(id)).name(), record(&body)?]));
        }
        let put = "for (const [name, text] of arguments[0]) localStorage.setItem(name, text)";
        person.ask(put, json!(texts)).await?;
        person.did_before(&[past::session(NOW)]).await?;
        person.open("#/data").await?;
        person.see("3 entries could not be read.").await?;
        let kept = "return arguments[0].every(([name, text]) => \
            Object.entries({ ...localStorage }).some(([key, there]) => \
                key.endsWith(name) && there === text))";
        let kept = person.ask(kept, json!(texts)).await?;
        ensure!(kept == json!(true), "they were changed");
        person.go_to("#/history").await?;
        person.see("Sunday 31 May 2026").await?;
        person.sees_not("Invalid Date").await?;
        person.go_to("#/history/5").await?;
        person.see("This session is not here any more.").await?;
        person.go_to("#/progress").await?;
        person.sees_not("Invalid Date").await
    })
}

/// Keeps what the page says on its way: one that is blocked says nothing before it is done.
const LISTEN: &str = "window.told = new Set(); new MutationObserver(() => { \
    told.add(document.querySelector('div[role=\"status\"].flow')?.textContent); \
}).observe(document, { childList: true, subtree: true, characterData: true })";

#[test]
fn page_answers_while_a_large_backup_comes_in() -> Outcome {
    let setup = Setup {
        clock: Clock::Real,
        preload: LISTEN,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/data").await?;
        let entries: Vec<Entry> = (0..2_000)
            .map(|index| {
                past::session(WallTime {
                    utc_ms: NOW.utc_ms - index * 43_200_000,
                    offset_min: 60,
                })
            })
            .collect();
        let dir = tempfile::tempdir()?;
        choose(person, &dir, BACKUP_NAME, past::backup(&entries)?).await?;
        let long = Duration::from_mins(2);
        person.pass_until("2,000 sessions", long).await?;
        has_told(person, "Reading your backup").await?;
        person.tap("Add to what is here").await?;
        person.pass_until("Restored.", long).await?;
        has_told(person, "Restoring your backup").await?;
        keeps_sessions(person, 2_000).await
    })
}

/// On its way, and not only at the beginning.
async fn has_told(person: &mut Person, what: &str) -> Result<()> {
    let told = format!("[...told].some((words) => /^{what} … [1-9]/.test(words))");
    person.wait_for(&told).await
}

/// It is in the history of the device that the backup is brought to, as far as it had come.
#[test]
fn unfinished_session_is_in_every_backup() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        for days in [0, 3] {
            if days > 0 {
                person.come_back_after_days(days).await?;
            }
            person.go_to("#/data").await?;
            person.pass(seconds(1)).await?;
            person.tap("Save a backup").await?;
            person.see("Your file is ready.").await?;
            let name = BACKUP_NAME.replace("06-01", &format!("06-0{}", days + 1));
            let file = text_of_file(person, &name, JSON).await?;
            let backup = Backup::parse(&file).ok().context("it is no backup")?;
            let entries: Vec<Entry> = backup.entries().collect();
            ensure!(entries.len() == 1, "{entries:?}");
            ensure!(entries[0].results[0].done == 3, "{entries:?}");
        }
        Ok(())
    })
}
