//! The joints are those of the reference renderers, also where a movement begins and beats.

use spry_knees::domain::figure::{Key, Motion, beat_at, joints, key_poses, still};
use spry_knees::domain::routine::Exercise;

use super::{EXERCISES, all_joints};

#[test]
fn joints_match_the_reference_renderers() {
    let reference = include_str!("../data/joints.txt");
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
