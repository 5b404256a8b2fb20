//! How a session runs, and what each exercise asks for.

use leptos::prelude::*;

use super::fields::{Choice, Form, Stepper};
use crate::browser::vibration;
use crate::domain::app::route::Route;
use crate::domain::record::safety::SafetyPage;
use crate::domain::record::settings::{
    Advance, Counting, Hands, Order, Settings, TighterSide, Waits,
};
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::{Reps, Seconds};
use crate::domain::routine::pace::Pace;
use crate::text::{exercises, help, settings as words};
use crate::view::parts::ButtonLink;

pub(super) fn session(form: Form) -> AnyView {
    let waits = Choice::new(
        words::WAITS,
        Waits::ALL,
        words::waits,
        |settings| settings.waits,
        |settings, waits| settings.waits = waits,
    );
    let advance = Choice::new(
        words::ADVANCE,
        Advance::ALL,
        words::advance,
        |settings| settings.advance,
        |settings, advance| settings.advance = advance,
    );
    let counting = Choice::new(
        words::COUNTING,
        Counting::ALL,
        words::counting,
        |settings| settings.counting,
        |settings, counting| settings.counting = counting,
    );
    let tighter = Choice::new(
        words::TIGHTER,
        TighterSide::ALL,
        words::tighter,
        |settings| settings.tighter,
        |settings, tighter| settings.tighter = tighter,
    );
    let hands = Choice::new(
        words::hands(Hands::OneOnChair),
        Hands::ALL,
        words::hands,
        |settings| settings.hands,
        |settings, hands| settings.hands = hands,
    );
    let order = Choice::new(
        words::order(Order::FloorTogether),
        Order::ALL,
        words::order,
        |settings| settings.order,
        |settings, order| settings.order = order,
    );
    view! {
        {waits.radios(form, "waits")}
        {advance.radios(form, "advance")}
        {counting.radios(form, "counting")}
        {tighter.radios(form, "tighter")}
        {hands.toggle(form)}
        {order.toggle(form)}
        {vibration(form)}
        {each_exercise(form)}
        <ButtonLink words=words::SAFETY_AGAIN to=Route::Safety(SafetyPage::Damage) />
    }
    .into_any()
}

/// The settings of one exercise: how much, how fast, and the variety of Imaginary Chair.
#[component]
pub fn ExerciseSettings(
    /// Which one.
    exercise: Exercise,
    /// What is chosen now.
    #[prop(into)]
    settings: Signal<Settings>,
    /// Takes the settings with one change.
    #[prop(into)]
    on_change: Callback<Settings>,
) -> AnyView {
    let form = Form {
        settings,
        on_change,
    };
    exercise_fields(form, exercise)
}

/// Folded away, one exercise each: otherwise they would be half of the page.
fn each_exercise(form: Form) -> AnyView {
    let exercises = Exercise::ALL.into_iter().map(|exercise| {
        view! {
            <details class="more">
                <summary class="button">{exercises::name(exercise)}</summary>
                <div class="flow">{exercise_fields(form, exercise)}</div>
            </details>
        }
    });
    view! {
        <details class="more">
            <summary class="button">{words::PACE_AND_TARGETS}</summary>
            <div class="flow">{exercises.collect_view()}</div>
        </details>
    }
    .into_any()
}

fn exercise_fields(form: Form, exercise: Exercise) -> AnyView {
    let pace = Choice::by(
        words::PACE,
        &Pace::ALL,
        words::pace,
        move |settings| settings.pace(exercise),
        move |settings, pace| settings.pace[exercise.index()] = pace,
    );
    let wiggle = Choice::switch(
        words::WIGGLE,
        |settings| settings.wiggle,
        |settings, wiggle| settings.wiggle = wiggle,
    );
    let has_wiggle = exercise == Exercise::ImaginaryChair;
    view! {
        {target(exercise).map(|target| target.view(form))}
        {pace.list(form, ["pace-", &exercise.number().to_string()].concat())}
        {has_wiggle.then(|| wiggle.toggle(form))}
    }
    .into_any()
}

/// The five breaths of a stretch are the source's (facts 26 and 60) and stay.
fn target(exercise: Exercise) -> Option<Stepper> {
    let (min, max, step) = match exercise {
        Exercise::QuadPull | Exercise::HamstringReach => return None,
        Exercise::ImaginaryChair => (Seconds::MIN.get(), Seconds::MAX.get(), 5),
        _ => (Reps::MIN.get(), Reps::MAX.get(), 1),
    };
    let amount = move |number| {
        let mut settings = Settings::default();
        settings.set_dose(exercise, number);
        exercises::amount(exercise, settings.dose(exercise))
    };
    Some(Stepper {
        label: words::TARGET,
        min,
        max,
        step,
        words: Box::new(amount),
        get: Box::new(move |settings| settings.dose(exercise).number()),
        set: Box::new(move |settings, number| settings.set_dose(exercise, number)),
    })
}

fn vibration(form: Form) -> AnyView {
    if !vibration::is_supported() {
        return view! { <p class="muted">{help::NO_VIBRATION}</p> }.into_any();
    }
    let vibration = Choice::switch(
        words::VIBRATION,
        |settings| settings.vibration,
        |settings, on| settings.vibration = on,
    );
    vibration.toggle(form)
}
