//! The whole session at a glance: how far it has come, what comes next, and how long it still takes.

use super::Session;
use super::activity::Activity;
use crate::domain::guide::plan::SetStep;
use crate::domain::routine::Exercise;

const MINUTE_MS: u32 = 60_000;

/// How far a session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// The exercise's place among those of this session, from 1.
    pub number: usize,
    /// How many exercises this session has.
    pub count: usize,
    /// How much of the exercise is done, in thousandths.
    pub share: usize,
    /// The exercise after it.
    pub next: Option<Exercise>,
    /// Whole minutes that are left, with the one that has begun.
    pub minutes_left: u32,
}

impl Session {
    /// The course at the set `index`, of which so many thousandths are done.
    pub(super) fn course(
        &self,
        index: usize,
        set_share: u16,
        now: (Option<&Activity>, u32),
    ) -> Course {
        let steps = &self.plan.steps;
        let (before, rest) = steps.split_at(index.min(steps.len()));
        let exercise = rest.first().map(|set| set.exercise);
        let of_it = |set: &&SetStep| Some(set.exercise) == exercise;
        let mut known: Vec<_> = steps.iter().map(|set| set.exercise).collect();
        known.dedup();
        let place = known.iter().position(|known| Some(*known) == exercise);
        let place = place.unwrap_or(0);
        let behind = before.iter().filter(of_it).count();
        let sets = behind + rest.iter().filter(of_it).count();
        Course {
            number: place + 1,
            count: known.len(),
            share: (behind * 1_000 + usize::from(set_share)) / sets.max(1),
            next: known.get(place + 1).copied(),
            minutes_left: self.left_ms(now).div_ceil(MINUTE_MS),
        }
    }

    /// Milliseconds until the end when nobody touches anything.
    fn left_ms(&self, (activity, elapsed_ms): (Option<&Activity>, u32)) -> u32 {
        let ahead = self.plan.steps.iter().skip(self.step_index + 1);
        let ahead_ms: u32 = ahead.map(|set| set.lead_in_ms + set.length_ms()).sum();
        let set = self.step();
        let now_ms = match activity {
            Some(Activity::LeadIn { .. }) => {
                set.lead_in_ms.saturating_sub(elapsed_ms) + set.length_ms()
            }
            Some(work @ Activity::Work { .. }) => {
                let target = u32::from(set.target.number().max(1));
                let done = u32::from(work.done(set, elapsed_ms));
                set.length_ms() / target * target.saturating_sub(done)
            }
            Some(Activity::Resuming { then, .. }) => {
                return self.left_ms((Some(&then.activity), then.elapsed_ms));
            }
            Some(Activity::Tighter { .. } | Activity::Closing { .. }) | None => 0,
        };
        ahead_ms + now_ms
    }
}
