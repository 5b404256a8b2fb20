//! What the prerendered shell and the running Today share, so that nothing moves when the one
//! takes the other's place.

use leptos::prelude::*;

use super::{ButtonLink, Look, fresh_html, fresh_text};
use crate::domain::app::route::Route;
use crate::domain::day::Weekday;
use crate::domain::record::schedule::{Mark, MarkedDay, SESSIONS_A_WEEK, Week};
use crate::text::today;

/// The card at the top of Today: what today is, one sentence or two, and what to press.
/// Its height is the same in every state.
#[component]
pub fn TodayCard(
    /// "Ready for a session".
    #[prop(into)]
    title: String,
    /// The sentences below it.
    #[prop(into)]
    words: String,
    /// A quieter line, for instance what is needed.
    #[prop(into, optional)]
    note: Option<String>,
    /// The buttons, the main one first.
    children: Children,
) -> AnyView {
    view! {
        <section class="card today-card" aria-labelledby="today-state">
            <div class="flow">
                <h2 id="today-state">{fresh_text(move || title.clone())}</h2>
                <p>{fresh_text(move || words.clone())}</p>
                {note.map(|note| view! { <p class="muted">{fresh_text(move || note.clone())}</p> })}
            </div>
            <div class="stack">{children()}</div>
        </section>
    }
    .into_any()
}

/// Where the picture on Today is.
pub const FIGURE_ID: &str = "figure";

/// The picture on Today. Decoration: the words below it say what today is.
#[component]
pub fn TodayFigure(
    /// An SVG element.
    svg: String,
) -> AnyView {
    view! {
        <div
            id=FIGURE_ID
            class="today-figure no-print"
            aria-hidden="true"
            inner_html=svg
        ></div>
    }
    .into_any()
}

/// This week in seven named boxes; the words carry the meaning, colour repeats it.
#[component]
pub fn WeekView(
    /// The week around today; without it, as before the app has mounted, the boxes say nothing but
    /// take the same space.
    #[prop(optional)]
    week: Option<Week>,
) -> AnyView {
    let score = week.as_ref().map_or_else(
        || today::TWO_A_WEEK.to_owned(),
        |week| today::sessions_done(week.sessions, SESSIONS_A_WEEK),
    );
    let days = Weekday::ALL
        .into_iter()
        .enumerate()
        .map(|(index, monday_first)| {
            let day = week.as_ref().map(|week| week.days[index]);
            let weekday = day.map_or(monday_first, |day| day.day.weekday());
            let (class, word) = day.map_or(("week__day", ""), day_words);
            view! {
                <li class=class aria-current=day.is_some_and(|day| day.today).then_some("date")>
                    <b>{today::weekday(weekday)}</b>
                    {fresh_text(move || word)}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="this-week">
            <h2 id="this-week">{fresh_text(move || score.clone())}</h2>
            <ul class="week">{days}</ul>
        </section>
    }
    .into_any()
}

const fn day_words(day: MarkedDay) -> (&'static str, &'static str) {
    match (day.mark, day.today) {
        (Mark::Done, true) => (
            "week__day week__day--done week__day--today",
            today::DAY_DONE,
        ),
        (Mark::Done, false) => ("week__day week__day--done", today::DAY_DONE),
        (_, true) => ("week__day week__day--today", today::DAY_TODAY),
        (Mark::Rest, false) => ("week__day", today::DAY_REST),
        (Mark::Next, false) => ("week__day", today::DAY_NEXT),
        (Mark::Today | Mark::Open, false) => ("week__day", ""),
    }
}

/// Six SVG elements, once something can draw.
pub type Poses = Box<dyn Fn() -> String + Send + Sync>;

/// The three ways on from Today. The six exercises are seen; where nothing can draw yet, their room is
/// kept.
#[component]
pub fn TodayLinks(
    /// The six exercises at a glance.
    #[prop(optional)]
    poses: Option<Poses>,
) -> AnyView {
    let html = move || {
        let poses = poses.as_ref().map_or_else(String::new, |poses| poses());
        [
            today::SEE_EXERCISES,
            "<span aria-hidden=\"true\">",
            &poses,
            "</span>",
        ]
        .concat()
    };
    view! {
        <nav class="stack" aria-label=today::TITLE>
            <a class="button poses" href=Route::Routine.hash()>
                {fresh_html(html)}
            </a>
            <ButtonLink words=today::HISTORY to=Route::History />
            <ButtonLink words=today::MORE to=Route::More />
        </nav>
    }
    .into_any()
}

/// The main button of the neutral Today: `#/start` decides after mounting (decision 25).
#[component]
pub fn StartLink() -> AnyView {
    view! { <ButtonLink words=today::START look=Look::Main to=Route::Start /> }.into_any()
}
