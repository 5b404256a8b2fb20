//! Stopped for pain, and "End here?" (decisions 39 and 40).

use leptos::prelude::*;

use crate::domain::record::history::Place;
use crate::text::stop;
use crate::view::parts::{Button, Look, Page, WarningBox};

/// What to do after a stop for pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoppedChoice {
    /// Rest, then the next exercise.
    Next,
    /// This one again, slower, half of it.
    Gentler,
    /// End today's session.
    End,
}

/// What to do when asked whether to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndChoice {
    /// Back to the session.
    KeepGoing,
    /// End it; what was done is kept.
    Save,
    /// End it and keep nothing; asked twice.
    ThrowAway,
}

/// Stopped for pain (fact 5). Nothing runs while this page is up.
#[component]
pub fn StoppedPage(
    /// How much of the set was done, and what was asked for.
    done: (u8, u8),
    /// Whether it was stopped for pain the time before as well.
    #[prop(default = false)]
    again: bool,
    /// Takes the choice.
    #[prop(into)]
    on_choice: Callback<StoppedChoice>,
    /// Takes where it hurt, if the person says; may come more than once, the last one counts.
    #[prop(into)]
    on_place: Callback<Place>,
) -> AnyView {
    let did = (done.0 > 0).then(|| [" ", &stop::did(done.0, done.1)].concat());
    let choose = move |choice| move || on_choice.run(choice);
    view! {
        <Page title=stop::STOPPED>
            <p class="lead">{stop::COME_OUT}</p>
            <p>{stop::DO_NOT_PUSH} {did}</p>
            {again.then(|| view! { <p class="box box--calm">{stop::STARTS_AS_SKIP}</p> })}
            <h2>{stop::WHAT_NOW}</h2>
            <div class="stack">
                <Button
                    words=stop::REST_THEN_NEXT
                    look=Look::Main
                    on_press=choose(StoppedChoice::Next)
                />
                <Button words=stop::TRY_AGAIN on_press=choose(StoppedChoice::Gentler) />
                <Button words=stop::END_TODAY on_press=choose(StoppedChoice::End) />
            </div>
            {get_help_now()}
            <WarningBox title=stop::WHEN_TO_GET_HELP words=stop::TALK_TO_DOCTOR />
            {place(on_place)}
        </Page>
    }
    .into_any()
}

/// "End here?"
#[component]
pub fn EndPage(
    /// Nothing of it is kept (decision 28).
    #[prop(default = false)]
    practice: bool,
    /// Takes the choice.
    #[prop(into)]
    on_choice: Callback<EndChoice>,
) -> AnyView {
    let sure = RwSignal::new(false);
    let choose = move |choice| move || on_choice.run(choice);
    let (kept, end) = if practice {
        (stop::PRACTICE_IS_NOT_SAVED, stop::END_PRACTICE)
    } else {
        (stop::IS_SAVED, stop::END_AND_SAVE)
    };
    view! {
        <Page title=stop::END_HERE>
            <p>{kept}</p>
            <div class="stack">
                <Button
                    words=stop::KEEP_GOING
                    look=Look::Main
                    on_press=choose(EndChoice::KeepGoing)
                />
                <Button words=end on_press=choose(EndChoice::Save) />
                {(!practice)
                    .then(|| {
                        view! {
                            <Button words=stop::THROW_AWAY on_press=move || sure.set(true) />
                        }
                    })}
            </div>
            <div role="status">
                {move || sure.get().then(|| are_you_sure(choose(EndChoice::ThrowAway).into()))}
            </div>
        </Page>
    }
    .into_any()
}

fn are_you_sure(on_yes: Callback<()>) -> AnyView {
    view! {
        <div class="flow">
            <p class="box">{stop::SURE}</p>
            <Button words=stop::YES_THROW_AWAY look=Look::Danger on_press=on_yes />
        </div>
    }
    .into_any()
}

/// Decision 20: plain advice, no call is made.
fn get_help_now() -> AnyView {
    let list = stop::GET_HELP_LIST
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view();
    view! {
        <details class="more">
            <summary class="button">{stop::GET_HELP_NOW}</summary>
            <div class="flow">
                <p>{stop::GET_HELP_WHEN}</p>
                <ul class="bullets">{list}</ul>
                <p>{stop::GET_HELP_HOW}</p>
            </div>
        </details>
    }
    .into_any()
}

fn place(on_place: Callback<Place>) -> AnyView {
    let chosen = RwSignal::new(None);
    let choice = move |(place, words): (Place, &'static str)| {
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || if chosen.get() == Some(place) { "true" } else { "false" }
                on:click=move |_| {
                    chosen.set(Some(place));
                    on_place.run(place);
                }
            >
                {words}
            </button>
        }
    };
    let choices = [
        (Place::RightKnee, stop::RIGHT_KNEE),
        (Place::LeftKnee, stop::LEFT_KNEE),
        (Place::Elsewhere, stop::ELSEWHERE),
    ];
    view! {
        <h2 id="where">{stop::WHERE}</h2>
        <div class="stack" role="group" aria-labelledby="where">
            {choices.map(choice).into_iter().collect_view()}
        </div>
    }
    .into_any()
}
