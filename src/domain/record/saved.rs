//! What is kept on the device, and how nothing of it gets lost.
//!
//! Everything is a record: one text under one key, with a format version, a checksum, a revision
//! and the time it was saved ([`record`]). A store is texts by key, so two stores merge record by
//! record ([`merge`]), and what cannot be read is set aside byte for byte, never overwritten
//! ([`journal`]). The texts are described in docs/data-format.md.

pub mod backup;
mod compact;
pub mod csv;
pub mod glance;
pub mod journal;
pub mod key;
pub mod kind;
pub mod lease;
pub mod merge;
pub mod record;
pub mod shelf;

pub use journal::{Journal, Loaded};
pub use key::Key;
pub use record::{LoadError, Record, decode, encode};
pub use shelf::{Fault, Shelf};
