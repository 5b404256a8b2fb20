//! What is said while a person gets into position. Every sentence has at most 12 words.

use super::cues::{Words, join, word};
use super::exercises::{leg, name};
use crate::domain::guide::cue::Opening;
use crate::domain::guide::lead_in::Guide;
use crate::domain::record::settings::Inch;
use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Side};

/// The last sentence before a set that waits for the person. It names the button.
pub const START_WHEN_READY: &str = "Touch Start now when you are ready.";
/// For somebody who counts the reps. It names the button.
pub const COUNT_YOURSELF: &str = "Touch Count each time.";
/// For somebody whose own screen reader speaks: 3, 2, 1 are tones alone.
pub const THREE_BEEPS: &str = "Three beeps, then begin.";

/// The name of what comes.
pub fn opening(opening: Opening, exercise: Exercise, side: Side) -> Words {
    match (opening, exercise) {
        (Opening::First, _) => join(&[name(exercise), "."]),
        (Opening::Next, _) => join(&["Next: ", name(exercise), "."]),
        (Opening::Switch, Exercise::QuadSway) => "Switch legs. Stay where you are.".into(),
        (Opening::Switch, _) => "Switch sides.".into(),
        (Opening::Again, Exercise::QuadPull) if side == Side::Both => {
            "The tighter side again. Or rest, if both were the same.".into()
        }
        (Opening::Again, _) if side == Side::Both => "Once more, gently.".into(),
        (Opening::Again, _) => join(&["Once more, gently. ", leg(side), "."]),
    }
}

/// How much, and that stopping sooner is fine (facts 20, 26, 35, 43, 54, 60; stopping is ours for
/// the breaths and the lifts).
pub fn dose(exercise: Exercise, dose: Dose) -> Words {
    let number = dose.number();
    let digits = number.to_string();
    let (one, many) = match exercise {
        Exercise::QuadSway => (" swing", " swings"),
        Exercise::KneeBounces => (" bounce", " bounces"),
        Exercise::BunLift => (" lift", " lifts"),
        _ => (" deep breath in", " deep breaths in"),
    };
    let what = if number == 1 { one } else { many };
    match (exercise, dose) {
        (_, Dose::Hold(_)) => {
            let length = if number == 60 {
                "one minute"
            } else {
                &[&digits, " seconds"].concat()
            };
            join(&["Up to ", length, ". Come up sooner whenever you like."])
        }
        (_, Dose::Breaths(_)) => {
            let less = match exercise {
                Exercise::HamstringReach => ". How far you reach does not matter.",
                _ => ". Ease off whenever you like.",
            };
            join(&[&word(number), what, less])
        }
        (Exercise::BunLift, _) => join(&[&digits, what, ". Stop sooner if you need to."]),
        _ => join(&["Up to ", &digits, what, ". Stop sooner if you need to."]),
    }
}

/// How to get into position, for the ear.
pub const fn guide(guide: Guide, inch: Inch) -> &'static str {
    let metric = matches!(inch, Inch::Centimetres);
    match guide {
        Guide::DownToFloor => "Hold the chair and come down to the floor, slowly.",
        Guide::UpFromFloor => "Kneel up and wait a moment. Then stand, holding the chair.",
        Guide::ToWall => "Walk over to your wall.",
        Guide::LieBack => "Sit down to one side, then lie back, slowly.",
        Guide::SitAside => "Sit down to one side, slowly.",
        Guide::SitUp => "Roll onto your side and push yourself up to sit.",
        Guide::BesideChair => "Stand tall next to your chair, with the chair on your left.",
        Guide::ChairIsThere => "It is there to hold if you wobble.",
        Guide::PalmsTogether => "Palms together, thumbs against your chest.",
        Guide::OneHand => "Keep your left hand on the chair.",
        Guide::HandOnChair(Side::Both) => "One hand on the chair.",
        Guide::HandOnChair(Side::Left) => "Stand with your right hand on the chair.",
        Guide::HandOnChair(_) => "Stand with your left hand on the chair.",
        Guide::TurnToChair(Side::Left) => "Turn around, so your right hand is on the chair.",
        Guide::TurnToChair(_) => "Turn around, so your left hand is on the chair.",
        Guide::AllFours => {
            "On your hands and knees. Hands under your shoulders, knees under your hips."
        }
        Guide::ToesTucked => "Tuck your toes under. Elbows a little bent.",
        Guide::OneLine => "Head, back and tailbone in one straight line.",
        Guide::BackToWall => "Stand with your back against the wall.",
        Guide::FeetForward => "Step your feet forward, a little at a time.",
        Guide::OnYourBack => "Lie on your back. Knees up, feet flat.",
        Guide::HandsCrossed => "Hands crossed on your chest.",
        Guide::TailboneHigh => "Raise your tailbone as high as it goes.",
        Guide::InchDown if metric => "Now come down 2.5 centimeters. That is your top.",
        Guide::InchDown => "Now come down one inch. That is your top.",
        Guide::LowerToMat => "Lower to the mat.",
        Guide::LegsOut => "Sit with your legs straight out. Knees a little bent.",
        Guide::FeetBack => "Pull your feet back, soles flat.",
        Guide::OnBegin if metric => "On Begin, lift your knees 2.5 centimeters, and bounce.",
        Guide::OnBegin => "On Begin, lift your knees one inch, and bounce.",
        Guide::KneeUp(Side::Left) => "Lift your left knee, no higher than your hip.",
        Guide::KneeUp(_) => "Lift your right knee, no higher than your hip.",
        Guide::HeelInHand(Side::Left) => {
            "Bring your left heel up behind you. Hold it in your left hand."
        }
        Guide::HeelInHand(Side::Both) => "Bring your heel up behind you. Hold it in your hand.",
        Guide::HeelInHand(_) => "Bring your right heel up behind you. Hold it in your right hand.",
        Guide::SlideDown if metric => {
            "Slide down slowly, 5 to 10 centimeters, toward right angles. \
             Heels under your knees. Palms together."
        }
        Guide::SlideDown => {
            "Slide down slowly, a few inches, toward right angles. \
             Heels under your knees. Palms together."
        }
        Guide::ReachOut => "Reach gently toward your toes.",
    }
}

/// The same for the eye, where there is less room than time.
pub const fn guide_line(which: Guide, inch: Inch) -> &'static str {
    match which {
        Guide::BesideChair => "Stand tall. Chair on your left.",
        Guide::AllFours => "Hands under your shoulders, knees under your hips.",
        Guide::HeelInHand(Side::Left) => "Left heel up behind you, in your left hand.",
        Guide::HeelInHand(Side::Both) => "Heel up behind you, in your hand.",
        Guide::HeelInHand(_) => "Right heel up behind you, in your right hand.",
        Guide::SlideDown => "Slide down slowly. Heels under your knees.",
        _ => guide(which, inch),
    }
}
