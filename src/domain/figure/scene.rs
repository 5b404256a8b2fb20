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
    pub(super) room: Room,
    /// How much is seen before the person is in the start pose, where that is lower.
    pub(super) before: Option<[f32; 4]>,
    /// The room of the left side, where it is no mirror image: what stands on the person's left
    /// stays there.
    pub(super) left_room: Option<Room>,
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

/// What is around the person, and how much of it is seen; of the left side, before it is mirrored.
pub(super) struct Room {
    pub(super) view_box: [f32; 4],
    pub(super) props: &'static [Prop],
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
    /// A strip on the back's side of `x`, seen from its end.
    Wall {
        x: f32,
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

/// The magnifying glass on the right knee or the hips: see `lens`.
pub(super) struct Lens {
    /// Middle on the screen.
    pub(super) middle: [f32; 2],
    pub(super) radius: f32,
    /// How many times larger than the figure.
    pub(super) zoom: f32,
    pub(super) sight: Sight,
    /// The pose in which they are where the lens's lines are.
    pub(super) rest: Key,
    pub(super) on: &'static [Key],
}

/// What the glass looks at.
#[derive(Clone, Copy)]
pub(super) enum Sight {
    /// The knee above the mat, from the side.
    Side,
    /// The knee from the front.
    Front,
    /// The hips from the side.
    Hips,
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

    /// The room of this side.
    pub(super) fn room(&self, left: bool) -> &Room {
        self.left_room
            .as_ref()
            .filter(|_| left)
            .unwrap_or(&self.room)
    }

    /// The pose of `key`, or the first one for a key of another exercise.
    pub(super) fn pose(&self, key: Key) -> &'static Pose {
        let found = self.poses.iter().find(|(known, _)| *known == key);
        &found.unwrap_or(&self.poses[0]).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figure::skeleton::{Limb, bones};

    #[test]
    fn limbs_are_given_the_same_way_in_every_pose_of_an_exercise() {
        for exercise in Exercise::ALL {
            let scene = Scene::of(exercise);
            let kinds = |pose: &Pose| {
                let limbs = [pose.arms, pose.legs].concat();
                limbs
                    .iter()
                    .map(|limb| matches!(limb, Limb::Turn(..)))
                    .collect::<Vec<_>>()
            };
            for (key, pose) in scene.poses {
                assert_eq!(
                    kinds(pose),
                    kinds(&scene.poses[0].1),
                    "{exercise:?} {key:?}"
                );
            }
        }
    }

    #[test]
    fn every_target_is_in_reach_also_between_two_poses() {
        for exercise in Exercise::ALL {
            let scene = Scene::of(exercise);
            let cycles = [scene.cycle, scene.wiggle].concat();
            let keys: Vec<Key> = cycles.iter().map(|(_, key)| *key).collect();
            for pair in scene.setup.windows(2).chain(keys.windows(2)) {
                for step in 0..=20_u8 {
                    let share = f32::from(step) / 20.0;
                    let pose = scene.pose(pair[0]).toward(scene.pose(pair[1]), share);
                    let joints = crate::domain::figure::solved(scene, &pose);
                    for (index, half) in joints.halves.iter().enumerate() {
                        let leg = (
                            pose.legs[index],
                            half.hip,
                            half.ankle,
                            bones::THIGH + bones::SHIN,
                        );
                        let arm = (
                            pose.arms[index],
                            half.shoulder,
                            half.wrist,
                            bones::UPPER_ARM + bones::FOREARM,
                        );
                        for (limb, from, end, length) in [leg, arm] {
                            let Limb::Reach { to, .. } = limb else {
                                continue;
                            };
                            assert!(
                                (to - from).length() < length,
                                "{exercise:?} {pair:?} {share}"
                            );
                            assert!((to - end).length() < 0.01, "{exercise:?} {pair:?} {share}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_key_that_a_scene_names_is_one_of_its_poses() {
        for exercise in Exercise::ALL {
            let scene = Scene::of(exercise);
            let has = |key: Key| scene.poses.iter().any(|(known, _)| *known == key);
            assert!(scene.setup.iter().all(|key| has(*key)), "{exercise:?}");
            assert!(
                scene
                    .cycle
                    .iter()
                    .chain(scene.wiggle)
                    .all(|(_, key)| has(*key))
            );
            assert!(
                scene
                    .marks
                    .iter()
                    .flat_map(|(_, on)| *on)
                    .all(|key| has(*key))
            );
        }
    }
}
