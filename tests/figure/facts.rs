//! Each exercise moves as the source says.

use spry_knees::domain::figure::{Key, Motion, joints};
use spry_knees::domain::routine::Exercise;

use super::{INCH, angle, right, shares};

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
