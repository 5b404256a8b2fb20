//! My data: a backup, a table for a spreadsheet, bringing a backup back, erasing everything
//! (interaction.md 1.11).

use leptos::html::Input;
use leptos::prelude::*;

use super::parts::{Button, Look, Page, WarningBox, fresh};
use super::store::Store;
use crate::browser::files::{self, FileError, TextFile};
use crate::browser::{clock, dates, storage};
use crate::domain::app::App;
use crate::domain::day::Day;
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
    /// Erasing was asked for: what goes.
    Erase,
    /// And once more.
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
                    on_press=move || message.set(Message::Erase)
                />
            </div>
            <div class="flow" role="status">
                {move || fresh(answer(store, message))}
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
                store.with_driver(|driver| driver.restore(&before, How::Undo));
                message.set(Message::Said(data::AS_BEFORE));
            };
            view! {
                <p class="box">{data::BROUGHT_BACK}</p>
                <Button words=common::UNDO on_press=undo />
            }
            .into_any()
        }
        Message::Erase => erase(message),
        Message::Sure => sure(store, message),
    }
}

fn chosen(store: Store, message: RwSignal<Message>, backup: Backup) -> AnyView {
    let words = preview(store, backup.preview());
    let bring = move |how: How| {
        let backup = backup.clone();
        move || {
            let before = store.with_driver(|driver| {
                let before = driver.storage().everything();
                driver.restore(&backup, how);
                before
            });
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

/// "Save a backup" stands above it.
fn erase(message: RwSignal<Message>) -> AnyView {
    view! {
        <p class="box">{data::ERASE_WHAT}" "{data::ERASE_BACKUP_FIRST}</p>
        <div class="stack">
            <Button words=data::ERASE_KEEP look=Look::Main on_press=move || message.set(Message::None) />
            <Button words=data::ERASE_CONTINUE on_press=move || message.set(Message::Sure) />
        </div>
    }
    .into_any()
}

/// A second press on "Go on" must not erase: what erases stands above it.
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
        <p class="box">{data::ERASE_SURE}</p>
        <div class="stack">
            <Button words=data::ERASE_YES look=Look::Danger on_press=erase />
            <Button words=data::ERASE_KEEP look=Look::Main on_press=move || message.set(Message::None) />
        </div>
    }
    .into_any()
}

fn preview(store: Store, preview: Preview) -> String {
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

fn hand_over(file: TextFile, message: RwSignal<Message>) {
    files::hand_over(file, move |outcome| {
        message.set(match outcome {
            Ok(()) => Message::Said(data::FILE_MADE),
            Err(FileError::Cancelled) => Message::None,
            Err(_) => Message::Said(data::NO_FILE),
        });
    });
}
