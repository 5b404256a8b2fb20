//! The whole routine to read in one go: on paper, and below Today when no script runs.

use leptos::prelude::*;

use super::exercise::{extras, summary};
use crate::browser::page;
use crate::domain::app::route::Route;
use crate::domain::record::settings::Settings;
use crate::domain::routine::Exercise;
use crate::text::{about, common, exercises, routine, today};
use crate::view::parts::{Button, Look, Page, Picture, Steps};
use crate::view::shell::PICTURES_FILE;
use crate::view::store::Store;

/// The page.
pub fn page(store: Store) -> AnyView {
    let settings = store.read(|app| app.settings.clone());
    view! { <PrintPage settings on_print=page::print /> }.into_any()
}

/// The routine on paper.
#[component]
pub fn PrintPage(
    /// Gives the order, the amounts and how an inch is written.
    settings: Settings,
    /// Opens the browser's print dialog.
    #[prop(into)]
    on_print: Callback<()>,
) -> AnyView {
    view! {
        <Page title=common::APP back=Route::Routine>
            <Button words=routine::PRINT look=Look::Main on_press=on_print />
            <PrintedRoutine settings pictures=true />
        </Page>
    }
    .into_any()
}

/// The doctor's line, the caution about pain, and all six exercises with their steps.
#[component]
pub fn PrintedRoutine(
    /// Gives the order, the amounts, how an inch is written and who is in the pictures.
    settings: Settings,
    /// Whether the pictures are drawn here. They are four fifths of the bytes, so that the shell shows
    /// those of a file, and only where the app does not start.
    pictures: bool,
) -> AnyView {
    let all = settings
        .exercises()
        .into_iter()
        .map(|exercise| one(exercise, &settings, pictures))
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="routine">
            <h2 id="routine">{routine::TITLE}</h2>
            <p class="box">{routine::PRINT_DOCTOR} " " {routine::PRINT_STOP}</p>
            <p>{routine::in_order(settings.order)} " " {today::YOU_NEED}</p>
            <p>{routine::BOTH_KINDS}</p>
            {all}
            <p class="muted">{about::BY} " " {about::OWN_WORDS}</p>
        </section>
    }
    .into_any()
}

fn one(exercise: Exercise, settings: &Settings, pictures: bool) -> AnyView {
    let words = exercises::words(exercise);
    let amount = exercises::amount(exercise, settings.dose(exercise));
    view! {
        <section class="flow printed">
            <h3>{exercise.number()} ". " {words.name}</h3>
            <p class="muted">{summary(exercise, &amount)}</p>
            {if pictures {
                view! { <Picture exercise person=settings.build /> }.into_any()
            } else {
                picture_of_file(exercise)
            }}
            <p>{words.does}</p>
            <Steps exercise inch=settings.inch dose=settings.dose(exercise) />
            <p class="box">{words.caution}</p>
            {extras(exercise, settings)}
        </section>
    }
    .into_any()
}

/// Where no script runs, the browser shows it; where the app does not start, assets/rescue.js does.
fn picture_of_file(exercise: Exercise) -> AnyView {
    let address = ["./", PICTURES_FILE, "#", exercise.slug()].concat();
    view! {
        <noscript>
            <img class="picture" src=address alt="" />
        </noscript>
    }
    .into_any()
}
