//! Which voices the device has, and which of them speaks.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::SpeechSynthesisVoice;

use super::engine::describe;
use super::{Device, SpeechState};
use crate::browser::listener::Listener;
use crate::device::voice::{self, VoiceInfo};

/// The list of voices comes late, on an older iPhone without an event.
const POLL_MS: u32 = 250;

/// The device's voices with their descriptions, and the one that speaks.
#[derive(Default)]
pub(super) struct Voices {
    pub(super) infos: Vec<VoiceInfo>,
    pub(super) handles: Vec<SpeechSynthesisVoice>,
    pub(super) chosen: Option<usize>,
}

impl Device {
    pub(super) fn find_voices(self: &Rc<Self>) {
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

    pub(super) fn load(&self) {
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

    pub(super) fn choose(&self) {
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
}
