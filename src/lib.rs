//! Spry Knees: a guided knee routine that runs in the browser.
//!
//! The dependency rule: [`domain`] decides and knows nothing of the browser; [`device`] knows about
//! browsers without touching one; [`text`] holds every word and knows only the domain's ids; `browser`
//! performs and never uses `view`; `view` shows. Without the features `csr` and `ssr` neither of the
//! last two compiles.

#[cfg(feature = "web")]
pub mod browser;
pub mod device;
pub mod domain;
pub mod json;
mod sort;
pub mod text;
#[cfg(feature = "web")]
pub mod view;
