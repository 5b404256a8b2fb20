//! One module a page: `page` wires it to the app, and below it stands what shows it, from props alone
//! where there is something to choose.

#![allow(clippy::needless_pass_by_value, reason = "props are handed over")]
#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod choice;
pub mod data;
pub mod doctor;
pub mod exercise;
pub mod feel;
pub mod finish;
pub mod history;
pub mod install;
mod last_result;
pub mod paper;
pub mod player;
pub mod progress;
pub mod read;
pub mod routine;
pub mod safety;
pub mod schedule;
pub mod settings;
pub mod stop;
