//! What is remembered of a person: choices, answers and sessions, what follows from them, and how
//! they are kept.

pub mod calendar_file;
pub mod forgotten;
pub mod history;
pub mod progress;
pub mod safety;
pub mod saved;
pub mod schedule;
pub mod settings;
