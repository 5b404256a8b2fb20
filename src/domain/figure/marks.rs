//! What explains a pose: shadows on the floor, arrows, dashed guides, and the R or L badge.

use super::camera::Camera;
use super::frame::{Frame, Paint};
use super::outline;
use super::scene::{Joint, Mark, Scene};
use super::skeleton::Joints;
use super::vector::{Vec3, at};
use super::{Key, solved};

/// How far the wings of an arrow's head reach back, in drawing units.
const HEAD: f32 = 5.5;
/// Points on an arrow's way.
const STEPS: usize = 12;

/// Adds soft shadows straight below low joints; they shrink as the joint leaves the floor.
pub(super) fn shadows(frame: &mut Frame, camera: &Camera, joints: &Joints) {
    let path = frame.part(Paint::Shadow);
    let tilt = camera.tilt();
    for half in &joints.halves {
        let low = [
            (half.heel, 6.0, 14.0),
            (half.ball, 6.5, 14.0),
            (half.hand, 6.0, 12.0),
            (half.knee, 8.0, 16.0),
            (half.wrist, 5.0, 12.0),
        ];
        for (joint, radius, reach) in low {
            if joint.y < reach {
                let rx = radius * (1.0 - 0.35 * ((joint.y - 6.0) / reach).max(0.0)) * 1.15;
                spot(path, camera, joint, rx, (rx * (0.16 + tilt)).max(1.6) * 0.8);
            }
        }
    }
    let pelvis = joints.pelvis;
    if pelvis.y < 40.0 {
        let share = 1.0 - 0.5 * ((pelvis.y - 12.0) / 40.0).max(0.0);
        spot(path, camera, pelvis, 17.0 * share, 4.4 * share);
    }
    if joints.head.y < 25.0 {
        spot(path, camera, joints.head, 12.0, 3.4);
    }
}

/// Adds the arrows and guides that belong to the key pose.
pub(super) fn marks(frame: &mut Frame, camera: &Camera, scene: &Scene, key: Key, joints: &Joints) {
    for (mark, on) in scene.marks {
        if !on.contains(&key) {
            continue;
        }
        match mark {
            Mark::Path { both_ends, .. } => {
                arrow(frame, &way(camera, scene, mark), *both_ends);
            }
            Mark::Straight {
                from,
                to,
                both_ends,
            } => {
                let ends = [camera.point(*from), camera.point(*to)];
                arrow(frame, &ends, *both_ends);
            }
            Mark::Guide { ends, arrow } => {
                let ends = ends.map(|(joint, offset)| camera.point(joint.of(joints) + offset));
                outline::polyline(frame.part(Paint::Case), &ends);
                outline::polyline(frame.part(Paint::Guide), &ends);
                if *arrow {
                    head(frame.part(Paint::ArrowHead), ends[0], ends[1]);
                }
            }
        }
    }
}

/// Adds the letter of the working side near it. The letter is an outline, so no font is needed,
/// and it is never mirrored.
pub(super) fn badge(
    frame: &mut Frame,
    camera: &Camera,
    (joint, offset): (Joint, [f32; 2]),
    left: bool,
    joints: &Joints,
) {
    let [x, y] = camera.point(joint.of(joints));
    let (x, y) = (x + offset[0] * camera.mirror(), y + offset[1]);
    outline::ellipse(frame.part(Paint::Badge), x, y, 8.5, 8.5);
    let path = frame.part(Paint::BadgeLetter);
    if left {
        outline::polyline(
            path,
            &[[x - 2.0, y - 4.2], [x - 2.0, y + 4.2], [x + 2.8, y + 4.2]],
        );
        return;
    }
    outline::polyline(
        path,
        &[[x - 2.5, y + 4.2], [x - 2.5, y - 4.2], [x + 0.3, y - 4.2]],
    );
    outline::arc(path, 2.4, false, [x + 0.3, y + 0.6]);
    outline::polyline(
        path,
        &[[x - 2.5, y + 0.6], [x + 0.3, y + 0.6], [x + 2.8, y + 4.2]],
    );
}

/// The way of a joint between two poses as the camera sees it.
fn way(camera: &Camera, scene: &Scene, mark: &Mark) -> [[f32; 2]; STEPS] {
    let mut points = [[0.0; 2]; STEPS];
    let Mark::Path {
        joint,
        from,
        to,
        offset,
        trim,
        stretch,
        ..
    } = mark
    else {
        return points;
    };
    let (from, to) = (scene.pose(*from), scene.pose(*to));
    let mut share = trim[0];
    let step = (trim[1] - trim[0]) / 11.0;
    for point in &mut points {
        *point = camera.point(joint.of(&solved(scene, &from.toward(to, share))));
        share += step;
    }
    let middle = [0, 1].map(|axis: usize| f32::midpoint(points[0][axis], points[STEPS - 1][axis]));
    let offset = [offset[0] * camera.mirror(), offset[1]];
    points.map(|point| {
        [0, 1]
            .map(|axis: usize| (point[axis] - middle[axis]) * stretch + middle[axis] + offset[axis])
    })
}

fn arrow(frame: &mut Frame, points: &[[f32; 2]], both_ends: bool) {
    outline::polyline(frame.part(Paint::Case), points);
    outline::polyline(frame.part(Paint::Arrow), points);
    let back = (points.len() / 5).max(1);
    let last = points.len() - 1;
    let heads = frame.part(Paint::ArrowHead);
    head(heads, points[last - back], points[last]);
    if both_ends {
        head(heads, points[back], points[0]);
    }
}

/// An arrow's head at `tip`, coming from `tail`.
fn head(path: &mut String, tail: [f32; 2], tip: [f32; 2]) {
    let (dx, dy) = (tip[0] - tail[0], tip[1] - tail[1]);
    let length = (dx * dx + dy * dy).sqrt().max(1e-3);
    let (ux, uy) = (dx / length * HEAD, dy / length * HEAD);
    // The wings are 0.55 radians off the shaft: cosine 0.853, sine 0.523.
    let wing = |side: f32| {
        [
            tip[0] - ux * 0.853 + uy * side * 0.523,
            tip[1] - uy * 0.853 - ux * side * 0.523,
        ]
    };
    let nose = [tip[0] + ux * 0.55, tip[1] + uy * 0.55];
    outline::polyline(path, &[nose, wing(1.0), wing(-1.0)]);
    path.push('Z');
}

fn spot(path: &mut String, camera: &Camera, joint: Vec3, rx: f32, ry: f32) {
    let [x, y] = camera.point(at(joint.x, 0.0, joint.z));
    outline::ellipse(path, x, y, rx, ry);
}
