//! Which page stands on the screen, and what belongs to all of them: title, focus, colours, the
//! region that screen readers listen to.

use std::rc::Rc;

use leptos::prelude::*;

use super::boot::Boot;
use super::parts::fresh;
use super::store::Store;
use super::today::Today;
use crate::browser::driver::STATUS_ID;
use crate::browser::page;
use crate::domain::app::route::Route;
use crate::domain::record::settings::{Colours, Motion, Settings, Skin, TextSize};
use crate::text::{common, titles};

/// The app.
#[component]
pub fn Root(
    /// How far it has come.
    boot: Rc<Boot>,
    /// The element of the shell that had the focus.
    focused: Option<String>,
) -> AnyView {
    let store = Store::new(Rc::clone(&boot.front), boot.changed.clone());
    let route = store.watch(|app| app.route);
    let document = store.watch(|app| (app.route, attributes(&app.settings)));
    Effect::new(move |before: Option<Route>| {
        let (route, attributes) = document.get();
        for (name, value) in attributes {
            page::set_document_attribute(name, value);
        }
        let title = titles::document(route);
        page::set_title(&title);
        match before {
            // What had the focus in the shell keeps it.
            None => {
                if let Some(id) = &focused {
                    page::focus_by_id(id);
                }
            }
            Some(before) if before != route && route != Route::Session => {
                page::set_document_attribute("data-moved", Some(""));
                page::scroll_to_top();
                page::focus_by_id("title");
                // Not every screen reader reads what a new page gives the focus to.
                store.with_engine(|engine| engine.name_page(&title));
            }
            Some(_) => {}
        }
        route
    });
    let boot = StoredValue::new_local(boot);
    view! {
        <p id=STATUS_ID class="visually-hidden" role="status" aria-atomic="true"></p>
        {move || fresh(show(boot, store, route.get()))}
    }
    .into_any()
}

fn show(boot: StoredValue<Rc<Boot>, LocalStorage>, store: Store, route: Route) -> AnyView {
    let pages = move || boot.with_value(|boot| boot.pages.get().copied());
    match (route, pages()) {
        // Without the other pages there is no engine that could lead to one.
        (Route::Today, _) | (_, None) => {
            let (figure, late) = boot.with_value(|boot| {
                let figure = boot.figure.get().cloned().unwrap_or_default();
                (figure, boot.late.clone().into())
            });
            let more = move || pages().map(|show| show(store, Route::Today));
            view! { <Today store figure late more /> }.into_any()
        }
        (route, Some(show)) => show(store, route),
    }
}

/// Colours, size, motion and skin are attributes of the document, so that the style sheet decides.
fn attributes(settings: &Settings) -> [(&'static str, Option<&'static str>); 4] {
    let theme = match settings.colours {
        Colours::Device => None,
        Colours::Light => Some("light"),
        Colours::Dark => Some("dark"),
        Colours::HighContrast => Some("high-contrast"),
    };
    let size = match settings.text_size {
        TextSize::Small => Some("18"),
        TextSize::Normal => None,
        TextSize::Large => Some("24"),
        TextSize::Largest => Some("28"),
    };
    let motion = match settings.motion {
        Motion::Device => None,
        Motion::On => Some("on"),
        Motion::Still => Some("still"),
    };
    let skin = match settings.skin {
        Skin::Light => Some("light"),
        Skin::Medium => None,
        Skin::Dark => Some("dark"),
    };
    [
        ("data-theme", theme),
        ("data-text-size", size),
        ("data-motion", motion),
        ("data-skin", skin),
    ]
}

/// What stands in place of everything after a fault in the app (decision 49).
pub fn fault_html() -> String {
    [
        "<main class=\"page flow\"><h1>",
        common::FAULT,
        "</h1><p>",
        common::FAULT_SAVED,
        "</p><a class=\"button button--main\" href=\"./\">",
        common::RELOAD,
        "</a></main>",
    ]
    .concat()
}
