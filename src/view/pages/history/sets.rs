//! The numbers of a session, to read or to change (decision 27). Day page and Finish share it.

use leptos::prelude::*;

use super::names::{attempt_words, set_name};
use crate::domain::record::history::{Counted, SetResult};
use crate::domain::routine::dose::Dose;
use crate::text::{exercises, finish};
use crate::view::parts::{fresh, fresh_text};

/// The sets, each a group: "Quad Sway, right leg: 25 of 25. One fewer. One more." A table would read
/// its own rows and columns with every number.
#[component]
pub fn Sets(
    /// The sets, in the order of the session. Their number does not change while the list stands.
    results: Signal<Vec<SetResult>>,
    /// Whether the numbers can be changed.
    editing: Signal<bool>,
    /// Moves the number of the set at this index by so many steps.
    on_correct: Callback<(usize, i8)>,
) -> impl IntoView {
    let rows = move || {
        let count = results.with(Vec::len);
        (0..count)
            .map(|index| view! { <SetRow results editing index on_correct /> })
            .collect_view()
    };
    // Only another session has another number of sets: the buttons keep the focus when one is used.
    let count = Memo::new(move |_| results.with(Vec::len));
    view! {
        <div class="sets">
            {move || {
                count.track();
                fresh(untrack(rows))
            }}
        </div>
    }
}

#[component]
fn SetRow(
    results: Signal<Vec<SetResult>>,
    editing: Signal<bool>,
    index: usize,
    on_correct: Callback<(usize, i8)>,
) -> impl IntoView {
    let set = Memo::new(move |_| results.with(|results| results.get(index).copied()));
    let name = move || set.get().map_or_else(String::new, full_name);
    let number = move || set.get().map_or_else(String::new, number);
    let steppers = move || {
        editing.get().then(|| {
            let step = move |steps| move || on_correct.run((index, steps));
            view! {
                <StepButton set on_step=step(-1) up=false />
                <StepButton set on_step=step(1) up=true />
            }
        })
    };
    view! {
        <div class="set" role="group" aria-label=name>
            <b aria-hidden="true">{fresh_text(name)}</b>
            <output>{fresh_text(number)}</output>
            {steppers}
        </div>
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
    let most = move || {
        let set = set.get().filter(|_| up)?;
        (set.done >= Dose::of_source(set.exercise).number()).then_some(set.done)
    };
    let label = move || match most() {
        Some(most) => [words(), ", ", &finish::is_the_most(most)].concat(),
        None => words().to_owned(),
    };
    let is_most = move || most().map(|_| "true");
    view! {
        <button class="button" type="button" aria-label=label aria-disabled=is_most on:click=move |_| on_step()>
            {fresh_text(words)}
        </button>
    }
}

/// "Quad Sway, right leg", and which try it was.
fn full_name(set: SetResult) -> String {
    let name = set_name(set.exercise, set.side);
    match attempt_words(set) {
        Some(words) => [&name, " (", words, ")"].concat(),
        None => name,
    }
}

/// "18 of 25 sways"; a number above a lowered target stands alone.
fn number(set: SetResult) -> String {
    if set.done == 0 {
        return finish::SKIPPED.to_owned();
    }
    let target = set.target.number();
    let unit = exercises::unit(set.exercise, set.done.max(target));
    let number = if set.done > target {
        set.done.to_string()
    } else {
        finish::done_of(set.done.into(), target.into())
    };
    let mut words = [&number, " ", unit].concat();
    if set.counted == Counted::Corrected {
        words.push_str(", ");
        words.push_str(finish::CORRECTED);
    }
    words
}
