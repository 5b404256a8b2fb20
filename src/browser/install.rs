//! Putting the app on the home screen.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::listener::Listener;
use super::promise;
use crate::device::platform::Platform;

/// The browser's own offer to install, kept until a person asks for it.
pub struct Install(Rc<Device>);

struct Device {
    prompt: RefCell<Option<InstallEvent>>,
    on_change: Box<dyn Fn(bool)>,
    listeners: RefCell<Vec<Listener>>,
}

impl Install {
    /// `on_change` hears whether the browser offers to install now. To be made as the app starts:
    /// the browser makes its offer once.
    pub fn new(on_change: impl Fn(bool) + 'static) -> Self {
        let device = Rc::new(Device {
            prompt: RefCell::default(),
            on_change: Box::new(on_change),
            listeners: RefCell::default(),
        });
        if let Some(window) = web_sys::window() {
            let weak = Rc::downgrade(&device);
            let on_offer = Listener::new(&window, "beforeinstallprompt", move |event: Event| {
                event.prevent_default();
                if let Some(device) = weak.upgrade() {
                    device.set(Some(event.unchecked_into()));
                }
            });
            let weak = Rc::downgrade(&device);
            let on_installed = Listener::new(&window, "appinstalled", move |_| {
                if let Some(device) = weak.upgrade() {
                    device.set(None);
                }
            });
            device
                .listeners
                .borrow_mut()
                .extend([on_offer, on_installed]);
            // The offer may have come before the app.
            let early: &OfferWindow = window.unchecked_ref();
            drop(device.prompt.replace(early.install_offer()));
        }
        Self(device)
    }

    /// Whether [`Install::ask`] would show the browser's question.
    pub fn is_offered(&self) -> bool {
        self.0.prompt.borrow().is_some()
    }

    /// Shows the browser's question; only once for each offer, and only inside a tap.
    pub fn ask(&self) {
        let prompt = self.0.prompt.take();
        if let Some(prompt) = prompt {
            promise::ignore(prompt.prompt());
            (self.0.on_change)(false);
        }
    }
}

impl Device {
    fn set(&self, prompt: Option<InstallEvent>) {
        let offered = prompt.is_some();
        drop(self.prompt.replace(prompt));
        (self.on_change)(offered);
    }
}

/// Whether the app runs from the home screen.
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let query = window.match_media("(display-mode: standalone)");
    let standalone = query.ok().flatten().is_some_and(|query| query.matches());
    standalone
        || window
            .navigator()
            .unchecked_ref::<HomeNavigator>()
            .standalone()
            == Some(true)
}

/// Puts a quiet mark on the installed app's icon, or takes it away. Where a browser has no such
/// thing, nothing happens.
pub fn badge(on: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let navigator = window.navigator();
    let navigator: &BadgeNavigator = navigator.unchecked_ref();
    promise::ignore(if on {
        navigator.set_app_badge()
    } else {
        navigator.clear_app_badge()
    });
}

/// Which way of installing fits here.
pub fn platform() -> Platform {
    let Some(window) = web_sys::window() else {
        return Platform::Chromium;
    };
    let navigator = window.navigator();
    let touch_points = u32::try_from(navigator.max_touch_points()).unwrap_or(0);
    Platform::of(&navigator.user_agent().unwrap_or_default(), touch_points)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Event, extends = Object)]
    #[derive(Clone)]
    type InstallEvent;
    #[wasm_bindgen(extends = Object)]
    type OfferWindow;
    #[wasm_bindgen(method, getter, js_name = installOffer)]
    fn install_offer(this: &OfferWindow) -> Option<InstallEvent>;

    #[wasm_bindgen(extends = Object)]
    type BadgeNavigator;
    #[wasm_bindgen(method, catch, js_name = setAppBadge)]
    fn set_app_badge(this: &BadgeNavigator) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = clearAppBadge)]
    fn clear_app_badge(this: &BadgeNavigator) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn prompt(this: &InstallEvent) -> Result<Promise, JsValue>;

    /// `navigator` of an iPhone, which tells of the home screen in its own way.
    #[wasm_bindgen(extends = Object)]
    type HomeNavigator;
    #[wasm_bindgen(method, getter)]
    fn standalone(this: &HomeNavigator) -> Option<bool>;
}
