//! What holds at every instant that the player can show.

use proptest::prelude::*;
use spry_knees::domain::figure::{
    BALL_RADIUS, Build, Frame, HEEL_RADIUS, Motion, Picture, bones, joints,
};
use spry_knees::domain::routine::{Exercise, Side};

use super::{EXERCISES, angle, numbers, points};

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
    fn every_outline_is_well_formed((exercise, motion) in any_instant(), build in any_build()) {
        let mut frame = Frame::default();
        Picture { build, ..Picture::new(exercise, Side::Right) }.draw(motion, &mut frame);
        for part in frame.parts() {
            let numbers = numbers(&part.path);
            prop_assert!(part.path.is_empty() || part.path.starts_with('M'), "{part:?}");
            prop_assert!(numbers.iter().all(|n| n.abs() < 600.0), "{part:?}");
        }
    }

    #[test]
    fn the_person_stays_in_the_picture((exercise, motion) in any_instant(), build in any_build()) {
        let mut frame = Frame::default();
        Picture { build, ..Picture::new(exercise, Side::Right) }.draw(motion, &mut frame);
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

fn any_build() -> impl Strategy<Value = Build> {
    prop::sample::select(Build::ALL.to_vec())
}
