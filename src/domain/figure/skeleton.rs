//! The skeleton: from a pose to joints. Bone lengths never change because positions are always
//! solved anew from angles and targets, also between two poses.

use super::vector::{Vec3, at, direction, within};

/// Bone lengths in centimetres, of a person about 175 cm tall.
pub mod bones {
    #![allow(missing_docs, reason = "each constant is named after its bone")]
    pub const LOWER_SPINE: f32 = 24.0;
    pub const UPPER_SPINE: f32 = 26.0;
    pub const NECK: f32 = 9.0;
    pub const HEAD: f32 = 11.5;
    pub const HALF_HIPS: f32 = 8.5;
    pub const HALF_SHOULDERS: f32 = 15.5;
    pub const THIGH: f32 = 42.0;
    pub const SHIN: f32 = 41.0;
    pub const UPPER_ARM: f32 = 31.0;
    pub const FOREARM: f32 = 25.5;
    pub const HAND: f32 = 15.0;
    pub const ANKLE_HEIGHT: f32 = 7.5;
    pub const HEEL_BACK: f32 = 4.5;
    pub const BALL_FORWARD: f32 = 11.0;
    pub const TOE: f32 = 6.0;
}

/// Radius of the flesh round the heel, in centimetres.
pub const HEEL_RADIUS: f32 = 3.8;
/// Radius of the flesh round the ball of the foot, in centimetres.
pub const BALL_RADIUS: f32 = 3.2;

/// What a person does with the body, before it is solved. Pairs are right, then left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pose {
    /// The middle of the pelvis.
    pub(super) root: Vec3,
    /// Sagittal angles of the lower and the upper spine, in degrees.
    pub(super) spine: [f32; 2],
    /// Sideways lean of the spine towards the person's right, in degrees.
    pub(super) lean: f32,
    /// Sagittal angle of neck and head.
    pub(super) neck: f32,
    /// Sagittal angle that the face looks along.
    pub(super) face: f32,
    /// Extra turn of the pelvis; it changes the drawing, not the joints.
    pub(super) tuck: f32,
    /// How far the shoulders are forward and up from where they hang.
    pub(super) shrug: [f32; 2],
    pub(super) arms: [Limb; 2],
    pub(super) legs: [Limb; 2],
    /// Sagittal and sideways angle of each foot from heel to ball, and sagittal angle of its toes.
    pub(super) feet: [[f32; 3]; 2],
    /// Sagittal and sideways angle from each wrist to the finger tips.
    pub(super) hands: [[f32; 2]; 2],
}

/// Two bones, either by their directions or by where they reach.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limb {
    /// Sagittal and sideways angle of the upper and of the lower bone.
    Turn([f32; 2], [f32; 2]),
    /// The end is at `to`; the joint between bends towards `pole`.
    Reach {
        /// Where wrist or ankle is.
        to: Vec3,
        /// The way elbow or knee points.
        pole: Vec3,
    },
}

/// The joints of one half of the body, in centimetres.
#[allow(missing_docs, reason = "each field is named after its joint")]
#[derive(Clone, Copy, Debug)]
pub struct Half {
    pub hip: Vec3,
    pub knee: Vec3,
    pub ankle: Vec3,
    pub heel: Vec3,
    pub ball: Vec3,
    pub toe: Vec3,
    pub shoulder: Vec3,
    pub elbow: Vec3,
    pub wrist: Vec3,
    /// The finger tips.
    pub hand: Vec3,
}

/// A solved pose.
#[allow(missing_docs, reason = "each field is named after its joint")]
#[derive(Clone, Copy, Debug)]
pub struct Joints {
    pub pelvis: Vec3,
    pub waist: Vec3,
    pub chest: Vec3,
    pub neck: Vec3,
    /// Where the neck ends and the head begins.
    pub skull: Vec3,
    pub head: Vec3,
    /// Right, then left.
    pub halves: [Half; 2],
}

impl Pose {
    /// Forward kinematics from the pelvis outwards.
    pub(super) fn solve(&self) -> Joints {
        let [waist, chest, neck] = self.trunk().map(|offset| self.root + offset);
        let nod = direction(self.neck, 0.0);
        let skull = neck + nod * bones::NECK;
        Joints {
            pelvis: self.root,
            waist,
            chest,
            neck,
            skull,
            head: skull + nod * bones::HEAD,
            halves: [self.half(0, neck), self.half(1, neck)],
        }
    }

    /// The same pose moved so that the base of the neck is at `neck`.
    pub(super) fn with_neck_at(mut self, neck: Vec3) -> Self {
        self.root = neck - self.trunk()[2];
        self
    }

    /// The pose `share` of the way to `other`, before solving. Angles go the short way round.
    pub(super) fn toward(&self, other: &Self, share: f32) -> Self {
        let turn = |a: f32, b: f32| turned(a, b, share);
        let line = |a: f32, b: f32| a + (b - a) * share;
        Self {
            root: self.root.toward(other.root, share),
            spine: each(self.spine, other.spine, turn),
            lean: turn(self.lean, other.lean),
            neck: turn(self.neck, other.neck),
            face: turn(self.face, other.face),
            tuck: turn(self.tuck, other.tuck),
            shrug: each(self.shrug, other.shrug, line),
            arms: each(self.arms, other.arms, |a, b| a.toward(b, share)),
            legs: each(self.legs, other.legs, |a, b| a.toward(b, share)),
            feet: each(self.feet, other.feet, |a, b| each(a, b, turn)),
            hands: each(self.hands, other.hands, |a, b| each(a, b, turn)),
        }
    }

    /// Waist, chest and base of the neck, seen from the pelvis.
    fn trunk(&self) -> [Vec3; 3] {
        let waist = direction(self.spine[0], self.lean) * bones::LOWER_SPINE;
        let upper = direction(self.spine[1], self.lean) * bones::UPPER_SPINE;
        [waist, waist + upper * 0.5, waist + upper]
    }

    fn half(&self, index: usize, neck: Vec3) -> Half {
        let out = if index == 0 { 1.0 } else { -1.0 };
        let hip = self.root + at(0.0, 0.0, out * bones::HALF_HIPS);
        let shoulder = neck
            + direction(self.spine[1], 0.0) * (self.shrug[1] - 3.0)
            + direction(self.spine[1] + 90.0, 0.0) * self.shrug[0]
            + at(0.0, 0.0, out * bones::HALF_SHOULDERS);
        let [knee, ankle] = self.legs[index].solve(hip, bones::THIGH, bones::SHIN);
        let [elbow, wrist] = self.arms[index].solve(shoulder, bones::UPPER_ARM, bones::FOREARM);
        let [slope, outward, toes] = self.feet[index];
        let along = direction(slope, outward);
        let sole = direction(slope + 90.0, 0.0);
        let ball = ankle + along * bones::BALL_FORWARD + sole * (bones::ANKLE_HEIGHT - BALL_RADIUS);
        Half {
            hip,
            knee,
            ankle,
            heel: ankle - along * bones::HEEL_BACK + sole * (bones::ANKLE_HEIGHT - HEEL_RADIUS),
            ball,
            toe: ball + direction(toes, outward) * bones::TOE,
            shoulder,
            elbow,
            wrist,
            hand: wrist + direction(self.hands[index][0], self.hands[index][1]) * bones::HAND,
        }
    }
}

impl Limb {
    /// The same limb of the other half of the body.
    pub(super) const fn mirrored(self) -> Self {
        match self {
            Self::Turn([a, b], [c, d]) => Self::Turn([a, -b], [c, -d]),
            Self::Reach { to, pole } => Self::Reach {
                to: to.mirrored(),
                pole: pole.mirrored(),
            },
        }
    }

    /// The middle and the end of two bones that start at `from`.
    fn solve(self, from: Vec3, upper: f32, lower: f32) -> [Vec3; 2] {
        match self {
            Self::Turn(a, b) => {
                let middle = from + direction(a[0], a[1]) * upper;
                [middle, middle + direction(b[0], b[1]) * lower]
            }
            Self::Reach { to, pole } => {
                let line = to - from;
                let axis = line.unit();
                // A target out of reach is met as far as the bones go; a test keeps them in reach.
                let distance = within(
                    line.length(),
                    (upper - lower).abs() + 1e-4,
                    upper + lower - 1e-4,
                );
                let cos = (upper * upper + distance * distance - lower * lower)
                    / (2.0 * upper * distance);
                let sin = (1.0 - cos * cos).max(0.0).sqrt();
                let bend = pole.across(axis).unit();
                let middle = from + axis * (upper * cos) + bend * (upper * sin);
                [middle, from + axis * distance]
            }
        }
    }

    /// Both limbs of a pair of poses are given the same way (a test sees to it), so there is no
    /// way between the two kinds.
    fn toward(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (Self::Turn(a, b), Self::Turn(c, d)) => {
                let turn = |x, y| turned(x, y, share);
                Self::Turn(each(a, c, turn), each(b, d, turn))
            }
            (Self::Reach { to: a, pole: p }, Self::Reach { to: b, pole: q }) => Self::Reach {
                to: a.toward(b, share),
                pole: p.toward(q, share),
            },
            _ => other,
        }
    }
}

/// The angle `share` of the way from `a` to `b`, in degrees, the short way round.
fn turned(a: f32, b: f32, share: f32) -> f32 {
    let way = b - a;
    a + (way - 360.0 * ((way + 180.0) / 360.0).floor()) * share
}

fn each<T: Copy, const N: usize>(a: [T; N], b: [T; N], step: impl Fn(T, T) -> T) -> [T; N] {
    std::array::from_fn(|i| step(a[i], b[i]))
}
