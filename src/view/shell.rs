//! The page before and without WebAssembly: a Today that says nothing about any day, and below it
//! the routine to read. The app replaces it on mount (decision 50).

use leptos::prelude::*;

use super::pages::paper::PrintedRoutine;
use super::parts::{Page, StartLink, TodayCard, TodayFigure, TodayLinks, WeekView};
use crate::domain::figure::{self, Build};
use crate::domain::guide::plan::FIRST_MINUTES;
use crate::domain::record::settings::Settings;
use crate::domain::routine::Exercise;
use crate::text::{common, today};

/// The neutral Today with the readable routine.
#[component]
pub fn Shell() -> AnyView {
    view! {
        <Page title=today::TITLE brand=true>
            <TodayFigure svg=figure::glance(Exercise::QuadSway, Build::default()) />
            <Trouble />
            <NeutralToday />
            <noscript>
                <p class="box">{common::NO_SCRIPT}</p>
            </noscript>
            <PrintedRoutine settings=Settings::default() pictures=false />
        </Page>
    }
    .into_any()
}

/// One file with the picture of every exercise, for pages without WebAssembly, one below the other. A
/// `#` and an exercise's slug show one of them.
pub const PICTURES_FILE: &str = "pictures.svg";

/// Its text. The build puts the figure's styles in the place of `<!-- style -->`.
#[cfg(feature = "ssr")]
#[must_use]
pub fn pictures() -> String {
    const SIZE: usize = 200;

    let picture = |exercise: Exercise| {
        let (slug, top) = (exercise.slug(), exercise.index() * SIZE);
        let (view_box, markup) = figure::Picture::new(exercise, exercise.sides()[0]).told();
        format!(
            "<view id=\"{slug}\" viewBox=\"0 {top} {SIZE} {SIZE}\"/>\
             <svg class=\"fig\" y=\"{top}\" width=\"{SIZE}\" height=\"{SIZE}\" viewBox=\"{view_box}\">\
             {markup}</svg>"
        )
    };
    let pictures: String = Exercise::ALL.map(picture).concat();
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- style -->{pictures}</svg>")
}

/// Why the app does not start, where it does not: assets/rescue.js names the trouble, and the style
/// sheet shows the words for it.
#[component]
fn Trouble() -> AnyView {
    let words = [
        ("old", common::NEEDS_NEWER_BROWSER),
        ("no-wasm", common::NEEDS_WEBASSEMBLY),
        ("framed", common::NOT_IN_A_FRAME),
        ("failed", common::DID_NOT_LOAD),
        ("again", common::TRIES_AGAIN),
    ];
    let words = words.map(|(when, words)| view! { <p data-when=when>{words}</p> });
    view! {
        <div class="box trouble" role="status">
            {words.collect_view()}
            <p data-when="framed">
                <a href="./" target="_top">
                    {common::OPEN_BY_ITSELF}
                </a>
            </p>
            <p>{common::CAN_BE_READ}</p>
            <a class="button" href="./">
                {common::RELOAD}
            </a>
        </div>
    }
    .into_any()
}

/// The part that the running Today replaces in place.
#[component]
pub fn NeutralToday() -> AnyView {
    view! {
        <TodayCard
            title=today::WELCOME
            words=today::how_long(FIRST_MINUTES)
            note=[today::NOT_ALONE, " ", today::YOU_NEED].concat()
        >
            <StartLink />
        </TodayCard>
        <div class="today__side flow">
            <WeekView />
            <TodayLinks />
        </div>
    }
    .into_any()
}
