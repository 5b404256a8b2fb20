//! Sessions of long ago, as the app itself stores them.

use anyhow::Result;
use serde_json::{Value, json};
use spry_knees::domain::record::history::{Attempt, Counted, Entry, SetResult};
use spry_knees::domain::record::saved::{Key, Record, backup::Backup, encode};
use spry_knees::domain::routine::Exercise;
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::time::WallTime;

use crate::person::Person;

/// A whole session with the source's numbers that started at this time.
pub fn session(started: WallTime) -> Entry {
    let sets = Exercise::ALL.into_iter().flat_map(|exercise| {
        exercise.sides().iter().map(move |side| SetResult {
            exercise,
            side: *side,
            attempt: Attempt::Planned,
            target: Dose::of_source(exercise),
            done: Dose::of_source(exercise).number(),
            counted: Counted::ByApp,
        })
    });
    Entry {
        active_ms: 540_000,
        ..Entry::new(started, sets.collect())
    }
}

/// The key under which it stands.
pub fn key(entry: &Entry) -> String {
    Key::Entry(entry.id).name()
}

fn record(entry: &Entry) -> Result<String> {
    let record = Record {
        revision: 1,
        saved: entry.started,
        body: Some(entry),
    };
    encode(&record).map_err(|_| anyhow::anyhow!("no record"))
}

/// The text of a backup file with these sessions.
///
/// # Errors
/// When one of them cannot be stored.
pub fn backup(entries: &[Entry]) -> Result<String> {
    let records = entries.iter().map(|entry| Ok((key(entry), record(entry)?)));
    let records = records.collect::<Result<_>>()?;
    let made = entries.iter().map(|entry| entry.started).max();
    Ok(Backup::new(records, Vec::new(), made.unwrap_or_default()).to_text())
}

impl Person {
    /// Puts sessions into the browser's storage, as if the app had saved them. It finds them when it
    /// starts the next time.
    ///
    /// # Errors
    /// When the storage refuses them.
    pub async fn did_before(&mut self, entries: &[Entry]) -> Result<()> {
        let records: Vec<Value> = entries
            .iter()
            .map(|entry| Ok(json!([key(entry), record(entry)?])))
            .collect::<Result<_>>()?;
        let put = "for (const [name, text] of arguments[0]) localStorage.setItem(name, text)";
        for some in records.chunks(500) {
            self.ask(put, json!(some)).await?;
        }
        Ok(())
    }
}
