//! The picture of an exercise's own page: it plays once, stops at a tap, and has a dot for each key pose.

use leptos::prelude::*;

use super::{MovingFigure, is_calm};
use crate::browser::dates;
use crate::domain::figure::{Build, Key, Motion, Picture, key_poses, telling};
use crate::domain::record::settings::{Inch, Motion as Movement};
use crate::domain::routine::{Exercise, Side};
use crate::text::figure::caption;
use crate::text::routine::{PLAY_PICTURE, STOP_PICTURE};
use crate::view::parts::fresh_text;

/// Time for each step into the start pose while the picture plays, in milliseconds.
const STEP_MS: f64 = 1600.0;
/// The picture plays by itself for so long: the way into the start pose, and one breath or a few reps.
const ONCE_MS: f64 = 13_800.0;

/// The whole movement, once by itself, and a dot for each key pose with its arrows, guides and caption.
#[component]
pub fn FigureStudy(
    /// What is shown.
    exercise: Exercise,
    /// Who shows it.
    #[prop(into)]
    person: Signal<Build>,
    /// What the settings say about motion.
    #[prop(into)]
    movement: Signal<Movement>,
    /// How one inch is written.
    #[prop(into)]
    inch: Signal<Inch>,
) -> impl IntoView {
    let play = Play::new(exercise, is_calm(movement.get_untracked()));
    let Play { shown, playing, .. } = play;
    let key = move |index| nth(exercise, index);
    let picture = Signal::derive(move || Picture {
        build: person.get(),
        centimeters: dates::inch(inch.get()) == Inch::Centimetres,
        ..Picture::new(exercise, first_side(exercise))
    });
    let words = move || {
        let unit = dates::inch(inch.get());
        shown
            .get()
            .map_or("", |index| caption(exercise, key(index)).get(unit))
    };
    let play_words = move || {
        if playing.get() {
            STOP_PICTURE
        } else {
            PLAY_PICTURE
        }
    };
    let dots = (0..key_poses(exercise).len()).map(|index| {
        view! {
            <button
                type="button"
                class="dot"
                aria-label=move || caption(exercise, key(index)).get(dates::inch(inch.get()))
                aria-pressed=move || (shown.get() == Some(index)).to_string()
                on:click=move |_| play.show(index)
            ></button>
        }
    });
    view! {
        <figure class="study">
            <div class="study__picture" on:click=move |_| play.toggle()>
                <MovingFigure picture motion=move |now_ms| play.motion(now_ms) running=playing movement/>
            </div>
            <div class="study__poses">
                <button type="button" class="button study__play" on:click=move |_| play.toggle()>
                    {fresh_text(play_words)}
                </button>
                {dots.collect_view()}
            </div>
            <figcaption class="study__caption" aria-live="polite">
                {fresh_text(words)}
            </figcaption>
        </figure>
    }
}

/// How far the picture has played.
#[derive(Clone, Copy)]
struct Play {
    exercise: Exercise,
    /// The key pose that is shown; without one, the moment that has been reached.
    shown: RwSignal<Option<usize>>,
    playing: RwSignal<bool>,
    reached_ms: StoredValue<f64>,
    started_ms: StoredValue<Option<f64>>,
}

impl Play {
    fn new(exercise: Exercise, calm: bool) -> Self {
        Self {
            exercise,
            shown: RwSignal::new(calm.then_some(0)),
            playing: RwSignal::new(!calm),
            reached_ms: StoredValue::new(0.0),
            started_ms: StoredValue::new(None),
        }
    }

    fn motion(self, now_ms: f64) -> Motion {
        if let Some(index) = self.shown.get() {
            return Motion::Still(nth(self.exercise, index));
        }
        if self.playing.get_untracked() {
            let started = self.started_ms.get_value();
            let started = started.unwrap_or(now_ms - self.reached_ms.get_value());
            self.started_ms.set_value(Some(started));
            self.reached_ms.set_value(now_ms - started);
            if now_ms - started >= ONCE_MS {
                self.show(told(self.exercise));
            }
        } else {
            self.started_ms.set_value(None);
        }
        whole(self.exercise, self.reached_ms.get_value())
    }

    fn show(self, index: usize) {
        self.started_ms.set_value(None);
        self.playing.set(false);
        self.shown.set(Some(index));
    }

    /// Stops at this moment, goes on from it, or begins again.
    fn toggle(self) {
        if self.shown.get_untracked().is_some() {
            self.reached_ms.set_value(0.0);
            self.shown.set(None);
        }
        self.playing.update(|on| *on = !*on);
    }
}

fn nth(exercise: Exercise, index: usize) -> Key {
    key_poses(exercise).nth(index).unwrap_or(Key::Stand)
}

/// The place of the pose that tells the exercise from the others.
fn told(exercise: Exercise) -> usize {
    let mut keys = key_poses(exercise);
    keys.position(|key| key == telling(exercise)).unwrap_or(0)
}

/// The side that is shown where one leg works.
fn first_side(exercise: Exercise) -> Side {
    match exercise {
        Exercise::QuadSway | Exercise::QuadPull => Side::Right,
        _ => Side::Both,
    }
}

/// The way into the start pose, then the movement over and over.
fn whole(exercise: Exercise, since_ms: f64) -> Motion {
    let setup_ms = STEP_MS * 3.0;
    if since_ms < setup_ms {
        return Motion::LeadIn(share(since_ms, setup_ms));
    }
    let since_ms = since_ms - setup_ms;
    match exercise {
        Exercise::QuadSway => Motion::Rep(share(since_ms, 2000.0)),
        Exercise::KneeBounces => Motion::Rep(share(since_ms, 1800.0)),
        Exercise::BunLift => Motion::Rep(share(since_ms, 3200.0)),
        Exercise::ImaginaryChair => Motion::Hold(Some(share(since_ms, 2400.0))),
        Exercise::QuadPull | Exercise::HamstringReach => Motion::Breath {
            phase: share(since_ms, 9000.0),
            inhale_share: 4.0 / 9.0,
        },
    }
}

/// Where a time is in a cycle, from 0 to 1.
#[expect(clippy::cast_possible_truncation, reason = "a share from 0 to 1")]
fn share(time_ms: f64, cycle_ms: f64) -> f32 {
    (time_ms / cycle_ms).fract() as f32
}
