//! The copy of the app that works without a network, and the change to a newer one.
//!
//! The starter script registers the service worker, so that a broken app can still be replaced.
//! A new version waits until a person says so: never in the middle of a session.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::listener::Listener;
use super::{clock, page, promise, rescue};

/// A page that stays open asks for a new version when it is seen again after so long.
const ASK_AFTER_MS: i64 = 3_600_000;

/// How far the app's offline copy is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OfflineState {
    /// This browser keeps none, or not at this address.
    #[default]
    Unsupported,
    /// It is being fetched, for the first time.
    Preparing,
    /// The app works without a network from now on.
    Ready,
    /// A newer version is here and waits, see [`Offline::use_new_version`].
    NewVersion,
}

/// The device that keeps the app.
pub struct Offline(Rc<Device>);

struct Device {
    state: Cell<OfflineState>,
    on_state: Box<dyn Fn(OfflineState)>,
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    on_update: RefCell<Option<Listener>>,
    on_replaced: RefCell<Option<Listener>>,
    on_progress: RefCell<Option<Listener>>,
    /// Whether another window has changed to a newer version than this page's.
    replaced: Cell<bool>,
    /// Whether the newer version is wanted, one for each time it was asked for.
    wanted: RefCell<Vec<Closure<dyn Fn() -> bool>>>,
    /// When the server was last asked for a newer version.
    asked_ms: Cell<i64>,
}

impl Offline {
    /// `on_state` hears of every change.
    pub fn new(on_state: impl Fn(OfflineState) + 'static) -> Self {
        let container = container();
        let device = Rc::new(Device {
            state: Cell::new(match container {
                None => OfflineState::Unsupported,
                Some(_) => OfflineState::Preparing,
            }),
            on_state: Box::new(on_state),
            registration: RefCell::default(),
            on_update: RefCell::default(),
            on_replaced: RefCell::default(),
            on_progress: RefCell::default(),
            replaced: Cell::default(),
            wanted: RefCell::default(),
            // The browser does so as it loads the page.
            asked_ms: Cell::new(clock::wall().utc_ms),
        });
        if let Some(container) = container {
            device.notice_replacement(&container);
            let weak = Rc::downgrade(&device);
            promise::then(container.ready(), move |answer| {
                if let (Some(device), Ok(registration)) = (weak.upgrade(), answer) {
                    device.follow(ServiceWorkerRegistration::unchecked_from_js(registration));
                }
            });
        }
        Self(device)
    }

    /// How far the offline copy is.
    pub fn state(&self) -> OfflineState {
        self.0.state.get()
    }

    /// Asks the app's own server for a newer version where the last answer is old, as a page that
    /// stays open for days has to.
    pub fn look_for_new_version(&self, now_ms: i64) {
        let is_old = now_ms.abs_diff(self.0.asked_ms.get()) >= ASK_AFTER_MS.unsigned_abs();
        if let Some(registration) = &*self.0.registration.borrow()
            && is_old
        {
            let device = Rc::downgrade(&self.0);
            promise::then(registration.update(), move |answer| {
                if let (Some(device), Ok(_)) = (device.upgrade(), answer) {
                    device.asked_ms.set(now_ms);
                }
            });
        }
    }

    /// Changes to the newest version and loads the page anew, as soon as that version can be used and
    /// as long as it is wanted.
    pub fn use_new_version(&self, is_wanted: impl Fn() -> bool + 'static) {
        let registration = self.0.registration.borrow();
        let Some(registration) = &*registration else {
            return;
        };
        if registration
            .waiting()
            .or(registration.installing())
            .is_none()
        {
            return page::reload();
        }
        let is_wanted = Closure::<dyn Fn() -> bool>::new(is_wanted);
        rescue::use_new_version(registration, &is_wanted);
        self.0.wanted.borrow_mut().push(is_wanted);
    }
}

impl Device {
    fn follow(self: &Rc<Self>, registration: ServiceWorkerRegistration) {
        let device = Rc::downgrade(self);
        let on_update = Listener::new(&registration, "updatefound", move |_| {
            if let Some(device) = device.upgrade() {
                device.watch_install();
            }
        });
        *self.registration.borrow_mut() = Some(registration);
        drop(self.on_update.replace(Some(on_update)));
        self.watch_install();
        self.tell();
    }

    fn watch_install(self: &Rc<Self>) {
        let installing = self
            .registration
            .borrow()
            .as_ref()
            .and_then(ServiceWorkerRegistration::installing);
        if let Some(worker) = installing {
            let device = Rc::downgrade(self);
            let listener = Listener::new(&worker, "statechange", move |_| {
                if let Some(device) = device.upgrade() {
                    device.tell();
                }
            });
            drop(self.on_progress.replace(Some(listener)));
        }
    }

    fn notice_replacement(self: &Rc<Self>, container: &ServiceWorkerContainer) {
        if container.controller().is_none() {
            return;
        }
        let device = Rc::downgrade(self);
        let on_replaced = Listener::new(container, "controllerchange", move |_| {
            if let Some(device) = device.upgrade() {
                device.replaced.set(true);
                device.tell();
            }
        });
        drop(self.on_replaced.replace(Some(on_replaced)));
    }

    fn waiting(&self) -> Option<ServiceWorker> {
        self.registration.borrow().as_ref()?.waiting()
    }

    fn tell(&self) {
        let state = if self.replaced.get() || self.waiting().is_some() {
            OfflineState::NewVersion
        } else {
            OfflineState::Ready
        };
        if self.state.replace(state) != state {
            (self.on_state)(state);
        }
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    navigator.unchecked_ref::<WorkerNavigator>().container()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type WorkerNavigator;
    #[wasm_bindgen(method, getter, js_name = serviceWorker)]
    fn container(this: &WorkerNavigator) -> Option<ServiceWorkerContainer>;
}
