//! From the prerendered shell to the running app, and from the first page to the rest of it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::parts::FIGURE_ID;
use super::rest::{self, NotLoaded, Rest};
use super::root::Root;
use super::store::Store;
use crate::browser::front::Front;
use crate::browser::{page, rescue};
use crate::domain::app::route::Route;

/// So long after a failure the rest of the app is asked for again.
const RETRY_MS: u32 = 2_000;

/// A rest that has not come after so long is late, whatever it is doing.
const PATIENCE_MS: u32 = 15_000;

/// Why buttons would do nothing: the style sheet hides them.
const TROUBLE: &str = "data-trouble";

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
    /// The picture on the shell's Today, which the first page shows without being able to draw.
    pub figure: OnceCell<String>,
    mounted: Cell<bool>,
    retry: RefCell<Option<Timeout>>,
    patience: RefCell<Option<Timeout>>,
}

/// Starts the app. Today mostly needs nothing but what is here; otherwise the shell stays until the
/// page can take its place.
pub fn boot() {
    let changed = ArcTrigger::new();
    let notify = changed.clone();
    let boot = Rc::new(Boot {
        front: Front::open(move || notify.notify()),
        changed,
        pages: OnceCell::new(),
        figure: OnceCell::new(),
        late: ArcRwSignal::new(false),
        mounted: Cell::new(false),
        retry: RefCell::default(),
        patience: RefCell::default(),
    });
    if Route::parse(&page::hash()) == Route::Today && boot.front.can_show_today() {
        boot.mount();
    }
    boot.fetch();
    let late = Rc::clone(&boot);
    let patience = Timeout::new(PATIENCE_MS, move || late.is_late());
    drop(boot.patience.replace(Some(patience)));
}

impl Boot {
    /// Puts the app in the place of the shell, in one task: what is stored has been read, so nothing
    /// is ever shown that does not hold.
    fn mount(self: &Rc<Self>) {
        if self.mounted.replace(true) {
            return;
        }
        let focused = page::focused_id();
        let _first = self.figure.set(page::html(FIGURE_ID));
        page::clear();
        page::set_document_attribute(TROUBLE, None);
        let boot = Rc::clone(self);
        leptos::mount::mount_to_body(move || view! { <Root boot focused /> });
    }

    fn fetch(self: &Rc<Self>) {
        let boot = Rc::clone(self);
        spawn_local(async move {
            match rest::load().await {
                Ok(rest) => boot.arrived(rest).await,
                Err(NotLoaded) => boot.try_again(),
            }
        });
    }

    async fn arrived(self: &Rc<Self>, rest: Rest) {
        drop((self.retry.take(), self.patience.take()));
        self.late.set(false);
        page::set_document_attribute(TROUBLE, None);
        let _first = self.pages.set(rest.show);
        self.front.start((rest.start)(self.front.parts()).await);
        self.mount();
        page::set_document_attribute("data-app", Some("whole"));
    }

    /// The rest does not come, so far: Today says so. This version's may be gone, and a newer one here.
    fn is_late(self: &Rc<Self>) {
        self.late.set(true);
        self.mount();
        page::set_document_attribute(TROUBLE, Some("late"));
        rescue::repair();
    }

    fn try_again(self: &Rc<Self>) {
        self.is_late();
        let boot = Rc::clone(self);
        let retry = Timeout::new(RETRY_MS, move || boot.fetch());
        drop(self.retry.replace(Some(retry)));
    }
}
