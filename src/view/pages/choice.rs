//! What is in today's session, and in which order it comes (decisions 20 and 36).

use leptos::prelude::*;

use super::exercise::caution;
use crate::domain::app::SkipReason;
use crate::domain::app::route::Route;
use crate::domain::routine::Exercise;
use crate::text::{exercises, routine, today};
use crate::view::parts::{ButtonLink, Look, fresh_text};

/// A box to tick for each exercise, and the way to start.
#[component]
pub fn TodaysChoice(
    /// Whether the session has them, in the order of [`Exercise::ALL`].
    chosen: Memo<[bool; 6]>,
    /// Why one starts as skipped, in the same order.
    reasons: [Option<SkipReason>; 6],
    /// Whole minutes that the session takes.
    minutes: Memo<u32>,
    /// Takes one in or leaves it out.
    #[prop(into)]
    on_change: Callback<Exercise>,
    /// Whether the floor exercises are kept together.
    together: Memo<bool>,
    /// Keeps them together, or not.
    #[prop(into)]
    on_together: Callback<bool>,
) -> AnyView {
    let boxes = Exercise::ALL.map(|exercise| {
        let index = exercise.index();
        let checked = move || chosen.get()[index];
        let reason = caution(reasons[index], false).map(|words| view! { <p>{words}</p> });
        let name = [
            &exercise.number().to_string(),
            ". ",
            exercises::name(exercise),
        ]
        .concat();
        view! { {tick(name, checked, move |_| on_change.run(exercise))} {reason} }
    });
    let any = move || chosen.get().contains(&true);
    let length = move || {
        if any() {
            routine::about(minutes.get())
        } else {
            routine::NONE_CHOSEN.to_owned()
        }
    };
    view! {
        <h2 id="todays">{routine::TODAY}</h2>
        <p>{routine::SHORT}</p>
        <div class="flow" role="group" aria-labelledby="todays">
            {boxes.into_iter().collect_view()}
        </div>
        <p role="status">{fresh_text(length)}</p>
        {move || any().then(|| view! {
            <ButtonLink words=today::START_SESSION look=Look::Main to=Route::Start />
        })}
        {tick(routine::FLOOR_TOGETHER.to_owned(), move || together.get(), move |on| on_together.run(on))}
    }
    .into_any()
}

fn tick(
    words: String,
    checked: impl Fn() -> bool + Send + 'static,
    on_change: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=move |event| on_change(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
