//! The six exercises as cards (decision 36).

use leptos::prelude::*;

use crate::domain::app::route::Route;
use crate::domain::figure::Build;
use crate::domain::record::settings::Settings;
use crate::domain::routine::Exercise;
use crate::text::{exercises, routine};
use crate::view::parts::{ButtonLink, Page, Picture, Tag, fresh, fresh_text};

/// The list, in the chosen order (fact 10), with the reason to do both kinds (fact 4).
#[component]
pub fn RoutinePage(
    /// Gives the order, the amounts and the look of the person in the pictures.
    #[prop(into)]
    settings: Signal<Settings>,
    /// The last result of each exercise in words, in the order of [`Exercise::ALL`].
    #[prop(optional)]
    last: [Option<String>; 6],
    /// What is in today's session.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let cards = move || {
        let settings = settings.get();
        let card = |exercise: Exercise| {
            let amount = exercises::amount(exercise, settings.dose(exercise));
            card(
                exercise,
                &amount,
                last[exercise.index()].clone(),
                settings.build,
            )
        };
        fresh(settings.exercises().map(card).into_iter().collect_view())
    };
    let in_order = move || routine::in_order(settings.get().order);
    view! {
        <Page title=routine::TITLE back=Route::Today>
            <p>{fresh_text(in_order)}</p>
            <ol class="plain-list stack">{cards}</ol>
            <p class="box box--calm">{routine::BOTH_KINDS}</p>
            {children.map(|children| children())}
            <ButtonLink words=routine::PRINT to=Route::Print />
        </Page>
    }
    .into_any()
}

fn card(exercise: Exercise, amount: &str, last: Option<String>, person: Build) -> AnyView {
    let words = exercises::words(exercise);
    view! {
        <li>
            <a class="exercise-card" href=Route::Exercise(exercise).hash()>
                <Picture exercise person marks=false />
                <span class="exercise-card__head">
                    <b class="exercise-card__name">{exercise.number()} ". " {words.name}</b>
                    <Tag kind=exercise.kind() />
                    <span>{routine::capital(amount)}</span>
                </span>
                <span class="exercise-card__words">
                    <span>{words.does}</span>
                    {last.map(|last| view! { <span class="muted">{last}</span> })}
                </span>
            </a>
        </li>
    }
    .into_any()
}
