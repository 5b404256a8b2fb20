//! What the app decides: the routine, a session, the schedule. No clock, no randomness, no browser, no words.

pub mod routine;
