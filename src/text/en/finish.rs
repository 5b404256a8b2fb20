//! The end of a session (decision 41).

pub const ALL_DONE: &str = "All done. Well done.";
/// After the name of a button that changes a number no further: "25 is the most".
pub fn is_the_most(number: u8) -> String {
    [&number.to_string(), " is the most"].concat()
}

pub const NOTHING_COUNTED: &str = "Nothing counted today. That is fine.";
pub const ARE_THESE_RIGHT: &str = "Are these right?";
pub const CHANGE_NUMBER: &str = "Did you do fewer? Change the number.";
pub const EXERCISE: &str = "Exercise";
pub const NUMBER: &str = "Done";
pub const COUNTED_BY_APP: &str = "counted by the app";
pub const COUNTED_BY_HAND: &str = "counted by hand";
pub const CORRECTED: &str = "changed by you";
pub const GENTLER: &str = "again, more gently";
pub const TIGHTER_SIDE: &str = "tighter side again";
pub const SKIPPED: &str = "Skipped";
pub const FEWER: &str = "−1";
pub const MORE: &str = "+1";
pub const FEWER_SECONDS: &str = "−5";
pub const MORE_SECONDS: &str = "+5";

pub const HOW_DO_KNEES_FEEL: &str = "How do your knees feel?";
pub const BETTER: &str = "Better";
pub const THE_SAME: &str = "The same";
pub const MORE_SORE: &str = "More sore";
pub const SORE_ADVICE: &str = "Rest until your knees have settled. Still worse than usual two \
                               hours later? Do less next time. If they stay sore, ask your doctor.";
/// Before the browser's own question.
pub const MAY_ASK: &str = "After Done, your browser may ask to store data. Allow it to keep your sessions safe.";
pub const ADD_TO_CALENDAR: &str = "Add to my calendar";
pub const BY_MISTAKE: &str = "Did you end this session by mistake?";
pub const CARRY_ON_WITH_IT: &str = "Carry on with it";
/// Decision 22.
pub const REST_FIRST: &str = "Rest where you are before you stand.";

/// Fact 4: "Quad Pull and Hamstring Reach were skipped in the last 3 sessions. …"
pub fn skipped_stretches(names: &[&str]) -> String {
    let were = if names.len() == 1 { " was" } else { " were" };
    [
        &names.join(" and "),
        were,
        " skipped in the last 3 sessions. Do both kinds: stretches loosen and lengthen muscles; \
         strength work builds them.",
    ]
    .concat()
}

/// "Your next session: Friday 5 June."
pub fn next_session(date: &str) -> String {
    ["Your next session: ", date, " or later."].concat()
}

/// "18 of 25"
pub fn done_of(done: u8, target: u8) -> String {
    [&done.to_string(), " of ", &target.to_string()].concat()
}
