//! Keeps the screen on during a session.
//!
//! A browser takes the lock back whenever the page is hidden, so it is asked for again on return.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

use super::listener::Listener;
use super::{page, promise};

/// Whether the screen stays on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WakeLockState {
    /// Nobody asked, or the page is hidden.
    #[default]
    Off,
    /// The screen stays on.
    Held,
    /// The browser refused, or took it back while the page was seen (a low battery).
    Refused,
    /// This browser cannot.
    Unsupported,
}

/// The device that keeps the screen on.
pub struct WakeLock(Rc<Device>);

struct Device {
    manager: Option<Manager>,
    wanted: Cell<bool>,
    asking: Cell<bool>,
    held: RefCell<Option<Held>>,
    state: Cell<WakeLockState>,
    on_state: Box<dyn Fn(WakeLockState)>,
    on_return: RefCell<Option<Listener>>,
}

struct Held {
    sentinel: Sentinel,
    _on_release: Listener,
}

impl WakeLock {
    /// `on_state` hears of every change.
    pub fn new(on_state: impl Fn(WakeLockState) + 'static) -> Self {
        let manager = web_sys::window().and_then(|window| {
            let navigator = window.navigator();
            let navigator: &LockNavigator = navigator.unchecked_ref();
            navigator.wake_lock()
        });
        let state = match manager {
            None => WakeLockState::Unsupported,
            Some(_) => WakeLockState::Off,
        };
        let device = Rc::new(Device {
            manager,
            wanted: Cell::new(false),
            asking: Cell::new(false),
            held: RefCell::default(),
            state: Cell::new(state),
            on_state: Box::new(on_state),
            on_return: RefCell::default(),
        });
        let weak = Rc::downgrade(&device);
        *device.on_return.borrow_mut() = page::on_visibility(move |visible| {
            if visible && let Some(device) = weak.upgrade() {
                device.ask();
            }
        });
        Self(device)
    }

    /// Keeps the screen on until [`WakeLock::release`].
    pub fn acquire(&self) {
        self.0.wanted.set(true);
        self.0.ask();
    }

    /// Lets the screen go dark again.
    pub fn release(&self) {
        self.0.wanted.set(false);
        let held = self.0.held.take();
        drop(held);
        if self.state() != WakeLockState::Unsupported {
            self.0.tell(WakeLockState::Off);
        }
    }

    /// Whether the screen stays on.
    pub fn state(&self) -> WakeLockState {
        self.0.state.get()
    }
}

impl Device {
    fn ask(self: &Rc<Self>) {
        let Some(manager) = &self.manager else {
            // Said again at each start of a session, so that the tip can be shown.
            (self.on_state)(WakeLockState::Unsupported);
            return;
        };
        let held = self.held.borrow().is_some();
        if !self.wanted.get() || held || !page::is_visible() || self.asking.replace(true) {
            return;
        }
        let device = Rc::downgrade(self);
        promise::then(manager.request("screen"), move |answer| {
            if let Some(device) = device.upgrade() {
                device.asking.set(false);
                device.answered(answer);
            }
        });
    }

    fn answered(self: &Rc<Self>, answer: Result<JsValue, JsValue>) {
        let Ok(sentinel) = answer else {
            if self.wanted.get() {
                self.tell(WakeLockState::Refused);
            }
            return;
        };
        let sentinel = Sentinel::unchecked_from_js(sentinel);
        let device = Rc::downgrade(self);
        let on_release = Listener::new(&sentinel, "release", move |_| {
            if let Some(device) = device.upgrade() {
                device.lost();
            }
        });
        let held = Held {
            sentinel,
            _on_release: on_release,
        };
        if self.wanted.get() {
            *self.held.borrow_mut() = Some(held);
            self.tell(WakeLockState::Held);
        }
    }

    fn lost(&self) {
        // Chromium sends the event while the app itself lets go.
        if !self.wanted.get() {
            return;
        }
        let held = self.held.take();
        drop(held);
        self.tell(if page::is_visible() {
            WakeLockState::Refused
        } else {
            WakeLockState::Off
        });
    }

    fn tell(&self, state: WakeLockState) {
        if self.state.replace(state) != state {
            (self.on_state)(state);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        promise::ignore(self.sentinel.release());
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type LockNavigator;
    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    fn wake_lock(this: &LockNavigator) -> Option<Manager>;

    type Manager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Manager, kind: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = EventTarget, extends = Object)]
    type Sentinel;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Sentinel) -> Result<Promise, JsValue>;
}
