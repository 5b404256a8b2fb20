//! What is known about devices, without touching one: which voice suits, what a browser is, how its
//! audio clock runs. `browser` asks here and acts.

pub mod audio_clock;
pub mod locale;
pub mod platform;
pub mod voice;
