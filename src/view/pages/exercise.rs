//! The page of one exercise: to read it, to practise it alone, or to skip it (decision 37).

use leptos::prelude::*;

use super::settings::ExerciseSettings;
use crate::browser::dates;
use crate::browser::speech::SpeechState;
use crate::domain::app::route::Route;
use crate::domain::app::{Event, SkipReason};
use crate::domain::figure::{Build, Motion, Picture, telling};
use crate::domain::record::progress::Log;
use crate::domain::record::settings::Settings;
use crate::domain::routine::Exercise;
use crate::text::{exercises, figure, routine, stop};
use crate::view::figure::{Figure, FigureStudy};
use crate::view::parts::{Button, CareBox, Look, Page, Steps, WarningBox, fresh, fresh_text};
use crate::view::store::Store;

/// "Read it to me".
#[derive(Clone, Copy)]
pub struct Reading {
    /// Whether there is a voice.
    pub can: Signal<bool>,
    /// Whether it is reading.
    pub now: Signal<bool>,
    /// Starts to read, or stops.
    pub on_press: Callback<()>,
}

const READ: [&str; 2] = [routine::READ_IT, routine::STOP_READING];
const SKIP: [&str; 2] = [routine::SKIP, routine::DO_NOT_SKIP];

/// The page, with what the history knows of the exercise.
pub fn page(store: Store, which: Exercise) -> AnyView {
    let caution = store.read(|app| {
        let hurt = Log::of(&app.entries).hurt_last_time(which);
        caution(app.skip_reason(which), hurt)
    });
    let practised = store.read(|app| app.practised == Some(which));
    let settings = store.watch(|app| app.settings.clone());
    let on_change = move |settings| store.save(Event::Change(settings));
    view! {
        <ExercisePage
            exercise=which
            settings
            caution=caution
            practised
            reading=reading(store, which)
            skipped=store.watch(move |app| app.is_left_out(which))
            on_practise=move || store.send(Event::Practise(which))
            on_skip=move || store.send(Event::SkipToday(which))
        >
            <details class="more">
                <summary class="button">{routine::OWN_SETTINGS}</summary>
                <div class="flow">
                    <ExerciseSettings exercise=which settings on_change />
                </div>
            </details>
        </ExercisePage>
    }
    .into_any()
}

/// Reads the page aloud, until it is left.
fn reading(store: Store, which: Exercise) -> Reading {
    let devices = store.devices();
    let can = move |_: Option<&bool>| {
        let speech = devices.get().speech;
        matches!(speech, SpeechState::Ready | SpeechState::Blocked)
    };
    let now = Memo::new(move |_| devices.get().reading);
    let press = move |()| {
        let (inch, dose) = store.read(|app| (app.settings.inch, app.settings.dose(which)));
        let inch = dates::inch(inch);
        store.with_driver(|driver| {
            if now.get_untracked() {
                driver.stop_reading();
            } else {
                driver.read_aloud(&routine::read_aloud(which, inch, dose));
            }
        });
    };
    on_cleanup(move || {
        store.with_driver(|driver| driver.stop_reading());
    });
    Reading {
        can: Memo::new(can).into(),
        now: now.into(),
        on_press: Callback::new(press),
    }
}

/// The page of one exercise.
#[component]
pub fn ExercisePage(
    /// Which one.
    exercise: Exercise,
    /// Gives the amount, how an inch is written, and the look of the person in the pictures.
    #[prop(into)]
    settings: Signal<Settings>,
    /// What there is to mind before it is done again.
    #[prop(default = None)]
    caution: Option<&'static str>,
    /// Whether it was practised just now.
    #[prop(default = false)]
    practised: bool,
    /// Reads the page aloud, where that can be.
    #[prop(optional)]
    reading: Option<Reading>,
    /// Whether the next session leaves it out.
    #[prop(into, default = false.into())]
    skipped: Signal<bool>,
    /// "Practice this one".
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
    let amount = move || exercises::amount(exercise, settings.get().dose(exercise));
    let fixed = settings.get_untracked();
    let inch = fixed.inch;
    let steps = move || {
        let dose = settings.get().dose(exercise);
        fresh(view! { <Steps exercise inch dose /> })
    };
    let left_out = move || if skipped.get() { routine::LEFT_OUT } else { "" };
    view! {
        <Page title=words.name back=Route::Routine>
            {practised.then(|| view! { <CareBox words=routine::PRACTICE_DONE /> })}
            <p class="muted">{fresh_text(move || summary(exercise, &amount()))}</p>
            {caution.map(|words| view! { <WarningBox words /> })}
            <div class="split">
                <div class="flow">
                    <FigureStudy exercise person=fixed.build movement=fixed.motion inch=fixed.inch />
                    <Button words=routine::PRACTISE look=Look::Main on_press=on_practise />
                </div>
                <div class="flow">
                    <p class="lead">{words.does}</p>
                    <h2>{routine::HOW_TO}</h2>
                    {reading.map(|reading| switch(reading.can, reading.now, READ, reading.on_press))}
                    {steps}
                    {right_and_wrong(exercise, fixed.build)}
                    <WarningBox title=routine::TAKE_CARE words=words.caution />
                    {extras(exercise, &fixed)}
                    {children.map(|children| children())}
                    {switch(true.into(), skipped, SKIP, on_skip)}
                    <p role="status">{fresh_text(left_out)}</p>
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// The pose beside what the source warns of.
fn right_and_wrong(exercise: Exercise, build: Build) -> Option<AnyView> {
    let words = figure::right_and_wrong(exercise)?;
    let picture = Picture {
        build,
        marks: false,
        ..Picture::new(exercise, exercise.sides()[0])
    };
    let both = [
        (figure::LIKE_THIS, Motion::Still(telling(exercise))),
        (figure::NOT_LIKE_THIS, Motion::Wrong),
    ];
    let both = both.into_iter().zip(words).map(|((title, motion), words)| {
        view! {
            <figure data-right=(motion != Motion::Wrong).to_string()>
                <Figure picture motion decorative=true />
                <figcaption><b>{title}</b>" "{words}</figcaption>
            </figure>
        }
    });
    Some(view! { <div class="pair">{both.collect_view()}</div> }.into_any())
}

/// A button whose words tell what it does next, as long as it is shown.
fn switch(
    shown: Signal<bool>,
    on: Signal<bool>,
    words: [&'static str; 2],
    on_press: Callback<()>,
) -> AnyView {
    let button = move || {
        let words = words[usize::from(on.get())];
        shown.get().then(|| view! { <Button words on_press /> })
    };
    button.into_any()
}

/// What there is to mind before an exercise is done again.
pub(super) fn caution(reason: Option<SkipReason>, hurt_last_time: bool) -> Option<&'static str> {
    match reason {
        Some(SkipReason::Hurt) => Some(stop::STARTS_AS_SKIP),
        Some(SkipReason::Floor) => Some(routine::SKIPPED_FLOOR),
        None => hurt_last_time.then_some(routine::HURT_LAST_TIME),
    }
}

/// "Exercise 2 of 6. Stretch. 5 breaths each side."
pub(super) fn summary(exercise: Exercise, amount: &str) -> String {
    routine::summary(exercise.number(), exercises::tag(exercise.kind()), amount)
}

/// The variety (fact 44) and the question after both sides (fact 29).
pub(super) fn extras(exercise: Exercise, settings: &Settings) -> AnyView {
    let words = exercises::words(exercise);
    let inch = dates::inch(settings.inch);
    view! {
        {words
            .variety
            .map(|line| view! { <CareBox title=routine::FOR_A_CHANGE words=line.get(inch) /> })}
        {words.after.map(|line| view! { <CareBox title=routine::AFTERWARDS words=line /> })}
    }
    .into_any()
}
