//! What a screen reader says without being asked: the text of one live region.
//!
//! Which message has its turn when is decided in [`Spaced`]. The text is replaced, and cleared after
//! 2 s so that nobody finds an old message while reading the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::{clock, page};
use crate::domain::guide::cue::Spaced;

const SHOWN_MS: u32 = 2_000;

/// The device that speaks through the person's own screen reader.
pub struct Announcer(Rc<Device>);

struct Device {
    id: &'static str,
    turn: RefCell<Spaced<String>>,
    shows: Cell<bool>,
    next: RefCell<Option<Timeout>>,
    clear: RefCell<Option<Timeout>>,
}

impl Announcer {
    /// Announces by the element with this id, a `role="status"` that is always on the page.
    pub fn new(id: &'static str) -> Self {
        Self(Rc::new(Device {
            id,
            turn: RefCell::default(),
            shows: Cell::default(),
            next: RefCell::default(),
            clear: RefCell::default(),
        }))
    }

    /// Has this text said now, or within `patience_ms` as soon as it has its turn.
    pub fn announce(&self, text: &str, patience_ms: u32) {
        let mut turn = self.0.turn.borrow_mut();
        turn.offer(text.to_owned(), patience_ms, clock::now());
        drop(turn);
        self.0.show_due();
    }

    /// Has the name of a page said, if no message is being said or waits. It keeps none waiting.
    pub fn name_page(&self, name: &str) {
        let waits = self.0.turn.borrow().due().is_some();
        if !waits && !self.0.shows.get() {
            self.0.show(name);
        }
    }

    /// Drops what waits to be said: it is over.
    pub fn give_up(&self) {
        self.0.turn.borrow_mut().give_up();
    }
}

impl Device {
    fn show(self: &Rc<Self>, text: &str) {
        let id = self.id;
        page::set_text(id, text);
        self.shows.set(true);
        let device = Rc::downgrade(self);
        let clear = Timeout::new(SHOWN_MS, move || {
            page::set_text(id, "");
            if let Some(device) = device.upgrade() {
                device.shows.set(false);
            }
        });
        drop(self.clear.replace(Some(clear)));
    }

    fn show_due(self: &Rc<Self>) {
        let now = clock::now();
        let message = self.turn.borrow_mut().take(now);
        if let Some(text) = message {
            self.show(&text);
        }
        let due = self.turn.borrow().due();
        let next = due.map(|due| {
            let device = Rc::downgrade(self);
            Timeout::new(due.since(now), move || {
                if let Some(device) = device.upgrade() {
                    device.show_due();
                }
            })
        });
        drop(self.next.replace(next));
    }
}
