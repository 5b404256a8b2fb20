//! A month as a table; a day with a session leads to its page.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::day::Day;
use crate::domain::record::history::{Entry, EntryId};
use crate::text::history as words;
use crate::view::parts::{fresh, fresh_text};

#[component]
pub(super) fn MonthTable(entries: Signal<Vec<Entry>>, today: Signal<Day>) -> impl IntoView {
    let month = RwSignal::new(first_of_month(today.get_untracked()));
    let at_the_end = move || month.get() >= first_of_month(today.get());
    view! {
        <table class="calendar">
            <caption>{fresh_text(move || dates::month_year(month.get()))}</caption>
            <thead>
                <tr>{(0..7).map(|offset| heading(month.get_untracked().week_start(dates::first_weekday()) + offset)).collect_view()}</tr>
            </thead>
            <tbody>
                {move || fresh(entries.with(|entries| weeks(month.get(), today.get(), entries)))}
            </tbody>
        </table>
        <div class="row row--apart no-print">
            <button
                class="button button--small"
                type="button"
                on:click=move |_| month.update(|month| *month = first_of_month(*month + -1))
            >
                {words::PREVIOUS_MONTH}
            </button>
            <button
                class="button button--small"
                type="button"
                aria-disabled=move || at_the_end().then_some("true")
                on:click=move |_| {
                    if !at_the_end() {
                        month.update(|month| *month = first_of_month(*month + 31));
                    }
                }
            >
                {words::NEXT_MONTH}
            </button>
        </div>
    }
}

fn first_of_month(day: Day) -> Day {
    let (_, _, of_month) = day.ymd();
    day + (1 - i32::from(of_month))
}

fn heading(day: Day) -> impl IntoView {
    view! {
        <th scope="col">
            <span aria-hidden="true">{dates::weekday_short(day)}</span>
            <span class="visually-hidden">{dates::weekday(day)}</span>
        </th>
    }
}

fn weeks(month: Day, today: Day, entries: &[Entry]) -> impl IntoView + use<> {
    let next = first_of_month(month + 31);
    let mut start = month.week_start(dates::first_weekday());
    let mut rows = Vec::new();
    while start < next {
        let cells: Vec<_> = (0..7)
            .map(|offset| start + offset)
            .map(|day| (month..next).contains(&day).then_some(day))
            .map(|day| cell(day, today, entries))
            .collect();
        rows.push(view! { <tr>{cells}</tr> });
        start = start + 7;
    }
    rows
}

fn cell(day: Option<Day>, today: Day, entries: &[Entry]) -> AnyView {
    let Some(day) = day else {
        return view! { <td></td> }.into_any();
    };
    let (_, _, of_month) = day.ymd();
    let current = (day == today).then_some("date");
    match session_on(day, entries) {
        Some(id) => view! {
            <td class="is-done" aria-current=current>
                <a href=Route::Entry(id).hash()>
                    {of_month} <span class="calendar__mark" aria-hidden="true"></span>
                    <span class="calendar__word">{words::DONE}</span>
                </a>
            </td>
        }
        .into_any(),
        None => view! { <td aria-current=current>{of_month}</td> }.into_any(),
    }
}

/// The latest session of that day.
fn session_on(day: Day, entries: &[Entry]) -> Option<EntryId> {
    let of_day = entries.iter().filter(|entry| entry.day() == day);
    of_day.map(|entry| entry.id).max()
}
