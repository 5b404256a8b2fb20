//! The little vector arithmetic that the rig needs, in centimetres.

use std::ops::{Add, Mul, Sub};

/// A point or a direction: +x the way the person faces when standing, +y up, +z the person's right.
/// The origin is on the floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vec3 {
    /// Forward.
    pub x: f32,
    /// Up.
    pub y: f32,
    /// To the person's right.
    pub z: f32,
}

/// Shorthand for the tables of poses.
pub(super) const fn at(x: f32, y: f32, z: f32) -> Vec3 {
    Vec3 { x, y, z }
}

/// The unit vector at `sagittal` degrees (0 up, 90 forward, 180 down, -90 back), turned
/// `outward` degrees towards the person's right.
pub(super) fn direction(sagittal: f32, outward: f32) -> Vec3 {
    let (sin, cos) = sagittal.to_radians().sin_cos();
    let (out_sin, out_cos) = outward.to_radians().sin_cos();
    at(sin * out_cos, cos * out_cos, out_sin)
}

impl Vec3 {
    /// The scalar product.
    #[must_use]
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// Length in centimetres.
    #[must_use]
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The point `share` of the way to `other`.
    #[must_use]
    pub fn toward(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }

    /// The same direction at length 1; straight up for a vector too short to have a direction.
    pub(super) fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-6 {
            self * (1.0 / length)
        } else {
            at(0.0, 1.0, 0.0)
        }
    }

    /// What is left of this vector at right angles to the unit vector `axis`.
    pub(super) fn across(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    /// The mirror image in the plane that divides the person into left and right.
    pub(super) const fn mirrored(self) -> Self {
        at(self.x, self.y, -self.z)
    }
}

impl Add for Vec3 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        at(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vec3 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        at(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Vec3 {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        at(self.x * factor, self.y * factor, self.z * factor)
    }
}
