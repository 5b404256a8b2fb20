//! What the person and the device ask for.

use super::activity::{Activity, Frozen, counts_by_hand};
use super::{Effect, Event, Held, Hold, Notice, Phase, Session, Why};
use crate::domain::guide::cue::{self, SpeechMs, Spoken, Status, Tone};
use crate::domain::guide::lead_in::{COUNT_IN_MS, LeadIn};
use crate::domain::record::settings::{Advance, Settings};
use crate::domain::time::Instant;

/// From a pause of this length on there is time to get back into position (decision 19).
const LONG_PAUSE_MS: u32 = 10_000;
const SHORT_WAIT_MS: u32 = 3_000;
const LONG_WAIT_MS: u32 = 10_000;

/// How long it takes to get back into position, out of which the person has been `since` then:
/// nobody knows how long where that is `None`.
pub(super) fn wait_ms(since: Option<Instant>, now: Instant) -> u32 {
    match since {
        Some(since) if now.since(since) < LONG_PAUSE_MS => SHORT_WAIT_MS,
        _ => LONG_WAIT_MS,
    }
}

impl Session {
    pub(super) fn command(&mut self, event: Event, now: Instant, effects: &mut Vec<Effect>) {
        if matches!(self.phase, Phase::Finished { .. }) {
            return;
        }
        if !matches!(event, Event::Tick) {
            self.reopened = false;
        }
        if !matches!(
            event,
            Event::Tick | Event::Undo | Event::Count | Event::Uncount
        ) {
            self.forget_undo();
        }
        match event {
            // `Away` has been dealt with before the clock was looked at.
            Event::Tick | Event::Away { .. } => {}
            Event::StartNow => self.start_now(now, effects),
            Event::Pause(why) => self.pause(why, now, effects),
            Event::Resume | Event::KeepGoing => self.resume(now, effects),
            Event::Enough => self.enough(now, effects),
            Event::Count => self.count(now, effects),
            Event::Uncount => self.uncount(effects),
            Event::Skip => self.skip(now, effects),
            Event::Back => self.back(now, effects),
            Event::RestartSet => self.restart_set(now, effects),
            Event::Undo => self.undo(now, effects),
            Event::Hurt => self.hurt(now, effects),
            Event::HurtPlace(place) => self.hurt_place(place, effects),
            Event::NextAfterPain => self.next_after_pain(now, effects),
            Event::TryGentler => self.try_gentler(now, effects),
            Event::AskEnd => self.ask_end(now, effects),
            Event::End => self.end(now, effects),
            Event::Tighter(answer) => {
                if self.runs(|activity| matches!(activity, Activity::Tighter { .. })) {
                    effects.push(Effect::Hush);
                    self.answer_tighter(answer, now, effects);
                }
            }
        }
    }

    /// While it stands still, takes on what the person chose: the speed of the voice, the waits, who
    /// starts the sets; from the present rep on, who counts, how fast and how many. While a set runs,
    /// what follows it takes on the speed of the voice.
    pub fn adapt(&mut self, settings: &Settings, speech: SpeechMs) {
        if self.is_working() && self.rules.speech != speech {
            self.rules.speech = speech;
            self.plan.lay_anew(self.step_index + 1, speech);
        }
        let Phase::Held(held) = &mut self.phase else {
            return;
        };
        let mut from = self.step_index + 1;
        match &mut held.frozen.activity {
            Activity::LeadIn { counts_down, .. } => {
                *counts_down = settings.advance == Advance::ByItself;
                from = self.step_index;
            }
            Activity::Work { .. } => {
                if let Some(step) = self.plan.steps.get_mut(self.step_index) {
                    // What it took stays, though the clock of the set is put to its count.
                    let forward_ms = held.frozen.recount(step, settings);
                    self.active_ms = self.active_ms.saturating_sub(forward_ms);
                }
            }
            _ => {}
        }
        self.rules.advance = settings.advance;
        self.rules.speech = speech;
        self.plan.adapt(from, &self.done, settings, speech);
    }

    pub(super) fn pause(&mut self, why: Why, now: Instant, effects: &mut Vec<Effect>) {
        let Some(frozen) = self.freeze(now) else {
            return;
        };
        self.phase = Phase::Held(Held {
            why: Hold::Paused(why),
            since: now,
            frozen,
        });
        effects.extend([
            Effect::Hush,
            Effect::Sound(Tone::Paused),
            Effect::Say {
                spoken: Spoken::Paused,
                due: now,
            },
            Effect::Announce(Status::Paused),
            Effect::Save,
        ]);
    }

    /// The running activity as it stands. A countdown after a pause is not worth keeping: what it
    /// counts down to is.
    pub(super) fn freeze(&self, now: Instant) -> Option<Frozen> {
        let Phase::Running(running) = &self.phase else {
            return None;
        };
        Some(match &running.activity {
            Activity::Resuming { then, .. } => (**then).clone(),
            activity => Frozen {
                activity: activity.clone(),
                elapsed_ms: running.elapsed_ms(now),
            },
        })
    }

    pub(super) fn runs(&self, is: impl Fn(&Activity) -> bool) -> bool {
        matches!(&self.phase, Phase::Running(running) if is(&running.activity))
    }

    fn resume(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let Phase::Held(Held {
            why: Hold::Paused(why) | Hold::AskingEnd(why),
            since,
            frozen,
        }) = &self.phase
        else {
            return;
        };
        // While a device sleeps its monotonic clock may stand still.
        let unknown = matches!(why, Why::Slept | Why::Hidden | Why::Reopened);
        let wait_ms = wait_ms((!unknown).then_some(*since), now);
        let frozen = frozen.clone();
        effects.push(Effect::Hush);
        self.go_on_from(frozen, wait_ms, now);
        effects.push(Effect::Save);
    }

    /// Runs what stood still, with at least `wait_ms` before anything has to be done.
    pub(super) fn go_on_from(&mut self, frozen: Frozen, wait_ms: u32, now: Instant) {
        let step = *self.step();
        match frozen.activity {
            Activity::LeadIn {
                counts_down,
                settles,
                ..
            } if wait_ms >= LONG_WAIT_MS => {
                // Nobody knows where the person is by now: all of it again, from its first words.
                let began_ms = if settles { 0 } else { step.settle_ms };
                let activity = Activity::LeadIn {
                    counts_down,
                    settles,
                    jump_ms: 0_i32.saturating_add_unsigned(began_ms),
                };
                self.run(activity, frozen.elapsed_ms.min(step.settle_ms), now);
            }
            Activity::LeadIn { .. } => {
                let elapsed_ms = self.lead_in().resumes_at(frozen.elapsed_ms);
                self.run(frozen.activity, elapsed_ms, now);
            }
            Activity::Work { .. } => {
                let then = Box::new(frozen.rewound(&step));
                self.run(
                    Activity::Resuming {
                        total_ms: wait_ms,
                        then,
                    },
                    0,
                    now,
                );
            }
            Activity::Tighter { settle_ms, .. } => {
                let elapsed_ms = frozen.elapsed_ms.min(settle_ms);
                self.run(frozen.activity, elapsed_ms, now);
            }
            activity => self.run(activity, frozen.elapsed_ms, now),
        }
    }

    fn start_now(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let LeadIn {
            loads_ms, total_ms, ..
        } = self.lead_in();
        let Phase::Running(running) = &self.phase else {
            return;
        };
        let elapsed_ms = running.elapsed_ms(now);
        match &running.activity {
            Activity::LeadIn {
                counts_down,
                settles,
                jump_ms,
            } => {
                let settles = *settles;
                // First the position is asked for; from there on, 3, 2, 1 are left.
                let asks = !*counts_down || elapsed_ms < loads_ms;
                let start_ms = if asks {
                    loads_ms
                } else {
                    total_ms - COUNT_IN_MS
                };
                if *counts_down && elapsed_ms >= start_ms {
                    return;
                }
                let jump_ms = jump_ms
                    .saturating_add_unsigned(start_ms)
                    .saturating_sub_unsigned(elapsed_ms);
                effects.push(Effect::Hush);
                self.run(
                    Activity::LeadIn {
                        counts_down: true,
                        settles,
                        jump_ms,
                    },
                    start_ms,
                    now,
                );
            }
            Activity::Resuming { then, .. } => {
                let Frozen {
                    activity,
                    elapsed_ms,
                } = (**then).clone();
                effects.push(Effect::Hush);
                self.run(activity, elapsed_ms, now);
            }
            _ => {}
        }
    }

    fn enough(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        if !self.runs(|activity| matches!(activity, Activity::Work { .. })) {
            return;
        }
        let done = self.running_done(now);
        if done == 0 {
            return self.skip(now, effects);
        }
        effects.push(Effect::Hush);
        effects.push(Effect::Sound(Tone::SetDone));
        effects.push(Effect::Announce(Status::RepsDone(done)));
        effects.push(Effect::Say {
            spoken: Spoken::Enough(done),
            due: now,
        });
        let side = self.step().side;
        let undo = self.undo_at(now);
        self.finish_set(now, effects);
        self.undo = undo;
        self.notice = Some(Notice::Ended { side, done });
    }

    fn count(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let step = *self.step();
        if !counts_by_hand(&step) {
            return;
        }
        let Phase::Running(running) = &mut self.phase else {
            return;
        };
        let Activity::Work { by_hand } = &mut running.activity else {
            return;
        };
        *by_hand = by_hand.saturating_add(1).min(step.target.number());
        running.seen = *by_hand;
        let heard = cue::said_at(step.exercise, step.target.number(), *by_hand);
        let complete = *by_hand == step.target.number();
        effects.extend(heard.tone.map(Effect::Sound));
        effects.extend(heard.status.map(Effect::Announce));
        effects.extend(heard.say.map(|spoken| Effect::Say { spoken, due: now }));
        effects.push(Effect::Save);
        if complete {
            effects.push(Effect::Sound(Tone::SetDone));
            self.finish_set(now, effects);
        }
    }

    fn uncount(&mut self, effects: &mut Vec<Effect>) {
        if let Phase::Running(running) = &mut self.phase
            && let Activity::Work { by_hand } = &mut running.activity
        {
            *by_hand = by_hand.saturating_sub(1);
            running.seen = *by_hand;
            effects.push(Effect::Save);
        }
    }

    fn restart_set(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        let since = match &self.phase {
            Phase::Held(held) => held.since,
            _ => now,
        };
        let Some(frozen) = self.stands_or_runs(now) else {
            return;
        };
        self.leave_step(now, effects);
        if !matches!(frozen.activity, Activity::Work { .. }) {
            // Out of the set's position: it needs its instructions again.
            return self.begin_lead_in(false, now);
        }
        let then = Box::new(Frozen {
            activity: Activity::Work { by_hand: 0 },
            elapsed_ms: 0,
        });
        let total_ms = wait_ms(Some(since), now);
        self.run(Activity::Resuming { total_ms, then }, 0, now);
    }

    fn ask_end(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        self.pause(Why::Asked, now, effects);
        if let Phase::Held(held) = &mut self.phase
            && let Hold::Paused(why) = held.why
        {
            held.why = Hold::AskingEnd(why);
        }
    }

    fn end(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        effects.push(Effect::Hush);
        self.record(now);
        self.leave(now);
        self.finish(true, now, effects);
    }

    /// What stands or runs, unless it hurts.
    pub(super) fn stands_or_runs(&self, now: Instant) -> Option<Frozen> {
        match &self.phase {
            Phase::Held(Held {
                why: Hold::Hurt { .. },
                ..
            })
            | Phase::Finished { .. } => None,
            Phase::Held(held) => Some(held.frozen.clone()),
            Phase::Running(_) => self.freeze(now),
        }
    }

    /// Keeps the partial count and stops whatever sounds.
    pub(super) fn leave_step(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        self.record(now);
        self.leave(now);
        effects.push(Effect::Hush);
        effects.push(Effect::Save);
    }
}
