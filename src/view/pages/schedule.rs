//! When the next session is due, and a reminder for it (decisions 45 and 46).

#![expect(
    unreachable_pub,
    reason = "the component macro writes a second public function that is not exported"
)]

mod boxes;
mod reminder;
pub mod too_soon;

use leptos::prelude::*;

use crate::browser::{dates, files};
use crate::domain::app::route::Route;
use crate::domain::day::Day;
use crate::domain::record::calendar_file::{self, Reminder, Start, Words, calendar_file};
use crate::domain::record::history::Entry;
use crate::domain::record::schedule::{Status, next_session, status_at, strip};
use crate::domain::time::WallTime;
use crate::text::{finish, schedule as words, today as today_words};
use crate::view::parts::{ButtonLink, Look, Page, fresh_text};
use crate::view::store::Store;

use boxes::Boxes;

/// The next session.
pub fn page(store: Store) -> AnyView {
    let reminder = move |(reminder, start)| {
        hand_over(reminder, start, store.read(|app| app.moment.wall));
    };
    view! {
        <SchedulePage
            entries=store.entries()
            now=store.watch(|app| app.moment.wall).into()
            on_look=Callback::new(move |()| store.look())
            on_reminder=Callback::new(reminder)
        />
    }
    .into_any()
}

/// Where this fails, the date stands on the page to be written down.
fn hand_over(reminder: Reminder, start: Start, made: WallTime) {
    let words = Words {
        title: words::EVENT_TITLE,
        description: words::EVENT_TEXT,
    };
    let file = files::TextFile {
        name: &calendar_file::file_name(start.day),
        kind: calendar_file::MEDIA_TYPE,
        text: &calendar_file(reminder, start, made, words),
    };
    files::hand_over(file, drop);
}

/// "Next session": the date, the way there day by day, and a reminder for it.
#[component]
pub fn SchedulePage(
    /// The history.
    entries: Signal<Vec<Entry>>,
    /// The last look at the clock; there is one at midnight.
    now: Signal<WallTime>,
    /// Looks at the clock again.
    on_look: Callback<()>,
    /// Hands the calendar file over.
    on_reminder: Callback<(Reminder, Start)>,
) -> AnyView {
    let today = Memo::new(move |_| now.get().day());
    let next = Memo::new(move |_| entries.with(|entries| next_session(entries, today.get())));
    let days = Signal::derive(move || entries.with(|entries| strip(entries, today.get())));
    let state = Memo::new(move |_| entries.with(|entries| status_at(entries, now.get())));
    view! {
        <Page title=words::TITLE back=Route::Today>
        <p class="lead">{fresh_text(move || sentence(state.get(), next.get()))}</p>
        <p>{words::RULE}</p>
        <h2>{words::STRIP}</h2>
        <Boxes days />
        {move || may_start(state.get()).then(|| view! {
            <ButtonLink words=today_words::START_SESSION look=Look::Main to=Route::Start />
        })}
        <reminder::ReminderForm entries now next on_look on_reminder />
        </Page>
    }
    .into_any()
}

fn sentence(state: Status, next: Day) -> String {
    match state {
        Status::ClockSetBack { .. } => today_words::CLOCK_BACK.to_owned(),
        _ => finish::next_session(&dates::long(next)),
    }
}

/// A date that is wrong must not keep anybody from the exercises.
const fn may_start(state: Status) -> bool {
    matches!(
        state,
        Status::ClockSetBack { .. } | Status::Due { .. } | Status::Late { .. }
    )
}
