//! What is said, what a screen reader is told, and the short line that stands on the screen.

use std::borrow::Cow;

use super::exercises::{leg, name};
use super::{lead_in, player};
use crate::device::voice;
use crate::domain::guide::cue::{APART_MS, Coach, Opening, Spoken, Status};
use crate::domain::guide::session::Why;
use crate::domain::record::settings::{Inch, Settings};
use crate::domain::routine::{Exercise, Side};

/// A sentence, or several in one breath.
pub type Words = Cow<'static, str>;

/// How long a sentence takes at a speed of `rate_percent` (70 to 120), in milliseconds. A speed of 0
/// is a person's own screen reader: nobody knows how fast it is, and what it is told keeps apart.
pub fn speech_ms(spoken: Spoken, rate_percent: u8) -> u32 {
    let rate = if rate_percent == 0 {
        Settings::DEFAULT_RATE
    } else {
        rate_percent
    };
    let ms = if names_an_inch(spoken) {
        // A plan holds for either unit.
        let lengths =
            [Inch::Inches, Inch::Centimetres].map(|inch| words_ms(&say(spoken, inch), rate));
        lengths[0].max(lengths[1])
    } else {
        words_ms(&say(spoken, Inch::Both), rate)
    };
    // These are told by their status.
    let status = matches!(
        spoken,
        Spoken::Opening(..) | Spoken::Halfway(_) | Spoken::FiveMore(_) | Spoken::HoldHalfway(_)
    );
    let told = spoken.is_read_out() || status;
    let apart_ms = if rate_percent == 0 && told { APART_MS } else { 0 };
    ms.max(apart_ms)
}

const fn names_an_inch(spoken: Spoken) -> bool {
    matches!(spoken, Spoken::Guide(_) | Spoken::Coach(Coach::RockKnees))
}

fn words_ms(words: &str, rate_percent: u8) -> u32 {
    if words.split(' ').count() <= voice::UTTERANCE_WORDS {
        return voice::utterance_ms(words, rate_percent);
    }
    let utterances = voice::utterances(words);
    let lengths = utterances
        .iter()
        .map(|words| voice::utterance_ms(words, rate_percent));
    lengths.sum()
}

/// What the voice says.
pub fn say(spoken: Spoken, inch: Inch) -> Words {
    match spoken {
        Spoken::FirstSession => player::FIRST_SESSION_WAITS.into(),
        Spoken::Opening(opening, exercise, side) => lead_in::opening(opening, exercise, side),
        Spoken::Guide(guide) => lead_in::guide(guide, inch).into(),
        Spoken::Dose(exercise, dose) => lead_in::dose(exercise, dose),
        Spoken::CountYourself => lead_in::COUNT_YOURSELF.into(),
        Spoken::ThreeBeeps => lead_in::THREE_BEEPS.into(),
        Spoken::StartWhenReady => lead_in::START_WHEN_READY.into(),
        Spoken::CountDown(number) | Spoken::Number(number) => count(number),
        Spoken::Begin(exercise) => begin(exercise).into(),
        Spoken::Halfway(number) => count(number) + " Halfway.",
        Spoken::FiveMore(number) => count(number) + " Five more.",
        Spoken::Last(exercise, number) => count(number) + " " + come_out(exercise),
        Spoken::Coach(coach) => coaching(coach, inch).into(),
        Spoken::Coached(number, coach) => count(number) + " " + coaching(coach, inch),
        Spoken::BreathIn(breath) => breath_in(breath).into(),
        Spoken::In => "In.".into(),
        Spoken::LastBreathIn => "One more breath in.".into(),
        Spoken::BreathOut(None) => "And out.".into(),
        Spoken::BreathOut(Some(coach)) => Cow::from("And out. ") + coaching(coach, inch),
        Spoken::StretchDone(exercise) => come_out(exercise).into(),
        Spoken::HoldHalfway(left) => join(&["Halfway. ", &word(left), " seconds left."]),
        Spoken::HoldDone => come_out(Exercise::ImaginaryChair).into(),
        Spoken::Enough(number) => count(number) + " Well done.",
        Spoken::AskTighter(0) => join(&[ASK_TIGHTER, " Or touch Both the same."]),
        Spoken::AskTighter(_) => join(&[ASK_TIGHTER, " Or wait, and we go on."]),
        Spoken::Paused => "Paused.".into(),
        Spoken::CarryingOn(seconds) => join(&["Carrying on in ", &seconds.to_string(), "."]),
        Spoken::Stopping => "Stop. Come out of it gently.".into(),
        Spoken::AllDone { on_floor: false } => "All done. Well done.".into(),
        Spoken::AllDone { on_floor: true } => {
            "All done. Well done. Rest where you are. \
             When you get up: hands and knees first, facing the chair. \
             Then one foot flat, and push up."
                .into()
        }
    }
}

/// After "All done. Well done.": "Your next session: Friday or later."
pub fn next_from(weekday: &str) -> String {
    ["Your next session: ", weekday, " or later."].concat()
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

const ASK_TIGHTER: &str = "Was one side tighter? Touch Right or Left to do it again.";

/// The line under the big number; `None` where the sentence is only for the ear.
pub fn line(spoken: Spoken, inch: Inch) -> Option<Words> {
    Some(match spoken {
        Spoken::Opening(..)
        | Spoken::FirstSession
        | Spoken::Dose(..)
        | Spoken::CountYourself
        | Spoken::StartWhenReady
        | Spoken::BreathOut(Some(_))
        | Spoken::HoldHalfway(_)
        | Spoken::StretchDone(_)
        | Spoken::HoldDone => say(spoken, inch),
        Spoken::Guide(guide) => lead_in::guide_line(guide, inch).into(),
        Spoken::Begin(exercise) => move_now(exercise).into(),
        Spoken::Coach(coach) | Spoken::Coached(_, coach) => coaching(coach, inch).into(),
        Spoken::AskTighter(_) => "Touch Right or Left to do it again.".into(),
        Spoken::Halfway(_) => "Halfway.".into(),
        Spoken::FiveMore(_) => "Five more.".into(),
        Spoken::BreathIn(_) | Spoken::LastBreathIn | Spoken::In => "Breathe in…".into(),
        Spoken::BreathOut(None) => "And out…".into(),
        Spoken::Last(exercise, _) => come_out(exercise).into(),
        Spoken::AllDone { .. } => "All done. Well done.".into(),
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
        Status::Count(number) => count(number),
        Status::Seconds(number) => join(&[&number.to_string(), " seconds."]),
        Status::LastBreath => "One more breath.".into(),
        Status::Done => "Done.".into(),
        Status::RepsDone(number) => join(&[&number.to_string(), " done."]),
        Status::Time => "Time’s up.".into(),
        Status::AskTighter(seconds) => {
            let seconds = u8::try_from(seconds).unwrap_or(u8::MAX);
            say(Spoken::AskTighter(seconds), Inch::Both)
        }
        Status::Paused => "Paused.".into(),
        Status::CarryingOn => "Carrying on.".into(),
        Status::AllDone => "All done. Well done.".into(),
    }
}

/// A number as a word in a sentence: "Seven".
pub(super) fn word(number: u8) -> String {
    count(number).trim_end_matches('.').to_owned()
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
pub const fn coaching(coach: Coach, inch: Inch) -> &'static str {
    match coach {
        Coach::KneeStill => "Knee still. Only the lower leg swings.",
        Coach::StandTall => "Stand tall, as if a string lifts your head.",
        Coach::TummyLifted => "Tummy and chest lifted.",
        Coach::KeepBreathing => "Keep breathing.",
        Coach::EaseHeelIn => "Ease your heel toward your bottom.",
        Coach::ThighRelaxed => "Let your thigh relax.",
        Coach::NoForce => "Don’t force it.",
        Coach::Light => "Light. Float, never thump.",
        Coach::ElbowsBent => "Elbows a little bent.",
        Coach::ThinGlass => "As if on thin glass.",
        Coach::BackFlat => "Back flat against the wall.",
        Coach::ShouldersDown => "Shoulders down. Keep breathing.",
        Coach::RockKnees if matches!(inch, Inch::Centimetres) => {
            "Rock your knees 2.5 centimeters, right and left."
        }
        Coach::RockKnees => "Rock your knees an inch, right and left.",
        Coach::TapTheMat => "Tap the mat, and up.",
        Coach::CurlUnder => "Curl your tailbone under and squeeze.",
        Coach::CurlEveryTime => "Curl and squeeze, every time.",
        Coach::SmallOfBack => "The small of your back moves toward your knees.",
        Coach::FeetBack => "Feet pulled back.",
        Coach::KneesBent => "Knees a little bent.",
    }
}

pub(super) fn join(parts: &[&str]) -> Words {
    parts.concat().into()
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

const fn begin(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Begin. Swing.",
        Exercise::KneeBounces => "Begin. Bounce.",
        Exercise::ImaginaryChair => "Hold.",
        Exercise::BunLift => "Begin. Up to your top.",
        Exercise::QuadPull | Exercise::HamstringReach => "Begin.",
    }
}

const fn move_now(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Swing your lower leg, right and left.",
        Exercise::QuadPull => "Ease your heel toward your bottom.",
        Exercise::KneeBounces => "Knees up, and bounce.",
        Exercise::ImaginaryChair => "Hold. Keep breathing.",
        Exercise::BunLift => "Up to your top.",
        Exercise::HamstringReach => "Reach gently toward your toes.",
    }
}

const fn come_out(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway => "Foot down. Rest.",
        Exercise::QuadPull => "Let go gently. Foot down.",
        Exercise::KneeBounces => "Knees down. Rest.",
        Exercise::ImaginaryChair => "Time’s up. Slide up the wall. Walk your feet back. Rest.",
        Exercise::BunLift => "And down. Rest.",
        Exercise::HamstringReach => "Sit up slowly.",
    }
}

const fn breath_in(breath: u8) -> &'static str {
    match breath {
        1 => "Breathe in deeply.",
        2 => "Second breath in.",
        3 => "Third breath in.",
        4 => "Fourth breath in.",
        _ => "Fifth breath in.",
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
        assert_eq!(speech_ms(spoken, 95), 440 + 20 * 60);
        assert!(speech_ms(spoken, 70) > speech_ms(spoken, 120));
    }
}
