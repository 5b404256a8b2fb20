//! "For the doctor": eight weeks on one sheet of paper. It says what was done and felt, names no
//! measure that it does not have, and leaves the judging to the reader.

use leptos::prelude::*;

use super::history::set_name;
use super::progress::{balance_words, feel_line, pain_list, tighter_line};
use crate::browser::{dates, page};
use crate::domain::app::route::Route;
use crate::domain::day::Day;
use crate::domain::record::history::Entry;
use crate::domain::record::progress::{Asked, Log, Series, doctor_from};
use crate::domain::routine::Exercise;
use crate::text::{exercises, progress as words};
use crate::view::parts::{Button, Look, Page, fresh};
use crate::view::store::Store;

/// The page.
pub fn page(store: Store) -> AnyView {
    view! {
        <DoctorPage
            entries=store.entries()
            today=store.today()
            on_print=Callback::new(move |()| page::print())
        />
    }
    .into_any()
}

/// The printable page.
#[component]
pub fn DoctorPage(
    /// The history.
    entries: Signal<Vec<Entry>>,
    /// Today.
    today: Signal<Day>,
    /// Opens the browser's print dialog.
    on_print: Callback<()>,
) -> AnyView {
    view! {
        <Page title=words::DOCTOR back=Route::History>
        <Button words=words::PRINT look=Look::Main on_press=on_print />
        <p class="name-line">{words::PERSON}":"</p>
        <p>{words::DOCTOR_WHAT}" "{words::DOCTOR_STOP}</p>
        {move || fresh(entries.with(|entries| {
            sheet(&Log::of(entries).for_the_doctor(today.get()), today.get())
        }))}
        <p class="muted">{words::DOCTOR_OWN}</p>
        </Page>
    }
    .into_any()
}

fn sheet(log: &Log, today: Day) -> AnyView {
    let (from, to) = (dates::date(doctor_from(today)), dates::date(today));
    let period = words::period(&from, &to, log.sessions());
    if log.is_empty() {
        return view! { <p class="lead">{period}</p> <p>{words::NONE_YET}</p> }.into_any();
    }
    let days: Vec<_> = log.days().into_iter().map(dates::day_month).collect();
    view! {
        <p class="lead">{period}</p>
        {(!days.is_empty()).then(|| view! { <p>{days.join(", ")}"."</p> })}
        <h2>{words::EXERCISES}</h2>
        {numbers(log)}
        {log.balance().map(|balance| view! {
            <h2>{words::BALANCE}", "{exercises::name(Exercise::QuadSway)}</h2>
            <p>{balance_words(balance)}</p>
        })}
        <h2>{words::TIGHTER}", "{exercises::name(Exercise::QuadPull)}</h2>
        <p>{tighter_line(&log.tighter())}</p>
        <h2>{words::KNEES}</h2>
        <p>{words::AT_THE_END}". "{feel_line(&log.feels(Asked::AtTheEnd))}</p>
        <p>{words::THE_DAY_AFTER}". "{feel_line(&log.feels(Asked::TheDayAfter))}</p>
        <h2>{words::PAIN_STOPS}</h2>
        {pain_list(log.pains())}
    }
    .into_any()
}

fn numbers(log: &Log) -> impl IntoView + use<> {
    let sets = Exercise::ALL
        .into_iter()
        .flat_map(|exercise| exercise.sides().iter().map(move |side| (exercise, *side)));
    let rows: Vec<_> = sets
        .map(|(exercise, side)| row(&log.series(exercise, side)))
        .collect();
    view! {
        <table class="labelled labelled--wide">
            <caption class="visually-hidden">{words::EXERCISES}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::EXERCISE}</th>
                    <th scope="col">{words::FIRST}</th>
                    <th scope="col">{words::LAST}</th>
                    <th scope="col">{words::MOST}</th>
                    <th scope="col">{words::ASKED_FOR}</th>
                    <th scope="col">{words::SESSIONS}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(series: &Series) -> impl IntoView + use<> {
    let shown = |number: Option<u8>| number.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let first = series.bars.first().map(|bar| bar.done);
    let last = series.bars.last();
    let asked = last.map(|bar| {
        let unit = exercises::unit(series.exercise, bar.target);
        [&bar.target.to_string(), " ", unit].concat()
    });
    view! {
        <tr>
            <th scope="row">{set_name(series.exercise, series.side)}</th>
            <td data-label=words::FIRST>{shown(first)}</td>
            <td data-label=words::LAST>{shown(last.map(|bar| bar.done))}</td>
            <td data-label=words::MOST>{shown(series.most())}</td>
            <td data-label=words::ASKED_FOR>{asked}</td>
            <td data-label=words::SESSIONS>{series.bars.len()}</td>
        </tr>
    }
}
