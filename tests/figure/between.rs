//! What the source asks for holds at every instant of an exercise, not only in its key poses.

use proptest::prelude::*;
use spry_knees::domain::figure::{Joints, Key, Motion, joints};
use spry_knees::domain::routine::Exercise;

use super::{INCH, all_joints, angle};

/// One instant of an exercise: of the way into it, or of the movement itself.
fn instant(exercise: Exercise) -> impl Strategy<Value = Joints> {
    (any::<bool>(), movement(exercise), 0.0..=1.0_f32).prop_map(move |(setup, motion, t)| {
        let motion = if setup { Motion::LeadIn(t) } else { motion };
        joints(exercise, motion)
    })
}

fn movement(exercise: Exercise) -> impl Strategy<Value = Motion> {
    (0.0..=1.0_f32, 0.2..0.8_f32).prop_map(move |(phase, inhale_share)| match exercise {
        Exercise::QuadPull | Exercise::HamstringReach => Motion::Breath {
            phase,
            inhale_share,
        },
        Exercise::ImaginaryChair => Motion::Hold(Some(phase)),
        _ => Motion::Rep(phase),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Fact 17.
    #[test]
    fn quad_sways_knee_is_never_above_the_hip(now in instant(Exercise::QuadSway)) {
        prop_assert!(now.halves[0].knee.y <= now.halves[0].hip.y);
    }

    /// Facts 18 and 13: the knee stays, and the palms stay together.
    #[test]
    fn quad_sways_knee_stays_while_the_shin_swings(motion in movement(Exercise::QuadSway)) {
        let rest = joints(Exercise::QuadSway, Motion::Rep(0.0));
        let now = joints(Exercise::QuadSway, motion);
        prop_assert!((now.halves[0].knee - rest.halves[0].knee).length() < 1e-3);
        prop_assert!((now.halves[0].wrist - now.halves[1].wrist).length() < 6.0);
    }

    /// Facts 23 and 24, however long the breath in is.
    #[test]
    fn quad_pull_has_the_heel_in_the_hand(motion in movement(Exercise::QuadPull)) {
        let [right, _] = joints(Exercise::QuadPull, motion).halves;
        prop_assert!((right.wrist.toward(right.hand, 0.5) - right.heel).length() < 9.0);
    }

    #[test]
    fn quad_pulls_left_hand_never_leaves_the_chair(now in instant(Exercise::QuadPull)) {
        let left = now.halves[1];
        prop_assert!((left.wrist.toward(left.hand, 0.5).y - 3.0 - 92.0).abs() < 3.0);
    }

    /// Facts 31, 34 and 35.
    #[test]
    fn knee_bounces_stay_within_one_inch(now in instant(Exercise::KneeBounces)) {
        for half in &now.halves {
            prop_assert!((6.45..6.55 + INCH).contains(&half.knee.y), "{:?}", half.knee);
            prop_assert!((half.knee.x - half.hip.x).abs() < 1.0);
            prop_assert!((half.wrist.x - half.shoulder.x).abs() < 3.0);
        }
    }

    /// Fact 45, also on the way down.
    #[test]
    fn imaginary_chairs_back_stays_on_the_wall(now in instant(Exercise::ImaginaryChair)) {
        for joint in [now.waist, now.chest, now.neck] {
            prop_assert!((joint.x - now.pelvis.x).abs() < 1e-3, "{joint:?}");
        }
        prop_assert!(now.halves.iter().all(|half| half.knee.x <= half.toe.x));
    }

    /// Facts 41 and 44.
    #[test]
    fn imaginary_chair_keeps_its_right_angles(motion in movement(Exercise::ImaginaryChair)) {
        let now = joints(Exercise::ImaginaryChair, motion);
        for half in &now.halves {
            prop_assert!((angle(half.hip, half.knee, half.ankle) - 90.0).abs() < 3.0);
            prop_assert!((half.knee.x - half.heel.x).abs() < 5.0);
        }
        let rest = joints(Exercise::ImaginaryChair, Motion::Hold(None));
        for (half, rest) in now.halves.iter().zip(&rest.halves) {
            prop_assert!((half.knee.z - rest.knee.z).abs() < INCH + 0.3);
        }
    }

    /// Facts 48 to 51: neck and feet stay, hands are crossed, and no lift is higher than the top.
    #[test]
    fn bun_lift_rests_on_neck_and_feet(now in instant(Exercise::BunLift)) {
        let rest = joints(Exercise::BunLift, Motion::Rep(0.0));
        let highest = joints(Exercise::BunLift, Motion::Still(Key::Highest));
        prop_assert!((now.neck - rest.neck).length() < 1e-3);
        prop_assert!(now.pelvis.y <= highest.pelvis.y + 1e-3);
        for (half, rest) in now.halves.iter().zip(&rest.halves) {
            prop_assert!((half.ankle - rest.ankle).length() < 1e-3);
            prop_assert!((half.ball - rest.ball).length() < 1e-3);
        }
        prop_assert!(now.halves[0].hand.z < -5.0 && now.halves[1].hand.z > 5.0);
    }

    /// Facts 57 and 59.
    #[test]
    fn hamstring_reach_keeps_soft_knees_and_feet_back(now in instant(Exercise::HamstringReach)) {
        for half in &now.halves {
            let bend = 180.0 - angle(half.hip, half.knee, half.ankle);
            prop_assert!((8.0..25.0).contains(&bend), "{bend}");
            prop_assert!(half.ball.x < half.ankle.x + 6.0, "{:?}", half.ball);
        }
    }

    /// Nothing jumps: between two instants close together no joint moves far, and a movement ends
    /// where it begins.
    #[test]
    fn movements_are_smooth_and_closed(index in 0..6_usize, phase in 0.0..0.998_f32) {
        let exercise = super::EXERCISES[index];
        let at = |phase: f32| all_joints(&joints(exercise, match exercise {
            Exercise::QuadPull | Exercise::HamstringReach => Motion::Breath { phase, inhale_share: 0.4 },
            Exercise::ImaginaryChair => Motion::Hold(Some(phase)),
            _ => Motion::Rep(phase),
        }));
        let furthest = |from: &[_], to: &[_]| from.iter().zip(to)
            .map(|(from, to): (&spry_knees::domain::figure::Vec3, _)| (*from - *to).length())
            .fold(0.0, f32::max);
        let step = furthest(&at(phase), &at(phase + 0.002));
        prop_assert!(step < 0.5, "{exercise:?} {phase}: {step} cm");
        prop_assert!(furthest(&at(0.0), &at(1.0)) < 1e-3);
        let setup = |t| all_joints(&joints(exercise, Motion::LeadIn(t)));
        let step = furthest(&setup(phase), &setup(phase + 0.002));
        prop_assert!(step < 2.5, "{exercise:?} lead-in {phase}: {step} cm");
    }
}
