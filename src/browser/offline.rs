//! The copy of the app that works without a network, and the change to a newer one.
//!
//! The starter script registers the service worker, so that a broken app can still be replaced.
//! A new version waits until a person says so: never in the middle of a session.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{JSON, Object};
use wasm_bindgen::prelude::*;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

use super::listener::Listener;
use super::{page, promise};

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
    on_progress: RefCell<Option<Listener>>,
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
            on_progress: RefCell::default(),
        });
        if let Some(container) = container {
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

    /// Asks the app's own server for a newer version, as a page that stays open for days has to.
    pub fn look_for_new_version(&self) {
        if let Some(registration) = &*self.0.registration.borrow() {
            promise::ignore(registration.update());
        }
    }

    /// Changes to the version that waits and loads the page anew.
    pub fn use_new_version(&self) {
        self.0.use_new_version();
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
            self.watch(&worker, move || {
                if let Some(device) = device.upgrade() {
                    device.tell();
                }
            });
        }
    }

    fn use_new_version(self: &Rc<Self>) {
        let Some(worker) = self.waiting() else { return };
        let moved = worker.clone();
        self.watch(&worker, move || {
            if moved.state() == ServiceWorkerState::Activated {
                page::reload();
            }
        });
        if let Ok(message) = JSON::parse(r#"{"type":"use-new-version"}"#) {
            let _ = worker.post_message(&message);
        }
    }

    fn watch(&self, worker: &ServiceWorker, callback: impl Fn() + 'static) {
        let listener = Listener::new(worker, "statechange", move |_| callback());
        drop(self.on_progress.replace(Some(listener)));
    }

    fn waiting(&self) -> Option<ServiceWorker> {
        self.registration.borrow().as_ref()?.waiting()
    }

    fn tell(&self) {
        let state = match self.waiting() {
            Some(_) => OfflineState::NewVersion,
            None => OfflineState::Ready,
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
