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

/// Where no app starts, in the shell.
pub const NEEDS_NEWER_BROWSER: &str = "The guided session needs a newer browser.";
pub const NEEDS_WEBASSEMBLY: &str =
    "The guided session needs WebAssembly, which is turned off in this browser, for example by Lockdown Mode on an iPhone.";
pub const NOT_IN_A_FRAME: &str = "Spry Knees does not run inside another page.";
pub const OPEN_BY_ITSELF: &str = "Open Spry Knees by itself";
pub const DID_NOT_LOAD: &str =
    "The guided session did not load. Check your internet connection, or try a newer browser.";
pub const TRIES_AGAIN: &str = "It tries again by itself.";
pub const CAN_BE_READ: &str = "You can read all six exercises below.";
