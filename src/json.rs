//! JSON for what is stored, between serde's data model and text.
//!
//! Written out, because of what the crates cost in the download (wasm after `wasm-opt -Oz`, brotli,
//! for the types of `domain::record::saved`): `serde_json` 30 kB, serde-json-core 19 kB, serde-json-wasm
//! 17 kB, this file 10 kB. Most of the difference is error text that nobody would ever read: here
//! every fault is the one [`Malformed`]. The tests hold it against `serde_json`.
//!
//! It knows what stored types need: whole numbers of 64 bits, no fractions, names as keys.

mod read;
mod scan;
mod write;

use std::fmt;

pub use read::{field, from_str};
pub(crate) use scan::Reader;
pub use write::to_string;

/// The text is not JSON, or not of the wanted shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("malformed")
    }
}

impl std::error::Error for Malformed {}

impl serde::de::Error for Malformed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl serde::ser::Error for Malformed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
