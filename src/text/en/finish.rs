//! The end of a session (decision 41).

use crate::domain::record::history::Tally;

pub const ALL_DONE: &str = "All done. Well done.";
/// In place of the praise, where something is missing.
pub const DONE_FOR_TODAY: &str = "Done for today.";
pub const TITLE: &str = "Your session";
/// After the name of a button that changes a number no further: "25 is the most".
pub fn is_the_most(number: u8) -> String {
    [&number.to_string(), " is the most"].concat()
}

pub const NOTHING_COUNTED: &str = "Nothing counted today. That is fine.";
pub const CHANGE_A_NUMBER: &str = "Change a number";
pub const CORRECTED: &str = "changed by you";
pub const GENTLER: &str = "again, more gently";
pub const TIGHTER_SIDE: &str = "tighter side again";
pub const SKIPPED: &str = "Skipped";
pub const FEWER: &str = "One fewer";
pub const MORE: &str = "One more";
pub const FEWER_SECONDS: &str = "Five fewer";
pub const MORE_SECONDS: &str = "Five more";

pub const HOW_DO_KNEES_FEEL: &str = "How are your knees?";
pub const BETTER: &str = "Better";
pub const THE_SAME: &str = "The same";
pub const MORE_SORE: &str = "More sore";
pub const SORE_ADVICE: &str = "Rest until your knees have settled. Still worse than usual two \
                               hours later? Do less next time. If they stay sore, ask your doctor.";
/// Before the browser's own question.
pub const MAY_ASK: &str = "After Done, your browser may ask to store data. Allow it to keep your sessions safe.";
pub const KEEP_IT: &str = "Keep the app at hand and your sessions safe";
pub const ADD_TO_CALENDAR: &str = "Add to my calendar";
pub const BY_MISTAKE: &str = "Did you end this session by mistake?";
pub const CARRY_ON_WITH_IT: &str = "Carry on with it";
/// Decision 22.
pub const REST_FIRST: &str = "Rest before you stand.";

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

/// "All 8 sets in full." or "6 of 8 sets, 121 of 175 counts."
pub fn tally(tally: Tally) -> String {
    let sets = tally.sets.to_string();
    if tally.is_full() {
        return match tally.sets {
            1 => "1 set in full.".to_owned(),
            _ => ["All ", &sets, " sets in full."].concat(),
        };
    }
    let counts = done_of(tally.done, tally.target);
    [&tally.sets_done.to_string(), " of ", &sets, " sets, ", &counts, " counts."].concat()
}

/// "18 of 25"
pub fn done_of(done: u32, target: u32) -> String {
    [&done.to_string(), " of ", &target.to_string()].concat()
}
