//! Cues: what is heard, and when. Screen, voice and tone are equal observers of the same cue.
//!
//! A track is the list of cues of one activity with their times from its start. Tracks follow from
//! the rules in decisions 14 to 16, 22 and 23; they never hold words, only the names of sentences.

mod counted;
mod spaced;
mod tone;
mod track;

pub use counted::said_at;
pub use spaced::{APART_MS, Spaced};
pub use tone::{Note, Tone};

pub(crate) use track::{GAP_MS, rocks_from_ms};
pub use track::{lead_in_track, resuming_track, set_track, tighter_track};

use serde::{Deserialize, Serialize};

use crate::domain::guide::lead_in::Guide;
use crate::domain::record::settings::VoiceLevel;
use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Fact, Side};

/// How a lead-in opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opening {
    /// The first set of a session.
    First,
    /// Another exercise than before.
    Next,
    /// The other side of the same exercise.
    Switch,
    /// The same side once more.
    Again,
}

/// Names a sentence that is spoken. The words are in `text::cues`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spoken {
    /// This is the first session: the waits are doubled (decision 22).
    FirstSession,
    /// The name of what comes.
    Opening(Opening, Exercise, Side),
    /// How to get into position.
    Guide(Guide),
    /// How much, and that stopping sooner is fine.
    Dose(Exercise, Dose),
    /// How to count the reps oneself.
    CountYourself,
    /// For a person whose own screen reader speaks: tones count down.
    ThreeBeeps,
    /// The set waits for the person's word.
    StartWhenReady,
    /// "Three", "two", "one", before a start and at the end of a hold.
    CountDown(u8),
    /// The start of a set, with its first instruction.
    Begin(Exercise),
    /// A bare count.
    Number(u8),
    /// A count, and that half is done.
    Halfway(u8),
    /// A count, and that five are left.
    FiveMore(u8),
    /// The last count, and how to come out.
    Last(Exercise, u8),
    /// A reminder of how to do it, in the place of a count.
    Coach(Coach),
    /// A count and a reminder.
    Coached(u8, Coach),
    /// The start of an in-breath, numbered from 1.
    BreathIn(u8),
    /// The start of the last in-breath.
    LastBreathIn,
    /// The start of an in-breath where a slow voice has no time for more.
    In,
    /// The start of an out-breath, with a reminder.
    BreathOut(Option<Coach>),
    /// The end of a stretch.
    StretchDone(Exercise),
    /// Half of the hold is done; this many seconds are left.
    HoldHalfway(u8),
    /// The end of the hold.
    HoldDone,
    /// Done before the target, with the number done.
    Enough(u8),
    /// "Was one side tighter?", with the seconds until the session moves on; 0 if it waits.
    AskTighter(u8),
    /// The session waits.
    Paused,
    /// The session goes on in this many seconds.
    CarryingOn(u8),
    /// Stopping for pain.
    Stopping,
    /// All done.
    AllDone {
        /// Whether the person still sits or lies on the floor.
        on_floor: bool,
    },
}

/// A reminder of how an exercise is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fact says what it teaches")]
pub enum Coach {
    KneeStill,
    StandTall,
    TummyLifted,
    KeepBreathing,
    EaseHeelIn,
    ThighRelaxed,
    NoForce,
    Light,
    ElbowsBent,
    ThinGlass,
    BackFlat,
    ShouldersDown,
    RockKnees,
    TapTheMat,
    CurlUnder,
    CurlEveryTime,
    SmallOfBack,
    FeetBack,
    KneesBent,
}

impl Coach {
    /// All of them, in the order of the exercises.
    pub const ALL: [Self; 19] = [
        Self::KneeStill,
        Self::StandTall,
        Self::TummyLifted,
        Self::KeepBreathing,
        Self::EaseHeelIn,
        Self::ThighRelaxed,
        Self::NoForce,
        Self::Light,
        Self::ElbowsBent,
        Self::ThinGlass,
        Self::BackFlat,
        Self::ShouldersDown,
        Self::RockKnees,
        Self::TapTheMat,
        Self::CurlUnder,
        Self::CurlEveryTime,
        Self::SmallOfBack,
        Self::FeetBack,
        Self::KneesBent,
    ];

    /// The source fact it recalls; `None` for an addition of ours.
    pub const fn fact(self) -> Option<Fact> {
        Some(Fact(match self {
            Self::KneeStill => 18,
            Self::StandTall => 15,
            Self::TummyLifted => 19,
            Self::KeepBreathing => return None,
            Self::EaseHeelIn => 25,
            Self::ThighRelaxed | Self::NoForce => 28,
            Self::Light => 36,
            Self::ElbowsBent => 32,
            Self::ThinGlass => 37,
            Self::BackFlat => 45,
            Self::ShouldersDown => 46,
            Self::RockKnees => 44,
            Self::TapTheMat => 52,
            Self::CurlUnder | Self::CurlEveryTime => 53,
            Self::SmallOfBack => 58,
            Self::FeetBack => 59,
            Self::KneesBent => 57,
        }))
    }
}

/// Names a message for a screen reader (decision 31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// What comes and the seconds until it starts; 0 if it waits for the person.
    GetReady(Opening, Exercise, Side, u16),
    /// The set runs.
    Started,
    /// Half is done.
    Halfway,
    /// Five reps are left.
    FiveLeft,
    /// Ten seconds are left.
    TenSecondsLeft,
    /// So many reps are done, where nothing else has told it for long.
    Count(u8),
    /// So many seconds are done, where nothing else has told it for long.
    Seconds(u8),
    /// The last breath begins.
    LastBreath,
    /// A stretch is done.
    Done,
    /// A set is done, with its number.
    RepsDone(u8),
    /// The hold is over.
    Time,
    /// "Was one side tighter?", with the seconds until the session moves on; 0 if it waits.
    AskTighter(u16),
    /// The session waits.
    Paused,
    /// The session goes on.
    CarryingOn,
    /// All done.
    AllDone,
}

/// One cue of a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedCue {
    /// Milliseconds from the start of the activity.
    pub at_ms: u32,
    /// What is beeped, exactly then.
    pub tone: Option<Tone>,
    /// What is said, from then on.
    pub say: Option<Spoken>,
    /// What a screen reader is told.
    pub status: Option<Status>,
}

/// How long a sentence takes, in milliseconds. The words, and so their lengths, live outside the
/// core (decision 14).
#[derive(Clone, Copy, Debug)]
pub struct SpeechMs(pub fn(Spoken, u8) -> u32, pub u8);

impl SpeechMs {
    /// The length of this sentence at the chosen speed.
    pub fn of(self, spoken: Spoken) -> u32 {
        (self.0)(spoken, self.1)
    }

    /// Whether a person's own screen reader speaks: its speed is not known.
    pub const fn is_screen_reader(self) -> bool {
        self.1 == 0
    }
}

impl PartialEq for SpeechMs {
    /// Compares the speed: the words are the same for everybody.
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}

impl Eq for SpeechMs {}

impl Spoken {
    /// Whether the app's voice says it at this level.
    pub const fn is_said(self, level: VoiceLevel) -> bool {
        match level {
            VoiceLevel::EveryCount => true,
            VoiceLevel::EveryFive => match self {
                Self::Number(number) => number % 5 == 0,
                _ => true,
            },
            VoiceLevel::KeyMoments => {
                !matches!(self, Self::Number(_) | Self::Coach(_) | Self::Coached(..))
            }
            VoiceLevel::Off => false,
        }
    }

    /// Whether a person whose own screen reader speaks is told it: instructions, coaching, every
    /// fifth rep and every breath (decision 23). It holds over the [`Status`] of the same moment;
    /// the rest comes as a status alone.
    pub const fn is_read_out(self) -> bool {
        match self {
            Self::Number(number) => number % 5 == 0,
            Self::FirstSession
            | Self::Guide(_)
            | Self::Dose(..)
            | Self::CountYourself
            | Self::ThreeBeeps
            | Self::StartWhenReady
            | Self::Begin(_)
            | Self::Last(..)
            | Self::Coach(_)
            | Self::Coached(..)
            | Self::BreathIn(_)
            | Self::BreathOut(Some(_))
            | Self::StretchDone(_)
            | Self::HoldDone
            | Self::Enough(_)
            | Self::Stopping => true,
            _ => false,
        }
    }

    /// For how many milliseconds it may wait for its turn, with the voice or a screen reader. Later it
    /// is not true any more, and is dropped.
    pub const fn can_wait_ms(self) -> u32 {
        match self {
            Self::Number(_)
            | Self::CountDown(_)
            | Self::Coached(..)
            | Self::Halfway(_)
            | Self::FiveMore(_) => 0,
            Self::BreathIn(_) | Self::BreathOut(_) => 1_000,
            _ => APART_MS,
        }
    }

    /// Whether the device buzzes with it: the start and the end of a set.
    pub const fn is_felt(self) -> bool {
        matches!(
            self,
            Self::Begin(_) | Self::Last(..) | Self::StretchDone(_) | Self::HoldDone
        )
    }
}
