//! The figure against its references: joints, anatomy, outlines and colours.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its data has failed"
)]

mod any_instant;
mod between;
mod colours;
mod facts;
mod picture;
mod references;

use spry_knees::domain::figure::{Half, Joints, Motion, Vec3, joints};
use spry_knees::domain::routine::Exercise;

const EXERCISES: [Exercise; 6] = [
    Exercise::QuadSway,
    Exercise::QuadPull,
    Exercise::KneeBounces,
    Exercise::ImaginaryChair,
    Exercise::BunLift,
    Exercise::HamstringReach,
];
const INCH: f32 = 2.54;

fn all_joints(j: &Joints) -> Vec<Vec3> {
    let half = |h: &Half| {
        [
            h.hip, h.knee, h.ankle, h.heel, h.ball, h.toe, h.shoulder, h.elbow, h.wrist, h.hand,
        ]
    };
    let mut all = vec![j.pelvis, j.waist, j.chest, j.neck, j.skull, j.head];
    all.extend(half(&j.halves[0]));
    all.extend(half(&j.halves[1]));
    all
}

/// 41 phases from 0 to 1.
fn shares() -> impl Iterator<Item = f32> {
    (0..=40_u8).map(|step| f32::from(step) / 40.0)
}

fn right(exercise: Exercise, motion: Motion) -> Half {
    joints(exercise, motion).halves[0]
}

/// The angle at `corner` in degrees.
fn angle(from: Vec3, corner: Vec3, to: Vec3) -> f32 {
    let (one, other) = (from - corner, to - corner);
    (one.dot(other) / one.length() / other.length())
        .clamp(-1.0, 1.0)
        .acos()
        .to_degrees()
}

/// The numbers of a path or of a list.
fn numbers(text: &str) -> Vec<f32> {
    let spaced: String = text.chars().fold(String::new(), |mut text, c| {
        if c == '-' || c.is_alphabetic() {
            text.push(' ');
        }
        text.push(if c.is_alphabetic() { ' ' } else { c });
        text
    });
    spaced
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

/// The end points of a path's commands.
fn points(path: &str) -> Vec<[f32; 2]> {
    let mut points = Vec::new();
    for command in path
        .split_inclusive(|c: char| c.is_alphabetic())
        .collect::<Vec<_>>()
        .windows(2)
    {
        let values = numbers(command[1]);
        match command[0].chars().last() {
            Some('M' | 'L') => points.push([values[0], values[1]]),
            Some('A') => points.push([values[5], values[6]]),
            _ => {}
        }
    }
    points
}

/// The lowest and the highest x of a path's points.
fn extent(path: &str) -> [f32; 2] {
    points(path)
        .iter()
        .fold([f32::MAX, f32::MIN], |[low, high], [x, _]| {
            [low.min(*x), high.max(*x)]
        })
}
