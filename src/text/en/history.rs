//! What was done before (decision 42).

pub const TITLE: &str = "My history";
pub const WAYS: &str = "Ways to look back";
pub const CALENDAR: &str = "Calendar";
pub const LIST: &str = "List";
pub const PROGRESS: &str = "Progress";
pub const EMPTY: &str = "No sessions yet. Your first one will show here.";
pub const DONE: &str = "Done";
pub const EDIT: &str = "Change the numbers";
pub const DELETE: &str = "Delete this session";
pub const DELETED: &str = "Session deleted.";
pub const PAIN_NOTES: &str = "Where it hurt";
pub const UNREADABLE: &str = "Some saved sessions could not be read. Nothing was thrown away. \
                              They go into your backup file as they are.";
pub const PREVIOUS_MONTH: &str = "Previous month";
pub const NEXT_MONTH: &str = "Next month";
pub const SHOW_OLDER: &str = "Show older sessions";
pub const STOPPED_FOR_PAIN: &str = "Stopped because of pain";
pub const LOGGED: &str = "Added later";
pub const FOR_THE_DOCTOR: &str = "For the doctor";

pub const NOT_HERE: &str = "This session is not here any more.";
pub const KNEES: &str = "How your knees felt";
pub const AT_THE_END: &str = "At the end";
pub const THE_DAY_AFTER: &str = "The day after";

pub const FORGOTTEN: &str = "Add a session you did without the app";
pub const WHICH_DAY: &str = "Which day was it?";
pub const ADD_SESSION: &str = "Add this session";
pub const NO_DAY: &str = "Choose a day, for example 5 June 2026.";
pub const DAY_TO_COME: &str = "That day is still to come. Choose today or an earlier day.";
pub const TOO_LONG_AGO: &str = "Please check the year.";
pub const ALREADY_THERE: &str = "There is a session on that day. You can change its numbers.";
pub const ADDED: &str = "The session is added as done in full. You can lower the numbers on its page.";
pub const GO_TO_IT: &str = "Go to that session";

/// "Knee Bounces: from 12 to 25 over 6 sessions"
pub fn progress(name: &str, first: u8, last: u8, sessions: usize) -> String {
    let from = first.to_string();
    let to = last.to_string();
    [
        name,
        ": from ",
        &from,
        " to ",
        &to,
        " over ",
        &sessions.to_string(),
        " sessions",
    ]
    .concat()
}

/// "You deleted the session of Friday 5 June."
pub fn deleted(date: &str) -> String {
    ["You deleted the session of ", date, "."].concat()
}

/// "14 sessions since 16 April 2026"
pub fn since(sessions: usize, date: &str) -> String {
    let noun = if sessions == 1 { " session since " } else { " sessions since " };
    [&sessions.to_string(), noun, date].concat()
}

/// "New best: Quad Sway"
pub fn new_best(name: &str) -> String {
    ["New best: ", name].concat()
}

pub const KNEES_BETTER: &str = "Knees better";

/// "5 of 6 exercises"
pub fn exercises_done(done: usize) -> String {
    [&done.to_string(), " of 6 exercises"].concat()
}

/// "Started at 10:42am. 12 minutes."
pub fn started(time: &str, length: u32) -> String {
    ["Started at ", time, ".", &minutes(length)].concat()
}

/// " 12 minutes."; nothing for less than one.
pub fn minutes(number: u32) -> String {
    match number {
        0 => String::new(),
        1 => " 1 minute.".to_owned(),
        _ => [" ", &number.to_string(), " minutes."].concat(),
    }
}

/// "Quad Sway, right leg": names a set; both legs need no word.
pub fn set_name(exercise: &str, leg: Option<&str>) -> String {
    match leg {
        Some(leg) => [exercise, ", ", &leg.to_lowercase()].concat(),
        None => exercise.to_owned(),
    }
}

/// "Quad Sway, right leg: stopped at 12. Right knee."
pub fn stopped_at(set: &str, done: u8, place: Option<&str>) -> String {
    let stopped = [set, ": stopped at ", &done.to_string(), "."].concat();
    match place {
        Some(place) => [&stopped, " ", place, "."].concat(),
        None => stopped,
    }
}
