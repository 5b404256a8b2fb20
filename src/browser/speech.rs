//! The voice, by speechSynthesis.
//!
//! Speech engines lose things: an utterance spoken right after `cancel()` (Chrome), the end of one
//! whose object was collected, anything after `pause()` (Android), a text of more than 15 s. So the
//! text goes out in short utterances, one at a time, each held until it ends and watched meanwhile;
//! what follows waits for the end of a sentence (`turn`). How long the engine takes is measured for
//! the lead-ins to come; nothing of a running set hangs on what it reports.

mod engine;
mod state;
mod turn;
mod voices;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen::prelude::*;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance};

pub use state::SpeechState;
pub use turn::{Manner, Turn};

use engine::{SpeechError, SpeechWindow};
use turn::Text;
use voices::Voices;

use super::clock;
use super::listener::Listener;
use crate::device::voice::{self, VoiceInfo};
use crate::domain::time::Instant;

/// A text that was due longer ago than this is not said any more, unless it was kept waiting.
const TOO_LATE_MS: u32 = 700;
/// What is said in less of the expected time than this, in percent, was not said: some engines
/// report an end at once.
const CREDIBLE_PERCENT: u32 = 40;
/// Chrome drops what is spoken sooner than this after `cancel()`.
const AFTER_CANCEL_MS: u32 = 60;
/// How often the list of voices is looked for at most.
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
    /// Until when the text that has not begun yet may begin.
    until: Cell<Option<Instant>>,
    /// Whether it gives way to whatever comes.
    yields: Cell<bool>,
    /// The texts that wait for their turn.
    turns: RefCell<VecDeque<Text>>,
    /// What the voice was expected to take for what it said, and what it took, in milliseconds.
    pace: Cell<(u32, u32)>,
    spoken: RefCell<Option<Spoken>>,
    pause: RefCell<Option<Timeout>>,
    cancelled_at: Cell<Option<Instant>>,
}

/// What is being spoken; dropping it makes its late events unheard.
struct Spoken {
    expected_ms: u32,
    began: Instant,
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
            until: Cell::default(),
            yields: Cell::default(),
            turns: RefCell::default(),
            pace: Cell::default(),
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

    /// Says this text when its turn comes. Dropped if it comes too late, and if there is no voice.
    pub fn say(&self, text: &str, due: Instant, manner: Manner, turn: Turn) {
        if is_past(due.after(TOO_LATE_MS)) || self.state() != SpeechState::Ready {
            return;
        }
        let mut text = Text {
            utterances: voice::utterances(text).into(),
            until: due.after(TOO_LATE_MS),
            yields: !matches!(turn, Turn::Waits(_)),
            manner,
        };
        let sentence = !self.is_idle() && !self.0.yields.get();
        match turn {
            Turn::Number if sentence => {}
            Turn::Waits(ms) if sentence => {
                text.until = due.after(ms.max(TOO_LATE_MS));
                self.0.turns.borrow_mut().push_back(text);
            }
            _ => {
                self.cancel();
                self.0.take(text);
                self.0.next_when_free();
            }
        }
    }

    /// How long the voice took since this was known last, in percent of what was expected; `None`
    /// while it has said less than `enough_ms` of words.
    pub fn took_percent(&self, enough_ms: u32) -> Option<u16> {
        let (expected_ms, took_ms) = self.0.pace.get();
        if expected_ms < enough_ms {
            return None;
        }
        self.0.pace.take();
        let percent = took_ms.saturating_mul(100) / expected_ms;
        u16::try_from(percent.next_multiple_of(5)).ok()
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
    fn is_idle(&self) -> bool {
        self.spoken.borrow().is_none() && self.queue.borrow().is_empty()
    }

    fn take(&self, text: Text) {
        self.until.set(Some(text.until));
        self.yields.set(text.yields);
        self.manner.set(text.manner);
        self.queue.replace(text.utterances);
    }

    fn cancel(&self) {
        self.turns.borrow_mut().clear();
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
        // It may have waited too long: for its turn, or for a timer that was held up.
        if self.until.take().is_some_and(is_past) {
            self.queue.borrow_mut().clear();
        }
        let text = self.queue.borrow_mut().pop_front();
        let Some(text) = text else {
            let turn = self.turns.borrow_mut().pop_front();
            return match turn {
                Some(turn) => {
                    self.take(turn);
                    self.next();
                }
                None => (self.on_change)(self.state.get()),
            };
        };
        let Some(engine) = &self.engine else { return };
        let Ok(utterance) = self.utterance(&text) else {
            return;
        };
        let events = [self.on_end(&utterance), self.on_error(&utterance)];
        let rate_percent = self.manner.get().rate_percent;
        let watch = self.watch(voice::patience_ms(&text, rate_percent));
        // An iPhone that was locked comes back paused.
        if engine.paused() {
            engine.resume();
        }
        engine.speak(&utterance);
        drop(self.spoken.replace(Some(Spoken {
            expected_ms: voice::utterance_ms(&text, rate_percent),
            began: clock::now(),
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
                device.measure();
                device.next();
            }
        })
    }

    fn measure(&self) {
        if let Some(spoken) = &*self.spoken.borrow() {
            let took_ms = clock::now().since(spoken.began);
            if took_ms * 100 > spoken.expected_ms * CREDIBLE_PERCENT {
                let (expected_ms, all_ms) = self.pace.get();
                self.pace
                    .set((expected_ms + spoken.expected_ms, all_ms + took_ms));
            }
        }
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

fn is_past(until: Instant) -> bool {
    clock::now() > until
}
