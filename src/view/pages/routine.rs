//! The six exercises as cards (decision 36).

use leptos::prelude::*;

use super::choice::TodaysChoice;
use super::last_result;
use crate::domain::app::route::Route;
use crate::domain::app::{App, Event};
use crate::domain::figure::Build;
use crate::domain::record::progress::Log;
use crate::domain::record::settings::{Order, Settings};
use crate::domain::routine::Exercise;
use crate::text::{exercises, routine};
use crate::view::parts::{ButtonLink, Page, Picture, Tag, fresh, fresh_text};
use crate::view::store::Store;

/// The page, with today's choice.
pub fn page(store: Store) -> AnyView {
    let last = store.read(|app| {
        let log = Log::of(&app.entries);
        Exercise::ALL.map(|exercise| last_result::words(&log, exercise))
    });
    let order = move |together| {
        let order = if together {
            Order::FloorTogether
        } else {
            Order::Source
        };
        let settings = store.read(|app| app.settings.clone());
        store.save(Event::Change(Settings { order, ..settings }));
    };
    view! {
        <RoutinePage settings=store.watch(|app| app.settings.clone()) last>
            <TodaysChoice
                chosen=store.watch(|app| Exercise::ALL.map(|which| !app.is_left_out(which)))
                reasons=store.read(|app| Exercise::ALL.map(|which| app.skip_reason(which)))
                minutes=store.watch(App::session_minutes)
                on_change=move |which| store.send(Event::SkipToday(which))
                together=store.watch(|app| app.settings.order == Order::FloorTogether)
                on_together=order
            />
        </RoutinePage>
    }
    .into_any()
}

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
