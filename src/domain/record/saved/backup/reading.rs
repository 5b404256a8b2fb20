//! A backup file that is being read: line by line, so that whoever reads it can stop after any of
//! them and let the page answer.

use std::collections::BTreeMap;

use super::{APP, Backup, BadFile, FORMAT, Line, Preview, Unreadable, content};
use crate::domain::day::Day;
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::record::saved::backup::Held;
use crate::domain::record::saved::key::{self, Key};
use crate::domain::record::saved::kind::Content;
use crate::domain::record::saved::merge::{Snapshot, is_newer};
use crate::domain::record::saved::record::{LoadError, decode, decode_stamp};
use crate::domain::time::WallTime;
use crate::json::{Malformed, Reader};

/// How far the text of a file has been read.
pub struct Reading<'t> {
    reader: Reader<'t>,
    /// Whether it begins as every backup does: then it is one, if a damaged one.
    is_ours: bool,
    place: Place,
    first: bool,
    /// The fields that were read so far: each comes once.
    seen: Vec<String>,
    is_newer: bool,
    made: Option<WallTime>,
    records: Snapshot,
    unreadable: Vec<Unreadable>,
    days: BTreeMap<EntryId, Day>,
}

enum Place {
    Start,
    Fields,
    Records,
    Unreadable,
}

/// What the file has must be in it.
const FIELDS: [&str; 4] = ["app", "format", "made", "records"];

impl From<Malformed> for BadFile {
    fn from(_: Malformed) -> Self {
        Self::Damaged
    }
}

impl<'t> Reading<'t> {
    /// At the beginning of this text.
    pub fn new(text: &'t str) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        Self {
            reader: Reader::new(text),
            is_ours: text.starts_with("{\"app\":\"spry-knees\""),
            place: Place::Start,
            first: true,
            seen: Vec::new(),
            is_newer: false,
            made: None,
            records: Snapshot::new(),
            unreadable: Vec::new(),
            days: BTreeMap::new(),
        }
    }

    /// How much of it has been read, in percent.
    pub fn percent(&self) -> u8 {
        self.reader.percent()
    }

    /// Reads so many lines more; says whether that was the last one.
    ///
    /// # Errors
    /// Where it cannot be brought back as a whole.
    pub fn step(&mut self, lines: usize) -> Result<bool, BadFile> {
        self.read(lines).map_err(|bad| match bad {
            BadFile::Damaged if !self.is_ours => BadFile::NotABackup,
            bad => bad,
        })
    }

    /// What was read, and what it holds in short.
    pub fn finish(self) -> (Backup, Preview) {
        let preview = Preview {
            sessions: self.days.len(),
            first: self.days.values().min().copied(),
            last: self.days.values().max().copied(),
        };
        let backup = Backup {
            made: self.made.unwrap_or_default(),
            records: self.records,
            unreadable: self.unreadable,
        };
        (backup, preview)
    }

    fn read(&mut self, lines: usize) -> Result<bool, BadFile> {
        for _ in 0..lines {
            match self.place {
                Place::Start => {
                    self.reader.expect(b'{')?;
                    self.place = Place::Fields;
                }
                Place::Fields if !self.reader.more(&mut self.first, b'}')? => {
                    self.reader.expect(b'}')?;
                    let whole = FIELDS.iter().all(|name| self.has_seen(name));
                    return if whole && self.reader.is_done() {
                        Ok(true)
                    } else {
                        Err(BadFile::Damaged)
                    };
                }
                Place::Fields => self.field()?,
                Place::Records | Place::Unreadable
                    if !self.reader.more(&mut self.first, b']')? =>
                {
                    self.reader.expect(b']')?;
                    self.place = Place::Fields;
                    self.first = false;
                }
                Place::Records => {
                    let line = self.reader.value()?;
                    self.take(line)?;
                }
                Place::Unreadable => {
                    let line = self.reader.value()?;
                    self.unreadable.push(line);
                }
            }
        }
        Ok(false)
    }

    fn field(&mut self) -> Result<(), BadFile> {
        let name = self.reader.string()?;
        self.reader.expect(b':')?;
        if self.has_seen(&name) {
            return Err(BadFile::Damaged);
        }
        match name.as_str() {
            "app" => {
                if self.reader.string()? != APP {
                    return Err(BadFile::NotABackup);
                }
                self.is_ours = true;
            }
            "format" => self.is_newer = self.reader.value::<u32>()? > FORMAT,
            "made" => self.made = Some(self.reader.value()?),
            "records" => self.list(Place::Records)?,
            "unreadable" => self.list(Place::Unreadable)?,
            // What a later version may add.
            _ => return Ok(self.reader.skip()?),
        }
        self.seen.push(name);
        if self.is_newer && self.has_seen("app") {
            return Err(BadFile::Newer);
        }
        Ok(())
    }

    fn list(&mut self, place: Place) -> Result<(), Malformed> {
        self.reader.expect(b'[')?;
        self.place = place;
        self.first = true;
        Ok(())
    }

    fn has_seen(&self, name: &str) -> bool {
        self.seen.iter().any(|seen| seen == name)
    }

    fn take(&mut self, Line { key: name, text }: Line) -> Result<(), BadFile> {
        let Some(content) = content(&name, &text) else {
            return self.set_aside(&name, text);
        };
        if let Some(held) = self.records.get(&name)
            && !is_newer(&text, held)
        {
            return Ok(());
        }
        if let (Some(Key::Entry(id)), Content::Entry(entry)) = (Key::parse(&name), content) {
            match entry {
                Some(entry) => self.days.insert(id, entry.day()),
                None => self.days.remove(&id),
            };
        }
        self.records.insert(name, text);
        Ok(())
    }

    /// A record as it was written that says what cannot be goes along as a text that cannot be read.
    /// Anything else was changed on its way.
    fn set_aside(&mut self, name: &str, text: String) -> Result<(), BadFile> {
        let is_kind = matches!(
            Key::parse(name),
            Some(Key::Entry(_) | Key::Settings | Key::Safety)
        );
        match decode_stamp(&text) {
            Err(LoadError::Newer(_)) => Err(BadFile::Newer),
            // Sound, but of another key.
            Ok(_) if decode::<Entry>(&text).is_ok() => Err(BadFile::Damaged),
            Ok(_) | Err(LoadError::WrongShape) if is_kind => {
                self.unreadable.push(Unreadable {
                    key: key::quarantine_name(name, &text, 0),
                    held: Held::Text(text),
                });
                Ok(())
            }
            _ => Err(BadFile::Damaged),
        }
    }
}
