//! What the history says: numbers per exercise and side, balance, how the knees felt, and where it
//! hurt. Facts without words; no score, no streak, no blame (decision 2).

use crate::domain::day::Day;
use crate::domain::record::history::{Attempt, Entry, EntryId, Feel, PainNote, SetResult, Tighter};
use crate::domain::routine::dose::Unit;
use crate::domain::routine::{Exercise, Kind, Side};
use crate::domain::time::WallTime;
use crate::sort;

/// How many sessions a chart shows.
pub const SHOWN: usize = 8;
/// How many of the last sessions the balance of the legs is taken from.
const BALANCED: usize = 3;
/// How many weeks the page for the doctor looks back.
pub const DOCTOR_WEEKS: usize = 8;
/// Sessions without a stretch after which the app says once more to do both kinds (fact 4).
const NEGLECTED_SESSIONS: usize = 3;

/// The history in the order in which it happened.
#[derive(Clone, Debug)]
pub struct Log<'a> {
    oldest_first: Vec<&'a Entry>,
    /// How many of the latest answers or numbers count.
    shown: usize,
}

/// One session in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The session.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// Reps, inhales or seconds done, 1 or more.
    pub done: u8,
    /// What was asked for.
    pub target: u8,
}

/// The last sessions of one exercise and side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Which exercise.
    pub exercise: Exercise,
    /// Which leg.
    pub side: Side,
    /// Oldest first, at most [`SHOWN`] outside the page for the doctor; sessions without this set are left out.
    pub bars: Vec<Bar>,
}

/// What the sentence above a chart says: "from 12 to 25 over 6 sessions".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The number of the oldest session shown.
    pub first: u8,
    /// The number of the newest.
    pub last: u8,
    /// How many sessions are shown, 2 or more.
    pub sessions: usize,
    /// What is counted.
    pub unit: Unit,
}

/// How the legs compare in Quad Sway, over the sessions shown in which both were used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The leg that did fewer sways; both when they did the same.
    pub behind: Side,
    /// What it did, as a percentage of what the other did, 1 to 100.
    pub percent: u8,
    /// How many sessions this is taken from.
    pub sessions: usize,
}

/// Which side of Quad Pull was tighter, in the sessions shown that have an answer (fact 29).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TighterTrend {
    /// Oldest first, without "no answer".
    pub answers: Vec<(Day, Tighter)>,
}

/// The two times at which people say how their knees feel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Asked {
    AtTheEnd,
    TheDayAfter,
}

/// How the knees felt, in the sessions shown that have an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeelTrend {
    /// Oldest first.
    pub answers: Vec<(Day, Feel)>,
}

/// A stop for pain and its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the types say it")]
pub struct PainStop {
    pub id: EntryId,
    pub day: Day,
    pub note: PainNote,
}

impl<'a> Log<'a> {
    /// The whole history, in whatever order it comes.
    pub fn of(entries: &'a [Entry]) -> Self {
        // The app keeps them newest first.
        let mut oldest_first: Vec<&Entry> = entries.iter().rev().collect();
        sort::by_key(&mut oldest_first, |entry| (entry.started.utc_ms, entry.id));
        Self {
            oldest_first,
            shown: SHOWN,
        }
    }

    /// The last [`DOCTOR_WEEKS`] weeks up to today: all that happened in them, however much it is.
    #[must_use]
    pub fn for_the_doctor(&self, today: Day) -> Self {
        let inside = |entry: &&&Entry| (doctor_from(today)..=today).contains(&entry.day());
        Self {
            oldest_first: self.oldest_first.iter().filter(inside).copied().collect(),
            shown: usize::MAX,
        }
    }

    /// Whether it has nothing at all, not even a session that was only stopped for pain.
    pub fn is_empty(&self) -> bool {
        self.oldest_first.is_empty()
    }

    /// How many sessions count.
    pub fn sessions(&self) -> usize {
        self.counted().count()
    }

    /// The days with a session, oldest first.
    pub fn days(&self) -> Vec<Day> {
        self.counted().map(Entry::day).collect()
    }

    /// The last sessions of one exercise and side.
    pub fn series(&self, exercise: Exercise, side: Side) -> Series {
        let bar = |entry: &&Entry| {
            let best = best_of(entry, exercise, side)?;
            Some(Bar {
                id: entry.id,
                day: entry.day(),
                done: best.done,
                target: best.target.number(),
            })
        };
        Series {
            exercise,
            side,
            bars: self.latest(self.counted().filter_map(|entry| bar(&entry))),
        }
    }

    /// How the legs compare in Quad Sway; `None` before both were used in one session.
    pub fn balance(&self) -> Option<Balance> {
        let sways = |entry, side| best_of(entry, Exercise::QuadSway, side).map(|set| set.done);
        let both = self.latest(
            self.counted()
                .filter_map(|entry| sways(entry, Side::Right).zip(sways(entry, Side::Left))),
        );
        // Of months ago it would say nothing about today.
        let few = if self.shown == SHOWN {
            BALANCED
        } else {
            both.len()
        };
        let both = &both[both.len().saturating_sub(few)..];
        let right: u32 = both.iter().map(|(right, _)| u32::from(*right)).sum();
        let left: u32 = both.iter().map(|(_, left)| u32::from(*left)).sum();
        let (fewer, more) = (right.min(left), right.max(left));
        let percent = (fewer * 100 + more / 2).checked_div(more)?;
        Some(Balance {
            behind: match right.cmp(&left) {
                std::cmp::Ordering::Less => Side::Right,
                std::cmp::Ordering::Greater => Side::Left,
                std::cmp::Ordering::Equal => Side::Both,
            },
            percent: u8::try_from(percent.max(1)).unwrap_or(100),
            sessions: both.len(),
        })
    }

    /// Which side of Quad Pull was tighter.
    pub fn tighter(&self) -> TighterTrend {
        let answered = self.counted().filter_map(|entry| {
            let answer = entry.tighter.filter(|told| *told != Tighter::NoAnswer)?;
            Some((entry.day(), answer))
        });
        TighterTrend {
            answers: self.latest(answered),
        }
    }

    /// How the knees felt.
    pub fn feels(&self, asked: Asked) -> FeelTrend {
        let answered = self.oldest_first.iter().filter_map(|entry| {
            let feel = match asked {
                Asked::AtTheEnd => entry.feel,
                Asked::TheDayAfter => entry.day_after,
            };
            let feel = feel.filter(|told| *told != Feel::NoAnswer)?;
            Some((entry.day(), feel))
        });
        FeelTrend {
            answers: self.latest(answered),
        }
    }

    /// The sessions in which more was done of an exercise than ever before; the first one sets the mark.
    pub fn new_bests(&self) -> Vec<(EntryId, Exercise)> {
        let mut found = Vec::new();
        for exercise in Exercise::ALL {
            let mut most = 0;
            for entry in &self.oldest_first {
                let sets = entry.results.iter().filter(|set| set.exercise == exercise);
                let done = sets.map(|set| set.done).max().unwrap_or(0);
                if done > most {
                    if most > 0 {
                        found.push((entry.id, exercise));
                    }
                    most = done;
                }
            }
        }
        found
    }

    /// Every stop for pain, newest first. A session without a result can have one, too.
    pub fn pains(&self) -> Vec<PainStop> {
        let newest_first = self.oldest_first.iter().rev();
        newest_first
            .flat_map(|entry| {
                entry.pains.iter().map(|note| PainStop {
                    id: entry.id,
                    day: entry.day(),
                    note: *note,
                })
            })
            .collect()
    }

    /// The session to ask about with "How did your knees feel the day after?": the last one, in time.
    pub fn day_after_question(&self, now: WallTime) -> Option<EntryId> {
        let last = self.counted().next_back()?;
        last.asks_about_day_after(now).then_some(last.id)
    }

    /// Whether the knees were more sore on the day after, the last two times that people said.
    pub fn sore_twice_in_a_row(&self) -> bool {
        let answers = self.feels(Asked::TheDayAfter).answers;
        let last_two = answers.iter().rev().take(2);
        last_two.filter(|(_, feel)| *feel == Feel::MoreSore).count() == 2
    }

    /// The stretches that none of the last three sessions had (fact 4).
    pub fn neglected_stretches(&self) -> Vec<Exercise> {
        let recent: Vec<&Entry> = self.counted().rev().take(NEGLECTED_SESSIONS).collect();
        if recent.len() < NEGLECTED_SESSIONS {
            return Vec::new();
        }
        let stretches = Exercise::ALL
            .into_iter()
            .filter(|e| e.kind() == Kind::Stretch);
        stretches
            .filter(|stretch| !recent.iter().any(|entry| did(entry, *stretch)))
            .collect()
    }

    /// Whether the exercise was stopped for pain the last time it was tried.
    pub fn hurt_last_time(&self, exercise: Exercise) -> bool {
        self.stops_in_a_row(exercise) >= 1
    }

    /// Whether the exercise starts as "skip": it was stopped for pain in two sessions in a row
    /// (decision 20). Sessions in which it was not tried do not end the row, so it stays so until
    /// the person tries it again and it does not hurt.
    pub fn starts_as_skip(&self, exercise: Exercise) -> bool {
        self.stops_in_a_row(exercise) >= 2
    }

    fn stops_in_a_row(&self, exercise: Exercise) -> usize {
        let tried = |entry: &&&Entry| did(entry, exercise) || hurt(entry, exercise);
        let newest_first = self.oldest_first.iter().rev().filter(tried);
        newest_first
            .take_while(|entry| hurt(entry, exercise))
            .count()
    }

    /// The latest of them, in their order.
    fn latest<T>(&self, all: impl DoubleEndedIterator<Item = T>) -> Vec<T> {
        let mut latest: Vec<T> = all.rev().take(self.shown).collect();
        latest.reverse();
        latest
    }

    fn counted(&self) -> impl DoubleEndedIterator<Item = &'a Entry> {
        self.oldest_first.iter().copied().filter(|e| e.counts())
    }
}

/// The first day that the page for the doctor looks at.
pub fn doctor_from(today: Day) -> Day {
    let days = i32::try_from(DOCTOR_WEEKS * 7).unwrap_or(0);
    today + (1 - days)
}

impl Series {
    /// The change over the sessions shown; `None` for fewer than two.
    pub fn change(&self) -> Option<Change> {
        let [first, .., last] = self.bars.as_slice() else {
            return None;
        };
        Some(Change {
            first: first.done,
            last: last.done,
            sessions: self.bars.len(),
            unit: self.unit(),
        })
    }

    /// What is counted.
    pub fn unit(&self) -> Unit {
        crate::domain::routine::dose::Dose::of_source(self.exercise).unit()
    }

    /// The most that was done in one of the sessions shown.
    pub fn most(&self) -> Option<u8> {
        self.bars.iter().map(|bar| bar.done).max()
    }
}

impl TighterTrend {
    /// In how many of the sessions this was the answer.
    pub fn count(&self, answer: Tighter) -> usize {
        let same = |(_, given): &&(Day, Tighter)| *given == answer;
        self.answers.iter().filter(same).count()
    }
}

impl FeelTrend {
    /// In how many of the sessions this was the answer.
    pub fn count(&self, feel: Feel) -> usize {
        let same = |(_, given): &&(Day, Feel)| *given == feel;
        self.answers.iter().filter(same).count()
    }
}

/// The result that stands for a set of this session: the one with the most done, be it the first
/// attempt or the gentler one. The tighter side's repeat is for balance and never stands for it.
fn best_of(entry: &Entry, exercise: Exercise, side: Side) -> Option<&SetResult> {
    let of_set = |set: &&SetResult| {
        set.exercise == exercise
            && set.side == side
            && set.attempt != Attempt::TighterSide
            && set.done > 0
    };
    // The reversal makes the first of equals win.
    let sets = entry.results.iter().rev().filter(of_set);
    sets.max_by_key(|set| set.done)
}

fn did(entry: &Entry, exercise: Exercise) -> bool {
    let of_exercise = |set: &SetResult| set.exercise == exercise && set.done > 0;
    entry.results.iter().any(of_exercise)
}

fn hurt(entry: &Entry, exercise: Exercise) -> bool {
    entry.pains.iter().any(|note| note.exercise == exercise)
}
