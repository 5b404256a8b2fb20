//! Writing down a session that was done without the app.

use leptos::prelude::*;

use crate::domain::app::route::Route;
use crate::domain::day::Day;
use crate::domain::record::forgotten::Refused;
use crate::domain::record::history::EntryId;
use crate::text::history as words;
use crate::view::parts::{Button, fresh};

/// What became of the day.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Added(EntryId),
    NoDay,
    Refused(Refused),
}

#[component]
pub(super) fn ForgottenForm(
    today: Signal<Day>,
    on_forgotten: Callback<Day, Result<EntryId, Refused>>,
) -> impl IntoView {
    let day = RwSignal::new(String::new());
    let answer = RwSignal::new(None::<Answer>);
    let add = move || {
        answer.set(Some(match day.get_untracked().parse() {
            Ok(day) => match on_forgotten.run(day) {
                Ok(id) => Answer::Added(id),
                Err(refused) => Answer::Refused(refused),
            },
            Err(_) => Answer::NoDay,
        }));
    };
    let wrong = move || {
        answer
            .get()
            .filter(|answer| !matches!(answer, Answer::Added(_)))
    };
    view! {
        <section class="flow no-print">
            <h2>{words::FORGOTTEN}</h2>
            <div class="field">
                <label for="forgotten-day">{words::WHICH_DAY}</label>
                <input
                    id="forgotten-day"
                    type="date"
                    max=move || today.get().to_string()
                    aria-invalid=move || wrong().map(|_| "true")
                    aria-describedby="forgotten-wrong"
                    on:input=move |event| day.set(event_target_value(&event))
                />
            </div>
            <Button words=words::ADD_SESSION on_press=add />
            <div id="forgotten-wrong" role="status">{move || answer.get().map(|answer| fresh(said(answer)))}</div>
        </section>
    }
}

fn said(answer: Answer) -> impl IntoView {
    let (class, words, there) = match answer {
        Answer::Added(id) => ("box box--calm", words::ADDED, Some(id)),
        Answer::NoDay => ("box", words::NO_DAY, None),
        Answer::Refused(Refused::Future) => ("box", words::DAY_TO_COME, None),
        Answer::Refused(Refused::TooLongAgo) => ("box", words::TOO_LONG_AGO, None),
        Answer::Refused(Refused::AlreadyThere(id)) => ("box", words::ALREADY_THERE, Some(id)),
    };
    let link = there.map(|id| {
        view! { <p><a href=Route::Entry(id).hash()>{words::GO_TO_IT}</a></p> }
    });
    view! { <div class=class><p>{words}</p> {link}</div> }
}
