//! Progress: for each exercise and side a sentence, bars with their numbers, and the same in a table
//! (decision 42).

#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod chart;
mod trends;

use leptos::prelude::*;

use super::history::{Tabs, set_name};
use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::record::history::Entry;
use crate::domain::record::progress::{Log, Series};
use crate::domain::routine::Exercise;
use crate::text::{exercises, history as history_words, progress as words};
use crate::view::parts::{ButtonLink, Page, fresh};
use crate::view::store::Store;

use chart::bars;
use trends::{FeelTally, PainStops, tighter_list};
pub(super) use trends::{balance_words, feel_line, pain_list, tighter_line};

/// "Progress".
pub fn page(store: Store) -> AnyView {
    view! { <ProgressPage entries=store.entries() /> }.into_any()
}

/// "Progress": choose an exercise, see its last sessions.
#[component]
pub fn ProgressPage(
    /// The history.
    entries: Signal<Vec<Entry>>,
) -> AnyView {
    let chosen = RwSignal::new(Exercise::QuadSway);
    let empty = Memo::new(move |_| entries.with(|entries| Log::of(entries).sessions() == 0));
    view! {
        <Page title=words::TITLE back=Route::Today>
        <Tabs>
            <a href=Route::History.hash()>{history_words::CALENDAR}</a>
            <a href=Route::History.hash()>{history_words::LIST}</a>
            <a href=Route::Progress.hash() aria-current="page">{history_words::PROGRESS}</a>
        </Tabs>
        {move || if empty.get() {
            view! { <p class="lead">{history_words::EMPTY}</p> }.into_any()
        } else {
            view! {
                <ExerciseChoice chosen />
                {move || fresh(sides(entries, chosen.get()))}
                {move || (chosen.get() == Exercise::QuadSway).then(|| fresh(balance(entries)))}
                {move || (chosen.get() == Exercise::QuadPull).then(|| fresh(tighter(entries)))}
                <FeelTally entries />
                <PainStops entries />
                <ButtonLink words=words::DOCTOR to=Route::Doctor />
            }
            .into_any()
        }}
        </Page>
    }
    .into_any()
}

#[component]
fn ExerciseChoice(chosen: RwSignal<Exercise>) -> impl IntoView {
    let options = Exercise::ALL.map(|exercise| {
        view! {
            <option value=exercise.slug() selected=move || chosen.get() == exercise>
                {exercises::name(exercise)}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for="progress-exercise">{history_words::CHOOSE_EXERCISE}</label>
            <select
                id="progress-exercise"
                on:change=move |event| {
                    if let Some(exercise) = Exercise::from_slug(&event_target_value(&event)) {
                        chosen.set(exercise);
                    }
                }
            >
                {options}
            </select>
        </div>
    }
}

fn sides(entries: Signal<Vec<Entry>>, exercise: Exercise) -> impl IntoView {
    let parts = exercise.sides().iter().map(|side| {
        let series = entries.with(|entries| Log::of(entries).series(exercise, *side));
        one_side(series)
    });
    parts.collect_view()
}

fn one_side(series: Series) -> AnyView {
    let name = set_name(series.exercise, series.side);
    if series.bars.is_empty() {
        return view! { <h2>{name.clone()}</h2> <p>{words::nothing_yet(&name)}</p> }.into_any();
    }
    view! {
        <section class="flow printed">
            <h2>{name.clone()}</h2>
            <figure class="flow">
                <figcaption class="lead">{sentence(&series, &name)}</figcaption>
                {bars(&series, &name)}
            </figure>
            <Numbers series name />
        </section>
    }
    .into_any()
}

/// "Knee Bounces: from 12 to 25 over 6 sessions"
fn sentence(series: &Series, name: &str) -> String {
    match (series.change(), series.bars.last()) {
        (Some(change), _) if change.first == change.last => {
            words::as_before(name, change.last, change.sessions)
        }
        (Some(change), _) => {
            history_words::progress(name, change.first, change.last, change.sessions)
        }
        (None, Some(only)) => words::one_session(name, only.done),
        (None, None) => words::nothing_yet(name),
    }
}

#[component]
fn Numbers(series: Series, name: String) -> impl IntoView {
    let rows = series.bars.iter().rev().map(|bar| {
        view! {
            <tr>
                <th scope="row">{dates::date(bar.day)}</th>
                <td data-label=words::DONE>{bar.done}</td>
                <td data-label=words::ASKED_FOR>{bar.target}</td>
            </tr>
        }
    });
    view! {
        <table class="labelled">
            <caption class="visually-hidden">{name}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::DAY}</th>
                    <th scope="col">{words::DONE}</th>
                    <th scope="col">{words::ASKED_FOR}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn balance(entries: Signal<Vec<Entry>>) -> impl IntoView {
    let balance = entries.with(|entries| Log::of(entries).balance());
    balance.map(|balance| {
        view! {
            <h2>{words::BALANCE}</h2>
            <p>{balance_words(balance)}</p>
        }
    })
}

fn tighter(entries: Signal<Vec<Entry>>) -> impl IntoView {
    let trend = entries.with(|entries| Log::of(entries).tighter());
    view! {
        <h2>{words::TIGHTER}</h2>
        <p>{tighter_line(&trend)}</p>
        {tighter_list(trend)}
    }
}
