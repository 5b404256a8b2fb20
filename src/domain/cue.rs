//! What is said and beeped.

mod tone;

pub use tone::{Note, Tone};
