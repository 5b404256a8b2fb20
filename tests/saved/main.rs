//! What is saved comes back, whatever happens to the store.

#![allow(
    clippy::unwrap_used,
    reason = "a failure is a panic in tests, in their helpers too"
)]

mod any;
mod backup;
mod full;
mod glance;
mod impossible;
mod journal;
mod older;
mod reading;
mod records;
mod shelf;
