//! The end of a session: the numbers, how the knees feel, the next date (decision 41).

use leptos::prelude::*;

use super::feel;
use super::history::Sets;
use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::record::history::{Entry, Feel, SetResult};
use crate::domain::record::schedule;
use crate::domain::routine::Exercise;
use crate::text::{common, exercises, finish};
use crate::view::parts::{Button, ButtonLink, Look, Page, WarningBox, fresh_text};
use crate::view::store::Store;

/// The finish page of the session that ended last.
pub fn page(store: Store) -> AnyView {
    let entry = store.watch(|app| finished(app).cloned());
    let counts = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(Entry::counts)));
    // A number that was lowered to 0 can be raised again.
    let counted = Memo::new(move |before: Option<&bool>| before == Some(&true) || counts.get());
    let neglected = store.watch(App::neglected_stretches);
    let asks = store.watch(App::asks_to_keep);
    let next = store.watch(|app| {
        let due = schedule::next_due(&app.entries)?;
        Some(due.max(app.today()))
    });
    let next_words = move || {
        let day = next.get();
        day.map_or_else(String::new, |day| finish::next_session(&dates::long(day)))
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
            {move || first_words(entry).map(|words| view! { <p class="lead">{fresh_text(move || words)}</p> })}
            {move || counted.get().then(|| numbers(store, results))}
            {knees(store, entry)}
            {move || reminder(&neglected.get())}
            <p class="lead">{fresh_text(next_words)}</p>
            {move || asks.get().then(|| view! { <p class="muted">{finish::MAY_ASK}</p> })}
            <div class="stack">
                <ButtonLink words=common::DONE look=Look::Main to=Route::Today />
                <ButtonLink words=finish::ADD_TO_CALENDAR to=Route::Schedule />
            </div>
            {take_back(store)}
        </Page>
    }
    .into_any()
}

/// The way back into a session that was ended by mistake, until the next one starts.
pub fn take_back(store: Store) -> AnyView {
    let can = store.watch(App::can_take_back_end);
    let offer = move || {
        can.get().then(|| {
            view! {
                <div class="note">
                    <p>{finish::BY_MISTAKE}</p>
                    <Button
                        words=finish::CARRY_ON_WITH_IT
                        on_press=move || store.send(Event::TakeBackEnd)
                    />
                </div>
            }
        })
    };
    offer.into_any()
}

fn finished(app: &App) -> Option<&Entry> {
    app.entry(app.finished?)
}

/// That nothing was counted or, to somebody who still sits or lies on the floor, to rest there first
/// (decision 22).
fn first_words(entry: Memo<Option<Entry>>) -> Option<&'static str> {
    entry.with(|entry| {
        let results = entry.as_ref().map_or(&[][..], |entry| &entry.results);
        match results.iter().rev().find(|set| set.done > 0) {
            None => Some(finish::NOTHING_COUNTED),
            Some(last) => last.exercise.on_floor().then_some(finish::REST_FIRST),
        }
    })
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

fn reminder(neglected: &[Exercise]) -> Option<AnyView> {
    let names: Vec<_> = neglected.iter().map(|e| exercises::name(*e)).collect();
    let words = (!names.is_empty()).then(|| finish::skipped_stretches(&names))?;
    Some(view! { <p class="box">{fresh_text(move || words.clone())}</p> }.into_any())
}

fn knees(store: Store, entry: Memo<Option<Entry>>) -> AnyView {
    let chosen = Signal::derive(move || entry.with(|entry| entry.as_ref()?.feel));
    let answer = move |feel| {
        if let Some(id) = store.read(|app| app.finished) {
            store.send(Event::Feel(id, feel));
        }
    };
    view! {
        <section class="flow" aria-labelledby="feel">
            <h2 id="feel">{finish::HOW_DO_KNEES_FEEL}</h2>
            {feel::answers(chosen, Callback::new(answer))}
            <div role="status">
                {move || (chosen.get() == Some(Feel::MoreSore)).then(|| view! {
                    <WarningBox words=finish::SORE_ADVICE />
                })}
            </div>
        </section>
    }
    .into_any()
}
