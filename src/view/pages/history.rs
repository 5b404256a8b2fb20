//! What was done before: a calendar, a list, a page for each session (decision 42).

#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod calendar;
pub mod day_page;
mod forgotten;
mod list;
mod names;
mod sets;

use std::cell::Cell;

use leptos::html::H2;
use leptos::prelude::*;

use crate::browser::{dates, page};
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::day::Day;
use crate::domain::record::forgotten::{Refused, forgotten_session};
use crate::domain::record::history::{Entry, EntryId};
use crate::text::{common, history as words};
use crate::view::parts::{Button, ButtonLink, Page, fresh_text};
use crate::view::store::Store;

pub(super) use day_page::pain_words;
pub use names::{feel_words, place_words, set_name};
pub use sets::Sets;

use calendar::MonthTable;
use forgotten::ForgottenForm;
use list::SessionList;

thread_local! {
    /// Where the page was left for a session's own page, and how long its list was then.
    static PLACE: Cell<Option<(f64, usize)>> = const { Cell::new(None) };
}

/// "My history".
pub fn page(store: Store) -> AnyView {
    let add = move |day| -> Result<EntryId, Refused> {
        store.look();
        let entry = store.read(|app| {
            let dose = |exercise| app.settings.dose(exercise);
            forgotten_session(day, app.moment.wall, &app.entries, dose)
        })?;
        let id = entry.id;
        store.send(Event::Add(Box::new(entry)));
        Ok(id)
    };
    view! {
        <HistoryPage
            entries=store.entries()
            today=store.today()
            unreadable=store.watch(|app| app.damaged).into()
            deleted=store.watch(deleted_days).into()
            on_restore=Callback::new(move |id| store.send(Event::PutBack(id)))
            on_forgotten=Callback::new(add)
            shown=keep_place(store)
        />
    }
    .into_any()
}

/// Back from a session's page leads to where the list was left.
fn keep_place(store: Store) -> RwSignal<usize> {
    let (top, shown) = PLACE.take().unwrap_or((0.0, list::AT_ONCE));
    let shown = RwSignal::new(shown);
    if top > 0.0 {
        page::scroll_soon(top);
    }
    on_cleanup(move || {
        if store.read(|app| matches!(app.route, Route::Entry(_))) {
            PLACE.set(Some((page::scrolled(), shown.get_untracked())));
        }
    });
    shown
}

fn deleted_days(app: &App) -> Vec<(EntryId, Day)> {
    let days = app.deleted.iter().map(|entry| (entry.id, entry.day()));
    days.collect()
}

/// "My history": a calendar and a list of the same sessions.
#[component]
pub fn HistoryPage(
    /// The history.
    entries: Signal<Vec<Entry>>,
    /// Today.
    today: Signal<Day>,
    /// How many stored sessions could not be read.
    unreadable: Signal<usize>,
    /// The days of the sessions that were deleted and can be put back.
    deleted: Signal<Vec<(EntryId, Day)>>,
    /// Puts a deleted session back.
    on_restore: Callback<EntryId>,
    /// Writes down a session that was done without the app.
    on_forgotten: Callback<Day, Result<EntryId, Refused>>,
    /// How many sessions the list shows.
    shown: RwSignal<usize>,
) -> AnyView {
    let calendar = NodeRef::<H2>::new();
    let list = NodeRef::<H2>::new();
    let empty = move || entries.with(Vec::is_empty);
    let since = move || {
        entries.with(|entries| {
            // The app keeps them newest first.
            let first = entries.last()?.day();
            Some(words::since(entries.len(), &dates::date(first)))
        })
    };
    let calendar_part = move || {
        view! {
            <h2 node_ref=calendar tabindex="-1">{words::CALENDAR}</h2>
            <MonthTable entries today />
        }
    };
    let list_part = move || {
        view! {
            <h2 node_ref=list tabindex="-1">{words::LIST}</h2>
            <SessionList entries shown />
        }
    };
    view! {
        <Page title=words::TITLE back=Route::Today>
        <Tabs>
            <PartLink words=words::CALENDAR part=calendar />
            <PartLink words=words::LIST part=list />
            <a href=Route::Progress.hash()>{words::PROGRESS}</a>
        </Tabs>
        {move || (unreadable.get() > 0).then(|| view! { <p class="box">{words::UNREADABLE}</p> })}
        {move || empty().then(|| view! { <p class="lead">{words::EMPTY}</p> })}
        {move || deleted.get().into_iter().map(|gone| put_back(gone, on_restore)).collect_view()}
        {move || since().map(|words| view! { <p class="lead">{fresh_text(move || words.clone())}</p> })}
        <div class="split">
            <div class="flow">{calendar_part}</div>
            <div class="flow">{list_part}</div>
        </div>
        <ForgottenForm today on_forgotten />
        <ButtonLink words=words::FOR_THE_DOCTOR to=Route::Doctor />
        </Page>
    }
    .into_any()
}

fn put_back((id, day): (EntryId, Day), on_restore: Callback<EntryId>) -> impl IntoView {
    view! {
        <div class="note">
            <p>{fresh_text(move || words::deleted(&dates::long(day)))}</p>
            <Button words=common::UNDO on_press=move || on_restore.run(id) />
        </div>
    }
}

/// The ways to look back, the same on this page and on Progress.
#[component]
pub(super) fn Tabs(children: Children) -> impl IntoView {
    view! { <nav class="row tabs no-print" aria-label=words::WAYS>{children()}</nav> }
}

/// A link to a part of this page. The hash names the page, so the part is reached by focus.
#[component]
fn PartLink(words: &'static str, part: NodeRef<H2>) -> impl IntoView {
    view! {
        <a
            href=Route::History.hash()
            on:click=move |event| {
                if let Some(title) = part.get_untracked() {
                    event.prevent_default();
                    title.scroll_into_view();
                    // Focus can only fail for an element that is not in the page.
                    let _: Result<(), _> = title.focus();
                }
            }
        >
            {words}
        </a>
    }
}
