//! A session as it is stored while it runs, and carried on from.

use serde::{Deserialize, Serialize};

use super::activity::{Activity, Frozen, MOST_MS};
use super::undo::Undo;
use super::{Held, Hold, Notice, Phase, Rules, Session, Why, record};
use crate::domain::guide::plan::{Plan, SetStep};
use crate::domain::possible::refuse_the_impossible;
use crate::domain::record::history::{MOST_PAINS, MOST_SETS, PainNote, SetResult, Tighter};
use crate::domain::routine::Exercise;
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
    #[serde(default, skip_serializing_if = "SavedHold::is_paused")]
    hold: SavedHold,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notice: Option<Notice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo: Option<Box<Undo>>,
}

/// What a session waits for when it is carried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SavedHold {
    #[default]
    Paused,
    AskingEnd,
    Hurt {
        step_index: usize,
    },
}

refuse_the_impossible!(SavedSession);

impl Session {
    /// The session as it stands at `now`; `None` when it is over or is only practice.
    pub fn to_saved(&self, now: Instant) -> Option<SavedSession> {
        if self.rules.practice {
            return None;
        }
        let (at, hold) = match &self.phase {
            Phase::Running(_) => (self.freeze(now)?, SavedHold::Paused),
            Phase::Held(Held { frozen, why, .. }) => (frozen.clone(), SavedHold::of(*why)),
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
            hold,
            notice: self.notice,
            undo: self.undo.as_deref().map(|undo| {
                Box::new(Undo {
                    since: None,
                    ..undo.clone()
                })
            }),
        })
    }

    /// Carries on from what was saved, with the exact count: at the stop page or at a question where
    /// it was there, else paused.
    pub fn carry_on(saved: &SavedSession, rules: Rules, now: Instant) -> Self {
        let mut plan = saved.plan.clone();
        let undone = saved.undo.as_ref().map(|undo| undo.step_index);
        let from = undone.map_or(saved.step_index, |undone| undone.min(saved.step_index));
        plan.lay_anew(from, rules.speech);
        let mut session = Self {
            plan,
            step_index: saved.step_index,
            phase: Phase::Held(Held {
                why: saved.hold.reopened(),
                since: now,
                frozen: saved.at.clone(),
            }),
            done: saved.done.clone(),
            pains: saved.pains.clone(),
            tighter: saved.tighter,
            active_ms: saved.active_ms,
            notice: saved.notice,
            undo: saved.undo.clone(),
            reopened: true,
            rules,
        };
        if let (SavedHold::Paused, Activity::Tighter { settle_ms, .. }) =
            (saved.hold, &saved.at.activity)
        {
            // It waits for the answer, as long as that takes: it may not be heard.
            let question = Activity::Tighter {
                settle_ms: *settle_ms,
                wait_ms: None,
            };
            session.run(question, saved.at.elapsed_ms, now);
        }
        session
    }
}

impl SavedHold {
    const fn of(hold: Hold) -> Self {
        match hold {
            Hold::Paused(_) => Self::Paused,
            Hold::AskingEnd(_) => Self::AskingEnd,
            Hold::Hurt { step_index } => Self::Hurt { step_index },
        }
    }

    const fn reopened(self) -> Hold {
        match self {
            Self::Paused => Hold::Paused(Why::Reopened),
            Self::AskingEnd => Hold::AskingEnd(Why::Reopened),
            Self::Hurt { step_index } => Hold::Hurt { step_index },
        }
    }

    fn is_paused(&self) -> bool {
        *self == Self::Paused
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
            && (1..=6).contains(&self.plan.wait_factor)
            && steps.iter().all(SetStep::is_possible)
            && self.can_stand_at(self.step_index, &self.done, &self.at)
            && self
                .undo
                .as_ref()
                .is_none_or(|undo| self.can_stand_at(undo.step_index, &undo.done, &undo.frozen))
            && self.active_ms.unsigned_abs() <= MOST_MS
            && match self.hold {
                SavedHold::Hurt { step_index } => {
                    step_index < steps.len() && !self.pains.is_empty()
                }
                SavedHold::Paused | SavedHold::AskingEnd => true,
            }
    }

    fn can_stand_at(&self, step_index: usize, done: &[u8], at: &Frozen) -> bool {
        let steps = &self.plan.steps;
        done.len() == steps.len()
            && steps
                .iter()
                .zip(done)
                .all(|(step, done)| *done <= step.target.number())
            && steps
                .get(step_index)
                .is_some_and(|step| at.is_possible(step))
    }
}
