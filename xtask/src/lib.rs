//! The build and test driver. `cargo xtask serve`, `build` and `test` are all a newcomer needs:
//! each sets up what is missing (`tools`, `packages`) and then does its work.
//!
//! A library as well, so that the browser tests serve and drive the built site with the very code
//! that people run: [`server`] and [`chrome`].
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program reports on its streams"
)]

pub mod browsers;
pub mod budget;
pub mod build;
pub mod chrome;
pub mod files;
pub mod flags;
pub mod packages;
pub mod process;
pub mod serve;
pub mod server;
pub mod site;
pub mod suite;
pub mod tools;
pub mod words;
