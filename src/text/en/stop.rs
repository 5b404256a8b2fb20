//! Stopped because of pain, and "End here?" (decisions 39 and 40).

pub const STOPPED: &str = "Stopped";
pub const COME_OUT: &str = "Come out of it gently. Take your time.";
/// Fact 5.
pub const DO_NOT_PUSH: &str = "Do not push through pain.";
pub const READY_FOR_NEXT: &str = "I’m ready for the next exercise";
pub const TRY_AGAIN: &str = "Try this one again";
pub const ONLY_IF_GONE: &str = "Try again only if the pain has gone. It will be slower and shorter.";
pub const REST_FIRST: &str = "Rest as long as you like. Nothing starts until you say so.";
pub const END_TODAY: &str = "End today’s session";
pub const WHERE: &str = "Where? You can leave this out.";
pub const RIGHT_KNEE: &str = "Right knee";
pub const LEFT_KNEE: &str = "Left knee";
pub const ELSEWHERE: &str = "Somewhere else";
pub const WHAT_NOW: &str = "What would you like to do?";
pub const WHEN_TO_GET_HELP: &str = "When to get help";
pub const CALL_NOW: &str = "Call the emergency number now";
pub const CALL_NOW_LIST: &[&str] = &[
    "Chest pain, or very short of breath, that does not ease at rest.",
    "You faint.",
    "You fell and cannot get up.",
];
pub const HELP_TODAY: &str = "Get help today";
pub const HELP_TODAY_LIST: &[&str] = &[
    "A knee that is hot, red and swollen, or a sore knee with a fever.",
    "A knee that is stuck, gives way or has changed shape.",
    "A knee that cannot take your weight.",
    "One calf that is sore, swollen, warm or red. Do not exercise.",
    "A leg or foot that is numb or weak.",
];
pub const ASK_DOCTOR: &str = "Ask your doctor";
pub const ASK_DOCTOR_LIST: &[&str] =
    &["Pain that does not settle in two days, or comes back each time."];
pub const STARTS_AS_SKIP: &str =
    "This hurt two sessions in a row, so next time it is left out unless you put it back.";

pub const END_HERE: &str = "End here?";
pub const IS_SAVED: &str = "What you have done is saved.";
pub const KEEP_GOING: &str = "Keep going";
pub const END_AND_SAVE: &str = "End and save";
pub const PRACTICE_IS_NOT_SAVED: &str = "Practice is not saved.";
pub const END_PRACTICE: &str = "End practice";
pub const THROW_AWAY: &str = "Throw this session away";
pub const SURE: &str = "Throw it away? Its numbers will be gone for good.";
pub const YES_THROW_AWAY: &str = "Yes, throw it away";

/// "You did 12 of 25; that is saved."
pub fn did(done: u8, target: u8) -> String {
    ["You did ", &done.to_string(), " of ", &target.to_string(), "; that is saved."].concat()
}
