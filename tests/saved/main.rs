//! What is saved comes back, whatever happens to the store.

mod any;
mod journal;
mod records;
mod shelf;
