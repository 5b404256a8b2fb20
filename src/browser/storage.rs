//! What the app keeps on this device: localStorage as the journal, read and written at once.
//!
//! What is kept how is decided by [`crate::domain::saved`]; this file brings it to the browser.

mod local;

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::local::Local;
use super::clock;
use crate::domain::history::{Entry, EntryId};
use crate::domain::safety::Answers;
use crate::domain::saved::journal::Written;
use crate::domain::saved::{Fault, Journal, Loaded};
use crate::domain::settings::Settings;
use crate::domain::time::WallTime;

/// The device that saves; `T` is what is kept of a running session. Clones are the same device.
#[derive(Debug)]
pub struct Storage<T> {
    inner: Rc<Inner<T>>,
}

#[derive(Debug)]
struct Inner<T> {
    journal: RefCell<Journal<Local, T>>,
}

impl<T> Clone for Storage<T> {
    fn clone(&self) -> Self {
        Self {
            inner: Rc::clone(&self.inner),
        }
    }
}

impl<T: Serialize + DeserializeOwned + 'static> Storage<T> {
    /// Opens what is kept and reads what the first page needs, at once: call it before mounting.
    pub fn open() -> (Self, Loaded<T>) {
        let journal = RefCell::new(Journal::new(Local));
        let loaded = journal.borrow_mut().load();
        (
            Self {
                inner: Rc::new(Inner { journal }),
            },
            loaded,
        )
    }

    /// The next older sessions, newest first, at most `count` of them; none when all are read.
    pub fn older(&self, count: usize) -> Vec<Entry> {
        self.inner.journal.borrow_mut().older(count)
    }

    /// The session with this id, read now if need be.
    pub fn entry(&self, id: EntryId) -> Option<Entry> {
        self.inner.journal.borrow_mut().entry(id)
    }

    /// How many texts cannot be read. They are kept, and go into a backup.
    pub fn damaged(&self) -> usize {
        self.inner.journal.borrow().damaged()
    }

    /// Keeps a finished session.
    ///
    /// # Errors
    /// Where it could not be written yet. It is tried again by [`Storage::retry`] and with the next
    /// change.
    pub fn save_entry(&self, entry: &Entry) -> Result<(), Fault> {
        self.change(|journal, now| journal.save_entry(entry, now))
    }

    /// Deletes a finished session. Undo is [`Storage::save_entry`].
    ///
    /// # Errors
    /// As [`Storage::save_entry`].
    pub fn delete_entry(&self, id: EntryId) -> Result<(), Fault> {
        self.change(|journal, now| journal.delete_entry(id, now))
    }

    /// Keeps the running session, or that there is none.
    ///
    /// # Errors
    /// As [`Storage::save_entry`].
    pub fn save_running(&self, session: Option<&T>) -> Result<(), Fault> {
        self.change(|journal, now| journal.save_running(session, now))
    }

    /// Keeps what the person chose.
    ///
    /// # Errors
    /// As [`Storage::save_entry`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), Fault> {
        self.change(|journal, now| journal.save_settings(settings, now))
    }

    /// Keeps the answers to the safety questions.
    ///
    /// # Errors
    /// As [`Storage::save_entry`].
    pub fn save_safety(&self, answers: &Answers) -> Result<(), Fault> {
        self.change(|journal, now| journal.save_safety(answers, now))
    }

    /// Tries again what could not be written. Does nothing when nothing waits: call it every few
    /// seconds.
    ///
    /// # Errors
    /// Where something still waits.
    pub fn retry(&self) -> Result<(), Fault> {
        self.inner.journal.borrow_mut().retry()
    }

    fn change(
        &self,
        write: impl FnOnce(&mut Journal<Local, T>, WallTime) -> Written,
    ) -> Result<(), Fault> {
        let now = clock::wall();
        let mut journal = self.inner.journal.borrow_mut();
        let written = write(&mut journal, now);
        written.saved?;
        // There is room, or a store at all: what waited goes first chance it has.
        journal.retry()
    }
}
