//! From the prerendered shell to the running app, and from the first page to the rest of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::rest::{self, NotLoaded, Rest};
use super::root::Root;
use super::store::Store;
use crate::browser::front::Front;
use crate::browser::page;
use crate::domain::route::Route;

/// So long after a failure the rest of the app is asked for again.
const RETRY_MS: u32 = 2_000;

/// Shows every page but Today.
pub type Pages = fn(Store, Route) -> AnyView;

/// What the first page and the one who fetches the rest share.
pub struct Boot {
    /// The app.
    pub front: Rc<Front>,
    /// Told after every event.
    pub changed: ArcTrigger,
    /// The other pages, once they have come.
    pub pages: OnceCell<Pages>,
    /// Whether the rest could not be fetched, so far.
    pub late: ArcRwSignal<bool>,
    mounted: Cell<bool>,
    retry: RefCell<Option<Timeout>>,
}

/// Starts the app. Today needs nothing but what is here; at another address the shell stays until
/// its page can take the shell's place.
pub fn boot() {
    let changed = ArcTrigger::new();
    let notify = changed.clone();
    let boot = Rc::new(Boot {
        front: Front::open(move || notify.notify()),
        changed,
        pages: OnceCell::new(),
        late: ArcRwSignal::new(false),
        mounted: Cell::new(false),
        retry: RefCell::default(),
    });
    if Route::parse(&page::hash()) == Route::Today {
        boot.mount();
    }
    boot.fetch();
}

impl Boot {
    /// Puts the app in the place of the shell, in one task: what is stored has been read, so nothing
    /// is ever shown that does not hold.
    fn mount(self: &Rc<Self>) {
        if self.mounted.replace(true) {
            return;
        }
        let focused = page::focused_id();
        page::clear();
        let boot = Rc::clone(self);
        leptos::mount::mount_to_body(move || view! { <Root boot focused /> });
    }

    fn fetch(self: &Rc<Self>) {
        let boot = Rc::clone(self);
        spawn_local(async move {
            match rest::load().await {
                Ok(rest) => {
                    // It never fails, and a failure would be no reason to wait.
                    let _done = JsFuture::from((rest.ready)(boot.front.storage())).await;
                    boot.arrived(rest);
                }
                Err(NotLoaded) => boot.try_again(),
            }
        });
    }

    fn arrived(self: &Rc<Self>, rest: Rest) {
        drop(self.retry.take());
        self.late.set(false);
        let _first = self.pages.set(rest.show);
        self.front.start(rest.start);
        self.mount();
        page::set_document_attribute("data-app", Some("whole"));
    }

    fn try_again(self: &Rc<Self>) {
        self.late.set(true);
        // Today says so.
        self.mount();
        let boot = Rc::clone(self);
        let retry = Timeout::new(RETRY_MS, move || boot.fetch());
        drop(self.retry.replace(Some(retry)));
    }
}
