//! Pages that need no more state than their props: the app's shell decides which one is shown.

#![allow(clippy::needless_pass_by_value, reason = "props are handed over")]
#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod choice;
mod exercise;
mod install;
mod paper;
mod read;
mod routine;
mod safety;
mod settings;
mod stop;

pub use choice::TodaysChoice;
pub use exercise::{ExercisePage, Reading, caution};
pub use install::InstallPage;
pub use paper::{PrintPage, PrintedRoutine};
pub use read::{AboutPage, HelpPage, NotFoundPage};
pub use routine::RoutinePage;
pub use safety::SafetyQuestions;
pub use settings::{ExerciseSettings, Reset, SettingsPage, VoiceChoice};
pub use stop::{EndChoice, EndPage, StoppedChoice, StoppedPage};
