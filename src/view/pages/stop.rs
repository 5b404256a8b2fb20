//! Stopped because of pain, and "End here?" (decisions 39 and 40).

use leptos::prelude::*;

use crate::domain::record::history::Place;
use crate::text::stop;
use crate::view::parts::{Button, Look, Page};

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

/// Stopped because of pain (fact 5). Nothing runs while this page is up.
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
            <p>{stop::REST_FIRST}</p>
            {again.then(|| view! { <p class="box box--calm">{stop::STARTS_AS_SKIP}</p> })}
            <h2>{stop::WHAT_NOW}</h2>
            <div class="stack">
                <Button
                    words=stop::READY_FOR_NEXT
                    look=Look::Main
                    on_press=choose(StoppedChoice::Next)
                />
                <Button words=stop::TRY_AGAIN on_press=choose(StoppedChoice::Gentler) />
                <p class="muted">{stop::ONLY_IF_GONE}</p>
                <Button words=stop::END_TODAY on_press=choose(StoppedChoice::End) />
            </div>
            {when_to_get_help()}
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
fn when_to_get_help() -> AnyView {
    let lists = [
        (stop::CALL_NOW, stop::CALL_NOW_LIST),
        (stop::HELP_TODAY, stop::HELP_TODAY_LIST),
        (stop::ASK_DOCTOR, stop::ASK_DOCTOR_LIST),
    ]
    .map(|(title, lines)| {
        let lines = lines.iter().map(|line| view! { <li>{*line}</li> });
        view! {
            <h3>{title}</h3>
            <ul class="bullets">{lines.collect_view()}</ul>
        }
    });
    view! {
        <h2>{stop::WHEN_TO_GET_HELP}</h2>
        {lists.into_iter().collect_view()}
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
