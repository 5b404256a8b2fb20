//! A line of text that may name a length, because people choose how an inch is written.

use crate::domain::record::settings::Inch;

/// A line that is the same for everyone, or one for each way of writing an inch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Names no length.
    Same(&'static str),
    /// Names a length: inches with centimetres, inches alone, centimetres alone.
    ByInch([&'static str; 3]),
}

impl Line {
    /// The words for this way of writing an inch.
    pub const fn get(self, inch: Inch) -> &'static str {
        match self {
            Self::Same(words) => words,
            Self::ByInch([both, inches, centimetres]) => match inch {
                Inch::Device | Inch::Both => both,
                Inch::Inches => inches,
                Inch::Centimetres => centimetres,
            },
        }
    }
}
