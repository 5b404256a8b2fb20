//! The other tabs: what they change is heard, and one at a time holds the lease on the session.

use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::StorageEvent;

use super::local::Local;
use super::{Change, Inner, Origin, clock, sync};
use crate::browser::listener::Listener;
use crate::domain::record::saved::key::{ERASING, LEASE};
use crate::domain::record::saved::lease::{self, Holder};
use crate::domain::record::saved::{Key, Shelf, kind};

/// Listens for as long as the device lives.
pub(super) fn listen(inner: &Rc<Inner>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let device = Rc::downgrade(inner);
    let listener = Listener::new(&window, "storage", move |event| {
        if let (Some(inner), Ok(event)) = (Weak::upgrade(&device), event.dyn_into()) {
            hear(&inner, &event);
        }
    });
    inner.listener.replace(Some(listener));
}

/// A number that no other tab has.
pub(super) fn random_name() -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 0 and u32::MAX"
    )]
    let name = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    name
}

pub(super) fn holder(tab: u32) -> Holder {
    let text = Local.get(LEASE).ok().flatten();
    lease::holder(text.as_deref(), tab, clock::wall().utc_ms)
}

pub(super) fn take(tab: u32) {
    // Where it cannot be written, another tab cannot read the session either.
    let _nobody_to_tell = Local.set(LEASE, &lease::text(tab, clock::wall().utc_ms));
}

pub(super) fn release(tab: u32) {
    if holder(tab) == Holder::Me {
        let _goes_stale = Local.remove(LEASE);
    }
}

fn hear(inner: &Rc<Inner>, event: &StorageEvent) {
    let (name, text) = (event.key(), event.new_value());
    let change = match (name.as_deref(), text) {
        // The whole store was cleared, and not by this app: what the mirror has comes back.
        (None, _) => {
            inner.merged.set(false);
            spawn_local(sync::run(Rc::clone(inner)));
            None
        }
        (Some(ERASING), Some(_)) => {
            inner.begin_anew();
            Some(Change::Erased)
        }
        (Some(LEASE), text) => Some(Change::Lease(match holder(inner.tab) {
            // This tab slept while another took the lease and gave it back.
            Holder::Nobody if lease::is_others(text.as_deref(), inner.tab) => Holder::Other,
            now => now,
        })),
        (Some(name), Some(text)) => Key::parse(name).and_then(|key| {
            let content = kind::read(key, &text)?;
            inner.journal.borrow_mut().hear(name, &text);
            Some(Change::Record(key, content, Origin::Tab))
        }),
        (Some(_), None) => None,
    };
    if let Some(change) = change {
        inner.notify(change);
    }
}
