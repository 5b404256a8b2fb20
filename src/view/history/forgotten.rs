//! Writing down a session that was done without the app.

use leptos::prelude::*;

use crate::domain::day::Day;
use crate::domain::forgotten::Refused;
use crate::domain::history::EntryId;
use crate::domain::route::Route;
use crate::text::history as words;
use crate::view::parts::Button;

/// What is wrong with the day.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    NoDay,
    Refused(Refused),
}

#[component]
pub(super) fn ForgottenForm(
    today: Signal<Day>,
    on_forgotten: Callback<Day, Result<(), Refused>>,
) -> impl IntoView {
    let day = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Wrong>);
    let add = move || {
        wrong.set(match day.get_untracked().parse() {
            Ok(day) => on_forgotten.run(day).err().map(Wrong::Refused),
            Err(_) => Some(Wrong::NoDay),
        });
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
                    prop:value=move || day.get()
                    aria-invalid=move || wrong.get().map(|_| "true")
                    aria-describedby="forgotten-wrong"
                    on:input=move |event| day.set(event_target_value(&event))
                />
            </div>
            <div id="forgotten-wrong">{move || wrong.get().map(complaint)}</div>
            <Button words=words::ADD_SESSION on_press=add />
        </section>
    }
}

fn complaint(wrong: Wrong) -> impl IntoView {
    let (words, taken): (_, Option<EntryId>) = match wrong {
        Wrong::NoDay => (words::NO_DAY, None),
        Wrong::Refused(Refused::Future) => (words::DAY_TO_COME, None),
        Wrong::Refused(Refused::TooLongAgo) => (words::TOO_LONG_AGO, None),
        Wrong::Refused(Refused::AlreadyThere(id)) => (words::ALREADY_THERE, Some(id)),
    };
    let link = taken.map(|id| {
        view! { <p><a href=Route::Entry(id).hash()>{words::GO_TO_IT}</a></p> }
    });
    view! { <div class="box"><p>{words}</p> {link}</div> }
}
