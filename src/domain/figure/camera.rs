//! The camera: orthographic, so that lengths on the screen can be trusted.

use super::outline::Circle;
use super::vector::{Vec3, sin_cos};

/// Looks at the person from a fixed side. Yaw 0 is the person's right, 90 the front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Camera {
    yaw: [f32; 2],
    pitch: [f32; 2],
    mirror: f32,
}

impl Camera {
    /// A camera at `yaw` degrees that looks down by `pitch` degrees. `mirrored` negates the
    /// screen's x and nothing else: that turns a right leg into a left one.
    pub(super) fn new([yaw, pitch]: [f32; 2], mirrored: bool) -> Self {
        let pair = |degrees: f32| {
            let (sin, cos) = sin_cos(degrees);
            [sin, cos]
        };
        Self {
            yaw: pair(yaw),
            pitch: pair(pitch),
            mirror: if mirrored { -1.0 } else { 1.0 },
        }
    }

    /// Where `point` is on the screen, y down.
    pub(super) fn point(&self, point: Vec3) -> [f32; 2] {
        let across = point.x * self.yaw[1] - point.z * self.yaw[0];
        let near = point.x * self.yaw[0] + point.z * self.yaw[1];
        [
            self.mirror * across,
            near * self.pitch[0] - point.y * self.pitch[1],
        ]
    }

    /// How near the viewer `point` is, in centimetres.
    pub(super) fn depth(&self, point: Vec3) -> f32 {
        (point.x * self.yaw[0] + point.z * self.yaw[1]) * self.pitch[1] + point.y * self.pitch[0]
    }

    /// A ball of radius `r` is a circle from every side.
    pub(super) fn circle(&self, point: Vec3, r: f32) -> Circle {
        let [x, y] = self.point(point);
        Circle { x, y, r }
    }

    /// 1, or -1 for the mirrored picture.
    pub(super) fn mirror(&self) -> f32 {
        self.mirror
    }

    /// Half the width and height on the screen of an ellipse that lies on the floor.
    pub(super) fn floor_ellipse(&self, half_x: f32, half_z: f32) -> [f32; 2] {
        let length = |a: f32, b: f32| (a * a + b * b).sqrt();
        [
            length(half_x * self.yaw[1], half_z * self.yaw[0]),
            length(half_x * self.yaw[0], half_z * self.yaw[1]) * self.pitch[0],
        ]
    }

    /// The shares of a ground circle's width that its height keeps.
    pub(super) fn tilt(&self) -> f32 {
        self.pitch[0]
    }
}
