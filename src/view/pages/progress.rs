//! Progress: six lines at a glance; for the chosen exercise a sentence for each side, bars with their
//! numbers, and the same in a table (decision 42).

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
use crate::domain::day::Day;
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::record::progress::{Bar, Log, SHOWN, Series};
use crate::domain::routine::{Exercise, Side};
use crate::sort;
use crate::text::{
    exercises, history as history_words, progress as words, routine as exercises_words,
};
use crate::view::parts::{ButtonLink, Page, fresh, fresh_html};
use crate::view::store::Store;

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
                <div class="sparks" role="group" aria-label=exercises_words::TITLE>
                    {move || fresh(sparks(entries, chosen))}
                </div>
                <div class="split">
                    <div class="flow">
                        {move || fresh(one_exercise(entries, chosen.get()))}
                        {move || (chosen.get() == Exercise::QuadSway).then(|| fresh(balance(entries)))}
                        {move || (chosen.get() == Exercise::QuadPull).then(|| fresh(tighter(entries)))}
                    </div>
                    <div class="flow">
                        <FeelTally entries />
                        <PainStops entries />
                    </div>
                </div>
                <ButtonLink words=words::DOCTOR to=Route::Doctor />
            }
            .into_any()
        }}
        </Page>
    }
    .into_any()
}

/// The six exercises, each with its last sessions as a line; the one that is pressed is shown below.
fn sparks(entries: Signal<Vec<Entry>>, chosen: RwSignal<Exercise>) -> impl IntoView {
    let button = |log: &Log<'_>, exercise: Exercise| {
        let all = series(log, exercise);
        let last: Vec<_> = all.iter().filter_map(|side| side.bars.last()).collect();
        let last: Vec<_> = last.iter().map(|bar| bar.done.to_string()).collect();
        let pressed = move || (chosen.get() == exercise).to_string();
        view! {
            <button type="button" class="button spark" aria-pressed=pressed on:click=move |_| chosen.set(exercise)>
                <span>{exercises::name(exercise)}</span>
                {fresh_html(move || chart::spark(&all))}
                <b>{last.join(" · ")}</b>
            </button>
        }
    };
    entries.with(|entries| {
        let log = Log::of(entries);
        Exercise::ALL
            .map(|exercise| button(&log, exercise))
            .into_iter()
            .collect_view()
    })
}

/// Right first, or both legs at once.
fn series(log: &Log<'_>, exercise: Exercise) -> Vec<Series> {
    let sides = exercise.sides().iter();
    sides.map(|side| log.series(exercise, *side)).collect()
}

fn one_exercise(entries: Signal<Vec<Entry>>, exercise: Exercise) -> AnyView {
    let all = entries.with(|entries| series(&Log::of(entries), exercise));
    let told = |series: &Series| {
        let name = set_name(series.exercise, series.side);
        view! { <p><b>{sentence(series, &name)}</b></p> }
    };
    let sentences = all.iter().map(told).collect_view();
    let columns = columns(&all);
    let shown = (!columns.is_empty()).then(|| {
        view! {
            <figure class="flow">{chart::bars(exercise, &all, &columns)}</figure>
            <details class="more">
                <summary class="button">{words::NUMBERS}</summary>
                {numbers(exercise, &columns)}
            </details>
        }
    });
    view! {
        <section class="flow printed">
            <h2>{exercises::name(exercise)}</h2>
            {sentences}
            {shown}
        </section>
    }
    .into_any()
}

/// One session of a chart: what was done on each side.
struct Column {
    day: Day,
    sides: Vec<Option<Bar>>,
}

/// The last sessions with any of these sides, oldest first.
fn columns(all: &[Series]) -> Vec<Column> {
    let mut ids: Vec<EntryId> = all
        .iter()
        .flat_map(|s| s.bars.iter().map(|bar| bar.id))
        .collect();
    sort::by_key(&mut ids, |id| *id);
    ids.dedup();
    let latest = ids.into_iter().rev().take(SHOWN).rev();
    let column = |id: EntryId| {
        let of_id = |side: &Series| side.bars.iter().find(|bar| bar.id == id).copied();
        let sides: Vec<_> = all.iter().map(of_id).collect();
        let day = sides.iter().flatten().next()?.day;
        Some(Column { day, sides })
    };
    latest.filter_map(column).collect()
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

fn numbers(exercise: Exercise, columns: &[Column]) -> AnyView {
    let heads = exercise.sides().iter().map(|side| match side {
        Side::Right => words::RIGHT,
        Side::Left => words::LEFT,
        Side::Both => words::DONE,
    });
    let heads: Vec<_> = heads.collect();
    let rows = columns.iter().rev().map(|column| {
        let cells = column.sides.iter().zip(&heads).map(|(bar, head)| {
            let done = bar.map_or_else(|| "–".to_owned(), |bar| bar.done.to_string());
            view! { <td data-label=*head>{done}</td> }
        });
        let target = column.sides.iter().flatten().map(|bar| bar.target).max();
        view! {
            <tr>
                <th scope="row">{dates::date(column.day)}</th>
                {cells.collect_view()}
                <td data-label=words::ASKED_FOR>{target}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = heads
        .iter()
        .map(|head| view! { <th scope="col">{*head}</th> });
    view! {
        <table class="labelled">
            <caption class="visually-hidden">{exercises::name(exercise)}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::DAY}</th>
                    {heads.collect_view()}
                    <th scope="col">{words::ASKED_FOR}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
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
