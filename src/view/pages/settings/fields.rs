//! The few kinds of field that Settings is made of. A field reads the settings and hands back a
//! changed copy at once; it keeps nothing.
//!
//! Fields are plain functions over indexes and numbers: one copy of each in the download, however
//! many settings there are.

use leptos::prelude::*;

use crate::domain::record::settings::Settings;
use crate::text::settings;
use crate::view::parts::fresh_text;

/// Where fields read and what they call.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) settings: Signal<Settings>,
    pub(super) on_change: Callback<Settings>,
}

impl Form {
    fn change(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.on_change.run(settings);
    }
}

type Getter<T> = Box<dyn Fn(&Settings) -> T + Send + Sync>;
type Setter<T> = Box<dyn Fn(&mut Settings, T) + Send + Sync>;

/// One of a few, as radio buttons or in a drop-down list.
pub(super) struct Choice {
    legend: &'static str,
    labels: Vec<String>,
    get: Getter<usize>,
    set: Setter<usize>,
}

impl Choice {
    /// A choice among `all`, in this order.
    pub(super) fn new<T: Copy + PartialEq + Send + Sync + 'static>(
        legend: &'static str,
        all: &'static [T],
        words: fn(T) -> &'static str,
        get: fn(&Settings) -> T,
        set: fn(&mut Settings, T),
    ) -> Self {
        Self::by(legend, all, words, get, set)
    }

    /// The same with closures that know, for instance, which exercise is meant.
    pub(super) fn by<T: Copy + PartialEq + Send + Sync + 'static>(
        legend: &'static str,
        all: &'static [T],
        words: fn(T) -> &'static str,
        get: impl Fn(&Settings) -> T + Send + Sync + 'static,
        set: impl Fn(&mut Settings, T) + Send + Sync + 'static,
    ) -> Self {
        Self {
            legend,
            labels: all.iter().map(|choice| words(*choice).to_owned()).collect(),
            get: Box::new(move |settings| {
                let chosen = get(settings);
                all.iter().position(|one| *one == chosen).unwrap_or(0)
            }),
            set: Box::new(move |settings, index| {
                if let Some(one) = all.get(index) {
                    set(settings, *one);
                }
            }),
        }
    }

    /// On or off.
    pub(super) fn switch(
        legend: &'static str,
        get: fn(&Settings) -> bool,
        set: fn(&mut Settings, bool),
    ) -> Self {
        Self::new(legend, &[false, true], settings::on_off, get, set)
    }

    /// The device's best voice, or one of these by its name.
    pub(super) fn voice(names: Vec<String>) -> Self {
        let mut labels = vec![settings::BEST_VOICE.to_owned()];
        labels.extend(names.iter().cloned());
        let offered = names.clone();
        Self {
            legend: settings::WHICH_VOICE,
            labels,
            get: Box::new(move |settings| {
                let wanted = settings.voice.as_ref();
                let index = offered.iter().position(|name| Some(name) == wanted);
                index.map_or(0, |index| index + 1)
            }),
            set: Box::new(move |settings, index| {
                settings.voice = index
                    .checked_sub(1)
                    .and_then(|index| names.get(index).cloned());
            }),
        }
    }

    /// As radio buttons; `name` holds them together and is the only one of its kind on the page.
    pub(super) fn radios(self, form: Form, name: &'static str) -> AnyView {
        let (chosen, pick) = signals(form, self.get, self.set);
        let options = self.labels.into_iter().enumerate();
        let options = options.map(|(index, label)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name
                        prop:checked=move || chosen.get() == index
                        on:change=move |_| pick.run(index)
                    />
                    <span>{label}</span>
                </label>
            }
        });
        view! {
            <fieldset>
                <legend>{self.legend}</legend>
                {options.collect_view()}
            </fieldset>
        }
        .into_any()
    }

    /// On or off as a switch.
    pub(super) fn toggle(self, form: Form) -> AnyView {
        let (chosen, pick) = signals(form, self.get, self.set);
        view! {
            <label class="choice switch">
                <span>{self.legend}</span>
                <input
                    type="checkbox"
                    role="switch"
                    prop:checked=move || chosen.get() == 1
                    on:change=move |event| pick.run(event_target_checked(&event).into())
                />
            </label>
        }
        .into_any()
    }

    /// As a drop-down list; `id` is the only one of its kind on the page.
    pub(super) fn list(self, form: Form, id: String) -> AnyView {
        let (chosen, pick) = signals(form, self.get, self.set);
        let options = self.labels.into_iter().enumerate();
        let options = options.map(|(index, label)| {
            view! {
                <option value=index.to_string() prop:selected=move || chosen.get() == index>
                    {label}
                </option>
            }
        });
        let on_change = move |event| {
            if let Ok(index) = event_target_value(&event).parse() {
                pick.run(index);
            }
        };
        view! {
            <div class="field">
                <label for=id.clone()>{self.legend}</label>
                <select id=id on:change=on_change>
                    {options.collect_view()}
                </select>
            </div>
        }
        .into_any()
    }
}

/// A number with a button on either side.
pub(super) struct Stepper {
    pub(super) label: &'static str,
    pub(super) min: u8,
    pub(super) max: u8,
    pub(super) step: u8,
    pub(super) words: Box<dyn Fn(u8) -> String + Send + Sync>,
    pub(super) get: Getter<u8>,
    pub(super) set: Setter<u8>,
}

impl Stepper {
    pub(super) fn view(self, form: Form) -> AnyView {
        let Self {
            min,
            max,
            step,
            words,
            ..
        } = self;
        let (number, pick) = signals(form, self.get, self.set);
        let less = move |_| pick.run(number.get_untracked().saturating_sub(step).max(min));
        let more = move |_| pick.run(number.get_untracked().saturating_add(step).min(max));
        view! {
            <div class="field" role="group" aria-label=self.label>
                <b aria-hidden="true">{self.label}</b>
                <div class="stepper">
                    <button
                        type="button"
                        class="button"
                        aria-label=settings::less(self.label)
                        on:click=less
                    >
                        "−"
                    </button>
                    <output>{fresh_text(move || words(number.get()))}</output>
                    <button
                        type="button"
                        class="button"
                        aria-label=settings::more(self.label)
                        on:click=more
                    >
                        "+"
                    </button>
                </div>
            </div>
        }
        .into_any()
    }
}

fn signals<T: PartialEq + Send + Sync + 'static>(
    form: Form,
    get: Getter<T>,
    set: Setter<T>,
) -> (Signal<T>, Callback<T>) {
    let value = Signal::derive(move || form.settings.with(&get));
    let pick = Callback::new(move |value| form.change(|settings| set(settings, value)));
    (value, pick)
}
