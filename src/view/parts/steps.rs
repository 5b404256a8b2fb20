//! The picture and the numbered steps of an exercise.

use leptos::prelude::*;

use crate::domain::routine::Exercise;
use crate::domain::settings::Inch;
use crate::text::exercises;

/// The steps, one action each.
#[component]
pub fn Steps(
    /// Of which exercise.
    exercise: Exercise,
    /// How an inch is written.
    inch: Inch,
) -> AnyView {
    let steps = exercises::words(exercise)
        .steps
        .iter()
        .map(|line| view! { <li>{line.get(inch)}</li> })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }.into_any()
}

/// The picture of an exercise: decoration here, because the steps beside it say the same.
#[component]
pub fn Picture(
    /// Of which exercise.
    exercise: Exercise,
) -> AnyView {
    view! {
        <span class="picture" aria-hidden="true" data-exercise=exercise.slug()></span>
    }
    .into_any()
}
