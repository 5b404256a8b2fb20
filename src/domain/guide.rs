//! Leads a person through the routine: what comes next, what is said and beeped, and what runs now.

pub mod cue;
pub mod lead_in;
pub mod plan;
pub mod session;
