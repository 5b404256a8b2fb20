//! A calendar day and the arithmetic the schedule needs.
//!
//! Written out, because the date crates that could serve cost more download than the rest of the
//! schedule together; the tests hold it against one of them.

use std::fmt;
use std::ops::{Add, RangeInclusive, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A local calendar day, counted in days since 1970-01-01.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "i32", into = "i32")]
pub struct Day(i32);

/// Those of the times that can be stored ([`crate::domain::time::WallTime`]).
const STORED: RangeInclusive<i32> = -2..=2_932_896;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The week, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

impl Day {
    /// The day `days` days after 1970-01-01 (before it when negative).
    pub const fn from_epoch_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn epoch_days(self) -> i32 {
        self.0
    }

    /// The day named by year, month (1 to 12) and day of the month, if the calendar has it.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let date = Self(epoch_days(year, month, day));
        (date.ymd() == (year, month, day)).then_some(date)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn ymd(self) -> (i32, u8, u8) {
        // Counted from 1 March 0000, so that a leap day ends its year; 146,097 days are 400 years.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (
            year,
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )
    }

    /// Which day of the week it is. 1970-01-01 was a Thursday.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[usize::try_from((self.0 + 3).rem_euclid(7)).unwrap_or(0)]
    }

    /// The first day of this day's week, where weeks begin on `first`.
    #[must_use]
    pub fn week_start(self, first: Weekday) -> Self {
        Self(self.0 - (self.weekday() as i32 - first as i32).rem_euclid(7))
    }
}

impl From<Day> for i32 {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl TryFrom<i32> for Day {
    type Error = NotADay;

    /// A day as it is stored.
    fn try_from(days: i32) -> Result<Self, NotADay> {
        if STORED.contains(&days) {
            Ok(Self(days))
        } else {
            Err(NotADay)
        }
    }
}

impl Add<i32> for Day {
    type Output = Self;

    fn add(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

impl Sub for Day {
    type Output = i32;

    /// Whole days from `earlier` to this day.
    fn sub(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    /// ISO 8601, for instance `2026-06-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads ISO 8601, for instance `2026-06-05`.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADay);
        };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(NotADay);
        }
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
            return Err(NotADay);
        };
        Self::from_ymd(year, month, day).ok_or(NotADay)
    }
}

/// The text or number names no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day")
    }
}

fn epoch_days(year: i32, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * march_month + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * 146_097 + of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(
            Day::from_ymd(2026, 6, 5).map(Day::weekday),
            Some(Weekday::Friday)
        );
        assert_eq!(
            Day::from_ymd(2028, 2, 29).map(|d| d + 1),
            Day::from_ymd(2028, 3, 1)
        );
        assert_eq!(Day::from_ymd(2027, 2, 29), None);
        assert_eq!("2026-06-05".parse(), Ok(Day::from_ymd(2026, 6, 5).unwrap()));
        for wrong in [
            "",
            "2026-6-05",
            "2026-13-01",
            "2026-06-31",
            "x026-06-05",
            "2026-06-05-",
        ] {
            assert_eq!(wrong.parse::<Day>(), Err(NotADay), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_a_calendar_library(days in -200_000..1_000_000_i32) {
            let day = Day(days);
            let theirs = time::Date::from_julian_day(days + 2_440_588).unwrap();
            let (year, month, of_month) = day.ymd();
            prop_assert_eq!((year, month, of_month), (theirs.year(), u8::from(theirs.month()), theirs.day()));
            prop_assert_eq!(day.weekday() as u8, theirs.weekday().number_days_from_monday());
            for first in Weekday::ALL {
                let start = day.week_start(first);
                prop_assert_eq!(start.weekday(), first);
                prop_assert!((0..7).contains(&(day - start)));
            }
            prop_assert_eq!(day.to_string().parse(), Ok(day));
        }
    }
}
