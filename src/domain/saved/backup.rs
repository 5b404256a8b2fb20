//! A backup: every record as it is stored, by its key, in one file; and bringing it back.
//!
//! Records stay texts inside the file, so that each still has its checksum, and what could not be
//! read goes along byte for byte. A session that is still running is not in it: brought back later
//! it would offer to carry on with what was finished long ago.

use serde::{Deserialize, Serialize};

use super::json;
use super::key::Key;
use super::kind::{self, Content};
use super::merge::{Snapshot, is_newer};
use super::record::{LoadError, body_text, decode_stamp, encode_deleted, renew};
use crate::domain::day::Day;
use crate::domain::history::Entry;
use crate::domain::sort;
use crate::domain::time::WallTime;

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

#[derive(Serialize, Deserialize)]
struct File {
    app: String,
    format: u32,
    made: WallTime,
    records: Vec<Line>,
    #[serde(default)]
    unreadable: Vec<Unreadable>,
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
            app: APP.into(),
            format: FORMAT,
            made: self.made,
            records: lines.collect(),
            unreadable: self.unreadable.clone(),
        };
        json::to_string(&file).unwrap_or_default()
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Where it cannot be brought back as a whole: half a backup is not one.
    pub fn parse(text: &str) -> Result<Self, BadFile> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        check_head(text)?;
        let file: File = json::from_str(text).map_err(|_| BadFile::Damaged)?;
        let mut records = Snapshot::new();
        for Line { key, text } in file.records {
            if content(&key, &text).is_none() {
                return Err(match decode_stamp(&text) {
                    Err(LoadError::Newer(_)) => BadFile::Newer,
                    _ => BadFile::Damaged,
                });
            }
            match records.get(&key) {
                Some(held) if !is_newer(&text, held) => {}
                _ => {
                    records.insert(key, text);
                }
            }
        }
        Ok(Self {
            made: file.made,
            records,
            unreadable: file.unreadable,
        })
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
        let mut writes = Snapshot::new();
        for (name, text) in &self.records {
            let write = match here.get(name) {
                None => is_kept(text).then(|| text.clone()),
                Some(held) => restored(name, text, held, how, now),
            };
            writes.extend(write.map(|write| (name.clone(), write)));
        }
        if how != How::Add {
            for (name, held) in here {
                let gone = !self.records.get(name).is_some_and(|text| is_kept(text));
                let may_go = match Key::parse(name) {
                    Some(Key::Entry(_)) => true,
                    Some(Key::Settings | Key::Safety) => how == How::Undo,
                    Some(Key::Running) | None => false,
                };
                if gone && may_go && is_kept(held) {
                    let deleted = encode_deleted(above(held, held), now);
                    writes.insert(name.clone(), deleted);
                }
            }
        }
        writes
    }
}

/// What to write where both have a record; `None` where it can stay as it is.
fn restored(name: &str, text: &str, held: &str, how: How, now: WallTime) -> Option<String> {
    if !is_kept(text) || body_text(text) == body_text(held) {
        return None;
    }
    let is_entry = matches!(Key::parse(name), Some(Key::Entry(_)));
    if how != How::Add || (is_entry && !is_kept(held)) {
        return renew(text, above(text, held), now);
    }
    is_newer(text, held).then(|| text.to_owned())
}

fn check_head(text: &str) -> Result<(), BadFile> {
    #[derive(Deserialize)]
    struct Head {
        app: String,
        format: u32,
    }

    match json::from_str::<Head>(text) {
        Ok(head) if head.app != APP => Err(BadFile::NotABackup),
        Ok(head) if head.format > FORMAT => Err(BadFile::Newer),
        Ok(_) => Ok(()),
        // Cut off, but it begins as every backup does.
        Err(_) if text.starts_with("{\"app\":\"spry-knees\"") => Err(BadFile::Damaged),
        Err(_) => Err(BadFile::NotABackup),
    }
}

/// What a record of a backup says: there is no running session in one.
fn content(name: &str, text: &str) -> Option<Content<()>> {
    let key = Key::parse(name).filter(|key| *key != Key::Running)?;
    kind::read(key, text)
}

fn is_kept(text: &str) -> bool {
    decode_stamp(text).is_ok_and(|record| record.body.is_some())
}

/// A revision above those of both.
fn above(one: &str, other: &str) -> u32 {
    let revision = |text| decode_stamp(text).map_or(0, |record| record.revision);
    revision(one).max(revision(other)).saturating_add(1)
}
