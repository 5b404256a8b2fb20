//! Settings (decision 43): a menu, and a page for each row. Every change applies at once; the app saves
//! it and says so.

mod fields;
mod session;
mod voice;

use leptos::prelude::*;

use self::fields::{Choice, Form, Stepper};
pub use self::session::ExerciseSettings;
use self::session::session;
pub use self::voice::{VoiceChoice, test_voice};
use self::voice::{speed, voice_volume};
use crate::domain::app::Event;
use crate::domain::app::route::{Part, Route};
use crate::domain::figure::{Build, Key, Motion as Move, Picture};
use crate::domain::record::settings::{
    Colours, Inch, Motion, Settings, Skin, Speaker, TextSize, VoiceLevel,
};
use crate::domain::routine::{Exercise, Side};
use crate::text::settings as words;
use crate::text::{common, data, figure, player};
use crate::view::figure::Figure;
use crate::view::parts::{Button, ButtonLink, Page, fresh_text};
use crate::view::store::Store;

/// The menu. It leads back to the session that is paused, if there is one.
pub fn page(store: Store) -> AnyView {
    let settings = store.watch(|app| app.settings.clone());
    let row = move |title: &'static str, to: Route, chosen: fn(&Settings) -> String| {
        view! {
            <a class="session-link" href=to.hash()>
                <b>{title}</b>
                {fresh_text(move || settings.with(chosen))}
            </a>
        }
    };
    let part = move |part: Part, chosen| row(part_title(part), Route::Setting(part), chosen);
    view! {
        <Page title=words::TITLE back=back(store, Route::More)>
            <nav class="stack" aria-label=words::TITLE>
                {part(Part::Voice, |it| words::both(words::speaker(it.speaker), words::level(it.level)))}
                {part(Part::Session, |it| words::counting(it.counting).to_owned())}
                {part(Part::Letters, |it| words::both(words::text_size(it.text_size), words::colours(it.colours)))}
                {part(Part::Pictures, |it| words::motion_is(it.motion).to_owned())}
                {row(data::TITLE, Route::Data, |_| words::DATA_WHAT.to_owned())}
            </nav>
            {put_back(store)}
        </Page>
    }
    .into_any()
}

/// To the session that is paused, if there is one.
fn back(store: Store, otherwise: Route) -> Route {
    if store.read(|app| app.live.is_some()) {
        Route::Session
    } else {
        otherwise
    }
}

/// One row of the menu, on a page of its own.
pub fn part(store: Store, part: Part) -> AnyView {
    let voice = VoiceChoice::of(store);
    let form = Form {
        settings: voice.settings,
        on_change: voice.on_change,
    };
    let fields = match part {
        Part::Voice => view! { {speaking(form, voice, store)} {tones(form)} }.into_any(),
        Part::ChangeVoice => {
            let all = view! { <ButtonLink words=words::ALL to=Route::Settings /> };
            view! { {spoken(form, voice, store)} {all} }.into_any()
        }
        Part::Session => session(form),
        Part::Letters => letters(form),
        Part::Pictures => pictures(form),
    };
    view! {
        <Page title=part_title(part) back=back(store, Route::Settings)>{fields}</Page>
    }
    .into_any()
}

const fn part_title(part: Part) -> &'static str {
    match part {
        Part::Voice => words::VOICE,
        Part::ChangeVoice => player::CHANGE_VOICE,
        Part::Session => words::SESSION,
        Part::Letters => words::LETTERS,
        Part::Pictures => words::PICTURES,
    }
}

fn speaking(form: Form, voice: VoiceChoice, store: Store) -> AnyView {
    let speaker = Choice::new(
        words::WHO_SPEAKS,
        Speaker::ALL,
        words::speaker,
        |settings| settings.speaker,
        |settings, speaker| settings.speaker = speaker,
    );
    view! {
        {spoken(form, voice, store)}
        {voice_volume().view(form)}
        {speaker.radios(form, "speaker")}
    }
    .into_any()
}

/// What is wanted of the voice in a pause.
fn spoken(form: Form, voice: VoiceChoice, store: Store) -> AnyView {
    let level = Choice::new(
        words::HOW_MUCH,
        VoiceLevel::ALL,
        words::level,
        |settings| settings.level,
        |settings, level| settings.level = level,
    );
    view! {
        <Button words=words::TEST on_press=move |()| test_voice(store) />
        {voice.view()}
        {speed().view(form)}
        {level.radios(form, "level")}
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
        {music.toggle(form)}
        <p class="muted">{words::KEEP_MUSIC_WHY}</p>
    }
    .into_any()
}

fn letters(form: Form) -> AnyView {
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
        <div class="sizes">{text_size.radios(form, "text-size")}</div>
        {colours.radios(form, "colours")}
        {inch.radios(form, "inch")}
    }
    .into_any()
}

fn pictures(form: Form) -> AnyView {
    let motion = Choice::new(
        words::MOTION,
        Motion::ALL,
        words::motion,
        |settings| settings.motion,
        |settings, motion| settings.motion = motion,
    );
    view! {
        {person(form)}
        {motion.radios(form, "motion")}
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
        <div class="study__picture">
            <Figure picture motion=Move::Still(Key::Lift) decorative=true />
        </div>
        {build.radios(form, "build")}
        {skin.radios(form, "skin")}
    }
    .into_any()
}

/// Undo stands until another setting is changed.
fn put_back(store: Store) -> AnyView {
    let can_undo = store.watch(|app| app.settings_before.is_some());
    let on_reset = move |()| store.save(Event::ResetSettings);
    let on_undo = move |()| store.save(Event::UndoReset);
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
