//! What the storage has to do with a running app: saving again, reading on, other tabs.

use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};

use super::Driver;
use crate::browser::clock;
use crate::browser::storage;
use crate::domain::app::{App, Change, Event, Stored, Unfinished};
use crate::domain::saved::kind::Content;
use crate::domain::saved::lease::Holder;
use crate::domain::saved::{Fault, Key, Loaded};

const RETRY_MS: u32 = 5_000;
/// The lease on the running session is renewed this often.
const LEASE_MS: u32 = 1_000;
/// So many old sessions are read at a time, when the first page is already there.
const OLDER: usize = 500;

impl Driver {
    /// Hears what other tabs change and what the mirror had kept.
    pub(super) fn watch_storage(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.storage.watch(move |change| {
            if let Some(driver) = weak.upgrade()
                && let Some(change) = app_change(change)
            {
                driver.send(Event::Stored(change));
            }
        });
    }

    /// Erases everything of this app on this device.
    ///
    /// # Errors
    /// Where something could not be erased.
    pub fn erase(self: &Rc<Self>) -> Result<(), Fault> {
        self.storage.erase()?;
        self.send(Event::Stored(Change::Erased));
        Ok(())
    }

    /// Other tabs see that a session runs here, as long as it does.
    pub(super) fn hold_lease(&self) {
        let stored = |app: &App| {
            let live = app.live.as_ref();
            live.is_some_and(|live| !live.session.is_practice())
        };
        if self.with(stored) {
            let now = clock::now();
            let due = self.leased.get().is_none_or(|at| now.since(at) >= LEASE_MS);
            if due {
                self.leased.set(Some(now));
                self.storage.take_lease();
            }
        } else if self.leased.take().is_some() {
            self.storage.release_lease();
        }
    }

    /// Saving resumes by itself when it can.
    pub(super) fn tell_saved(self: &Rc<Self>, saved: bool) {
        if self.with(|app| app.saving) != saved {
            self.waiting.borrow_mut().push_back(Event::Saved(saved));
        }
        if saved {
            drop(self.retry.take());
        } else if self.retry.borrow().is_none() {
            let weak = Rc::downgrade(self);
            let retry = Interval::new(RETRY_MS, move || {
                if let Some(driver) = weak.upgrade()
                    && driver.storage.retry().is_ok()
                {
                    drop(driver.retry.take());
                    driver.send(Event::Saved(true));
                }
            });
            *self.retry.borrow_mut() = Some(retry);
        }
    }

    /// Sessions from long ago are read when the first page is already there.
    pub(super) fn read_older(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let read = Timeout::new(50, move || {
            if let Some(driver) = weak.upgrade() {
                let older = driver.storage.older(OLDER);
                if !older.is_empty() {
                    driver.send(Event::Older(older));
                    driver.read_older();
                }
            }
        });
        drop(self.older.replace(Some(read)));
    }
}

impl From<Loaded<Unfinished>> for Stored {
    fn from(loaded: Loaded<Unfinished>) -> Self {
        Self {
            settings: loaded.settings.unwrap_or_default(),
            safety: loaded.safety.unwrap_or_default(),
            entries: loaded.entries,
            unfinished: loaded.running,
            saving: loaded.saving.is_ok(),
            damaged: loaded.damaged,
        }
    }
}

/// What a change in the storage means for the app; `None` where it changes nothing that is shown.
fn app_change(change: storage::Change<Unfinished>) -> Option<Change> {
    Some(match change {
        storage::Change::Record(Key::Entry(id), Content::Entry(entry), _) => {
            Change::Entry(id, entry)
        }
        storage::Change::Record(_, content, origin) => match content {
            Content::Running(session) => Change::Running {
                session: session.map(Box::new),
                mirrored: origin == storage::Origin::Mirror,
            },
            Content::Settings(settings) => Change::Settings(settings.unwrap_or_default()),
            Content::Safety(safety) => Change::Safety(safety.unwrap_or_default()),
            Content::Entry(_) => return None,
        },
        storage::Change::Damaged(damaged) => Change::Damaged(damaged),
        storage::Change::Erased => Change::Erased,
        storage::Change::Lease(holder) => Change::Elsewhere(holder == Holder::Other),
        storage::Change::Mirror(_) => return None,
    })
}
