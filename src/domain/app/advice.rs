//! What the app leaves out of a session, and what it asks and advises on the way into the next one.

use super::App;
use crate::domain::record::history::{EntryId, Feel};
use crate::domain::record::progress::Log;
use crate::domain::record::safety::Floor;
use crate::domain::routine::Exercise;

/// Why an exercise starts as skipped without having been chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// The person cannot get down to the floor (decision 35).
    Floor,
    /// It was stopped for pain in two sessions in a row (decision 20).
    Hurt,
}

/// What Today has to say about the day after the last session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayAfter {
    /// "How did your knees feel the day after?"
    Ask(EntryId),
    /// They were more sore.
    Sore {
        /// The time before as well.
        twice: bool,
    },
}

impl App {
    /// Exercises that today's session leaves out: chosen for today, or for a reason.
    pub fn left_out(&self) -> Vec<Exercise> {
        Exercise::ALL
            .into_iter()
            .filter(|exercise| self.is_left_out(*exercise))
            .collect()
    }

    /// Whether today's session leaves this exercise out.
    pub fn is_left_out(&self, exercise: Exercise) -> bool {
        let changed = self.settings.skip_today.has(exercise, self.today());
        self.skip_reason(exercise).is_some() != changed
    }

    /// Why this exercise starts as skipped, if it does.
    pub fn skip_reason(&self, exercise: Exercise) -> Option<SkipReason> {
        if Log::of(&self.entries).starts_as_skip(exercise) {
            return Some(SkipReason::Hurt);
        }
        let cannot = self.safety.floor == Some(Floor::No) && exercise.on_floor();
        cannot.then_some(SkipReason::Floor)
    }

    /// The stretches to be reminded of (fact 4): left out three times, and not for a reason.
    pub fn neglected_stretches(&self) -> Vec<Exercise> {
        let mut neglected = Log::of(&self.entries).neglected_stretches();
        neglected.retain(|exercise| self.skip_reason(*exercise).is_none());
        neglected
    }

    /// Whether there is anything to ask or say about the day after the last session, also where the
    /// history has only been glanced at.
    pub fn has_day_after(&self) -> bool {
        let mut counted = self.entries.iter().filter(|entry| entry.counts());
        counted.next().is_some_and(|last| {
            last.day_after == Some(Feel::MoreSore) || last.asks_about_day_after(self.moment.wall)
        })
    }

    /// What is to be asked or said about the day after the last session.
    pub fn day_after(&self) -> Option<DayAfter> {
        if self.live.is_some() || self.offered().is_some() || !self.has_day_after() {
            return None;
        }
        let log = Log::of(&self.entries);
        let question = log.day_after_question(self.moment.wall);
        Some(question.map_or_else(
            || DayAfter::Sore {
                twice: log.sore_twice_in_a_row(),
            },
            DayAfter::Ask,
        ))
    }

    /// Whether the exercise that was just stopped for pain was so the time before as well: the next
    /// session then starts without it (decision 20).
    pub fn hurt_again(&self) -> bool {
        let pains = self.live.as_ref().map(|live| live.session.pains());
        let last = pains.and_then(<[_]>::last);
        last.is_some_and(|note| Log::of(&self.entries).hurt_last_time(note.exercise))
    }
}
