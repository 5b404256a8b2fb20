//! Pages that are only read: About, Help, and the one for an address that leads nowhere.

use leptos::prelude::*;

use crate::domain::app::route::Route;
use crate::text::{about, common, data, help, install, settings, today};
use crate::view::parts::{Article, ButtonLink, Page};

/// Where the routine comes from and why knees get sore (facts 1 to 5, 7 to 9).
pub fn about() -> AnyView {
    view! {
        <Page title=about::TITLE back=Route::More>
            <Article sections=about::SECTIONS />
        </Page>
    }
    .into_any()
}

/// What is seldom needed.
pub fn more() -> AnyView {
    let links = [
        (settings::TITLE, Route::Settings),
        (help::TITLE, Route::Help),
        (data::TITLE, Route::Data),
        (install::TITLE, Route::Install),
        (about::TITLE, Route::About),
    ];
    let links = links.map(|(words, to)| view! { <ButtonLink words to /> });
    view! {
        <Page title=today::MORE back=Route::Today>
            <nav class="stack" aria-label=today::MORE>
                {links.into_iter().collect_view()}
            </nav>
        </Page>
    }
    .into_any()
}

/// Help.
pub fn help() -> AnyView {
    view! {
        <Page title=help::TITLE back=Route::Today help=false>
            <Article sections=help::SECTIONS />
        </Page>
    }
    .into_any()
}

/// For an address that leads nowhere.
pub fn not_found() -> AnyView {
    view! {
        <Page title=common::NOT_FOUND back=Route::Today>
            <p>
                <a href=Route::Today.hash()>{common::GO_TO_TODAY}</a>
            </p>
        </Page>
    }
    .into_any()
}
