//! The numbers of a session, each with −1 and +1 (decision 27). Day page and Finish share it.

use leptos::prelude::*;

use super::names::{attempt_words, set_name};
use crate::domain::record::history::{Counted, SetResult};
use crate::domain::routine::dose::Dose;
use crate::text::{exercises, finish, history as words};
use crate::view::parts::{fresh, fresh_text};

/// A table of sets whose numbers can be changed.
#[component]
pub fn Sets(
    /// The sets, in the order of the session. Their number does not change while the table stands.
    results: Signal<Vec<SetResult>>,
    /// Moves the number of the set at this index by so many steps.
    on_correct: Callback<(usize, i8)>,
) -> impl IntoView {
    let rows = move || {
        let count = results.with(Vec::len);
        (0..count)
            .map(|index| view! { <SetRow results index on_correct /> })
            .collect_view()
    };
    // Only another session has another number of sets: the buttons keep the focus when one is used.
    let count = Memo::new(move |_| results.with(Vec::len));
    view! {
        <table class="sets">
            <thead>
                <tr>
                    <th scope="col">{finish::EXERCISE}</th>
                    <th scope="col">{finish::NUMBER}</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    count.track();
                    fresh(untrack(rows))
                }}
            </tbody>
        </table>
    }
}

#[component]
fn SetRow(
    results: Signal<Vec<SetResult>>,
    index: usize,
    on_correct: Callback<(usize, i8)>,
) -> impl IntoView {
    let set = Memo::new(move |_| results.with(|results| results.get(index).copied()));
    let say = move |words: fn(SetResult) -> String| {
        fresh_text(move || set.get().map_or_else(String::new, words))
    };
    let attempt = move || set.get().and_then(attempt_words);
    view! {
        <tr>
            <th scope="row">
                {say(|set| set_name(set.exercise, set.side))}
                {move || attempt().map(|words| fresh(view! { <span class="muted">" ("{words}")"</span> }))}
            </th>
            <td>
                <div class="stepper">
                    <StepButton set on_step=move || on_correct.run((index, -1)) up=false />
                    <output>{say(number)}</output>
                    <StepButton set on_step=move || on_correct.run((index, 1)) up=true />
                </div>
                <p class="muted">{say(counted_words)}</p>
            </td>
        </tr>
    }
}

#[component]
fn StepButton(
    set: Memo<Option<SetResult>>,
    on_step: impl Fn() + 'static,
    up: bool,
) -> impl IntoView {
    let words = move || {
        let step = set.get().map_or(1, |set| set.target.correction_step());
        match (up, step > 1) {
            (false, false) => finish::FEWER,
            (true, false) => finish::MORE,
            (false, true) => finish::FEWER_SECONDS,
            (true, true) => finish::MORE_SECONDS,
        }
    };
    // A press that changes nothing says why.
    let is_most = move || {
        let source = |set: SetResult| Dose::of_source(set.exercise).number();
        up && set.get().is_some_and(|set| set.done >= source(set))
    };
    let label = move || {
        let set = set.get()?;
        let name = words::change_number(words(), &set_name(set.exercise, set.side));
        Some(if is_most() {
            [&name, ", ", &finish::is_the_most(set.done)].concat()
        } else {
            name
        })
    };
    view! {
        <button class="button" type="button" aria-label=label aria-disabled=move || is_most().then_some("true") on:click=move |_| on_step()>
            {fresh_text(words)}
        </button>
    }
}

/// "18 of 25"; a number above a lowered target stands alone.
fn number(set: SetResult) -> String {
    let target = set.target.number();
    if set.done > target {
        return set.done.to_string();
    }
    finish::done_of(set.done, target)
}

fn counted_words(set: SetResult) -> String {
    let unit = exercises::unit(set.exercise, set.done);
    let how = match (set.done, set.counted) {
        (0, _) => return finish::SKIPPED.to_owned(),
        (_, Counted::ByApp) => finish::COUNTED_BY_APP,
        (_, Counted::ByHand) => finish::COUNTED_BY_HAND,
        (_, Counted::Corrected) => finish::CORRECTED,
    };
    [unit, ", ", how].concat()
}
