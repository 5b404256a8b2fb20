//! Who is shown: how broad the body is, which hair, which skin. Bones are the same for everyone,
//! so that every look passes the same anatomical tests.

use serde::{Deserialize, Serialize};

/// How the person in the pictures looks; chosen in Settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Look {
    /// Body and hair.
    pub build: Build,
    /// Skin tone.
    pub skin: Skin,
}

/// Body and hair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Build {
    /// Slim, with short hair.
    #[default]
    Slim,
    /// Fuller, with hair down to the neck.
    Full,
}

/// Skin tone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Skin {
    /// Light.
    Light,
    /// Between light and dark.
    #[default]
    Medium,
    /// Dark.
    Dark,
}

impl Build {
    /// Every build, the default first.
    pub const ALL: [Self; 2] = [Self::Slim, Self::Full];
}

impl Skin {
    /// Every skin tone, from light to dark.
    pub const ALL: [Self; 3] = [Self::Light, Self::Medium, Self::Dark];

    /// The value of `data-skin`, from which the style sheet takes the colours.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Medium => "medium",
            Self::Dark => "dark",
        }
    }
}

/// Radii of the flesh round the bones in centimetres, from the hip outwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Girth {
    pub(super) thigh: [f32; 3],
    pub(super) knee: f32,
    pub(super) calf: [f32; 3],
    pub(super) upper_arm: [f32; 2],
    pub(super) sleeve: [f32; 2],
    pub(super) forearm: [f32; 2],
    /// How much broader pelvis and trunk are than the slim ones, in centimetres; all of it in
    /// front, so that the back stays flat on the wall and on the mat.
    pub(super) belly: f32,
    pub(super) bust: f32,
    /// Half of the pelvis between the outermost circles.
    pub(super) hips: f32,
}

impl Girth {
    pub(super) const fn of(build: Build) -> &'static Self {
        match build {
            Build::Slim => &Self {
                thigh: [9.6, 9.0, 7.4],
                knee: 6.5,
                calf: [6.2, 5.0, 4.5],
                upper_arm: [5.6, 4.3],
                sleeve: [6.3, 5.6],
                forearm: [4.3, 3.0],
                belly: 0.0,
                bust: 0.0,
                hips: 7.0,
            },
            Build::Full => &Self {
                thigh: [11.0, 10.4, 8.4],
                knee: 6.8,
                calf: [6.9, 5.4, 4.7],
                upper_arm: [6.4, 4.9],
                sleeve: [7.4, 6.8],
                forearm: [4.9, 3.2],
                belly: 2.8,
                bust: 1.2,
                hips: 8.4,
            },
        }
    }
}
