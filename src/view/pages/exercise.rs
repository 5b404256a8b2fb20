//! The page of one exercise: to read it, to practise it alone, or to skip it (interaction 1.4).

use leptos::prelude::*;

use crate::domain::route::Route;
use crate::domain::routine::Exercise;
use crate::domain::settings::Settings;
use crate::text::{exercises, routine};
use crate::view::figure::FigureStudy;
use crate::view::parts::{Button, CareBox, Look, Page, Steps, WarningBox};

/// The page of one exercise.
#[component]
pub fn ExercisePage(
    /// Which one.
    exercise: Exercise,
    /// Gives the amount, how an inch is written, and the look of the person in the pictures.
    settings: Settings,
    /// Whether it was stopped for pain last time.
    #[prop(default = false)]
    hurt_last_time: bool,
    /// Whether it starts as skipped in the next session.
    #[prop(default = false)]
    skipped: bool,
    /// "Practise this one".
    #[prop(into)]
    on_practise: Callback<()>,
    /// "Skip this exercise", or take that back.
    #[prop(into)]
    on_skip: Callback<()>,
    /// The exercise's own settings, where there are any.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let words = exercises::words(exercise);
    let amount = exercises::amount(exercise, settings.dose(exercise));
    let skip = if skipped {
        routine::DO_NOT_SKIP
    } else {
        routine::SKIP
    };
    view! {
        <Page title=words.name back=Route::Routine>
            <p class="muted">{summary(exercise, &amount)}</p>
            {hurt_last_time.then(|| view! { <WarningBox words=routine::HURT_LAST_TIME /> })}
            <FigureStudy exercise person=settings.build movement=settings.motion inch=settings.inch />
            <p class="lead">{words.does}</p>
            <h2>{routine::HOW_TO}</h2>
            <Steps exercise=exercise inch=settings.inch />
            <WarningBox title=routine::TAKE_CARE words=words.caution />
            {extras(exercise, &settings)}
            {children.map(|children| children())}
            <div class="stack">
                <Button words=routine::PRACTISE look=Look::Main on_press=on_practise />
                <Button words=skip on_press=on_skip />
            </div>
        </Page>
    }
    .into_any()
}

/// "Exercise 2 of 6. Stretch. 5 breaths each side."
pub(super) fn summary(exercise: Exercise, amount: &str) -> String {
    routine::summary(exercise.number(), exercises::tag(exercise.kind()), amount)
}

/// The variety (fact 44) and the question after both sides (fact 29).
pub(super) fn extras(exercise: Exercise, settings: &Settings) -> AnyView {
    let words = exercises::words(exercise);
    let inch = settings.inch;
    view! {
        {words
            .variety
            .map(|line| view! { <CareBox title=routine::FOR_A_CHANGE words=line.get(inch) /> })}
        {words.after.map(|line| view! { <CareBox title=routine::AFTERWARDS words=line /> })}
    }
    .into_any()
}
