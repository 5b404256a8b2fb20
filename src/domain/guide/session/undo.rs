//! On to the next set, back to the one before, and how that is taken back.

use serde::{Deserialize, Serialize};

use super::activity::{Activity, Frozen};
use super::commands::wait_ms;
use super::{Effect, Notice, Session};
use crate::domain::record::history::Tighter;
use crate::domain::time::Instant;

/// What a skip, a step back or the end of a set can be undone to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Undo {
    pub(super) step_index: usize,
    pub(super) frozen: Frozen,
    pub(super) done: Vec<u8>,
    /// When it was left; `None` after a reload, where nobody knows how long that has been.
    #[serde(skip)]
    pub(super) since: Option<Instant>,
}

impl Session {
    pub(super) fn skip(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        if self.runs(|activity| matches!(activity, Activity::Tighter { .. })) {
            effects.push(Effect::Hush);
            return self.answer_tighter(Tighter::NoAnswer, now, effects);
        }
        let skipped = *self.step();
        let Some(undo) = self.undo_at(now) else {
            return;
        };
        self.undo = Some(undo);
        self.notice = Some(Notice::Skipped(skipped.exercise, skipped.side));
        self.leave_step(now, effects);
        if self.step_index + 1 < self.plan.steps.len() {
            self.go_on(false, now);
        } else {
            self.finish(false, now, effects);
        }
    }

    pub(super) fn back(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Some(undo) = self.undo_at(now) else {
            return;
        };
        self.undo = Some(undo);
        self.leave_step(now, effects);
        self.move_to(self.step_index.saturating_sub(1), now);
        self.begin_lead_in(false, now);
        let step = *self.step();
        self.notice = Some(Notice::WentBack(step.exercise, step.side));
    }

    pub(super) fn undo(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Some(undo) = self.undo.take() else { return };
        self.leave(now);
        self.active_ms = self
            .active_ms
            .saturating_sub_unsigned(undo.frozen.active_ms());
        self.notice = None;
        self.step_index = undo.step_index;
        self.done = undo.done;
        effects.push(Effect::Hush);
        self.go_on_from(undo.frozen, wait_ms(undo.since, now), now);
        effects.push(Effect::Save);
    }

    pub(super) fn undo_at(&self, now: Instant) -> Option<Box<Undo>> {
        Some(Box::new(Undo {
            step_index: self.step_index,
            frozen: self.stands_or_runs(now)?,
            done: self.done.clone(),
            since: Some(now),
        }))
    }

    /// The next action ends the offer to undo the last one.
    pub(super) fn forget_undo(&mut self) {
        self.undo = None;
        self.notice = match self.notice {
            Some(Notice::Ended { .. } | Notice::OtherSide { .. }) => self.other_side_notice(),
            _ => None,
        };
    }
}
