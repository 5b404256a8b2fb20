//! What another tab changed, or the mirror had kept, as this page takes it in.

use super::{App, Change, Effect, Live, Stored, Unfinished};
use crate::domain::app::route::Route;
use crate::domain::guide::session;
use crate::domain::record::history::Entry;
use crate::domain::record::safety::Answers;
use crate::domain::record::settings::Settings;

impl App {
    pub(super) fn stored(&mut self, change: Change, effects: &mut Vec<Effect>) {
        match change {
            Change::Entry(_, Some(entry)) => self.keep(*entry),
            Change::Entry(id, None) => self.entries.retain(|kept| kept.id != id),
            Change::Running { session, mirrored } => {
                self.running_stored(session.map(|session| *session), mirrored, effects);
            }
            Change::Settings(settings) => {
                self.settings = *settings;
                self.adapt_session();
            }
            Change::Safety(safety) => {
                // What was wanted in another window is not wanted in this one.
                let wanted = self.safety.wanted;
                self.safety = Answers { wanted, ..safety };
            }
            Change::Damaged(damaged) => self.damaged = damaged,
            Change::Erased => self.forget_everything(effects),
            Change::Elsewhere(elsewhere) => self.taken_over(elsewhere, effects),
        }
    }

    /// What another tab saves of a running session is that tab's own; which of the two goes on is
    /// decided by the lease, and to answer each other's saves would never end. What the mirror had
    /// kept is newer than what this page began with.
    fn running_stored(
        &mut self,
        session: Option<Unfinished>,
        mirrored: bool,
        effects: &mut Vec<Effect>,
    ) {
        let started = session.as_ref().map(|other| other.started);
        let Some(live) = self.live.as_ref().filter(|live| is_kept(live)) else {
            self.unfinished = session;
            return;
        };
        if !mirrored {
            self.unfinished = session;
        } else if started == Some(live.started) {
            if live.session.waits_since_opened() {
                self.live = None;
                self.unfinished = session;
                self.carry_on(effects);
            }
        } else if let Some(other) = session {
            if self.entry(other.id()).is_none() {
                self.unfinished = Some(other);
                self.file_unfinished(effects);
            }
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
        self.deleted.clear();
        self.ended = None;
        self.adapt_session();
    }

    /// Puts an entry in its place among the others, newest first. Thousands come at a start.
    pub(super) fn keep(&mut self, entry: Entry) {
        let place = self.entries.binary_search_by(|kept| entry.id.cmp(&kept.id));
        match place {
            Ok(place) => self.entries[place] = entry,
            Err(place) => {
                self.deleted.retain(|deleted| deleted.id != entry.id);
                self.entries.insert(place, entry);
            }
        }
    }

    fn forget_everything(&mut self, effects: &mut Vec<Effect>) {
        self.entries.clear();
        self.unfinished = None;
        self.finished = None;
        self.ended = None;
        self.deleted.clear();
        self.settings = Settings::default();
        self.safety = Answers::default();
        self.damaged = 0;
        if self.live.take().is_some() {
            effects.push(Effect::Session(session::Effect::Hush));
            effects.push(Effect::Replace(Route::Today));
        }
    }

    /// A session that is taken over by another tab ends here: the other has it. If the other runs one
    /// of its own, this one is filed.
    fn taken_over(&mut self, elsewhere: bool, effects: &mut Vec<Effect>) {
        self.elsewhere = elsewhere;
        let Some(live) = self.live.take_if(|live| elsewhere && is_kept(live)) else {
            return;
        };
        let others_own = self
            .unfinished
            .take()
            .filter(|other| other.started != live.started);
        if others_own.is_some() {
            self.unfinished = others_own;
            if live.session.has_result(self.moment.now) || !live.session.pains().is_empty() {
                self.file_live(&live, effects);
            }
        } else {
            self.unfinished = self.unfinished_of(&live);
        }
        effects.push(Effect::Session(session::Effect::Hush));
        effects.push(Effect::Replace(Route::Today));
    }
}

/// Whether a session is one that is stored.
pub(super) fn is_kept(live: &Live) -> bool {
    !live.session.is_practice()
}
