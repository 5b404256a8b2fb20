//! What is drawn: clear of the chair, mirrored, without new memory.

use spry_knees::domain::figure::{Build, Frame, Motion, Paint, Picture, key_poses};
use spry_knees::domain::routine::{Exercise, Side};

use super::{extent, numbers, points, shares};

/// What is drawn elsewhere where the chair stays on the same side.
const ROOM: [Paint; 3] = [Paint::Floor, Paint::PropSide, Paint::PropFront];

#[test]
fn quad_sway_keeps_the_foot_clear_of_the_chair_on_the_screen() {
    for build in Build::ALL {
        for share in shares() {
            for side in [Side::Right, Side::Left] {
                let mut frame = Frame::default();
                let picture = Picture::new(Exercise::QuadSway, side);
                let picture = Picture { build, ..picture };
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
                // The person looks at us, and the chair is on their left for either leg.
                assert!(chair - leg > 4.0, "chair {chair}, leg {leg}");
            }
        }
    }
}

#[test]
fn the_left_side_is_a_mirror_image_but_for_the_letter_and_quad_sways_chair() {
    for exercise in [Exercise::QuadSway, Exercise::QuadPull] {
        for key in key_poses(exercise) {
            let [right, left] = [Side::Right, Side::Left].map(|side| {
                let mut frame = Frame::default();
                Picture::new(exercise, side).draw(Motion::Still(key), &mut frame);
                frame
            });
            let chair_stays = exercise == Exercise::QuadSway;
            let [rx, lx] = [&right, &left].map(|frame| numbers(&frame.view_box())[0]);
            assert!(chair_stays || (lx + rx + numbers(&right.view_box())[2]).abs() < 0.1);
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
                if chair_stays && ROOM.contains(&right.paint) {
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
