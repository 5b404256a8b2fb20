//! A short buzz, where the device has one.

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;

/// Whether this browser can buzz; Safari cannot.
pub fn is_supported() -> bool {
    navigator().is_some_and(|navigator| navigator.vibrate_function().is_some())
}

/// Buzzes for this many milliseconds, where that is possible.
pub fn buzz(ms: u32) {
    if let Some(navigator) = navigator() {
        // Throws where it is missing, and then there is nothing to do.
        let _ = navigator.vibrate(ms);
    }
}

fn navigator() -> Option<BuzzNavigator> {
    web_sys::window().map(|window| window.navigator().unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type BuzzNavigator;
    #[wasm_bindgen(method, getter, js_name = vibrate)]
    fn vibrate_function(this: &BuzzNavigator) -> Option<Function>;
    #[wasm_bindgen(method, catch)]
    fn vibrate(this: &BuzzNavigator, ms: u32) -> Result<bool, JsValue>;
}
