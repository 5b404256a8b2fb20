//! The routine as static data: six exercises in the source's order (fact 10), what each trains,
//! where the body is, which sides it has, and which of the 60 source facts it teaches.

pub mod dose;
pub mod pace;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// One of the six exercises. The order of the variants is the source's order (fact 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exercise {
    /// Facts 11 to 21.
    QuadSway,
    /// Facts 22 to 29.
    QuadPull,
    /// Facts 30 to 37.
    KneeBounces,
    /// Facts 38 to 46.
    ImaginaryChair,
    /// Facts 47 to 54.
    BunLift,
    /// Facts 55 to 60.
    HamstringReach,
}

/// Which leg works, from the person's own point of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Right,
    Left,
    Both,
}

/// What an exercise does to a muscle (fact 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Makes it stronger.
    Strengthen,
    /// Opens and lengthens it.
    Stretch,
}

/// Where the body is during an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Position {
    Standing,
    Wall,
    Floor,
    Seated,
}

/// The number of a line in the source, 1 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(pub u8);

impl Fact {
    /// All 60, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=60).map(Self)
    }
}

impl Exercise {
    /// All six, in the source's order (fact 10).
    pub const ALL: [Self; 6] = [
        Self::QuadSway,
        Self::QuadPull,
        Self::KneeBounces,
        Self::ImaginaryChair,
        Self::BunLift,
        Self::HamstringReach,
    ];

    /// Where it stands in [`Exercise::ALL`], from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its number in the routine, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// What it does (facts 11, 22, 30, 38, 47, 55).
    pub const fn kind(self) -> Kind {
        match self {
            Self::QuadPull | Self::HamstringReach => Kind::Stretch,
            _ => Kind::Strengthen,
        }
    }

    /// The sides of its sets, in order: right first (facts 16, 21, 23, 27).
    pub const fn sides(self) -> &'static [Side] {
        match self {
            Self::QuadSway | Self::QuadPull => &[Side::Right, Side::Left],
            _ => &[Side::Both],
        }
    }

    /// Whether it has sets of this side: Quad Pull also one of a side that only the person knows, the
    /// tighter one (fact 29).
    pub fn has(self, side: Side) -> bool {
        self.sides().contains(&side) || (self == Self::QuadPull && side == Side::Both)
    }

    /// Where the body is (facts 12, 23, 31, 39, 48, 56).
    pub const fn position(self) -> Position {
        match self {
            Self::QuadSway | Self::QuadPull => Position::Standing,
            Self::KneeBounces | Self::BunLift => Position::Floor,
            Self::ImaginaryChair => Position::Wall,
            Self::HamstringReach => Position::Seated,
        }
    }

    /// Whether it is done on the floor, so that people have to get down and up.
    pub const fn on_floor(self) -> bool {
        matches!(self.position(), Position::Floor | Position::Seated)
    }

    /// The source facts it teaches.
    pub const fn facts(self) -> RangeInclusive<u8> {
        match self {
            Self::QuadSway => 11..=21,
            Self::QuadPull => 22..=29,
            Self::KneeBounces => 30..=37,
            Self::ImaginaryChair => 38..=46,
            Self::BunLift => 47..=54,
            Self::HamstringReach => 55..=60,
        }
    }

    /// Its name in a route, for instance `quad-sway`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::QuadSway => "quad-sway",
            Self::QuadPull => "quad-pull",
            Self::KneeBounces => "knee-bounces",
            Self::ImaginaryChair => "imaginary-chair",
            Self::BunLift => "bun-lift",
            Self::HamstringReach => "hamstring-reach",
        }
    }

    /// The exercise of that name in a route.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|exercise| exercise.slug() == slug)
    }
}

impl Side {
    /// The other leg; both stay both.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Right,
            Self::Both => Self::Both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exercises_share_out_facts_11_to_60_in_order() {
        let facts: Vec<u8> = Exercise::ALL.iter().flat_map(|e| e.facts()).collect();
        assert_eq!(facts, (11..=60).collect::<Vec<_>>());
    }

    #[test]
    fn every_slug_leads_back() {
        for exercise in Exercise::ALL {
            assert_eq!(Exercise::from_slug(exercise.slug()), Some(exercise));
        }
        assert_eq!(Exercise::from_slug("squats"), None);
    }
}
