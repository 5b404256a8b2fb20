//! What the app decides: the routine, a session, the schedule.
//!
//! No clock, no randomness, no browser and no words that people read: time comes in as an
//! argument, sentences are named by ids, and what is to be done goes out as effects.

pub mod app;
pub mod audio_clock;
pub mod calendar_file;
pub mod cue;
pub mod day;
pub mod dose;
pub mod figure;
pub mod forgotten;
pub mod history;
pub mod pace;
pub mod plan;
pub mod platform;
pub mod progress;
pub mod route;
pub mod routine;
pub mod safety;
pub mod saved;
pub mod schedule;
pub mod session;
pub mod settings;
mod sort;
pub mod time;
pub mod voice;
