//! The app as the components see it: read it, watch a part of it, tell it what happened.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::driver::{Devices, Driver};
use crate::browser::front::{Engine, Front};
use crate::domain::app::{App, Event};
use crate::domain::day::Day;
use crate::domain::guide::session;
use crate::domain::record::history::Entry;
use crate::text::common;

/// A handle on the running app; copies are the same app.
#[derive(Clone, Copy)]
pub struct Store {
    front: StoredValue<Rc<Front>, LocalStorage>,
    changed: StoredValue<ArcTrigger>,
}

impl Store {
    /// A handle on this app, which tells `changed` after every event.
    pub fn new(front: Rc<Front>, changed: ArcTrigger) -> Self {
        Self {
            front: StoredValue::new_local(front),
            changed: StoredValue::new(changed),
        }
    }

    /// Tells the app what happened.
    pub fn send(self, event: Event) {
        let front = self.front.get_value();
        front.send(event);
    }

    /// Sends a change that is saved, and says so.
    pub fn save(self, event: Event) {
        self.send(event);
        if self.read(|app| app.saving) {
            self.with_driver(|driver| driver.announce(common::SAVED));
        }
    }

    /// Tells the running session what happened.
    pub fn tell(self, event: session::Event) {
        self.send(Event::Session(event));
    }

    /// Looks at the clocks, for a press whose meaning depends on them.
    pub fn look(self) {
        let front = self.front.get_value();
        front.look();
    }

    /// Reads the app as it stands.
    pub fn read<T>(self, read: impl FnOnce(&App) -> T) -> T {
        self.front.with_value(|front| front.with(read))
    }

    /// A part of the app, which tells those who use it only when it has changed.
    pub fn watch<T>(self, read: impl Fn(&App) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.track();
            self.read(&read)
        })
    }

    /// The history, newest first.
    pub fn entries(self) -> Signal<Vec<Entry>> {
        self.watch(|app| app.entries.clone()).into()
    }

    /// Today's date, as long as it is today.
    pub fn today(self) -> Signal<Day> {
        self.watch(App::today).into()
    }

    /// What the devices report.
    pub fn devices(self) -> Memo<Devices> {
        Memo::new(move |_| {
            self.track();
            self.with_engine(|engine| engine.devices())
                .unwrap_or_default()
        })
    }

    /// Runs again what reads this, after every event.
    pub fn track(self) {
        self.changed.with_value(|changed| changed.track());
    }

    /// Asks the engine, once it is there.
    pub fn with_engine<T>(self, ask: impl FnOnce(&dyn Engine) -> T) -> Option<T> {
        self.front
            .with_value(|front| front.engine().map(|engine| ask(&**engine)))
    }

    /// The devices themselves, for what is not the app's to decide: a test of the voice, a file.
    /// Nothing happens on the first page as long as the rest of the app has not come.
    pub fn with_driver<T>(self, act: impl FnOnce(&Rc<Driver>) -> T) -> Option<T> {
        let front = self.front.get_value();
        front
            .engine()
            .map(|engine| act(&Rc::clone(engine).driver()))
    }
}
