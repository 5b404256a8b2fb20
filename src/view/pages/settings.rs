//! Settings (decision 43). Every change applies at once; the app saves it and says so.

mod fields;
mod voice;

use leptos::prelude::*;

use self::fields::{Choice, Form, Stepper};
pub use self::voice::{VoiceChoice, test_voice};
use self::voice::{speed, voice_volume};
use crate::browser::vibration;
use crate::domain::app::Event;
use crate::domain::app::route::Route;
use crate::domain::figure::{Build, Key, Motion as Move, Picture};
use crate::domain::record::safety::SafetyPage;
use crate::domain::record::settings::{
    Advance, Colours, Counting, Hands, Inch, Motion, Order, Settings, Skin, Speaker, TextSize,
    TighterSide, VoiceLevel, Waits,
};
use crate::domain::routine::dose::{Reps, Seconds};
use crate::domain::routine::pace::Pace;
use crate::domain::routine::{Exercise, Side};
use crate::text::settings as words;
use crate::text::{common, exercises, figure, help};
use crate::view::figure::Figure;
use crate::view::parts::{Button, ButtonLink, Page, fresh_text};
use crate::view::store::Store;

/// What "Reset all settings" does; the app keeps what it needs for Undo.
#[derive(Clone, Copy)]
pub struct Reset {
    /// Puts everything back.
    pub on_reset: Callback<()>,
    /// Brings back what was chosen before.
    pub on_undo: Callback<()>,
    /// Whether there is something to bring back.
    pub can_undo: Signal<bool>,
}

/// The page. It leads back to the session that is paused, if there is one.
pub fn page(store: Store) -> AnyView {
    let can_undo = store.watch(|app| app.settings_before.is_some());
    let paused = store.read(|app| app.live.is_some());
    let back = if paused { Route::Session } else { Route::More };
    let reset = Reset {
        on_reset: Callback::new(move |()| store.save(Event::ResetSettings)),
        on_undo: Callback::new(move |()| store.save(Event::UndoReset)),
        can_undo: can_undo.into(),
    };
    view! {
        <SettingsPage
            back
            voice=VoiceChoice::of(store)
            can_vibrate=vibration::is_supported()
            reset
            on_test=move || test_voice(store)
        />
    }
    .into_any()
}

/// All settings.
#[component]
pub fn SettingsPage(
    /// Where Back leads: to the session that is paused, if there is one.
    back: Route,
    /// What is chosen now, and the voices.
    voice: VoiceChoice,
    /// Says and beeps something with the settings as they are.
    #[prop(into)]
    on_test: Callback<()>,
    /// Whether the device can vibrate.
    can_vibrate: bool,
    /// "Reset all settings" and its Undo.
    reset: Reset,
) -> AnyView {
    let form = Form {
        settings: voice.settings,
        on_change: voice.on_change,
    };
    view! {
        <Page title=words::TITLE back=back>
            {speaking(form, voice, on_test)}
            {tones(form)}
            {session(form)}
            {each_exercise(form)}
            {look(form, can_vibrate)}
            <ButtonLink words=words::SAFETY_AGAIN to=Route::Safety(SafetyPage::Damage) />
            {put_back(reset)}
        </Page>
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

fn speaking(form: Form, voice: VoiceChoice, on_test: Callback<()>) -> AnyView {
    let speaker = Choice::new(
        words::WHO_SPEAKS,
        Speaker::ALL,
        words::speaker,
        |settings| settings.speaker,
        |settings, speaker| settings.speaker = speaker,
    );
    let level = Choice::new(
        words::HOW_MUCH,
        VoiceLevel::ALL,
        words::level,
        |settings| settings.level,
        |settings, level| settings.level = level,
    );
    view! {
        <h2>{words::VOICE}</h2>
        {speaker.radios(form, "speaker")}
        {level.radios(form, "level")}
        {voice.view()}
        {speed().view(form)}
        {voice_volume().view(form)}
        <Button words=words::TEST on_press=on_test />
    }
    .into_any()
}

fn tones(form: Form) -> AnyView {
    let volume = Stepper {
        label: words::TONE_VOLUME,
        min: 0,
        max: 100,
        step: 10,
        words: Box::new(words::percent),
        get: Box::new(|settings| settings.tone_volume),
        set: Box::new(|settings, percent| settings.tone_volume = percent),
    };
    let music = Choice::switch(
        words::KEEP_MUSIC,
        |settings| settings.keep_music,
        |settings, keep| settings.keep_music = keep,
    );
    view! {
        <h2>{words::TONES}</h2>
        {volume.view(form)}
        {music.radios(form, "music")}
        <p class="muted">{words::KEEP_MUSIC_WHY}</p>
    }
    .into_any()
}

fn session(form: Form) -> AnyView {
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
        words::HANDS,
        Hands::ALL,
        words::hands,
        |settings| settings.hands,
        |settings, hands| settings.hands = hands,
    );
    let order = Choice::new(
        words::ORDER,
        Order::ALL,
        words::order,
        |settings| settings.order,
        |settings, order| settings.order = order,
    );
    view! {
        <h2>{words::SESSION}</h2>
        {waits.radios(form, "waits")}
        {advance.radios(form, "advance")}
        {counting.radios(form, "counting")}
        {tighter.radios(form, "tighter")}
        {hands.radios(form, "hands")}
        {order.radios(form, "order")}
    }
    .into_any()
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
        <h2>{words::PACE_AND_TARGETS}</h2>
        {exercises.collect_view()}
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
        {has_wiggle.then(|| wiggle.radios(form, "wiggle"))}
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

fn look(form: Form, can_vibrate: bool) -> AnyView {
    let motion = Choice::new(
        words::MOTION,
        Motion::ALL,
        words::motion,
        |settings| settings.motion,
        |settings, motion| settings.motion = motion,
    );
    let text_size = Choice::new(
        words::TEXT_SIZE,
        TextSize::ALL,
        words::text_size,
        |settings| settings.text_size,
        |settings, size| settings.text_size = size,
    );
    let colours = Choice::new(
        words::COLOURS,
        Colours::ALL,
        words::colours,
        |settings| settings.colours,
        |settings, colours| settings.colours = colours,
    );
    let inch = Choice::new(
        words::UNITS,
        Inch::ALL,
        words::inch,
        |settings| settings.inch,
        |settings, inch| settings.inch = inch,
    );
    view! {
        <h2>{words::LOOK}</h2>
        {motion.radios(form, "motion")}
        {text_size.radios(form, "text-size")}
        {colours.radios(form, "colours")}
        {inch.radios(form, "inch")}
        {vibration(form, can_vibrate)}
        {person(form)}
    }
    .into_any()
}

/// Who is in the pictures, with a picture that follows the choice.
fn person(form: Form) -> AnyView {
    let build = Choice::new(
        figure::BUILD,
        &Build::ALL,
        figure::build,
        |settings| settings.build,
        |settings, build| settings.build = build,
    );
    let skin = Choice::new(
        figure::SKIN,
        Skin::ALL,
        figure::skin,
        |settings| settings.skin,
        |settings, skin| settings.skin = skin,
    );
    let picture = Signal::derive(move || Picture {
        build: form.settings.with(|settings| settings.build),
        marks: false,
        ..Picture::new(Exercise::QuadSway, Side::Right)
    });
    view! {
        <h2>{figure::PERSON}</h2>
        <div class="study__picture">
            <Figure picture motion=Move::Still(Key::Lift) decorative=true />
        </div>
        {build.radios(form, "build")}
        {skin.radios(form, "skin")}
    }
    .into_any()
}

fn vibration(form: Form, can_vibrate: bool) -> AnyView {
    if !can_vibrate {
        return view! { <p class="muted">{help::NO_VIBRATION}</p> }.into_any();
    }
    let vibration = Choice::switch(
        words::VIBRATION,
        |settings| settings.vibration,
        |settings, on| settings.vibration = on,
    );
    vibration.radios(form, "vibration")
}

/// Undo stands until another setting is changed.
fn put_back(reset: Reset) -> AnyView {
    let Reset {
        on_reset,
        on_undo,
        can_undo,
    } = reset;
    let done = move || can_undo.get().then_some(words::RESET_DONE);
    view! {
        <Button words=words::RESET on_press=on_reset />
        <p role="status">{fresh_text(move || done().unwrap_or_default())}</p>
        {move || {
            can_undo.get().then(|| view! { <Button words=common::UNDO on_press=on_undo /> })
        }}
    }
    .into_any()
}
