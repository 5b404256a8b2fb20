//! Whether the voice is there.

/// Whether the app can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeechState {
    /// This browser has no speech.
    Absent,
    /// The list of voices has not come yet.
    #[default]
    Waiting,
    /// The device has no offline English voice.
    NoVoice,
    /// The browser wants a tap first, see [`super::Speech::prime`].
    Blocked,
    /// It speaks.
    Ready,
}

impl SpeechState {
    /// Whether there is no voice to speak with.
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Absent | Self::NoVoice)
    }
}
