//! The records on a [`Shelf`]: read at the start, written one by one.
//!
//! Three rules keep everything: a text that cannot be read is set aside before its key is written;
//! a write looks at what stands there and gets a revision above it, another tab may have been
//! faster; a write that fails waits and is tried again.

mod waiting;

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::key::{self, Key};
use super::kind::is_readable;
use super::merge::{Snapshot, is_newer};
use super::record::{Record, decode, decode_stamp, encode};
use super::shelf::{Fault, Shelf};
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::record::safety::Answers;
use crate::domain::record::settings::Settings;
use crate::domain::time::WallTime;

pub use waiting::LeftOut;

/// How many of the newest sessions are read at the start: four months, more than Today needs. The
/// others come by [`Journal::older`], so that 50 years of them do not delay the start.
pub const RECENT: usize = 36;

/// The records on a shelf; `T` is what is kept of a running session.
#[derive(Debug)]
pub struct Journal<S, T> {
    shelf: S,
    /// The highest revision seen of each key: the shelf may be cleared while the app runs.
    revisions: BTreeMap<String, u32>,
    /// What could not be written yet, by key.
    waiting: Snapshot,
    /// Sessions not read yet, the newest on top.
    unread: BinaryHeap<EntryId>,
    /// Keys whose text cannot be read and could not be set aside.
    stuck: BTreeSet<String>,
    /// How many texts were set aside, or are stuck, since the start.
    set_aside: usize,
    session: PhantomData<fn() -> T>,
}

/// What the shelf holds at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded<T> {
    /// What the person chose.
    pub settings: Option<Settings>,
    /// The answers to the safety questions.
    pub safety: Option<Answers>,
    /// The newest finished sessions, newest first: all of them, or at least [`RECENT`].
    pub entries: Vec<Entry>,
    /// How many older ones [`Journal::older`] has still to read.
    pub older: usize,
    /// The session that was running.
    pub running: Option<T>,
    /// How many texts could not be read.
    pub damaged: usize,
    /// Whether changes can be saved.
    pub saving: Result<(), Fault>,
}

/// A change on its way to the mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Written {
    /// The key's text.
    pub name: String,
    /// The record's text.
    pub text: String,
    /// Whether it stands on the shelf; if not, it waits for [`Journal::retry`].
    pub saved: Result<(), Fault>,
}

impl<S: Shelf, T: Serialize + DeserializeOwned> Journal<S, T> {
    /// A journal that has not looked at the shelf yet.
    pub fn new(shelf: S) -> Self {
        Self {
            shelf,
            revisions: BTreeMap::new(),
            waiting: BTreeMap::new(),
            unread: BinaryHeap::new(),
            stuck: BTreeSet::new(),
            set_aside: 0,
            session: PhantomData,
        }
    }

    /// Reads everything but old sessions. What cannot be read is set aside; what was set aside and
    /// can be read by now, after an update, comes back.
    pub fn load(&mut self) -> Loaded<T> {
        // Asked for once: with thousands of sessions, listing the keys is what takes time.
        let mut names: BTreeSet<String> = self.names();
        self.bring_back(&mut names);
        self.stuck.clear();
        let mut unsound = 0;
        self.unread.clear();
        for name in &names {
            match Key::parse(name) {
                Some(Key::Entry(id)) => self.unread.push(id),
                Some(_) => {}
                None => unsound += usize::from(!self.is_sound(name)),
            }
        }
        self.set_aside = 0;
        let entries = self.older(RECENT);
        Loaded {
            settings: self.read(Key::Settings),
            safety: self.read(Key::Safety),
            running: self.read(Key::Running),
            entries,
            older: self.unread.len(),
            damaged: unsound + self.set_aside,
            saving: self.shelf.probe().and(self.all_saved()),
        }
    }

    /// Reads the next sessions, newest first, until `count` are found or none is left.
    pub fn older(&mut self, count: usize) -> Vec<Entry> {
        let mut entries = Vec::new();
        while entries.len() < count {
            let Some(id) = self.unread.pop() else { break };
            entries.extend(self.entry(id));
        }
        entries
    }

    /// Whether [`Self::older`] has still some to read.
    pub fn has_older(&self) -> bool {
        !self.unread.is_empty()
    }

    /// The session with this id, if there is one that was not deleted.
    pub fn entry(&mut self, id: EntryId) -> Option<Entry> {
        self.read(Key::Entry(id))
    }

    /// The running session, read anew: another tab may have changed it.
    pub fn running(&mut self) -> Option<T> {
        self.read(Key::Running)
    }

    /// Whether another tab has written the running session since this one wrote, read or heard of it.
    pub fn is_overtaken(&self) -> bool {
        let name = Key::Running.name();
        let text = self.shelf.get(&name).ok().flatten();
        let stamp = text.and_then(|text| decode_stamp(&text).ok());
        let known = self.revisions.get(&name).copied().unwrap_or(0);
        stamp.is_some_and(|stamp| stamp.revision > known)
    }

    /// How many texts cannot be read: set aside, or under a key that this version does not know.
    pub fn damaged(&self) -> usize {
        let names = self.shelf.names().unwrap_or_default();
        names.iter().filter(|name| !self.is_sound(name)).count()
    }

    /// Keeps a finished session.
    pub fn save_entry(&mut self, entry: &Entry, now: WallTime) -> Written {
        self.write(Key::Entry(entry.id), Some(entry), now)
    }

    /// Deletes a finished session. A trace stays, so that no other copy brings it back.
    pub fn delete_entry(&mut self, id: EntryId, now: WallTime) -> Written {
        self.write::<Entry>(Key::Entry(id), None, now)
    }

    /// Keeps the running session, or that there is none.
    pub fn save_running(&mut self, session: Option<&T>, now: WallTime) -> Written {
        self.write(Key::Running, session, now)
    }

    /// Keeps what the person chose.
    pub fn save_settings(&mut self, settings: &Settings, now: WallTime) -> Written {
        self.write(Key::Settings, Some(settings), now)
    }

    /// Keeps the answers to the safety questions.
    pub fn save_safety(&mut self, answers: &Answers, now: WallTime) -> Written {
        self.write(Key::Safety, Some(answers), now)
    }

    /// Takes over a record that another copy holds, if it is readable and newer than what stands
    /// here. Says whether it was.
    pub fn adopt(&mut self, name: &str, text: &str) -> bool {
        let held = self.held(name).filter(|held| is_readable::<T>(name, held));
        let newer = held.is_none_or(|held| is_newer(text, &held));
        if !newer || !is_readable::<T>(name, text) {
            return false;
        }
        self.note(name, text);
        self.waiting.remove(name);
        // Where it cannot be written it waits, like any other.
        let _waits = self.put(name.to_owned(), text.to_owned());
        true
    }

    /// Every text by its key, waiting ones included.
    pub fn texts(&self) -> Snapshot {
        let names = self.names().into_iter();
        names
            .filter_map(|name| Some((self.held(&name)?, name)))
            .map(|(text, name)| (name, text))
            .collect()
    }

    /// Removes everything of this app, what was set aside too. Other copies are the caller's to
    /// remove.
    ///
    /// # Errors
    /// Where something could not be removed; the rest is.
    pub fn erase(&mut self) -> Result<(), Fault> {
        let mut outcome = Ok(());
        for name in self.shelf.names()? {
            if name != key::ERASING {
                outcome = outcome.and(self.shelf.remove(&name));
            }
        }
        self.begin_anew();
        outcome
    }

    /// Forgets what it knows of the shelf and what waits for it: another tab erased everything.
    pub fn begin_anew(&mut self) {
        self.revisions.clear();
        self.waiting.clear();
        self.unread.clear();
        self.stuck.clear();
    }

    /// Takes note of a record that another tab wrote, so that the next one here is newer.
    pub fn hear(&mut self, name: &str, text: &str) {
        if is_readable::<T>(name, text) {
            self.note(name, text);
        }
    }

    /// The newest text for a key: one that waits, else the one on the shelf.
    pub fn held(&self, name: &str) -> Option<String> {
        match self.waiting.get(name) {
            Some(text) => Some(text.clone()),
            None => self.shelf.get(name).ok().flatten(),
        }
    }

    /// The keys of everything that stands on the shelf or waits for it.
    pub fn names(&self) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = self.waiting.keys().cloned().collect();
        names.extend(self.shelf.names().unwrap_or_default());
        names
    }

    /// The shelf itself.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    fn write<B: Serialize>(&mut self, key: Key, body: Option<&B>, now: WallTime) -> Written {
        let name = key.name();
        let held = self.held(&name).and_then(|text| decode_stamp(&text).ok());
        let held = held.map_or(0, |record| record.revision);
        let known = self.revisions.get(&name).copied().unwrap_or(0);
        let record = Record {
            revision: held.max(known).saturating_add(1),
            saved: now,
            body,
        };
        // Stored types have nothing that the format lacks; the tests go through all of them.
        let text = encode(&record).unwrap_or_default();
        self.revisions.insert(name.clone(), record.revision);
        self.waiting.remove(&name);
        let saved = self.put(name.clone(), text.clone());
        Written { name, text, saved }
    }

    /// The record under a key that is about to be written; what cannot be read is set aside.
    fn make_way(&mut self, name: &str) -> Result<Option<String>, Fault> {
        match self.shelf.get(name)? {
            Some(text) if !is_readable::<T>(name, &text) => {
                self.set_aside(name, &text)?;
                Ok(None)
            }
            held => Ok(held),
        }
    }

    fn read<B: DeserializeOwned>(&mut self, key: Key) -> Option<B> {
        let name = key.name();
        let text = self.held(&name)?;
        if is_readable::<T>(&name, &text) {
            self.note(&name, &text);
            return decode::<B>(&text).ok()?.body;
        }
        // Where it cannot be moved it is stuck: writing this key tries again first.
        let _stuck = self.set_aside(&name, &text);
        None
    }

    /// Remembers the revision of a readable record.
    fn note(&mut self, name: &str, text: &str) {
        if let Ok(record) = decode_stamp(text) {
            let known = self.revisions.entry(name.to_owned()).or_default();
            *known = record.revision.max(*known);
        }
    }

    /// Moves what cannot be read under a key of its own.
    fn set_aside(&mut self, name: &str, text: &str) -> Result<(), Fault> {
        if self.stuck.insert(name.to_owned()) {
            self.set_aside += 1;
        }
        for turn in 0..=u8::MAX {
            if self
                .shelf
                .move_exactly(name, &key::quarantine_name(name, text, turn))?
            {
                self.stuck.remove(name);
                return Ok(());
            }
        }
        Err(Fault::Occupied)
    }

    /// Brings back what was set aside and can be read by now; keeps the list of keys right.
    fn bring_back(&mut self, names: &mut BTreeSet<String>) {
        let mut back = Vec::new();
        names.retain(|aside| {
            let text = key::quarantined(aside).and_then(|name| {
                let text = self.shelf.get(aside).ok()??;
                is_readable::<T>(name, &text).then_some((name, text))
            });
            let Some((name, text)) = text else {
                return true;
            };
            let is_back = self.put(name.to_owned(), text).is_ok();
            if is_back {
                let _again_next_time = self.shelf.remove(aside);
                back.push(name.to_owned());
            }
            !is_back
        });
        names.extend(back);
    }

    /// Whether a key is one of this app's and not known to hold something else.
    fn is_sound(&self, name: &str) -> bool {
        let known = key::is_internal(name) || Key::parse(name).is_some();
        known && !self.stuck.contains(name)
    }
}
