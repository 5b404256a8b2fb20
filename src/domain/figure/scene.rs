//! What belongs to each exercise besides the poses: camera, things in the room, timing, arrows.

use super::Key;
use super::scenes;
use super::skeleton::{Joints, Pose};
use super::vector::Vec3;
use crate::domain::routine::Exercise;

/// One exercise as a picture.
pub(super) struct Scene {
    /// Yaw and pitch in degrees.
    pub(super) camera: [f32; 2],
    pub(super) view_box: [f32; 4],
    pub(super) props: &'static [Prop],
    pub(super) right_leg_works: bool,
    /// Where the base of the neck stays, if it is the neck that rests and not the feet.
    pub(super) resting_neck: Option<Vec3>,
    pub(super) poses: &'static [(Key, Pose)],
    /// The way into the start pose.
    pub(super) setup: &'static [Key],
    /// One rep or one breath: the poses and when they are reached. A breath's middle key is the
    /// end of the inhale, whose time depends on the chosen breath.
    pub(super) cycle: &'static [(f32, Key)],
    /// The variety of a hold, in the same form.
    pub(super) wiggle: &'static [(f32, Key)],
    /// The phase at which a rep counts.
    pub(super) beat_at: f32,
    pub(super) marks: &'static [(Mark, &'static [Key])],
    pub(super) badge: Option<(Joint, [f32; 2])>,
    pub(super) lens: Option<Lens>,
    /// The way the right thumb points.
    pub(super) thumb: Vec3,
}

/// A thing in the room. Ranges are world coordinates in centimetres.
pub(super) enum Prop {
    Floor {
        x: [f32; 2],
        z: [f32; 2],
    },
    Mat {
        x: [f32; 2],
        z: [f32; 2],
    },
    Wall {
        x: f32,
        z: [f32; 2],
        height: f32,
    },
    /// The middle of the seat on the floor; the back is on the side of negative x.
    Chair {
        x: f32,
        z: f32,
    },
}

/// Something drawn to explain a pose.
pub(super) enum Mark {
    /// An arrow along the way of a joint from one pose to another.
    Path {
        joint: Joint,
        from: Key,
        to: Key,
        /// Moved by so much on the screen.
        offset: [f32; 2],
        both_ends: bool,
        /// The part of the way that is drawn.
        trim: [f32; 2],
        /// Drawn so many times longer than true.
        stretch: f32,
    },
    /// A straight arrow in the world.
    Straight {
        from: Vec3,
        to: Vec3,
        both_ends: bool,
    },
    /// A dashed line between two points near joints.
    Guide {
        ends: [(Joint, Vec3); 2],
        arrow: bool,
    },
}

/// The joints that marks refer to; of a pair it is the right one.
#[derive(Clone, Copy)]
pub(super) enum Joint {
    Head,
    Pelvis,
    Hip,
    Knee,
    Ankle,
    Ball,
    Wrist,
}

/// A magnifying glass on the right knee, because an inch is too small to see across a room. It
/// shows the true movement larger and does not change the figure's own.
pub(super) struct Lens {
    /// Middle on the screen.
    pub(super) middle: [f32; 2],
    pub(super) radius: f32,
    /// How many times larger than the figure.
    pub(super) zoom: f32,
    /// Yaw of the lens: from which side the knee is seen.
    pub(super) yaw: f32,
    /// The pose in which the knee is where the lens's lines are.
    pub(super) rest: Key,
    /// The leg that is seen goes up from the knee (thigh) or down (shin).
    pub(super) leg_goes_up: bool,
    pub(super) on: &'static [Key],
}

impl Joint {
    pub(super) fn of(self, joints: &Joints) -> Vec3 {
        let right = &joints.halves[0];
        match self {
            Self::Head => joints.head,
            Self::Pelvis => joints.pelvis,
            Self::Hip => right.hip,
            Self::Knee => right.knee,
            Self::Ankle => right.ankle,
            Self::Ball => right.ball,
            Self::Wrist => right.wrist,
        }
    }
}

impl Scene {
    pub(super) const fn of(exercise: Exercise) -> &'static Self {
        match exercise {
            Exercise::QuadSway => &scenes::QUAD_SWAY,
            Exercise::QuadPull => &scenes::QUAD_PULL,
            Exercise::KneeBounces => &scenes::KNEE_BOUNCES,
            Exercise::ImaginaryChair => &scenes::IMAGINARY_CHAIR,
            Exercise::BunLift => &scenes::BUN_LIFT,
            Exercise::HamstringReach => &scenes::HAMSTRING_REACH,
        }
    }

    /// The pose of `key`, or the first one for a key of another exercise.
    pub(super) fn pose(&self, key: Key) -> &'static Pose {
        let found = self.poses.iter().find(|(known, _)| *known == key);
        &found.unwrap_or(&self.poses[0]).1
    }
}
