//! What another tab changed, or the mirror had kept, as this page takes it in.

use super::{App, Change, Effect, Stored};
use crate::domain::history::Entry;
use crate::domain::route::Route;
use crate::domain::safety::Answers;
use crate::domain::session;
use crate::domain::settings::Settings;

impl App {
    pub(super) fn stored(&mut self, change: Change, effects: &mut Vec<Effect>) {
        match change {
            Change::Entry(_, Some(entry)) => self.keep(*entry),
            Change::Entry(id, None) => self.entries.retain(|kept| kept.id != id),
            Change::Running(unfinished) => match (&self.live, unfinished) {
                // This page's own session goes on; one that was left unfinished before is filed.
                (Some(live), Some(other)) if other.started != live.started => {
                    self.unfinished = Some(*other);
                    self.file_unfinished(effects);
                    self.save_running(effects);
                }
                (Some(_), _) => {}
                (None, unfinished) => self.unfinished = unfinished.map(|unfinished| *unfinished),
            },
            Change::Settings(settings) => self.settings = *settings,
            Change::Safety(safety) => self.safety = safety,
            Change::Damaged(damaged) => self.damaged = damaged,
            Change::Erased => self.forget_everything(effects),
            Change::Elsewhere(elsewhere) => self.taken_over(elsewhere, effects),
        }
    }

    /// What is stored takes the place of what is shown; a session that runs goes on.
    pub(super) fn reload(&mut self, stored: Stored) {
        self.settings = stored.settings;
        self.safety = stored.safety;
        self.entries = stored.entries;
        self.damaged = stored.damaged;
        self.saving = stored.saving;
    }

    /// Puts an entry in its place among the others.
    pub(super) fn keep(&mut self, entry: Entry) {
        self.entries.retain(|kept| kept.id != entry.id);
        let place = self.entries.partition_point(|kept| kept.id > entry.id);
        self.entries.insert(place, entry);
    }

    fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        self.entries.clear();
        self.unfinished = None;
        self.finished = None;
        self.deleted = None;
        self.settings = Settings::default();
        self.safety = Answers::default();
        self.damaged = 0;
        if self.live.take().is_some() {
            effects.push(Effect::Session(session::Effect::Hush));
            effects.push(Effect::Replace(Route::Today));
        }
    }

    /// A session that is taken over by another tab ends here without a trace: the other has it.
    fn taken_over(&mut self, elsewhere: bool, effects: &mut Vec<Effect>) {
        self.elsewhere = elsewhere;
        let stored = self
            .live
            .as_ref()
            .is_some_and(|live| !live.session.is_practice());
        if elsewhere && stored {
            self.live = None;
            effects.push(Effect::Session(session::Effect::Hush));
            effects.push(Effect::Replace(Route::Today));
        }
    }
}
