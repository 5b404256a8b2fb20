//! Which page stands on the screen, and what belongs to all of them: title, focus, colours, the
//! region that screen readers listen to.

pub mod records;

use leptos::prelude::*;

use super::data::DataPage;
use super::finish::FinishPage;
use super::pages::{
    AboutPage, ExercisePage, HelpPage, InstallPage, NotFoundPage, PrintPage, Reset, RoutinePage,
    SafetyQuestions, SettingsPage,
};
use super::player::Player;
use super::store::Store;
use super::today::Today;
use crate::browser::driver::STATUS_ID;
use crate::browser::{page, vibration};
use crate::domain::app::Event;
use crate::domain::progress::Log;
use crate::domain::route::Route;
use crate::domain::routine::Exercise;
use crate::domain::settings::{Colours, Motion, Settings, TextSize};
use crate::text::{common, titles};

/// The app.
#[component]
pub fn Root() -> AnyView {
    let store = Store::open();
    let route = store.watch(|app| app.route);
    follow_settings(store);
    let focused = page::focused_id();
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        page::set_title(&titles::document(route));
        match before {
            // What had the focus in the shell keeps it.
            None => {
                if let Some(id) = &focused {
                    page::focus_by_id(id);
                }
            }
            Some(before) if before != route && route != Route::Session => {
                page::scroll_to_top();
                page::focus_by_id("title");
            }
            Some(_) => {}
        }
        route
    });
    view! {
        <p id=STATUS_ID class="visually-hidden" role="status" aria-atomic="true"></p>
        {move || show(store, route.get())}
    }
    .into_any()
}

fn show(store: Store, route: Route) -> AnyView {
    match route {
        Route::Today => view! { <Today store /> }.into_any(),
        Route::Safety(page) => safety(store, page),
        Route::Routine => routine(store),
        Route::Exercise(which) => view! { <OneExercise store which /> }.into_any(),
        Route::Session => view! { <Player store /> }.into_any(),
        Route::Done => view! { <FinishPage store /> }.into_any(),
        Route::Start => records::too_soon(store),
        Route::History => records::history(store),
        Route::Entry(id) => records::day(store, id),
        Route::Progress => records::progress(store),
        Route::Schedule => records::next_session(store),
        Route::Doctor => records::doctor(store),
        Route::Settings => settings_page(store),
        Route::Data => view! { <DataPage store /> }.into_any(),
        Route::Install => view! { <InstallPage /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        Route::Print => {
            let settings = store.read(|app| app.settings.clone());
            view! { <PrintPage settings on_print=move || page::print() /> }.into_any()
        }
        Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}

fn safety(store: Store, page: crate::domain::safety::SafetyPage) -> AnyView {
    let answer = move |answer| store.send(Event::Answer(answer));
    let play = move || store.driver().test_voice(crate::text::safety::TEST_WORDS);
    view! { <SafetyQuestions page on_answer=answer on_play=play /> }.into_any()
}

fn routine(store: Store) -> AnyView {
    let (settings, last) = store.read(|app| {
        let log = Log::of(&app.entries);
        let last = Exercise::ALL.map(|exercise| super::last_result::words(&log, exercise));
        (app.settings.clone(), last)
    });
    view! { <RoutinePage settings last /> }.into_any()
}

/// The page of one exercise with what the history knows of it.
#[component]
fn OneExercise(store: Store, which: Exercise) -> AnyView {
    let state = store.watch(move |app| {
        let hurt = Log::of(&app.entries).hurt_last_time(which);
        (app.settings.clone(), hurt, app.is_left_out(which))
    });
    let show = move || {
        let (settings, hurt_last_time, skipped) = state.get();
        view! {
            <ExercisePage
                exercise=which
                settings
                hurt_last_time
                skipped
                on_practise=move || store.send(Event::Practise(which))
                on_skip=move || store.send(Event::SkipToday(which))
            />
        }
    };
    show.into_any()
}

fn settings_page(store: Store) -> AnyView {
    let settings = store.watch(|app| app.settings.clone());
    let can_undo = store.watch(|app| app.settings_before.is_some());
    // A change of the devices: the list of voices comes late.
    let devices = store.devices();
    let voices = Memo::new(move |_| {
        devices.track();
        let voices = store.driver().voices();
        voices
            .into_iter()
            .map(|voice| voice.name)
            .collect::<Vec<_>>()
    });
    let change = move |event| {
        store.send(event);
        if store.read(|app| app.saving) {
            store.driver().announce(common::SAVED);
        }
    };
    let reset = Reset {
        on_reset: Callback::new(move |()| change(Event::ResetSettings)),
        on_undo: Callback::new(move |()| change(Event::UndoReset)),
        can_undo: can_undo.into(),
    };
    let can_vibrate = vibration::is_supported();
    view! {
        <SettingsPage
            settings
            voices
            can_vibrate
            reset
            on_change=move |settings| change(Event::Change(settings))
            on_test=move || store.driver().test_voice(crate::text::safety::TEST_WORDS)
        />
    }
    .into_any()
}

/// Colours, size and motion are attributes of the document, so that the style sheet decides.
fn follow_settings(store: Store) {
    let settings = store.watch(|app| app.settings.clone());
    Effect::new(move |_| {
        for (name, value) in attributes(&settings.get()) {
            page::set_document_attribute(name, value);
        }
    });
}

fn attributes(settings: &Settings) -> [(&'static str, Option<&'static str>); 3] {
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
    [
        ("data-theme", theme),
        ("data-text-size", size),
        ("data-motion", motion),
    ]
}

/// What stands in place of everything after a fault in the app (interaction.md 1.16).
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
