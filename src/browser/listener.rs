//! A listener that is removed when it is dropped.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// Calls back on each event of one kind until it is dropped.
#[must_use = "dropping a listener removes it"]
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    first: bool,
    // `Fn`, not `FnMut`: a handler may cause another event of its own kind.
    callback: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens on `target` for events of this kind. A target that is too old to be listened to
    /// (Safari's speech before iOS 16) stays silent.
    pub fn new(
        target: &impl AsRef<EventTarget>,
        kind: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        Self::made(target.as_ref(), kind, false, callback)
    }

    /// Listens as [`new`](Self::new) does, but hears of an event before everything inside `target`.
    pub fn before_all(
        target: &impl AsRef<EventTarget>,
        kind: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        Self::made(target.as_ref(), kind, true, callback)
    }

    fn made(
        target: &EventTarget,
        kind: &'static str,
        first: bool,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let target = target.clone();
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_bool(kind, function, first);
        Self {
            target,
            kind,
            first,
            callback,
        }
    }

    /// Listens for as long as the page lives. For listeners of the app itself, which ends with the
    /// page: the only place where a callback is given away for good.
    pub fn keep_for_ever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.kind, callback, self.first);
    }
}
