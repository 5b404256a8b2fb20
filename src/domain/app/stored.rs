//! What another tab changed, or the mirror had kept, as this page takes it in.

use super::{App, Change, Effect, Stored, Unfinished};
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
            Change::Running { session, mirrored } => {
                self.running_stored(session.map(|session| *session), mirrored, effects);
            }
            Change::Settings(settings) => self.settings = *settings,
            Change::Safety(safety) => self.safety = safety,
            Change::Damaged(damaged) => self.damaged = damaged,
            Change::Erased => self.forget_everything(effects),
            Change::Elsewhere(elsewhere) => self.taken_over(elsewhere, effects),
        }
    }

    /// While a session runs here, one that the mirror had kept is filed. What another tab saves is
    /// that tab's own: which of the two goes on is decided by the lease, and to answer each other's
    /// saves would never end.
    fn running_stored(
        &mut self,
        session: Option<Unfinished>,
        mirrored: bool,
        effects: &mut Vec<Effect>,
    ) {
        let Some(live) = &self.live else {
            self.unfinished = session;
            return;
        };
        if mirrored
            && session
                .as_ref()
                .is_some_and(|other| other.started != live.started)
        {
            self.unfinished = session;
            self.file_unfinished(effects);
            self.save_running(effects);
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

    /// Puts an entry in its place among the others, newest first. Thousands come at a start.
    pub(super) fn keep(&mut self, entry: Entry) {
        let place = self.entries.binary_search_by(|kept| entry.id.cmp(&kept.id));
        match place {
            Ok(place) => self.entries[place] = entry,
            Err(place) => self.entries.insert(place, entry),
        }
    }

    fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        self.entries.clear();
        self.unfinished = None;
        self.finished = None;
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
