//! Messages for a screen reader, kept apart (decision 31).
//!
//! A region that changes every second buries everything else. So a message that comes too soon waits,
//! the latest takes its place, and one that would be false by the time of its turn falls.

use crate::domain::time::Instant;

/// Messages keep this far apart, in milliseconds.
pub const APART_MS: u32 = 4_000;
/// Of two messages of one moment the later holds, for a reader hears only that.
const ONE_MOMENT_MS: u32 = 50;

/// The turn of messages: one is shown, at most one waits.
#[derive(Clone, Debug)]
pub struct Spaced<T> {
    shown_at: Option<Instant>,
    waiting: Option<(Instant, T)>,
}

impl<T> Default for Spaced<T> {
    fn default() -> Self {
        Self {
            shown_at: None,
            waiting: None,
        }
    }
}

impl<T> Spaced<T> {
    /// Takes a message that may wait for `patience_ms`.
    pub fn offer(&mut self, message: T, patience_ms: u32, now: Instant) {
        let since_ms = self.shown_at.map_or(APART_MS, |at| now.since(at));
        let wait_ms = if since_ms < ONE_MOMENT_MS {
            0
        } else {
            APART_MS.saturating_sub(since_ms)
        };
        if wait_ms <= patience_ms {
            self.waiting = Some((now.after(wait_ms), message));
        }
    }

    /// When the message that waits has its turn.
    pub fn due(&self) -> Option<Instant> {
        self.waiting.as_ref().map(|(due, _)| *due)
    }

    /// The message whose turn it is.
    pub fn take(&mut self, now: Instant) -> Option<T> {
        let (_, message) = self.waiting.take_if(|(due, _)| *due <= now)?;
        self.shown_at = Some(now);
        Some(message)
    }

    /// Drops the message that waits: what it speaks of is over.
    pub fn give_up(&mut self) {
        self.waiting = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: u64) -> Instant {
        Instant::from_ms(ms)
    }

    #[test]
    fn the_first_is_shown_at_once_and_the_next_waits_for_its_turn() {
        let mut turn = Spaced::default();
        turn.offer("a", 0, at(10));
        assert_eq!(turn.take(at(10)), Some("a"));
        turn.offer("b", APART_MS, at(1_010));
        assert_eq!(turn.take(at(1_010)), None);
        assert_eq!(turn.due(), Some(at(4_010)));
        assert_eq!(turn.take(at(4_010)), Some("b"));
        assert_eq!(turn.due(), None);
    }

    #[test]
    fn the_latest_takes_the_place_of_what_waits() {
        let mut turn = Spaced::default();
        turn.offer("a", 0, at(0));
        turn.take(at(0));
        turn.offer("b", APART_MS, at(1_000));
        turn.offer("c", APART_MS, at(2_000));
        assert_eq!(turn.take(at(4_000)), Some("c"));
    }

    #[test]
    fn what_cannot_wait_falls_and_displaces_nothing() {
        let mut turn = Spaced::default();
        turn.offer("a", 0, at(0));
        turn.take(at(0));
        turn.offer("b", APART_MS, at(1_000));
        turn.offer("five", 0, at(2_000));
        assert_eq!(turn.take(at(4_000)), Some("b"));
    }

    #[test]
    fn of_two_messages_of_one_moment_the_later_holds() {
        let mut turn = Spaced::default();
        turn.offer("status", APART_MS, at(9_000));
        turn.take(at(9_000));
        turn.offer("sentence", 0, at(9_001));
        assert_eq!(turn.take(at(9_001)), Some("sentence"));
    }

    #[test]
    fn what_is_over_is_not_said() {
        let mut turn = Spaced::default();
        turn.offer("a", 0, at(0));
        turn.take(at(0));
        turn.offer("b", APART_MS, at(1_000));
        turn.give_up();
        assert_eq!(turn.take(at(9_000)), None);
    }
}
