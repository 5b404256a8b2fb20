//! The end of a session on one screen: what was done, how the knees feel, the next date
//! (decision 41).

use leptos::prelude::*;

use super::feel;
use super::history::Sets;
use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::figure::{Key, Motion, Picture};
use crate::domain::record::history::{Entry, Feel};
use crate::domain::record::schedule;
use crate::domain::routine::{Exercise, Side};
use crate::text::{common, data, exercises, finish, history, install, today};
use crate::view::figure::Figure;
use crate::view::parts::{Button, ButtonLink, Look, Page, WarningBox, WeekView, fresh, fresh_text};
use crate::view::store::Store;

/// The finish page of the session that ended last.
pub fn page(store: Store) -> AnyView {
    let entry = store.watch(|app| finished(app).cloned());
    let whole = entry.with_untracked(|entry| entry.as_ref().is_some_and(|e| e.tally().is_whole()));
    let title = if whole {
        finish::ALL_DONE
    } else {
        finish::DONE_FOR_TODAY
    };
    let neglected = store.watch(App::neglected_stretches);
    let next = store.watch(|app| {
        let due = schedule::next_due(&app.entries)?;
        Some(due.max(app.today()))
    });
    let next_words = move || {
        let day = next.get();
        day.map_or_else(String::new, |day| today::next_session(&dates::long(day)))
    };
    let week = store.watch(|app| schedule::week(&app.entries, app.today(), dates::first_weekday()));
    view! {
        <Page title>
            {done(store, entry)}
            {move || fresh(view! { <WeekView week=week.get() /> })}
            {knees(store, entry)}
            {move || reminder(&neglected.get())}
            <p><b>{fresh_text(next_words)}</b></p>
            {keep_it(store)}
            <ButtonLink words=common::DONE look=Look::Main to=Route::Today />
            <ButtonLink words=finish::ADD_TO_CALENDAR to=Route::Schedule />
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

/// The person, the minutes, the numbers in one line, and the way to change one.
fn done(store: Store, entry: Memo<Option<Entry>>) -> AnyView {
    let build = store.read(|app| app.settings.build);
    let picture = Picture {
        build,
        marks: false,
        ..Picture::new(Exercise::QuadSway, Side::Right)
    };
    let counts = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(Entry::counts)));
    // A number that was lowered to 0 can be raised again.
    let counted = Memo::new(move |before: Option<&bool>| before == Some(&true) || counts.get());
    let minutes = move || entry.with(|entry| entry.as_ref().map_or(0, Entry::minutes));
    let line = move || {
        entry.with(|entry| match entry {
            Some(entry) if entry.counts() => finish::tally(entry.tally()),
            _ => finish::NOTHING_COUNTED.to_owned(),
        })
    };
    let editing = RwSignal::new(false);
    let change = move || {
        view! {
            <button
                type="button"
                class="link"
                aria-expanded=move || editing.get().to_string()
                on:click=move |_| editing.update(|on| *on = !*on)
            >
                {finish::CHANGE_A_NUMBER}
            </button>
        }
    };
    view! {
        <div class="finish">
            <div>
                <p class="lead">{fresh_text(move || history::minutes(minutes()))}</p>
                <p>{fresh_text(line)}</p>
                {move || on_floor(entry).then(|| view! { <p>{finish::REST_FIRST}</p> })}
                {move || counted.get().then(change)}
            </div>
            <Figure picture motion=Motion::Still(Key::Stand) decorative=true />
        </div>
        {move || editing.get().then(|| numbers(store, entry))}
    }
    .into_any()
}

/// Whether the last set left the person on the floor (decision 22).
fn on_floor(entry: Memo<Option<Entry>>) -> bool {
    entry.with(|entry| {
        let results = entry.as_ref().map_or(&[][..], |entry| &entry.results);
        let last = results.iter().rev().find(|set| set.done > 0);
        last.is_some_and(|set| set.exercise.on_floor())
    })
}

fn numbers(store: Store, entry: Memo<Option<Entry>>) -> AnyView {
    let results = Signal::derive(move || entry.get().map(|e| e.results).unwrap_or_default());
    let correct = move |(index, steps): (usize, i8)| {
        if let Some(id) = store.read(|app| app.finished) {
            store.send(Event::Correct { id, index, steps });
        }
    };
    view! { <Sets results editing=true.into() on_correct=Callback::new(correct) /> }.into_any()
}

fn reminder(neglected: &[Exercise]) -> Option<AnyView> {
    let names: Vec<_> = neglected.iter().map(|e| exercises::name(*e)).collect();
    let words = (!names.is_empty()).then(|| finish::skipped_stretches(&names))?;
    Some(view! { <p class="box">{fresh_text(move || words.clone())}</p> }.into_any())
}

/// After the second session there is something to keep: once, here, the app says how.
fn keep_it(store: Store) -> AnyView {
    let asks = store.watch(App::asks_to_keep);
    let offer = move || {
        asks.get().then(|| {
            view! {
                <details class="more">
                    <summary class="button">{finish::KEEP_IT}</summary>
                    <div class="flow">
                        <ButtonLink words=install::TITLE to=Route::Install />
                        <ButtonLink words=data::SAVE_BACKUP to=Route::Data />
                    </div>
                </details>
                <p class="muted">{finish::MAY_ASK}</p>
            }
        })
    };
    offer.into_any()
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
