//! What could not be written: it waits, is counted, and is tried again.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Journal;
use crate::domain::record::saved::backup::{Backup, How};
use crate::domain::record::saved::key::{ENTRY, Key};
use crate::domain::record::saved::kind::is_readable;
use crate::domain::record::saved::merge::is_newer;
use crate::domain::record::saved::record::{decode_stamp, is_trace, renew};
use crate::domain::record::saved::shelf::{Fault, Shelf};
use crate::domain::time::WallTime;

/// So much is tried again in one go, in tens of milliseconds at most.
const AT_ONCE: usize = 500;
/// What a shelf has refused so often in one go it has no room for.
const MOST_REFUSALS: usize = 16;

/// What the shelf has not taken so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Finished sessions.
    pub sessions: usize,
    /// Anything else that people would miss.
    pub others: usize,
}

impl LeftOut {
    /// Whether the shelf has taken everything.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl<S: Shelf, T: Serialize + DeserializeOwned> Journal<S, T> {
    /// Puts a text on the shelf unless a newer one stands there. One that cannot be put waits, but
    /// not the trace of what does not stand there: nothing is left to delete.
    pub(super) fn put(&mut self, name: String, text: String) -> Result<(), Fault> {
        let outcome = self.make_way(&name).and_then(|held| match held {
            Some(held) if !is_newer(&text, &held) => Ok(()),
            None if is_trace(&text) => self.shelf.set(&name, &text).or(Ok(())),
            _ => self.shelf.set(&name, &text),
        });
        if outcome.is_err() {
            self.waiting.insert(name, text);
        }
        outcome
    }

    /// Writes what the backup says of the record under this key, if that changes anything: says what
    /// was written, and what stood there before. What finds no room waits.
    pub fn bring(
        &mut self,
        backup: &Backup,
        how: How,
        name: &str,
        now: WallTime,
    ) -> Option<(String, Option<String>)> {
        let held = self.held(name);
        let held = held.filter(|held| is_readable::<T>(name, held));
        let mut text = backup.write(name, held.as_deref(), how, now)?;
        // Another copy may still have a trace that has gone from the shelf.
        let known = self.revisions.get(name).copied().unwrap_or(0);
        if held.is_none() && decode_stamp(&text).is_ok_and(|stamp| stamp.revision <= known) {
            text = renew(&text, known.saturating_add(1), now)?;
        }
        self.adopt(name, &text).then_some((text, held))
    }

    /// Tries again what could not be written: settings and answers first, then the newest sessions.
    /// What a full shelf refuses again and again waits for the next time.
    ///
    /// # Errors
    /// Where something still waits.
    pub fn retry(&mut self) -> Result<(), Fault> {
        let mut refusals = 0;
        let names: Vec<String> = self.waiting.keys().rev().take(AT_ONCE).cloned().collect();
        for name in names {
            if let Some(text) = self.waiting.remove(&name)
                && self.put(name, text).is_err()
            {
                refusals += 1;
            }
            if refusals == MOST_REFUSALS {
                break;
            }
        }
        self.all_saved()
    }

    /// Whether something waits to be written.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// What waits to be written.
    pub fn left_out(&self) -> LeftOut {
        let kept = self.waiting.iter().filter(|(_, text)| !is_trace(text));
        let (sessions, others): (Vec<_>, Vec<_>) =
            kept.partition(|(name, _)| name.starts_with(ENTRY));
        LeftOut {
            sessions: sessions.len(),
            others: others.len(),
        }
    }

    pub(super) fn all_saved(&self) -> Result<(), Fault> {
        if self.is_waiting() {
            Err(Fault::Full)
        } else {
            Ok(())
        }
    }

    /// How much waits to be written.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Whether the shelf has traces of deleted sessions.
    pub fn has_traces(&self) -> bool {
        self.traces().next().is_some()
    }

    /// Makes room by removing the traces of deleted sessions. They keep another copy from bringing
    /// the session back, so call it only where every other copy has them, or there is none.
    pub fn remove_traces(&mut self) {
        for name in self.traces() {
            // Where it cannot be removed it stays, as before.
            let _stays = self.shelf.remove(&name);
        }
    }

    fn traces(&self) -> impl Iterator<Item = String> {
        let names = self.shelf.names().unwrap_or_default().into_iter();
        names.filter(|name| {
            let is_entry = matches!(Key::parse(name), Some(Key::Entry(_)));
            is_entry && matches!(self.shelf.get(name), Ok(Some(text)) if is_trace(&text))
        })
    }
}
