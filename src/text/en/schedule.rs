//! When the next session is due, and starting early (decisions 45 and 46).

pub const TITLE: &str = "Next session";
pub const CHOOSE_DAY: &str = "Choose another day";
pub const DAY: &str = "Day";
pub const TIME: &str = "Time";
pub const ADD_TO_CALENDAR: &str = "Add to my calendar";
pub const ADD_WEEKLY: &str = "Add two days every week";
pub const EVENT_TITLE: &str = "Knee exercises";
pub const EVENT_TEXT: &str = "Open the app. You need a chair, a wall and a mat.";
pub const WRITE_IT_DOWN: &str = "Write it on your calendar";
pub const NOT_OPENED: &str = "Did your calendar not open?";
/// Fact 8.
pub const RULE: &str = "Do the routine twice a week, with three rest days between sessions.";
pub const STRIP: &str = "From today to your next session";

pub const NO_DAY: &str = "Choose a day, for example 5 June 2026.";
pub const NO_TIME: &str = "Choose a time, for example 10:00.";
pub const TIME_OVER: &str = "That time has passed. Choose a later time or another day.";
pub const DAY_OVER: &str = "That day has passed. Choose today or a later day.";
pub const TOO_FAR: &str = "That is more than a year away. Please check the year.";
pub const KEEP_DAY: &str = "Keep that day anyway";

pub const OVERRIDE_TITLE: &str = "Do it today anyway?";
pub const OVERRIDE_WHY: &str = "Muscles recover on rest days. Sore or tired? Rest today.";
pub const REST: &str = "I’ll rest";
pub const ANYWAY: &str = "Do it today anyway";

/// "It has been 2 days."
pub fn it_has_been(days: i32) -> String {
    match days {
        0 => "You did a session today.".to_owned(),
        1 => "It has been 1 day.".to_owned(),
        _ => ["It has been ", &days.to_string(), " days."].concat(),
    }
}

/// "That is 2 days after your last session."
pub fn that_is_after(days: i32) -> String {
    match days {
        0 => "You did a session on that day.".to_owned(),
        1 => "That is 1 day after your last session.".to_owned(),
        _ => [
            "That is ",
            &days.to_string(),
            " days after your last session.",
        ]
        .concat(),
    }
}

/// "Every Monday and Friday, from Monday 1 June"
pub fn every_week(one: &str, other: &str, first: &str) -> String {
    ["Every ", one, " and ", other, ", from ", first, "."].concat()
}

/// "Friday 5 June, 10:00"
pub fn day_and_time(date: &str, time: &str) -> String {
    [date, ", ", time].concat()
}
