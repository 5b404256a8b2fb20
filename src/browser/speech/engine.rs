//! The parts of the browser's speech that differ from what its description promises.

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

use crate::device::voice::VoiceInfo;

pub(super) fn describe(voice: &SpeechSynthesisVoice) -> VoiceInfo {
    VoiceInfo {
        name: voice.name(),
        lang: voice.lang(),
        local: voice.local_service(),
        default: voice.default(),
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    pub(super) type SpeechWindow;
    #[wasm_bindgen(method, getter, js_name = speechSynthesis)]
    pub(super) fn engine(this: &SpeechWindow) -> Option<SpeechSynthesis>;

    /// An error whose name may be newer than any list of them.
    #[wasm_bindgen(extends = Object)]
    pub(super) type SpeechError;
    #[wasm_bindgen(method, getter)]
    pub(super) fn error(this: &SpeechError) -> Option<String>;
}
