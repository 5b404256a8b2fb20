//! One session: its numbers, what hurt, and the way to delete it and to take that back.

use leptos::prelude::*;

use super::names::{feel_words, place_words, set_name};
use super::sets::Sets;
use crate::browser::dates;
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::record::history::{Entry, EntryId, Feel, PainNote};
use crate::text::{common, history as words};
use crate::view::parts::{Button, Page, fresh};
use crate::view::store::Store;

/// The page of one session.
pub fn page(store: Store, id: EntryId) -> AnyView {
    let correct = move |(id, index, steps)| store.send(Event::Correct { id, index, steps });
    let is_deleted = move |app: &App| app.deleted.iter().any(|entry| entry.id == id);
    view! {
        <DayPage
            entries=store.entries()
            id
            on_correct=Callback::new(correct)
            on_delete=Callback::new(move |id| store.send(Event::Delete(id)))
            deleted=store.watch(is_deleted).into()
            on_restore=Callback::new(move |id| store.send(Event::PutBack(id)))
        />
    }
    .into_any()
}

/// The page of one session.
#[component]
pub fn DayPage(
    /// The history.
    entries: Signal<Vec<Entry>>,
    /// Which session.
    id: EntryId,
    /// Whether it was deleted and can be put back.
    deleted: Signal<bool>,
    /// Moves the number of the set at this index by so many steps.
    on_correct: Callback<(EntryId, usize, i8)>,
    /// Deletes the session.
    on_delete: Callback<EntryId>,
    /// Puts a deleted session back as it was.
    on_restore: Callback<EntryId>,
) -> AnyView {
    let entry = Memo::new(move |_| {
        entries.with(|entries| entries.iter().find(|entry| entry.id == id).cloned())
    });
    let there = Memo::new(move |_| entry.with(Option::is_some));
    let title = entry.with_untracked(|entry| match entry {
        Some(entry) => dates::full(entry.day()),
        None => words::TITLE.to_owned(),
    });
    view! {
        <Page title=title back=Route::History>
        {move || if there.get() {
            view! {
                <Session entry id on_correct />
                <Button words=words::DELETE on_press=move || on_delete.run(id) />
            }
            .into_any()
        } else {
            view! { <Gone can_undo=deleted.get_untracked() undo=move || on_restore.run(id) /> }
                .into_any()
        }}
        </Page>
    }
    .into_any()
}

#[component]
fn Session(
    entry: Memo<Option<Entry>>,
    id: EntryId,
    on_correct: Callback<(EntryId, usize, i8)>,
) -> impl IntoView {
    let results = Signal::derive(move || entry.get().map(|e| e.results).unwrap_or_default());
    let on_correct = Callback::new(move |(index, steps)| on_correct.run((id, index, steps)));
    let editing = RwSignal::new(false);
    let change = move |_| editing.update(|on| *on = !*on);
    view! {
        {move || fresh(entry.get().as_ref().map(|entry| view! { <p>{started(entry)}</p> }))}
        <Sets results editing=editing.into() on_correct />
        <button class="button" type="button" aria-pressed=move || editing.get().to_string() on:click=change>
            {words::EDIT}
        </button>
        {move || entry.get().filter(|e| !e.pains.is_empty()).map(|e| fresh(pains(&e.pains)))}
        {move || fresh(entry.get().as_ref().map(knees))}
    }
}

/// In the place of the session, so that Undo is where the button was.
#[component]
fn Gone(can_undo: bool, #[prop(into)] undo: Callback<()>) -> impl IntoView {
    if can_undo {
        view! {
            <div class="note">
                <p>{words::DELETED}</p>
                <Button words=common::UNDO on_press=undo />
            </div>
        }
        .into_any()
    } else {
        view! {
            <p>{words::NOT_HERE}</p>
            <p><a href=Route::History.hash()>{words::TITLE}</a></p>
        }
        .into_any()
    }
}

fn started(entry: &Entry) -> String {
    if entry.logged {
        return words::LOGGED.to_owned();
    }
    let time = dates::time_of_day(entry.started.minute_of_day());
    words::started(&time, entry.minutes())
}

fn pains(notes: &[PainNote]) -> impl IntoView + use<> {
    let items: Vec<_> = notes
        .iter()
        .map(|note| view! { <li>{pain_words(*note)}</li> })
        .collect();
    view! {
        <h2>{words::PAIN_NOTES}</h2>
        <ul class="bullets">{items}</ul>
    }
}

/// "Quad Sway, right leg: stopped at 12. Right knee."
pub(in crate::view) fn pain_words(note: PainNote) -> String {
    let set = set_name(note.exercise, note.side);
    words::stopped_at(&set, note.done, note.place.map(place_words))
}

fn knees(entry: &Entry) -> impl IntoView + use<> {
    let told = [
        (words::AT_THE_END, entry.feel),
        (words::THE_DAY_AFTER, entry.day_after),
    ];
    let lines: Vec<_> = told
        .into_iter()
        .filter_map(|(when, feel)| {
            Some((
                when,
                feel_words(feel.filter(|feel| *feel != Feel::NoAnswer)?),
            ))
        })
        .map(|(when, feel)| view! { <p>{when}": "{feel}</p> })
        .collect();
    (!lines.is_empty()).then(|| view! { <h2>{words::KNEES}</h2> {lines} })
}
