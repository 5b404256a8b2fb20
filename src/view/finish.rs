//! The end of a session: the numbers, how the knees feel, the next date (interaction.md 1.8).

use leptos::prelude::*;

use super::history::Sets;
use super::parts::{ButtonLink, Look, Page, WarningBox};
use super::store::Store;
use crate::browser::dates;
use crate::domain::app::{App, Event};
use crate::domain::history::{Entry, Feel, SetResult};
use crate::domain::progress::Log;
use crate::domain::route::Route;
use crate::domain::schedule;
use crate::text::{common, finish};

/// The finish page of the session that ended last.
#[component]
pub fn FinishPage(
    /// The app.
    store: Store,
) -> AnyView {
    let entry = store.watch(|app| finished(app).cloned());
    let counts = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(Entry::counts)));
    let neglected = store.watch(|app| !Log::of(&app.entries).neglected_stretches().is_empty());
    let next = store.watch(|app| schedule::next_due(&app.entries));
    let next_words = move || {
        next.get()
            .map(|day| finish::next_session(&dates::long(day)))
    };
    let results = Signal::derive(move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map(|entry| entry.results.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <Page title=finish::ALL_DONE>
            {move || if counts.get() {
                numbers(store, results)
            } else {
                view! { <p class="lead">{finish::NOTHING_COUNTED}</p> }.into_any()
            }}
            {feel(store, entry)}
            {move || neglected.get().then(|| view! { <p class="box">{finish::SKIPPED_STRETCHES}</p> })}
            <p class="lead">{next_words}</p>
            <div class="stack">
                <ButtonLink words=common::DONE look=Look::Main to=Route::Today />
                <ButtonLink words=finish::ADD_TO_CALENDAR to=Route::Schedule />
            </div>
        </Page>
    }
    .into_any()
}

fn finished(app: &App) -> Option<&Entry> {
    app.entry(app.finished?)
}

fn numbers(store: Store, results: Signal<Vec<SetResult>>) -> AnyView {
    let correct = move |(index, steps): (usize, i8)| {
        if let Some(id) = store.read(|app| app.finished) {
            store.send(Event::Correct { id, index, steps });
        }
    };
    view! {
        <section class="flow" aria-labelledby="numbers">
            <h2 id="numbers">{finish::ARE_THESE_RIGHT}</h2>
            <p>{finish::CHANGE_NUMBER}</p>
            <Sets results on_correct=Callback::new(correct) />
        </section>
    }
    .into_any()
}

fn feel(store: Store, entry: Memo<Option<Entry>>) -> AnyView {
    let chosen =
        Memo::new(move |_| entry.with(|entry| entry.as_ref().and_then(|entry| entry.feel)));
    let choice = move |feel: Feel, words: &'static str| {
        let press = move |_| {
            if let Some(id) = store.read(|app| app.finished) {
                store.send(Event::Feel(id, feel));
            }
        };
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (chosen.get() == Some(feel)).to_string()
                on:click=press
            >
                {words}
            </button>
        }
    };
    view! {
        <section class="flow" aria-labelledby="feel">
            <h2 id="feel">{finish::HOW_DO_KNEES_FEEL}</h2>
            <div class="row">
                {choice(Feel::Better, finish::BETTER)}
                {choice(Feel::Same, finish::THE_SAME)}
                {choice(Feel::MoreSore, finish::MORE_SORE)}
            </div>
            {move || (chosen.get() == Some(Feel::MoreSore)).then(|| view! {
                <WarningBox words=finish::SORE_ADVICE />
            })}
        </section>
    }
    .into_any()
}
