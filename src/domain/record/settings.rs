//! What a person chose: the voice, the waits, the dose, the look. Every field has the source's or
//! the gentlest value as its default, and a stored file that lacks a field gets that default.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::figure::Build;
use crate::domain::possible::refuse_the_impossible;
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::{Dose, Reps, Seconds};
use crate::domain::routine::pace::Pace;

/// Declares a choice: an enum that is stored by its name in kebab-case.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "where there is no comment, the name says it")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice, in the order in which Settings shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

choice!(
    /// Who says the words.
    Speaker { #[default] App, ScreenReader, TonesOnly }
);
choice!(
    /// How much the voice says.
    VoiceLevel { #[default] EveryCount, EveryFive, KeyMoments, Off }
);
choice!(
    /// How long every wait is.
    Waits { #[default] Once, Twice, Thrice }
);
choice!(
    /// Whether the next set starts by itself (WCAG 2.2.1).
    Advance { #[default] ByItself, WhenISay }
);
choice!(
    /// Who counts the reps.
    Counting { #[default] Paced, ByHand }
);
choice!(
    /// How the repeat of the tighter side is chosen (fact 29).
    TighterSide { #[default] Ask, /** Time for it, without a touch. */ GiveTime }
);
choice!(
    /// Where the hands are in Quad Sway.
    Hands { #[default] Together, /** One stays on the chair. */ OneOnChair }
);
choice!(
    /// In which order the exercises come.
    Order { #[default] Source, /** 1, 2, 4, 3, 5, 6: one trip to the floor. */ FloorTogether }
);
choice!(
    /// Whether the figure moves.
    Motion { #[default] Device, On, Still }
);
choice!(
    /// Size of the body text: 18, 20, 24 or 28 px.
    TextSize { Small, #[default] Normal, Large, Largest }
);
choice!(
    /// The colours.
    Colours { #[default] Device, Light, Dark, HighContrast }
);
choice!(
    /// How one inch is written.
    Inch { #[default] /** As in the reader's region. */ Device, Both, Inches, Centimetres }
);
choice!(
    /// The skin of the person in the pictures.
    Skin { Light, #[default] Medium, Dark }
);

/// What a person changed about the session of one day; for any other day it means nothing.
///
/// A bit for each exercise and not a list of them: that saves 0.9 kB of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SkipToday {
    /// For which day.
    pub day: Day,
    /// Left out of its session or, where they start as skipped, taken in: the first exercise of
    /// [`Exercise::ALL`] is 1, the second 2, the third 4, and so on.
    pub changed: u8,
}

/// Everything a person can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, remote = "Self")]
#[expect(missing_docs, reason = "the types say it")]
pub struct Settings {
    pub speaker: Speaker,
    pub level: VoiceLevel,
    /// The chosen voice by its name on this device; `None` is the best offline one.
    pub voice: Option<String>,
    /// Speed of the voice in percent ([`Settings::RATES`]).
    pub rate_percent: u8,
    /// How long this device's voice takes for a sentence, in percent of what is expected
    /// ([`Settings::VOICE_TAKES`]): the app hears that by itself.
    pub voice_takes_percent: u16,
    /// Volume of the voice in percent, 0 to 100.
    pub voice_volume: u8,
    /// Volume of the tones in percent, 0 to 100.
    pub tone_volume: u8,
    /// Leave other apps' music playing (on an iPhone the silent switch then mutes the tones).
    pub keep_music: bool,
    pub waits: Waits,
    pub advance: Advance,
    pub counting: Counting,
    pub tighter: TighterSide,
    pub hands: Hands,
    pub order: Order,
    /// The pace of each exercise, in the order of [`Exercise::ALL`].
    pub pace: [Pace; 6],
    /// Reps asked for in Quad Sway, Knee Bounces and Bun Lift.
    pub reps: [Reps; 3],
    /// Length of the Imaginary Chair (fact 43).
    pub hold: Seconds,
    /// The Imaginary Chair's variety (fact 44).
    pub wiggle: bool,
    pub motion: Motion,
    pub text_size: TextSize,
    pub colours: Colours,
    pub vibration: bool,
    pub inch: Inch,
    /// Body and hair of the person in the pictures.
    pub build: Build,
    pub skin: Skin,
    pub skip_today: SkipToday,
}

refuse_the_impossible!(Settings);

impl Default for Settings {
    fn default() -> Self {
        Self {
            speaker: Speaker::default(),
            level: VoiceLevel::default(),
            voice: None,
            rate_percent: Self::DEFAULT_RATE,
            voice_takes_percent: 100,
            voice_volume: 100,
            tone_volume: 70,
            keep_music: false,
            waits: Waits::default(),
            advance: Advance::default(),
            counting: Counting::default(),
            tighter: TighterSide::default(),
            hands: Hands::default(),
            order: Order::default(),
            pace: [Pace::Normal; 6],
            reps: [Reps::MAX; 3],
            hold: Seconds::MAX,
            wiggle: false,
            motion: Motion::default(),
            text_size: TextSize::default(),
            colours: Colours::default(),
            vibration: false,
            inch: Inch::default(),
            build: Build::default(),
            skin: Skin::default(),
            skip_today: SkipToday::default(),
        }
    }
}

impl Waits {
    /// The factor on every wait.
    pub const fn factor(self) -> u32 {
        match self {
            Self::Once => 1,
            Self::Twice => 2,
            Self::Thrice => 3,
        }
    }
}

impl SkipToday {
    /// Whether this exercise's place in the session of `today` was changed.
    pub fn has(&self, exercise: Exercise, today: Day) -> bool {
        self.day == today && self.changed & bit(exercise) != 0
    }

    /// Changes the place of this exercise in the session of `today`, or changes it back. What was
    /// chosen for another day is over.
    pub fn toggle(&mut self, exercise: Exercise, today: Day) {
        if self.day != today {
            *self = Self {
                day: today,
                changed: 0,
            };
        }
        self.changed ^= bit(exercise);
    }
}

const fn bit(exercise: Exercise) -> u8 {
    1 << exercise.index()
}

impl Settings {
    /// The speeds of the voice that can be chosen, in percent.
    pub const RATES: RangeInclusive<u8> = 70..=120;

    /// The speed of the voice that people have who choose none, in percent.
    pub const DEFAULT_RATE: u8 = 95;

    /// What a voice can take, in percent of what is expected.
    pub const VOICE_TAKES: RangeInclusive<u16> = 75..=200;

    fn is_possible(&self) -> bool {
        Self::VOICE_TAKES.contains(&self.voice_takes_percent)
            && Self::RATES.contains(&self.rate_percent)
            && self.voice_volume <= 100
            && self.tone_volume <= 100
    }

    /// What a set of this exercise asks for.
    pub fn dose(&self, exercise: Exercise) -> Dose {
        let source = Dose::of_source(exercise);
        match exercise {
            Exercise::QuadPull | Exercise::HamstringReach => source,
            Exercise::ImaginaryChair => Dose::Hold(self.hold),
            Exercise::QuadSway => Dose::Reps(self.reps[0]),
            Exercise::KneeBounces => Dose::Reps(self.reps[1]),
            Exercise::BunLift => Dose::Reps(self.reps[2]),
        }
    }

    /// Changes what a set of this exercise asks for; breaths stay at the source's five.
    pub fn set_dose(&mut self, exercise: Exercise, number: u8) {
        match exercise {
            Exercise::QuadPull | Exercise::HamstringReach => {}
            Exercise::ImaginaryChair => self.hold = Seconds::nearest(number),
            Exercise::QuadSway => self.reps[0] = Reps::nearest(number),
            Exercise::KneeBounces => self.reps[1] = Reps::nearest(number),
            Exercise::BunLift => self.reps[2] = Reps::nearest(number),
        }
    }

    /// The pace of this exercise.
    pub fn pace(&self, exercise: Exercise) -> Pace {
        self.pace[exercise.index()]
    }

    /// The speed at which sentences are heard, in percent; 0 where a screen reader has its own.
    pub fn speech_rate(&self) -> u8 {
        match self.speaker {
            Speaker::ScreenReader => 0,
            Speaker::App | Speaker::TonesOnly => {
                let percent = u16::from(self.rate_percent) * 100 / self.voice_takes_percent.max(1);
                u8::try_from(percent).unwrap_or(u8::MAX).max(1)
            }
        }
    }

    /// The exercises in the chosen order.
    pub const fn exercises(&self) -> [Exercise; 6] {
        match self.order {
            Order::Source => Exercise::ALL,
            Order::FloorTogether => [
                Exercise::QuadSway,
                Exercise::QuadPull,
                Exercise::ImaginaryChair,
                Exercise::KneeBounces,
                Exercise::BunLift,
                Exercise::HamstringReach,
            ],
        }
    }
}
