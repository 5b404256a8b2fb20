//! The rest of the app: every page but Today, and the engine. In a release it is a file of its own
//! that comes after the first page; the build splits the app at [`load`].
//!
//! Nothing outside may name what is in here but by the two functions of [`Rest`]: what the first page
//! names comes with the first page.

#![allow(
    improper_ctypes_definitions,
    reason = "both sides of the split are compiled together"
)]

mod records;

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

use super::data::DataPage;
use super::finish::{FinishPage, take_back};
use super::pages::{
    AboutPage, ExercisePage, ExerciseSettings, HelpPage, InstallPage, NotFoundPage, PrintPage,
    Reading, Reset, RoutinePage, SafetyQuestions, SettingsPage, TodaysChoice, VoiceChoice, caution,
};
use super::player::Player;
use super::store::Store;
use crate::browser::driver::Driver;
use crate::browser::front::{Engine, Parts};
use crate::browser::speech::SpeechState;
use crate::browser::{install, page, vibration};
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::record::progress::Log;
use crate::domain::record::settings::{Order, Settings};
use crate::domain::routine::Exercise;
use crate::text::{common, routine as routine_words};

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
        // What belongs on Today below its card.
        Route::Today => view! {
            {take_back(store)}
            {super::feel::day_after(store)}
        }
        .into_any(),
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
        Route::Install => install_page(store),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        Route::Print => {
            let settings = store.read(|app| app.settings.clone());
            view! { <PrintPage settings on_print=move || page::print() /> }.into_any()
        }
        Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}

fn safety(store: Store, page: crate::domain::record::safety::SafetyPage) -> AnyView {
    let answer = move |answer| store.send(Event::Answer(answer));
    let play = move || test_voice(store);
    let voice = voice_choice(store);
    view! { <SafetyQuestions page on_answer=answer on_play=play voice /> }.into_any()
}

fn routine(store: Store) -> AnyView {
    let last = store.read(|app| {
        let log = Log::of(&app.entries);
        Exercise::ALL.map(|exercise| super::last_result::words(&log, exercise))
    });
    let settings = store.watch(|app| app.settings.clone());
    let order = move |together| {
        let order = if together {
            Order::FloorTogether
        } else {
            Order::Source
        };
        let settings = store.read(|app| app.settings.clone());
        change(store, Event::Change(Settings { order, ..settings }));
    };
    let minutes = store.watch(App::session_minutes);
    view! {
        <RoutinePage settings last>
            <TodaysChoice
                chosen=store.watch(|app| Exercise::ALL.map(|which| !app.is_left_out(which)))
                reasons=store.read(|app| Exercise::ALL.map(|which| app.skip_reason(which)))
                minutes
                on_change=move |which| store.send(Event::SkipToday(which))
                together=store.watch(|app| app.settings.order == Order::FloorTogether)
                on_together=order
            />
        </RoutinePage>
    }
    .into_any()
}

/// The page of one exercise with what the history knows of it.
#[component]
fn OneExercise(store: Store, which: Exercise) -> AnyView {
    let caution = store.read(|app| {
        let hurt = Log::of(&app.entries).hurt_last_time(which);
        caution(app.skip_reason(which), hurt)
    });
    let practised = store.read(|app| app.practised == Some(which));
    let settings = store.watch(|app| app.settings.clone());
    let on_change = move |settings| change(store, Event::Change(settings));
    view! {
        <ExercisePage
            exercise=which
            settings
            caution=caution
            practised
            reading=reading(store, which)
            skipped=store.watch(move |app| app.is_left_out(which))
            on_practise=move || store.send(Event::Practise(which))
            on_skip=move || store.send(Event::SkipToday(which))
        >
            <h2>{routine_words::OWN_SETTINGS}</h2>
            <ExerciseSettings exercise=which settings on_change />
        </ExercisePage>
    }
    .into_any()
}

/// Reads the page of an exercise aloud, until it is left.
fn reading(store: Store, which: Exercise) -> Reading {
    let devices = store.devices();
    let can = move |_: Option<&bool>| {
        let speech = devices.get().speech;
        matches!(speech, SpeechState::Ready | SpeechState::Blocked)
    };
    let now = Memo::new(move |_| devices.get().reading);
    let press = move |()| {
        let inch = store.read(|app| app.settings.inch);
        store.with_driver(|driver| {
            if now.get_untracked() {
                driver.stop_reading();
            } else {
                driver.read_aloud(&routine_words::read_aloud(which, inch));
            }
        });
    };
    on_cleanup(move || {
        store.with_driver(|driver| driver.stop_reading());
    });
    Reading {
        can: Memo::new(can).into(),
        now: now.into(),
        on_press: Callback::new(press),
    }
}

fn install_page(store: Store) -> AnyView {
    let devices = store.devices();
    let ask = move || {
        store.with_driver(|driver| driver.ask_to_install());
    };
    view! {
        <InstallPage
            platform=install::platform()
            installed=install::is_installed()
            offered=Signal::derive(move || devices.get().can_install)
            on_install=ask
        />
    }
    .into_any()
}

/// Sends a change that is saved, and says so.
fn change(store: Store, event: Event) {
    store.send(event);
    if store.read(|app| app.saving) {
        store.with_driver(|driver| driver.announce(common::SAVED));
    }
}

fn settings_page(store: Store) -> AnyView {
    let can_undo = store.watch(|app| app.settings_before.is_some());
    let paused = store.read(|app| app.live.is_some());
    let back = if paused { Route::Session } else { Route::Today };
    let reset = Reset {
        on_reset: Callback::new(move |()| change(store, Event::ResetSettings)),
        on_undo: Callback::new(move |()| change(store, Event::UndoReset)),
        can_undo: can_undo.into(),
    };
    view! {
        <SettingsPage
            back
            voice=voice_choice(store)
            can_vibrate=vibration::is_supported()
            reset
            on_test=move || test_voice(store)
        />
    }
    .into_any()
}

fn voice_choice(store: Store) -> VoiceChoice {
    // A change of the devices: the list of voices comes late.
    let devices = store.devices();
    let voices = Memo::new(move |_| {
        devices.track();
        let voices = store.with_driver(|driver| driver.voices());
        voices
            .unwrap_or_default()
            .into_iter()
            .map(|voice| voice.name)
            .collect::<Vec<_>>()
    });
    VoiceChoice {
        settings: store.watch(|app| app.settings.clone()).into(),
        on_change: Callback::new(move |settings| change(store, Event::Change(settings))),
        voices: voices.into(),
        missing: Memo::new(move |_| devices.get().speech.is_missing()).into(),
    }
}

fn test_voice(store: Store) {
    store.with_driver(|driver| driver.test_voice(crate::text::safety::TEST_WORDS));
}
