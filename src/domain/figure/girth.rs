//! Who is shown: how broad the body is, and which hair. Bones are the same for everyone, so that
//! every body passes the same anatomical tests. The skin is a matter of the style sheet.

use serde::{Deserialize, Serialize};

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

impl Build {
    /// Every build, the default first.
    pub const ALL: [Self; 2] = [Self::Slim, Self::Full];
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
