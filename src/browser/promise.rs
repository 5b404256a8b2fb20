//! Promises whose outcome goes to a callback, so that none is left rejected and unhandled.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageChannel;

/// Hands the outcome on; a call that threw instead of promising is a refusal like any other.
pub(super) fn then(
    promise: Result<Promise, JsValue>,
    outcome: impl FnOnce(Result<JsValue, JsValue>) + 'static,
) {
    match promise {
        Ok(promise) => spawn_local(async move { outcome(JsFuture::from(promise).await) }),
        Err(refusal) => outcome(Err(refusal)),
    }
}

/// Calls back later, whatever else happens.
pub(super) fn later(callback: &Function, after_ms: i32) {
    if let Some(window) = web_sys::window() {
        // Where no timer can be set, what else calls is waited for.
        let _set = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, after_ms);
    }
}

/// Lets the page answer: done once the browser has had its turn. A timer would do, but browsers put
/// those off by 4 ms each, and in a hidden page by a second.
pub(super) async fn turn() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let port = channel.port1();
    let turn = Promise::new(&mut |done, _| port.set_onmessage(Some(&done)));
    // Nothing is handed over that could not be.
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        // It does not fail.
        let _turn = JsFuture::from(turn).await;
    }
    port.close();
}

/// For what is told by an event anyway.
pub(super) fn ignore(promise: Result<Promise, JsValue>) {
    then(promise, drop);
}
