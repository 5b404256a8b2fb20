//! The questions before the first session (decision 35).

pub const TITLE: &str = "Before you start";
pub const WHY_WE_ASK: &str = "Why we ask";
pub const YES: &str = "Yes";
pub const NO: &str = "No";
pub const ASK_FIRST: &str = "I’ll ask first";

/// Fact 6.
pub const DAMAGE: &str = "Have you torn or damaged anything in your knee?";
pub const NOT_SURE: &str = "I’m not sure";
/// Fact 6.
pub const DAMAGE_WHY: &str =
    "Stretching and exercise are the best remedy, if nothing in your knee is torn or damaged. \
     Have arthritis, or a new knee? Ask your doctor or physio if this routine suits you.";
pub const TALK_FIRST: &str = "Talk to your doctor or physio first.";
/// Fact 6.
pub const TALK_FIRST_WHY: &str = "These exercises are for knees with no damage or tears.";
pub const THEY_SAID_OK: &str = "They said it is OK";
pub const JUST_LOOK: &str = "Just look at the exercises";

/// Fact 9.
pub const DOCTOR: &str = "Have you checked with your doctor that you can start new exercises?";
/// Fact 9.
pub const DOCTOR_WHY: &str = "Ask your doctor before you begin any new kind of exercise. Ask first, too, with a heart \
     condition, high blood pressure, brittle bones, fainting or falls.";
pub const NOT_YET: &str = "Not yet";
/// Fact 9.
pub const CHECK_FIRST: &str = "Ask first.";
pub const CHECK_FIRST_WHY: &str =
    "Your doctor knows your health. Show them the six exercises and ask if they are right for you.";
pub const MY_CHOICE: &str = "Continue, it is my choice";

pub const FLOOR: &str = "Can you get down to the floor and back up on your own?";
pub const WITH_HELP: &str = "With help";
pub const FLOOR_WHY: &str = "Three of the six exercises are on the floor. With help: have your \
                             helper in the room. If you answer No, they are left out unless you put \
                             them back. You can do 5 and 6 on a firm bed.";

pub const STOP: &str = "Stop if it hurts.";
/// Fact 5.
pub const DO_NOT_PUSH: &str = "Do not push through pain. That does not make it better.";
/// Fact 5.
pub const OR_TENSION: &str = "Pain and tension do not go away by themselves. Gentle stretching works them out.";
pub const PRESS_IT_HURTS: [&str; 3] = ["At any time press ", "It hurts", ", or just stop moving."];

pub const GET_SET_UP: &str = "Get set up";
/// Facts 12, 23, 39.
pub const SET_UP_LIST: &[&str] = &[
    "A chair or worktop that cannot slide, by a bare wall.",
    "A mat, and a folded towel for your knees.",
    "Bare feet, or shoes that grip.",
    "The phone within reach from the floor, on a table or another chair.",
    "Walk for 5 minutes first.",
];
/// What the drawing shows.
pub const ROOM: &str =
    "A chair against the wall, a mat on clear floor, and the phone on another chair.";
pub const TEST_VOICE: &str = "This voice will lead you";
pub const PLAY: &str = "Play the voice";
pub const PLAY_AGAIN: &str = "Play it again";
pub const HEARD: &str = "I heard it. I understand";
pub const NOT_HEARD: &str = "I did not hear it";
pub const START_SESSION: &str = "Start session: put the phone down now";
pub const START_PRACTICE: &str = "Start practice: put the phone down now";
pub const TEST_WORDS: &str = "Hello. This is the voice that leads you.";
pub const NO_SOUND_LIST: &[&str] = &[
    "Turn the volume up.",
    "On an iPhone, check the silent switch on its side.",
    "No voice at all? The tones and the words on the screen lead you too.",
];
pub const WITHOUT_VOICE: &str = "I understand. No voice for me";

/// "1 of 4"
pub fn number_of(number: usize) -> String {
    [&number.to_string(), " of 4"].concat()
}
