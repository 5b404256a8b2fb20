//! Where the routine comes from, why knees get sore, and what the app does (decision 48).

use crate::text::article::{Block, Section};

pub const TITLE: &str = "About";
pub const BY: &str = "This routine is by Joel Harper, fitness trainer.";
pub const OWN_WORDS: &str = "The words, pictures and voice in this app are our own. \
                             He is not involved in this app.";
/// Fact 1.
pub const WEAR: &str =
    "Knees wear with age. Millions of people have sore knees, so you are not alone.";
/// Fact 2.
pub const BALANCE: &str = "Sore knees make it harder to move about and to keep your balance.";
/// Fact 3.
pub const UNEVEN: &str = "Pain might come from muscles that are out of balance. People then stand \
                          and move differently, and lean on other muscles to make up for it.";
/// Fact 7.
pub const AIM: &str =
    "The aim is knees that move freely, without tension, and more energy for you.";
/// Fact 5.
pub const PAIN: &str = "Do not push on through pain or tension. It does not go away by itself.";
/// The build puts it beside the app.
pub const LICENCES: &str = "licences.txt";
pub const VERSION: &str = concat!("Version ", env!("CARGO_PKG_VERSION"));

pub const SECTIONS: &[Section] = &[
    Section {
        title: "The routine",
        blocks: &[Block::Text(BY), Block::Text(OWN_WORDS)],
    },
    Section {
        title: "Why knees get sore",
        blocks: &[Block::Text(WEAR), Block::Text(BALANCE), Block::Text(UNEVEN)],
    },
    Section {
        title: "What to do",
        blocks: &[
            Block::Text(super::routine::BOTH_KINDS),
            Block::Text(super::schedule::RULE),
            Block::Text(AIM),
            Block::Text(PAIN),
        ],
    },
    Section {
        title: "Ask your doctor",
        blocks: &[
            Block::Box(super::safety::DOCTOR_WHY),
            Block::Text("This app is not medical advice. It cannot see your knees."),
        ],
    },
    Section {
        title: "What we added",
        blocks: &[
            Block::Text("These parts are ours, not the trainer’s."),
            Block::List(&[
                "The question about getting down to the floor, and the advice on how to do it.",
                "The questions how your knees feel, at the end and on the day after.",
                "The lists of when to get help, and how to set up the room.",
                "The four-day rule: when the next session is due.",
                "The gentler try after pain.",
                "The waiting times, and how to come out of each exercise.",
                "The light touch and the tucked toes in Knee Bounces, and the movement with each breath.",
                "The pace of the counts and of the breaths.",
                "One hand on the chair in Quad Sway, and time for the tighter side without a touch.",
                "The order that keeps the floor exercises together.",
                "The tips to hold the chair, to keep breathing and to stay at a comfortable height.",
            ]),
        ],
    },
    Section {
        title: "Sources",
        blocks: &[Block::List(&[
            "The exercises, their order and their numbers: Joel Harper’s printed routine.",
            "When to get help: public advice of the NHS on sore knees.",
            "How the app is made: the accessibility guidelines WCAG 2.2 and the NHS service manual.",
        ])],
    },
    Section {
        title: "How the app works",
        blocks: &[
            Block::Text("It counts, speaks and plays tones. After the first visit it needs no internet."),
            Block::Text(super::data::STAYS_HERE),
            Block::Text("It sends nothing to anyone. There is no account and no advertising."),
            Block::Text("Anyone may use and change it under the MIT or Apache 2.0 license."),
            Block::Text("It is built with the work of many others. Their names and licenses are on a page of their own."),
            Block::File("Who made the parts, and their licenses", LICENCES),
            Block::Text(VERSION),
        ],
    },
];
