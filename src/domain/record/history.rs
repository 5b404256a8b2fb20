//! What was done: the results of sets, pain notes, and the entries they make up.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::possible::refuse_the_impossible;
use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Side};
use crate::domain::time::WallTime;

/// More sets than this no session has: six exercises, two sides, and a few second attempts.
pub(in crate::domain) const MOST_SETS: usize = 100;
/// More stops for pain than this no session has.
pub(in crate::domain) const MOST_PAINS: usize = 100;

/// Why a set was in the plan.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Attempt {
    /// The routine asks for it.
    #[default]
    Planned,
    /// Once more after pain: slower, and half of it (decision 17).
    Gentler,
    /// The tighter side again, for balance (fact 29).
    TighterSide,
}

/// Who counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// The app, by its pace.
    #[default]
    ByApp,
    /// The person, press by press.
    ByHand,
    /// The person, who corrected the number afterwards.
    Corrected,
}

/// One set and what became of it. It is stored as a short list (`saved::compact`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SetResult {
    /// Which exercise.
    pub exercise: Exercise,
    /// Which leg.
    pub side: Side,
    /// Why it was in the plan.
    pub attempt: Attempt,
    /// What was asked for.
    pub target: Dose,
    /// Reps, inhales or seconds done; 0 is a skipped set. At most the source's number.
    pub done: u8,
    /// Who counted.
    pub counted: Counted,
}

/// Where it hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    RightKnee,
    LeftKnee,
    Elsewhere,
}

/// A stop for pain (fact 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct PainNote {
    /// The exercise that was running or ran last.
    pub exercise: Exercise,
    /// Its leg.
    pub side: Side,
    /// How much of the set was done by then.
    pub done: u8,
    /// Where, if the person said.
    #[serde(default, rename = "where")]
    pub place: Option<Place>,
}

refuse_the_impossible!(PainNote);

/// The answer to "Was one side tighter?" (fact 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tighter {
    Right,
    Left,
    Same,
    NoAnswer,
}

/// How the knees feel, after a session or the day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Feel {
    Better,
    Same,
    MoreSore,
    /// Asked and passed over, so that nobody is asked twice.
    NoAnswer,
}

/// Up to how many days after a session's end "the day after" may be asked about.
const DAY_AFTER_WITHIN: i32 = 3;
/// A night's rest, at the least.
const NIGHT_MS: i64 = 6 * 3_600_000;

/// Names an entry: the instant at which its session started, in milliseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub i64);

/// One session in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Entry {
    /// Its name, for routes and storage keys.
    pub id: EntryId,
    /// When it started. The schedule counts from this day (decision 2).
    pub started: WallTime,
    /// When it ended. Pauses may have put that off by hours, into another day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<WallTime>,
    /// Milliseconds during which it ran, pauses not counted.
    #[serde(default)]
    pub active_ms: u32,
    /// Every set of the plan, in the order in which it came.
    pub results: Vec<SetResult>,
    /// Every stop for pain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pains: Vec<PainNote>,
    /// Which side of Quad Pull was tighter; `None` if it was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tighter: Option<Tighter>,
    /// How the knees felt at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feel: Option<Feel>,
    /// How they felt the day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_after: Option<Feel>,
    /// Entered afterwards by the person, not led by the app.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub logged: bool,
}

refuse_the_impossible!(Entry);

impl PainNote {
    fn is_possible(self) -> bool {
        can_be_done(self.exercise, self.side, self.done)
    }
}

impl SetResult {
    /// Whether a set can have ended so.
    pub(in crate::domain) fn is_possible(self) -> bool {
        can_be_done(self.exercise, self.side, self.done)
    }

    /// Moves the number by `steps` presses of −1 or +1, never below 0 or above the source's number
    /// (decision 27).
    pub fn correct(&mut self, steps: i8) {
        let source = Dose::of_source(self.exercise);
        let moved = i16::from(self.done) + i16::from(steps) * i16::from(source.correction_step());
        let done = u8::try_from(moved.clamp(0, i16::from(source.number()))).unwrap_or(0);
        if done != self.done {
            self.done = done;
            self.counted = Counted::Corrected;
        }
    }
}

/// Whether the exercise has this side, and asks for that much.
fn can_be_done(exercise: Exercise, side: Side, done: u8) -> bool {
    exercise.has(side) && done <= Dose::of_source(exercise).number()
}

/// A session in two pairs of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Tally {
    pub sets_done: usize,
    pub sets: usize,
    /// Reps, inhales and seconds, none above what was asked for.
    pub done: u32,
    pub target: u32,
}

impl Tally {
    /// Whether nothing of it was left out.
    pub const fn is_whole(self) -> bool {
        self.sets > 0 && self.sets_done == self.sets
    }

    /// Whether every number was reached.
    pub const fn is_full(self) -> bool {
        self.is_whole() && self.done == self.target
    }
}

impl Entry {
    /// What was done of the planned sets; a gentler try stands for its set where it went further.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        let planned = |set: &&SetResult| set.attempt == Attempt::Planned;
        for set in self.results.iter().filter(planned) {
            let same = |other: &&SetResult| {
                (other.exercise, other.side) == (set.exercise, set.side)
                    && other.attempt != Attempt::TighterSide
            };
            let tries = self.results.iter().filter(same).map(|each| each.done);
            let done = tries.max().unwrap_or(0).min(set.target.number());
            tally.sets += 1;
            tally.sets_done += usize::from(done > 0);
            tally.done += u32::from(done);
            tally.target += u32::from(set.target.number());
        }
        tally
    }

    /// Whole minutes during which it ran.
    pub const fn minutes(&self) -> u32 {
        self.active_ms.saturating_add(30_000) / 60_000
    }

    /// A session that the app led, with nothing but what was done.
    pub const fn new(started: WallTime, results: Vec<SetResult>) -> Self {
        Self {
            id: EntryId(started.utc_ms),
            started,
            ended: None,
            active_ms: 0,
            results,
            pains: Vec::new(),
            tighter: None,
            feel: None,
            day_after: None,
            logged: false,
        }
    }

    const fn is_possible(&self) -> bool {
        self.results.len() <= MOST_SETS && self.pains.len() <= MOST_PAINS
    }

    /// Whether it is asked how the knees felt on the day after: from the day after its end to three
    /// days later, if there is no answer yet.
    pub fn asks_about_day_after(&self, now: WallTime) -> bool {
        self.day_after.is_none() && (1..=DAY_AFTER_WITHIN).contains(&self.days_after(now))
    }

    /// The local day on which it started.
    pub fn day(&self) -> Day {
        self.started.day()
    }

    /// When it ended or, where that was not kept, when it must have run at least.
    pub fn end(&self) -> WallTime {
        self.ended
            .unwrap_or_else(|| self.started.after(self.active_ms))
    }

    /// How many days after its end it is `now`: by the local day on which it ended, there or as seen
    /// from here, for clock changes and journeys part the two. A night lies in between, or none has
    /// passed: midnight alone makes no day after.
    pub fn days_after(&self, now: WallTime) -> i32 {
        let end = self.end();
        if now.since(end) < NIGHT_MS {
            return 0;
        }
        now.day() - end.day().min(end.day_at(now))
    }

    /// Whether it counts for the schedule: it has at least one result (decision 2).
    pub fn counts(&self) -> bool {
        self.results.iter().any(|result| result.done > 0)
    }
}
