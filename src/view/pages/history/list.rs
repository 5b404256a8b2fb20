//! The sessions as a list, newest first.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::record::history::{Entry, EntryId, Feel};
use crate::domain::record::progress::Log;
use crate::domain::routine::Exercise;
use crate::text::{exercises, history as words};
use crate::view::parts::{Button, fresh};

/// About half a year of sessions twice a week would be a long page to scroll.
pub(super) const AT_ONCE: usize = 16;

#[component]
pub(super) fn SessionList(
    entries: Signal<Vec<Entry>>,
    /// How many are shown.
    shown: RwSignal<usize>,
) -> impl IntoView {
    let items = move || {
        entries.with(|entries| {
            let bests = Log::of(entries).new_bests();
            // The app keeps them newest first.
            let first = entries.iter().take(shown.get());
            fresh(first.map(|entry| item(entry, &bests)).collect_view())
        })
    };
    let more = move || entries.with(Vec::len) > shown.get();
    view! {
        <ul class="plain-list stack" role="list">{items}</ul>
        {move || more().then(|| view! {
            <Button
                words=words::SHOW_OLDER
                on_press=move || shown.update(|shown| *shown += AT_ONCE)
            />
        })}
    }
}

fn item(entry: &Entry, bests: &[(EntryId, Exercise)]) -> impl IntoView + use<> {
    let best = bests.iter().find(|(id, _)| *id == entry.id);
    let best = best.map(|(_, exercise)| words::new_best(exercises::name(*exercise)));
    let better = [entry.feel, entry.day_after].contains(&Some(Feel::Better));
    let did = |exercise: &&Exercise| {
        let mut results = entry.results.iter();
        results.any(|set| set.exercise == **exercise && set.done > 0)
    };
    let done = Exercise::ALL.iter().filter(did).count();
    let pain = (!entry.pains.is_empty()).then_some(words::STOPPED_FOR_PAIN);
    let logged = entry.logged.then_some(words::LOGGED);
    view! {
        <li>
            <a class="session-link" href=Route::Entry(entry.id).hash()>
                <b>{dates::full(entry.day())}</b>
                <span>{words::exercises_done(done)}</span>
                {best.map(|words| view! { <span>{words}</span> })}
                {better.then_some(words::KNEES_BETTER).map(note)}
                {pain.map(note)}
                {logged.map(note)}
            </a>
        </li>
    }
}

fn note(words: &'static str) -> impl IntoView {
    view! { <span>{words}</span> }
}
