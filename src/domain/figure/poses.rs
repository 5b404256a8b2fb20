//! The key poses of the six exercises. The working leg is written as the right one; the left side
//! is a mirror image on the screen.

use super::skeleton::{Limb, Pose};
use super::vector::{Vec3, at};

/// Where the base of the neck rests on the mat in the Bun Lift, in centimetres.
pub(super) const RESTING_NECK: Vec3 = at(-50.0, 9.4, 0.0);

/// How far the back is from the middle of the pelvis when it is flat against the wall.
pub(super) const WALL_X: f32 = -10.2;

const fn turn(upper: [f32; 2], lower: [f32; 2]) -> Limb {
    Limb::Turn(upper, lower)
}

const fn reach(to: Vec3, pole: Vec3) -> Limb {
    Limb::Reach { to, pole }
}

/// A limb and its mirror image.
const fn both(limb: Limb) -> [Limb; 2] {
    [limb, limb.mirrored()]
}

const fn feet(slope: f32, outward: f32) -> [[f32; 3]; 2] {
    [[slope, outward, slope], [slope, -outward, slope]]
}

/// Palms together, thumbs to the breastbone (facts 13, 14, 42); `height` of the wrists.
const fn prayer(height: f32) -> [Limb; 2] {
    both(reach(at(16.5, height, 2.7), at(-0.15, -0.75, 0.9)))
}

const STAND: Pose = Pose {
    root: at(0.0, 90.2, 0.0),
    spine: [0.0, 0.0],
    lean: 0.0,
    neck: 4.0,
    face: 90.0,
    tuck: 0.0,
    shrug: [0.0, 0.0],
    arms: both(reach(at(3.0, 84.0, 21.0), at(-1.0, 0.0, 0.3))),
    legs: [
        turn([175.0, 0.0], [185.0, 0.0]),
        reach(at(0.0, 7.5, -8.5), at(1.0, 0.0, 0.0)),
    ],
    feet: feet(90.0, 6.0),
    hands: [[172.0, 0.0], [172.0, 0.0]],
};

/// The resting foot of an exercise on one leg.
const STANDING_FOOT: [f32; 3] = STAND.feet[1];

// Quad Sway

pub(super) const SWAY_STAND: Pose = Pose {
    shrug: [2.0, -1.0],
    arms: prayer(124.2),
    hands: [[14.0, -9.0], [14.0, 9.0]],
    ..STAND
};
pub(super) const SWAY_LIFT: Pose = sway(0.0, 4.0);
pub(super) const SWAY_IN: Pose = sway(-21.0, -3.0);
pub(super) const SWAY_OUT: Pose = sway(23.0, 12.0);

/// The lower leg `outward` degrees off the plumb line.
const fn sway(outward: f32, toes_outward: f32) -> Pose {
    Pose {
        legs: [turn([93.0, 2.0], [178.0, outward]), STAND.legs[1]],
        feet: [[103.0, toes_outward, 103.0], STANDING_FOOT],
        ..SWAY_STAND
    }
}

/// Puts the hand beside the chair of Quad Sway on the chair's back. The chair stays on the person's
/// left, which in the mirror image of the left leg is the right.
pub(super) fn hold_chair(pose: &mut Pose, left_leg_works: bool) {
    let (arm, outward) = if left_leg_works { (0, 1.0) } else { (1, -1.0) };
    pose.arms[arm] = reach(
        at(-9.0, 97.0, 42.0 * outward),
        at(-1.0, -0.3, 0.5 * outward),
    );
    pose.hands[arm] = [112.0, 8.0 * outward];
}

// Quad Pull

pub(super) const PULL_STAND: Pose = Pose {
    arms: [
        STAND.arms[0],
        reach(at(13.0, 97.0, -26.0), at(-1.0, -0.3, -0.5)),
    ],
    hands: [STAND.hands[0], [112.0, -8.0]],
    ..STAND
};
pub(super) const PULL_PEEL: Pose = Pose {
    legs: [turn([152.0, 0.0], [209.0, 0.0]), STAND.legs[1]],
    feet: [[118.0, 2.0, 118.0], STANDING_FOOT],
    arms: [
        reach(at(0.0, 84.0, 21.0), at(-1.0, 0.0, 0.4)),
        PULL_STAND.arms[1],
    ],
    hands: [[180.0, 0.0], PULL_STAND.hands[1]],
    ..PULL_STAND
};
pub(super) const PULL_LIFT: Pose = Pose {
    legs: [turn([182.0, 0.0], [262.0, 0.0]), STAND.legs[1]],
    feet: [[205.0, 0.0, 205.0], STANDING_FOOT],
    arms: [
        reach(at(-6.0, 84.0, 20.0), at(-1.0, 0.0, 0.4)),
        PULL_STAND.arms[1],
    ],
    hands: [[190.0, 0.0], PULL_STAND.hands[1]],
    ..PULL_STAND
};
pub(super) const PULL_HOLD: Pose = heel_in_hand(326.0, -21.5, 91.0);
pub(super) const PULL_PULL: Pose = heel_in_hand(331.0, -18.5, 92.5);

/// The right hand holds the right heel; `shin` is the sagittal angle of the shin.
const fn heel_in_hand(shin: f32, wrist_x: f32, wrist_y: f32) -> Pose {
    Pose {
        spine: [1.0, -1.0],
        legs: [turn([184.0, 0.0], [shin, -2.0]), STAND.legs[1]],
        feet: [[shin - 42.0, -2.0, shin - 42.0], STANDING_FOOT],
        arms: [
            reach(at(wrist_x, wrist_y, 14.0), at(-1.0, 0.1, 0.55)),
            PULL_STAND.arms[1],
        ],
        hands: [[206.0, -8.0], PULL_STAND.hands[1]],
        ..PULL_STAND
    }
}

// Knee Bounces

pub(super) const KNEES_DOWN: Pose = Pose {
    root: at(0.27, 48.5, 0.0),
    spine: [76.226_61, 76.226_61],
    neck: 77.226_61,
    face: 168.0,
    arms: both(reach(at(46.5, 5.2, 15.5), at(-1.0, 0.0, 0.55))),
    hands: [[97.0, 0.0], [97.0, 0.0]],
    legs: both(reach(at(-40.0, 14.2, 8.5), at(1.0, -1.0, 0.0))),
    feet: [[180.0, 0.0, 92.0], [180.0, 0.0, 92.0]],
    ..STAND
};
/// One inch above [`KNEES_DOWN`] (fact 34): the hips stay above the knees, the shoulders where they are.
pub(super) const KNEES_UP: Pose = Pose {
    root: at(0.674, 51.04, 0.0),
    spine: [79.045_79, 79.045_79],
    neck: 80.045_79,
    ..KNEES_DOWN
};

// Imaginary Chair

pub(super) const WALL_STAND: Pose = wall(89.6, 9.0, 0.0);
pub(super) const WALL_SLIDE: Pose = wall(70.0, 30.0, 0.0);
pub(super) const WALL_SIT: Pose = wall(48.6, 42.8, 0.0);
pub(super) const WALL_KNEES_RIGHT: Pose = wall(48.6, 42.8, 0.1);
pub(super) const WALL_KNEES_LEFT: Pose = wall(48.6, 42.8, -0.1);

/// Back flat against the wall (fact 45) with the hips at `height`, the ankles `forward` of them
/// and the knees pointing `sideways`.
const fn wall(height: f32, forward: f32, sideways: f32) -> Pose {
    let pole = at(1.0, 0.6, sideways);
    Pose {
        root: at(0.0, height, 0.0),
        neck: 0.0,
        arms: prayer(height + 34.0),
        legs: [
            reach(at(forward, 7.5, 9.5), pole),
            reach(at(forward, 7.5, -9.5), pole),
        ],
        feet: feet(90.0, 5.0),
        ..SWAY_STAND
    }
}

// Bun Lift

pub(super) const BUN_DOWN: Pose = bridge(
    [-93.5, -92.5],
    0.0,
    [at(-40.17, 25.04, -1.0), at(-40.1, 23.44, 1.0)],
);
pub(super) const BUN_HIGHEST: Pose = bridge(
    [-131.0, -115.0],
    -9.0,
    [at(-46.91, 27.61, -1.0), at(-46.23, 26.16, 1.0)],
);
/// One inch below [`BUN_HIGHEST`] (fact 51).
pub(super) const BUN_TOP: Pose = bridge(
    [-126.617_01, -112.327_45],
    -9.0,
    [at(-46.06, 27.45, -1.0), at(-45.45, 25.97, 1.0)],
);

/// Hands crossed on the chest (fact 49). The root follows from the resting neck.
const fn bridge(spine: [f32; 2], tuck: f32, wrists: [Vec3; 2]) -> Pose {
    let [right, left] = both(reach(at(0.0, 0.0, 0.0), at(0.75, 0.05, 1.0)));
    Pose {
        spine,
        tuck,
        neck: -83.0,
        face: 7.0,
        shrug: [1.5, 0.0],
        arms: [moved(right, wrists[0]), moved(left, wrists[1])],
        hands: [[spine[1] - 4.0, -52.0], [spine[1] - 4.0, 52.0]],
        legs: both(reach(at(34.0, 7.5, 9.0), at(-0.2, 1.0, 0.06))),
        feet: feet(90.0, 4.0),
        ..STAND
    }
}

const fn moved(limb: Limb, to: Vec3) -> Limb {
    match limb {
        Limb::Reach { pole, .. } => Limb::Reach { to, pole },
        Limb::Turn(..) => limb,
    }
}

// Hamstring Reach

pub(super) const REACH_SIT: Pose = seat(
    [-2.0, 0.0],
    [2.0, 90.0],
    reach(at(27.0, 24.5, 13.0), at(-1.0, -0.2, 0.5)),
    98.0,
);
pub(super) const REACH_FORWARD: Pose = seat(
    [20.0, 25.0],
    [28.0, 112.0],
    reach(at(63.0, 29.5, 13.0), at(0.0, -1.0, 0.35)),
    106.0,
);
pub(super) const REACH_SOFTEN: Pose = seat(
    [27.0, 34.0],
    [37.0, 122.0],
    reach(at(70.0, 27.0, 13.0), at(0.0, -1.0, 0.35)),
    108.0,
);

/// On the mat, knees slightly soft (fact 57), feet pulled back (fact 59).
const fn seat(spine: [f32; 2], [neck, face]: [f32; 2], arm: Limb, hand: f32) -> Pose {
    Pose {
        root: at(0.0, 11.0, 0.0),
        spine,
        neck,
        face,
        shrug: [1.0, 0.0],
        arms: both(arm),
        hands: [[hand, 0.0], [hand, 0.0]],
        legs: both(reach(at(81.9, 8.4, 9.0), at(0.0, 1.0, 0.0))),
        feet: feet(-7.0, 5.0),
        ..STAND
    }
}
