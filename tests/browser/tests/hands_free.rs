//! From "Start session" to "All done" without a touch and without sight of the screen: what is
//! heard and when, against devices that write everything down.

/// The recording devices, and what is different about them in one test.
macro_rules! devices {
    ($($more:literal)?) => {
        concat!(include_str!("devices.js"), "\n", $($more)?)
    };
}

mod busy;
mod device;
mod follow;
mod heard;
mod keys;
mod routine;
mod settings;
mod sound;
mod voice;
