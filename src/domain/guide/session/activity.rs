//! What runs, and how far it has come: lead-in, set, question, carrying on, closing.

use serde::{Deserialize, Serialize};

use crate::domain::guide::cue::TimedCue;
use crate::domain::guide::plan::SetStep;
use crate::domain::record::settings::{Counting, Settings};
use crate::domain::routine::dose::Dose;
use crate::domain::time::Instant;

/// No activity lasts so long, in milliseconds: 24 days. Two such times can be added.
pub(super) const MOST_MS: u32 = u32::MAX / 2;

/// An activity with the instant at which it began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Running {
    pub(super) activity: Activity,
    /// The instant at which its elapsed time was 0.
    pub(super) base: Instant,
    /// When it began to run; later than `base` after a pause.
    pub(super) not_before: Instant,
    pub(super) track: Vec<TimedCue>,
    /// How many cues of the track are behind it.
    pub(super) next_cue: usize,
    /// Reps, inhales or seconds done at the last look.
    pub(super) seen: u8,
}

/// An activity that stands still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Frozen {
    pub(super) activity: Activity,
    pub(super) elapsed_ms: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Activity {
    /// Getting into position.
    LeadIn {
        /// False where the set waits for the person's word.
        counts_down: bool,
        /// Whether the last words of the set before are still to be heard.
        settles: bool,
        /// By how much the clock was moved, so that it does not count as active.
        jump_ms: i32,
    },
    /// The set. `by_hand` is the count when the person counts.
    Work { by_hand: u8 },
    /// "Was one side tighter?", after the set's last words. `wait_ms` is `None` where it waits.
    Tighter {
        settle_ms: u32,
        wait_ms: Option<u32>,
    },
    /// The last words of the last set.
    Closing { total_ms: u32 },
    /// 3, 2, 1, or time to get back into position; then the rest of what was running.
    Resuming { total_ms: u32, then: Box<Frozen> },
}

impl Activity {
    /// How long it lasts; `None` where it waits for the person.
    pub(super) fn total_ms(&self, step: &SetStep) -> Option<u32> {
        match self {
            Self::LeadIn { counts_down, .. } => counts_down.then_some(step.lead_in_ms),
            Self::Work { .. } if counts_by_hand(step) => None,
            Self::Work { .. } => Some(step.length_ms()),
            Self::Tighter { settle_ms, wait_ms } => wait_ms.map(|wait_ms| settle_ms + wait_ms),
            Self::Closing { total_ms } | Self::Resuming { total_ms, .. } => Some(*total_ms),
        }
    }

    /// How much of `elapsed_ms` counts as active: all but the waiting between a pause and going on.
    fn active_ms(&self, elapsed_ms: u32) -> u32 {
        match self {
            Self::Resuming { then, .. } => then.active_ms(),
            Self::LeadIn { jump_ms, .. } => elapsed_ms.saturating_add_signed(-jump_ms),
            _ => elapsed_ms,
        }
    }

    /// Reps, inhales or seconds done when this much of it has passed.
    pub(super) fn done(&self, step: &SetStep, elapsed_ms: u32) -> u8 {
        let Self::Work { by_hand } = self else {
            return 0;
        };
        if counts_by_hand(step) {
            return *by_hand;
        }
        let done = match step.target {
            Dose::Reps(_) => elapsed_ms / step.pace.rep_ms(step.exercise),
            Dose::Breaths(_) => {
                let breath = step.pace.breath();
                let inhaled = elapsed_ms % breath.ms() >= breath.in_ms;
                elapsed_ms / breath.ms() + u32::from(inhaled)
            }
            Dose::Hold(_) => elapsed_ms / 1_000,
        };
        u8::try_from(done)
            .unwrap_or(u8::MAX)
            .min(step.target.number())
    }
}

pub(super) const fn counts_by_hand(step: &SetStep) -> bool {
    step.by_hand()
}

impl Frozen {
    /// Whether it can have been left so. What was running after a pause is kept without the wait.
    pub(super) fn is_possible(&self, step: &SetStep) -> bool {
        let activity = match self.activity {
            Activity::LeadIn { jump_ms, .. } => jump_ms.unsigned_abs() <= MOST_MS,
            Activity::Work { by_hand } => by_hand <= step.target.number(),
            Activity::Tighter { settle_ms, wait_ms } => {
                settle_ms <= MOST_MS && wait_ms.is_none_or(|wait_ms| wait_ms <= MOST_MS)
            }
            Activity::Closing { total_ms } => total_ms <= MOST_MS,
            Activity::Resuming { .. } => false,
        };
        activity && self.elapsed_ms <= MOST_MS
    }

    /// Goes on with the count it has: towards the target, at the pace and counted by whom the person
    /// chose meanwhile. Returns the milliseconds by which that puts the clock of the set forward.
    pub(super) fn recount(&mut self, step: &mut SetStep, settings: &Settings) -> i32 {
        let done = self.activity.done(step, self.elapsed_ms);
        step.choose_dose(done, settings);
        let (counting, pace) = (settings.counting, step.chosen_pace(settings));
        let unchanged = step.counting == counting && step.pace == pace;
        if unchanged || !matches!(step.target, Dose::Reps(_)) {
            return 0;
        }
        step.counting = counting;
        step.pace = pace;
        let before_ms = self.elapsed_ms;
        match counting {
            Counting::ByHand => self.activity = Activity::Work { by_hand: done },
            Counting::Paced => self.elapsed_ms = u32::from(done) * pace.rep_ms(step.exercise),
        }
        self.elapsed_ms.checked_signed_diff(before_ms).unwrap_or(0)
    }

    /// Where it goes on after a pause: a rep from its start, a breath from its in-breath, a hold
    /// from its second.
    pub(super) fn rewound(mut self, step: &SetStep) -> Self {
        if matches!(self.activity, Activity::Work { .. }) && !counts_by_hand(step) {
            let unit_ms = match step.target {
                Dose::Reps(_) => step.pace.rep_ms(step.exercise),
                Dose::Breaths(_) => step.pace.breath().ms(),
                Dose::Hold(_) => 1_000,
            };
            self.elapsed_ms -= self.elapsed_ms % unit_ms;
        }
        self
    }

    pub(super) fn active_ms(&self) -> u32 {
        self.activity.active_ms(self.elapsed_ms)
    }
}

impl Running {
    pub(super) fn elapsed_ms(&self, now: Instant) -> u32 {
        now.since(self.base)
    }

    pub(super) fn active_ms(&self, now: Instant) -> u32 {
        self.activity.active_ms(self.elapsed_ms(now))
    }

    pub(super) fn deadline(&self, step: &SetStep) -> Option<Instant> {
        self.activity
            .total_ms(step)
            .map(|total_ms| self.base.after(total_ms))
    }

    /// The next instant at which a number, a word or the activity changes.
    pub(super) fn next_change(&self, step: &SetStep, now: Instant) -> Instant {
        let elapsed_ms = self.elapsed_ms(now);
        let unit_ms = match (&self.activity, step.target) {
            (Activity::Work { .. }, Dose::Reps(_)) if !counts_by_hand(step) => {
                step.pace.rep_ms(step.exercise)
            }
            _ => 1_000,
        };
        let next_unit = self.base.after((elapsed_ms / unit_ms + 1) * unit_ms);
        let next_cue = self
            .track
            .get(self.next_cue)
            .map(|cue| self.base.after(cue.at_ms));
        [self.deadline(step), next_cue]
            .into_iter()
            .flatten()
            .filter(|at| *at > now)
            .fold(next_unit, Instant::min)
    }
}
