//! What happens by itself: cues fall due, an activity reaches its deadline and the next one begins.

use super::activity::{Activity, Frozen, Running, counts_by_hand};
use super::{Effect, Notice, Phase, Session};
use crate::domain::guide::cue::{self, Spoken, Status, TimedCue, Tone};
use crate::domain::guide::plan::Plan;
use crate::domain::record::history::{MOST_SETS, Tighter};
use crate::domain::record::settings::{Advance, TighterSide};
use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Side};
use crate::domain::time::Instant;

impl Session {
    /// Brings everything up to `now`, deadline by deadline.
    pub(super) fn advance_to(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        loop {
            let step = *self.step();
            let Phase::Running(running) = &mut self.phase else {
                return;
            };
            let deadline = running.deadline(&step);
            let until = deadline.map_or(now, |deadline| deadline.min(now));
            emit_due(running, until, effects);
            let done = running.activity.done(&step, running.elapsed_ms(until));
            if worth_saving(step.target, running.seen, done) {
                effects.push(Effect::Save);
            }
            running.seen = done;
            match deadline {
                Some(deadline) if deadline <= now => self.on_deadline(deadline, effects),
                _ => return,
            }
        }
    }

    fn on_deadline(&mut self, at: Instant, effects: &mut Vec<Effect>) {
        let Phase::Running(running) = &self.phase else {
            return;
        };
        match running.activity.clone() {
            Activity::LeadIn { .. } => {
                self.leave(at);
                self.run(Activity::Work { by_hand: 0 }, 0, at);
                effects.push(Effect::Save);
            }
            Activity::Work { .. } => self.finish_set(at, effects),
            Activity::Tighter { .. } => self.answer_tighter(Tighter::NoAnswer, at, effects),
            Activity::Closing { .. } => {
                self.leave(at);
                self.finish(false, at, effects);
            }
            Activity::Resuming { then, .. } => {
                let Frozen {
                    activity,
                    elapsed_ms,
                } = *then;
                self.run(activity, elapsed_ms, at);
            }
        }
    }

    /// Ends the running set with what is done, and goes on.
    pub(super) fn finish_set(&mut self, at: Instant, effects: &mut Vec<Effect>) {
        self.record(at);
        self.leave(at);
        self.undo = None;
        self.notice = None;
        effects.push(Effect::Save);
        if self.asks_tighter() && self.plan.tighter == TighterSide::GiveTime {
            self.repeat_tighter(Tighter::NoAnswer, Some(Side::Both));
            self.go_on(true, at);
        } else if self.asks_tighter() {
            let settle_ms = Plan::settle_ms(*self.step(), self.rules.speech);
            let wait_ms = (self.rules.advance == Advance::ByItself).then(|| self.plan.tighter_ms());
            self.run(Activity::Tighter { settle_ms, wait_ms }, 0, at);
        } else {
            self.go_on(true, at);
        }
    }

    /// Takes the answer about the tighter side and goes on, once more with that side if there is one.
    pub(super) fn answer_tighter(
        &mut self,
        answer: Tighter,
        at: Instant,
        effects: &mut Vec<Effect>,
    ) {
        // The plan may change with the answer.
        self.undo = None;
        self.notice = None;
        let again = match answer {
            Tighter::Right => Some(Side::Right),
            Tighter::Left => Some(Side::Left),
            Tighter::Same | Tighter::NoAnswer => None,
        };
        self.repeat_tighter(answer, again);
        self.leave(at);
        effects.push(Effect::Save);
        self.go_on(false, at);
    }

    fn repeat_tighter(&mut self, answer: Tighter, side: Option<Side>) {
        self.tighter = Some(answer);
        if let Some(side) = side
            && self.plan.steps.len() < MOST_SETS
        {
            self.plan
                .insert_tighter(self.step_index, side, self.rules.speech);
            self.done.insert(self.step_index + 1, 0);
        }
    }

    /// The next step's lead-in, or the closing words after the last one.
    pub(super) fn go_on(&mut self, settles: bool, at: Instant) {
        if self.step_index + 1 < self.plan.steps.len() {
            self.move_to(self.step_index + 1, at);
            self.begin_lead_in(settles, at);
        } else {
            let total_ms = Plan::settle_ms(*self.step(), self.rules.speech);
            self.run(Activity::Closing { total_ms }, 0, at);
        }
    }

    /// Goes to the set at `index`, from where the person is.
    pub(super) fn move_to(&mut self, index: usize, at: Instant) {
        let here = self.stands_at(at);
        let before = index
            .checked_sub(1)
            .map(|before| self.plan.steps[before].exercise);
        self.step_index = index;
        self.plan
            .come_from(index, here.filter(|_| here != before), self.rules.speech);
    }

    /// The exercise in whose place the person is: on the way to one, still the one before.
    fn stands_at(&self, at: Instant) -> Option<Exercise> {
        let frozen = self.stands_or_runs(at);
        let lead_in = matches!(
            frozen,
            Some(Frozen { activity: Activity::LeadIn { .. }, elapsed_ms })
                if elapsed_ms < self.lead_in().arrives_ms()
        );
        let step = self.step();
        if !lead_in {
            return Some(step.exercise);
        }
        let before = self.step_index.checked_sub(1);
        step.came_from
            .or(before.map(|before| self.plan.steps[before].exercise))
    }

    /// Where no set was just done, there are no last words to wait for.
    pub(super) fn begin_lead_in(&mut self, settles: bool, at: Instant) {
        let kept = self
            .notice
            .filter(|notice| !matches!(notice, Notice::OtherSide { .. }));
        // The way to take a skip back comes first.
        self.notice = kept.or_else(|| self.other_side_notice());
        let counts_down = self.rules.advance == Advance::ByItself;
        let elapsed_ms = if settles { 0 } else { self.step().settle_ms };
        let jump_ms = 0_i32.saturating_add_unsigned(elapsed_ms);
        self.run(
            Activity::LeadIn {
                counts_down,
                settles,
                jump_ms,
            },
            elapsed_ms,
            at,
        );
    }

    pub(super) fn finish(&mut self, early: bool, at: Instant, effects: &mut Vec<Effect>) {
        self.phase = Phase::Finished { early };
        self.notice = None;
        self.undo = None;
        if !early {
            effects.push(Effect::Sound(Tone::SessionDone));
            let sets = self.plan.steps.iter().zip(&self.done);
            let last = sets.rev().find(|(_, done)| **done > 0);
            let on_floor = last.is_some_and(|(set, _)| set.exercise.on_floor());
            effects.push(Effect::Say {
                spoken: Spoken::AllDone { on_floor },
                due: at,
            });
        }
        effects.push(Effect::Announce(Status::AllDone));
        effects.push(Effect::Finished);
    }

    /// Runs an activity from `elapsed_ms` on.
    pub(super) fn run(&mut self, activity: Activity, elapsed_ms: u32, at: Instant) {
        let mut track = self.track(&activity);
        // A rep or second that was counted before a pause was heard then; a breath begins anew.
        let heard_ms = match (&activity, self.step().target) {
            (Activity::Work { .. }, Dose::Reps(_) | Dose::Hold(_)) if elapsed_ms > 0 => {
                elapsed_ms + 1
            }
            _ => elapsed_ms,
        };
        let next_cue = track.partition_point(|cue| cue.at_ms < heard_ms);
        for cue in &mut track[..next_cue] {
            cue.tone = None;
        }
        let base = at.before(elapsed_ms);
        let seen = activity.done(self.step(), elapsed_ms);
        self.phase = Phase::Running(Running {
            activity,
            base,
            not_before: at,
            track,
            next_cue,
            seen,
        });
    }

    /// Counts a finished activity's time.
    pub(super) fn leave(&mut self, at: Instant) {
        self.active_ms = i32::try_from(self.active_ms(at)).unwrap_or(i32::MAX);
    }

    fn track(&self, activity: &Activity) -> Vec<TimedCue> {
        let (step, speech) = (self.step(), self.rules.speech);
        match activity {
            Activity::LeadIn { counts_down, .. } => {
                cue::lead_in_track(step, &self.lead_in(), *counts_down, speech)
            }
            Activity::Work { .. } => cue::set_track(step, counts_by_hand(step), speech),
            Activity::Tighter { settle_ms, wait_ms } => {
                let wait_s = u8::try_from(wait_ms.unwrap_or(0) / 1_000).unwrap_or(u8::MAX);
                cue::tighter_track(*settle_ms, wait_s)
            }
            Activity::Closing { .. } => Vec::new(),
            Activity::Resuming { total_ms, .. } => cue::resuming_track(*total_ms, speech),
        }
    }

    /// Once, when both sides of Quad Pull have at least one inhale (decision 21).
    fn asks_tighter(&self) -> bool {
        let side_done = |side: Side| {
            self.plan.steps.iter().zip(&self.done).any(|(step, done)| {
                step.exercise == Exercise::QuadPull && step.side == side && *done > 0
            })
        };
        self.tighter.is_none()
            && self.step().exercise == Exercise::QuadPull
            && side_done(Side::Right)
            && side_done(Side::Left)
    }

    /// "You did 18 on the right", where the first side ended early.
    pub(super) fn other_side_notice(&self) -> Option<Notice> {
        let before = self.step_index.checked_sub(1)?;
        let (step, other) = (self.step(), self.plan.steps.get(before)?);
        let done = *self.done.get(before)?;
        let early = done > 0 && done < other.target.number();
        (early && other.exercise == step.exercise && other.side != step.side).then_some(
            Notice::OtherSide {
                side: other.side,
                done,
            },
        )
    }
}

/// Every rep and inhale is saved; of a hold, every fifth second.
fn worth_saving(target: Dose, before: u8, now: u8) -> bool {
    match target {
        Dose::Hold(_) => before / 5 != now / 5,
        Dose::Reps(_) | Dose::Breaths(_) => before != now,
    }
}

/// Says and announces what fell due up to `until`, the instant itself included.
fn emit_due(running: &mut Running, until: Instant, effects: &mut Vec<Effect>) {
    while let Some(cue) = running.track.get(running.next_cue) {
        let due = running.base.after(cue.at_ms);
        if due > until {
            return;
        }
        // What a person's own screen reader is told of both, the sentence holds: it comes last.
        if let Some(status) = cue.status {
            effects.push(Effect::Announce(status));
        }
        if let Some(spoken) = cue.say {
            effects.push(Effect::Say { spoken, due });
        }
        running.next_cue += 1;
    }
}
