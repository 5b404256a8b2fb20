//! Every word that people read or hear, in one place.
//!
//! One folder a language; this module re-exports the one that is spoken now, so that another
//! language is one more folder. What belongs to no language (which fact is taught where, how a
//! line varies with the unit of length) stands beside the folder.

pub mod article;
mod en;
pub mod facts;
mod line;

pub use en::*;
pub use line::Line;
