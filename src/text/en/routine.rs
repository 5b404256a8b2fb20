//! The list of exercises, the page of one, and the routine on paper (decisions 36 and 37).

use super::exercises::{own_step, words};
use crate::domain::record::settings::{Inch, Order};
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::Dose;

/// Fact 10.
pub const TITLE: &str = "The routine";
/// Facts 8, 10.
pub const IN_ORDER: &str =
    "Do the six in this order, from 1 to 6. Do them twice a week, with three rest days between sessions.";
pub const IN_ORDER_TOGETHER: &str = "Do the six in this order: 1, 2, 4, 3, 5, 6. The floor exercises \
                                     come together. Do them twice a week, with three rest days between sessions.";
/// Fact 4.
pub const BOTH_KINDS: &str =
    "Do both kinds. Stretches loosen and lengthen muscles; strength work builds them.";
pub const PRINT: &str = "Print the routine";
pub const FLOOR_TOGETHER: &str = "Keep floor exercises together (1, 2, 4, 3, 5, 6)";

pub const HOW_TO: &str = "How to do it";
pub const TAKE_CARE: &str = "Take care";
pub const FOR_A_CHANGE: &str = "For a change";
pub const AFTERWARDS: &str = "When both sides are done";
pub const PRACTISE: &str = "Practice this one";
pub const SKIP: &str = "Skip this exercise";
pub const DO_NOT_SKIP: &str = "Do not skip this exercise";
pub const LEFT_OUT: &str = "It is left out of today’s session.";
pub const SKIPPED_FLOOR: &str = "You said that you cannot get down to the floor and back up. It is \
                                 left out unless you put it back.";
pub const OWN_SETTINGS: &str = "Your own amount and pace";
pub const TODAY: &str = "Today’s session";
pub const SHORT: &str = "Short of time, or not up to all six? Leave some out, for today only.";
pub const NONE_CHOSEN: &str = "Choose at least one exercise.";
pub const READ_IT: &str = "Read it to me";
pub const STOP_READING: &str = "Stop reading";
pub const PLAY_PICTURE: &str = "Play picture";
pub const STOP_PICTURE: &str = "Stop picture";
pub const HURT_LAST_TIME: &str = "Last time this hurt. Go gently, or skip it.";
pub const PRACTICE_DONE: &str = "Practice done. It does not count as a session.";

/// Fact 9.
pub const PRINT_DOCTOR: &str = "Ask your doctor before you start.";
/// Facts 5, 6.
pub const PRINT_STOP: &str = "Stop if it hurts. Do not push through pain. \
                              These exercises are for knees with no damage or tears.";

/// In which order the six are done, and how often.
pub const fn in_order(order: Order) -> &'static str {
    match order {
        Order::Source => IN_ORDER,
        Order::FloorTogether => IN_ORDER_TOGETHER,
    }
}

/// What is read aloud of an exercise: what it does, how to do it, and what to mind.
pub fn read_aloud(exercise: Exercise, inch: Inch, dose: Dose) -> String {
    let words = words(exercise);
    let mut sentences = [words.name, ".", " ", words.does, " ", HOW_TO, "."].concat();
    for step in words.steps {
        sentences.push(' ');
        sentences.push_str(&own_step(step.get(inch), dose));
    }
    sentences.push_str(&[" ", TAKE_CARE, ". ", words.caution].concat());
    sentences
}

/// "Exercise 2 of 6. Stretch. 5 breaths each side."
pub fn summary(number: usize, tag: &str, amount: &str) -> String {
    ["Exercise ", &number.to_string(), " of 6. ", tag, ". ", &capital(amount), "."].concat()
}

/// "About 7 minutes."
pub fn about(minutes: u32) -> String {
    let unit = if minutes == 1 { " minute." } else { " minutes." };
    ["About ", &minutes.to_string(), unit].concat()
}

/// The words with a capital first letter.
pub fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}

/// "Last time: 25 and 18." One number for each side.
pub fn last_time(numbers: &[u8]) -> String {
    let mut words = String::from("Last time: ");
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            words.push_str(" and ");
        }
        words.push_str(&number.to_string());
    }
    words.push('.');
    words
}
