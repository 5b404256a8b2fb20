//! Named days with a word each: Done, Rest, Today, Next.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::record::schedule::{Mark, MarkedDay};
use crate::text::today;
use crate::view::parts::fresh;

/// A box for each day.
#[component]
pub fn Boxes(
    /// The days, in order.
    days: Signal<Vec<MarkedDay>>,
) -> impl IntoView {
    view! {
        <ol class="week" role="list">
            {move || fresh(days.get().into_iter().map(day_box).collect_view())}
        </ol>
    }
}

fn day_box(day: MarkedDay) -> impl IntoView {
    let (class, word) = match day.mark {
        Mark::Done if day.today => (
            "week__day week__day--done week__day--today",
            today::DAY_DONE,
        ),
        Mark::Done => ("week__day week__day--done", today::DAY_DONE),
        Mark::Today => ("week__day week__day--today", today::DAY_TODAY),
        Mark::Next => ("week__day", today::DAY_NEXT),
        Mark::Rest => ("week__day", today::DAY_REST),
        Mark::Open => ("week__day", ""),
    };
    view! {
        <li class=class aria-current=day.today.then_some("date")>
            <b>{dates::weekday_short(day.day)}</b>
            <span>{word}</span>
        </li>
    }
}
