//! The app until the rest of it has come: it has glanced at what is stored and can be looked at, but
//! only an engine takes events.

use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;

use super::driver::{Devices, Driver};
use super::listener::Listener;
use super::{clock, page, storage};
use crate::domain::app::{App, Event, Moment, Stored};
use crate::domain::record::safety::Answers;
use crate::domain::record::saved::glance::Glance;

/// What takes the events. The first page does without it, so it is known here only by what it does:
/// its code comes with the rest of the app.
pub trait Engine {
    /// Takes an event.
    fn take(self: Rc<Self>, event: Event);
    /// Looks at the clocks, and at what other tabs did meanwhile.
    fn look(self: Rc<Self>);
    /// What the devices report now.
    fn devices(&self) -> Devices;
    /// Whole minutes that a session takes as it is set up now.
    fn session_minutes(&self) -> u32;
    /// Has a screen reader say the name of the page that has just come.
    fn name_page(&self, name: &str);
    /// Changes to the new version that waits, and loads the page anew.
    fn use_new_version(&self);
    /// The picture on Today, where the settings want another one than the shell's.
    fn figure(&self) -> Option<String>;
    /// The six exercises at a glance, as SVG elements.
    fn poses(&self) -> String;
    /// The engine itself, for those that came with it.
    fn driver(self: Rc<Self>) -> Rc<Driver>;
}

/// What an engine is made of.
pub struct Parts {
    /// The app, to be opened anew on all that is stored.
    pub app: Rc<RefCell<App>>,
    /// To be called after every event.
    pub on_change: Rc<dyn Fn()>,
}

/// The app, with its engine as soon as there is one.
pub struct Front {
    app: Rc<RefCell<App>>,
    on_change: Rc<dyn Fn()>,
    engine: OnceCell<Rc<dyn Engine>>,
    unfinished: bool,
    /// The next look at the clocks: at midnight, or when a session expires.
    look: RefCell<Option<Timeout>>,
}

/// No look follows the last one sooner, even where a clock stands still.
const SOONEST_MS: i64 = 1;

impl Front {
    /// Glances at what is stored. `on_change` is called after every event, and whenever time alone
    /// may have changed something.
    pub fn open(on_change: impl Fn() + 'static) -> Rc<Self> {
        let Glance {
            settings,
            entries,
            unfinished,
            saving,
        } = storage::glance();
        let stored = Stored {
            settings: settings.unwrap_or_default(),
            safety: Answers::default(),
            entries,
            unfinished: None,
            saving,
            damaged: 0,
        };
        let front = Rc::new_cyclic(|weak: &Weak<Self>| {
            let weak = Weak::clone(weak);
            Self {
                app: Rc::new(RefCell::new(App::open(stored, now()))),
                on_change: Rc::new(move || {
                    on_change();
                    if let Some(front) = weak.upgrade() {
                        front.look_in_time();
                    }
                }),
                engine: OnceCell::new(),
                unfinished,
                look: RefCell::default(),
            }
        });
        front.look_in_time();
        let returned = Rc::clone(&front);
        let listeners = page::on_return(move || returned.look());
        listeners
            .into_iter()
            .flatten()
            .for_each(Listener::keep_for_ever);
        front
    }

    /// Looks at the clocks again: what depends on the date or the time of day is then right.
    pub fn look(&self) {
        if let Some(engine) = self.engine.get() {
            return Rc::clone(engine).look();
        }
        self.app.borrow_mut().moment = now();
        (self.on_change)();
    }

    /// The one timer of an app at rest. It is late after a sleep, in which it may stand still; then
    /// the person comes back to the page, which is a look of its own.
    fn look_in_time(self: &Rc<Self>) {
        let midnight_ms = clock::midnight_ms();
        let expires_ms = self.with(App::expires_ms).unwrap_or(midnight_ms);
        let wait_ms = expires_ms.min(midnight_ms) - clock::wall().utc_ms;
        let wait_ms = u32::try_from(wait_ms.max(0) + SOONEST_MS).unwrap_or(u32::MAX);
        let front = Rc::downgrade(self);
        let look = Timeout::new(wait_ms, move || {
            if let Some(front) = front.upgrade() {
                front.look();
            }
        });
        drop(self.look.replace(Some(look)));
    }

    /// Whether Today can be shown without the engine: not where a session may be unfinished, or where
    /// Today has something to ask or say about the day after, which would push the rest down.
    pub fn can_show_today(&self) -> bool {
        !self.unfinished && !self.with(App::has_day_after)
    }

    /// What an engine for this app is made of.
    pub fn parts(&self) -> Parts {
        Parts {
            app: Rc::clone(&self.app),
            on_change: Rc::clone(&self.on_change),
        }
    }

    /// Takes the engine into service.
    pub fn start(&self, engine: Rc<dyn Engine>) {
        let _first = self.engine.set(engine);
        (self.on_change)();
    }

    /// Takes an event. Before there is an engine, nothing can be pressed but links.
    pub fn send(&self, event: Event) {
        if let Some(engine) = self.engine.get() {
            Rc::clone(engine).take(event);
        }
    }

    /// Reads the app as it stands.
    pub fn with<T>(&self, read: impl FnOnce(&App) -> T) -> T {
        read(&self.app.borrow())
    }

    /// The engine, if it has come.
    pub fn engine(&self) -> Option<&Rc<dyn Engine>> {
        self.engine.get()
    }
}

/// Both clocks now.
pub fn now() -> Moment {
    Moment {
        now: clock::now(),
        wall: clock::wall(),
    }
}
