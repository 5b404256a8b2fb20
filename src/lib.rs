//! Spry Knees: a guided knee routine that runs in the browser.
//!
//! The dependency rule: [`domain`] decides and knows nothing of the browser; [`text`] holds every
//! word and knows only the domain's ids; `browser` performs and never uses `view`; `view` shows.
//! Without the features `csr` and `ssr` only the first two compile.

#[cfg(feature = "web")]
pub mod browser;
pub mod domain;
pub mod text;
#[cfg(feature = "web")]
pub mod view;
