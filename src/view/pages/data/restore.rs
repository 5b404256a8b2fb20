//! Bringing a backup back: the file, what it holds, how far it is, and Undo.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;

use super::{Message, left_out};
use crate::browser::dates;
use crate::browser::files::{self, FileError};
use crate::browser::storage::{self, Before};
use crate::domain::app::App;
use crate::domain::day::Day;
use crate::domain::record::saved::backup::{Backup, BadFile, How, Preview};
use crate::text::{common, data};
use crate::view::parts::{Button, Look, fresh_text};
use crate::view::store::Store;

pub(super) fn file_picker(message: RwSignal<Message>) -> AnyView {
    let input = NodeRef::<Input>::new();
    // Of two files that are chosen one after the other the later one counts.
    let latest = StoredValue::new(0_u32);
    let read = move |_| {
        let Some(input) = input.get() else { return };
        latest.update_value(|turn| *turn += 1);
        let turn = latest.get_value();
        let is_latest = move || latest.try_get_value() == Some(turn);
        // Browsers put a made-up path before it.
        let path = input.value();
        let name = path.rsplit('\\').next().unwrap_or_default().to_owned();
        files::read_chosen(&input, move |text| match text {
            Ok(text) => storage::read_backup(
                text,
                move |percent| {
                    if is_latest() {
                        working(message, data::READING, percent);
                    }
                },
                move |parsed| {
                    if is_latest() {
                        message.set(what_it_is(name, parsed));
                    }
                },
            ),
            Err(FileError::TooLarge) => message.set(Message::Said(data::TOO_LARGE)),
            Err(_) if is_latest() => message.set(Message::Said(data::NOT_READ)),
            Err(_) => {}
        });
    };
    view! {
        <div class="field">
            <label for="backup-file">{data::BRING_BACK}</label>
            <input id="backup-file" type="file" accept=".json,application/json" node_ref=input on:change=read />
        </div>
    }
    .into_any()
}

fn what_it_is(name: String, parsed: Result<(Backup, Preview), BadFile>) -> Message {
    match parsed {
        Ok((backup, preview)) => Message::Chosen(name, Arc::new(backup), preview),
        Err(BadFile::Newer) => Message::Said(data::NEWER_BACKUP),
        Err(BadFile::NotABackup) => Message::Said(data::NOT_A_BACKUP),
        Err(BadFile::Damaged) => Message::Said(data::DAMAGED_BACKUP),
    }
}

/// Tells how far it is, as long as the page is there.
fn working(message: RwSignal<Message>, what: &'static str, percent: u8) {
    let _gone = message.try_set(Message::Working(what, percent));
}

pub(super) fn chosen(
    store: Store,
    message: RwSignal<Message>,
    name: String,
    backup: Arc<Backup>,
    preview: Preview,
) -> AnyView {
    let (sessions, unreadable) = (preview.sessions, backup.unreadable.len());
    let bring = move |how: How| {
        let backup = Arc::clone(&backup);
        move || {
            let backup = Arc::clone(&backup);
            message.set(Message::Working(data::BRINGING_BACK, 0));
            let progress = move |percent| working(message, data::BRINGING_BACK, percent);
            // The page may be gone by then.
            let done = move |before| {
                let restored = Message::Restored(Arc::new(before), sessions);
                let _gone = message.try_set(restored);
            };
            store.with_driver(|driver| driver.restore(backup, how, progress, done));
        }
    };
    view! {
        <h2>{data::BRING_BACK}</h2>
        <p>{name}</p>
        <p class="lead">{words(store, preview)}</p>
        {(unreadable > 0).then(|| view! { <p>{data::unreadable_in_backup(unreadable)}</p> })}
        <div class="stack">
            <Button words=data::ADD_TO_WHAT_IS_HERE look=Look::Main on_press=bring(How::Add) />
            <Button words=data::REPLACE on_press=bring(How::Replace) />
            <Button words=data::ANOTHER_FILE on_press=move || message.set(Message::None) />
        </div>
    }
    .into_any()
}

pub(super) fn restored(
    store: Store,
    message: RwSignal<Message>,
    before: Arc<Before>,
    sessions: usize,
) -> AnyView {
    let left_out = left_out(store);
    let words = move || {
        let left = left_out.get();
        if left.is_nothing() {
            return data::BROUGHT_BACK.to_owned();
        }
        data::do_not_fit(left.sessions, sessions.max(left.sessions), left.others)
    };
    let undo = move || {
        message.set(Message::Working(data::TAKING_BACK, 0));
        let progress = move |percent| working(message, data::TAKING_BACK, percent);
        let done = move || {
            let _gone = message.try_set(Message::Undone);
        };
        let before = Arc::clone(&before);
        store.with_driver(|driver| driver.undo_restore(before, progress, done));
    };
    view! {
        <p class="box">{fresh_text(words)}</p>
        <Button words=common::UNDO on_press=undo />
    }
    .into_any()
}

pub(super) fn undone(store: Store) -> AnyView {
    let left_out = left_out(store);
    let words = move || {
        let left = left_out.get();
        if left.is_nothing() {
            return data::AS_BEFORE.to_owned();
        }
        data::full(left.sessions)
    };
    view! { <p class="box">{fresh_text(words)}</p> }.into_any()
}

/// What a backup holds.
fn words(store: Store, preview: Preview) -> String {
    let (Some(first), Some(last)) = (preview.first, preview.last) else {
        return data::NO_SESSIONS.to_owned();
    };
    let year = |day: Day| day.ymd().0;
    let this_year = year(store.read(App::today));
    let date = if year(first) == this_year && year(last) == this_year {
        dates::day_month
    } else {
        dates::date
    };
    data::preview(preview.sessions, &date(first), &date(last))
}
