//! Progress and the page for the doctor (decision 42). Facts, without praise or blame.

pub const TITLE: &str = "Progress";
pub const TARGET_LINE: &str = "The dashed line is what you set out to do.";
pub const DAY: &str = "Day";
pub const DONE: &str = "Done";
pub const ASKED_FOR: &str = "Goal";
pub const BALANCE: &str = "Right and left";
pub const BOTH_EQUAL: &str = "Both legs do the same.";
pub const TIGHTER: &str = "Which side was tighter";
pub const RIGHT: &str = "Right";
pub const LEFT: &str = "Left";
pub const BOTH_SAME: &str = "Both the same";
pub const KNEES: &str = "How your knees felt";
pub const AT_THE_END: &str = "At the end of the session";
pub const THE_DAY_AFTER: &str = "The day after";
pub const PAIN_STOPS: &str = "Stops because of pain";
pub const NO_PAIN_STOPS: &str = "None.";
pub const NO_ANSWERS: &str = "No answers yet.";
/// "More sore" on the day after, twice in a row (decision 51).
pub const SORE_TWICE: &str = "Your knees were more sore on the day after, two times in a row. \
                              Do less next time, or ask your doctor.";
pub const ASK_DAY_AFTER: &str = "How did your knees feel the day after?";

pub const DOCTOR: &str = "For the doctor";
pub const PRINT: &str = "Print this page";
pub const DOCTOR_WHAT: &str =
    "A routine of six exercises for sore knees by the fitness trainer Joel Harper. It is meant \
     for knees without damage or tears, twice a week, with three rest days between sessions.";
pub const DOCTOR_STOP: &str = "The person is told to stop at once when something hurts.";
pub const DOCTOR_OWN: &str =
    "The numbers were counted by an app at a set pace or by the person, who can correct them. \
     They are not exact measurements.";
pub const EXERCISES: &str = "The exercises";
pub const EXERCISE: &str = "Exercise";
pub const SESSIONS: &str = "Sessions";
pub const FIRST: &str = "First";
pub const LAST: &str = "Latest";
pub const MOST: &str = "Most";
pub const PERSON: &str = "Name";
pub const NONE_YET: &str = "No sessions in these 8 weeks.";

/// "Nothing to show yet for Knee Bounces."
pub fn nothing_yet(name: &str) -> String {
    ["Nothing to show yet for ", name, "."].concat()
}

/// "Knee Bounces: 12 in 1 session"
pub fn one_session(name: &str, done: u8) -> String {
    [name, ": ", &done.to_string(), " in 1 session"].concat()
}

/// "Knee Bounces: 25 in the first and the last of 6 sessions"
pub fn as_before(name: &str, done: u8, sessions: usize) -> String {
    let (done, sessions) = (done.to_string(), sessions.to_string());
    [
        name,
        ": ",
        &done,
        " in the first and the last of ",
        &sessions,
        " sessions",
    ]
    .concat()
}

/// "Quad Sway, right leg: 12, 14, 25"
pub fn series(name: &str, numbers: &[u8]) -> String {
    let list: Vec<String> = numbers.iter().map(u8::to_string).collect();
    [name, ": ", &list.join(", ")].concat()
}

/// "Chart. Quad Sway, right leg: 12, 14, 25. … The table has the same numbers."
pub fn chart(series: &[String]) -> String {
    ["Chart. ", &series.join(". "), ". The table has the same numbers."].concat()
}

pub const NUMBERS: &str = "The numbers";

/// "Better, Friday 5 June": one answer among the dots.
pub fn answer(feel: &str, day: &str) -> String {
    [feel, ", ", day].concat()
}

/// "Your left leg does 80% of what your right leg does. From 5 sessions."
pub fn balance(behind: &str, other: &str, percent: u8) -> String {
    [
        "Your ",
        &behind.to_lowercase(),
        " does ",
        &percent.to_string(),
        "% of what your ",
        &other.to_lowercase(),
        " does.",
    ]
    .concat()
}

/// "From 5 sessions."
pub fn from_sessions(sessions: usize) -> String {
    ["From ", &count(sessions, "session"), "."].concat()
}

/// "Better 2 times, the same 1 time, more sore 0 times."
pub fn tally(answers: [(&str, usize); 3]) -> String {
    let parts: Vec<String> = answers
        .iter()
        .map(|(answer, times)| [answer, ": ", &count(*times, "time")].concat())
        .collect();
    [&parts.join(", "), "."].concat()
}

/// "1 session", "2 sessions"
pub fn count(number: usize, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    [&number.to_string(), " ", one, ending].concat()
}

/// "From 11 April 2026 to 5 June 2026: 15 sessions."
pub fn period(from: &str, to: &str, sessions: usize) -> String {
    [
        "From ",
        from,
        " to ",
        to,
        ": ",
        &count(sessions, "session"),
        ".",
    ]
    .concat()
}
