//! When the next session is due, and starting early (interaction 1.12, 1.13).

pub const TITLE: &str = "Next session";
pub const CHOOSE_DAY: &str = "Choose another day";
pub const DAY: &str = "Day";
pub const TIME: &str = "Time";
pub const ADD_TO_CALENDAR: &str = "Add to my calendar";
pub const ADD_WEEKLY: &str = "Add two days every week";
pub const EVENT_TITLE: &str = "Knee exercises";
pub const EVENT_TEXT: &str = "Open the app. You need a chair, a wall and a mat.";
pub const WRITE_IT_DOWN: &str = "Write it on your calendar";
/// Fact 8.
pub const RULE: &str = "Do the routine twice a week, with three days in between.";

pub const OVERRIDE_TITLE: &str = "Do it today anyway?";
pub const OVERRIDE_WHY: &str =
    "Your knees get stronger on rest days. Sore or tired? Rest today.";
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
