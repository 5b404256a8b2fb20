//! The app as the components see it: read it, watch a part of it, tell it what happened.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::driver::{Devices, Driver};
use crate::domain::app::{App, Event};
use crate::domain::session;

/// A handle on the running app; copies are the same app.
#[derive(Clone, Copy)]
pub struct Store {
    driver: StoredValue<Rc<Driver>, LocalStorage>,
    changed: Trigger,
}

impl Store {
    /// Opens the app on what is stored, before the first page is shown.
    pub fn open() -> Self {
        let changed = Trigger::new();
        let driver = Driver::open(move || changed.notify());
        Self {
            driver: StoredValue::new_local(driver),
            changed,
        }
    }

    /// Tells the app what happened.
    pub fn send(self, event: Event) {
        let driver = self.driver.get_value();
        driver.send(event);
    }

    /// Tells the running session what happened.
    pub fn tell(self, event: session::Event) {
        self.send(Event::Session(event));
    }

    /// Reads the app as it stands.
    pub fn read<T>(self, read: impl FnOnce(&App) -> T) -> T {
        self.driver.with_value(|driver| driver.with(read))
    }

    /// A part of the app, which tells those who use it only when it has changed.
    pub fn watch<T>(self, read: impl Fn(&App) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.changed.track();
            self.read(&read)
        })
    }

    /// What the devices report.
    pub fn devices(self) -> Memo<Devices> {
        Memo::new(move |_| {
            self.changed.track();
            self.driver.with_value(|driver| driver.devices())
        })
    }

    /// The devices themselves, for what is not the app's to decide: a test of the voice, a file.
    pub fn driver(self) -> Rc<Driver> {
        self.driver.get_value()
    }
}
