//! A session that was done without the app and is written down afterwards.

use crate::domain::day::Day;
use crate::domain::record::history::{Attempt, Counted, Entry, EntryId, SetResult};
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::Dose;
use crate::domain::time::WallTime;

/// Why a day cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is still to come.
    Future,
    /// There is a session on it; its numbers can be changed instead.
    AlreadyThere(EntryId),
    /// It lies before the year 2000: a slip of the finger.
    TooLongAgo,
}

/// 2000-01-01.
const EARLIEST: Day = Day::from_epoch_days(10_957);
const NOON_MS: i64 = 12 * 3_600_000;

/// A whole session on that day, with every set done as asked for; the person lowers the numbers
/// on its page. It is dated at noon, or now where today's noon is still to come.
///
/// # Errors
/// When the day is to come, is taken, or cannot be meant.
pub fn forgotten_session(
    day: Day,
    now: WallTime,
    entries: &[Entry],
    dose: impl Fn(Exercise) -> Dose,
) -> Result<Entry, Refused> {
    if day > now.day() {
        return Err(Refused::Future);
    }
    if day < EARLIEST {
        return Err(Refused::TooLongAgo);
    }
    if let Some(taken) = entries.iter().find(|entry| entry.day() == day) {
        return Err(Refused::AlreadyThere(taken.id));
    }
    let noon_ms = i64::from(day.epoch_days()) * 86_400_000 + NOON_MS;
    let started = WallTime {
        utc_ms: (noon_ms - i64::from(now.offset_min) * 60_000).min(now.utc_ms),
        offset_min: now.offset_min,
    };
    let sets = Exercise::ALL
        .into_iter()
        .flat_map(|exercise| sets(exercise, dose(exercise)));
    Ok(Entry {
        logged: true,
        ..Entry::new(started, sets.collect())
    })
}

fn sets(exercise: Exercise, target: Dose) -> impl Iterator<Item = SetResult> {
    exercise.sides().iter().map(move |side| SetResult {
        exercise,
        side: *side,
        attempt: Attempt::Planned,
        target,
        done: target.number(),
        counted: Counted::ByHand,
    })
}
