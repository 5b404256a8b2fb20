//! Flesh, clothes and face round a solved skeleton, as outlines in painter's order.

use super::camera::Camera;
use super::frame::{Frame, Paint};
use super::girth::{Build, Girth};
use super::outline::{self, Circle};
use super::skeleton::{BALL_RADIUS, HEEL_RADIUS, Half, Joints, Pose};
use super::vector::{Vec3, at, direction};

/// What the body is drawn from.
pub(super) struct Body<'a> {
    pub(super) camera: Camera,
    pub(super) pose: &'a Pose,
    pub(super) joints: &'a Joints,
    pub(super) build: Build,
    /// Whether the right leg is set off as the one that works.
    pub(super) right_leg_works: bool,
    /// The way the right thumb points; the left one is its mirror image.
    pub(super) thumb: Vec3,
}

/// Paints of the right half, which is always nearer the camera, and of the left one.
const LEG: [Paint; 2] = [Paint::LegNear, Paint::LegFar];
const SKIN: [Paint; 2] = [Paint::SkinNear, Paint::SkinFar];
const SLEEVE: [Paint; 2] = [Paint::SleeveNear, Paint::SleeveFar];
const SHOE: [Paint; 2] = [Paint::ShoeNear, Paint::ShoeFar];

impl Body<'_> {
    /// Adds the whole person to the frame.
    pub(super) fn draw(&self, frame: &mut Frame) {
        let line = frame.mark();
        frame.part(Paint::Line);
        let mark = frame.mark();
        for index in 0..2 {
            self.leg(frame, index);
            self.arm(frame, index);
        }
        self.trunk(frame);
        self.head(frame);
        frame.sort_since(mark);
        frame.gather(line);
        self.smile(frame);
    }

    fn leg(&self, frame: &mut Frame, index: usize) {
        let half = &self.joints.halves[index];
        let girth = Girth::of(self.build);
        let trousers = if index == 0 && self.right_leg_works {
            Paint::LegWork
        } else {
            LEG[index]
        };
        let (hip, knee, ankle) = (half.hip, half.knee, half.ankle);
        let thigh = [
            (hip, girth.thigh[0]),
            (hip.toward(knee, 0.35), girth.thigh[1]),
            (hip.toward(knee, 0.7), girth.thigh[2]),
            (knee, girth.knee),
        ];
        // Thighs always go behind the shirt, and only the near one goes before the hips.
        let behind = if index == 0 { 0.4 } else { 1.2 };
        let depth = self
            .depth(&thigh)
            .min(self.camera.depth(self.joints.pelvis) - behind);
        self.chain(frame, trousers, depth, &thigh);
        let shin = [
            (knee, girth.knee),
            (knee.toward(ankle, 0.3), girth.calf[0]),
            (knee.toward(ankle, 0.62), girth.calf[1]),
            (knee.toward(ankle, 0.86), girth.calf[2]),
        ];
        let depth = self.depth(&shin);
        self.chain(
            frame,
            SKIN[index],
            depth - 0.03,
            &[(knee.toward(ankle, 0.8), 3.5), (ankle, 3.6)],
        );
        self.shoe(frame, half, SHOE[index], depth - 0.02);
        self.chain(frame, trousers, depth, &shin);
    }

    /// A shoe with a light sole, so that it is seen which way the foot is turned.
    fn shoe(&self, frame: &mut Frame, half: &Half, paint: Paint, depth: f32) {
        let c = |point, r| self.camera.circle(point, r);
        let path = frame.part_at(paint, depth);
        let ball = c(half.ball, BALL_RADIUS);
        let toe = c(half.toe, 2.6);
        outline::hull(path, &[c(half.ankle, 4.0), c(half.heel, HEEL_RADIUS), ball]);
        outline::hull(path, &[ball, toe]);
        // The way from the ankle to the sole, at right angles to the foot.
        let along = (half.ball - half.heel).unit();
        let down = (half.heel - half.ankle).across(along).unit();
        let heel = half.heel + down * (HEEL_RADIUS - 1.0) - along * 1.6;
        let ball = half.ball + down * (BALL_RADIUS - 1.0);
        let toes = (half.toe - half.ball).unit();
        let tip = half.toe + down.across(toes).unit() * 1.6 + toes * 0.8;
        outline::chain(
            frame.part_at(Paint::Sole, depth + 0.01),
            &[c(heel, 1.0), c(ball, 1.0), c(tip, 1.0)],
        );
    }

    fn arm(&self, frame: &mut Frame, index: usize) {
        let half = &self.joints.halves[index];
        let girth = Girth::of(self.build);
        let (shoulder, elbow, wrist) = (half.shoulder, half.elbow, half.wrist);
        let upper = [(shoulder, girth.upper_arm[0]), (elbow, girth.upper_arm[1])];
        let depth = self.depth(&upper);
        self.chain(frame, SKIN[index], depth, &upper);
        let sleeve = [
            (shoulder, girth.sleeve[0]),
            (shoulder.toward(elbow, 0.55), girth.sleeve[1]),
        ];
        self.chain(frame, SLEEVE[index], depth + 0.01, &sleeve);
        let fore = [
            (elbow, girth.forearm[0]),
            (elbow.toward(wrist, 0.3), girth.forearm[0]),
            (wrist, girth.forearm[1]),
        ];
        let depth = self.depth(&fore);
        self.chain(frame, SKIN[index], depth, &fore);
        self.hand(frame, index, depth);
    }

    /// Palm, fingers and a thumb apart from them.
    fn hand(&self, frame: &mut Frame, index: usize, forearm_depth: f32) {
        let half = &self.joints.halves[index];
        let wrist_radius = Girth::of(self.build).forearm[1];
        let way = half.hand - half.wrist;
        let aim = if index == 0 {
            self.thumb
        } else {
            self.thumb.mirrored()
        };
        let thumb = aim.across(way.unit()).unit();
        let palm = [
            (half.wrist, wrist_radius),
            (half.wrist + way * 0.3, 3.6),
            (half.wrist + way * 0.5, 3.4),
            (half.wrist + way * 0.86, 2.1),
        ];
        let depth = self.depth(&palm).max(forearm_depth) + 0.02;
        let circles = [
            self.camera
                .circle(half.wrist + way * 0.18 + thumb * 1.6, 1.9),
            self.camera
                .circle(half.wrist + way * 0.56 + thumb * 4.6, 1.3),
        ];
        outline::hull(self.chain(frame, SKIN[index], depth, &palm), &circles);
    }

    fn trunk(&self, frame: &mut Frame) {
        let girth = Girth::of(self.build);
        let Joints {
            pelvis,
            waist,
            chest,
            neck,
            ..
        } = *self.joints;
        let [lower, upper] = self.pose.spine;
        let tucked = lower + self.pose.tuck;
        let (belly, bust) = (girth.belly, girth.bust);
        let mut hips = [Circle {
            x: 0.0,
            y: 0.0,
            r: 0.0,
        }; 6];
        let mut below = hips;
        let mut above = [Circle {
            x: 0.0,
            y: 0.0,
            r: 0.0,
        }; 7];
        for (index, half) in self.joints.halves.iter().enumerate() {
            let out = if index == 0 { 1.0 } else { -1.0 };
            // `girth` more radius, moved forward by as much.
            let c = |point, z: f32, r: f32, [forward, up]: [f32; 2], angle: f32, more: f32| {
                let offset =
                    direction(angle + 90.0, 0.0) * (forward + more) + direction(angle, 0.0) * up;
                self.camera
                    .circle(point + offset + at(0.0, 0.0, z * out), r + more)
            };
            let wide = girth.hips;
            hips[index] = c(pelvis, wide, 9.6, [0.0, 0.0], tucked, belly * 0.3);
            hips[index + 2] = c(pelvis, wide - 2.5, 9.2, [-3.5, -1.5], tucked, belly * 0.3);
            hips[index + 4] = c(pelvis, wide - 2.0, 9.6, [0.5, 9.0], tucked, belly * 0.7);
            below[index] = c(pelvis, wide - 1.5, 10.2, [0.4, 8.0], lower, belly * 0.8);
            below[index + 2] = c(waist, 5.0, 10.0, [0.6, -2.0], lower, belly);
            below[index + 4] = c(waist, 5.0, 10.2, [0.6, 4.0], upper, belly);
            above[index] = c(waist, 5.0, 10.0, [0.6, 0.0], upper, belly);
            above[index + 2] = c(chest, 6.0, 11.0, [1.0, 2.0], upper, bust);
            above[index + 4] = self.camera.circle(half.shoulder, girth.sleeve[0] - 0.1);
        }
        above[6] = self.camera.circle(neck - direction(upper, 0.0) * 2.0, 5.6);
        let pelvis_depth = self.camera.depth(pelvis);
        let paint = if self.right_leg_works {
            Paint::LegFar
        } else {
            Paint::Hips
        };
        outline::hull(frame.part_at(paint, pelvis_depth - 0.5), &hips);
        let depth = f32::midpoint(pelvis_depth, self.camera.depth(chest));
        let shirt = frame.part_at(Paint::Top, depth);
        outline::hull(shirt, &below);
        outline::hull(shirt, &above);
    }

    fn head(&self, frame: &mut Frame) {
        let Joints {
            chest,
            neck,
            skull,
            head,
            ..
        } = *self.joints;
        let up = direction(self.pose.spine[1], 0.0);
        let front = direction(self.pose.spine[1] + 90.0, 0.0);
        let nape = [
            (neck - up * 5.5 + front * 6.0, 2.0),
            (neck - up, 5.0),
            (skull, 4.6),
        ];
        // A head far behind the chest may hide the neck; else the neck is in front of the shirt.
        let hidden = self.camera.depth(head) < self.camera.depth(chest) - 30.0;
        let depth = if hidden {
            self.depth(&nape)
        } else {
            self.camera.depth(chest) + 0.2
        };
        self.chain(frame, Paint::Neck, depth, &nape);

        let depth = self.camera.depth(head) + 6.0;
        let c = |f, u, r| self.camera.circle(self.spot(f, u, 0.0), r);
        let face = frame.part_at(Paint::Face, depth + 0.1);
        outline::hull(
            face,
            &[c(1.6, -0.4, 8.9), c(3.2, -6.0, 5.6), c(-0.5, 2.0, 8.6)],
        );
        outline::hull(
            face,
            &[c(9.4, 0.6, 1.4), c(10.6, -1.8, 1.7), c(9.0, -2.4, 1.6)],
        );
        self.hair(frame, depth);
        if self.build == Build::Slim {
            let ear = self.camera.circle(self.spot(-1.4, -1.2, 8.4), 1.9);
            let lobe = Circle {
                y: ear.y + 1.2,
                r: 1.5,
                ..ear
            };
            let ear = Circle {
                y: ear.y - 0.8,
                ..ear
            };
            outline::hull(frame.part_at(Paint::Ear, depth + 0.3), &[ear, lobe]);
        }
        self.eyes(frame, depth + 0.4);
    }

    /// Hair behind the face, over the forehead and on the near side of the head.
    fn hair(&self, frame: &mut Frame, depth: f32) {
        let long = self.build == Build::Full;
        let c = |f, u, z, r| self.camera.circle(self.spot(f, u, z), r);
        let back = [
            c(-2.0, 2.4, 0.0, 9.9),
            c(0.8, 4.0, 0.0, 8.7),
            c(-3.2, -3.0, 0.0, 7.2),
            c(-3.6, -9.0, 0.0, 5.6),
        ];
        outline::hull(
            frame.part_at(Paint::Hair, depth),
            &back[..if long { 4 } else { 3 }],
        );
        let forehead = [
            c(4.0, 8.0, 0.0, 3.6),
            c(-1.0, 8.6, 0.0, 4.2),
            c(6.2, 6.2, 0.0, 2.2),
            c(2.0, 7.4, 4.6, 2.6),
            c(2.0, 7.4, -4.6, 2.6),
        ];
        let front = frame.part_at(Paint::Hair, depth + 0.2);
        outline::hull(front, &forehead);
        // Short above the ear, or down to the nape. From the side it reaches back to the outline;
        // from the front the face is before that.
        let side = if self.camera.depth(direction(self.pose.face, 0.0)) < 0.7 {
            [
                c(-1.0, 8.6, 0.0, 4.2),
                c(-5.0, 3.0, 0.0, 7.0),
                c(-5.6, -3.2, 0.0, 4.6),
                c(-5.4, -9.0, 0.0, 4.4),
            ]
        } else {
            [
                c(0.5, 7.2, 2.4, 4.2),
                c(-2.6, 6.6, 3.6, 4.4),
                c(-4.0, 2.4, 5.0, 3.6),
                c(-4.8, -8.8, 4.4, 4.2),
            ]
        };
        outline::hull(front, &side[..if long { 4 } else { 3 }]);
    }

    /// A nose for those who see the face from the front, and a small smile.
    fn smile(&self, frame: &mut Frame) {
        let point = |f, u, z| self.camera.point(self.spot(f, u, z));
        let path = frame.part(Paint::Smile);
        outline::polyline(path, &[point(9.4, 0.4, 0.6), point(10.4, -2.0, 0.9)]);
        outline::polyline(path, &[point(8.0, -4.6, 3.4)]);
        let [left, low] = [point(7.6, -4.6, -2.6), point(9.4, -7.2, 0.4)];
        outline::command(path, 'Q', &[low[0], low[1], left[0], left[1]]);
    }

    /// The near eye, and the far one where the head is turned to the viewer enough.
    fn eyes(&self, frame: &mut Frame, depth: f32) {
        let head = self.camera.depth(self.joints.head);
        let path = frame.part_at(Paint::Eye, depth);
        for (z, clear) in [(3.0, 0.0), (-3.0, 2.5)] {
            let place = self.spot(7.9, 0.9, z);
            if self.camera.depth(place) > head + clear {
                outline::hull(path, &[self.camera.circle(place, 1.1)]);
            }
        }
    }

    /// A place on the head: so far forward of its middle, up from it and to the right.
    fn spot(&self, forward: f32, up: f32, right: f32) -> Vec3 {
        let face = self.pose.face;
        self.joints.head
            + direction(face, 0.0) * forward
            + direction(face - 90.0, 0.0) * up
            + at(0.0, 0.0, right)
    }

    fn chain<'f>(
        &self,
        frame: &'f mut Frame,
        paint: Paint,
        depth: f32,
        points: &[(Vec3, f32)],
    ) -> &'f mut String {
        let path = frame.part_at(paint, depth);
        for pair in points.windows(2) {
            let ends = [0, 1].map(|end: usize| self.camera.circle(pair[end].0, pair[end].1));
            outline::hull(path, &ends);
        }
        path
    }

    /// The mean distance towards the viewer.
    #[allow(clippy::cast_precision_loss, reason = "a handful of points")]
    fn depth(&self, points: &[(Vec3, f32)]) -> f32 {
        let sum: f32 = points
            .iter()
            .map(|&(point, _)| self.camera.depth(point))
            .sum();
        sum / points.len() as f32
    }
}
