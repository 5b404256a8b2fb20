//! Stopped for pain, and "End here?" (decisions 39 and 40).

pub const STOPPED: &str = "Stopped";
pub const COME_OUT: &str = "Come out of it gently. Take your time.";
/// Fact 5.
pub const DO_NOT_PUSH: &str = "Do not push through pain.";
pub const REST_THEN_NEXT: &str = "Rest, then next exercise";
pub const TRY_AGAIN: &str = "Try this one again, more gently";
pub const END_TODAY: &str = "End today’s session";
pub const WHERE: &str = "Where? You can leave this out.";
pub const RIGHT_KNEE: &str = "Right knee";
pub const LEFT_KNEE: &str = "Left knee";
pub const ELSEWHERE: &str = "Somewhere else";
pub const WHAT_NOW: &str = "What would you like to do?";
pub const WHEN_TO_GET_HELP: &str = "When to get help";
pub const TALK_TO_DOCTOR: &str =
    "If the pain is bad or does not settle, talk to your doctor before your next session.";
pub const GET_HELP_NOW: &str = "Get help now";
pub const GET_HELP_WHEN: &str = "Stop for today and get help if:";
pub const GET_HELP_LIST: &[&str] = &[
    "you fell and hurt yourself",
    "your chest hurts or you cannot get your breath",
    "you feel dizzy or faint",
    "a knee locked or gave way, or cannot take your weight",
    "a knee is hot, red and swollen",
];
pub const GET_HELP_HOW: &str =
    "Call out to someone near you. In an emergency, call your local emergency number.";
pub const STARTS_AS_SKIP: &str =
    "This hurt two sessions in a row, so next time it starts as “skip”. You can change that.";

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
