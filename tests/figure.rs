//! The figure against its references: joints, anatomy, outlines and colours.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its data has failed"
)]

use proptest::prelude::*;
use spry_knees::domain::figure::{
    BALL_RADIUS, Build, Frame, HEEL_RADIUS, Half, Joints, Key, Look, Motion, Paint, Picture, Skin,
    Vec3, beat_at, bones, joints, key_poses, still,
};
use spry_knees::domain::routine::{Exercise, Side};

const EXERCISES: [Exercise; 6] = [
    Exercise::QuadSway,
    Exercise::QuadPull,
    Exercise::KneeBounces,
    Exercise::ImaginaryChair,
    Exercise::BunLift,
    Exercise::HamstringReach,
];
const INCH: f32 = 2.54;

#[test]
fn joints_match_the_reference_renderers() {
    let reference = include_str!("data/joints.txt");
    let mut rows = reference.lines().filter(|line| !line.starts_with('#'));
    let mut compared = 0;
    for exercise in EXERCISES {
        for key in key_poses(exercise) {
            let row = rows.next().unwrap();
            let name = format!("{exercise:?} {key:?} ");
            let numbers = row
                .strip_prefix(&name)
                .unwrap_or_else(|| panic!("{name}: {row}"));
            let numbers: Vec<f32> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
            let ours = all_joints(&joints(exercise, Motion::Still(key)));
            assert_eq!(numbers.len(), ours.len() * 3);
            for (joint, xyz) in ours.iter().zip(numbers.chunks(3)) {
                for (ours, theirs) in [joint.x, joint.y, joint.z].iter().zip(xyz) {
                    assert!(
                        (ours - theirs).abs() <= 0.01,
                        "{name}: {joint:?} is not {xyz:?}"
                    );
                    compared += 1;
                }
            }
        }
    }
    assert!(rows.next().is_none());
    assert_eq!(compared, 25 * 26 * 3);
}

fn all_joints(j: &Joints) -> Vec<Vec3> {
    let half = |h: &Half| {
        [
            h.hip, h.knee, h.ankle, h.heel, h.ball, h.toe, h.shoulder, h.elbow, h.wrist, h.hand,
        ]
    };
    let mut all = vec![j.pelvis, j.waist, j.chest, j.neck, j.skull, j.head];
    all.extend(half(&j.halves[0]));
    all.extend(half(&j.halves[1]));
    all
}

/// Any instant of any exercise that the player can show.
fn any_instant() -> impl Strategy<Value = (Exercise, Motion)> {
    let phase = || 0.0..=1.0_f32;
    prop_oneof![
        (0..6_usize, phase()).prop_map(|(i, t)| (EXERCISES[i], Motion::LeadIn(t))),
        (prop::sample::select(vec![0, 2, 4]), phase())
            .prop_map(|(i, t)| (EXERCISES[i], Motion::Rep(t))),
        (prop::sample::select(vec![1, 5]), phase(), 0.2..0.8_f32).prop_map(|(i, phase, share)| {
            (
                EXERCISES[i],
                Motion::Breath {
                    phase,
                    inhale_share: share,
                },
            )
        }),
        prop::option::of(phase()).prop_map(|t| (Exercise::ImaginaryChair, Motion::Hold(t))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bones_never_change_their_length((exercise, motion) in any_instant()) {
        let j = joints(exercise, motion);
        let mut pairs = vec![
            (j.pelvis, j.waist, bones::LOWER_SPINE),
            (j.waist, j.neck, bones::UPPER_SPINE),
            (j.neck, j.skull, bones::NECK),
            (j.skull, j.head, bones::HEAD),
        ];
        for h in &j.halves {
            pairs.extend([
                (j.pelvis, h.hip, bones::HALF_HIPS),
                (h.hip, h.knee, bones::THIGH),
                (h.knee, h.ankle, bones::SHIN),
                (h.shoulder, h.elbow, bones::UPPER_ARM),
                (h.elbow, h.wrist, bones::FOREARM),
                (h.wrist, h.hand, bones::HAND),
                (h.ball, h.toe, bones::TOE),
            ]);
        }
        for (from, to, length) in pairs {
            prop_assert!(((to - from).length() - length).abs() < 1e-3, "{from:?} {to:?} {length}");
        }
    }

    #[test]
    fn joints_bend_as_far_as_people_do((exercise, motion) in any_instant()) {
        for h in &joints(exercise, motion).halves {
            prop_assert!(180.0 - angle(h.hip, h.knee, h.ankle) < 155.0);
            prop_assert!(180.0 - angle(h.shoulder, h.elbow, h.wrist) < 150.0);
        }
    }

    #[test]
    fn nothing_sinks_into_the_floor((exercise, motion) in any_instant()) {
        for h in &joints(exercise, motion).halves {
            for (joint, radius) in
                [(h.heel, HEEL_RADIUS), (h.ball, BALL_RADIUS), (h.toe, 2.6), (h.knee, 6.5), (h.wrist, 3.0)]
            {
                prop_assert!(joint.y - radius > -0.8, "{exercise:?} {motion:?}: {joint:?}");
            }
        }
    }

    #[test]
    fn every_outline_is_well_formed((exercise, motion) in any_instant(), look in any_look()) {
        let mut frame = Frame::default();
        Picture { look, ..Picture::new(exercise, Side::Right) }.draw(motion, &mut frame);
        for part in frame.parts() {
            let numbers = numbers(&part.path);
            prop_assert!(part.path.is_empty() || part.path.starts_with('M'), "{part:?}");
            prop_assert!(numbers.iter().all(|n| n.abs() < 600.0), "{part:?}");
        }
    }

    #[test]
    fn the_person_stays_in_the_picture((exercise, motion) in any_instant(), look in any_look()) {
        let mut frame = Frame::default();
        Picture { look, ..Picture::new(exercise, Side::Right) }.draw(motion, &mut frame);
        let view_box = numbers(&frame.view_box());
        for part in frame.parts().iter().filter(|part| part.paint.class().starts_with("fig-")) {
            for [x, y] in points(&part.path) {
                let (x, y) = (x - view_box[0], y - view_box[1]);
                prop_assert!((0.0..view_box[2]).contains(&x), "{exercise:?} {motion:?} {part:?}");
                prop_assert!((0.0..view_box[3]).contains(&y), "{exercise:?} {motion:?} {part:?}");
            }
        }
    }
}

fn any_look() -> impl Strategy<Value = Look> {
    prop::sample::select(Build::ALL.to_vec()).prop_map(|build| Look {
        build,
        skin: Skin::Medium,
    })
}

#[test]
fn quad_sway_keeps_the_knee_still_and_below_the_hip() {
    let rest = right(Exercise::QuadSway, Motion::Rep(0.0));
    assert!(
        (-4.0..=0.0).contains(&(rest.knee.y - rest.hip.y)),
        "fact 17"
    );
    let mut reach = [0.0_f32; 2];
    for share in shares() {
        let now = right(Exercise::QuadSway, Motion::Rep(share));
        assert!((now.knee - rest.knee).length() < 1e-3, "fact 18");
        reach = [
            reach[0].min(now.ankle.z - rest.knee.z),
            reach[1].max(now.ankle.z - rest.knee.z),
        ];
    }
    assert!(
        reach[0] < -12.0 && reach[1] > 12.0,
        "from side to side: {reach:?}"
    );
}

#[test]
fn quad_sway_keeps_the_foot_clear_of_the_chair_on_the_screen() {
    for build in Build::ALL {
        for share in shares() {
            let mut frame = Frame::default();
            let picture = Picture::new(Exercise::QuadSway, Side::Right);
            let picture = Picture {
                look: Look {
                    build,
                    skin: Skin::Dark,
                },
                ..picture
            };
            picture.draw(Motion::Rep(share), &mut frame);
            let edge = |paints: &[Paint], start: f32, pick: fn(f32, f32) -> f32| {
                let parts = frame
                    .parts()
                    .iter()
                    .filter(|part| paints.contains(&part.paint));
                parts
                    .flat_map(|part| points(&part.path))
                    .map(|[x, _]| x)
                    .fold(start, pick)
            };
            let chair = edge(&[Paint::PropFront, Paint::PropSide], f32::MAX, f32::min);
            let leg = edge(&[Paint::ShoeNear, Paint::LegWork], f32::MIN, f32::max);
            assert!(chair - leg > 4.0, "chair {chair}, leg {leg}");
        }
    }
}

#[test]
fn quad_pull_has_the_heel_in_the_hand_and_the_other_hand_on_the_chair() {
    for share in shares() {
        let motion = Motion::Breath {
            phase: share,
            inhale_share: 0.444,
        };
        let [right, left] = joints(Exercise::QuadPull, motion).halves;
        let palm = right.wrist.toward(right.hand, 0.5);
        assert!((palm - right.heel).length() < 9.0, "fact 24");
        let palm = left.wrist.toward(left.hand, 0.5);
        assert!((palm.y - 3.0 - 92.0).abs() < 3.0, "fact 23");
    }
}

#[test]
fn knee_bounces_are_one_inch_with_hands_below_shoulders_and_knees_below_hips() {
    let mut heights = [f32::MAX, f32::MIN];
    for share in shares() {
        let now = right(Exercise::KneeBounces, Motion::Rep(share));
        heights = [heights[0].min(now.knee.y), heights[1].max(now.knee.y)];
        assert!(
            (now.knee.x - now.hip.x).abs() < 1.0 && (now.wrist.x - now.shoulder.x).abs() < 3.0,
            "fact 31"
        );
        let bend = 180.0 - angle(now.shoulder, now.elbow, now.wrist);
        assert!((8.0..40.0).contains(&bend), "fact 32: {bend}");
    }
    assert!((heights[0] - 6.5).abs() < 0.05, "a light touch");
    assert!(
        (heights[1] - heights[0] - INCH).abs() < 0.05,
        "facts 34 and 35: {heights:?}"
    );
}

#[test]
fn imaginary_chair_has_right_angles_and_knees_over_heels_also_while_it_wiggles() {
    let sit = joints(Exercise::ImaginaryChair, Motion::Hold(None));
    let middle = sit.halves[0].knee.toward(sit.halves[1].knee, 0.5);
    assert!(
        (angle(sit.waist, sit.pelvis, middle) - 90.0).abs() < 3.0,
        "fact 41"
    );
    let mut sideways = [0.0_f32; 2];
    for share in shares() {
        let now = joints(Exercise::ImaginaryChair, Motion::Hold(Some(share)));
        for (half, rest) in now.halves.iter().zip(&sit.halves) {
            assert!(
                (angle(half.hip, half.knee, half.ankle) - 90.0).abs() < 3.0,
                "fact 41"
            );
            assert!(
                (half.knee.x - half.heel.x).abs() < 5.0 && half.knee.x < half.ankle.x + 1.0,
                "fact 41"
            );
            assert!((half.ankle - rest.ankle).length() < 1e-3);
        }
        let off = now.halves[0].knee.z - sit.halves[0].knee.z;
        sideways = [sideways[0].min(off), sideways[1].max(off)];
    }
    assert!(
        (sideways[0] + INCH).abs() < 0.3 && (sideways[1] - INCH).abs() < 0.3,
        "fact 44: {sideways:?}"
    );
}

#[test]
fn bun_lift_tops_one_inch_below_the_highest_and_hangs_on_neck_and_feet() {
    let height = |key| joints(Exercise::BunLift, Motion::Still(key)).pelvis.y;
    assert!(
        (height(Key::Highest) - height(Key::Top) - INCH).abs() < 0.05,
        "fact 51"
    );
    let rest = joints(Exercise::BunLift, Motion::Rep(0.0));
    for share in shares() {
        let now = joints(Exercise::BunLift, Motion::Rep(share));
        assert!((now.neck - rest.neck).length() < 1e-3);
        assert!((now.halves[0].ankle - rest.halves[0].ankle).length() < 1e-3);
        assert!(
            now.halves[0].hand.z < -5.0 && now.halves[1].hand.z > 5.0,
            "fact 49"
        );
        assert!(now.pelvis.y < height(Key::Highest) - INCH + 0.05, "fact 51");
    }
}

#[test]
fn hamstring_reach_keeps_the_knees_slightly_soft() {
    for share in shares() {
        let motion = Motion::Breath {
            phase: share,
            inhale_share: 0.4,
        };
        let now = right(Exercise::HamstringReach, motion);
        let bend = 180.0 - angle(now.hip, now.knee, now.ankle);
        assert!((8.0..25.0).contains(&bend), "fact 57: {bend}");
    }
}

#[test]
fn the_figure_is_where_it_should_be_on_the_beat() {
    let same = |exercise, motion, key| {
        let ours = all_joints(&joints(exercise, motion));
        let theirs = all_joints(&joints(exercise, Motion::Still(key)));
        ours.iter()
            .zip(&theirs)
            .all(|(a, b)| (*a - *b).length() < 1e-3)
    };
    for (exercise, key) in [
        (Exercise::QuadSway, Key::Lift),
        (Exercise::KneeBounces, Key::High),
        (Exercise::BunLift, Key::Top),
    ] {
        let beat = beat_at(exercise);
        assert!(same(exercise, Motion::Rep(beat), key), "{exercise:?}");
        assert_eq!(
            still(exercise, Motion::Rep(beat + 0.01)),
            key,
            "it swaps on the beat"
        );
        assert_ne!(
            still(exercise, Motion::Rep((beat + 0.99).fract())),
            key,
            "it swaps on the beat"
        );
    }
    for share in [0.3, 0.444, 0.6] {
        let breath = |phase| Motion::Breath {
            phase,
            inhale_share: share,
        };
        assert!(same(Exercise::QuadPull, breath(share), Key::Hold));
        assert!(same(Exercise::QuadPull, breath(1.0), Key::Pull));
        assert!(same(Exercise::HamstringReach, breath(share), Key::Reach));
    }
}

#[test]
fn a_lead_in_ends_in_the_start_pose_of_the_movement() {
    for exercise in EXERCISES {
        let start = match exercise {
            Exercise::QuadPull | Exercise::HamstringReach => Motion::Breath {
                phase: 0.0,
                inhale_share: 0.4,
            },
            Exercise::ImaginaryChair => Motion::Hold(None),
            _ => Motion::Rep(0.0),
        };
        let end = all_joints(&joints(exercise, Motion::LeadIn(1.0)));
        let start = all_joints(&joints(exercise, start));
        assert!(
            end.iter()
                .zip(&start)
                .all(|(a, b)| (*a - *b).length() < 1e-3),
            "{exercise:?}"
        );
    }
}

#[test]
fn the_left_side_is_a_mirror_image_but_for_the_letter() {
    for exercise in [Exercise::QuadSway, Exercise::QuadPull] {
        for key in key_poses(exercise) {
            let [right, left] = [Side::Right, Side::Left].map(|side| {
                let mut frame = Frame::default();
                Picture::new(exercise, side).draw(Motion::Still(key), &mut frame);
                frame
            });
            let [rx, lx] = [&right, &left].map(|frame| numbers(&frame.view_box())[0]);
            assert!((lx + rx + numbers(&right.view_box())[2]).abs() < 0.1);
            assert_eq!(right.parts().len(), left.parts().len());
            for (right, left) in right.parts().iter().zip(left.parts()) {
                assert_eq!(right.paint, left.paint);
                if right.paint == Paint::BadgeLetter {
                    assert_ne!(
                        right.path.matches('L').count(),
                        left.path.matches('L').count()
                    );
                    continue;
                }
                let [right, left] = [right, left].map(|part| extent(&part.path));
                assert!((right[0] + left[1]).abs() < 0.2 && (right[1] + left[0]).abs() < 0.2);
            }
        }
    }
}

#[test]
fn a_frame_is_used_again_without_growing() {
    let mut frame = Frame::default();
    let picture = Picture::new(Exercise::QuadSway, Side::Right);
    let sizes = |frame: &Frame| {
        frame
            .parts()
            .iter()
            .map(|part| part.path.capacity())
            .sum::<usize>()
    };
    for share in shares() {
        picture.draw(Motion::Rep(share), &mut frame);
    }
    let before = sizes(&frame);
    for _ in 0..50 {
        for share in shares() {
            picture.draw(Motion::Rep(share), &mut frame);
        }
    }
    assert_eq!(sizes(&frame), before);
    let mut fresh = Frame::default();
    picture.draw(Motion::Rep(0.5), &mut frame);
    picture.draw(Motion::Rep(0.5), &mut fresh);
    for (used, fresh) in frame.parts().iter().zip(fresh.parts()) {
        assert_eq!((used.paint, &used.path), (fresh.paint, &fresh.path));
    }
}

#[test]
fn every_colour_of_the_figure_has_three_to_one() {
    let css = include_str!("../assets/css/figure.css");
    let blocks: Vec<&str> = css.split("--fig-top:").skip(1).collect();
    assert_eq!(blocks.len(), 3, "light, dark by the system, dark by choice");
    assert_eq!(
        colours(blocks[1]),
        colours(blocks[2]),
        "both dark themes are the same"
    );
    for (block, page) in [(blocks[0], "ffffff"), (blocks[1], "0e1a21")] {
        let colours = colours(block);
        let of = |name: &str| &colours.iter().find(|(known, _)| known == name).unwrap().1;
        for paper in [page, of("paper")] {
            for name in [
                "top",
                "sleeve-near",
                "sleeve-far",
                "leg-near",
                "leg-far",
                "leg-work",
                "shoe-near",
                "shoe-far",
                "hair",
                "arrow",
                "ink",
                "prop-front",
                "prop-side",
                "medium-near",
                "medium-far",
                "dark-near",
                "dark-far",
            ] {
                let ratio = contrast(of(name), paper);
                assert!(ratio >= 3.0, "{name} on {paper}: {ratio:.2}");
            }
            let light = contrast(of("light-near"), paper).max(contrast(of("light-line"), paper));
            assert!(
                light >= 3.0,
                "light skin or its line on {paper}: {light:.2}"
            );
        }
        assert!(
            contrast(of("leg-work"), of("leg-far")) > 1.5,
            "the working leg stands out"
        );
        assert!(
            contrast(of("eye"), of("dark-near")) > 1.5,
            "eyes can be seen"
        );
    }
}

/// Names and values of one block of custom properties, which starts after `--fig-top:`.
fn colours(block: &str) -> Vec<(String, String)> {
    let block = format!("--fig-top:{}", block.split('}').next().unwrap());
    let lines = block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--fig-")?.split_once(':'));
    lines
        .map(|(name, value)| (name.into(), value.trim_matches([' ', ';', '#']).into()))
        .collect()
}

fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |hex: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// 41 phases from 0 to 1.
fn shares() -> impl Iterator<Item = f32> {
    (0..=40_u8).map(|step| f32::from(step) / 40.0)
}

fn right(exercise: Exercise, motion: Motion) -> Half {
    joints(exercise, motion).halves[0]
}

/// The angle at `corner` in degrees.
fn angle(from: Vec3, corner: Vec3, to: Vec3) -> f32 {
    let (one, other) = (from - corner, to - corner);
    (one.dot(other) / one.length() / other.length())
        .clamp(-1.0, 1.0)
        .acos()
        .to_degrees()
}

/// The numbers of a path or of a list.
fn numbers(text: &str) -> Vec<f32> {
    let spaced: String = text.chars().fold(String::new(), |mut text, c| {
        if c == '-' || c.is_alphabetic() {
            text.push(' ');
        }
        text.push(if c.is_alphabetic() { ' ' } else { c });
        text
    });
    spaced
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

/// The end points of a path's commands.
fn points(path: &str) -> Vec<[f32; 2]> {
    let mut points = Vec::new();
    for command in path
        .split_inclusive(|c: char| c.is_alphabetic())
        .collect::<Vec<_>>()
        .windows(2)
    {
        let values = numbers(command[1]);
        match command[0].chars().last() {
            Some('M' | 'L') => points.push([values[0], values[1]]),
            Some('A') => points.push([values[5], values[6]]),
            _ => {}
        }
    }
    points
}

/// The lowest and the highest x of a path's points.
fn extent(path: &str) -> [f32; 2] {
    points(path)
        .iter()
        .fold([f32::MAX, f32::MIN], |[low, high], [x, _]| {
            [low.min(*x), high.max(*x)]
        })
}
