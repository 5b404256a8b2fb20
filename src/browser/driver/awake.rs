//! What the device does differently while a session runs: the screen stays on, the media keys are
//! the session's, the sound is awake.

use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;

use super::Driver;
use crate::browser::media_keys::{MediaKey, MediaKeys};
use crate::browser::tone::SoundState;
use crate::browser::wake_lock::WakeLockState;
use crate::browser::{clock, install};
use crate::domain::app::Event;
use crate::domain::app::route::Route;
use crate::domain::guide::session::{self, Session, Why};
use crate::domain::time::Instant;
use crate::text::common;

/// Longer than any tone.
const LAST_TONE_MS: u32 = 3_000;
/// A session that waits so long for a press lets the device rest.
const IDLE_MS: u32 = 5 * 60_000;

impl Driver {
    /// Wakes the sound; only a tap may.
    pub fn unlock(&self) {
        drop(self.rest.take());
        self.tones.unlock(self.with(|app| app.settings.keep_music));
        self.speech.prime();
    }

    /// Wakes the sound and takes the media keys for a session; only a tap may. Somebody is there.
    pub(super) fn unlock_session(self: &Rc<Self>) {
        if self.idle.take().is_some() || self.resting.get() {
            self.resting.set(false);
            self.keep_awake();
        }
        self.unlock();
        let keep_music = self.with(|app| app.settings.keep_music);
        self.media_keys.start(common::APP, keep_music);
    }

    /// A new version is looked for between sessions only.
    pub(super) fn look_for_new_version(&self) {
        if self.with(|app| app.live.is_none()) {
            self.offline.look_for_new_version(clock::wall().utc_ms);
        }
    }

    /// A call or another app takes the sound: nothing could be heard.
    pub(super) fn sound_changed(self: &Rc<Self>, state: SoundState) {
        if state == SoundState::Interrupted {
            return self.send(Event::Session(session::Event::Pause(Why::SoundTaken)));
        }
        if state == SoundState::Running {
            // What was booked in silence is not.
            self.booked.set(Instant::default());
            self.book_tones();
        }
        (self.on_change)();
    }

    /// A quiet mark on the app's icon while a session is due.
    pub(super) fn show_badge(&self) {
        let due = self.with(|app| app.live.is_none() && app.schedule().is_due());
        if self.badge.replace(Some(due)) != Some(due) {
            install::badge(due);
        }
    }

    pub(super) fn keep_awake(self: &Rc<Self>) {
        let (runs, waits, shown) = self.with(|app| {
            let session = app.live.as_ref().map(|live| &live.session);
            let shown = session.is_some() && app.route == Route::Session;
            let waits = session.is_some_and(Session::waits);
            (session.map(Session::is_running), waits, shown)
        });
        let rests = self.rests(waits);
        let wanted = shown && !rests;
        let off = matches!(self.wake_lock.state(), WakeLockState::Off);
        if wanted && off {
            self.wake_lock.acquire();
        } else if !wanted && !off {
            self.wake_lock.release();
        }
        match runs {
            Some(runs) => self.media_keys.set_playing(runs && !rests),
            None => self.media_keys.stop(),
        }
        if runs.is_none() && self.booked.take() != Instant::default() {
            self.rest_soon();
        }
    }

    /// Whether the device may rest: nothing goes on before the person presses something, and for five
    /// minutes nobody has. That is so in a pause, after "It hurts", at "End here?", where a set
    /// starts only when the person says so, and where reps are counted by hand. The next press, a
    /// key's too, has the screen stay on again.
    fn rests(self: &Rc<Self>, waits: bool) -> bool {
        if !waits {
            drop(self.idle.take());
            self.resting.set(false);
        } else if !self.resting.get() && self.idle.borrow().is_none() {
            let weak = Rc::downgrade(self);
            let idle = Timeout::new(IDLE_MS, move || {
                if let Some(driver) = weak.upgrade() {
                    drop(driver.idle.take());
                    driver.resting.set(true);
                    driver.tones.rest();
                    driver.keep_awake();
                }
            });
            drop(self.idle.replace(Some(idle)));
        }
        self.resting.get()
    }

    /// Lets the sound's hardware sleep once the last tone is over.
    fn rest_soon(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let rest = Timeout::new(LAST_TONE_MS, move || {
            if let Some(driver) = weak.upgrade() {
                driver.tones.rest();
            }
        });
        drop(self.rest.replace(Some(rest)));
    }
}

/// Hands the keys to the session, which does nothing when it has nothing to pause or carry on.
pub(super) fn media_keys(driver: &Weak<Driver>) -> MediaKeys {
    let weak = Weak::clone(driver);
    MediaKeys::new(move |key| {
        let event = match key {
            MediaKey::Play => session::Event::Resume,
            MediaKey::Pause => session::Event::Pause(Why::Asked),
        };
        if let Some(driver) = weak.upgrade() {
            // As good as a tap: it may have to wake the sound after a long pause.
            driver.unlock_session();
            driver.send(Event::Session(event));
        }
    })
}
