//! The picture and the numbered steps of an exercise.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::figure::{self, Build, Motion, telling};
use crate::domain::record::settings::Inch;
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::Dose;
use crate::text::exercises;
use crate::view::figure::Figure;

/// The steps, one action each.
#[component]
pub fn Steps(
    /// Of which exercise.
    exercise: Exercise,
    /// How an inch is written.
    inch: Inch,
    /// How much is to be done.
    dose: Dose,
) -> AnyView {
    let steps = exercises::words(exercise)
        .steps
        .iter()
        .map(|line| view! { <li>{exercises::own_step(line.get(dates::inch(inch)), dose)}</li> })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }.into_any()
}

/// The picture of an exercise in the pose that tells it from the others. Decoration: the steps
/// beside it say the same.
#[component]
pub fn Picture(
    /// Of which exercise.
    exercise: Exercise,
    /// Who shows it.
    #[prop(optional)]
    person: Build,
    /// Whether arrows and guides explain it.
    #[prop(default = true)]
    marks: bool,
) -> AnyView {
    let picture = figure::Picture {
        build: person,
        marks,
        ..figure::Picture::new(exercise, exercise.sides()[0])
    };
    view! {
        <span class="picture">
            <Figure picture=picture motion=Motion::Still(telling(exercise)) decorative=true />
        </span>
    }
    .into_any()
}
