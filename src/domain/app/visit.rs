//! Where an address leads, and what a page asks for before it shows.

use super::{App, Effect, LEFT};
use crate::domain::route::Route;
use crate::domain::safety::{Answer, Next};
use crate::domain::schedule;
use crate::domain::session::Event;

impl App {
    pub(super) fn visit(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.route == Route::Session && route != Route::Session {
            self.tell_session(Event::Pause(LEFT), effects);
        }
        self.route = route;
        match route {
            Route::Start => self.decide_start(effects),
            Route::Session if self.live.is_none() => {
                // After a reload: paused where it was, for sound needs a tap (decisions 26).
                if self.unfinished.is_some() && !self.elsewhere {
                    self.carry_on(effects);
                } else {
                    effects.push(Effect::Replace(Route::Today));
                }
            }
            Route::Done if self.finished.is_none() => {
                let newest = self
                    .entries
                    .first()
                    .filter(|entry| entry.day() == self.today());
                self.finished = newest.map(|entry| entry.id);
                if self.finished.is_none() {
                    effects.push(Effect::Replace(Route::Today));
                }
            }
            _ => {}
        }
    }

    /// "Start" leads to what comes first: the session that runs, the questions, the advice on a rest
    /// day, or the session itself.
    fn decide_start(&mut self, effects: &mut Vec<Effect>) {
        let last = self
            .entries
            .iter()
            .find(|entry| entry.counts())
            .map(super::Entry::day);
        if self.live.is_some() {
            effects.push(Effect::Replace(Route::Session));
            return;
        }
        if self.offered().is_none() {
            // It became too old while the page stood open.
            self.file_unfinished(effects);
        }
        if self.unfinished.is_some() {
            effects.push(Effect::Replace(Route::Today));
        } else if self.safety.to_ask(last, self.today()) {
            effects.push(Effect::Replace(Route::Safety(
                crate::domain::safety::SafetyPage::Damage,
            )));
        } else if schedule::too_soon(&self.entries, self.today()).is_none() {
            self.start_session(effects);
        }
    }

    pub(super) fn answer(&mut self, answer: Answer, effects: &mut Vec<Effect>) {
        let today = self.today();
        let next = self.safety.take(answer, today);
        effects.push(Effect::SaveSafety);
        match next {
            Next::Page(page) => effects.push(Effect::Go(Route::Safety(page))),
            Next::Today => effects.push(Effect::Go(Route::Today)),
            Next::Routine => effects.push(Effect::Go(Route::Routine)),
            Next::Session => effects.push(Effect::Replace(Route::Start)),
        }
    }
}
