//! The pictures in words: captions of the key poses, and what a picture shows to those who do not
//! see it.

use crate::domain::figure::{Build, Key};
use crate::domain::record::settings::Skin;
use crate::domain::routine::{Exercise, Side};
use crate::text::Line::{self, ByInch, Same};

/// Before [`right_and_wrong`].
pub const LIKE_THIS: &str = "Like this";
pub const NOT_LIKE_THIS: &str = "Not like this";
/// Heading of the choice of [`Build`] and [`Skin`] in Settings.
pub const PERSON: &str = "Person in the pictures";
/// Legend of the choice of [`Build`].
pub const BUILD: &str = "Body and hair";
/// Legend of the choice of [`Skin`].
pub const SKIN: &str = "Skin";

/// A build in Settings.
pub const fn build(build: Build) -> &'static str {
    match build {
        Build::Slim => "Slim, short hair",
        Build::Full => "Fuller, longer hair",
    }
}

/// A skin tone in Settings.
pub const fn skin(skin: Skin) -> &'static str {
    match skin {
        Skin::Light => "Light skin",
        Skin::Medium => "Medium skin",
        Skin::Dark => "Dark skin",
    }
}

/// What is written below a key pose.
pub const fn caption(exercise: Exercise, key: Key) -> Line {
    match (exercise, key) {
        (Exercise::QuadSway, Key::Lift) => Same("Knee up, no higher than your hip"),
        (_, Key::SwayIn) => Same("Lower leg sways in"),
        (_, Key::SwayOut) => Same("Lower leg sways out"),
        (Exercise::QuadPull, Key::Stand) => Same("Stand tall, hand on the chair"),
        (_, Key::Peel) => Same("Lift your heel off the floor"),
        (_, Key::Lift) => Same("Bring your heel up behind you"),
        (_, Key::Hold) => Same("Hold your heel in your hand"),
        (_, Key::Pull) => Same("Draw your heel gently in"),
        (_, Key::AllFours) => Same("Hands below shoulders, knees below hips, back in one line"),
        (_, Key::Float) => ByInch([
            "Knees 1 inch (2.5cm) off the mat",
            "Knees 1 inch off the mat",
            "Knees 2.5cm off the mat",
        ]),
        (_, Key::Low) => Same("Down to a light touch"),
        (_, Key::High) => ByInch([
            "Float up 1 inch (2.5cm)",
            "Float up 1 inch",
            "Float up 2.5cm",
        ]),
        (Exercise::ImaginaryChair, Key::Stand) => Same("Back flat against the wall"),
        (_, Key::Slide) => Same("Step your feet forward, slide down"),
        (Exercise::ImaginaryChair, Key::Sit) => Same("Right angles, heels below your knees"),
        (_, Key::WiggleRight) => Same("Rock both knees a little to the right"),
        (_, Key::WiggleLeft) => Same("Rock both knees a little to the left"),
        (_, Key::Down) => Same("Flat on your back, feet flat, hands crossed"),
        (_, Key::Highest) => Same("Tailbone up as high as it goes"),
        (_, Key::Top) => ByInch([
            "1 inch (2.5cm) lower: your top from now on",
            "1 inch lower: your top from now on",
            "2.5cm lower: your top from now on",
        ]),
        (_, Key::Tap) => Same("Tap the mat"),
        (_, Key::Sit) => Same("Sit tall, legs straight out"),
        (_, Key::Reach) => Same("Breathe in: the small of your back toward your knees"),
        (_, Key::BreatheOut) => Same("Breathe out and relax"),
        (_, Key::Stand) => Same("Stand tall, palms together"),
    }
}

/// What there is to see in the right picture and in the wrong one, where the source warns.
pub const fn right_and_wrong(exercise: Exercise) -> Option<[&'static str; 2]> {
    Some(match exercise {
        Exercise::QuadSway => ["Only the lower leg moves.", "The knee drifts to the side."],
        Exercise::QuadPull => ["The heel is eased in.", "The heel is pulled hard."],
        Exercise::KneeBounces => ["Low and light.", "High, with a thump."],
        Exercise::ImaginaryChair => ["Back flat against the wall.", "The back is off the wall."],
        Exercise::BunLift => ["Tailbone curled under.", "The back is arched."],
        Exercise::HamstringReach => return None,
    })
}

/// What the pictures of an exercise show, moving or still, in one sentence without a full stop.
pub const fn shows(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => {
            "A person stands on one leg beside a chair, palms together. The lifted lower leg sways from side to side"
        }
        Exercise::QuadPull => {
            "A person stands with one hand on a chair and draws the heel of the other side up behind them"
        }
        Exercise::KneeBounces => {
            "A person on all fours floats the knees just off the mat. A round inset shows the knee larger"
        }
        Exercise::ImaginaryChair => {
            "A person sits against a wall as if on a chair, palms together"
        }
        Exercise::BunLift => {
            "A person lies face up with bent knees and lifts the hips off the mat, hands crossed on the chest"
        }
        Exercise::HamstringReach => {
            "A person sits on a mat, legs out in front, and reaches toward the toes"
        }
    }
}

/// The alternative text of a picture: what it shows, which leg works and, where it stands still, the pose.
pub fn alternative(exercise: Exercise, side: Side, pose: Option<&str>) -> String {
    let leg = match side {
        Side::Right => ". Right leg",
        Side::Left => ". Left leg",
        Side::Both => "",
    };
    match pose {
        Some(pose) => [shows(exercise), leg, ". ", pose, "."].concat(),
        None => [shows(exercise), leg, "."].concat(),
    }
}
