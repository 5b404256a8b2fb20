//! The last result of an exercise in words: "Last time 25 and 18 of 25."

use crate::domain::record::progress::Log;
use crate::domain::routine::Exercise;
use crate::text::routine;

/// `None` before the exercise was done for the first time.
pub fn words(log: &Log<'_>, exercise: Exercise) -> Option<String> {
    let numbers: Vec<u8> = exercise
        .sides()
        .iter()
        .filter_map(|side| log.series(exercise, *side).bars.last().map(|bar| bar.done))
        .collect();
    (!numbers.is_empty()).then(|| routine::last_time(&numbers))
}
