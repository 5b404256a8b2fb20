//! The voice, by speechSynthesis.
//!
//! Speech engines lose things: an utterance spoken right after `cancel()` (Chrome), the end of one
//! whose object was collected, anything after `pause()` (Android), a text of more than 15 s. So the
//! text goes out in short utterances, one at a time, each held until it ends and watched meanwhile;
//! a new text replaces the old one. What an engine reports is never used for timing.

mod engine;
mod state;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen::prelude::*;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

pub use state::SpeechState;

use engine::{SpeechError, SpeechWindow, describe};

use super::clock;
use super::listener::Listener;
use crate::device::voice::{self, VoiceInfo};
use crate::domain::time::Instant;

/// Speed and loudness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Speed in percent of the voice's own.
    pub rate_percent: u8,
    /// Volume, 0 to 100.
    pub volume_percent: u8,
}

/// A text that was due longer ago than this is not said any more.
const TOO_LATE_MS: u32 = 700;
/// Chrome drops what is spoken sooner than this after `cancel()`.
const AFTER_CANCEL_MS: u32 = 60;
/// The list of voices comes late, on an older iPhone without an event.
const POLL_MS: u32 = 250;
const POLLS: u8 = 12;
const WATCH_MS: u32 = 500;
/// An engine may take this long before it says that it speaks.
const SLOW_START_MS: u32 = 1_500;

/// The device that speaks.
pub struct Speech(Rc<Device>);

struct Device {
    engine: Option<SpeechSynthesis>,
    lang: String,
    wanted: RefCell<Option<String>>,
    voices: RefCell<Voices>,
    state: Cell<SpeechState>,
    on_change: Box<dyn Fn(SpeechState)>,
    polls_left: Cell<u8>,
    poll: RefCell<Option<Timeout>>,
    on_voices: RefCell<Option<Listener>>,
    manner: Cell<Manner>,
    queue: RefCell<VecDeque<String>>,
    /// When the text that has not begun yet was due.
    due: Cell<Option<Instant>>,
    spoken: RefCell<Option<Spoken>>,
    pause: RefCell<Option<Timeout>>,
    cancelled_at: Cell<Option<Instant>>,
}

/// The device's voices with their descriptions, and the one that speaks.
#[derive(Default)]
struct Voices {
    infos: Vec<VoiceInfo>,
    handles: Vec<SpeechSynthesisVoice>,
    chosen: Option<usize>,
}

/// What is being spoken; dropping it makes its late events unheard.
struct Spoken {
    _utterance: SpeechSynthesisUtterance,
    _events: [Listener; 2],
    _watch: Interval,
}

impl Speech {
    /// Starts to look for voices; `on_change` hears of each new list, each change of state, and when
    /// all has been said.
    pub fn new(on_change: impl Fn(SpeechState) + 'static) -> Self {
        let window = web_sys::window();
        let lang = window
            .as_ref()
            .and_then(|window| window.navigator().language());
        let engine = window.and_then(|window| {
            let window: &SpeechWindow = window.unchecked_ref();
            window.engine()
        });
        let state = match engine {
            None => SpeechState::Absent,
            Some(_) => SpeechState::Waiting,
        };
        let device = Rc::new(Device {
            engine,
            lang: voice::english_tag(lang.as_deref()).to_owned(),
            wanted: RefCell::default(),
            voices: RefCell::default(),
            state: Cell::new(state),
            on_change: Box::new(on_change),
            polls_left: Cell::new(POLLS),
            poll: RefCell::default(),
            on_voices: RefCell::default(),
            manner: Cell::new(Manner {
                rate_percent: 100,
                volume_percent: 100,
            }),
            queue: RefCell::default(),
            due: Cell::default(),
            spoken: RefCell::default(),
            pause: RefCell::default(),
            cancelled_at: Cell::default(),
        });
        device.find_voices();
        Self(device)
    }

    /// Wakes the engine. To be called inside the tap that starts a session, as only a tap may.
    pub fn prime(&self) {
        if self.0.state.get() == SpeechState::Blocked {
            self.0.state.set(SpeechState::Waiting);
            self.0.load();
        }
        // One that waits to be spoken must not be cut off by the silent one.
        if self.0.is_idle()
            && let Some(engine) = &self.0.engine
            && let Ok(silence) = SpeechSynthesisUtterance::new_with_text(" ")
        {
            silence.set_volume(0.0);
            engine.speak(&silence);
        }
    }

    /// Whether the app can speak.
    pub fn state(&self) -> SpeechState {
        self.0.state.get()
    }

    /// The voices that a person may choose from.
    pub fn voices(&self) -> Vec<VoiceInfo> {
        let voices = self.0.voices.borrow();
        let offered = voices.infos.iter().filter(|info| info.is_offered());
        offered.cloned().collect()
    }

    /// Speaks with the voice of this name from now on; with the fittest if there is none.
    pub fn choose(&self, name: Option<String>) {
        *self.0.wanted.borrow_mut() = name;
        self.0.choose();
    }

    /// Says this text in place of whatever is being said. Dropped if it was due more than 700 ms
    /// ago, and if there is no voice.
    pub fn say(&self, text: &str, due: Instant, manner: Manner) {
        if is_too_late(due) || self.state() != SpeechState::Ready {
            return;
        }
        self.cancel();
        self.0.due.set(Some(due));
        self.0.manner.set(manner);
        *self.0.queue.borrow_mut() = voice::utterances(text).into();
        self.0.next_when_free();
    }

    /// Whether nothing is being said, nor waits for it.
    pub fn is_idle(&self) -> bool {
        self.0.is_idle()
    }

    /// Falls silent at once.
    pub fn cancel(&self) {
        self.0.cancel();
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        // The engine belongs to the browser and would go on without the app.
        self.cancel();
    }
}

impl Device {
    fn find_voices(self: &Rc<Self>) {
        let Some(engine) = &self.engine else { return };
        let device = Rc::downgrade(self);
        let on_voices = Listener::new(engine, "voiceschanged", move |_| {
            if let Some(device) = device.upgrade() {
                device.load();
            }
        });
        *self.on_voices.borrow_mut() = Some(on_voices);
        self.load();
        self.poll();
    }

    fn poll(self: &Rc<Self>) {
        if self.state.get() != SpeechState::Waiting {
            return;
        }
        let device = Rc::downgrade(self);
        let timeout = Timeout::new(POLL_MS, move || {
            if let Some(device) = device.upgrade() {
                device
                    .polls_left
                    .set(device.polls_left.get().saturating_sub(1));
                device.load();
                device.poll();
            }
        });
        let last = self.poll.replace(Some(timeout));
        drop(last);
    }

    fn load(&self) {
        let Some(engine) = &self.engine else { return };
        let list = engine.get_voices();
        let handles: Vec<_> = list
            .iter()
            .map(SpeechSynthesisVoice::unchecked_from_js)
            .collect();
        let infos = handles.iter().map(describe).collect();
        *self.voices.borrow_mut() = Voices {
            infos,
            handles,
            chosen: None,
        };
        self.choose();
    }

    fn choose(&self) {
        let mut voices = self.voices.borrow_mut();
        voices.chosen = voice::choose(&voices.infos, self.wanted.borrow().as_deref(), &self.lang);
        let state = match (self.state.get(), voices.chosen) {
            (SpeechState::Absent, _) => SpeechState::Absent,
            (_, Some(_)) => SpeechState::Ready,
            _ if voices.infos.is_empty() && self.polls_left.get() > 0 => SpeechState::Waiting,
            _ => SpeechState::NoVoice,
        };
        drop(voices);
        let last = self.state.replace(state);
        if state != last || state == SpeechState::Ready {
            (self.on_change)(state);
        }
    }

    fn is_idle(&self) -> bool {
        self.spoken.borrow().is_none() && self.queue.borrow().is_empty()
    }

    fn cancel(&self) {
        self.queue.borrow_mut().clear();
        let pause = self.pause.take();
        let spoken = self.spoken.take();
        drop((pause, spoken));
        if let Some(engine) = &self.engine
            && (engine.speaking() || engine.pending())
        {
            engine.cancel();
            self.cancelled_at.set(Some(clock::now()));
        }
    }

    /// Speaks the next utterance as soon as the engine takes one again.
    fn next_when_free(self: &Rc<Self>) {
        let since_cancel_ms = match self.cancelled_at.get() {
            Some(at) => clock::now().since(at),
            None => AFTER_CANCEL_MS,
        };
        let wait_ms = AFTER_CANCEL_MS.saturating_sub(since_cancel_ms);
        if wait_ms == 0 {
            self.next();
            return;
        }
        let device = Rc::downgrade(self);
        let pause = Timeout::new(wait_ms, move || {
            if let Some(device) = device.upgrade() {
                device.next();
            }
        });
        drop(self.pause.replace(Some(pause)));
    }

    fn next(self: &Rc<Self>) {
        drop(self.spoken.take());
        // A timer that was held up may have made it late since.
        if self.due.take().is_some_and(is_too_late) {
            self.queue.borrow_mut().clear();
        }
        let Some(text) = self.queue.borrow_mut().pop_front() else {
            (self.on_change)(self.state.get());
            return;
        };
        let Some(engine) = &self.engine else { return };
        let Ok(utterance) = self.utterance(&text) else {
            return;
        };
        let events = [self.on_end(&utterance), self.on_error(&utterance)];
        let watch = self.watch(voice::patience_ms(&text, self.manner.get().rate_percent));
        // An iPhone that was locked comes back paused.
        if engine.paused() {
            engine.resume();
        }
        engine.speak(&utterance);
        drop(self.spoken.replace(Some(Spoken {
            _utterance: utterance,
            _events: events,
            _watch: watch,
        })));
    }

    fn utterance(&self, text: &str) -> Result<SpeechSynthesisUtterance, JsValue> {
        let manner = self.manner.get();
        let utterance = SpeechSynthesisUtterance::new_with_text(text)?;
        utterance.set_rate(f32::from(manner.rate_percent) / 100.0);
        utterance.set_volume(f32::from(manner.volume_percent.min(100)) / 100.0);
        let voices = self.voices.borrow();
        if let Some(voice) = voices.chosen.and_then(|index| voices.handles.get(index)) {
            // Android takes the language from here and not from the voice.
            utterance.set_lang(&voice.lang().replace('_', "-"));
            utterance.set_voice(Some(voice));
        }
        Ok(utterance)
    }

    fn on_end(self: &Rc<Self>, utterance: &SpeechSynthesisUtterance) -> Listener {
        let device = Rc::downgrade(self);
        Listener::new(utterance, "end", move |_| {
            if let Some(device) = device.upgrade() {
                device.next();
            }
        })
    }

    fn on_error(self: &Rc<Self>, utterance: &SpeechSynthesisUtterance) -> Listener {
        let device = Rc::downgrade(self);
        Listener::new(utterance, "error", move |event: Event| {
            let Some(device) = device.upgrade() else {
                return;
            };
            let event: &SpeechError = event.unchecked_ref();
            if event.error().as_deref() == Some("not-allowed") {
                device.cancel();
                device.state.set(SpeechState::Blocked);
                (device.on_change)(SpeechState::Blocked);
            } else {
                device.next();
            }
        })
    }

    /// Goes on when the engine stopped without an event, and cancels it when it hangs.
    fn watch(self: &Rc<Self>, patience_ms: u32) -> Interval {
        let device = Rc::downgrade(self);
        let began = clock::now();
        Interval::new(WATCH_MS, move || {
            let Some(device) = device.upgrade() else {
                return;
            };
            let Some(engine) = &device.engine else { return };
            let taken_ms = clock::now().since(began);
            let hangs = taken_ms > patience_ms;
            let stopped = taken_ms > SLOW_START_MS && !engine.speaking() && !engine.pending();
            if hangs {
                engine.cancel();
                device.cancelled_at.set(Some(clock::now()));
            }
            if hangs || stopped {
                drop(device.spoken.take());
                device.next_when_free();
            }
        })
    }
}

fn is_too_late(due: Instant) -> bool {
    clock::now().since(due) > TOO_LATE_MS
}
