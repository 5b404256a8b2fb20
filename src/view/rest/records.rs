//! The pages about what was done and what comes next, wired to the app.

use leptos::prelude::*;

use crate::browser::{files, page};
use crate::domain::app::{App, Event};
use crate::domain::day::Day;
use crate::domain::record::calendar_file::{self, Reminder, Start, Words, calendar_file};
use crate::domain::record::forgotten::{Refused, forgotten_session};
use crate::domain::record::history::{Entry, EntryId};
use crate::domain::time::WallTime;
use crate::text::schedule;
use crate::view::doctor::DoctorPage;
use crate::view::history::{DayPage, HistoryPage};
use crate::view::progress::ProgressPage;
use crate::view::schedule::{SchedulePage, TooSoonPage};
use crate::view::store::Store;

/// Below this width the list of sessions comes before the calendar.
const NARROW_PX: f64 = 400.0;

fn entries(store: Store) -> Signal<Vec<Entry>> {
    store.watch(|app| app.entries.clone()).into()
}

fn today(store: Store) -> Signal<Day> {
    store.watch(App::today).into()
}

/// "Do it today anyway?", on the way into a session on a rest day.
pub(super) fn too_soon(store: Store) -> AnyView {
    let anyway = move |()| store.send(Event::StartAnyway);
    let days = store.watch(App::too_soon).into();
    view! { <TooSoonPage days on_anyway=Callback::new(anyway) /> }.into_any()
}

/// My history.
pub(super) fn history(store: Store) -> AnyView {
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
            entries=entries(store)
            today=today(store)
            unreadable=store.watch(|app| app.damaged).into()
            deleted=store.watch(deleted_days).into()
            on_restore=Callback::new(move |id| store.send(Event::PutBack(id)))
            list_first=page::width() < NARROW_PX
            on_forgotten=Callback::new(add)
        />
    }
    .into_any()
}

fn deleted_days(app: &App) -> Vec<(EntryId, Day)> {
    let days = app.deleted.iter().map(|entry| (entry.id, entry.day()));
    days.collect()
}

/// The page of one session.
pub(super) fn day(store: Store, id: EntryId) -> AnyView {
    let correct = move |(id, index, steps)| store.send(Event::Correct { id, index, steps });
    view! {
        <DayPage
            entries=entries(store)
            id
            on_correct=Callback::new(correct)
            on_delete=Callback::new(move |id| store.send(Event::Delete(id)))
            deleted=store.watch(move |app| app.deleted.iter().any(|entry| entry.id == id)).into()
            on_restore=Callback::new(move |id| store.send(Event::PutBack(id)))
        />
    }
    .into_any()
}

/// Bars over the last sessions.
pub(super) fn progress(store: Store) -> AnyView {
    view! { <ProgressPage entries=entries(store) /> }.into_any()
}

/// The next session.
pub(super) fn next_session(store: Store) -> AnyView {
    let reminder = move |(reminder, start)| {
        hand_over(reminder, start, store.read(|app| app.moment.wall));
    };
    view! {
        <SchedulePage
            entries=entries(store)
            now=store.watch(|app| app.moment.wall).into()
            on_look=Callback::new(move |()| store.look())
            on_reminder=Callback::new(reminder)
        />
    }
    .into_any()
}

/// One page for the doctor.
pub(super) fn doctor(store: Store) -> AnyView {
    view! {
        <DoctorPage
            entries=entries(store)
            today=today(store)
            on_print=Callback::new(move |()| page::print())
        />
    }
    .into_any()
}

/// Where this fails, the date stands on the page to be written down.
fn hand_over(reminder: Reminder, start: Start, made: WallTime) {
    let words = Words {
        title: schedule::EVENT_TITLE,
        description: schedule::EVENT_TEXT,
    };
    let file = files::TextFile {
        name: &calendar_file::file_name(start.day),
        kind: calendar_file::MEDIA_TYPE,
        text: &calendar_file(reminder, start, made, words),
    };
    files::hand_over(file, drop);
}
