//! How the legs compare, how the knees felt, where it hurt: shared by Progress and the page for the
//! doctor.

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::record::history::{Entry, Feel, Tighter};
use crate::domain::record::progress::{Asked, Balance, FeelTrend, Log, PainStop, TighterTrend};
use crate::domain::routine::Side;
use crate::text::{exercises, finish, progress as words};
use crate::view::pages::history::{feel_words, pain_words};
use crate::view::parts::fresh;

/// "Your left leg does 80% of what your right leg does. From 5 sessions."
pub(in crate::view) fn balance_words(balance: Balance) -> String {
    let comparison = match balance.behind {
        Side::Both => words::BOTH_EQUAL.to_owned(),
        leg => words::balance(
            exercises::leg(leg),
            exercises::leg(leg.other()),
            balance.percent,
        ),
    };
    [&comparison, " ", &words::from_sessions(balance.sessions)].concat()
}

const TIGHTER_ANSWERS: [(&str, Tighter); 3] = [
    (words::RIGHT, Tighter::Right),
    (words::LEFT, Tighter::Left),
    (words::BOTH_SAME, Tighter::Same),
];

/// How often each side of Quad Pull was the tighter one.
pub(in crate::view) fn tighter_line(trend: &TighterTrend) -> String {
    if trend.answers.is_empty() {
        return words::NO_ANSWERS.to_owned();
    }
    words::tally(TIGHTER_ANSWERS.map(|(name, answer)| (name, trend.count(answer))))
}

/// The tighter side, session by session, newest first.
pub(super) fn tighter_list(trend: TighterTrend) -> impl IntoView {
    let rows = trend.answers.into_iter().rev().map(|(day, told)| {
        let mut named = TIGHTER_ANSWERS.into_iter();
        let name = named.find_map(|(name, answer)| (answer == told).then_some(name));
        view! { <li>{dates::date(day)}": "{name}</li> }
    });
    view! { <ul class="bullets">{rows.collect_view()}</ul> }
}

/// How the knees felt, at the end and on the day after.
#[component]
pub(super) fn FeelTally(entries: Signal<Vec<Entry>>) -> impl IntoView {
    let sore = move || entries.with(|entries| Log::of(entries).sore_twice_in_a_row());
    view! {
        <h2>{words::KNEES}</h2>
        {move || fresh(entries.with(|entries| feelings(&Log::of(entries))))}
        {move || sore().then(|| view! { <p class="box">{words::SORE_TWICE}</p> })}
    }
}

/// Both questions, each with a dot for every answer, oldest first, and the sum in words.
fn feelings(log: &Log) -> impl IntoView + use<> {
    let asked = [
        (words::AT_THE_END, Asked::AtTheEnd),
        (words::THE_DAY_AFTER, Asked::TheDayAfter),
    ];
    asked.map(|(name, asked)| {
        let trend = log.feels(asked);
        let line = feel_line(&trend);
        let dots = trend.answers.into_iter().map(|(day, feel)| {
            let sign = match feel {
                Feel::Better => "+",
                Feel::MoreSore => "−",
                Feel::Same | Feel::NoAnswer => "=",
            };
            let label = words::answer(feel_words(feel), &dates::long(day));
            view! { <li class="knee" data-feel=sign><span role="img" aria-label=label>{sign}</span></li> }
        });
        view! {
            <p><b>{name}</b></p>
            <ol class="row plain-list" role="list">{dots.collect_view()}</ol>
            <p>{line}</p>
        }
    })
    .into_iter()
    .collect_view()
}

/// "Better: 2 times, The same: 1 time, More sore: 0 times."
pub(in crate::view) fn feel_line(trend: &FeelTrend) -> String {
    if trend.answers.is_empty() {
        return words::NO_ANSWERS.to_owned();
    }
    words::tally([
        (finish::BETTER, trend.count(Feel::Better)),
        (finish::THE_SAME, trend.count(Feel::Same)),
        (finish::MORE_SORE, trend.count(Feel::MoreSore)),
    ])
}

/// Every stop for pain, newest first.
#[component]
pub(super) fn PainStops(entries: Signal<Vec<Entry>>) -> impl IntoView {
    view! {
        <h2>{words::PAIN_STOPS}</h2>
        {move || fresh(pain_list(entries.with(|entries| Log::of(entries).pains())))}
    }
}

pub(in crate::view) fn pain_list(stops: Vec<PainStop>) -> AnyView {
    if stops.is_empty() {
        return view! { <p>{words::NO_PAIN_STOPS}</p> }.into_any();
    }
    let items = stops
        .into_iter()
        .map(|stop| view! { <li>{dates::date(stop.day)}": "{pain_words(stop.note)}</li> });
    view! { <ul class="bullets">{items.collect_view()}</ul> }.into_any()
}
