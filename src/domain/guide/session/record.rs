//! What has been done so far.

use super::{Held, Phase, Session};
use crate::domain::guide::plan::{Plan, SetStep};
use crate::domain::record::history::{Counted, SetResult};
use crate::domain::record::settings::Counting;
use crate::domain::time::Instant;

impl Session {
    /// Every set of the plan with what was done of it, the running one included.
    pub fn results(&self, now: Instant) -> Vec<SetResult> {
        let running = self.running_done(now);
        results(&self.plan, &self.done, self.step_index, running)
    }

    /// Whether anything has been done.
    pub fn has_result(&self, now: Instant) -> bool {
        self.running_done(now) > 0 || self.done.iter().any(|done| *done > 0)
    }

    /// Reps, inhales or seconds of the set that runs or stands still; 0 between sets.
    pub(super) fn running_done(&self, now: Instant) -> u8 {
        let step = self.step();
        match &self.phase {
            Phase::Running(running) => match self.freeze(now) {
                Some(frozen) => frozen.activity.done(step, frozen.elapsed_ms),
                None => running.seen,
            },
            Phase::Held(Held { frozen, .. }) => frozen.activity.done(step, frozen.elapsed_ms),
            Phase::Finished { .. } => 0,
        }
    }

    /// Keeps the count of the set that runs. A set that is done again replaces the old number only
    /// once it has at least 1 (decision 17).
    pub(super) fn record(&mut self, now: Instant) {
        let done = self.running_done(now);
        if done > 0
            && let Some(kept) = self.done.get_mut(self.step_index)
        {
            *kept = done;
        }
    }
}

/// Every set of a plan with what was done of it; of the one at `step_index`, the `running` reps,
/// inhales or seconds where there are any.
pub(super) fn results(plan: &Plan, done: &[u8], step_index: usize, running: u8) -> Vec<SetResult> {
    let sets = plan.steps.iter().zip(done).enumerate();
    let result = |(index, (step, done)): (usize, (&SetStep, &u8))| SetResult {
        exercise: step.exercise,
        side: step.side,
        attempt: step.attempt,
        target: step.target,
        done: if index == step_index && running > 0 {
            running
        } else {
            *done
        },
        counted: counted(step),
    };
    sets.map(result).collect()
}

const fn counted(step: &SetStep) -> Counted {
    match step.counting {
        Counting::Paced => Counted::ByApp,
        Counting::ByHand => Counted::ByHand,
    }
}
