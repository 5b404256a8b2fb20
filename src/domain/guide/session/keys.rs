//! What a key, a clicker or a tap on the figure means just now (decision 32).

use super::activity::{Activity, counts_by_hand};
use super::{Event, Held, Hold, Phase, Session, Why};
use crate::domain::record::history::Tighter;
use crate::domain::time::Instant;

/// A key of the player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Space.
    Main,
    /// A tap on the figure or the number: it pauses, and never starts, answers or skips. Only who
    /// counts by hand counts with it.
    Tap,
    /// → or `PageDown`: a presentation clicker's "next".
    Next,
    /// ← or `PageUp`: a presentation clicker's "back".
    Previous,
    /// Esc.
    Escape,
}

/// Within this time of a set's start, back means the set before (decision 19).
const JUST_STARTED_MS: u32 = 3_000;

impl Session {
    /// What this key asks for now; `None` where it does nothing.
    pub fn key_event(&self, key: Key, now: Instant) -> Option<Event> {
        match &self.phase {
            Phase::Running(running) => match &running.activity {
                Activity::Work { .. } if counts_by_hand(self.step()) => Some(match key {
                    Key::Main | Key::Tap | Key::Next => Event::Count,
                    Key::Previous => Event::Uncount,
                    Key::Escape => Event::Pause(Why::Asked),
                }),
                activity => Some(match key {
                    Key::Main => match activity {
                        Activity::LeadIn { .. } => Event::StartNow,
                        Activity::Tighter { .. } => Event::Tighter(Tighter::Same),
                        _ => Event::Pause(Why::Asked),
                    },
                    Key::Tap => Event::Pause(Why::Asked),
                    Key::Next => Event::Skip,
                    Key::Previous if just_started(activity, running.elapsed_ms(now)) => Event::Back,
                    Key::Previous => Event::RestartSet,
                    Key::Escape => Event::AskEnd,
                }),
            },
            Phase::Held(Held {
                why: Hold::Paused(_),
                frozen,
                ..
            }) => match key {
                Key::Main => Some(Event::Resume),
                Key::Tap => None,
                Key::Next => Some(Event::Skip),
                Key::Previous if just_started(&frozen.activity, frozen.elapsed_ms) => {
                    Some(Event::Back)
                }
                Key::Previous => Some(Event::RestartSet),
                Key::Escape => Some(Event::AskEnd),
            },
            Phase::Held(Held {
                why: Hold::AskingEnd(_),
                ..
            }) => matches!(key, Key::Main | Key::Escape).then_some(Event::KeepGoing),
            Phase::Held(Held {
                why: Hold::Hurt { .. },
                ..
            })
            | Phase::Finished { .. } => None,
        }
    }
}

const fn just_started(activity: &Activity, elapsed_ms: u32) -> bool {
    match activity {
        Activity::Work { .. } => elapsed_ms < JUST_STARTED_MS,
        _ => true,
    }
}
