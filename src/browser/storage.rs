//! What the app keeps on this device: localStorage as the journal, read and written at once, and
//! `IndexedDB` as its mirror, which outlives a killed browser.
//!
//! What is kept how is decided by [`crate::domain::record::saved`]; this file brings it to the browser.

mod backups;
mod local;
mod mirror;
mod sync;
mod tabs;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::StorageManager;

pub use self::backups::{Before, read_backup};
use self::local::{Exact, Local};
use self::mirror::Mirror;
use super::listener::Listener;
use super::{clock, promise};
use crate::domain::app::Unfinished;
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::record::safety::Answers;
use crate::domain::record::saved::glance::{self, Glance};
use crate::domain::record::saved::journal::{LeftOut, Written};
use crate::domain::record::saved::key::ERASING;
use crate::domain::record::saved::kind::Content;
use crate::domain::record::saved::lease::Holder;
use crate::domain::record::saved::merge::Snapshot;
use crate::domain::record::saved::{Fault, Journal, Key, Loaded, Shelf};
use crate::domain::record::settings::Settings;
use crate::domain::time::WallTime;

/// What the first page needs, read at once: call it before mounting.
pub fn glance() -> Glance {
    glance::glance(&Local)
}

/// How long the mirror is waited for.
const LATE_MS: i32 = 1_000;

/// So many records are read or written in one go: some milliseconds, also on a slow phone.
const SLICE: usize = 24;

/// Asks the browser never to clear what is stored here to make room. What it says, [`is_kept`] tells.
pub fn ask_to_keep() {
    promise::ignore(manager().and_then(|manager| manager.persist()));
}

/// Tells whether the browser has promised never to clear what is stored here to make room; nothing
/// where it makes no such promises.
pub fn is_kept(tell: impl FnOnce(bool) + 'static) {
    let promise = manager().and_then(|manager| manager.persisted());
    promise::then(promise, |answer| {
        if let Some(kept) = answer.ok().and_then(|answer| answer.as_bool()) {
            tell(kept);
        }
    });
}

fn manager() -> Result<StorageManager, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    Ok(window.navigator().storage())
}

/// The device that saves. Clones are the same device.
#[derive(Clone)]
pub struct Storage {
    inner: Rc<Inner>,
}

/// Something changed without this page's doing. It comes by the callback of [`Storage::watch`],
/// never while a method of [`Storage`] runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A record has new content: put it in the place of what is shown. An entry may be one that was
    /// not read yet, so entries go into the list by their id.
    Record(Key, Content<Unfinished>, Origin),
    /// So many texts cannot be read by now.
    Damaged(usize),
    /// Everything was erased in another tab.
    Erased,
    /// The lease on the running session changed hands.
    Lease(Holder),
    /// The mirror has been merged. What it had may find no room here.
    Merged,
}

/// Where a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The mirror had kept what localStorage had lost. While a session runs here, a running session
    /// from there is an older, unfinished one: file it, the next save goes over it.
    Mirror,
    /// Another tab.
    Tab,
}

struct Inner {
    journal: RefCell<Journal<Local, Unfinished>>,
    notify: RefCell<Option<Notify>>,
    mirror: RefCell<Option<Mirror>>,
    /// Whether the mirror, as it is open now, has been merged.
    merged: Cell<bool>,
    /// What is still to be mirrored.
    queue: RefCell<Snapshot>,
    syncing: Cell<bool>,
    /// What cannot be read and waits for room.
    aside: RefCell<Vec<Exact>>,
    restoring: Cell<bool>,
    /// How often everything was erased.
    erased: Cell<u32>,
    /// Names this tab in the lease.
    tab: u32,
    listener: RefCell<Option<Listener>>,
}

type Notify = Rc<dyn Fn(Change)>;

impl Inner {
    fn notify(&self, change: Change) {
        let notify = self.notify.borrow().clone();
        if let Some(notify) = notify {
            notify(change);
        }
    }

    /// Keeps what cannot be read, as soon as there is room; says under which key, if it is new here.
    fn set_aside(&self, exact: Exact) -> Option<String> {
        match exact.set_aside() {
            Ok(put) => put,
            Err(_) if self.aside.borrow().contains(&exact) => None,
            Err(_) => {
                let name = exact.name.clone();
                self.aside.borrow_mut().push(exact);
                Some(name)
            }
        }
    }

    /// Everything was erased: what waits goes too.
    fn begin_anew(&self) {
        self.journal.borrow_mut().begin_anew();
        self.queue.borrow_mut().clear();
        self.aside.borrow_mut().clear();
        self.erased.set(self.erased.get() + 1);
    }

    /// How many texts cannot be read.
    fn damaged(&self) -> usize {
        self.journal.borrow().damaged() + self.aside.borrow().len()
    }

    /// Whether everything stands where it should.
    fn all_saved(&self) -> Result<(), Fault> {
        self.aside
            .borrow_mut()
            .retain(|exact| exact.set_aside().is_err());
        self.journal.borrow_mut().retry()?;
        if self.aside.borrow().is_empty() {
            Ok(())
        } else {
            Err(Fault::Full)
        }
    }
}

impl fmt::Debug for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Storage")
    }
}

impl Storage {
    /// Opens what is kept and reads all but old sessions, once the mirror has said what it knows
    /// better of the running session, the settings and the answers: a killed browser may have lost
    /// the newest of them in localStorage, and nobody may carry on from what is left. A mirror that
    /// does not say it soon is not waited for.
    pub async fn open() -> (Self, Loaded<Unfinished>) {
        let inner = Rc::new(Inner {
            journal: RefCell::new(Journal::new(Local)),
            notify: RefCell::new(None),
            mirror: RefCell::new(None),
            merged: Cell::new(false),
            queue: RefCell::default(),
            syncing: Cell::new(false),
            aside: RefCell::default(),
            restoring: Cell::default(),
            erased: Cell::default(),
            tab: tabs::random_name(),
            listener: RefCell::new(None),
        });
        let first = {
            let inner = Rc::clone(&inner);
            future_to_promise(async move {
                sync::first(&inner).await;
                Ok(JsValue::UNDEFINED)
            })
        };
        let late = Promise::new(&mut |done, _| {
            promise::later(&done, LATE_MS);
        });
        // Neither fails.
        let _done = JsFuture::from(Promise::race(&Array::of2(&first, &late))).await;
        let loaded = inner.journal.borrow_mut().load();
        (Self { inner }, loaded)
    }

    /// From now on tells what the mirror knows better and what other tabs change. Call it once,
    /// in the same task in which [`Storage::open`] is done: it also brings the mirror up to date.
    pub fn watch(&self, notify: impl Fn(Change) + 'static) {
        self.inner.notify.replace(Some(Rc::new(notify)));
        tabs::listen(&self.inner);
        self.sync();
    }

    /// The next older sessions, newest first, at most `count` of them; none when all are read.
    pub fn older(&self, count: usize) -> Vec<Entry> {
        self.inner.journal.borrow_mut().older(count)
    }

    /// Whether [`Storage::older`] has still some to read.
    pub fn has_older(&self) -> bool {
        self.inner.journal.borrow().has_older()
    }

    /// The session with this id, read now if need be.
    pub fn entry(&self, id: EntryId) -> Option<Entry> {
        self.inner.journal.borrow_mut().entry(id)
    }

    /// How many texts cannot be read. They are kept, and go into a backup.
    pub fn damaged(&self) -> usize {
        self.inner.damaged()
    }

    /// What could not be written so far: it is lost with this page where the mirror has not got it.
    pub fn left_out(&self) -> LeftOut {
        let LeftOut { sessions, others } = self.inner.journal.borrow().left_out();
        LeftOut {
            sessions,
            others: others + self.inner.aside.borrow().len(),
        }
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
    pub fn save_running(&self, session: Option<&Unfinished>) -> Result<(), Fault> {
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

    /// Tries again what could not be written, and whether anything can: call it every few seconds.
    ///
    /// # Errors
    /// Where something still waits, or nothing would be taken.
    pub fn retry(&self) -> Result<(), Fault> {
        if !self.inner.queue.borrow().is_empty() {
            self.sync();
        }
        self.inner.all_saved()?;
        Local.probe()
    }

    /// Erases everything of this app on this device, what could not be read too. The mirror follows
    /// a moment later, at the latest with the next start.
    ///
    /// # Errors
    /// Where something could not be erased.
    pub fn erase(&self) -> Result<(), Fault> {
        let erase = || self.inner.journal.borrow_mut().erase();
        if Local.set(ERASING, "1").is_err() {
            // Where there is no room even for that, it goes first what is to go anyway.
            erase()?;
            Local.set(ERASING, "1")?;
        }
        self.inner.begin_anew();
        let outcome = erase();
        self.sync();
        outcome
    }

    /// The running session, where another tab has changed it and this one has not heard of it yet:
    /// `Some(None)` where it ended the session.
    pub fn overtaken(&self) -> Option<Option<Unfinished>> {
        let mut journal = self.inner.journal.borrow_mut();
        journal.is_overtaken().then(|| journal.running())
    }

    /// Who runs the session.
    pub fn holder(&self) -> Holder {
        tabs::holder(self.inner.tab)
    }

    /// Takes the lease on the running session, or renews it: call it every second while the session
    /// runs here.
    pub fn take_lease(&self) {
        tabs::take(self.inner.tab);
    }

    /// Gives the lease back: when the session ends, and on `pagehide`.
    pub fn release_lease(&self) {
        tabs::release(self.inner.tab);
    }

    fn change(
        &self,
        write: impl FnOnce(&mut Journal<Local, Unfinished>, WallTime) -> Written,
    ) -> Result<(), Fault> {
        let written = write(&mut self.inner.journal.borrow_mut(), clock::wall());
        let mut queue = self.inner.queue.borrow_mut();
        queue.insert(written.name, written.text);
        self.sync();
        written.saved?;
        // There is room, or a store at all: what waited goes the first chance it has.
        self.inner.all_saved()
    }

    fn sync(&self) {
        spawn_local(sync::run(Rc::clone(&self.inner)));
    }
}
