//! English, as it is written in Britain.
//!
//! For a reading age of 9 to 11: everyday words, and no sentence over 20 words.

pub mod exercises;
pub mod player;
