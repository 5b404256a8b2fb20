//! The start page: today or not, and start (decision 34). Dates come in as words, because
//! only the browser knows how this reader writes them.

use crate::domain::day::Weekday;

pub const TITLE: &str = "Today";

pub const START: &str = "Start";
pub const START_SESSION: &str = "Start session";
pub const GET_STARTED: &str = "Get started";
pub const SEE_EXERCISES: &str = "The 6 exercises";
pub const HISTORY: &str = "My history";
pub const MORE: &str = "More";

pub const WELCOME: &str = "Six exercises for sore knees.";
/// Fact 1.
pub const NOT_ALONE: &str = "Millions of people have sore knees. You are not alone.";
/// Facts 12, 23, 39.
pub const YOU_NEED: &str = "You need a sturdy chair, a wall and a mat.";

pub const READY: &str = "Ready for a session";
pub const REST_DAY: &str = "Rest day";
/// Fact 8.
pub const REST_WHY: &str = "Rest days are part of the routine.";
pub const SEE_WHEN: &str = "See the date";
pub const ANYWAY: &str = "Do it today anyway";
pub const GOOD_TO_SEE_YOU: &str = "Good to see you";
pub const WHEN_YOU_LIKE: &str = "Start again when you like.";
pub const CARRY_ON: &str = "Carry on?";
pub const START_AGAIN: &str = "Start again";
pub const FINISH_AND_SAVE: &str = "Finish and save";
pub const DONE_TODAY: &str = "Done for today";
pub const ADD_REMINDER: &str = "Add a reminder";
pub const SEE_NUMBERS: &str = "See today’s numbers";
pub const CLOCK_BACK: &str = "Your last session is dated in the future. Is today’s date right?";

/// Fact 8; stands where the score will be.
pub const TWO_A_WEEK: &str = "2 times a week";
pub const DAY_DONE: &str = "Done";
pub const DAY_REST: &str = "Rest";
pub const DAY_TODAY: &str = "Today";
pub const DAY_NEXT: &str = "Next";

pub const NOT_SAVING: &str =
    "This browser is not saving your sessions. You can still exercise. Private browsing is the usual cause.";
pub const NOT_WHOLE: &str =
    "The app did not load fully. Check your internet connection. It tries again by itself.";
pub const NEW_VERSION: &str = "A new version is ready.";
pub const USE_IT_NOW: &str = "Use it now";

/// The short name of a day.
pub const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

/// Fact 8: "About 13 minutes, 2 times a week."
pub fn how_long(minutes: u32) -> String {
    ["About ", &minutes.to_string(), " minutes, 2 times a week."].concat()
}

/// "Your last session was Monday 1 June. You have had 3 rest days."
pub fn last_session(date: &str, rest_days: i32) -> String {
    let days = if rest_days == 1 { " rest day." } else { " rest days." };
    ["Your last session was ", date, ". You have had ", &rest_days.to_string(), days].concat()
}

/// "Next session: Friday 5 June."
pub fn next_session(date: &str) -> String {
    ["Next session: ", date, "."].concat()
}

/// "Your last session was 9 days ago."
pub fn days_ago(days: i32) -> String {
    ["Your last session was ", &days.to_string(), " days ago."].concat()
}

/// "You stopped after Quad Pull at 10:42am." Nothing done yet: "You stopped at 10:42am."
pub fn stopped(after: Option<&str>, time: &str) -> String {
    match after {
        Some(name) => ["You stopped after ", name, " at ", time, "."].concat(),
        None => ["You stopped at ", time, "."].concat(),
    }
}

/// "Carry on from Knee Bounces"
pub fn carry_on_from(name: &str) -> String {
    ["Carry on from ", name].concat()
}

/// "This week: 1 of 2"
pub fn sessions_done(done: u8, of: u8) -> String {
    ["This week: ", &done.to_string(), " of ", &of.to_string()].concat()
}

pub const PAUSED_HERE: &str = "Your session is paused. Everything you have done is saved.";

/// "About 13 minutes. You need a sturdy chair, a wall and a mat."
pub fn about(minutes: u32) -> String {
    ["About ", &minutes.to_string(), " minutes. ", YOU_NEED].concat()
}

pub const ELSEWHERE: &str = "A session is running in another window of this app.";
pub const CARRY_ON_HERE: &str = "Carry on here";
