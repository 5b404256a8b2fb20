//! The things in the room: floor, mat, wall and the sturdy chair.

use super::camera::Camera;
use super::frame::{Frame, Paint};
use super::outline;
use super::scene::Prop;
use super::vector::{Vec3, at};

/// Seat and back of the chair, in centimetres above the floor.
const SEAT: f32 = 45.0;
const BACK: f32 = 92.0;
/// Half of the seat's width and of a leg's.
const HALF_SEAT: f32 = 20.0;
const HALF_LEG: f32 = 1.9;

/// An upright block: its lowest and its highest corner.
#[derive(Clone, Copy)]
struct Block {
    low: Vec3,
    high: Vec3,
}

/// Adds the things to the frame.
pub(super) fn draw(frame: &mut Frame, camera: &Camera, props: &[Prop]) {
    for prop in props {
        match *prop {
            Prop::Floor { x, z } => floor(frame, camera, x, z),
            Prop::Mat { x, z } => {
                let corners = [
                    at(x[0], 0.0, z[0]),
                    at(x[1], 0.0, z[0]),
                    at(x[1], 0.0, z[1]),
                    at(x[0], 0.0, z[1]),
                ];
                face(frame.part(Paint::Mat), camera, &corners);
            }
            Prop::Wall { x, height } => {
                face(
                    frame.part(Paint::Floor),
                    camera,
                    &strip([x, x + 5.0], height),
                );
            }
            Prop::Chair { x, z } => chair(frame, camera, at(x, 0.0, z)),
        }
    }
}

fn floor(frame: &mut Frame, camera: &Camera, x: [f32; 2], z: [f32; 2]) {
    let middle = at(f32::midpoint(x[0], x[1]), 0.0, f32::midpoint(z[0], z[1]));
    let [cx, cy] = camera.point(middle);
    let [rx, ry] = camera.floor_ellipse((x[1] - x[0]) / 2.0, (z[1] - z[0]) / 2.0);
    outline::ellipse(frame.part(Paint::Floor), cx, cy, rx, ry.max(3.0));
}

/// The wall itself, on top of the person: head, back and bottom are flat where they touch it.
pub(super) fn wall(frame: &mut Frame, camera: &Camera, props: &[Prop]) {
    for prop in props {
        if let Prop::Wall { x, height } = *prop {
            for (paint, depth) in [(Paint::Wall, 200.0), (Paint::PropSide, 3.0)] {
                face(frame.part(paint), camera, &strip([x - depth, x], height));
            }
        }
    }
}

/// An upright strip from the floor on, seen from the side.
const fn strip([from, to]: [f32; 2], height: f32) -> [Vec3; 4] {
    [
        at(from, 0.0, 0.0),
        at(to, 0.0, 0.0),
        at(to, height, 0.0),
        at(from, height, 0.0),
    ]
}

fn chair(frame: &mut Frame, camera: &Camera, middle: Vec3) {
    let block = |x: f32, z: f32, y: [f32; 2], half: [f32; 2]| Block {
        low: middle + at(x - half[0], y[0], z - half[1]),
        high: middle + at(x + half[0], y[1], z + half[1]),
    };
    let leg = HALF_SEAT - HALF_LEG;
    let under = SEAT - 4.0;
    let post = [HALF_LEG; 2];
    let slat = [1.2, leg];
    let mut blocks = [
        block(leg, -leg, [0.0, under], post),
        block(leg, leg, [0.0, under], post),
        block(0.0, 0.0, [under, SEAT], [HALF_SEAT; 2]),
        block(-leg, -leg, [0.0, BACK], post),
        block(-leg, leg, [0.0, BACK], post),
        block(-leg, 0.0, [BACK - 11.0, BACK], slat),
        block(-leg, 0.0, [SEAT + 14.0, SEAT + 21.0], slat),
    ];
    let depth = |block: &Block| camera.depth(block.low.toward(block.high, 0.5));
    for end in 1..blocks.len() {
        for index in (1..=end).rev() {
            if depth(&blocks[index]) < depth(&blocks[index - 1]) {
                blocks.swap(index, index - 1);
            }
        }
    }
    for block in blocks {
        draw_block(frame, camera, block);
    }
}

/// The three faces that the camera sees: it always looks from the front, the right and above.
fn draw_block(frame: &mut Frame, camera: &Camera, Block { low, high }: Block) {
    let corner = |x: f32, y: f32, z: f32| at(x, y, z);
    let side = frame.part(Paint::PropSide);
    face(
        side,
        camera,
        &[
            corner(high.x, low.y, low.z),
            corner(high.x, high.y, low.z),
            high,
            corner(high.x, low.y, high.z),
        ],
    );
    face(
        side,
        camera,
        &[
            corner(low.x, high.y, low.z),
            corner(high.x, high.y, low.z),
            high,
            corner(low.x, high.y, high.z),
        ],
    );
    face(
        frame.part(Paint::PropFront),
        camera,
        &[
            corner(low.x, low.y, high.z),
            corner(high.x, low.y, high.z),
            high,
            corner(low.x, high.y, high.z),
        ],
    );
}

fn face(path: &mut String, camera: &Camera, corners: &[Vec3; 4]) {
    outline::polyline(path, &corners.map(|corner| camera.point(corner)));
    path.push('Z');
}
