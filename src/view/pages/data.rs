//! My data: a backup, a table for a spreadsheet, bringing a backup back, erasing everything
//! (decision 44).

mod restore;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::driver::Driver;
use crate::browser::files::{self, FileError, TextFile};
use crate::browser::storage::{self, Before};
use crate::domain::app::App;
use crate::domain::app::route::Route;
use crate::domain::record::saved::backup::{Backup, Preview};
use crate::domain::record::saved::journal::LeftOut;
use crate::text::data;
use crate::view::parts::{Button, ButtonLink, Look, Page, WarningBox, fresh, fresh_text};
use crate::view::store::Store;

/// What the page says below its buttons.
#[derive(Clone, PartialEq)]
enum Message {
    None,
    /// Something takes its time; so much of it is done, in percent.
    Working(&'static str, u8),
    /// A file of this name was read: what it holds, and what to do with it.
    Chosen(String, Arc<Backup>, Preview),
    /// So many sessions were brought back; what was here before is kept for Undo.
    Restored(Arc<Before>, usize),
    /// And taken back.
    Undone,
    Said(&'static str),
    /// Erasing was asked for twice.
    Sure,
}

/// The page.
pub fn page(store: Store) -> AnyView {
    let message = RwSignal::new(Message::None);
    let damaged = store.watch(|app| app.damaged);
    let saving = store.watch(|app| app.saving);
    let left_out = left_out(store);
    let full = move || {
        (!saving.get()).then(|| view! { <WarningBox words=data::full(left_out.get().sessions) /> })
    };
    let interrupted = store.with_driver(|driver| driver.storage().was_interrupted());
    let kept = RwSignal::new(None);
    storage::is_kept(move |answer| kept.set(Some(answer)));
    let not_read = move || {
        let count = damaged.get();
        (count > 0).then(|| view! { <WarningBox words=data::unreadable(count) /> })
    };
    view! {
        <Page title=data::TITLE back=Route::More>
            <p class="lead">{data::STAYS_HERE}</p>
            <p class="late-words">{fresh_text(move || kept.get().map_or("", data::kept))}</p>
            {full}
            {(interrupted == Some(true)).then(|| view! { <WarningBox words=data::INTERRUPTED /> })}
            {not_read}
            <div class="stack" hidden=move || message.with(|it| matches!(it, Message::Chosen(..)))>
                <Button words=data::SAVE_BACKUP look=Look::Main on_press=move || save(store, message) />
                <Button words=data::SPREADSHEET on_press=move || table(store, message) />
                {restore::file_picker(message)}
            </div>
            <div class="flow" role="status">
                {move || fresh(answer(store, message))}
            </div>
            <p class="tabs">
                <a href=Route::Erase.hash()>{data::ERASE}</a>
            </p>
        </Page>
    }
    .into_any()
}

/// Erasing everything, on a page of its own: nobody comes upon it by mistake.
pub fn erase_page(store: Store) -> AnyView {
    let message = RwSignal::new(Message::None);
    let ask = move || {
        view! {
            <p>{data::ERASE_WHAT}" "{data::ERASE_BACKUP_FIRST}</p>
            <div class="stack">
                <ButtonLink words=data::ERASE_KEEP look=Look::Main to=Route::Data />
                <Button words=data::ERASE_CONTINUE on_press=move || message.set(Message::Sure) />
            </div>
        }
        .into_any()
    };
    let show = move || match message.get() {
        Message::None => ask(),
        _ => answer(store, message),
    };
    view! {
        <Page title=data::ERASE back=Route::Data>
            <div class="flow" role="status">{move || fresh(show())}</div>
        </Page>
    }
    .into_any()
}

/// What finds no room in the storage, by now.
fn left_out(store: Store) -> Memo<LeftOut> {
    Memo::new(move |_| {
        store.track();
        let left_out = store.with_driver(|driver| driver.storage().left_out());
        left_out.unwrap_or_default()
    })
}

fn answer(store: Store, message: RwSignal<Message>) -> AnyView {
    match message.get() {
        Message::None => ().into_any(),
        Message::Said(words) => view! { <p class="box">{words}</p> }.into_any(),
        Message::Working(what, percent) => {
            view! { <p class="box">{data::progress(what, percent)}</p> }.into_any()
        }
        Message::Chosen(name, backup, preview) => {
            restore::chosen(store, message, name, backup, preview)
        }
        Message::Restored(before, sessions) => restore::restored(store, message, before, sessions),
        Message::Undone => restore::undone(store),
        Message::Sure => sure(store, message),
    }
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
            <ButtonLink words=data::ERASE_KEEP look=Look::Main to=Route::Data />
        </div>
    }
    .into_any()
}

/// A file is named after the day on which it is made, and holds what that day has filed.
fn file_name(store: Store, ending: &str) -> String {
    store.look();
    ["spry-knees-", &store.read(App::today).to_string(), ending].concat()
}

fn save(store: Store, message: RwSignal<Message>) {
    let text = |driver: &Driver| driver.storage().backup(store.read(App::so_far).as_ref());
    hand_over(store, message, ".json", "application/json", text);
}

fn table(store: Store, message: RwSignal<Message>) {
    let text = |driver: &Driver| driver.storage().csv();
    hand_over(store, message, ".csv", "text/csv;charset=utf-8", text);
}

fn hand_over(
    store: Store,
    message: RwSignal<Message>,
    ending: &str,
    kind: &str,
    text: impl FnOnce(&Driver) -> String,
) {
    let file = TextFile {
        name: &file_name(store, ending),
        kind,
        text: &store.with_driver(|driver| text(driver)).unwrap_or_default(),
    };
    files::hand_over(file, move |outcome| {
        message.set(match outcome {
            Ok(()) => Message::Said(data::FILE_MADE),
            Err(FileError::Cancelled) => Message::None,
            Err(_) => Message::Said(data::NO_FILE),
        });
    });
}
