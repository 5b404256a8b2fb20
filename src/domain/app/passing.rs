//! What time alone changes, while the page stays open.

use super::stored::is_kept;
use super::{App, Effect, Live, Moment, Unfinished};
use crate::domain::app::route::Route;
use crate::domain::guide::session;
use crate::domain::time::WallTime;

/// An unfinished session is offered for a day; then it is filed (decision 24).
const OFFERED_MS: i64 = 24 * 3_600_000;
/// A longer gap between two looks at the clocks: the device slept, or stopped the app (decision 7).
const GAP_MS: u32 = 2_000;
/// Further than this no network puts a clock right that has been right before.
const SET_RIGHT_MS: i64 = 60_000;

impl Moment {
    /// Whether the device may have slept since `seen`, while it should have been looked at all the
    /// time.
    ///
    /// On most devices the monotonic clock stands still during sleep, and then both a sleep and a
    /// clock that is set look the same: only the wall clock has jumped. Seconds are the network
    /// putting the clock right, and no reason to stop somebody in the middle of a set; a sleep that
    /// short has cost nothing, because the session's own clock stood still with it. More than that
    /// is worth a pause, whichever of the two it was.
    pub fn may_have_slept_since(self, seen: Self) -> bool {
        let passed_ms = self.now.since(seen.now);
        let jumped_ms = self.wall.since(seen.wall) - i64::from(passed_ms);
        passed_ms > GAP_MS || jumped_ms > SET_RIGHT_MS
    }
}

impl App {
    /// The unfinished session, as long as it is offered (decision 24). One that stopped in the future
    /// is: the clock was set back, and nobody can tell how old it is.
    pub fn offered(&self) -> Option<&Unfinished> {
        let now = self.moment.wall;
        self.unfinished
            .as_ref()
            .filter(|unfinished| now.since(unfinished.stopped) < OFFERED_MS)
    }

    /// When a session that stands still becomes too old, in milliseconds since 1970 UTC.
    pub fn expires_ms(&self) -> Option<i64> {
        let paused = self.live.as_ref().filter(|live| live.session.waits());
        let stopped = [paused.map(|live| live.stopped), self.left_behind()];
        stopped.into_iter().flatten().map(expires_ms).min()
    }

    /// Files what has become too old, be it left by an earlier page or paused in this one: from the
    /// moment on at which a session is no longer offered, it is in the history.
    pub(super) fn expire(&mut self, effects: &mut Vec<Effect>) {
        let now_ms = self.moment.wall.utc_ms;
        let over = |stopped| expires_ms(stopped) <= now_ms;
        let paused = |live: &Live| live.session.waits() && over(live.stopped);
        if self.live.as_ref().is_some_and(paused) {
            self.file_others_own(effects);
            self.end_expired(effects);
        }
        if self.left_behind().is_some_and(over) {
            self.file_unfinished(effects);
        }
    }

    fn end_expired(&mut self, effects: &mut Vec<Effect>) {
        let Some(live) = self.live.take() else {
            return;
        };
        let session = &live.session;
        if !session.is_practice() {
            if session.has_result(self.moment.now) || !session.pains().is_empty() {
                self.file_live(&live, effects);
            }
            effects.push(Effect::SaveRunning(None));
        }
        effects.push(Effect::Session(session::Effect::Hush));
        if self.route == Route::Session {
            effects.push(Effect::Replace(Route::Today));
        }
    }

    /// When the session stopped that no tab runs.
    fn left_behind(&self) -> Option<WallTime> {
        let runs = self.live.as_ref().is_some_and(is_kept);
        let left = self
            .unfinished
            .as_ref()
            .filter(|_| !runs && !self.elsewhere);
        left.map(|left| left.stopped)
    }

    /// "Do it today anyway?" is no question any more once the day has come; nothing starts by itself.
    pub(super) fn leave_start(&self, effects: &mut Vec<Effect>) {
        let asks = self.route == Route::Start && self.live.is_none();
        if asks && self.too_soon().is_none() {
            effects.push(Effect::Replace(Route::Today));
        }
    }
}

const fn expires_ms(stopped: WallTime) -> i64 {
    stopped.utc_ms.saturating_add(OFFERED_MS)
}
