//! The whole session in sight: a line with a piece for each exercise, what comes next, minutes left.

use leptos::prelude::*;

use crate::domain::guide::session::Screen;
use crate::text::{exercises, player};
use crate::view::parts::fresh_text;

/// How far the session has come.
#[component]
pub fn CourseLine(
    /// The moment that is shown.
    screen: Memo<Screen>,
) -> AnyView {
    let course = Memo::new(move |_| screen.get().course);
    let done = move || {
        let course = course.get();
        ((course.number - 1) * 1_000 + course.share).to_string()
    };
    let all = move || (course.get().count * 1_000).to_string();
    let pieces = move || course.get().count.to_string();
    let place = move || {
        let course = course.get();
        player::place(
            course.number,
            course.count,
            course.next.map(exercises::name),
        )
    };
    let left = move || player::minutes_left(course.get().minutes_left);
    view! {
        <progress class="bar course" prop:max=all prop:value=done style=("--pieces", pieces) aria-hidden="true" />
        <p class="course__words">
            <span>{fresh_text(place)}</span>
            <span>{fresh_text(left)}</span>
        </p>
    }
    .into_any()
}
