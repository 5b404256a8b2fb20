//! The finished site in a real browser, told as what a person does: `tap("Start session")`,
//! `see("12 of 25 sways")`.
//!
//! Each test has a browser, a profile and a server of its own, and a clock that stands still until
//! the test lets time [`pass`](Person::pass). At the end of each test no error may stand in the
//! browser's log, and no request may have gone anywhere but to the site.

mod browser;
mod every_engine;
pub mod past;
mod person;
mod release;
mod scenario;
mod site;
mod witness;

pub use browser::Engine;
pub use person::{Code, Frame, Person};
pub use release::{Release, Works};
pub use scenario::{Clock, Failure, Outcome, Setup, Storage, scenario, with_preload};
pub use thirtyfour::Key;
pub use xtask::server::Fault;

/// What somebody taps whom nothing holds back, from the first page into the first lead-in.
pub const FIRST_TAPS: [&str; 7] = [
    "Get started",
    "No",
    "Yes",
    "Yes",
    "Play the voice",
    "I heard it. I understand",
    "Start session: put the phone down now",
];
