//! The side, the huge number, what it counts up to, and the line below it.

use leptos::prelude::*;

use crate::domain::guide::session::{Big, Screen, Stage};
use crate::domain::record::settings::Inch;
use crate::domain::routine::Side;
use crate::text::{cues, exercises, player};
use crate::view::parts::fresh_text;

/// A line of more bytes than this has three lines on a phone, or smaller letters.
const LONG_LINE: usize = 40;

/// The number and what belongs to it. A tap on the number pauses.
#[component]
pub fn Dial(
    /// The moment that is shown.
    screen: Memo<Screen>,
    /// How one inch is written.
    inch: Memo<Inch>,
    /// A tap on the number.
    #[prop(into)]
    on_tap: Callback<()>,
) -> AnyView {
    let side = Memo::new(move |_| screen.get().step.side);
    let leg = move || leg(&screen.get());
    let big = Memo::new(move |_| screen.get().big);
    let of = move || out_of(&screen.get());
    let line = Memo::new(move |_| screen.get().line);
    let words = Memo::new(move |_| {
        let spoken = line.get();
        spoken
            .and_then(|spoken| cues::line(spoken, inch.get()))
            .unwrap_or_default()
    });
    let is_long = move || words.with(|words| words.len() > LONG_LINE);
    let is_clock = move || is_clock(big.get());
    let role = move || matches!(big.get(), Big::Clock(_)).then_some("timer");
    view! {
        <p class="player__side">
            {move || mark(side.get())}
            {fresh_text(leg)}
        </p>
        <div class="player__dial" on:click=move |_| on_tap.run(())>
            {move || ring(screen)}
            <p class="player__count" class:player__count--clock=is_clock role=role>
                {fresh_text(move || number(big.get()))}
            </p>
        </div>
        <p class="player__of">{fresh_text(of)}</p>
        <progress
            class="bar"
            max="1000"
            prop:value=move || f64::from(screen.get().progress)
            aria-hidden="true"
        />
        <p class="player__cue" class:player__cue--long=is_long>
            {fresh_text(move || words.get())}
        </p>
    }
    .into_any()
}

fn mark(side: Side) -> Option<impl IntoView> {
    let letter = exercises::letter(side)?;
    Some(
        view! { <span class="player__mark" aria-hidden="true">{fresh_text(move || letter)}</span> },
    )
}

fn leg(screen: &Screen) -> &'static str {
    let step = screen.step;
    match screen.stage {
        // There is nothing to choose between the legs: what to have at hand helps more.
        Stage::LeadIn(_) if step.side == Side::Both => exercises::needs(step.exercise),
        Stage::LeadIn(_) => player::leg_next(step.side),
        _ => exercises::working(step.exercise, step.side),
    }
}

fn number(big: Big) -> String {
    match big {
        Big::Count(count) => count.to_string(),
        Big::Breath { number, .. } => number.to_string(),
        Big::Clock(seconds) => clock(seconds.into()),
        Big::Countdown(seconds) if is_clock(big) => clock(seconds),
        Big::Countdown(seconds) => seconds.to_string(),
        Big::Waiting => "…".to_owned(),
    }
}

/// Whether it has the width of minutes and seconds: a long wait has no room for three digits.
fn is_clock(big: Big) -> bool {
    matches!(big, Big::Clock(_) | Big::Countdown(100..))
}

/// "1:05".
fn clock(seconds: u16) -> String {
    let padding = if seconds % 60 < 10 { "0" } else { "" };
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    [&minutes.to_string(), ":", padding, &seconds.to_string()].concat()
}

fn out_of(screen: &Screen) -> String {
    let target = screen.step.target.number();
    match screen.big {
        Big::Count(_) | Big::Breath { .. } => {
            player::of_target(target, exercises::unit(screen.step.exercise, target))
        }
        Big::Clock(_) => player::goal(target),
        Big::Countdown(_) if is_clock(screen.big) => player::MINUTES.to_owned(),
        Big::Countdown(1) => player::SECOND.to_owned(),
        Big::Countdown(_) => player::SECONDS.to_owned(),
        Big::Waiting => player::WHEN_READY.to_owned(),
    }
}

/// Fills with the breath in and empties with the breath out: the style sheet moves it, as long as
/// half a breath takes.
fn ring(screen: Memo<Screen>) -> Option<impl IntoView> {
    let breath = Memo::new(move |_| match screen.get().big {
        Big::Breath { inward, .. } => Some(inward),
        _ => None,
    });
    breath.get()?;
    let seconds = move || {
        let pace = screen.get().step.pace.breath();
        let ms = if breath.get() == Some(true) {
            pace.in_ms
        } else {
            pace.out_ms
        };
        [&ms.to_string(), "ms"].concat()
    };
    let left = move || {
        if breath.get() == Some(true) {
            "0"
        } else {
            "100"
        }
    };
    Some(view! {
        <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
            <circle class="ring__track" cx="50" cy="50" r="46" />
            <circle
                class="ring__fill"
                cx="50"
                cy="50"
                r="46"
                pathLength="100"
                stroke-dasharray="100"
                style:stroke-dashoffset=left
                style:transition-duration=seconds
            />
        </svg>
    })
}
