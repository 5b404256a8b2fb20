//! How fast: seconds a rep, and the two halves of a breath.

use serde::{Deserialize, Serialize};

use crate::domain::routine::Exercise;

/// The pace a person chose for an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Pace {
    Slower,
    #[default]
    Normal,
    Faster,
}

/// The two halves of one breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreathPace {
    /// Milliseconds of the in-breath.
    pub in_ms: u32,
    /// Milliseconds of the out-breath.
    pub out_ms: u32,
}

impl BreathPace {
    /// Milliseconds of one whole breath.
    pub const fn ms(self) -> u32 {
        self.in_ms + self.out_ms
    }
}

impl Pace {
    /// All three, slowest first.
    pub const ALL: [Self; 3] = [Self::Slower, Self::Normal, Self::Faster];

    /// Milliseconds of one rep of this exercise; an exercise without reps moves like Quad Sway.
    pub const fn rep_ms(self, exercise: Exercise) -> u32 {
        let (slower, normal, faster) = match exercise {
            Exercise::KneeBounces => (2_600, 1_800, 1_500),
            Exercise::BunLift => (4_500, 3_200, 2_600),
            _ => (3_000, 2_000, 1_600),
        };
        match self {
            Self::Slower => slower,
            Self::Normal => normal,
            Self::Faster => faster,
        }
    }

    /// The halves of one breath.
    pub const fn breath(self) -> BreathPace {
        let (in_ms, out_ms) = match self {
            Self::Slower => (5_000, 6_000),
            Self::Normal => (4_000, 5_000),
            Self::Faster => (3_000, 4_000),
        };
        BreathPace { in_ms, out_ms }
    }
}
