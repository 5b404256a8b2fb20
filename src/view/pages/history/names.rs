//! Names of sets, places and feelings, as every page about the past writes them.

use crate::domain::record::history::{Attempt, Feel, Place, SetResult};
use crate::domain::routine::{Exercise, Side};
use crate::text::{exercises, finish, history as words, stop};

/// "Quad Sway, right leg", "Knee Bounces".
pub fn set_name(exercise: Exercise, side: Side) -> String {
    let leg = (side != Side::Both).then(|| exercises::leg(side));
    words::set_name(exercises::name(exercise), leg)
}

/// "Better", "The same", "More sore".
pub const fn feel_words(feel: Feel) -> &'static str {
    match feel {
        Feel::Better => finish::BETTER,
        Feel::Same => finish::THE_SAME,
        Feel::MoreSore => finish::MORE_SORE,
        Feel::NoAnswer => finish::SKIPPED,
    }
}

/// "Right knee", "Left knee", "Somewhere else".
pub const fn place_words(place: Place) -> &'static str {
    match place {
        Place::RightKnee => stop::RIGHT_KNEE,
        Place::LeftKnee => stop::LEFT_KNEE,
        Place::Elsewhere => stop::ELSEWHERE,
    }
}

/// What stands behind the name of a set that was not the first attempt.
pub(super) const fn attempt_words(set: SetResult) -> Option<&'static str> {
    match set.attempt {
        Attempt::Planned => None,
        Attempt::Gentler => Some(finish::GENTLER),
        Attempt::TighterSide => Some(finish::TIGHTER_SIDE),
    }
}
