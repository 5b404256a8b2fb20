//! The figure: an articulated person who shows every exercise. People look before they read.
//!
//! A picture is a pure function of exercise, side and motion. Poses are static data; whatever is
//! between two of them is solved anew, so that no bone ever changes its length.

mod body;
mod camera;
mod frame;
mod girth;
mod lens;
mod marks;
mod outline;
mod poses;
mod props;
mod scene;
mod scenes;
mod skeleton;
mod vector;
mod wrong;

pub use frame::{Frame, Paint, Part};
pub use girth::Build;
pub use skeleton::{BALL_RADIUS, HEEL_RADIUS, Half, Joints, bones};
pub use vector::Vec3;

use self::body::Body;
use self::camera::Camera;
use self::scene::{Room, Scene};
use self::skeleton::Pose;
use self::vector::{sin_cos, within};
use crate::domain::routine::{Exercise, Side};

/// The name of a key pose. Each exercise has some of them: see [`key_poses`].
#[allow(missing_docs, reason = "what each shows is said in `text::figure`")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Stand,
    Lift,
    SwayIn,
    SwayOut,
    Peel,
    Hold,
    Pull,
    AllFours,
    Float,
    Low,
    High,
    Slide,
    Sit,
    WiggleRight,
    WiggleLeft,
    Down,
    Highest,
    Top,
    Tap,
    Reach,
    BreatheOut,
}

/// What the figure is doing. Phases run from 0 to 1; what lies outside is clamped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    /// A key pose; one that the exercise does not have shows its first.
    Still(Key),
    /// The way from the first position into the start pose, over the whole lead-in.
    LeadIn(f32),
    /// One rep. It counts when the phase is [`beat_at`].
    Rep(f32),
    /// One breath, in first.
    Breath {
        /// 0 where breathing in begins, 1 where breathing out ends.
        phase: f32,
        /// The phase at which breathing in ends.
        inhale_share: f32,
    },
    /// What the source warns of; the right pose, where it does not.
    Wrong,
    /// A hold; with a phase it wiggles (fact 44), one cycle right and left.
    Hold(Option<f32>),
}

/// Whose picture is drawn from which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What is shown.
    pub exercise: Exercise,
    /// The working leg; the left one is a mirror image.
    pub side: Side,
    /// Who shows it.
    pub build: Build,
    /// Whether one hand holds the chair where Quad Sway has its palms together.
    pub one_hand: bool,
    /// Whether arrows and guides (where it stands still), badge and magnifying glass explain it.
    pub marks: bool,
    /// Whether its inch is written as 2.5 cm.
    pub centimeters: bool,
}

impl Picture {
    /// A picture of the default person, with marks.
    #[must_use]
    pub fn new(exercise: Exercise, side: Side) -> Self {
        Self {
            exercise,
            side,
            build: Build::default(),
            one_hand: false,
            marks: true,
            centimeters: false,
        }
    }

    /// Draws one instant into `frame`, from back to front.
    pub fn draw(&self, motion: Motion, frame: &mut Frame) {
        let scene = Scene::of(self.exercise);
        let left = self.side == Side::Left;
        let camera = Camera::new(scene.camera, left);
        let room = scene.room(left);
        let mut view_box = scene.view_box(room, motion);
        if left {
            view_box[0] = -(view_box[0] + view_box[2]);
        }
        frame.clear(view_box);
        let wrong = (motion == Motion::Wrong).then(|| wrong::pose(self.exercise));
        let mut pose = wrong.flatten().unwrap_or_else(|| scene.at(motion));
        if self.one_hand {
            poses::hold_chair(&mut pose, left);
        }
        let joints = solved(scene, &pose);
        props::draw(frame, &camera, room.props);
        marks::shadows(frame, &camera, &joints);
        Body {
            camera,
            pose: &pose,
            joints: &joints,
            build: self.build,
            right_leg_works: scene.right_leg_works && self.side != Side::Both,
            thumb: scene.thumb,
        }
        .draw(frame);
        props::wall(frame, &camera, room.props);
        if self.marks {
            let key = still(self.exercise, motion);
            // What moves shows its way by itself; an arrow would only be in the way.
            if matches!(motion, Motion::Still(_) | Motion::Hold(None)) {
                marks::marks(frame, &camera, scene, key, &joints);
            }
            if let (Some(badge), false) = (scene.badge, self.side == Side::Both) {
                marks::badge(frame, &camera, badge, left, &joints);
            }
            if let Some(lens) = scene.lens.as_ref().filter(|lens| lens.on.contains(&key)) {
                let inch = lens::name(self.centimeters);
                lens::draw(frame, &camera, scene, (lens, inch), &joints);
            }
        }
    }
}

impl Picture {
    /// Its [`telling`] pose: the view box and what is drawn in it.
    #[must_use]
    pub fn told(&self) -> (String, String) {
        let mut frame = Frame::default();
        self.draw(Motion::Still(telling(self.exercise)), &mut frame);
        (frame.view_box(), frame.markup())
    }

    /// The same as an SVG element.
    #[must_use]
    pub fn svg(&self) -> String {
        let (view_box, markup) = self.told();
        [
            "<svg class=\"fig\" viewBox=\"",
            &view_box,
            "\">",
            &markup,
            "</svg>",
        ]
        .concat()
    }
}

/// The pose that tells an exercise from the others.
#[must_use]
pub const fn telling(exercise: Exercise) -> Key {
    match exercise {
        Exercise::QuadSway => Key::Lift,
        Exercise::QuadPull => Key::Pull,
        Exercise::KneeBounces => Key::High,
        Exercise::ImaginaryChair => Key::Sit,
        Exercise::BunLift => Key::Top,
        Exercise::HamstringReach => Key::Reach,
    }
}

/// The first exercise at a glance, where it is not the picture that the prerendered Today shows.
#[must_use]
pub fn of_today(build: Build) -> Option<String> {
    (build != Build::default()).then(|| glance(Exercise::QuadSway, build))
}

/// An exercise at a glance, as an SVG element: its [`telling`] pose without marks.
#[must_use]
pub fn glance(exercise: Exercise, build: Build) -> String {
    let picture = Picture {
        build,
        marks: false,
        ..Picture::new(exercise, exercise.sides()[0])
    };
    picture.svg()
}

/// The key poses of an exercise in the order in which they are taught.
pub fn key_poses(exercise: Exercise) -> impl ExactSizeIterator<Item = Key> + Clone {
    Scene::of(exercise).poses.iter().map(|(key, _)| *key)
}

/// The phase of a rep at which it counts (decision 15). Where it is not 0, the start pose is held
/// for `1 - beat_at` of the first rep's time and the cycle runs from there.
#[must_use]
pub fn beat_at(exercise: Exercise) -> f32 {
    Scene::of(exercise).beat_at
}

/// The key pose that stands for a motion where nothing may move: the last one reached. It changes
/// on the beat.
#[must_use]
pub fn still(exercise: Exercise, motion: Motion) -> Key {
    let scene = Scene::of(exercise);
    match motion {
        Motion::Still(key) => key,
        Motion::Wrong => telling(exercise),
        Motion::LeadIn(t) => scene.setup[scene.setup_step(t).0],
        Motion::Rep(phase) => reached(scene.cycle, phase),
        Motion::Breath {
            phase,
            inhale_share,
        } => {
            let index = if phase < inhale_share { 1 } else { 2 };
            scene.cycle[index.min(scene.cycle.len() - 1)].1
        }
        Motion::Hold(None) => reached(scene.cycle, 0.0),
        Motion::Hold(Some(phase)) if scene.wiggle.is_empty() => reached(scene.cycle, phase),
        Motion::Hold(Some(phase)) => {
            if phase < 0.5 {
                Key::WiggleRight
            } else {
                Key::WiggleLeft
            }
        }
    }
}

/// The joints at one instant, in centimetres, of the exercise with the right leg.
#[must_use]
pub fn joints(exercise: Exercise, motion: Motion) -> Joints {
    let scene = Scene::of(exercise);
    solved(scene, &scene.at(motion))
}

impl Scene {
    fn at(&self, motion: Motion) -> Pose {
        match motion {
            Motion::Still(key) => *self.pose(key),
            Motion::LeadIn(t) => {
                let (step, share) = self.setup_step(t);
                let next = self.setup[(step + 1).min(self.setup.len() - 1)];
                // A rest at both ends of each step lets the eye take in the pose.
                let share = eased(share * 1.5 - 0.25);
                self.pose(self.setup[step]).toward(self.pose(next), share)
            }
            Motion::Rep(phase) => self.on(self.cycle, phase),
            Motion::Breath {
                phase,
                inhale_share,
            } => self.on(self.cycle, as_drawn(phase, inhale_share, self.cycle)),
            Motion::Hold(None) | Motion::Wrong => *self.pose(self.cycle[0].1),
            Motion::Hold(Some(phase)) => self.on(self.wiggle, phase),
        }
    }

    /// How much is seen: the view comes nearer as the person goes down into the start pose.
    fn view_box(&self, room: &Room, motion: Motion) -> [f32; 4] {
        let Some(before) = self.before else {
            return room.view_box;
        };
        #[expect(clippy::cast_precision_loss, reason = "a handful of poses")]
        let of_pose = |index: usize| index as f32 / (self.setup.len() - 1) as f32;
        let place = |key| self.setup.iter().position(|known| *known == key);
        let share = match motion {
            Motion::LeadIn(t) => within(t, 0.0, 1.0),
            Motion::Still(key) => place(key).map_or(1.0, of_pose),
            _ => 1.0,
        };
        let share = eased(share);
        std::array::from_fn(|i| before[i] + (room.view_box[i] - before[i]) * share)
    }

    /// The pose at `phase` of a cycle of key poses.
    fn on(&self, cycle: &[(f32, Key)], phase: f32) -> Pose {
        for pair in cycle.windows(2) {
            let [(start, from), (end, to)] = [pair[0], pair[1]];
            if phase < end {
                let share = eased((phase - start) / (end - start));
                return self.pose(from).toward(self.pose(to), share);
            }
        }
        *self.pose(cycle.last().unwrap_or(&self.cycle[0]).1)
    }

    /// The step of the setup at `t` of the whole lead-in, and the share of it.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a handful of steps, clamped to 0 and above"
    )]
    fn setup_step(&self, t: f32) -> (usize, f32) {
        let last = self.setup.len() - 1;
        let steps = within(t, 0.0, 1.0) * last as f32;
        let step = (steps as usize).min(last);
        (step, steps - step as f32)
    }
}

/// Joints of a pose; where the neck rests on the floor, the body hangs on the neck.
fn solved(scene: &Scene, pose: &Pose) -> Joints {
    match scene.resting_neck {
        Some(neck) => pose.with_neck_at(neck).solve(),
        None => pose.solve(),
    }
}

/// The last key reached at `phase`.
fn reached(cycle: &[(f32, Key)], phase: f32) -> Key {
    let passed = cycle.iter().rev().find(|(start, _)| *start <= phase);
    passed.unwrap_or(&cycle[0]).1
}

/// Moves the end of the inhale from the chosen share to where the cycle has its middle key.
fn as_drawn(phase: f32, inhale_share: f32, cycle: &[(f32, Key)]) -> f32 {
    let middle = cycle.get(1).map_or(inhale_share, |(at, _)| *at);
    if phase < inhale_share {
        phase / inhale_share * middle
    } else {
        middle + (phase - inhale_share) / (1.0 - inhale_share) * (1.0 - middle)
    }
}

/// Slow at both ends; the argument is clamped to 0..=1.
fn eased(share: f32) -> f32 {
    0.5 - 0.5 * sin_cos(within(share, 0.0, 1.0) * 180.0).1
}
