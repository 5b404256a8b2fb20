//! Where each of the 60 facts of the source is taught. The fidelity test reads this table, looks
//! the words up, and fails when a fact has lost its place or its words.

use std::borrow::Cow;

use super::{about, cues, exercises, player, routine, safety, schedule, stop, today};
use crate::domain::guide::cue::{Coach, Spoken};
use crate::domain::guide::lead_in::Guide;
use crate::domain::record::settings::Inch;
use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Fact, Side};

/// A named place in which a fact is taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// "What it does" on the card and the page of an exercise.
    Does(Exercise),
    /// A step of an exercise, counted from 1.
    Step(Exercise, usize),
    /// The caution box of an exercise.
    Caution(Exercise),
    /// "For a change" on the page of an exercise.
    Variety(Exercise),
    /// The question after an exercise.
    After(Exercise),
    /// A sentence of a page, with the name of that page in `tests/pages.rs`.
    Page(&'static str, &'static str),
    /// A sentence of the player.
    Player(&'static str),
    /// A sentence that is heard in a session.
    Heard(Spoken),
}
use Place::{After, Caution, Does, Heard, Page, Player, Step, Variety};

impl Place {
    /// The words that are there; `None` where the place does not exist.
    pub fn words(self) -> Option<Cow<'static, str>> {
        let inch = Inch::Both;
        let written = match self {
            Does(exercise) => exercises::words(exercise).does,
            Step(exercise, number) => {
                let steps = exercises::words(exercise).steps;
                steps.get(number.checked_sub(1)?)?.get(inch)
            }
            Caution(exercise) => exercises::words(exercise).caution,
            Variety(exercise) => exercises::words(exercise).variety?.get(inch),
            After(exercise) => exercises::words(exercise).after?,
            Page(_, sentence) | Player(sentence) => sentence,
            Heard(spoken) => return Some(cues::say(spoken, inch)),
        };
        Some(written.into())
    }
}

/// The places in which this fact is taught.
pub fn where_taught(fact: Fact) -> &'static [Place] {
    let found = FACTS.iter().find(|(number, _)| *number == fact.0);
    found.map_or(&[], |(_, places)| places)
}

/// A sentence of a lead-in.
const fn guide(guide: Guide) -> Place {
    Heard(Spoken::Guide(guide))
}

/// How much, before a set.
const fn dose(exercise: Exercise) -> Place {
    Heard(Spoken::Dose(exercise, Dose::of_source(exercise)))
}

/// A reminder during a set.
const fn coach(coach: Coach) -> Place {
    Heard(Spoken::Coach(coach))
}

/// A reminder with the breath out.
const fn breath(coach: Coach) -> Place {
    Heard(Spoken::BreathOut(Some(coach)))
}

/// Every fact with its places.
const FACTS: [(u8, &[Place]); 60] = [
    (
        1,
        &[Page("about", about::WEAR), Page("today", today::NOT_ALONE)],
    ),
    (2, &[Page("about", about::BALANCE)]),
    (
        3,
        &[Page("about", about::UNEVEN), Player(player::TIGHTER_WHY)],
    ),
    (
        4,
        &[
            Page("routine", routine::BOTH_KINDS),
            Page("about", routine::BOTH_KINDS),
        ],
    ),
    (
        5,
        &[
            Page("safety-stop-if-it-hurts", safety::DO_NOT_PUSH),
            Page("safety-stop-if-it-hurts", safety::OR_TENSION),
            Page("stopped", stop::DO_NOT_PUSH),
            Page("about", about::PAIN),
        ],
    ),
    (
        6,
        &[
            Page("safety-damage", safety::DAMAGE),
            Page("safety-damage", safety::DAMAGE_WHY),
            Page("safety-ask-about-damage", safety::TALK_FIRST_WHY),
        ],
    ),
    (7, &[Page("about", about::AIM)]),
    (
        8,
        &[
            Page("routine", routine::IN_ORDER),
            Page("about", schedule::RULE),
        ],
    ),
    (
        9,
        &[
            Page("safety-doctor", safety::DOCTOR_WHY),
            Page("today", routine::PRINT_DOCTOR),
            Page("about", safety::DOCTOR_WHY),
        ],
    ),
    (10, &[Page("routine", routine::IN_ORDER)]),
    (11, &[Does(Exercise::QuadSway)]),
    (
        12,
        &[
            Step(Exercise::QuadSway, 1),
            Caution(Exercise::QuadSway),
            guide(Guide::ChairIsThere),
        ],
    ),
    (
        13,
        &[
            Step(Exercise::QuadSway, 1),
            Step(Exercise::QuadSway, 2),
            guide(Guide::PalmsTogether),
        ],
    ),
    (
        14,
        &[Step(Exercise::QuadSway, 2), guide(Guide::PalmsTogether)],
    ),
    (15, &[Step(Exercise::QuadSway, 3), coach(Coach::StandTall)]),
    (
        16,
        &[
            Step(Exercise::QuadSway, 4),
            guide(Guide::KneeUp(Side::Right)),
        ],
    ),
    (
        17,
        &[
            Step(Exercise::QuadSway, 4),
            guide(Guide::KneeUp(Side::Right)),
        ],
    ),
    (18, &[Step(Exercise::QuadSway, 5), coach(Coach::KneeStill)]),
    (
        19,
        &[Step(Exercise::QuadSway, 5), coach(Coach::TummyLifted)],
    ),
    (20, &[Step(Exercise::QuadSway, 6), dose(Exercise::QuadSway)]),
    (
        21,
        &[
            Step(Exercise::QuadSway, 6),
            guide(Guide::KneeUp(Side::Left)),
        ],
    ),
    (22, &[Does(Exercise::QuadPull)]),
    (
        23,
        &[
            Step(Exercise::QuadPull, 1),
            guide(Guide::HandOnChair(Side::Right)),
        ],
    ),
    (
        24,
        &[
            Step(Exercise::QuadPull, 2),
            guide(Guide::HeelInHand(Side::Right)),
        ],
    ),
    (
        25,
        &[Step(Exercise::QuadPull, 3), breath(Coach::EaseHeelIn)],
    ),
    (26, &[Step(Exercise::QuadPull, 4), dose(Exercise::QuadPull)]),
    (
        27,
        &[
            Step(Exercise::QuadPull, 5),
            guide(Guide::TurnToChair(Side::Left)),
        ],
    ),
    (28, &[Caution(Exercise::QuadPull), breath(Coach::NoForce)]),
    (
        29,
        &[After(Exercise::QuadPull), Player(player::TIGHTER_WHY)],
    ),
    (30, &[Does(Exercise::KneeBounces)]),
    (
        31,
        &[Step(Exercise::KneeBounces, 1), guide(Guide::AllFours)],
    ),
    (
        32,
        &[Step(Exercise::KneeBounces, 2), coach(Coach::ElbowsBent)],
    ),
    (33, &[Step(Exercise::KneeBounces, 3), guide(Guide::OneLine)]),
    (34, &[Step(Exercise::KneeBounces, 4), guide(Guide::OnBegin)]),
    (
        35,
        &[Step(Exercise::KneeBounces, 5), dose(Exercise::KneeBounces)],
    ),
    (36, &[Caution(Exercise::KneeBounces), coach(Coach::Light)]),
    (
        37,
        &[Caution(Exercise::KneeBounces), coach(Coach::ThinGlass)],
    ),
    (38, &[Does(Exercise::ImaginaryChair)]),
    (
        39,
        &[Step(Exercise::ImaginaryChair, 1), guide(Guide::BackToWall)],
    ),
    (
        40,
        &[Step(Exercise::ImaginaryChair, 2), guide(Guide::FeetForward)],
    ),
    (
        41,
        &[
            Step(Exercise::ImaginaryChair, 2),
            Step(Exercise::ImaginaryChair, 3),
            guide(Guide::SlideDown),
        ],
    ),
    (
        42,
        &[Step(Exercise::ImaginaryChair, 4), guide(Guide::SlideDown)],
    ),
    (
        43,
        &[
            Step(Exercise::ImaginaryChair, 5),
            dose(Exercise::ImaginaryChair),
        ],
    ),
    (44, &[Variety(Exercise::ImaginaryChair)]),
    (
        45,
        &[Caution(Exercise::ImaginaryChair), coach(Coach::BackFlat)],
    ),
    (
        46,
        &[
            Caution(Exercise::ImaginaryChair),
            coach(Coach::ShouldersDown),
        ],
    ),
    (47, &[Does(Exercise::BunLift)]),
    (48, &[Step(Exercise::BunLift, 1), guide(Guide::OnYourBack)]),
    (
        49,
        &[Step(Exercise::BunLift, 2), guide(Guide::HandsCrossed)],
    ),
    (
        50,
        &[Step(Exercise::BunLift, 3), guide(Guide::TailboneHigh)],
    ),
    (51, &[Step(Exercise::BunLift, 4), guide(Guide::InchDown)]),
    (
        52,
        &[
            Step(Exercise::BunLift, 5),
            Heard(Spoken::Coached(1, Coach::TapTheMat)),
        ],
    ),
    (
        53,
        &[
            Step(Exercise::BunLift, 6),
            Heard(Spoken::Coached(17, Coach::CurlEveryTime)),
        ],
    ),
    (54, &[Step(Exercise::BunLift, 6), dose(Exercise::BunLift)]),
    (55, &[Does(Exercise::HamstringReach)]),
    (
        56,
        &[Step(Exercise::HamstringReach, 1), guide(Guide::LegsOut)],
    ),
    (
        57,
        &[
            Step(Exercise::HamstringReach, 2),
            Step(Exercise::HamstringReach, 4),
            guide(Guide::ReachOut),
        ],
    ),
    (
        58,
        &[
            Step(Exercise::HamstringReach, 5),
            Caution(Exercise::HamstringReach),
            breath(Coach::SmallOfBack),
        ],
    ),
    (
        59,
        &[Step(Exercise::HamstringReach, 3), breath(Coach::FeetBack)],
    ),
    (
        60,
        &[
            Step(Exercise::HamstringReach, 6),
            dose(Exercise::HamstringReach),
        ],
    ),
];
