//! The picture of an exercise's own page: play it, stop it, or go through its key poses.

use std::cell::Cell;

use leptos::prelude::*;

use super::MovingFigure;
use crate::browser::dates;
use crate::domain::figure::{Build, Key, Motion, Picture, key_poses};
use crate::domain::record::settings::{Inch, Motion as Movement};
use crate::domain::routine::{Exercise, Side};
use crate::text::figure::{NEXT, PREVIOUS, caption};
use crate::text::routine::{PLAY_PICTURE, STOP_PICTURE};
use crate::view::parts::fresh_text;

/// Time for each step into the start pose while the picture plays, in milliseconds.
const STEP_MS: f64 = 1600.0;

/// The key poses of an exercise with arrows, guides and captions, and the whole movement on demand.
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
    let count = key_poses(exercise).len();
    let index = RwSignal::new(0);
    let playing = RwSignal::new(false);
    let key = move || key_poses(exercise).nth(index.get()).unwrap_or(Key::Stand);
    let picture = Signal::derive(move || Picture {
        build: person.get(),
        ..Picture::new(exercise, first_side(exercise))
    });
    let started_ms = Cell::new(None);
    let motion = move |now_ms| {
        if !playing.get_untracked() {
            started_ms.set(None);
            return Motion::Still(key());
        }
        let started = started_ms.get().unwrap_or(now_ms);
        started_ms.set(Some(started));
        whole(exercise, now_ms - started)
    };
    let go = move |to: usize| {
        playing.set(false);
        index.set(to % count);
    };
    let words = move || {
        if playing.get() {
            ""
        } else {
            caption(exercise, key()).get(dates::inch(inch.get()))
        }
    };
    let play_words = move || {
        if playing.get() {
            STOP_PICTURE
        } else {
            PLAY_PICTURE
        }
    };
    view! {
        <figure class="study">
            <div class="study__picture">
                <MovingFigure picture motion running=playing movement/>
            </div>
            <figcaption class="study__caption" aria-live="polite">
                {fresh_text(words)}
            </figcaption>
            <div class="study__poses">
                <button type="button" class="button" on:click=move |_| go(index.get_untracked() + count - 1)>
                    {PREVIOUS}
                </button>
                <button type="button" class="button" on:click=move |_| go(index.get_untracked() + 1)>
                    {NEXT}
                </button>
                <button type="button" class="button study__play" on:click=move |_| playing.update(|on| *on = !*on)>
                    {fresh_text(play_words)}
                </button>
            </div>
        </figure>
    }
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
