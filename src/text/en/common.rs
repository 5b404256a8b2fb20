//! Words that stand on many pages.

pub const APP: &str = "Spry Knees";
pub const BACK: &str = "Back";
pub const HELP: &str = "Help";
pub const DONE: &str = "Done";
pub const SAVED: &str = "Saved.";
pub const UNDO: &str = "Undo";
pub const SKIP: &str = "Skip";
pub const NOT_FOUND: &str = "We cannot find that page.";
pub const GO_TO_TODAY: &str = "Go to Today.";
pub const NO_SCRIPT: &str =
    "This page can be read without JavaScript. To be led through the session, switch JavaScript on.";
pub const FAULT: &str = "Something went wrong.";
pub const FAULT_SAVED: &str = "Your results are saved.";
pub const RELOAD: &str = "Reload";
