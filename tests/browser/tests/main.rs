//! The finished site in a real browser. A scenario a test; how they run: see the crate.

mod access;
mod coming_back;
mod coming_back_careful;
mod faults;
mod frame;
mod history;
mod layout;
mod pages;
mod paper;
mod player;
mod routine;
mod steps;
