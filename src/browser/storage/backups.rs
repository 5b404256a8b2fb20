//! Backups on their way out and in. One that comes in is read and brought back some records at a time,
//! and the page answers between them.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::local::{self, Exact, Local};
use super::{SLICE, Storage, sync};
use crate::browser::{clock, promise};
use crate::domain::app::Unfinished;
use crate::domain::record::history::Entry;
use crate::domain::record::saved::backup::{Backup, BadFile, How, Preview, Reading};
use crate::domain::record::saved::csv;
use crate::domain::record::saved::key::{Key, RESTORING};
use crate::domain::record::saved::kind::is_readable;
use crate::domain::record::saved::{Loaded, Record, Shelf, encode};

/// After so many slices it is told how far it is: a backup of a few years is there before.
const TOLD: usize = 32;

/// Reads the text of a backup file, tells how far it has come, in percent, and then what it holds.
pub fn read_backup(
    text: String,
    progress: impl Fn(u8) + 'static,
    outcome: impl FnOnce(Result<(Backup, Preview), BadFile>) + 'static,
) {
    spawn_local(async move { outcome(read(&text, progress).await) });
}

async fn read(text: &str, progress: impl Fn(u8)) -> Result<(Backup, Preview), BadFile> {
    let mut reading = Reading::new(text);
    let mut slices: usize = 0;
    while !reading.step(SLICE)? {
        slices += 1;
        if slices.is_multiple_of(TOLD) {
            progress(reading.percent());
        }
        promise::turn().await;
    }
    Ok(reading.finish())
}

/// What stood there before a backup was brought back, where it changed anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    backup: Backup,
    changed: Vec<String>,
    set_aside: Vec<String>,
}

impl Storage {
    /// The text of a backup file with everything, and what has been done of the session that runs
    /// or was left unfinished.
    pub fn backup(&self, so_far: Option<&Entry>) -> String {
        let mut backup = self.everything();
        if let Some(entry) = so_far {
            let record = Record {
                revision: 1,
                saved: clock::wall(),
                body: Some(entry),
            };
            let filed = backup.records.entry(Key::Entry(entry.id).name());
            filed.or_insert_with(|| encode(&record).unwrap_or_default());
        }
        backup.to_text()
    }

    /// Everything but a running session.
    fn everything(&self) -> Backup {
        let records = self.inner.journal.borrow().texts();
        let mut backup = Backup::new(records, Vec::new(), clock::wall());
        let sound = |name: &str, text: &str| {
            let record = backup.records.get(name);
            record.is_some_and(|record| record == text) || is_readable::<Unfinished>(name, text)
        };
        let waiting = self.inner.aside.borrow();
        let unreadable = local::unreadable(sound).chain(waiting.iter().cloned());
        backup.unreadable = unreadable.filter_map(|exact| exact.to_backup()).collect();
        backup
    }

    /// The whole history for a spreadsheet, oldest first.
    pub fn csv(&self) -> String {
        let entries: Vec<Entry> = self.everything().entries().collect();
        csv::history(&entries)
    }

    /// Whether a backup was being brought back when the page or the browser was closed.
    pub fn was_interrupted(&self) -> bool {
        !self.inner.restoring.get() && matches!(Local.get(RESTORING), Ok(Some(_)))
    }

    /// Brings a backup back and loads everything anew; entries that were shown are replaced. What
    /// finds no room waits: [`Storage::left_out`]. What was done is undone by [`Storage::undo`].
    pub async fn restore(
        &self,
        backup: &Backup,
        how: How,
        progress: impl Fn(u8),
    ) -> (Loaded<Unfinished>, Before) {
        let here = self.inner.journal.borrow().names();
        let others = here
            .iter()
            .filter(|name| !backup.records.contains_key(*name));
        // Settings and answers first, then the newest sessions; and nothing goes before the new is there.
        let names: Vec<String> = backup.records.keys().rev().chain(others).cloned().collect();
        let erased = self.inner.erased.get();
        let mut before = self.bring(backup, how, &names, progress).await;
        if self.inner.erased.get() == erased {
            let unreadable = backup.unreadable.iter().map(Exact::of_backup);
            before.set_aside = unreadable
                .filter_map(|exact| self.inner.set_aside(exact))
                .collect();
        }
        (self.reload(), before)
    }

    /// Makes everything as it was before a backup was brought back.
    pub async fn undo(&self, before: &Before, progress: impl Fn(u8)) -> Loaded<Unfinished> {
        for name in &before.set_aside {
            let mut waiting = self.inner.aside.borrow_mut();
            if let Some(index) = waiting.iter().position(|exact| exact.name == *name) {
                waiting.remove(index);
            } else {
                // The file still has it.
                let _stays = Local.remove(name);
            }
        }
        self.bring(&before.backup, How::Undo, &before.changed, progress)
            .await;
        self.reload()
    }

    fn reload(&self) -> Loaded<Unfinished> {
        let mut loaded = self.inner.journal.borrow_mut().load();
        loaded.saving = loaded.saving.and(self.inner.all_saved());
        loaded.damaged = self.inner.damaged();
        loaded
    }

    /// Writes what the backup says of these records, one backup at a time.
    async fn bring(
        &self,
        backup: &Backup,
        how: How,
        names: &[String],
        progress: impl Fn(u8),
    ) -> Before {
        let inner = &self.inner;
        while inner.restoring.replace(true) {
            promise::turn().await;
        }
        // Where even this has no room, an interruption is not told later.
        let _untold = Local.set(RESTORING, "1");
        let erased = inner.erased.get();
        let mut before = Before {
            backup: Backup::new([].into(), Vec::new(), clock::wall()),
            changed: Vec::new(),
            set_aside: Vec::new(),
        };
        for (index, slice) in names.chunks(SLICE).enumerate() {
            for name in slice {
                let mut journal = inner.journal.borrow_mut();
                let Some((text, held)) = journal.bring(backup, how, name, clock::wall()) else {
                    continue;
                };
                before.changed.push(name.clone());
                before
                    .backup
                    .records
                    .extend(held.map(|held| (name.clone(), held)));
                inner.queue.borrow_mut().insert(name.clone(), text);
            }
            self.sync();
            if (index + 1).is_multiple_of(TOLD) {
                let percent = index * SLICE * 100 / names.len();
                progress(u8::try_from(percent).unwrap_or(99));
            }
            promise::turn().await;
            if inner.erased.get() != erased {
                break;
            }
        }
        self.make_room().await;
        // At worst a needless warning.
        let _warns = Local.remove(RESTORING);
        inner.restoring.set(false);
        before
    }

    /// What was deleted has made room for what was refused. If that is not enough the traces of
    /// deleted sessions go, as soon as the mirror has them.
    async fn make_room(&self) {
        let inner = &self.inner;
        if self.retry_all().await || !inner.journal.borrow().has_traces() {
            return;
        }
        while inner.syncing.get() {
            promise::turn().await;
        }
        sync::run(Rc::clone(inner)).await;
        inner.journal.borrow_mut().remove_traces();
        self.retry_all().await;
    }

    /// Tries again for as long as something more is taken; says whether everything is.
    async fn retry_all(&self) -> bool {
        let mut left = usize::MAX;
        loop {
            if self.inner.all_saved().is_ok() {
                return true;
            }
            let now_left = self.inner.journal.borrow().waiting();
            if now_left == left {
                return false;
            }
            left = now_left;
            promise::turn().await;
        }
    }
}
