//! What was done before (interaction 1.9).

pub const TITLE: &str = "My history";
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
pub const CHOOSE_EXERCISE: &str = "Choose an exercise";
pub const PREVIOUS_MONTH: &str = "Month before";
pub const NEXT_MONTH: &str = "Next month";

/// "Knee Bounces: from 12 to 25 over 6 sessions"
pub fn progress(name: &str, first: u8, last: u8, sessions: usize) -> String {
    let from = first.to_string();
    let to = last.to_string();
    [name, ": from ", &from, " to ", &to, " over ", &sessions.to_string(), " sessions"].concat()
}
