//! The shell: one file for each device of the browser.
//!
//! A device performs and decides nothing: what is said, beeped or shown, and when, comes from
//! `domain`. What a device holds (listeners, timers, nodes, a wake lock) is given back when it is
//! dropped. A browser without a device gets a state that says so, never an error (decision 29).

pub mod announcer;
pub mod clock;
pub mod dates;
pub mod driver;
pub mod fault;
pub mod files;
pub mod frames;
pub mod front;
pub mod install;
pub mod listener;
pub mod media_keys;
pub mod offline;
pub mod page;
pub mod presses;
mod promise;
pub mod rescue;
pub mod speech;
pub mod storage;
pub mod tone;
pub mod vibration;
pub mod wake_lock;
