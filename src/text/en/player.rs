//! The words of the player that stand on the screen; what is said aloud is in `cues`.

use crate::domain::routine::Side;

/// The main button while something runs.
pub const PAUSE: &str = "Pause";
/// The main button when the person counts (decision 18).
pub const COUNT: &str = "Count";
/// The main button while waiting for a set to begin.
pub const START_NOW: &str = "Start now";
/// Ends the set and keeps its count (facts 20, 35, 43).
pub const ENOUGH: &str = "That’s enough";
/// Stops the countdown and opens the pause sheet.
pub const WAIT_FOR_ME: &str = "Wait for me";
/// Stops at once, in every phase (fact 5).
pub const IT_HURTS: &str = "It hurts";
/// Goes on where it stopped.
pub const RESUME: &str = "Resume";
/// Begins the set anew.
pub const RESTART_SET: &str = "Start this set again";
/// Goes to the set before.
pub const PREVIOUS: &str = "Back to previous";
/// Goes to the next set without a result.
pub const SKIP: &str = "Skip this one";
/// Opens the choices for the voice.
pub const CHANGE_VOICE: &str = "Change voice";
/// Asks whether to end here.
pub const END_SESSION: &str = "End session";
/// Shown when the browser holds the sound back.
pub const SOUND_ON: &str = "Turn on sound";
/// In a pause, where the device does not keep the screen on.
pub const SCREEN_DARK: &str = "Your screen may go dark.";
/// Takes back the last skip.
pub const UNDO: &str = "Undo";

/// The title while paused.
pub const PAUSED: &str = "Paused";
/// Why it paused: the screen went off, or another app or page was in front (decision 7).
pub const PAUSED_OUT_OF_SIGHT: &str = "Paused while this page was out of sight.";
/// Why it paused: the clock jumped; the device slept, or its clock was set (decision 7).
pub const PAUSED_ASLEEP: &str = "Paused. Your device may have been asleep.";
/// Why it paused: a call or another app.
pub const PAUSED_SOUND_TAKEN: &str = "Paused because a call or another app is using the sound.";
/// Why it is paused: it was carried on after the page was closed.
pub const PAUSED_REOPENED: &str = "Paused. Your count is kept.";
/// What the tab calls the page.
pub const TITLE: &str = "Session";
/// Below the number when the set waits for the person.
pub const WHEN_READY: &str = "Start when you are ready.";
/// What is shown below a 1 while waiting.
pub const SECOND: &str = "second";
/// In the disc that grows with the breath.
pub const BREATHE_IN: &str = "In";
/// In the disc that shrinks with the breath.
pub const BREATHE_OUT: &str = "Out";
/// The title of a change of sides (facts 21, 27).
pub const SWITCH_SIDES: &str = "Switch sides";
/// What is shown below the number while waiting.
pub const MINUTES: &str = "minutes";
pub const SECONDS: &str = "seconds";
/// For screen readers: names the part with the number.
pub const PROGRESS: &str = "Progress";
/// For screen readers: names the row of buttons.
pub const CONTROLS: &str = "Exercise controls";
/// Said once, in the first session (decision 22).
pub const FIRST_SESSION_WAITS: &str = "This is your first session. Every wait is twice as long.";

/// The question after both sides of Quad Pull (fact 29).
pub const TIGHTER: &str = "Was one side tighter?";
/// Why the question is asked (facts 3, 29).
pub const TIGHTER_WHY: &str =
    "If so, do that side again. Uneven muscles make you lean on others to make up for it.";
/// Repeats the right side.
pub const RIGHT_AGAIN: &str = "Right again";
/// Repeats the left side.
pub const LEFT_AGAIN: &str = "Left again";
/// Repeats nothing.
pub const BOTH_SAME: &str = "Both the same";

/// How far the routine has come: "1 of 6, then Quad Pull".
pub fn place(number: usize, all: usize, next: Option<&str>) -> String {
    let (number, all) = (number.to_string(), all.to_string());
    let then = if next.is_some() { ", then " } else { "" };
    [&number, " of ", &all, then, next.unwrap_or_default()].concat()
}

/// How long the session still takes: "12 min left".
pub fn minutes_left(minutes: u32) -> String {
    [&minutes.to_string(), " min left"].concat()
}

/// While the count comes back after a pause: "Carrying on from 4".
pub fn carrying_on_from(number: &str) -> String {
    ["Carrying on from ", number].concat()
}

/// What the big number counts up to: "of 25 sways".
pub fn of_target(target: u8, unit: &str) -> String {
    ["of ", &target.to_string(), " ", unit].concat()
}

/// What a hold counts up to: "goal 1 minute".
pub fn goal(seconds: u8) -> String {
    if seconds == 60 {
        return "goal 1 minute".to_owned();
    }
    ["goal ", &seconds.to_string(), " seconds"].concat()
}

/// After an early end, and below the second side: "You did 18 on the right."
pub fn did(done: u8, side: Side) -> String {
    let place = match side {
        Side::Left => " on the left.",
        Side::Right => " on the right.",
        Side::Both => ".",
    };
    ["You did ", &done.to_string(), place].concat()
}

/// Beside "Undo": "Skipped Quad Pull."
pub fn skipped(name: &str) -> String {
    ["Skipped ", name, "."].concat()
}

/// The title between two exercises: "Next: Knee Bounces".
pub fn next(name: &str) -> String {
    ["Next: ", name].concat()
}

/// Beside "Undo": "Back to Quad Pull."
pub fn went_back(name: &str) -> String {
    ["Back to ", name, "."].concat()
}
