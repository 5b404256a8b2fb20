//! What one moment of a session looks like: one snapshot, from which everything on the screen follows.

use super::activity::{Activity, counts_by_hand};
use super::course::Course;
use super::{Hold, Notice, Phase, Session, Why};
use crate::domain::guide::cue::{self, Opening, Spoken};
use crate::domain::guide::plan::SetStep;
use crate::domain::routine::dose::Dose;
use crate::domain::time::Instant;

/// One moment of a session. It changes only when something that people see changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Where the session is.
    pub stage: Stage,
    /// The set that runs, ran last or comes next.
    pub step: SetStep,
    /// How far the whole session has come.
    pub course: Course,
    /// The huge number.
    pub big: Big,
    /// What is done of the set that a pause has cut into.
    pub kept: Option<Big>,
    /// The sentence under the number.
    pub line: Option<Spoken>,
    /// Which buttons there are.
    pub controls: Controls,
    /// A line that stands until the next action.
    pub notice: Option<Notice>,
}

/// Where a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The set is done, and its last words sound.
    SetDone,
    /// Getting into position.
    LeadIn(Opening),
    /// The set.
    Working,
    /// "Was one side tighter?"
    Tighter,
    /// 3, 2, 1 after a pause.
    Resuming,
    /// It stands still.
    Paused(Why),
    /// "End here?"
    AskingEnd,
    /// Stopped because of pain, with what was done of the set.
    Hurt {
        /// The set it belongs to.
        step: SetStep,
        /// Reps, inhales or seconds done.
        done: u8,
    },
    /// Over.
    Finished,
}

/// The huge number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Big {
    /// Reps done.
    Count(u8),
    /// The breath being taken, and whether it goes in.
    Breath {
        /// From 1.
        number: u8,
        /// In, or out.
        inward: bool,
    },
    /// Seconds of a hold.
    Clock(u8),
    /// Seconds until something starts.
    Countdown(u16),
    /// It waits for the person.
    Waiting,
}

/// Which buttons the player shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Controls {
    /// Start now, Wait for me, It hurts.
    Waiting,
    /// Pause, That's enough, It hurts.
    Paced,
    /// Count, Pause, That's enough, It hurts.
    ByHand,
    /// Right again, Left again, Both the same, It hurts.
    Tighter,
    /// None: the screen is another page.
    None,
}

/// What the figure does at one instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Movement {
    /// It stands in the set's start pose.
    Still,
    /// It moves from standing into the start pose.
    LeadIn {
        /// 0 to 1.
        share: f32,
    },
    /// It moves; the beat falls on whole numbers.
    Reps {
        /// Reps since the start, with fractions.
        reps: f32,
    },
    /// It breathes.
    Breath {
        /// How much of the breath has passed, 0 to 1.
        phase: f32,
        /// Which part of the breath goes in.
        inhale_share: f32,
    },
    /// It holds.
    Hold {
        /// Milliseconds for which the knees have rocked (fact 44).
        rocking_ms: Option<u32>,
    },
}

impl Session {
    /// What the session looks like at `now`.
    pub fn screen(&self, now: Instant) -> Screen {
        let (activity, elapsed_ms) = self.activity(now);
        let stage = self.stage(activity, elapsed_ms);
        let shown = match stage {
            Stage::SetDone => self.set_just_done(activity, elapsed_ms),
            _ => None,
        };
        let index = shown.unwrap_or(self.step_index);
        let step = *self.plan.steps.get(index).unwrap_or(self.step());
        let done = self.done.get(index).copied().unwrap_or(0);
        let (big, line) = if shown.is_some() {
            (done_big(step.target, done), Some(step.last_words(done)))
        } else {
            (self.big(activity, elapsed_ms), self.line(now))
        };
        let done = match activity {
            _ if shown.is_some() => 1_000,
            Some(Activity::Resuming { then, .. }) => {
                share_of(then.activity.done(&step, then.elapsed_ms), step.target)
            }
            Some(activity) => share_of(activity.done(&step, elapsed_ms), step.target),
            None => 1_000,
        };
        Screen {
            stage,
            step,
            course: self.course(index, done, (activity, elapsed_ms)),
            big,
            kept: kept(&step, activity),
            line,
            controls: self.controls(stage),
            notice: self.notice,
        }
    }

    /// The step whose last words sound.
    fn set_just_done(&self, activity: Option<&Activity>, elapsed_ms: u32) -> Option<usize> {
        match activity? {
            Activity::LeadIn { settles: true, .. } if elapsed_ms < self.step().settle_ms => {
                self.step_index.checked_sub(1)
            }
            Activity::Tighter { settle_ms, .. } if elapsed_ms < *settle_ms => Some(self.step_index),
            Activity::Closing { .. } => Some(self.step_index),
            _ => None,
        }
    }

    /// What the figure does at `now`. Unlike the screen it changes all the time.
    pub fn movement(&self, now: Instant) -> Movement {
        let (activity, elapsed_ms) = self.activity(now);
        match activity {
            Some(Activity::LeadIn { counts_down, .. }) => {
                let lead_in = self.lead_in();
                let waits = !counts_down;
                let until_ms = if waits {
                    lead_in.loads_ms
                } else {
                    lead_in.total_ms
                };
                let share = lead_in.share(elapsed_ms.min(until_ms));
                Movement::LeadIn { share }
            }
            Some(Activity::Work { by_hand }) => self.work_movement(*by_hand, elapsed_ms),
            _ => Movement::Still,
        }
    }

    fn work_movement(&self, by_hand: u8, elapsed_ms: u32) -> Movement {
        let step = self.step();
        match step.target {
            Dose::Reps(_) if counts_by_hand(step) => Movement::Reps {
                reps: f32::from(by_hand),
            },
            Dose::Reps(_) => Movement::Reps {
                reps: ratio(elapsed_ms, step.pace.rep_ms(step.exercise)),
            },
            Dose::Breaths(_) => {
                let breath = step.pace.breath();
                Movement::Breath {
                    phase: ratio(elapsed_ms % breath.ms(), breath.ms()),
                    inhale_share: ratio(breath.in_ms, breath.ms()),
                }
            }
            Dose::Hold(seconds) => {
                let from_ms = cue::rocks_from_ms(seconds.get());
                let rocking_ms = step
                    .wiggle
                    .then(|| elapsed_ms.checked_sub(from_ms))
                    .flatten();
                Movement::Hold { rocking_ms }
            }
        }
    }

    fn activity(&self, now: Instant) -> (Option<&Activity>, u32) {
        match &self.phase {
            Phase::Running(running) => (Some(&running.activity), running.elapsed_ms(now)),
            Phase::Held(held) => (Some(&held.frozen.activity), held.frozen.elapsed_ms),
            Phase::Finished { .. } => (None, 0),
        }
    }

    fn stage(&self, activity: Option<&Activity>, elapsed_ms: u32) -> Stage {
        match &self.phase {
            Phase::Held(held) => match held.why {
                Hold::Paused(why) => Stage::Paused(why),
                Hold::AskingEnd(_) => Stage::AskingEnd,
                Hold::Hurt { step_index } => {
                    let done = self.pains.last().map_or(0, |note| note.done);
                    Stage::Hurt {
                        step: *self.plan.steps.get(step_index).unwrap_or(self.step()),
                        done,
                    }
                }
            },
            Phase::Finished { .. } => Stage::Finished,
            Phase::Running(_) if self.set_just_done(activity, elapsed_ms).is_some() => {
                Stage::SetDone
            }
            Phase::Running(_) => match activity {
                Some(Activity::LeadIn { .. }) => Stage::LeadIn(self.step().opening),
                Some(Activity::Work { .. }) => Stage::Working,
                Some(Activity::Tighter { .. }) => Stage::Tighter,
                Some(Activity::Resuming { .. }) => Stage::Resuming,
                Some(Activity::Closing { .. }) | None => Stage::SetDone,
            },
        }
    }

    fn big(&self, activity: Option<&Activity>, elapsed_ms: u32) -> Big {
        let step = self.step();
        match activity {
            Some(Activity::Work { .. }) => {
                let done = activity.map_or(0, |a| a.done(step, elapsed_ms));
                match step.target {
                    Dose::Reps(_) => Big::Count(done),
                    Dose::Hold(_) => Big::Clock(done),
                    Dose::Breaths(breaths) => {
                        let breath = step.pace.breath();
                        let number = u8::try_from(elapsed_ms / breath.ms() + 1).unwrap_or(u8::MAX);
                        let inward = elapsed_ms % breath.ms() < breath.in_ms;
                        Big::Breath {
                            number: number.min(breaths.get()),
                            inward,
                        }
                    }
                }
            }
            None => done_big(
                step.target,
                self.done.get(self.step_index).copied().unwrap_or(0),
            ),
            Some(activity) => activity.total_ms(step).map_or(Big::Waiting, |total_ms| {
                let left_ms = total_ms.saturating_sub(elapsed_ms);
                Big::Countdown(u16::try_from(left_ms.div_ceil(1_000)).unwrap_or(u16::MAX))
            }),
        }
    }

    /// The last sentence of the running track that is more than a number.
    fn line(&self, now: Instant) -> Option<Spoken> {
        let Phase::Running(running) = &self.phase else {
            return None;
        };
        let elapsed_ms = running.elapsed_ms(now);
        let said = running
            .track
            .iter()
            .take_while(|cue| cue.at_ms <= elapsed_ms);
        let worth_reading = |spoken: &Spoken| {
            !matches!(
                spoken,
                Spoken::Number(_) | Spoken::CountDown(_) | Spoken::ThreeBeeps
            )
        };
        said.filter_map(|cue| cue.say).filter(worth_reading).last()
    }

    fn controls(&self, stage: Stage) -> Controls {
        match stage {
            Stage::LeadIn(_) => Controls::Waiting,
            Stage::Working if counts_by_hand(self.step()) => Controls::ByHand,
            Stage::Working
            | Stage::Resuming
            | Stage::SetDone
            | Stage::Paused(_)
            | Stage::AskingEnd => Controls::Paced,
            Stage::Tighter => Controls::Tighter,
            Stage::Hurt { .. } | Stage::Finished => Controls::None,
        }
    }
}

const fn done_big(target: Dose, done: u8) -> Big {
    match target {
        Dose::Hold(_) => Big::Clock(done),
        Dose::Reps(_) | Dose::Breaths(_) => Big::Count(done),
    }
}

/// The number to which the session goes back after a pause.
fn kept(step: &SetStep, activity: Option<&Activity>) -> Option<Big> {
    let Some(Activity::Resuming { then, .. }) = activity else {
        return None;
    };
    let done = then.activity.done(step, then.elapsed_ms);
    (done > 0).then(|| done_big(step.target, done))
}

fn share_of(done: u8, target: Dose) -> u16 {
    u16::from(done) * 1_000 / u16::from(target.number().max(1))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share of minutes, for a picture"
)]
fn ratio(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}
