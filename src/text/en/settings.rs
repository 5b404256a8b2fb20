//! Labels of the choices (decision 43).

use crate::domain::routine::pace::Pace;
use crate::domain::record::settings::{
    Advance, Colours, Counting, Hands, Inch, Motion, Order, Speaker, TextSize, TighterSide, VoiceLevel,
    Waits,
};

pub const TITLE: &str = "Settings";
pub const ALL: &str = "All settings";
pub const VOICE: &str = "Voice";
pub const WHO_SPEAKS: &str = "Who speaks?";
pub const HOW_MUCH: &str = "How much it says";
pub const WHICH_VOICE: &str = "Which voice";
pub const SPEED: &str = "Speed";
pub const VOICE_VOLUME: &str = "Volume of the voice";
pub const TONE_VOLUME: &str = "Volume of the tones";
pub const BEST_VOICE: &str = "The best one here";
pub const TEST: &str = "Test the voice";
pub const TONES: &str = "Tones";
pub const KEEP_MUSIC: &str = "Let my music play";
pub const KEEP_MUSIC_WHY: &str =
    "On an iPhone the silent switch then turns the tones off. The buttons on a headset may not work.";
pub const SESSION: &str = "Session";
pub const WAITS: &str = "Waiting times";
pub const ADVANCE: &str = "The next set starts";
pub const COUNTING: &str = "Who counts";
pub const PACE: &str = "Pace";
pub const TARGET: &str = "Target";
pub const PACE_AND_TARGETS: &str = "Pace and targets";
pub const WIGGLE: &str = "Rock the knees in Imaginary Chair";
pub const TIGHTER: &str = "Tighter side";
pub const HANDS: &str = "Hands in Quad Sway";
pub const ORDER: &str = "Order";
pub const LETTERS: &str = "Letters and colors";
pub const PICTURES: &str = "Pictures";
pub const DATA_WHAT: &str = "Save or restore a backup";
pub const MOTION: &str = "Motion";
pub const TEXT_SIZE: &str = "Text size";
pub const COLOURS: &str = "Colors";
pub const VIBRATION: &str = "Vibration";
pub const UNITS: &str = "Units";
pub const SAFETY_AGAIN: &str = "Do the safety questions again";
pub const RESET: &str = "Reset all settings";
pub const RESET_DONE: &str = "All settings are reset.";
pub const ON: &str = "On";
pub const OFF: &str = "Off";

pub const fn on_off(on: bool) -> &'static str {
    if on { ON } else { OFF }
}

/// What is chosen, on a row of the menu: "The app, every 5".
pub fn both(one: &str, other: &str) -> String {
    [one, ". ", other, "."].concat()
}

pub const fn motion_is(choice: Motion) -> &'static str {
    match choice {
        Motion::Device => "Motion as on this device",
        Motion::On => "Moving",
        Motion::Still => "Still",
    }
}

/// The name of the button that lowers a number.
pub fn less(label: &str) -> String {
    [label, ", less"].concat()
}

/// The name of the button that raises a number.
pub fn more(label: &str) -> String {
    [label, ", more"].concat()
}

pub fn percent(number: u8) -> String {
    [&number.to_string(), "%"].concat()
}

pub const fn speaker(choice: Speaker) -> &'static str {
    match choice {
        Speaker::App => "The app",
        Speaker::ScreenReader => "My screen reader",
        Speaker::TonesOnly => "Tones only",
    }
}

pub const fn level(choice: VoiceLevel) -> &'static str {
    match choice {
        VoiceLevel::EveryCount => "Every count",
        VoiceLevel::EveryFive => "Every 5",
        VoiceLevel::KeyMoments => "Key moments",
        VoiceLevel::Off => "Off",
    }
}

pub const fn waits(choice: Waits) -> &'static str {
    match choice {
        Waits::Once => "Normal",
        Waits::Twice => "Twice as long",
        Waits::Thrice => "Three times as long",
    }
}

pub const fn advance(choice: Advance) -> &'static str {
    match choice {
        Advance::ByItself => "By itself",
        Advance::WhenISay => "Only when I say",
    }
}

pub const fn counting(choice: Counting) -> &'static str {
    match choice {
        Counting::Paced => "The app, at a steady pace",
        Counting::ByHand => "I do, one press each time",
    }
}

pub const fn pace(choice: Pace) -> &'static str {
    match choice {
        Pace::Slower => "Slower",
        Pace::Normal => "Normal",
        Pace::Faster => "Faster",
    }
}

pub const fn order(choice: Order) -> &'static str {
    match choice {
        Order::Source => "The routine’s own order",
        Order::FloorTogether => "Keep floor exercises together (1, 2, 4, 3, 5, 6)",
    }
}

pub const fn tighter(choice: TighterSide) -> &'static str {
    match choice {
        TighterSide::Ask => "Ask me",
        TighterSide::GiveTime => "Give me time, without a touch",
    }
}

pub const fn hands(choice: Hands) -> &'static str {
    match choice {
        Hands::Together => "Palms together",
        Hands::OneOnChair => "Keep one hand on the chair",
    }
}

pub const fn motion(choice: Motion) -> &'static str {
    match choice {
        Motion::Device => "Follow device",
        Motion::On => "On",
        Motion::Still => "Still",
    }
}

pub const fn text_size(choice: TextSize) -> &'static str {
    match choice {
        TextSize::Small => "Small",
        TextSize::Normal => "Normal",
        TextSize::Large => "Large",
        TextSize::Largest => "Largest",
    }
}

pub const fn colours(choice: Colours) -> &'static str {
    match choice {
        Colours::Device => "Follow device",
        Colours::Light => "Light",
        Colours::Dark => "Dark",
        Colours::HighContrast => "High contrast",
    }
}

pub const fn inch(choice: Inch) -> &'static str {
    match choice {
        Inch::Device => "As in my region",
        Inch::Both => "1 inch (2.5cm)",
        Inch::Inches => "1 inch",
        Inch::Centimetres => "2.5cm",
    }
}
