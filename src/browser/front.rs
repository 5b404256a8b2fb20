//! The app until the rest of it has come: it has read what is stored, can be looked at, and keeps
//! every event for the engine that will take it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::clock;
use super::driver::{Devices, Driver};
use super::storage::Storage;
use crate::domain::app::{App, Event, Moment, Stored, Unfinished};
use crate::domain::saved::Loaded;

/// What takes the events. The first page does without it, so it is known here only by what it does:
/// its code comes with the rest of the app.
pub trait Engine {
    /// Takes an event.
    fn take(self: Rc<Self>, event: Event);
    /// What the devices report now.
    fn devices(&self) -> Devices;
    /// Whole minutes that a session takes as it is set up now.
    fn session_minutes(&self) -> u32;
    /// The picture on Today as the settings want it.
    fn figure(&self) -> String;
    /// The engine itself, for those that came with it.
    fn driver(self: Rc<Self>) -> Rc<Driver>;
}

/// What an engine is made of.
pub struct Parts {
    /// The app as it was opened.
    pub app: Rc<RefCell<App>>,
    /// Where it came from.
    pub storage: Storage<Unfinished>,
    /// To be called after every event.
    pub on_change: Rc<dyn Fn()>,
}

/// The app, with its engine as soon as there is one.
pub struct Front {
    parts: Parts,
    engine: OnceCell<Rc<dyn Engine>>,
    waiting: RefCell<Vec<Event>>,
}

impl Front {
    /// Opens the app on what is stored. `on_change` is called after every event.
    pub fn open(on_change: impl Fn() + 'static) -> Rc<Self> {
        let (storage, loaded) = Storage::open();
        let moment = Moment {
            now: clock::now(),
            wall: clock::wall(),
        };
        Rc::new(Self {
            parts: Parts {
                app: Rc::new(RefCell::new(App::open(loaded.into(), moment))),
                storage,
                on_change: Rc::new(on_change),
            },
            engine: OnceCell::new(),
            waiting: RefCell::default(),
        })
    }

    /// Takes the engine into service: what waited for it comes first.
    pub fn start(&self, engine: impl FnOnce(Parts) -> Rc<dyn Engine>) {
        let engine = self.engine.get_or_init(|| {
            engine(Parts {
                app: Rc::clone(&self.parts.app),
                storage: self.parts.storage.clone(),
                on_change: Rc::clone(&self.parts.on_change),
            })
        });
        for event in self.waiting.take() {
            Rc::clone(engine).take(event);
        }
        (self.parts.on_change)();
    }

    /// Takes an event, or keeps it until the engine is there.
    pub fn send(&self, event: Event) {
        match self.engine.get() {
            Some(engine) => Rc::clone(engine).take(event),
            None => self.waiting.borrow_mut().push(event),
        }
    }

    /// Reads the app as it stands.
    pub fn with<T>(&self, read: impl FnOnce(&App) -> T) -> T {
        read(&self.parts.app.borrow())
    }

    /// Where everything is kept.
    pub const fn storage(&self) -> &Storage<Unfinished> {
        &self.parts.storage
    }

    /// The engine, if it has come.
    pub fn engine(&self) -> Option<&Rc<dyn Engine>> {
        self.engine.get()
    }
}

impl From<Loaded<Unfinished>> for Stored {
    fn from(loaded: Loaded<Unfinished>) -> Self {
        Self {
            settings: loaded.settings.unwrap_or_default(),
            safety: loaded.safety.unwrap_or_default(),
            entries: loaded.entries,
            unfinished: loaded.running,
            saving: loaded.saving.is_ok(),
            damaged: loaded.damaged,
        }
    }
}
