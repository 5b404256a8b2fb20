//! What is heard: sentences, tones, a buzz, and what a screen reader is told.

use std::rc::Rc;

use super::Driver;
use crate::browser::speech::{Manner, Turn};
use crate::browser::{clock, dates, vibration};
use crate::device::voice::VoiceInfo;
use crate::domain::app::Event;
use crate::domain::guide::cue::{APART_MS, Spoken, Tone};
use crate::domain::guide::session::{Stage, Why};
use crate::domain::record::schedule;
use crate::domain::record::settings::{Speaker, VoiceLevel};
use crate::domain::time::Instant;
use crate::text::cues;

/// Tones are booked this far ahead: also where timers run but once a second, none is late.
const AHEAD_MS: u32 = 1_200;
const BUZZ_MS: u32 = 200;
/// From so many words on the speed of a voice is known: the test sentence, half a minute of a session.
const ONE_SENTENCE_MS: u32 = 2_500;
const MANY_SENTENCES_MS: u32 = 20_000;

impl Driver {
    /// Says and beeps a test sentence in the way that is chosen, in the tap that asks for it.
    pub fn test_voice(&self, words: &str) {
        self.unlock();
        self.tones.play_soon(Tone::Begin);
        self.speak(words);
        self.of_page.set(true);
        if self.with(|app| app.settings.speaker == Speaker::ScreenReader) {
            self.announce(words);
        }
    }

    /// Reads this aloud to somebody who asked for it, in that tap, whatever speaks otherwise.
    pub fn read_aloud(&self, words: &str) {
        self.speech.prime();
        self.voice(words, clock::now(), Turn::AtOnce);
        self.reading.set(true);
        self.of_page.set(true);
        (self.on_change)();
    }

    /// Another page comes: what was said on this one ends.
    pub(super) fn fall_silent(&self) {
        if self.of_page.take() {
            self.reading.set(false);
            self.speech.cancel();
        }
    }

    /// Stops reading, if it still is what is being said.
    pub fn stop_reading(&self) {
        if self.reading.replace(false) {
            self.speech.cancel();
            (self.on_change)();
        }
    }

    /// Has a screen reader say this.
    pub fn announce(&self, words: &str) {
        self.announcer.announce(words, APART_MS);
    }

    /// The voices to choose from.
    pub fn voices(&self) -> Vec<VoiceInfo> {
        self.speech.voices()
    }

    /// Says a cue that was due at `due`, in the way that is chosen.
    pub(super) fn say(&self, spoken: Spoken, due: Instant) {
        let (speaker, level, vibrates) = self.with(|app| {
            let settings = &app.settings;
            (settings.speaker, settings.level, settings.vibration)
        });
        match speaker {
            Speaker::App if spoken.is_said(level) => {
                self.voice(&self.words(spoken), due, turn(spoken));
            }
            Speaker::ScreenReader if spoken.is_read_out() => {
                self.announcer
                    .announce(&self.words(spoken), spoken.can_wait_ms());
            }
            _ => {}
        }
        if vibrates && spoken.is_felt() {
            vibration::buzz(BUZZ_MS);
        }
    }

    /// Says why the session stands still, to somebody who comes back to it.
    pub(super) fn say_why_paused(&self) {
        let why = self.with(|app| {
            let live = app.live.as_ref()?;
            match live.session.screen(app.moment.now).stage {
                Stage::Paused(Why::Asked | Why::WaitForMe) => None,
                Stage::Paused(why) => Some(cues::why_paused(why)),
                _ => None,
            }
        });
        if let Some(words) = why {
            self.speak(words);
            self.announce(words);
        }
    }

    /// Books the tones that come soon.
    pub(super) fn book_tones(&self) {
        let app = self.app.borrow();
        let Some(session) = app.live.as_ref().map(|live| &live.session) else {
            return;
        };
        let Some(since) = session.running_since() else {
            return;
        };
        let from = self.booked.get().max(since);
        let until = clock::now().after(AHEAD_MS).max(from);
        for (at, tone) in session.tones(from, until) {
            self.tones.book(tone, at);
        }
        self.booked.set(until);
    }

    /// Tells the app how long the voice takes: after the test sentence, and in a set, before the next
    /// lead-in is laid out.
    pub(super) fn learn_speed(self: &Rc<Self>) {
        let enough_ms = self.with(|app| match &app.live {
            None => Some(ONE_SENTENCE_MS),
            Some(live) => live.session.is_working().then_some(MANY_SENTENCES_MS),
        });
        let percent = enough_ms.and_then(|enough_ms| self.speech.took_percent(enough_ms));
        if let Some(percent) = percent {
            self.send(Event::VoiceTook(percent));
        }
    }

    /// Says at once what is no cue, unless the voice is off.
    fn speak(&self, words: &str) {
        let (speaker, level) = self.with(|app| (app.settings.speaker, app.settings.level));
        if speaker == Speaker::App && level != VoiceLevel::Off {
            self.voice(words, clock::now(), Turn::AtOnce);
        }
    }

    fn voice(&self, words: &str, due: Instant, turn: Turn) {
        self.reading.set(false);
        self.of_page.set(false);
        self.speech.say(words, due, self.manner(), turn);
    }

    /// The words of a cue. What is said at the very end names the day, which only a browser can.
    fn words(&self, spoken: Spoken) -> cues::Words {
        let words = cues::say(spoken, dates::inch(self.with(|app| app.settings.inch)));
        let next =
            self.with(|app| schedule::next_due(&app.entries).filter(|day| *day > app.today()));
        match (spoken, next) {
            (Spoken::AllDone { .. }, Some(day)) => {
                [&words, " ", &*cues::next_from(&dates::weekday(day))]
                    .concat()
                    .into()
            }
            _ => words,
        }
    }

    fn manner(&self) -> Manner {
        self.with(|app| Manner {
            rate_percent: app.settings.rate_percent,
            volume_percent: app.settings.voice_volume,
        })
    }
}

/// Nothing that a person needs is cut off: only a count is worthless later.
const fn turn(spoken: Spoken) -> Turn {
    match spoken {
        Spoken::Number(_) | Spoken::CountDown(_) => Turn::Number,
        _ => Turn::Waits(spoken.can_wait_ms()),
    }
}
