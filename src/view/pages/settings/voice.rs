//! The voices of this device: to choose one, and to hear it.

use leptos::prelude::*;

use super::fields::{Choice, Form, Stepper};
use crate::domain::app::Event;
use crate::domain::record::settings::Settings;
use crate::text::{help, safety, settings as words};
use crate::view::parts::fresh;
use crate::view::store::Store;

/// The voices of the device, and the one that is chosen.
#[derive(Clone, Copy)]
pub struct VoiceChoice {
    /// What is chosen now.
    pub settings: Signal<Settings>,
    /// Takes the settings with another voice.
    pub on_change: Callback<Settings>,
    /// The names of the voices that may be chosen.
    pub voices: Signal<Vec<String>>,
    /// Whether the device has none; the list comes late.
    pub missing: Signal<bool>,
}

impl VoiceChoice {
    /// Those of this device.
    pub fn of(store: Store) -> Self {
        // A change of the devices: the list of voices comes late.
        let devices = store.devices();
        let voices = Memo::new(move |_| {
            devices.track();
            let voices = store.with_driver(|driver| driver.voices());
            let names = voices.unwrap_or_default().into_iter();
            names.map(|voice| voice.name).collect::<Vec<_>>()
        });
        Self {
            settings: store.watch(|app| app.settings.clone()).into(),
            on_change: Callback::new(move |settings| store.save(Event::Change(settings))),
            voices: voices.into(),
            missing: Memo::new(move |_| devices.get().speech.is_missing()).into(),
        }
    }

    /// The list, or that there is none.
    pub fn view(self) -> AnyView {
        let Self {
            settings,
            on_change,
            voices,
            missing,
        } = self;
        let form = Form {
            settings,
            on_change,
        };
        let show = move || {
            fresh(match voices.get() {
                names if !names.is_empty() => Choice::voice(names).list(form, "voice".to_owned()),
                _ if missing.get() => view! { <p class="box">{help::NO_VOICE}</p> }.into_any(),
                _ => ().into_any(),
            })
        };
        show.into_any()
    }
}

/// Says the test words aloud.
pub fn test_voice(store: Store) {
    store.with_driver(|driver| driver.test_voice(safety::TEST_WORDS));
}

pub(super) fn speed() -> Stepper {
    Stepper {
        label: words::SPEED,
        min: *Settings::RATES.start(),
        max: *Settings::RATES.end(),
        step: 5,
        words: Box::new(words::percent),
        get: Box::new(|settings| settings.rate_percent),
        set: Box::new(|settings, percent| settings.rate_percent = percent),
    }
}

pub(super) fn voice_volume() -> Stepper {
    Stepper {
        label: words::VOICE_VOLUME,
        min: 0,
        max: 100,
        step: 10,
        words: Box::new(words::percent),
        get: Box::new(|settings| settings.voice_volume),
        set: Box::new(|settings, percent| settings.voice_volume = percent),
    }
}
