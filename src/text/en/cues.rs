//! What is said, what a screen reader is told, and the short line that stands on the screen.

use std::borrow::Cow;

use super::exercises::{leg, name};
use super::player;
use crate::domain::guide::cue::{APART_MS, Coach, Opening, Spoken, Status};
use crate::domain::routine::{Exercise, Side};
use crate::domain::guide::session::Why;

/// A sentence, or several in one breath.
pub type Words = Cow<'static, str>;

/// One word at the default speed, in milliseconds: 2.5 words a second (decision 14).
const WORD_MS: u32 = 400;
const DEFAULT_RATE_PERCENT: u32 = 95;

/// How long a sentence takes at a speed of `rate_percent` (70 to 120), in milliseconds. A speed of 0
/// is a person's own screen reader: nobody knows how fast it is, and what it is told keeps apart.
pub fn speech_ms(spoken: Spoken, rate_percent: u8) -> u32 {
    let words = u32::try_from(say(spoken).split_whitespace().count()).unwrap_or(0);
    if rate_percent > 0 {
        return words * WORD_MS * DEFAULT_RATE_PERCENT / u32::from(rate_percent);
    }
    let told = spoken.is_read_out() || matches!(spoken, Spoken::Opening(..));
    (words * WORD_MS).max(if told { APART_MS } else { 0 })
}

/// What the voice says.
pub fn say(spoken: Spoken) -> Words {
    match spoken {
        Spoken::FirstSession => player::FIRST_SESSION_WAITS.into(),
        Spoken::Opening(opening, exercise, side) => opening_words(opening, exercise, side),
        Spoken::ComeDown => "Come down to the floor slowly. Use the chair if you like.".into(),
        Spoken::StandUp => "Stand up slowly, with the chair’s help.".into(),
        Spoken::Prepare(exercise, side) => prepare(exercise, side).into(),
        Spoken::StartingInTen => "Starting in 10 seconds.".into(),
        Spoken::CountDown(number) | Spoken::Number(number) => count(number),
        Spoken::Begin(exercise) => begin(exercise).into(),
        Spoken::OverHalfway(number) => count(number) + " Over halfway.",
        Spoken::FiveMore(number) => count(number) + " Five more.",
        Spoken::Last(exercise, number) => count(number) + " " + come_out(exercise),
        Spoken::Coach(coach) => coaching(coach).into(),
        Spoken::BreathIn(breath) => breath_in(breath).into(),
        Spoken::LastBreathIn => "Last breath. In.".into(),
        Spoken::BreathOut(None) => "And out.".into(),
        Spoken::BreathOut(Some(coach)) => Cow::from("And out. ") + coaching(coach),
        Spoken::StretchDone(exercise) => come_out(exercise).into(),
        Spoken::HoldHalfway(left) => join(&["Halfway. ", &left.to_string(), " seconds left."]),
        Spoken::HoldDone => "Time. Slide slowly back up the wall.".into(),
        Spoken::Enough(number) => count(number) + " Well done.",
        Spoken::AskTighter(0) => ASK_TIGHTER.into(),
        Spoken::AskTighter(seconds) => {
            join(&[ASK_TIGHTER, " Moving on in ", &seconds.to_string(), " seconds."])
        }
        Spoken::Paused => "Paused.".into(),
        Spoken::CarryingOn(seconds) => join(&["Carrying on in ", &seconds.to_string(), "."]),
        Spoken::Stopping => "Stopping. Come out of it gently.".into(),
        Spoken::AllDone => "All done. Well done.".into(),
    }
}

/// After "All done. Well done.": "Next session from Friday."
pub fn next_from(weekday: &str) -> String {
    ["Next session from ", weekday, "."].concat()
}

/// Why a session stands still (decision 7).
pub const fn why_paused(why: Why) -> &'static str {
    match why {
        Why::Asked | Why::WaitForMe => player::PAUSED,
        Why::Hidden => player::PAUSED_OUT_OF_SIGHT,
        Why::Slept => player::PAUSED_ASLEEP,
        Why::SoundTaken => player::PAUSED_SOUND_TAKEN,
        Why::Reopened => player::PAUSED_REOPENED,
    }
}

const ASK_TIGHTER: &str = "Was one side tighter? If so, do that side again.";

/// The line under the big number; `None` where the sentence is only for the ear.
pub fn line(spoken: Spoken) -> Option<Words> {
    Some(match spoken {
        Spoken::Opening(..)
        | Spoken::FirstSession
        | Spoken::ComeDown
        | Spoken::StandUp
        | Spoken::BreathOut(Some(_))
        | Spoken::HoldHalfway(_)
        | Spoken::StretchDone(_)
        | Spoken::HoldDone
        | Spoken::AllDone => say(spoken),
        Spoken::Prepare(exercise, side) => get_into(exercise, side).into(),
        Spoken::Begin(exercise) => move_now(exercise).into(),
        Spoken::Coach(coach) => coaching(coach).into(),
        Spoken::AskTighter(_) => "If so, do that side again.".into(),
        Spoken::OverHalfway(_) => "Over halfway.".into(),
        Spoken::FiveMore(_) => "Five more.".into(),
        Spoken::BreathIn(_) | Spoken::LastBreathIn => "Breathe in…".into(),
        Spoken::BreathOut(None) => "And out…".into(),
        Spoken::Last(exercise, _) => come_out(exercise).into(),
        _ => return None,
    })
}

/// What the screen reader's one message region says.
pub fn status(status: Status) -> Words {
    match status {
        Status::GetReady(opening, exercise, side, seconds) => {
            get_ready(opening, exercise, side, seconds)
        }
        Status::Started => "Started.".into(),
        Status::Halfway => "Halfway.".into(),
        Status::FiveLeft => "5 left.".into(),
        Status::TenSecondsLeft => "10 seconds left.".into(),
        Status::LastBreath => "Last breath.".into(),
        Status::Done => "Done.".into(),
        Status::RepsDone(number) => join(&[&number.to_string(), " done."]),
        Status::Time => "Time.".into(),
        Status::AskTighter(seconds) => {
            say(Spoken::AskTighter(u8::try_from(seconds).unwrap_or(0)))
        }
        Status::Paused => "Paused.".into(),
        Status::CarryingOn => "Carrying on.".into(),
        Status::AllDone => "All done. Well done.".into(),
    }
}

/// A number as a spoken sentence: "Twenty-one."
pub fn count(number: u8) -> Words {
    const SMALL: [&str; 20] = [
        "Zero.", "One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.",
        "Ten.", "Eleven.", "Twelve.", "Thirteen.", "Fourteen.", "Fifteen.", "Sixteen.",
        "Seventeen.", "Eighteen.", "Nineteen.",
    ];
    const TENS: [&str; 7] = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty"];
    if let Some(small) = SMALL.get(usize::from(number)) {
        return (*small).into();
    }
    let Some(tens) = TENS.get(usize::from(number / 10)) else {
        return join(&[&number.to_string(), "."]);
    };
    match SMALL.get(usize::from(number % 10)) {
        Some(ones) if !number.is_multiple_of(10) => {
            // ASCII: Unicode's tables of lower case letters weigh more than all these words.
            join(&[tens, "-", &ones.to_ascii_lowercase()])
        }
        _ => join(&[tens, "."]),
    }
}

/// A reminder in words.
pub const fn coaching(coach: Coach) -> &'static str {
    match coach {
        Coach::GrowLong => "Grow long, heels to crown.",
        Coach::BellyIn => "Belly in, chest high.",
        Coach::KneeStill => "Knee still. Only the lower leg swings.",
        Coach::EaseHeelIn => "Ease your heel in.",
        Coach::LetItLoosen => "Let it loosen.",
        Coach::NoHardPulling => "No hard pulling.",
        Coach::NoThumping => "Light. No thumping.",
        Coach::ElbowsSoft => "Elbows soft.",
        Coach::ThinGlass => "As lightly as on thin glass.",
        Coach::HoldHere => "Hold here.",
        Coach::BackFlat => "Flatten your back into the wall.",
        Coach::ShouldersDrop => "Let your shoulders drop. Keep breathing.",
        Coach::HeelsUnderKnees => "Heels under your knees.",
        Coach::RockKnees => "Rock your knees an inch, right and left.",
        Coach::CurlUnder => "Curl under and squeeze.",
        Coach::TapTheMat => "Tap the mat, then lift.",
        Coach::CurlEveryTime => "Curl and squeeze every time.",
        Coach::LowerBack => "Lower back towards your knees.",
        Coach::ToesBack => "Toes drawn back.",
        Coach::KneesSoft => "Knees a touch soft.",
        Coach::ReachDoesNotMatter => "How far you reach does not matter.",
    }
}

fn join(parts: &[&str]) -> Words {
    parts.concat().into()
}

fn opening_words(opening: Opening, exercise: Exercise, side: Side) -> Words {
    let name = name(exercise);
    match (opening, side) {
        (Opening::First, Side::Right) => join(&[name, ". Right leg first."]),
        (Opening::First, _) => join(&[name, "."]),
        (Opening::Next, Side::Right) => join(&["Next: ", name, ". Right leg first."]),
        (Opening::Next, _) => join(&["Next: ", name, "."]),
        (Opening::Switch, _) => "Switch sides.".into(),
        (Opening::Again, Side::Both) => "Once more, gently.".into(),
        (Opening::Again, side) => join(&["Once more, gently. ", leg(side), "."]),
    }
}

fn get_ready(opening: Opening, exercise: Exercise, side: Side, seconds: u16) -> Words {
    let legs = match side {
        Side::Right => ", right leg.",
        Side::Left => ", left leg.",
        Side::Both => ".",
    };
    let what = match opening {
        Opening::Switch => join(&["Switch sides. ", leg(side), "."]),
        Opening::Next => join(&["Next: ", name(exercise), legs]),
        Opening::First | Opening::Again => join(&["Get ready: ", name(exercise), legs]),
    };
    match seconds {
        0 => what + " Starts when you say.",
        _ => join(&[&what, " Starts in ", &seconds.to_string(), " seconds."]),
    }
}

/// How to get into position, in full, for the ear.
const fn prepare(exercise: Exercise, side: Side) -> &'static str {
    match (exercise, side) {
        (Exercise::QuadSway, Side::Left) => {
            "Bring your left knee up as far as is comfortable, hip height at most."
        }
        (Exercise::QuadSway, _) => {
            "Stand tall by a sturdy chair, palms together, thumbs on your chest. \
             Bring your right knee up as far as is comfortable, hip height at most."
        }
        (Exercise::QuadPull, Side::Left) => {
            "Turn round, right hand on the chair. \
             Bring your left heel up behind you and take it in your left hand."
        }
        (Exercise::QuadPull, _) => {
            "Left hand on your sturdy chair. \
             Bring your right heel up behind you and take it in your right hand."
        }
        (Exercise::KneeBounces, _) => {
            "Come to hands and knees: hands below shoulders, knees below hips. \
             Soften your elbows. Head, back and tailbone in one line. \
             On begin, raise your knees 1 inch."
        }
        (Exercise::ImaginaryChair, _) => {
            "Back to a sturdy wall. Step your feet forward little by little \
             and let your back glide a few inches down, to right angles if that is comfortable, \
             heels below knees. Palms together."
        }
        (Exercise::BunLift, _) => {
            "Lie on your back, knees up, feet flat, hands folded over your chest. \
             Raise your tailbone as high as it goes. Now down 1 inch: that is your top. \
             Lower your bottom to the mat."
        }
        (Exercise::HamstringReach, _) => {
            "Sit with your legs out straight, knees a touch soft, feet drawn back. \
             Let your hands travel gently towards your toes."
        }
    }
}

/// How to get into position, short, for the eye.
const fn get_into(exercise: Exercise, side: Side) -> &'static str {
    match (exercise, side) {
        (Exercise::QuadSway, Side::Left) => "Left knee up, hip height at most.",
        (Exercise::QuadSway, _) => "Palms together. Right knee up, hip height at most.",
        (Exercise::QuadPull, Side::Left) => "Turn round. Right hand on the chair.",
        (Exercise::QuadPull, _) => "Left hand on the chair. Right heel in your right hand.",
        (Exercise::KneeBounces, _) => "Hands below shoulders, knees below hips.",
        (Exercise::ImaginaryChair, _) => "Back to the wall. Feet forward, glide down.",
        (Exercise::BunLift, _) => "On your back. Knees up, feet flat.",
        (Exercise::HamstringReach, _) => "Legs out straight. Feet drawn back.",
    }
}

const fn begin(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Begin. Swing side to side.",
        Exercise::KneeBounces => "Begin. Knees 1 inch up, and bounce.",
        Exercise::BunLift => "Begin. Up to your top.",
        _ => "Begin.",
    }
}

const fn move_now(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Swing side to side.",
        Exercise::QuadPull => "Heel towards your bottom.",
        Exercise::KneeBounces => "Knees 1 inch up, and bounce.",
        Exercise::ImaginaryChair => "Stay there. Keep breathing.",
        Exercise::BunLift => "Up to your top.",
        Exercise::HamstringReach => "Lower back towards your knees.",
    }
}

const fn come_out(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Foot down. Rest.",
        Exercise::QuadPull => "Let go gently. Foot down.",
        Exercise::KneeBounces => "Knees down. Rest.",
        Exercise::ImaginaryChair => "Slide slowly back up the wall.",
        Exercise::BunLift => "And down. Rest.",
        Exercise::HamstringReach => "Sit back up slowly. Rest there before you stand.",
    }
}

const fn breath_in(breath: u8) -> &'static str {
    match breath {
        1 => "Breath one. In.",
        2 => "Breath two. In.",
        3 => "Breath three. In.",
        4 => "Breath four. In.",
        _ => "Breath five. In.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words() {
        assert_eq!(count(7), "Seven.");
        assert_eq!(count(20), "Twenty.");
        assert_eq!(count(21), "Twenty-one.");
        assert_eq!(count(60), "Sixty.");
    }

    #[test]
    fn speech_follows_the_speed() {
        let spoken = Spoken::Coach(Coach::ThinGlass);
        assert_eq!(speech_ms(spoken, 95), 2_400);
        assert!(speech_ms(spoken, 70) > speech_ms(spoken, 120));
    }
}
