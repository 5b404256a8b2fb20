//! What the app decides, in five rooms above time: [`routine`], [`figure`], [`record`], [`guide`] and
//! [`app`]. Each uses only those below it.
//!
//! No clock, no randomness, no browser and no words that people read: time comes in as an
//! argument, sentences are named by ids, and what is to be done goes out as effects.

pub mod app;
pub mod day;
pub mod figure;
pub mod guide;
mod possible;
pub mod record;
pub mod routine;
pub mod time;
