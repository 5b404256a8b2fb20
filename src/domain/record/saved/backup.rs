//! A backup: every record as it is stored, by its key, in one file; and bringing it back.
//!
//! Records stay texts inside the file, so that each still has its checksum, and what could not be
//! read goes along byte for byte. A session that is still running is not in it: brought back later
//! it would offer to carry on with what was finished long ago.

mod reading;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::kind::{self, Content};
use super::merge::{Snapshot, is_newer};
use super::record::{body_text, decode_stamp, encode_deleted, renew};
use crate::domain::day::Day;
use crate::domain::record::history::Entry;
use crate::domain::time::WallTime;
use crate::json;
use crate::sort;

pub use reading::Reading;

/// The version of the file's own format.
pub const FORMAT: u32 = 1;

const APP: &str = "spry-knees";

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: WallTime,
    /// The records by their keys, all of them readable.
    pub records: Snapshot,
    /// What could not be read on the device that made it.
    pub unreadable: Vec<Unreadable>,
}

/// A text that could not be read, and where it was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// The text.
    pub held: Held,
}

/// A text of a browser's store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Held {
    /// As it is.
    Text(String),
    /// As a JSON string: it has half characters, which a file cannot hold.
    Json(String),
}

/// Why a file is not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadFile {
    /// It is something else.
    NotABackup,
    /// A later version of the app made it.
    Newer,
    /// It is one, but cut off or changed.
    Damaged,
}

/// What to tell before anything is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How many sessions it holds.
    pub sessions: usize,
    /// The day of the first one.
    pub first: Option<Day>,
    /// The day of the last one.
    pub last: Option<Day>,
}

/// How to bring a backup back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Add to what is here: nothing here goes, deleted sessions come back, and where both have a
    /// record the newer one holds.
    Add,
    /// Replace: what is here becomes what the backup holds. Settings and answers that it lacks
    /// stay.
    Replace,
    /// Undo: the same with what was here before, and what was not here then goes.
    Undo,
}

#[derive(Serialize)]
struct File<'b> {
    app: &'static str,
    format: u32,
    made: WallTime,
    records: Vec<Line>,
    unreadable: &'b [Unreadable],
}

#[derive(Serialize, Deserialize)]
struct Line {
    key: String,
    text: String,
}

impl Backup {
    /// A backup of these records; a running session is left out.
    pub fn new(mut records: Snapshot, unreadable: Vec<Unreadable>, made: WallTime) -> Self {
        records.retain(|name, text| content(name, text).is_some());
        Self {
            made,
            records,
            unreadable,
        }
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let lines = self.records.iter().map(|(key, text)| Line {
            key: key.clone(),
            text: text.clone(),
        });
        let file = File {
            app: APP,
            format: FORMAT,
            made: self.made,
            records: lines.collect(),
            unreadable: &self.unreadable,
        };
        json::to_string(&file).unwrap_or_default()
    }

    /// Reads the text of a file all at once.
    ///
    /// # Errors
    /// Where it cannot be brought back as a whole: half a backup is not one.
    pub fn parse(text: &str) -> Result<Self, BadFile> {
        let mut reading = Reading::new(text);
        while !reading.step(usize::MAX)? {}
        Ok(reading.finish().0)
    }

    /// What it holds, in short.
    pub fn preview(&self) -> Preview {
        let days: Vec<Day> = self.entries().map(|entry| entry.day()).collect();
        Preview {
            sessions: days.len(),
            first: days.iter().min().copied(),
            last: days.iter().max().copied(),
        }
    }

    /// Its sessions, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        let mut entries: Vec<Entry> = self
            .records
            .iter()
            .filter_map(|(name, text)| match content(name, text)? {
                Content::Entry(entry) => entry.map(|entry| *entry),
                _ => None,
            })
            .collect();
        // By their keys they are nearly in order.
        sort::by_key(&mut entries, |entry| entry.id);
        entries.into_iter()
    }

    /// What to write, by key, over what is `here` to bring this backup back. Bringing the same
    /// backup back twice writes nothing the second time.
    #[must_use]
    pub fn restore(&self, here: &Snapshot, how: How, now: WallTime) -> Snapshot {
        let names: BTreeSet<&String> = self.records.keys().chain(here.keys()).collect();
        let write = |name: &String| {
            let held = here.get(name).map(String::as_str);
            Some((name.clone(), self.write(name, held, how, now)?))
        };
        names.into_iter().filter_map(write).collect()
    }

    /// What to write under this key over the record that is held there, if there is one; `None` where
    /// all can stay as it is.
    pub fn write(&self, name: &str, held: Option<&str>, how: How, now: WallTime) -> Option<String> {
        let text = self.records.get(name).filter(|text| is_kept(text));
        match (text, held) {
            (Some(text), None) => Some(text.clone()),
            (Some(text), Some(held)) => restored(name, text, held, how, now),
            (None, Some(held)) if may_go(name, how) && is_kept(held) => {
                Some(encode_deleted(above(held, held), now))
            }
            (None, _) => None,
        }
    }
}

/// Whether what the backup lacks is deleted.
fn may_go(name: &str, how: How) -> bool {
    match Key::parse(name) {
        Some(Key::Entry(_)) => how != How::Add,
        Some(Key::Settings | Key::Safety) => how == How::Undo,
        Some(Key::Running) | None => false,
    }
}

/// What to write where both have a record; `None` where it can stay as it is.
fn restored(name: &str, text: &str, held: &str, how: How, now: WallTime) -> Option<String> {
    if body_text(text) == body_text(held) {
        return None;
    }
    let is_entry = matches!(Key::parse(name), Some(Key::Entry(_)));
    if how != How::Add || (is_entry && !is_kept(held)) {
        return renew(text, above(text, held), now);
    }
    is_newer(text, held).then(|| text.to_owned())
}

/// What a record of a backup says: there is no running session in one.
fn content(name: &str, text: &str) -> Option<Content<()>> {
    let key = Key::parse(name).filter(|key| *key != Key::Running)?;
    kind::read(key, text)
}

/// Whether a record holds anything.
fn is_kept(text: &str) -> bool {
    body_text(text).is_some_and(|body| body != "null")
}

/// A revision above those of both.
fn above(one: &str, other: &str) -> u32 {
    let revision = |text| decode_stamp(text).map_or(0, |record| record.revision);
    revision(one).max(revision(other)).saturating_add(1)
}
