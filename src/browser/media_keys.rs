//! The play and pause keys of a headset, a keyboard or the lock screen.
//!
//! Browsers give these keys to the page that plays a media element; Web Audio and speech do not
//! count. So a few seconds of silence are made in memory and played in a loop. That takes the sound
//! from other apps, and is therefore left out for a person who wants to hear their own music.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Function, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAudioElement, Url};

use super::promise;

/// What such a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKey {
    /// Carry on.
    Play,
    /// Pause.
    Pause,
}

/// The device that hears media keys during a session.
pub struct MediaKeys {
    session: Option<MediaSession>,
    silence: RefCell<Option<Silence>>,
    playing: Cell<Option<bool>>,
    handlers: [Handler; 2],
}

struct Handler {
    action: &'static str,
    callback: Closure<dyn Fn()>,
}

impl MediaKeys {
    /// Listens from [`MediaKeys::start`] to [`MediaKeys::stop`].
    pub fn new(on_key: impl Fn(MediaKey) + Clone + 'static) -> Self {
        let handler = |action, key| {
            let on_key = on_key.clone();
            let callback = Closure::new(move || on_key(key));
            Handler { action, callback }
        };
        let navigator = web_sys::window().map(|window| window.navigator());
        Self {
            session: navigator.and_then(|navigator| {
                let navigator: &MediaNavigator = navigator.unchecked_ref();
                navigator.session()
            }),
            silence: RefCell::default(),
            playing: Cell::default(),
            handlers: [
                handler("play", MediaKey::Play),
                handler("pause", MediaKey::Pause),
            ],
        }
    }

    /// A session begins, or is tapped again: takes the keys and shows `title` where the system shows
    /// what plays. To be called inside a tap, as only a tap may start to play.
    pub fn start(&self, title: &str, keep_music: bool) {
        let Some(session) = &self.session else { return };
        let silent = self.silence.borrow().is_none();
        if self.playing.get().is_some() && silent == keep_music {
            return;
        }
        for handler in &self.handlers {
            let callback = handler.callback.as_ref().unchecked_ref();
            let _ = session.set_action_handler(handler.action, Some(callback));
        }
        if let Ok(metadata) = Metadata::new() {
            metadata.set_title(title);
            session.set_metadata(Some(&metadata));
        }
        if keep_music {
            drop(self.silence.take());
        } else if self.silence.borrow().is_none() {
            *self.silence.borrow_mut() = Silence::new().ok();
        }
        self.playing.set(Some(false));
        self.set_playing(true);
    }

    /// Tells the system whether the session runs or is paused.
    pub fn set_playing(&self, playing: bool) {
        let Some(session) = &self.session else { return };
        let started = self.playing.get().is_some();
        if !started || self.playing.replace(Some(playing)) == Some(playing) {
            return;
        }
        if let Some(silence) = &*self.silence.borrow() {
            silence.set_playing(playing);
        }
        session.set_playback_state(if playing { "playing" } else { "paused" });
    }

    /// The session is over: gives the keys back, if they were taken.
    pub fn stop(&self) {
        if self.playing.take().is_none() {
            return;
        }
        drop(self.silence.take());
        let Some(session) = &self.session else { return };
        for handler in &self.handlers {
            let _ = session.set_action_handler(handler.action, None);
        }
        session.set_metadata(None);
        session.set_playback_state("none");
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        self.stop();
    }
}

/// An endless silence; it stops, and its memory goes, when it is dropped.
struct Silence {
    element: HtmlAudioElement,
    url: String,
}

impl Silence {
    fn new() -> Result<Self, JsValue> {
        let bytes = Uint8Array::from(silent_wav().as_slice());
        let options = BlobPropertyBag::new();
        options.set_type("audio/wav");
        let parts = Array::of1(&bytes);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let element = HtmlAudioElement::new_with_src(&url)?;
        element.set_loop(true);
        Ok(Self { element, url })
    }

    fn set_playing(&self, playing: bool) {
        if playing {
            promise::ignore(self.element.play());
        } else {
            let _ = self.element.pause();
        }
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        let _ = self.element.pause();
        let _ = Url::revoke_object_url(&self.url);
    }
}

/// 6 s of 8-bit mono at 8 kHz: Chrome gives no keys for less than 5 s.
fn silent_wav() -> Vec<u8> {
    const RATE: u32 = 8_000;
    const SAMPLES: u32 = 6 * RATE;
    const MIDDLE: u8 = 128;
    let mut bytes = Vec::new();
    bytes.extend(b"RIFF");
    bytes.extend((36 + SAMPLES).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(RATE.to_le_bytes());
    bytes.extend(RATE.to_le_bytes());
    bytes.extend(b"\x01\0\x08\0data");
    bytes.extend(SAMPLES.to_le_bytes());
    bytes.resize(bytes.len() + SAMPLES as usize, MIDDLE);
    bytes
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type MediaNavigator;
    #[wasm_bindgen(method, getter, js_name = mediaSession)]
    fn session(this: &MediaNavigator) -> Option<MediaSession>;

    type MediaSession;
    #[wasm_bindgen(method, catch, js_name = setActionHandler)]
    fn set_action_handler(
        this: &MediaSession,
        action: &str,
        handler: Option<&Function>,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter, js_name = playbackState)]
    fn set_playback_state(this: &MediaSession, state: &str);
    #[wasm_bindgen(method, setter, js_name = metadata)]
    fn set_metadata(this: &MediaSession, metadata: Option<&Metadata>);

    #[wasm_bindgen(js_name = MediaMetadata)]
    type Metadata;
    #[wasm_bindgen(constructor, catch, js_class = "MediaMetadata")]
    fn new() -> Result<Metadata, JsValue>;
    #[wasm_bindgen(method, setter, js_name = title, js_class = "MediaMetadata")]
    fn set_title(this: &Metadata, title: &str);
}
