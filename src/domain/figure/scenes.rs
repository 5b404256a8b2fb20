//! The six scenes as static data. Screen offsets are in drawing units, world points in centimetres.

use super::Key::{
    AllFours, BreatheOut, Down, Float, High, Highest, Hold, Lift, Low, Peel, Pull, Reach, Sit,
    Slide, Stand, SwayIn, SwayOut, Tap, Top, WiggleLeft, WiggleRight,
};
use super::poses;
use super::scene::{Joint, Lens, Mark, Prop, Room, Scene, Sight};
use super::vector::{Vec3, at};

const HERE: Vec3 = at(0.0, 0.0, 0.0);

pub(super) static QUAD_SWAY: Scene = Scene {
    camera: [84.0, 8.0],
    room: Room {
        view_box: [-46.0, -188.0, 134.0, 196.0],
        props: &[
            Prop::Floor {
                x: [-40.0, 40.0],
                z: [-86.0, 44.0],
            },
            Prop::Chair { x: 8.0, z: -60.0 },
        ],
    },
    before: None,
    left_room: Some(Room {
        view_box: [-88.0, -188.0, 134.0, 196.0],
        props: &[
            Prop::Floor {
                x: [-40.0, 40.0],
                z: [-44.0, 86.0],
            },
            Prop::Chair { x: 8.0, z: 62.0 },
        ],
    }),
    right_leg_works: true,
    resting_neck: None,
    poses: &[
        (Stand, poses::SWAY_STAND),
        (Lift, poses::SWAY_LIFT),
        (SwayIn, poses::SWAY_IN),
        (SwayOut, poses::SWAY_OUT),
    ],
    setup: &[Stand, Lift],
    cycle: &[
        (0.0, Lift),
        (0.25, SwayOut),
        (0.5, Lift),
        (0.75, SwayIn),
        (1.0, Lift),
    ],
    wiggle: &[],
    beat_at: 0.0,
    marks: &[
        (
            Mark::Path {
                joint: Joint::Ball,
                from: SwayIn,
                to: SwayOut,
                offset: [0.0, 13.0],
                both_ends: true,
                trim: [0.0, 1.0],
                stretch: 1.0,
            },
            &[Lift, SwayIn, SwayOut],
        ),
        (
            Mark::Guide {
                ends: [
                    (Joint::Head, at(0.0, 14.0, 0.0)),
                    (Joint::Head, at(0.0, 23.0, 0.0)),
                ],
                arrow: true,
            },
            &[Stand, Lift],
        ),
    ],
    badge: Some((Joint::Hip, [-24.0, 6.0])),
    lens: None,
    thumb: at(-1.0, 0.0, 0.0),
};

pub(super) static QUAD_PULL: Scene = Scene {
    camera: [24.0, 8.0],
    room: Room {
        view_box: [-61.0, -177.0, 137.0, 185.0],
        props: &[
            Prop::Floor {
                x: [-44.0, 62.0],
                z: [-66.0, 34.0],
            },
            Prop::Chair { x: 32.0, z: -45.0 },
        ],
    },
    before: None,
    left_room: None,
    right_leg_works: true,
    resting_neck: None,
    poses: &[
        (Stand, poses::PULL_STAND),
        (Peel, poses::PULL_PEEL),
        (Lift, poses::PULL_LIFT),
        (Hold, poses::PULL_HOLD),
        (Pull, poses::PULL_PULL),
    ],
    setup: &[Stand, Peel, Lift, Hold, Pull],
    cycle: &[(0.0, Pull), (0.444, Hold), (1.0, Pull)],
    wiggle: &[],
    beat_at: 1.0,
    marks: &[(
        Mark::Path {
            joint: Joint::Ankle,
            from: Lift,
            to: Hold,
            offset: [-15.0, 2.0],
            both_ends: false,
            trim: [0.35, 0.92],
            stretch: 1.0,
        },
        &[Hold, Pull],
    )],
    badge: Some((Joint::Knee, [-27.0, 22.0])),
    lens: None,
    thumb: at(0.8, 0.0, -0.6),
};

pub(super) static KNEE_BOUNCES: Scene = Scene {
    camera: [20.0, 9.0],
    room: Room {
        view_box: [-73.0, -109.0, 167.0, 121.0],
        props: &[Prop::Mat {
            x: [-62.0, 86.0],
            z: [-34.0, 34.0],
        }],
    },
    before: None,
    left_room: None,
    right_leg_works: false,
    resting_neck: None,
    poses: &[
        (AllFours, poses::KNEES_DOWN),
        (Float, poses::KNEES_UP),
        (Low, poses::KNEES_DOWN),
        (High, poses::KNEES_UP),
    ],
    setup: &[AllFours, Float, Low],
    cycle: &[(0.0, Low), (0.5, High), (1.0, Low)],
    wiggle: &[],
    beat_at: 0.5,
    marks: &[
        (
            Mark::Path {
                joint: Joint::Knee,
                from: Low,
                to: High,
                offset: [16.0, 0.0],
                both_ends: true,
                trim: [0.0, 1.0],
                stretch: 5.0,
            },
            &[Float, Low, High],
        ),
        (
            Mark::Guide {
                ends: [
                    (Joint::Head, at(17.0, 2.2, 0.0)),
                    (Joint::Pelvis, at(-17.0, -3.2, 0.0)),
                ],
                arrow: false,
            },
            &[AllFours],
        ),
    ],
    badge: None,
    lens: Some(Lens {
        middle: [-46.0, -82.0],
        radius: 25.0,
        zoom: 4.6,
        sight: Sight::Side,
        rest: Low,
        on: &[AllFours, Float, Low, High],
    }),
    thumb: at(0.0, 0.0, -1.0),
};

pub(super) static IMAGINARY_CHAIR: Scene = Scene {
    camera: [0.0, 3.0],
    room: Room {
        view_box: [-22.0, -140.0, 112.0, 146.0],
        props: &[
            Prop::Floor {
                x: [-8.0, 84.0],
                z: [-40.0, 40.0],
            },
            Prop::Wall {
                x: poses::WALL_X,
                height: 200.0,
            },
        ],
    },
    before: Some([-40.0, -184.0, 124.0, 192.0]),
    left_room: None,
    right_leg_works: false,
    resting_neck: None,
    poses: &[
        (Stand, poses::WALL_STAND),
        (Slide, poses::WALL_SLIDE),
        (Sit, poses::WALL_SIT),
        (WiggleRight, poses::WALL_KNEES_RIGHT),
        (WiggleLeft, poses::WALL_KNEES_LEFT),
    ],
    setup: &[Stand, Slide, Sit],
    cycle: &[(0.0, Sit), (1.0, Sit)],
    wiggle: &[
        (0.0, Sit),
        (0.25, WiggleRight),
        (0.5, Sit),
        (0.75, WiggleLeft),
        (1.0, Sit),
    ],
    beat_at: 0.0,
    marks: &[
        (
            Mark::Path {
                joint: Joint::Pelvis,
                from: Stand,
                to: Sit,
                offset: [-31.0, 0.0],
                both_ends: false,
                trim: [0.15, 0.9],
                stretch: 1.0,
            },
            &[Slide],
        ),
        (
            Mark::Guide {
                ends: [
                    (Joint::Knee, at(0.0, -4.0, 0.0)),
                    (Joint::Ankle, at(-1.0, -7.0, 0.0)),
                ],
                arrow: false,
            },
            &[Sit],
        ),
        (
            Mark::Guide {
                ends: [(Joint::Hip, HERE), (Joint::Knee, HERE)],
                arrow: false,
            },
            &[Sit],
        ),
    ],
    badge: None,
    lens: Some(Lens {
        middle: [58.0, -108.0],
        radius: 28.0,
        zoom: 3.4,
        sight: Sight::Front,
        rest: Sit,
        on: &[WiggleRight, WiggleLeft],
    }),
    thumb: at(-1.0, 0.0, 0.0),
};

pub(super) static BUN_LIFT: Scene = Scene {
    camera: [20.0, 10.0],
    room: Room {
        view_box: [-92.0, -96.0, 164.0, 107.0],
        props: &[Prop::Mat {
            x: [-84.0, 62.0],
            z: [-34.0, 34.0],
        }],
    },
    before: None,
    left_room: None,
    right_leg_works: false,
    resting_neck: Some(poses::RESTING_NECK),
    poses: &[
        (Down, poses::BUN_DOWN),
        (Highest, poses::BUN_HIGHEST),
        (Top, poses::BUN_TOP),
        (Tap, poses::BUN_DOWN),
    ],
    setup: &[Down, Highest, Top, Tap],
    cycle: &[(0.0, Tap), (0.45, Top), (0.6, Top), (1.0, Tap)],
    wiggle: &[],
    beat_at: 0.45,
    marks: &[(
        Mark::Straight {
            from: at(2.0, 4.0, 22.0),
            to: at(2.0, 22.0, 22.0),
            both_ends: true,
        },
        &[Top, Highest],
    )],
    badge: None,
    lens: Some(Lens {
        middle: [-52.0, -70.0],
        radius: 24.0,
        zoom: 4.6,
        sight: Sight::Hips,
        rest: Highest,
        on: &[Down, Highest, Top, Tap],
    }),
    thumb: at(0.3, -1.0, 0.0),
};

pub(super) static HAMSTRING_REACH: Scene = Scene {
    camera: [20.0, 9.0],
    room: Room {
        view_box: [-50.0, -96.0, 169.0, 109.0],
        props: &[Prop::Mat {
            x: [-40.0, 112.0],
            z: [-34.0, 34.0],
        }],
    },
    before: None,
    left_room: None,
    right_leg_works: false,
    resting_neck: None,
    poses: &[
        (Sit, poses::REACH_SIT),
        (Reach, poses::REACH_FORWARD),
        (BreatheOut, poses::REACH_SOFTEN),
    ],
    setup: &[Sit, Reach, BreatheOut],
    cycle: &[(0.0, BreatheOut), (0.444, Reach), (1.0, BreatheOut)],
    wiggle: &[],
    beat_at: 1.0,
    marks: &[
        (
            Mark::Straight {
                from: at(-36.0, 33.0, 0.0),
                to: at(-18.0, 33.0, 0.0),
                both_ends: false,
            },
            &[Reach, BreatheOut],
        ),
        (
            Mark::Path {
                joint: Joint::Wrist,
                from: Sit,
                to: BreatheOut,
                offset: [16.0, -22.0],
                both_ends: false,
                trim: [0.55, 1.0],
                stretch: 1.0,
            },
            &[Reach, BreatheOut],
        ),
    ],
    badge: None,
    lens: None,
    thumb: at(0.0, 0.3, -1.0),
};
