//! Two clocks: a monotonic one for what runs, a wall clock for what is stored (decision 8).

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::possible::refuse_the_impossible;

/// A point on the monotonic clock, in milliseconds from the opening of the page. A base that lies
/// behind a long-running count may be earlier than the opening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The point `ms` milliseconds after the page was opened.
    pub const fn from_ms(ms: u64) -> Self {
        Self(ms.cast_signed())
    }

    /// Milliseconds since the page was opened; 0 for what lies before.
    pub const fn ms(self) -> u64 {
        if self.0 < 0 { 0 } else { self.0.unsigned_abs() }
    }

    /// This point moved `ms` milliseconds into the future.
    #[must_use]
    pub const fn after(self, ms: u32) -> Self {
        Self(self.0.saturating_add(ms as i64))
    }

    /// This point moved `ms` milliseconds into the past.
    #[must_use]
    pub const fn before(self, ms: u32) -> Self {
        Self(self.0.saturating_sub(ms as i64))
    }

    /// Milliseconds that have passed since `earlier`; 0 if it lies ahead.
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(self.0.saturating_sub(earlier.0).max(0)).unwrap_or(u32::MAX)
    }
}

/// A point on the wall clock with the offset that was in force there and then.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(remote = "Self")]
pub struct WallTime {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub utc_ms: i64,
    /// What local time was ahead of UTC, in minutes (-720 to 840).
    pub offset_min: i16,
}

const DAY_MS: i64 = 86_400_000;
/// From 1970, where a clock without a battery begins, to the last year of four digits: every time
/// within it has a date, in every zone and in every browser.
const POSSIBLE_MS: RangeInclusive<i64> = -DAY_MS..=253_402_300_799_999 - DAY_MS;
const MOST_OFFSET_MIN: u16 = 24 * 60;

refuse_the_impossible!(WallTime);

impl WallTime {
    /// What a clock shows, or the nearest time that can be stored: whatever it is set to, what is
    /// written can be read.
    pub fn nearest(utc_ms: i64, offset_min: i16) -> Self {
        Self {
            utc_ms: utc_ms.clamp(*POSSIBLE_MS.start(), *POSSIBLE_MS.end()),
            offset_min,
        }
    }

    /// The local calendar day.
    pub fn day(self) -> Day {
        Day::from_epoch_days(i32::try_from(self.local_ms().div_euclid(DAY_MS)).unwrap_or(0))
    }

    /// Minutes since local midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        u16::try_from(self.local_ms().rem_euclid(DAY_MS) / 60_000).unwrap_or(0)
    }

    /// The local calendar day of this instant where clocks have the offset of `there`.
    pub fn day_at(self, there: Self) -> Day {
        let offset_min = there.offset_min;
        Self { offset_min, ..self }.day()
    }

    /// Milliseconds that have passed since `earlier`; fewer than 0 if it lies ahead.
    pub const fn since(self, earlier: Self) -> i64 {
        self.utc_ms.saturating_sub(earlier.utc_ms)
    }

    /// This point moved `ms` milliseconds into the future.
    #[must_use]
    pub fn after(self, ms: u32) -> Self {
        Self {
            utc_ms: self.utc_ms.saturating_add(ms.into()),
            ..self
        }
    }

    /// Whether there is a day for it.
    fn is_possible(self) -> bool {
        POSSIBLE_MS.contains(&self.utc_ms) && self.offset_min.unsigned_abs() < MOST_OFFSET_MIN
    }

    fn local_ms(self) -> i64 {
        self.utc_ms
            .saturating_add(i64::from(self.offset_min) * 60_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_east_of_utc_is_already_the_next_day() {
        let evening = WallTime {
            utc_ms: 23 * 3_600_000,
            offset_min: 120,
        };
        assert_eq!(evening.day(), Day::from_epoch_days(1));
        assert_eq!(evening.minute_of_day(), 60);
    }

    #[test]
    fn time_never_runs_backwards() {
        assert_eq!(Instant::from_ms(5).since(Instant::from_ms(9)), 0);
        assert_eq!(Instant::from_ms(5).before(9).ms(), 0);
        assert_eq!(Instant::from_ms(5).since(Instant::from_ms(5).before(9)), 9);
    }
}
