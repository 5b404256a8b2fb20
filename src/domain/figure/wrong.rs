//! What the source warns of, as a pose: the picture beside the right one.

use super::poses;
use super::skeleton::{Limb, Pose};
use super::vector::at;
use crate::domain::routine::Exercise;

/// The pose that is not to be done; where the source does not warn, none.
pub(super) fn pose(exercise: Exercise) -> Option<Pose> {
    Some(match exercise {
        Exercise::QuadSway => knee_to_the_side(),
        Exercise::QuadPull => pulled_hard(),
        Exercise::KneeBounces => Pose {
            root: at(4.0, 66.0, 0.0),
            spine: [94.0, 94.0],
            neck: 95.0,
            ..poses::KNEES_UP
        },
        Exercise::ImaginaryChair => off_the_wall(),
        Exercise::BunLift => Pose {
            spine: [-82.0, -148.0],
            tuck: 14.0,
            ..poses::BUN_HIGHEST
        },
        Exercise::HamstringReach => return None,
    })
}

const fn knee_to_the_side() -> Pose {
    Pose {
        legs: [
            Limb::Turn([93.0, 38.0], [178.0, 34.0]),
            poses::SWAY_LIFT.legs[1],
        ],
        ..poses::SWAY_LIFT
    }
}

/// The thigh is dragged back and the trunk gives way.
fn pulled_hard() -> Pose {
    let mut pose = Pose {
        spine: [16.0, 12.0],
        neck: 18.0,
        face: 104.0,
        legs: [
            Limb::Turn([206.0, 0.0], [352.0, -2.0]),
            poses::PULL_PULL.legs[1],
        ],
        ..poses::PULL_PULL
    };
    let ankle = pose.solve().halves[0].ankle;
    pose.arms[0] = Limb::Reach {
        to: ankle + at(-3.0, 4.0, 3.0),
        pole: at(-1.0, 0.1, 0.55),
    };
    pose
}

fn off_the_wall() -> Pose {
    let arm = |z: f32| Limb::Reach {
        to: at(40.0, 78.0, z),
        pole: at(-0.15, -0.75, z / 3.0),
    };
    Pose {
        spine: [26.0, 34.0],
        neck: 30.0,
        face: 112.0,
        arms: [arm(2.7), arm(-2.7)],
        ..poses::WALL_SIT
    }
}
