//! The page before and without WebAssembly: a Today that says nothing about any day, and below it
//! the routine to read. The app replaces it on mount (build notes, 2).

use leptos::prelude::*;

use super::pages::PrintedRoutine;
use super::parts::{Page, StartLink, TodayCard, TodayFigure, TodayLinks, WeekView};
use crate::domain::figure::{self, Build};
use crate::domain::plan::USUAL_MINUTES;
use crate::domain::routine::Exercise;
use crate::domain::settings::Settings;
use crate::text::{common, today};

/// The neutral Today with the readable routine.
#[component]
pub fn Shell() -> AnyView {
    view! {
        <Page title=today::TITLE>
            <TodayFigure svg=figure::glance(Exercise::QuadSway, Build::default()) />
            <NeutralToday />
            <noscript>
                <p class="box">{common::NO_SCRIPT}</p>
            </noscript>
            <PrintedRoutine settings=Settings::default() pictures=false />
        </Page>
    }
    .into_any()
}

/// The part that the running Today replaces in place.
#[component]
pub fn NeutralToday() -> AnyView {
    view! {
        <TodayCard
            title=today::WELCOME
            words=today::how_long(USUAL_MINUTES)
            note=[today::NOT_ALONE, " ", today::YOU_NEED].concat()
        >
            <StartLink />
        </TodayCard>
        <WeekView />
        <TodayLinks />
    }
    .into_any()
}
