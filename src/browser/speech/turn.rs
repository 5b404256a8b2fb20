//! What is to be said, how, and when its turn comes.

use std::collections::VecDeque;

use crate::domain::time::Instant;

/// Speed and loudness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Speed in percent of the voice's own.
    pub rate_percent: u8,
    /// Volume, 0 to 100.
    pub volume_percent: u8,
}

/// How a text stands to another that still sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It takes the other's place, and gives way to what comes.
    AtOnce,
    /// A mere number: it goes unsaid beside a sentence, and whatever comes takes its place.
    Number,
    /// It waits until a sentence has ended, at most so many milliseconds from when it was due.
    Waits(u32),
}

/// A text that is to be said.
pub(super) struct Text {
    pub(super) utterances: VecDeque<String>,
    pub(super) until: Instant,
    pub(super) yields: bool,
    pub(super) manner: Manner,
}
