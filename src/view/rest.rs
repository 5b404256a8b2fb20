//! The rest of the app: every page but Today, and the engine. In a release it is a file of its own
//! that comes after the first page; the build splits the app at [`load`].
//!
//! Nothing outside may name what is in here but by the two functions of [`Rest`]: what the first page
//! names comes with the first page.

#![allow(
    improper_ctypes_definitions,
    reason = "both sides of the split are compiled together"
)]

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

use super::pages;
use super::store::Store;
use crate::browser::driver::Driver;
use crate::browser::front::{Engine, Parts};
use crate::domain::app::route::Route;

/// What comes after the first page.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Makes the engine.
    pub start: fn(Parts) -> Starting,
    /// Shows every page but Today.
    pub show: fn(Store, Route) -> AnyView,
}

/// An engine to come.
pub type Starting = Pin<Box<dyn Future<Output = Rc<dyn Engine>>>>;

/// The rest could not be fetched; it can be tried again.
pub struct NotLoaded;

/// Fetches the rest of the app.
///
/// # Errors
/// Where it does not arrive.
pub async fn load() -> Result<Rest, NotLoaded> {
    fetch().await
}

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "that it may not arrive is added by the split"
)]
#[leptos::wasm_split::wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch() -> Result<Rest, NotLoaded> {
    Ok(REST)
}

/// With one part, everything is there.
#[cfg(not(feature = "split"))]
fn fetch() -> std::future::Ready<Result<Rest, NotLoaded>> {
    std::future::ready(Ok(REST))
}

const REST: Rest = Rest {
    start: |parts| Box::pin(async { Driver::start(parts).await as Rc<dyn Engine> }),
    show,
};

fn show(store: Store, route: Route) -> AnyView {
    match route {
        Route::Today => below_today(store),
        Route::Safety(question) => pages::safety::page(store, question),
        Route::Routine => pages::routine::page(store),
        Route::Exercise(which) => pages::exercise::page(store, which),
        Route::Session => pages::player::page(store),
        Route::Done => pages::finish::page(store),
        Route::Start => pages::schedule::too_soon::page(store),
        Route::History => pages::history::page(store),
        Route::Entry(id) => pages::history::day_page::page(store, id),
        Route::Progress => pages::progress::page(store),
        Route::Schedule => pages::schedule::page(store),
        Route::Doctor => pages::doctor::page(store),
        Route::More => pages::read::more(),
        Route::Settings => pages::settings::page(store),
        Route::Setting(part) => pages::settings::part(store, part),
        Route::Data => pages::data::page(store),
        Route::Erase => pages::data::erase_page(store),
        Route::Install => pages::install::page(store),
        Route::About => pages::read::about(),
        Route::Help => pages::read::help(),
        Route::Print => pages::paper::page(store),
        Route::NotFound => pages::read::not_found(),
    }
}

/// What Today has below its card, and does not need to be there at once.
fn below_today(store: Store) -> AnyView {
    view! {
        {pages::finish::take_back(store)}
        {pages::feel::day_after(store)}
    }
    .into_any()
}
