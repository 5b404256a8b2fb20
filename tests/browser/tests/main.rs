//! The finished site in a real browser. A scenario a test; how they run: see the crate.

mod faults;
mod frame;
mod hands_free;
mod history;
mod layout;
mod pages;
mod player;
mod routine;
mod steps;
