//! When the next session is due: twice a week with three days in between (fact 8, decision 2).
//!
//! Everything is counted in local calendar days from the day on which a session started, never in
//! spans of 24 hours, so that clock changes and journeys do not move a date.

use crate::domain::day::{Day, Weekday};
use crate::domain::record::history::Entry;
use crate::domain::time::WallTime;

/// The rest that the source asks for: due on the fourth day, after three full days (fact 8).
const FULL_GAP: i32 = 4;
/// The shorter gap that makes two fixed days a week possible; only ever after a full one.
const SHORT_GAP: i32 = 3;
/// More days than this since the last session are "late".
const WEEK: i32 = 7;
/// Nobody plans a session further ahead than this.
const FURTHEST: i32 = 366;

/// Sessions that a week has room for (fact 8).
pub const SESSIONS_A_WEEK: u8 = 2;

/// What Today says about the schedule. An unfinished session goes before all of these
/// (decision 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No session counts yet.
    FirstRun,
    /// The last session lies after today, so one of the two dates is wrong.
    ClockSetBack {
        /// The day of that session.
        last: Day,
    },
    /// There was a session today.
    DoneToday {
        /// The first day on which the next one is due.
        next: Day,
    },
    /// Too soon, unless the person insists.
    RestDay {
        /// The first day on which a session is due.
        next: Day,
        /// Days since the last session, 1 to 3.
        days_since: i32,
    },
    /// A session is due.
    Due {
        /// The day of the last session.
        last: Day,
        /// Full days between it and today, 2 to 6.
        rest_days: i32,
    },
    /// A session is due, and the last one is more than a week ago.
    Late {
        /// The day of the last session.
        last: Day,
        /// Days since then, 8 or more.
        days: i32,
    },
}

/// What a day is in the week view and in the strip up to the next session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// There was a session.
    Done,
    /// Today, without a session so far.
    Today,
    /// The first day on which the next session is due, if that is not today.
    Next,
    /// A day between sessions.
    Rest,
    /// Before the first session, or after the next one: nothing to say about it.
    Open,
}

/// A day and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedDay {
    /// The day.
    pub day: Day,
    /// What it is.
    pub mark: Mark,
    /// Whether it is today, also where the mark says "done".
    pub today: bool,
}

/// The week around today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// From the day on which weeks begin.
    pub days: [MarkedDay; 7],
    /// Days of this week with a session, 0 to 7; the score names it out of [`SESSIONS_A_WEEK`].
    pub sessions: u8,
}

impl Status {
    /// Whether a session is due, for the badge on the app's icon.
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Due { .. } | Self::Late { .. })
    }

    /// Days since the last session, where it is too soon for the next one today.
    pub const fn too_soon(self) -> Option<i32> {
        match self {
            Self::DoneToday { .. } => Some(0),
            Self::RestDay { days_since, .. } => Some(days_since),
            _ => None,
        }
    }
}

/// What becomes of a day that a person picks for the next session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// It can go into the calendar.
    Fine,
    /// A rest day: the gentle override comes first (decision 45).
    Early {
        /// Days between the last session and the picked day, 0 to 3.
        days_since: i32,
    },
    /// It is over.
    Past,
    /// More than a year ahead: a slip of the finger.
    TooFar,
}

/// What Today says about the schedule.
pub fn status(entries: &[Entry], today: Day) -> Status {
    let Some(recent) = Recent::of(entries) else {
        return Status::FirstRun;
    };
    let (last, next) = (recent.last, recent.next_due());
    match today - last {
        ..0 => Status::ClockSetBack { last },
        0 => Status::DoneToday { next },
        days_since if today < next => Status::RestDay { next, days_since },
        days if days > WEEK => Status::Late { last, days },
        days => Status::Due {
            last,
            rest_days: days - 1,
        },
    }
}

/// What Today says about the schedule at this moment. Days decide what is due, but instants what is
/// past: a session whose day is still to come here was done, if its instant is over, on the other
/// side of the date line. Only one that starts later than now speaks of a wrong clock.
pub fn status_at(entries: &[Entry], now: WallTime) -> Status {
    let status = status(entries, now.day());
    let mut counted = entries.iter().filter(|entry| entry.counts());
    match (status, next_due(entries)) {
        (Status::ClockSetBack { .. }, Some(next))
            if counted.all(|entry| now.since(entry.started) >= 0) =>
        {
            Status::DoneToday { next }
        }
        _ => status,
    }
}

/// The first day on which a session is due after the last one that counts; `None` before the
/// first. It may lie in the past.
pub fn next_due(entries: &[Entry]) -> Option<Day> {
    Recent::of(entries).map(Recent::next_due)
}

/// The day that "Next session" names: the first due day, but never one that is over.
pub fn next_session(entries: &[Entry], today: Day) -> Day {
    next_due(entries).map_or(today, |due| due.max(today))
}

/// Days since the last session, if starting on `day` would be too soon: the words of the gentle
/// override need them (decision 45).
pub fn too_soon(entries: &[Entry], day: Day) -> Option<i32> {
    let recent = Recent::of(entries)?;
    (recent.last <= day && day < recent.next_due()).then(|| day - recent.last)
}

/// Whether a picked day can stand for the next session.
pub fn pick(entries: &[Entry], today: Day, picked: Day) -> Pick {
    if picked < today {
        return Pick::Past;
    }
    if picked - today > FURTHEST {
        return Pick::TooFar;
    }
    too_soon(entries, picked).map_or(Pick::Fine, |days_since| Pick::Early { days_since })
}

/// The week around today, where weeks begin on `first`.
pub fn week(entries: &[Entry], today: Day, first: Weekday) -> Week {
    let start = today.week_start(first);
    let mut offset = 0;
    let days = [(); 7].map(|()| {
        offset += 1;
        marked(entries, today, start + (offset - 1))
    });
    let done = days.iter().filter(|day| day.mark == Mark::Done).count();
    Week {
        days,
        sessions: u8::try_from(done).unwrap_or(0),
    }
}

/// Day by day from today to the next session, both included: 1 to 5 days, or today alone where the
/// last session lies in the future.
pub fn strip(entries: &[Entry], today: Day) -> Vec<MarkedDay> {
    let next = match status(entries, today) {
        Status::ClockSetBack { .. } => today,
        _ => next_session(entries, today),
    };
    (0..=next - today)
        .map(|offset| marked(entries, today, today + offset))
        .collect()
}

fn marked(entries: &[Entry], today: Day, day: Day) -> MarkedDay {
    MarkedDay {
        day,
        mark: mark(entries, today, day),
        today: day == today,
    }
}

fn mark(entries: &[Entry], today: Day, day: Day) -> Mark {
    let session_days = || entries.iter().filter(|e| e.counts()).map(Entry::day);
    if session_days().any(|done| done == day) {
        return Mark::Done;
    }
    if day == today {
        return Mark::Today;
    }
    let due = next_due(entries);
    let between = match due {
        Some(due) if day > today => day < due,
        _ => day < today && session_days().any(|done| done < day),
    };
    if between {
        Mark::Rest
    } else if day > today && due == Some(day) {
        Mark::Next
    } else {
        Mark::Open
    }
}

/// The last two days with a session: all that the rule looks at. Two sessions on one day are one.
#[derive(Clone, Copy)]
struct Recent {
    last: Day,
    before: Option<Day>,
}

impl Recent {
    fn of(entries: &[Entry]) -> Option<Self> {
        let days = || entries.iter().filter(|e| e.counts()).map(Entry::day);
        let last = days().max()?;
        let before = days().filter(|day| *day < last).max();
        Some(Self { last, before })
    }

    /// After the very first session there is no gap that could make up for a short one.
    fn next_due(self) -> Day {
        let rested = self
            .before
            .is_some_and(|before| self.last - before >= FULL_GAP);
        self.last + if rested { SHORT_GAP } else { FULL_GAP }
    }
}
