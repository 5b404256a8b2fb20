//! Where an address leads, and what a page asks for before it shows.

use super::{App, Effect, LEFT};
use crate::domain::app::route::Route;
use crate::domain::guide::session::Event;
use crate::domain::record::safety::{Answer, Next, SafetyPage, Wanted};
use crate::domain::routine::Exercise;

impl App {
    pub(super) fn visit(&mut self, route: Route, effects: &mut Vec<Effect>) {
        if self.route == Route::Session && route != Route::Session {
            self.tell_session(Event::Pause(LEFT), effects);
        }
        if !matches!(route, Route::Start | Route::Safety(_)) && self.safety.wanted.take().is_some()
        {
            effects.push(Effect::SaveSafety);
        }
        if self.practised.map(Route::Exercise) != Some(route) {
            self.practised = None;
        }
        if self.route == Route::Done && route != Route::Done && self.asks_to_keep() {
            effects.push(Effect::AskToKeep);
        }
        self.route = route;
        match route {
            Route::Start => self.decide_start(effects),
            Route::Session if self.live.is_none() => {
                // After a reload: paused where it was, for sound needs a tap (decision 26).
                if self.unfinished.is_some() && !self.elsewhere {
                    self.carry_on(effects);
                } else {
                    effects.push(Effect::Replace(Route::Today));
                }
            }
            Route::Done if self.finished.is_none() => {
                let now = self.moment.wall;
                let newest = self.entries.first();
                // Of a session over midnight as well.
                let newest = newest.filter(|entry| entry.days_after(now) == 0);
                self.finished = newest.map(|entry| entry.id);
                if self.finished.is_none() {
                    effects.push(Effect::Replace(Route::Today));
                }
            }
            _ => {}
        }
    }

    /// Whether the browser is asked to keep the data when the finish page is left: somebody who comes
    /// back has something to lose, and a first visit is too early. Some browsers pass the question on
    /// to the person, so it comes with a press, and never in the middle of "All done".
    pub fn asks_to_keep(&self) -> bool {
        self.entries.iter().filter(|entry| entry.counts()).count() == 2
    }

    /// "Start" leads to what comes first: the session that runs, the questions, the advice on a rest
    /// day, or the session itself.
    fn decide_start(&mut self, effects: &mut Vec<Effect>) {
        if self.live.is_some() {
            effects.push(Effect::Replace(Route::Session));
            return;
        }
        if self.unfinished.is_some() {
            effects.push(Effect::Replace(Route::Today));
        } else if self.asks_first(Wanted::Session, effects) {
            effects.push(Effect::Replace(Route::Safety(SafetyPage::Damage)));
        } else if self.too_soon().is_none() {
            self.start_session(effects);
        }
    }

    /// Not the rest day holds the person back, but the questions may: they can have become old while
    /// the page stood open.
    pub(super) fn start_anyway(&mut self, effects: &mut Vec<Effect>) {
        if self.live.is_none() && self.asks_first(Wanted::Session, effects) {
            effects.push(Effect::Replace(Route::Safety(SafetyPage::Damage)));
        } else {
            self.start_session(effects);
        }
    }

    /// One exercise alone; the questions come before it as before a session.
    pub(super) fn ask_and_practise(&mut self, exercise: Exercise, effects: &mut Vec<Effect>) {
        if self.live.is_none() && self.asks_first(Wanted::Practice(exercise), effects) {
            effects.push(Effect::Go(Route::Safety(SafetyPage::Damage)));
        } else {
            self.practise(exercise, effects);
        }
    }

    /// Whether the questions come first; if so, it is kept what was to follow.
    fn asks_first(&mut self, wanted: Wanted, effects: &mut Vec<Effect>) -> bool {
        let mut counted = self.entries.iter().filter(|entry| entry.counts());
        let last = counted.next().map(super::Entry::day);
        let asks = self.safety.to_ask(last, self.today());
        let wanted = asks.then_some(wanted);
        if self.safety.wanted != wanted {
            self.safety.wanted = wanted;
            effects.push(Effect::SaveSafety);
        }
        asks
    }

    pub(super) fn answer(&mut self, answer: Answer, effects: &mut Vec<Effect>) {
        let today = self.today();
        let next = self.safety.take(answer, today);
        effects.push(Effect::SaveSafety);
        match next {
            Next::Page(page) => effects.push(Effect::Go(Route::Safety(page))),
            Next::Today => effects.push(Effect::Go(Route::Today)),
            Next::Routine => effects.push(Effect::Go(Route::Routine)),
            Next::Ready => match self.safety.wanted.take() {
                Some(Wanted::Session) => effects.push(Effect::Replace(Route::Start)),
                Some(Wanted::Practice(exercise)) => self.practise(exercise, effects),
                // Only asked again, from Settings: nothing starts by itself.
                None => effects.push(Effect::Go(Route::Today)),
            },
        }
    }
}
