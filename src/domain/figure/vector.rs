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
    let (sin, cos) = sin_cos(sagittal);
    let (out_sin, out_cos) = sin_cos(outward);
    at(sin * out_cos, cos * out_cos, out_sin)
}

/// Sine and cosine of an angle in degrees, to six digits. The standard ones take any angle however
/// large, which costs three kilobytes of the download.
pub(super) fn sin_cos(degrees: f32) -> (f32, f32) {
    let quarters = (degrees / 90.0 + 0.5).floor();
    let x = (degrees - quarters * 90.0).to_radians();
    let xx = x * x;
    let sin = x * (1.0 - xx / 6.0 * (1.0 - xx / 20.0 * (1.0 - xx / 42.0)));
    let cos = 1.0 - xx / 2.0 * (1.0 - xx / 12.0 * (1.0 - xx / 30.0 * (1.0 - xx / 56.0)));
    #[allow(clippy::cast_possible_truncation, reason = "angles are a few turns")]
    match quarters as i32 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// `value` kept between `low` and `high`. The standard one panics with floats in its message, and
/// the formatter for floats costs more than the whole skeleton.
pub(super) fn within(value: f32, low: f32, high: f32) -> f32 {
    value.max(low).min(high)
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

#[cfg(test)]
mod tests {
    use super::sin_cos;

    #[test]
    fn angles_agree_with_the_standard_functions() {
        for tenth in -7200_i16..=7200 {
            let degrees = f32::from(tenth) / 10.0;
            let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
            let ours = sin_cos(degrees);
            assert!((f64::from(ours.0) - sin).abs() < 1e-6, "sin {degrees}");
            assert!((f64::from(ours.1) - cos).abs() < 1e-6, "cos {degrees}");
        }
    }
}
