//! How much of an exercise: reps, breaths or seconds, checked where they are made.

use serde::{Deserialize, Serialize};

use crate::domain::routine::Exercise;

/// What is counted in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Full swings, bounces or lifts.
    Reps,
    /// Deep inhales (facts 26 and 60).
    Breaths,
    /// Seconds of a hold (fact 43).
    Seconds,
}

/// How much a set asks for. Never more than the source asks: 25 reps, 5 breaths, 60 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dose {
    /// 1 to 25 reps.
    Reps(Reps),
    /// 1 to 5 breaths.
    Breaths(Breaths),
    /// 10 to 60 seconds.
    Hold(Seconds),
}

/// Declares a number that is checked where it is made, and again where it is read from storage.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $min:literal ..= $max:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u8", into = "u8")]
        pub struct $name(u8);

        impl $name {
            /// The smallest.
            pub const MIN: Self = Self($min);
            /// The source's own number, which is the default and the most.
            pub const MAX: Self = Self($max);

            /// This number, if it lies in the range.
            pub const fn new(number: u8) -> Option<Self> {
                if number >= $min && number <= $max { Some(Self(number)) } else { None }
            }

            /// The nearest number in the range.
            #[must_use]
            pub fn nearest(number: u8) -> Self {
                Self(number.clamp($min, $max))
            }

            /// The bare number.
            pub const fn get(self) -> u8 {
                self.0
            }
        }

        impl TryFrom<u8> for $name {
            type Error = &'static str;

            fn try_from(number: u8) -> Result<Self, Self::Error> {
                Self::new(number).ok_or(concat!("not in ", $min, " to ", $max))
            }
        }

        impl From<$name> for u8 {
            fn from(number: $name) -> u8 {
                number.0
            }
        }
    };
}

bounded!(
    /// Reps of a set, 1 to 25 (facts 20, 35, 54).
    Reps, 1..=25
);
bounded!(
    /// Breaths of a stretch, 1 to 5 (facts 26, 60). Fewer than 5 only in a gentler second attempt.
    Breaths, 1..=5
);
bounded!(
    /// Seconds of a hold, 10 to 60 (fact 43).
    Seconds, 10..=60
);

impl Dose {
    /// What the source asks for: facts 20, 26, 35, 43, 54 and 60.
    pub const fn of_source(exercise: Exercise) -> Self {
        match exercise {
            Exercise::QuadSway | Exercise::KneeBounces | Exercise::BunLift => Self::Reps(Reps::MAX),
            Exercise::QuadPull | Exercise::HamstringReach => Self::Breaths(Breaths::MAX),
            Exercise::ImaginaryChair => Self::Hold(Seconds::MAX),
        }
    }

    /// The bare number of reps, breaths or seconds.
    pub const fn number(self) -> u8 {
        match self {
            Self::Reps(reps) => reps.get(),
            Self::Breaths(breaths) => breaths.get(),
            Self::Hold(seconds) => seconds.get(),
        }
    }

    /// What the number counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Reps(_) => Unit::Reps,
            Self::Breaths(_) => Unit::Breaths,
            Self::Hold(_) => Unit::Seconds,
        }
    }

    /// The same kind of dose with another number, moved into the range where it lies outside.
    #[must_use]
    pub fn with_number(self, number: u8) -> Self {
        match self {
            Self::Reps(_) => Self::Reps(Reps::nearest(number)),
            Self::Breaths(_) => Self::Breaths(Breaths::nearest(number)),
            Self::Hold(_) => Self::Hold(Seconds::nearest(number)),
        }
    }

    /// Half of it, rounded up: the second, gentler attempt after pain (decision 17).
    #[must_use]
    pub fn gentler(self) -> Self {
        self.with_number(self.number().div_ceil(2))
    }

    /// How far one press of −1 or +1 moves a result of this kind (decision 27).
    pub const fn correction_step(self) -> u8 {
        match self {
            Self::Hold(_) => 5,
            Self::Reps(_) | Self::Breaths(_) => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_outside_their_range_are_refused() {
        assert_eq!(Reps::new(0), None);
        assert_eq!(Reps::new(26), None);
        assert_eq!(Seconds::new(9), None);
        assert_eq!(Breaths::new(5), Some(Breaths::MAX));
    }

    #[test]
    fn half_is_rounded_up_and_stays_in_range() {
        assert_eq!(Dose::Reps(Reps::MAX).gentler().number(), 13);
        assert_eq!(Dose::Breaths(Breaths::MAX).gentler().number(), 3);
        assert_eq!(Dose::Hold(Seconds::MIN).gentler().number(), 10);
    }
}
