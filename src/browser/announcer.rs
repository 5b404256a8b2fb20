//! What a screen reader says without being asked: the text of one live region.
//!
//! A region that changes every second buries everything else, so messages keep 4 s apart; of those
//! that come sooner only the latest is said. The text is replaced, and cleared after 2 s so that
//! nobody finds an old message while reading the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use super::{clock, page};
use crate::domain::time::Instant;

const APART_MS: u32 = 4_000;
const SHOWN_MS: u32 = 2_000;

/// The device that speaks through the person's own screen reader.
pub struct Announcer(Rc<Device>);

struct Device {
    id: &'static str,
    said_at: Cell<Option<Instant>>,
    timer: RefCell<Option<Timeout>>,
}

impl Announcer {
    /// Announces by the element with this id, a `role="status"` that is always on the page.
    pub fn new(id: &'static str) -> Self {
        Self(Rc::new(Device {
            id,
            said_at: Cell::default(),
            timer: RefCell::default(),
        }))
    }

    /// Has this text said now, or when 4 s have passed since the last; in that case a later text
    /// takes its place.
    pub fn announce(&self, text: &str) {
        let since_ms = self
            .0
            .said_at
            .get()
            .map_or(APART_MS, |at| clock::now().since(at));
        let wait_ms = APART_MS.saturating_sub(since_ms);
        if wait_ms == 0 {
            self.0.show(text);
        } else {
            let text = text.to_owned();
            self.0.after(wait_ms, move |device| device.show(&text));
        }
    }
}

impl Device {
    fn show(self: &Rc<Self>, text: &str) {
        self.said_at.set(Some(clock::now()));
        page::set_text(self.id, text);
        self.after(SHOWN_MS, |device| page::set_text(device.id, ""));
    }

    /// There is one timer: what waits to be shown takes over from what waits to be cleared, which
    /// is then replaced instead.
    fn after(self: &Rc<Self>, ms: u32, action: impl FnOnce(&Rc<Self>) + 'static) {
        let device = Rc::downgrade(self);
        let timer = Timeout::new(ms, move || {
            if let Some(device) = device.upgrade() {
                action(&device);
            }
        });
        drop(self.timer.replace(Some(timer)));
    }
}
