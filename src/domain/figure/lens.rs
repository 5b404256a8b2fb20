//! A magnifying glass on the right knee, because an inch is too small to be seen across a room. It
//! shows the true movement larger, against lines that stay where they are.

use super::camera::Camera;
use super::frame::{Frame, Paint};
use super::outline;
use super::scene::{Lens, Scene, Sight};
use super::skeleton::Joints;
use super::solved;

/// One inch in centimetres.
const INCH: f32 = 2.54;
/// The knee from the side: its radius where it rests on the mat.
const KNEE: f32 = 6.5;
/// The knee from the front, which is narrower.
const KNEECAP: f32 = 5.6;
/// Where the mat is below the middle of the glass, as a share of its radius.
const MAT: f32 = 0.62;

/// Adds the glass, what is in it, and a line from the knee to its rim.
pub(super) fn draw(
    frame: &mut Frame,
    camera: &Camera,
    scene: &Scene,
    lens: &Lens,
    joints: &Joints,
) {
    let middle = [lens.middle[0] * camera.mirror(), lens.middle[1]];
    let knee = joints.halves[0].knee;
    let glass = Glass {
        middle,
        radius: lens.radius,
        zoom: lens.zoom,
    };
    glass.leader(frame, camera.point(knee));
    glass.disc(frame.part(Paint::Lens));
    let yaw = match lens.sight {
        Sight::Side => 0.0,
        Sight::Front => 90.0,
    };
    let inner = Camera::new([yaw, 0.0], camera.mirror() < 0.0);
    let rest = solved(scene, scene.pose(lens.rest)).halves[0].knee;
    let moved = inner.point((knee - rest) * lens.zoom);
    match lens.sight {
        Sight::Side => glass.knee_on_the_mat(frame, moved),
        Sight::Front => glass.kneecap(frame, moved),
    }
    glass.disc(frame.part(Paint::LensRing));
}

struct Glass {
    middle: [f32; 2],
    radius: f32,
    zoom: f32,
}

impl Glass {
    /// The mat, the knee above it, and a dashed line one inch above the mat.
    fn knee_on_the_mat(&self, frame: &mut Frame, [dx, dy]: [f32; 2]) {
        let mat = self.radius * MAT;
        let edge = (self.radius * self.radius - mat * mat).sqrt();
        let floor = frame.part(Paint::Mat);
        outline::command(floor, 'M', &self.spot([edge, mat]));
        outline::arc(floor, self.radius, false, self.spot([-edge, mat]));
        floor.push('Z');

        // Behind the knee, which covers it where it touches the mat and stands on it at the top.
        let inch = mat - INCH * self.zoom;
        let half = (self.radius * self.radius - inch * inch).sqrt() - 2.0;
        let line = [self.spot([-half, inch]), self.spot([half, inch])];
        outline::polyline(frame.part(Paint::Guide), &line);

        // The knee is larger than the glass: only where its outline crosses the rim matters.
        let size = KNEE * self.zoom;
        let [right, left] = self.crossings([dx, mat - size + dy], size);
        let knee = frame.part(Paint::LegNear);
        outline::command(knee, 'M', &self.spot(right));
        outline::arc(knee, size, false, self.spot(left));
        let over = left[1] + right[1] > 0.0;
        outline::arc(knee, self.radius, over, self.spot(right));
        knee.push('Z');
    }

    /// Knee and shin from the front, and a plumb line where the knee is at rest.
    fn kneecap(&self, frame: &mut Frame, [dx, dy]: [f32; 2]) {
        let size = KNEECAP * self.zoom;
        let y = dy - self.radius * 0.2;
        let rim = |x: f32| self.spot([x, (self.radius * self.radius - x * x).max(0.0).sqrt()]);
        let leg = frame.part(Paint::LegNear);
        outline::command(leg, 'M', &self.spot([dx - size, y]));
        outline::arc(leg, size, false, self.spot([dx + size, y]));
        outline::command(leg, 'L', &rim(dx + size));
        outline::arc(leg, self.radius, false, rim(dx - size));
        leg.push('Z');

        let half = self.radius - 2.0;
        let line = [self.spot([0.0, -half]), self.spot([0.0, half])];
        outline::polyline(frame.part(Paint::Case), &line);
        outline::polyline(frame.part(Paint::Guide), &line);
    }

    /// Where a circle that is seen from the middle of the glass crosses its rim: right, then left.
    fn crossings(&self, [x, y]: [f32; 2], size: f32) -> [[f32; 2]; 2] {
        let square = x * x + y * y;
        let along = (self.radius * self.radius - size * size + square) / (2.0 * square);
        let aside = (self.radius * self.radius / square - along * along)
            .max(0.0)
            .sqrt();
        let at = |aside: f32| [x * along - y * aside, y * along + x * aside];
        // Above the middle (y < 0) a positive share aside is to the right.
        [at(aside), at(-aside)]
    }

    /// A line from the knee to the rim.
    fn leader(&self, frame: &mut Frame, from: [f32; 2]) {
        let [x, y] = self.middle;
        let (dx, dy) = (x - from[0], y - from[1]);
        let length = (dx * dx + dy * dy).sqrt();
        let share = (length - self.radius) / length;
        let rim = [from[0] + dx * share, from[1] + dy * share];
        outline::polyline(frame.part(Paint::LensRing), &[from, rim]);
    }

    fn disc(&self, path: &mut String) {
        outline::ellipse(
            path,
            self.middle[0],
            self.middle[1],
            self.radius,
            self.radius,
        );
    }

    /// A point in the glass on the screen.
    fn spot(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.middle[0] + x, self.middle[1] + y]
    }
}
