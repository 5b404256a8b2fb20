//! What the storage has to do with a running app: saving again, reading on, other tabs.

use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen_futures::spawn_local;

use super::Driver;
use crate::browser::storage::Before;
use crate::browser::{page, storage};
use crate::domain::app::route::Route;
use crate::domain::app::{App, Change, Event, Stored, Unfinished};
use crate::domain::record::saved::backup::{Backup, How};
use crate::domain::record::saved::kind::Content;
use crate::domain::record::saved::lease::Holder;
use crate::domain::record::saved::{Fault, Key, Loaded};

const RETRY_MS: u32 = 5_000;
/// The lease on the running session is renewed this often.
const LEASE_MS: u32 = 1_000;
/// A little after a lease that is not renewed is stale ([`lease::STALE_MS`](crate::domain::record::saved::lease)).
const STALE_MS: u32 = 5_500;
/// So many old sessions are read at a time, when the first page is already there.
const OLDER: usize = 500;

impl Driver {
    /// Hears what other tabs change and what the mirror had kept.
    pub(super) fn watch_storage(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.storage.watch(move |change| {
            let Some(driver) = weak.upgrade() else { return };
            if let Some(change) = app_change(change) {
                let elsewhere = change == Change::Elsewhere(true);
                driver.send(Event::Stored(change));
                driver.look_for_other(elsewhere);
            } else {
                driver.look_what_waits();
            }
        });
    }

    /// Before the first page is shown: a session that another tab seems to run is not carried on
    /// without being asked. That it does run is said when the tab is heard of, within a second: a
    /// killed browser leaves a lease as well.
    pub(super) fn see_others(&self) {
        let address = Route::parse(&page::hash());
        if address == Route::Session && self.storage.holder() == Holder::Other {
            page::replace_hash(Route::Today.hash().trim_start_matches('#'));
        }
    }

    /// A tab that was killed says no more that its session is over: its lease goes stale.
    fn look_for_other(self: &Rc<Self>, elsewhere: bool) {
        if !elsewhere {
            return;
        }
        let weak = Rc::downgrade(self);
        let look = Timeout::new(STALE_MS, move || {
            if let Some(driver) = weak.upgrade()
                && driver.storage.holder() == Holder::Nobody
            {
                driver.send(Event::Stored(Change::Elsewhere(false)));
            }
        });
        drop(self.elsewhere.replace(Some(look)));
    }

    /// Brings a backup back; what is stored then takes the place of what is shown. `done` gets what
    /// stood there before.
    pub fn restore(
        self: &Rc<Self>,
        backup: Arc<Backup>,
        how: How,
        progress: impl Fn(u8) + 'static,
        done: impl FnOnce(Before) + 'static,
    ) {
        let driver = Rc::clone(self);
        spawn_local(async move {
            let (loaded, before) = driver.storage.restore(&backup, how, progress).await;
            driver.reloaded(loaded);
            done(before);
        });
    }

    /// Makes everything as it was before a backup was brought back.
    pub fn undo_restore(
        self: &Rc<Self>,
        before: Arc<Before>,
        progress: impl Fn(u8) + 'static,
        done: impl FnOnce() + 'static,
    ) {
        let driver = Rc::clone(self);
        spawn_local(async move {
            let loaded = driver.storage.undo(&before, progress).await;
            driver.reloaded(loaded);
            done();
        });
    }

    fn reloaded(self: &Rc<Self>, loaded: Loaded<Unfinished>) {
        self.send(Event::Reloaded(Box::new(loaded.into())));
        self.read_older();
        self.tell_saved(self.with(|app| app.saving));
    }

    /// What the mirror had kept may find no room here.
    fn look_what_waits(self: &Rc<Self>) {
        if self.with(|app| app.saving) && !self.storage.left_out().is_nothing() {
            self.send(Event::Saved(false));
            self.tell_saved(false);
        }
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
    pub(super) fn hold_lease(self: &Rc<Self>) {
        let stored = |app: &App| {
            let live = app.live.as_ref();
            live.is_some_and(|live| !live.session.is_practice())
        };
        let runs = self.with(stored);
        let holds = self.lease.borrow().is_some();
        if runs && !holds {
            self.storage.take_lease();
            let weak = Rc::downgrade(self);
            // Also while the session is paused and nothing else happens.
            let renew = Interval::new(LEASE_MS, move || {
                if let Some(driver) = weak.upgrade() {
                    driver.renew_lease();
                }
            });
            *self.lease.borrow_mut() = Some(renew);
        } else if holds && !runs {
            drop(self.lease.take());
            self.storage.release_lease();
        }
    }

    /// Hears what another tab did with the session while this one stood still and heard nothing:
    /// what is left here of it may be old, and must not be filed over what the other kept.
    pub(super) fn catch_up(self: &Rc<Self>) {
        if self.lease.borrow().is_some() {
            self.renew_lease();
        } else if self.with(|app| app.unfinished.is_some())
            && let Some(session) = self.storage.overtaken()
        {
            self.send(Event::Stored(Change::Running {
                session: session.map(Box::new),
                mirrored: false,
            }));
        }
    }

    /// Keeps the lease, unless another tab has taken it: this one may have slept meanwhile.
    pub(super) fn renew_lease(self: &Rc<Self>) {
        if self.lease.borrow().is_none() {
            return;
        }
        if let Some(session) = self.storage.overtaken() {
            self.give_way(session);
        } else if self.storage.holder() == Holder::Other {
            self.send(Event::Stored(Change::Elsewhere(true)));
        } else {
            self.storage.take_lease();
        }
    }

    /// A window that was frozen is seen again before it hears what happened meanwhile: another carried
    /// its session on, and may have ended it. What that one kept holds.
    fn give_way(self: &Rc<Self>, session: Option<Unfinished>) {
        let session = session.map(Box::new);
        let stored = || {
            Event::Stored(Change::Running {
                session: session.clone(),
                mirrored: false,
            })
        };
        // Before, so that a session of its own is filed; after, so that Today offers the other's.
        self.send(stored());
        self.send(Event::Stored(Change::Elsewhere(true)));
        self.send(stored());
        let elsewhere = self.storage.holder() == Holder::Other;
        self.send(Event::Stored(Change::Elsewhere(elsewhere)));
        self.look_for_other(elsewhere);
    }

    /// The page goes: another may carry on at once, and nothing is left to be heard of this one.
    pub(super) fn leave(&self) {
        self.speech.cancel();
        self.storage.release_lease();
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
                let Some(driver) = weak.upgrade() else { return };
                if driver.storage.retry().is_ok() {
                    drop(driver.retry.take());
                    driver.send(Event::Saved(true));
                } else {
                    // Some of it may have been taken.
                    (driver.on_change)();
                }
            });
            *self.retry.borrow_mut() = Some(retry);
        }
    }

    /// Sessions from long ago are read when the first page is already there. Which of them cannot be read
    /// is known after the last one.
    pub(super) fn read_older(self: &Rc<Self>) {
        if !self.storage.has_older() {
            return;
        }
        let weak = Rc::downgrade(self);
        let read = Timeout::new(50, move || {
            if let Some(driver) = weak.upgrade() {
                driver.send(Event::Older(driver.storage.older(OLDER)));
                if !driver.storage.has_older() {
                    let damaged = driver.storage.damaged();
                    driver.send(Event::Stored(Change::Damaged(damaged)));
                }
                driver.read_older();
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
fn app_change(change: storage::Change) -> Option<Change> {
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
        storage::Change::Merged => return None,
    })
}
