//! Choosing a day and a time, and handing the calendar file over.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::day::Day;
use crate::domain::record::calendar_file::{Reminder, Start, minute_of_day, pair};
use crate::domain::record::history::Entry;
use crate::domain::record::schedule::{Pick, pick};
use crate::domain::time::WallTime;
use crate::text::schedule as words;
use crate::view::parts::{fresh, fresh_text};

/// What the person has chosen so far. A field that nobody has touched follows the clock: it offers
/// the next session at a time that is to come.
#[derive(Clone, Copy)]
struct Choice {
    /// The fields as they were filled in.
    typed_day: RwSignal<Option<String>>,
    typed_time: RwSignal<Option<String>>,
    next: Memo<Day>,
    now: Memo<Start>,
    /// The rest day on which the person insists.
    kept: RwSignal<Option<Day>>,
    /// The field itself keeps what is typed so far, half a date as well.
    field: NodeRef<Input>,
}

impl Choice {
    /// The day; `None` where the field is empty or cannot be read.
    fn day(self) -> Option<Day> {
        let typed = self.typed_day.get().map(|text| text.parse().ok());
        typed.unwrap_or_else(|| Some(self.next.get()))
    }

    /// The time; `None` where the field is empty or cannot be read.
    fn minute(self) -> Option<u16> {
        let typed = self.typed_time.get().map(|text| minute_of_day(&text));
        typed.unwrap_or_else(|| Some(self.usual()))
    }

    fn usual(self) -> u16 {
        Start::usual(self.next.get(), self.now.get()).minute_of_day
    }

    /// What is wrong with the time.
    fn wrong_time(self) -> Option<&'static str> {
        let Some(minute_of_day) = self.minute() else {
            return Some(words::NO_TIME);
        };
        let (day, now) = (self.day()?, self.now.get());
        let over = day == now.day && Start { day, minute_of_day }.is_over(now);
        over.then_some(words::TIME_OVER)
    }

    /// What stands in the fields is what is meant from now on.
    fn keep(self, start: Start) {
        self.typed_day.set(Some(start.day.to_string()));
        self.typed_time.set(Some(clock_text(start.minute_of_day)));
    }
}

#[component]
pub(super) fn ReminderForm(
    entries: Signal<Vec<Entry>>,
    now: Signal<WallTime>,
    next: Memo<Day>,
    on_look: Callback<()>,
    on_reminder: Callback<(Reminder, Start)>,
) -> impl IntoView {
    let now = Memo::new(move |_| {
        let now = now.get();
        Start {
            day: now.day(),
            minute_of_day: now.minute_of_day(),
        }
    });
    let choice = Choice {
        typed_day: RwSignal::new(None),
        typed_time: RwSignal::new(None),
        next,
        now,
        kept: RwSignal::new(None),
        field: NodeRef::new(),
    };
    let picked = Memo::new(move |_| {
        let day = choice.day()?;
        entries.with(|entries| Some(pick(entries, now.get().day, day)))
    });
    let start = Memo::new(move |_| {
        let fine = match picked.get()? {
            Pick::Fine => true,
            Pick::Early { .. } => choice.kept.get() == choice.day(),
            Pick::Past | Pick::TooFar => false,
        };
        let (day, minute_of_day) = choice.day().zip(choice.minute())?;
        (fine && choice.wrong_time().is_none()).then_some(Start { day, minute_of_day })
    });
    view! {
        <h2>{words::CHOOSE_DAY}</h2>
        <DayField choice picked />
        {move || picked_note(picked.get(), choice)}
        <TimeField choice />
        <Buttons choice start on_look on_reminder />
    }
}

#[component]
fn DayField(choice: Choice, picked: Memo<Option<Pick>>) -> impl IntoView {
    let wrong = move || matches!(picked.get(), None | Some(Pick::Past | Pick::TooFar));
    let invalid = move || wrong().then_some("true");
    view! {
        <div class="field">
            <label for="reminder-day">{words::DAY}</label>
            <input
                id="reminder-day"
                type="date"
                node_ref=choice.field
                min=move || choice.next.get().to_string()
                value=move || choice.day().unwrap_or_else(|| choice.next.get()).to_string()
                aria-invalid=invalid
                aria-describedby="reminder-day-note"
                on:change=move |event| choice.typed_day.set(Some(event_target_value(&event)))
            />
        </div>
    }
}

/// What is to be said about the day; an early one is a choice, not a mistake.
fn picked_note(picked: Option<Pick>, choice: Choice) -> impl IntoView {
    let early = match picked {
        Some(Pick::Early { days_since }) => Some(days_since),
        _ => None,
    };
    let words = match picked {
        None => words::NO_DAY.to_owned(),
        Some(Pick::Past) => words::DAY_OVER.to_owned(),
        Some(Pick::TooFar) => words::TOO_FAR.to_owned(),
        Some(Pick::Early { days_since }) => words::that_is_after(days_since),
        Some(Pick::Fine) => String::new(),
    };
    let silent = words.is_empty();
    let ask = early.is_some() && choice.kept.get() != choice.day();
    let rest = move |_| {
        let next = choice.next.get_untracked().to_string();
        if let Some(field) = choice.field.get_untracked() {
            field.set_value(&next);
        }
        choice.typed_day.set(Some(next));
    };
    view! {
        <div id="reminder-day-note" role="status" class="box flow" hidden=silent>
            <p>{fresh_text(move || words.clone())}</p>
            {early.map(|_| view! { <p>{words::OVERRIDE_WHY}</p> })}
        </div>
        {ask.then(|| view! {
            <div class="stack">
                <button class="button" type="button" on:click=rest>
                    {words::REST}
                </button>
                <button
                    class="button"
                    type="button"
                    on:click=move |_| choice.kept.set(untrack(|| choice.day()))
                >
                    {words::KEEP_DAY}
                </button>
            </div>
        })}
    }
}

#[component]
fn TimeField(choice: Choice) -> impl IntoView {
    let wrong = move || choice.wrong_time().is_some();
    view! {
        <div class="field">
            <label for="reminder-time">{words::TIME}</label>
            <input
                id="reminder-time"
                type="time"
                value=move || clock_text(choice.minute().unwrap_or_else(|| choice.usual()))
                aria-invalid=move || wrong().then_some("true")
                aria-describedby="reminder-time-note"
                on:change=move |event| choice.typed_time.set(Some(event_target_value(&event)))
            />
        </div>
        <p id="reminder-time-note" role="status" class="box" hidden=move || !wrong()>
            {fresh_text(move || choice.wrong_time().unwrap_or_default())}
        </p>
    }
}

#[component]
fn Buttons(
    choice: Choice,
    start: Memo<Option<Start>>,
    on_look: Callback<()>,
    on_reminder: Callback<(Reminder, Start)>,
) -> impl IntoView {
    let handed_over = RwSignal::new(false);
    let hand_over = move |reminder| {
        let Some(seen) = start.get_untracked() else {
            return;
        };
        choice.keep(seen);
        on_look.run(());
        // By now its time may be over.
        if let Some(start) = start.get_untracked() {
            handed_over.set(true);
            on_reminder.run((reminder, start));
        }
    };
    let disabled = move || start.get().is_none();
    let pair = move || {
        let start = start.get();
        start.map_or_else(String::new, |start| every_week(start.day))
    };
    view! {
        <div class="stack">
            <button
                class="button button--main"
                type="button"
                disabled=disabled
                on:click=move |_| hand_over(Reminder::Once)
            >
                {words::ADD_TO_CALENDAR}
            </button>
            <button
                class="button"
                type="button"
                disabled=disabled
                on:click=move |_| hand_over(Reminder::WeeklyPair)
            >
                {words::ADD_WEEKLY}
            </button>
        </div>
        <p class="muted">{fresh_text(pair)}</p>
        {move || start.get().filter(|_| handed_over.get()).map(|start| fresh(by_hand(start)))}
    }
}

/// Whether a calendar opened is more than a browser can tell, so the date stands there in words.
fn by_hand(start: Start) -> impl IntoView {
    let time = dates::time_of_day(start.minute_of_day);
    view! {
        <div class="box box--calm">
            <p>{words::NOT_OPENED}</p>
            <p>{words::WRITE_IT_DOWN}":"</p>
            <p class="lead">{words::day_and_time(&dates::long(start.day), &time)}</p>
        </div>
    }
}

fn every_week(first: Day) -> String {
    let [one, other] = pair(first).map(dates::weekday);
    words::every_week(&one, &other, &dates::long(first))
}

/// As an input of the type "time" wants it: "10:05".
fn clock_text(minute: u16) -> String {
    let two = |number: u16| {
        let digits = number.to_string();
        if number < 10 {
            ["0", &digits].concat()
        } else {
            digits
        }
    };
    [two(minute / 60), two(minute % 60)].join(":")
}
