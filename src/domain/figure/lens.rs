//! A magnifying glass on knee or hips, because an inch is too small to be seen across a room. It shows
//! the true movement larger, against lines that stay where they are.

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
/// The hips from the side.
const HIPS: f32 = 10.0;
/// Where the mat is below the middle of the glass, as a share of its radius.
const MAT: f32 = 0.62;
/// Where the highest hips are above it.
const HIGHEST: f32 = 0.5;
/// An inch in words, in strokes from the left end of their base line, so that no font is needed.
pub(super) const fn name(centimeters: bool) -> &'static str {
    if centimeters {
        "m0-6.4a2.6 2.6 0 0 1 5.2 0l-5.2 6.4h5.2m3 0v.1m8-9.1h-4.6l-.4 4a2.9 2.9 0 1 1-.3 4.4\
         m15.1-.6a3.2 3.2 0 1 1 0-3.8m3 5v-6m0 1.5a2.2 2.2 0 0 1 4.4 0v4.5m0-4.5a2.2 2.2 0 0 1 4.4 0v4.5"
    } else {
        "m0-7l2.4-2v9m6 0v-6m0-2.6v.1m3.5 8.5v-6m0 1.5a2.4 2.4 0 0 1 4.8 0v4.5\
         m8.5-1.2a3.2 3.2 0 1 1 0-3.8m2.8 5v-9m0 4.5a2.4 2.4 0 0 1 4.8 0v4.5"
    }
}

/// Adds the glass, what is in it, and a line from the knee to its rim.
pub(super) fn draw(
    frame: &mut Frame,
    camera: &Camera,
    scene: &Scene,
    (lens, inch): (&Lens, &'static str),
    joints: &Joints,
) {
    let middle = [lens.middle[0] * camera.mirror(), lens.middle[1]];
    let seen = |joints: &Joints| match lens.sight {
        Sight::Hips => joints.pelvis,
        Sight::Side | Sight::Front => joints.halves[0].knee,
    };
    let glass = Glass {
        middle,
        radius: lens.radius,
        zoom: lens.zoom,
        inch,
    };
    glass.leader(frame, camera.point(seen(joints)));
    glass.disc(frame.part(Paint::Lens));
    let yaw = match lens.sight {
        Sight::Side | Sight::Hips => 0.0,
        Sight::Front => 90.0,
    };
    let inner = Camera::new([yaw, 0.0], camera.mirror() < 0.0);
    let rest = seen(&solved(scene, scene.pose(lens.rest)));
    let moved = inner.point((seen(joints) - rest) * lens.zoom);
    match lens.sight {
        Sight::Side => glass.knee_on_the_mat(frame, moved),
        Sight::Hips => glass.hips(frame, moved),
        Sight::Front => glass.kneecap(frame, moved),
    }
    glass.disc(frame.part(Paint::LensRing));
}

struct Glass {
    middle: [f32; 2],
    radius: f32,
    zoom: f32,
    /// The name of an inch.
    inch: &'static str,
}

impl Glass {
    /// The mat, the knee above it, and a line one inch above the mat.
    fn knee_on_the_mat(&self, frame: &mut Frame, [dx, dy]: [f32; 2]) {
        let mat = self.radius * MAT;
        let edge = (self.radius * self.radius - mat * mat).sqrt();
        let floor = frame.part(Paint::Mat);
        outline::command(floor, 'M', &self.spot([edge, mat]));
        outline::arc(floor, self.radius, false, self.spot([-edge, mat]));
        floor.push('Z');

        let size = KNEE * self.zoom;
        self.ball(frame, [dx, mat - size + dy], size);
        self.inch_line(frame, mat - INCH * self.zoom);
    }

    /// The hips, and a dashed line where they are at their highest.
    fn hips(&self, frame: &mut Frame, [dx, dy]: [f32; 2]) {
        let highest = -self.radius * HIGHEST;
        let size = HIPS * self.zoom;
        self.ball(frame, [dx, highest + size + dy], size);
        self.inch_line(frame, highest);
    }

    /// A dashed line on top of everything, one inch from where the movement turns, and its name.
    fn inch_line(&self, frame: &mut Frame, y: f32) {
        let half = (self.radius * self.radius - y * y).sqrt() - 2.0;
        let line = [self.spot([-half, y]), self.spot([half, y])];
        outline::polyline(frame.part(Paint::Case), &line);
        outline::polyline(frame.part(Paint::Guide), &line);
        let name = frame.part(Paint::LensRing);
        outline::command(name, 'M', &self.spot([self.radius + 4.0, y + 4.0]));
        name.push_str(self.inch);
    }

    /// What is seen in the glass of a ball that is larger than it: only where its outline crosses the
    /// rim matters.
    fn ball(&self, frame: &mut Frame, middle: [f32; 2], size: f32) {
        let [x, y] = middle;
        if (x * x + y * y).sqrt() >= self.radius + size {
            return;
        }
        let [first, last] = self.crossings(middle, size);
        let ball = frame.part(Paint::LegNear);
        outline::command(ball, 'M', &self.spot(first));
        outline::arc(ball, size, false, self.spot(last));
        let most = (first[1] + last[1] > 0.0) == (y < 0.0);
        outline::arc(ball, self.radius, most, self.spot(first));
        ball.push('Z');
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

    /// Where a circle crosses the rim: where its outline within the glass begins, clockwise, and ends.
    fn crossings(&self, [x, y]: [f32; 2], size: f32) -> [[f32; 2]; 2] {
        let square = x * x + y * y;
        let along = (self.radius * self.radius - size * size + square) / (2.0 * square);
        let aside = (self.radius * self.radius / square - along * along)
            .max(0.0)
            .sqrt();
        let at = |aside: f32| [x * along - y * aside, y * along + x * aside];
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
