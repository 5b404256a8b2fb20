//! How the knees feel: asked at the end of a session, and once more on the next visit.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::app::{App, DayAfter, Event};
use crate::domain::record::history::{EntryId, Feel};
use crate::text::{common, finish, progress};
use crate::view::parts::{Button, WarningBox};
use crate::view::store::Store;

const ANSWERS: [(Feel, &str); 3] = [
    (Feel::Better, finish::BETTER),
    (Feel::Same, finish::THE_SAME),
    (Feel::MoreSore, finish::MORE_SORE),
];

/// The three answers; the one that was given is pressed.
pub fn answers(chosen: Signal<Option<Feel>>, on_answer: Callback<Feel>) -> AnyView {
    let button = |(feel, words)| {
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (chosen.get() == Some(feel)).to_string()
                on:click=move |_| on_answer.run(feel)
            >
                {words}
            </button>
        }
    };
    view! { <div class="thirds">{ANSWERS.map(button).into_iter().collect_view()}</div> }.into_any()
}

/// What Today says about the day after: the question, or what follows from the answer.
pub fn day_after(store: Store) -> AnyView {
    let state = store.watch(App::day_after);
    let show = move || match state.get()? {
        DayAfter::Ask(id) => Some(question(store, id)),
        DayAfter::Sore { twice } => {
            let words = if twice {
                progress::SORE_TWICE
            } else {
                finish::SORE_ADVICE
            };
            Some(view! { <WarningBox words /> }.into_any())
        }
    };
    view! { <div role="status">{show}</div> }.into_any()
}

fn question(store: Store, id: EntryId) -> AnyView {
    let answer = move |feel| {
        store.send(Event::DayAfter(id, feel));
        store.with_driver(|driver| driver.announce(common::SAVED));
        // The pressed button goes with the question.
        page::focus_by_id("title");
    };
    view! {
        <section class="card flow" aria-labelledby="day-after">
            <h2 id="day-after">{progress::ASK_DAY_AFTER}</h2>
            {answers(Signal::stored(None), Callback::new(answer))}
            <Button words=common::SKIP on_press=move || answer(Feel::NoAnswer) />
        </section>
    }
    .into_any()
}
