//! The finished site in a real browser. A scenario a test; how they run: see the crate.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod frame;
mod routine;
mod steps;
