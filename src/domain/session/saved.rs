//! A session as it is stored while it runs, and carried on from.

use serde::{Deserialize, Serialize};

use super::activity::{Frozen, MOST_MS};
use super::{Held, Hold, Phase, Rules, Session, Why, record};
use crate::domain::history::{MOST_PAINS, MOST_SETS, PainNote, SetResult, Tighter};
use crate::domain::plan::{Plan, SetStep};
use crate::domain::routine::Exercise;
use crate::domain::saved::refuse_the_impossible;
use crate::domain::time::Instant;

/// A session as it stood when it was saved. One that does not hold together is not read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct SavedSession {
    plan: Plan,
    step_index: usize,
    at: Frozen,
    done: Vec<u8>,
    pains: Vec<PainNote>,
    tighter: Option<Tighter>,
    active_ms: i32,
}

refuse_the_impossible!(SavedSession);

impl Session {
    /// The session as it stands at `now`; `None` when it is over or is only practice.
    pub fn to_saved(&self, now: Instant) -> Option<SavedSession> {
        if self.rules.practice {
            return None;
        }
        let at = match &self.phase {
            Phase::Running(_) => self.freeze(now)?,
            Phase::Held(Held { frozen, .. }) => frozen.clone(),
            Phase::Finished { .. } => return None,
        };
        Some(SavedSession {
            plan: self.plan.clone(),
            step_index: self.step_index,
            at,
            done: self.done.clone(),
            pains: self.pains.clone(),
            tighter: self.tighter,
            active_ms: self.active_ms,
        })
    }

    /// Carries on from what was saved: paused, with the exact count.
    pub fn carry_on(saved: &SavedSession, rules: Rules, now: Instant) -> Self {
        Self {
            plan: saved.plan.clone(),
            step_index: saved.step_index,
            phase: Phase::Held(Held {
                why: Hold::Paused(Why::Reopened),
                since: now,
                frozen: saved.at.clone(),
            }),
            done: saved.done.clone(),
            pains: saved.pains.clone(),
            tighter: saved.tighter,
            active_ms: saved.active_ms,
            notice: None,
            undo: None,
            rules,
        }
    }
}

impl SavedSession {
    /// The exercise it stopped at.
    pub fn exercise(&self) -> Option<Exercise> {
        self.plan
            .steps
            .get(self.step_index)
            .map(|step| step.exercise)
    }

    /// The last exercise before that one of which anything was done.
    pub fn last_done(&self) -> Option<Exercise> {
        let before = self.plan.steps.iter().zip(&self.done).take(self.step_index);
        before
            .rev()
            .find(|(_, done)| **done > 0)
            .map(|(step, _)| step.exercise)
    }

    /// Every set with what was done of it, as an entry of the history keeps it.
    pub fn results(&self) -> Vec<SetResult> {
        let step = self.plan.steps.get(self.step_index);
        let running = step.map_or(0, |step| self.at.activity.done(step, self.at.elapsed_ms));
        record::results(&self.plan, &self.done, self.step_index, running)
    }

    /// Every stop for pain.
    pub fn pains(&self) -> &[PainNote] {
        &self.pains
    }

    /// The answer about the tighter side, if it was asked.
    pub const fn tighter(&self) -> Option<Tighter> {
        self.tighter
    }

    /// Milliseconds during which it ran.
    pub const fn active_ms(&self) -> u32 {
        self.at.elapsed_ms.saturating_add_signed(self.active_ms)
    }

    fn is_possible(&self) -> bool {
        let steps = &self.plan.steps;
        steps.len() <= MOST_SETS
            && self.pains.len() <= MOST_PAINS
            && self.done.len() == steps.len()
            && (1..=6).contains(&self.plan.wait_factor)
            && steps.iter().all(SetStep::is_possible)
            && steps
                .iter()
                .zip(&self.done)
                .all(|(step, done)| *done <= step.target.number())
            && steps
                .get(self.step_index)
                .is_some_and(|step| self.at.is_possible(step))
            && self.active_ms.unsigned_abs() <= MOST_MS
    }
}
