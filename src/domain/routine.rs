//! The routine as static data: six exercises, their doses, sides and positions, and the 60 source facts by number.

use serde::{Deserialize, Serialize};

/// One of the six exercises. The order of the variants is the source's order (fact 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exercise {
    /// Facts 11 to 21.
    QuadSway,
    /// Facts 22 to 29.
    QuadPull,
    /// Facts 30 to 37.
    KneeBounces,
    /// Facts 38 to 46.
    ImaginaryChair,
    /// Facts 47 to 54.
    BunLift,
    /// Facts 55 to 60.
    HamstringReach,
}

/// Which leg works. Written from the person's own point of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The person's right leg.
    Right,
    /// The person's left leg.
    Left,
    /// Both legs at once.
    Both,
}
