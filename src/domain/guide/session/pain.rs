//! It hurts: stop at once, keep what is done, and go on only in a way the person chooses (fact 5,
//! decisions 17 and 20).

use super::activity::Activity;
use super::{Effect, Held, Hold, Notice, Phase, Session};
use crate::domain::guide::cue::Spoken;
use crate::domain::record::history::{MOST_PAINS, MOST_SETS, PainNote, Place};
use crate::domain::time::Instant;

impl Session {
    pub(super) fn hurt(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Some(frozen) = self.stands_or_runs(now) else {
            return;
        };
        let ran_before = matches!(frozen.activity, Activity::LeadIn { .. });
        let step_index = if ran_before {
            self.step_index.saturating_sub(1)
        } else {
            self.step_index
        };
        self.record(now);
        let Some(step) = self.plan.steps.get(step_index) else {
            return;
        };
        let done = match frozen.activity {
            Activity::Work { .. } => frozen.activity.done(step, frozen.elapsed_ms),
            _ => self.done[step_index],
        };
        if self.pains.len() == MOST_PAINS {
            // The last one is what is asked about.
            self.pains.pop();
        }
        self.pains.push(PainNote {
            exercise: step.exercise,
            side: step.side,
            done,
            place: None,
        });
        self.undo = None;
        self.notice = None;
        self.phase = Phase::Held(Held {
            why: Hold::Hurt { step_index },
            since: now,
            frozen,
        });
        effects.extend([
            Effect::Hush,
            Effect::Say {
                spoken: Spoken::Stopping,
                due: now,
            },
            Effect::Save,
        ]);
    }

    pub(super) fn hurt_place(&mut self, place: Place, effects: &mut Vec<Effect>) {
        if self.hurt_index().is_none() {
            return;
        }
        if let Some(note) = self.pains.last_mut() {
            note.place = Some(place);
            effects.push(Effect::Save);
        }
    }

    pub(super) fn next_after_pain(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Some(hurt_index) = self.hurt_index() else {
            return;
        };
        self.leave(now);
        let hurt = self.plan.steps[hurt_index];
        let mut later = self.plan.steps.iter().enumerate().skip(hurt_index + 1);
        let next = later
            .clone()
            .find(|(_, step)| step.exercise != hurt.exercise)
            .map(|(index, _)| index);
        let passed =
            later.find(|(_, step)| step.exercise == hurt.exercise && step.side != hurt.side);
        let notice = passed.map(|(_, step)| Notice::Skipped(step.exercise, step.side));
        match next {
            Some(index) => {
                self.move_to(index, now);
                self.plan.give_rest(index, self.rules.speech);
                self.begin_lead_in(false, now);
                self.notice = notice;
            }
            None => self.finish(false, now, effects),
        }
        effects.push(Effect::Save);
    }

    pub(super) fn try_gentler(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Some(hurt_index) = self.hurt_index() else {
            return;
        };
        self.leave(now);
        self.step_index = hurt_index;
        if self.plan.steps.len() < MOST_SETS {
            self.plan.insert_gentler(hurt_index, self.rules.speech);
            self.done.insert(hurt_index + 1, 0);
            self.step_index += 1;
        }
        self.plan.give_rest(self.step_index, self.rules.speech);
        self.begin_lead_in(false, now);
        effects.push(Effect::Save);
    }

    const fn hurt_index(&self) -> Option<usize> {
        match &self.phase {
            Phase::Held(Held {
                why: Hold::Hurt { step_index },
                ..
            }) => Some(*step_index),
            _ => None,
        }
    }
}
