//! Help, and the sentences for what a device cannot do (decision 49).

use crate::text::article::{Block, Section};

pub const TITLE: &str = "Help";
pub const NO_VOICE: &str =
    "This device has no offline English voice. You will hear tones and see the words.";
pub const SCREEN_DARK: &str =
    "Your screen may go dark. Set Auto-Lock to Never, or touch the screen now and then.";
pub const CLICKER: &str = "A cheap presentation clicker works as a remote. Its two arrow buttons go \
                           to the next set and back.";
pub const NO_VIBRATION: &str = "This device cannot vibrate for websites.";

pub const SECTIONS: &[Section] = &[
    Section {
        title: "In a session",
        blocks: &[
            Block::List(&[
                "After Start session you don’t have to touch anything. The voice leads you.",
                "A tap on the picture or the number pauses. If you count yourself, it counts.",
                "That’s enough keeps your number and goes on.",
                "It hurts stops at once.",
                "If you stop halfway, Today offers to carry on.",
            ]),
            Block::Box("Do not push through pain."),
        ],
    },
    Section {
        title: super::stop::WHEN_TO_GET_HELP,
        blocks: &[
            Block::Text(super::stop::CALL_NOW),
            Block::List(super::stop::CALL_NOW_LIST),
            Block::Text(super::stop::HELP_TODAY),
            Block::List(super::stop::HELP_TODAY_LIST),
            Block::Text(super::stop::ASK_DOCTOR),
            Block::List(super::stop::ASK_DOCTOR_LIST),
        ],
    },
    Section {
        title: "Keys and remotes",
        blocks: &[
            Block::List(&[
                "Space: pause and go on.",
                "Right arrow or Page Down: next set.",
                "Left arrow or Page Up: this set again, or the one before.",
                "Esc: pause and ask whether to stop.",
            ]),
            Block::Text(CLICKER),
        ],
    },
    Section {
        title: "I hear nothing",
        blocks: &[
            Block::List(super::safety::NO_SOUND_LIST),
            Block::Text("Choose another voice in Settings."),
        ],
    },
    Section {
        title: "The screen goes dark",
        blocks: &[Block::Text(SCREEN_DARK)],
    },
    Section {
        title: "It does not save",
        blocks: &[
            Block::Text(super::today::NOT_SAVING),
            Block::Text("Sessions that were saved before are not touched."),
        ],
    },
];
