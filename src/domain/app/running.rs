//! The running session's part in the app: how it starts, what it saves, and how it is filed.

use super::{App, Effect, Live, TOO_SHORT_MS, Unfinished};
use crate::domain::app::route::Route;
use crate::domain::guide::cue::SpeechMs;
use crate::domain::guide::plan::{Plan, PlanOptions};
use crate::domain::guide::session::{self, Rules, Session};
use crate::domain::record::history::Entry;
use crate::domain::routine::Exercise;

impl Unfinished {
    /// The entry that it makes as far as it has come; `None` where nothing was done.
    fn so_far(&self) -> Option<Entry> {
        let saved = &self.session;
        let results = saved.results();
        if results.iter().all(|result| result.done == 0) && saved.pains().is_empty() {
            return None;
        }
        let mut entry = Entry::new(self.started, results);
        entry.ended = Some(self.stopped);
        entry.pains = saved.pains().to_vec();
        entry.active_ms = saved.active_ms();
        entry.tighter = saved.tighter();
        Some(entry)
    }
}

impl App {
    /// What has been done of the session that runs or was left unfinished, for a backup: brought back
    /// it is in the history, also where the session itself is gone.
    pub fn so_far(&self) -> Option<Entry> {
        let live = self.live.as_ref().and_then(|live| self.unfinished_of(live));
        live.as_ref().or(self.unfinished.as_ref())?.so_far()
    }

    /// The rules a session runs by.
    pub(super) fn rules(&self, practice: bool) -> Rules {
        Rules::new(&self.settings, practice, self.speech())
    }

    pub(super) fn speech(&self) -> SpeechMs {
        SpeechMs(self.speech_ms, self.settings.speech_rate())
    }

    pub(super) fn plan_options<'a>(&'a self, skip: &'a [Exercise]) -> PlanOptions<'a> {
        let first_session = !self.entries.iter().any(Entry::counts);
        PlanOptions {
            settings: &self.settings,
            skip,
            first_session,
            speech: self.speech(),
        }
    }

    pub(super) fn start_session(&mut self, effects: &mut Vec<Effect>) {
        let left_out = self.left_out();
        let plan = Plan::session(self.plan_options(&left_out));
        self.run(plan, false, effects);
    }

    pub(super) fn practise(&mut self, exercise: Exercise, effects: &mut Vec<Effect>) {
        let plan = Plan::practice(exercise, self.plan_options(&[]));
        self.run(plan, true, effects);
    }

    fn run(&mut self, plan: Plan, practice: bool, effects: &mut Vec<Effect>) {
        if self.live.is_some() {
            // One session at a time; the address leads to the one that runs.
            effects.push(Effect::Go(Route::Session));
            return;
        }
        match Session::start(plan, self.rules(practice), self.moment.now) {
            Some(session) => {
                self.ended = None;
                self.live = Some(Live {
                    started: self.moment.wall,
                    stopped: self.moment.wall,
                    session,
                });
                effects.push(if practice {
                    Effect::Go(Route::Session)
                } else {
                    Effect::Replace(Route::Session)
                });
                self.tell_session(session::Event::Tick, effects);
                self.save_running(effects);
            }
            // Everything is left out: the list is where that can be changed.
            None => effects.push(Effect::Replace(Route::Routine)),
        }
    }

    pub(super) fn carry_on(&mut self, effects: &mut Vec<Effect>) {
        let Some(unfinished) = self.unfinished.take() else {
            return;
        };
        self.elsewhere = false;
        self.live = Some(Live {
            started: unfinished.started,
            stopped: unfinished.stopped,
            session: Session::carry_on(&unfinished.session, self.rules(false), self.moment.now),
        });
        effects.push(Effect::Go(Route::Session));
    }

    /// Whether the session that was ended can be carried on.
    pub fn can_take_back_end(&self) -> bool {
        self.ended.is_some() && self.live.is_none() && self.unfinished.is_none()
    }

    /// The session is there again before its entry goes: between the two a killed browser loses
    /// nothing.
    pub(super) fn take_back_end(&mut self, effects: &mut Vec<Effect>) {
        if !self.can_take_back_end() {
            return;
        }
        let Some(ended) = self.ended.take() else {
            return;
        };
        let id = ended.id();
        effects.push(Effect::SaveRunning(Some(Box::new(ended.clone()))));
        if self.entry(id).is_some() {
            self.entries.retain(|entry| entry.id != id);
            effects.push(Effect::DeleteEntry(id));
        }
        self.finished = None;
        self.unfinished = Some(ended);
        self.carry_on(effects);
    }

    pub(super) fn throw_away(&mut self, effects: &mut Vec<Effect>) {
        self.file_others_own(effects);
        let Some(live) = self.live.take() else {
            return;
        };
        effects.push(Effect::Session(session::Effect::Hush));
        if live.session.is_practice() {
            // What is kept is another session's.
            let exercise = live.session.step().exercise;
            effects.push(Effect::Replace(Route::Exercise(exercise)));
            return;
        }
        self.ended = self.unfinished_of(&live);
        effects.push(Effect::SaveRunning(None));
        effects.push(Effect::Replace(Route::Today));
    }

    /// Passes an event on to the session, and its effects back.
    pub(super) fn tell_session(&mut self, event: session::Event, effects: &mut Vec<Effect>) {
        let now = self.moment.now;
        if event == session::Event::Resume {
            // What another window changed while the session ran.
            self.adapt_session();
        }
        let before = self.live.as_ref().filter(|_| event.may_end());
        let before = before.and_then(|live| self.unfinished_of(live));
        let Some(live) = &mut self.live else { return };
        let (mut save, mut finished) = (false, false);
        for effect in live.session.update(event, now) {
            match effect {
                session::Effect::Save => save = true,
                session::Effect::Finished => finished = true,
                effect => effects.push(Effect::Session(effect)),
            }
        }
        if finished {
            self.ended = before;
            self.finish(effects);
        } else if save {
            self.save_running(effects);
        }
    }

    pub(super) fn save_running(&mut self, effects: &mut Vec<Effect>) {
        if let Some(live) = &mut self.live {
            live.stopped = self.moment.wall;
        }
        let unfinished = self.live.as_ref().and_then(|live| self.unfinished_of(live));
        if let Some(unfinished) = unfinished {
            effects.push(Effect::SaveRunning(Some(Box::new(unfinished))));
        }
    }

    /// A session as it is stored now.
    pub(super) fn unfinished_of(&self, live: &Live) -> Option<Unfinished> {
        Some(Unfinished {
            started: live.started,
            stopped: live.stopped,
            session: live.session.to_saved(self.moment.now)?,
        })
    }

    /// Files the session that is over, and shows its finish page.
    fn finish(&mut self, effects: &mut Vec<Effect>) {
        let now = self.moment.now;
        self.file_others_own(effects);
        let Some(mut live) = self.live.take() else {
            return;
        };
        live.stopped = self.moment.wall;
        let session = &live.session;
        if session.is_practice() {
            let exercise = session.step().exercise;
            self.practised = session.has_result(now).then_some(exercise);
            effects.push(Effect::Replace(Route::Exercise(exercise)));
            return;
        }
        let nothing = !session.has_result(now) && session.pains().is_empty();
        if nothing && session.active_ms(now) < TOO_SHORT_MS {
            effects.push(Effect::SaveRunning(None));
            effects.push(Effect::Replace(Route::Today));
            return;
        }
        self.file_live(&live, effects);
        effects.push(Effect::SaveRunning(None));
        self.forget_skips(effects);
        effects.push(Effect::Replace(Route::Done));
    }

    /// Files a session that runs no more.
    pub(super) fn file_live(&mut self, live: &Live, effects: &mut Vec<Effect>) {
        let session = &live.session;
        let now = self.moment.now;
        let mut entry = Entry::new(live.started, session.results(now));
        entry.ended = Some(live.stopped);
        entry.pains = session.pains().to_vec();
        entry.active_ms = session.active_ms(now);
        entry.tighter = session.tighter();
        self.file(entry, effects);
    }

    /// Two tabs ran a session each, as their lease failed: the one that ends first files the other's
    /// as far as it has come, because it forgets what is kept of it.
    pub(super) fn file_others_own(&mut self, effects: &mut Vec<Effect>) {
        let started = self
            .live
            .as_ref()
            .filter(|live| !live.session.is_practice());
        let Some(started) = started.map(|live| live.started) else {
            return;
        };
        match &self.unfinished {
            Some(other) if other.started != started => self.file_unfinished(effects),
            _ => self.unfinished = None,
        }
    }

    pub(super) fn file_unfinished(&mut self, effects: &mut Vec<Effect>) {
        let Some(unfinished) = self.unfinished.take() else {
            return;
        };
        if let Some(entry) = unfinished.so_far() {
            self.file(entry, effects);
        }
        effects.push(Effect::SaveRunning(None));
    }

    /// The finished session is saved before the running one is forgotten: between the two a killed
    /// browser loses nothing.
    fn file(&mut self, entry: Entry, effects: &mut Vec<Effect>) {
        self.finished = Some(entry.id);
        self.keep(entry.clone());
        effects.push(Effect::SaveEntry(Box::new(entry)));
    }
}
