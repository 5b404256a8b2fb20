//! Where each of the 60 facts of the source is taught. The fidelity test reads this table, looks
//! the words up, and fails when a fact has lost its place or its words.

use super::{about, exercises, player, routine, safety, schedule, stop, today};
use crate::domain::record::settings::Inch;
use crate::domain::routine::{Exercise, Fact};

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
    /// A spoken cue, by its id.
    Cue(&'static str),
    /// A pose of the figure, by its name.
    Pose(&'static str),
}
use Place::{After, Caution, Cue, Does, Page, Player, Pose, Step, Variety};

impl Place {
    /// The words that stand there; `None` where the place does not exist or holds no written words.
    pub fn words(self) -> Option<&'static str> {
        let inch = Inch::Both;
        match self {
            Does(exercise) => Some(exercises::words(exercise).does),
            Step(exercise, number) => {
                let steps = exercises::words(exercise).steps;
                Some(steps.get(number.checked_sub(1)?)?.get(inch))
            }
            Caution(exercise) => Some(exercises::words(exercise).caution),
            Variety(exercise) => Some(exercises::words(exercise).variety?.get(inch)),
            After(exercise) => exercises::words(exercise).after,
            Page(_, sentence) | Player(sentence) => Some(sentence),
            Cue(_) | Pose(_) => None,
        }
    }
}

/// The places in which this fact is taught.
pub fn where_taught(fact: Fact) -> &'static [Place] {
    let found = FACTS.iter().find(|(number, _)| *number == fact.0);
    found.map_or(&[], |(_, places)| places)
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
        &[Step(Exercise::QuadSway, 1), Caution(Exercise::QuadSway)],
    ),
    (
        13,
        &[Step(Exercise::QuadSway, 1), Step(Exercise::QuadSway, 2)],
    ),
    (14, &[Step(Exercise::QuadSway, 2)]),
    (15, &[Step(Exercise::QuadSway, 3)]),
    (16, &[Step(Exercise::QuadSway, 4)]),
    (17, &[Step(Exercise::QuadSway, 4)]),
    (18, &[Step(Exercise::QuadSway, 5)]),
    (19, &[Step(Exercise::QuadSway, 5)]),
    (20, &[Step(Exercise::QuadSway, 6)]),
    (21, &[Step(Exercise::QuadSway, 6)]),
    (22, &[Does(Exercise::QuadPull)]),
    (23, &[Step(Exercise::QuadPull, 1)]),
    (24, &[Step(Exercise::QuadPull, 2)]),
    (25, &[Step(Exercise::QuadPull, 3)]),
    (26, &[Step(Exercise::QuadPull, 4)]),
    (27, &[Step(Exercise::QuadPull, 5)]),
    (28, &[Caution(Exercise::QuadPull)]),
    (
        29,
        &[After(Exercise::QuadPull), Player(player::TIGHTER_WHY)],
    ),
    (30, &[Does(Exercise::KneeBounces)]),
    (31, &[Step(Exercise::KneeBounces, 1)]),
    (32, &[Step(Exercise::KneeBounces, 2)]),
    (33, &[Step(Exercise::KneeBounces, 3)]),
    (34, &[Step(Exercise::KneeBounces, 4)]),
    (35, &[Step(Exercise::KneeBounces, 5)]),
    (36, &[Caution(Exercise::KneeBounces)]),
    (37, &[Caution(Exercise::KneeBounces)]),
    (38, &[Does(Exercise::ImaginaryChair)]),
    (39, &[Step(Exercise::ImaginaryChair, 1)]),
    (40, &[Step(Exercise::ImaginaryChair, 2)]),
    (
        41,
        &[
            Step(Exercise::ImaginaryChair, 2),
            Step(Exercise::ImaginaryChair, 3),
        ],
    ),
    (42, &[Step(Exercise::ImaginaryChair, 4)]),
    (43, &[Step(Exercise::ImaginaryChair, 5)]),
    (44, &[Variety(Exercise::ImaginaryChair)]),
    (45, &[Caution(Exercise::ImaginaryChair)]),
    (46, &[Caution(Exercise::ImaginaryChair)]),
    (47, &[Does(Exercise::BunLift)]),
    (48, &[Step(Exercise::BunLift, 1)]),
    (49, &[Step(Exercise::BunLift, 2)]),
    (50, &[Step(Exercise::BunLift, 3)]),
    (51, &[Step(Exercise::BunLift, 4)]),
    (52, &[Step(Exercise::BunLift, 5)]),
    (53, &[Step(Exercise::BunLift, 6)]),
    (54, &[Step(Exercise::BunLift, 6)]),
    (55, &[Does(Exercise::HamstringReach)]),
    (56, &[Step(Exercise::HamstringReach, 1)]),
    (
        57,
        &[
            Step(Exercise::HamstringReach, 2),
            Step(Exercise::HamstringReach, 4),
        ],
    ),
    (
        58,
        &[
            Step(Exercise::HamstringReach, 5),
            Caution(Exercise::HamstringReach),
        ],
    ),
    (59, &[Step(Exercise::HamstringReach, 3)]),
    (60, &[Step(Exercise::HamstringReach, 6)]),
];
