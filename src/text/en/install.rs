//! How to put the app on the home screen (decision 47).

use crate::text::article::{Block, Section};

pub const TITLE: &str = "Put the app on your screen";
pub const WHY: &str = "Then it works without internet, and the device keeps your data.";
pub const INSTALL: &str = "Install";
pub const INSTALLED: &str = "The app is installed.";

pub const ANDROID: Section = Section {
    title: "Android, Chrome",
    blocks: &[Block::Steps(&[
        "Open the menu with the three dots.",
        "Tap Install app, or Add to home screen.",
        "Tap Install.",
    ])],
};
pub const IPHONE: Section = Section {
    title: "iPhone and iPad",
    blocks: &[Block::Steps(&["Tap Share.", "Tap Add to Home Screen.", "Tap Add."])],
};
pub const MAC: Section = Section {
    title: "Mac, Safari",
    blocks: &[Block::Steps(&["Open the File menu.", "Choose Add to Dock."])],
};
pub const FIREFOX: Section = Section {
    title: "Firefox",
    blocks: &[Block::Text("Use a bookmark. The app works without internet there too.")],
};
pub const TIPS: &[Section] = &[
    Section {
        title: "Stop the screen locking",
        blocks: &[Block::Text(super::help::SCREEN_DARK)],
    },
    Section {
        title: "Use a remote",
        blocks: &[Block::Text(super::help::CLICKER)],
    },
];
