//! My data: a backup, a table for a spreadsheet, bringing a backup back, erasing everything
//! (interaction.md 1.11).

use leptos::html::Input;
use leptos::prelude::*;

use super::parts::{Button, Look, Page, WarningBox};
use super::store::Store;
use crate::browser::files::{self, FileError, TextFile};
use crate::browser::{clock, dates, storage};
use crate::domain::app::{App, Event};
use crate::domain::route::Route;
use crate::domain::saved::backup::{Backup, BadFile, How, Preview};
use crate::text::{common, data};

/// What the page says below its buttons.
#[derive(Clone, PartialEq)]
enum Message {
    None,
    /// A file was read: what it holds, and what to do with it.
    Chosen(Backup),
    /// It was brought back; what was here before is kept for Undo.
    Restored(Backup),
    Said(&'static str),
    /// Erasing was asked for.
    Sure,
}

/// The page.
#[component]
pub fn DataPage(
    /// The app.
    store: Store,
) -> AnyView {
    let message = RwSignal::new(Message::None);
    let damaged = store.watch(|app| app.damaged);
    let saving = store.watch(|app| app.saving);
    let kept = RwSignal::new(None);
    storage::is_kept(move |answer| kept.set(Some(answer)));
    let not_read = move || {
        let count = damaged.get();
        (count > 0).then(|| view! { <WarningBox words=data::unreadable(count) /> })
    };
    view! {
        <Page title=data::TITLE back=Route::Settings>
            <p class="lead">{data::STAYS_HERE}</p>
            {move || kept.get().map(|kept| view! { <p>{data::kept(kept)}</p> })}
            {move || (!saving.get()).then(|| view! { <WarningBox words=data::FULL /> })}
            {not_read}
            <div class="stack">
                <Button words=data::SAVE_BACKUP look=Look::Main on_press=move || save(store, message) />
                <Button words=data::SPREADSHEET on_press=move || table(store, message) />
                <FilePicker message />
                <Button
                    words=data::ERASE
                    look=Look::Danger
                    on_press=move || message.set(Message::Sure)
                />
            </div>
            <div class="flow" role="status">
                {move || answer(store, message)}
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn FilePicker(message: RwSignal<Message>) -> AnyView {
    let input = NodeRef::<Input>::new();
    let read = move |_| {
        let Some(input) = input.get() else { return };
        files::read_chosen(&input, move |text| {
            let parsed = match text {
                Ok(text) => Backup::parse(&text),
                Err(_) => Err(BadFile::NotABackup),
            };
            message.set(match parsed {
                Ok(backup) => Message::Chosen(backup),
                Err(BadFile::Newer) => Message::Said(data::NEWER_BACKUP),
                Err(BadFile::NotABackup) => Message::Said(data::NOT_A_BACKUP),
                Err(BadFile::Damaged) => Message::Said(data::DAMAGED_BACKUP),
            });
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

fn answer(store: Store, message: RwSignal<Message>) -> AnyView {
    match message.get() {
        Message::None => ().into_any(),
        Message::Said(words) => view! { <p class="box">{words}</p> }.into_any(),
        Message::Chosen(backup) => chosen(store, message, backup),
        Message::Restored(before) => {
            let undo = move || {
                restore(store, &before, How::Replace);
                message.set(Message::Said(data::AS_BEFORE));
            };
            view! {
                <p class="box">{data::BROUGHT_BACK}</p>
                <Button words=common::UNDO on_press=undo />
            }
            .into_any()
        }
        Message::Sure => sure(store, message),
    }
}

fn chosen(store: Store, message: RwSignal<Message>, backup: Backup) -> AnyView {
    let words = preview(backup.preview());
    let bring = move |how: How| {
        let backup = backup.clone();
        move || {
            let before = store.with_driver(|driver| driver.storage().everything());
            restore(store, &backup, how);
            message.set(before.map_or(Message::None, Message::Restored));
        }
    };
    view! {
        <p class="lead">{words}</p>
        <div class="stack">
            <Button words=data::ADD_TO_WHAT_IS_HERE look=Look::Main on_press=bring(How::Add) />
            <Button words=data::REPLACE on_press=bring(How::Replace) />
        </div>
    }
    .into_any()
}

fn sure(store: Store, message: RwSignal<Message>) -> AnyView {
    let erase = move || {
        let erased = store.with_driver(|driver| driver.erase().is_ok());
        message.set(Message::Said(if erased == Some(true) {
            data::ERASED
        } else {
            data::NOT_ERASED
        }));
    };
    view! {
        <p class="box">{data::ERASE_WHAT}" "{data::ERASE_BACKUP_FIRST}</p>
        <div class="stack">
            <Button words=data::ERASE_KEEP look=Look::Main on_press=move || message.set(Message::None) />
            <Button words=data::ERASE_YES look=Look::Danger on_press=erase />
        </div>
    }
    .into_any()
}

fn preview(preview: Preview) -> String {
    match (preview.first, preview.last) {
        (Some(first), Some(last)) => {
            data::preview(preview.sessions, &dates::date(first), &dates::date(last))
        }
        _ => data::NO_SESSIONS.to_owned(),
    }
}

fn restore(store: Store, backup: &Backup, how: How) {
    let loaded = store.with_driver(|driver| driver.storage().restore(backup, how));
    if let Some(loaded) = loaded {
        store.send(Event::Reloaded(Box::new(loaded.into())));
    }
}

fn save(store: Store, message: RwSignal<Message>) {
    let name = ["spry-knees-", &store.read(App::today).to_string(), ".json"].concat();
    let text = store.with_driver(|driver| driver.storage().backup());
    hand_over(
        TextFile {
            name: &name,
            kind: "application/json",
            text: &text.unwrap_or_default(),
        },
        message,
    );
}

fn table(store: Store, message: RwSignal<Message>) {
    let name = ["spry-knees-", &clock::wall().day().to_string(), ".csv"].concat();
    let text = store.with_driver(|driver| driver.storage().csv());
    hand_over(
        TextFile {
            name: &name,
            kind: "text/csv;charset=utf-8",
            text: &text.unwrap_or_default(),
        },
        message,
    );
}

/// The share sheet where there is one, else a download.
fn hand_over(file: TextFile, message: RwSignal<Message>) {
    let tell = move |outcome| {
        message.set(match outcome {
            Ok(()) => Message::Said(data::FILE_MADE),
            Err(FileError::Cancelled) => Message::None,
            Err(_) => Message::Said(data::NO_FILE),
        });
    };
    if files::can_share(file) {
        files::share(file, tell);
    } else {
        tell(files::save(file));
    }
}
