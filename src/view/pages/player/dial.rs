//! The side, the huge number, what it counts up to, and the line below it.

use leptos::prelude::*;

use crate::domain::guide::session::{Big, Screen, Stage};
use crate::domain::record::settings::Inch;
use crate::domain::routine::{Exercise, Side};
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
    let leg = Memo::new(move |_| leg(&screen.get()));
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
    let breath = move || match big.get() {
        Big::Breath { inward: true, .. } => Some("in"),
        Big::Breath { .. } => Some("out"),
        _ => None,
    };
    view! {
        <p class="player__side" hidden=move || leg.with(String::is_empty)>
            {fresh_text(move || leg.get())}
        </p>
        <div
            class="player__dial"
            data-breath=breath
            style=("--breath", move || breath_ms(&screen.get()))
            on:click=move |_| on_tap.run(())
        >
            <p class="player__count" class:player__count--clock=is_clock role=role>
                {fresh_text(move || number(big.get()))}
            </p>
        </div>
        <p class="player__of">
            <span class="dots" aria-hidden="true">{fresh_text(move || dots(&screen.get()))}</span>
            {fresh_text(of)}
        </p>
        <p class="player__cue" class:player__cue--long=is_long>
            {fresh_text(move || words.get())}
        </p>
    }
    .into_any()
}

fn leg(screen: &Screen) -> String {
    let step = screen.step;
    match (screen.stage, step.side) {
        (Stage::Resuming, _) if let Some(kept) = screen.kept => {
            player::carrying_on_from(&number(kept))
        }
        // There is nothing to choose between the legs: what to have at hand helps more.
        (Stage::LeadIn(_), Side::Both) => exercises::needs(step.exercise).to_owned(),
        (_, Side::Both) if step.exercise != Exercise::QuadPull => String::new(),
        (_, side) => exercises::working(step.exercise, side).to_owned(),
    }
}

fn number(big: Big) -> String {
    match big {
        Big::Count(count) => count.to_string(),
        Big::Breath { inward: true, .. } => player::BREATHE_IN.to_owned(),
        Big::Breath { .. } => player::BREATHE_OUT.to_owned(),
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
    let of_target = || player::of_target(target, exercises::unit(screen.step.exercise, target));
    match screen.big {
        Big::Count(_) => of_target(),
        Big::Breath { number, .. } => [&number.to_string(), " ", &of_target()].concat(),
        Big::Clock(_) => player::goal(target),
        Big::Countdown(_) if is_clock(screen.big) => player::MINUTES.to_owned(),
        Big::Countdown(1) => player::SECOND.to_owned(),
        Big::Countdown(_) => player::SECONDS.to_owned(),
        Big::Waiting => player::WHEN_READY.to_owned(),
    }
}

/// A dot for each breath, full once it was breathed in.
fn dots(screen: &Screen) -> String {
    let Big::Breath { number, inward } = screen.big else {
        return String::new();
    };
    let done = number - u8::from(inward);
    let dot = |index| if index < done { "●" } else { "○" };
    (0..screen.step.target.number()).map(dot).collect()
}

/// The disc grows with the breath in and shrinks with the breath out: the style sheet moves it, as
/// long as half a breath takes.
fn breath_ms(screen: &Screen) -> String {
    let pace = screen.step.pace.breath();
    let ms = match screen.big {
        Big::Breath { inward: false, .. } => pace.out_ms,
        _ => pace.in_ms,
    };
    [&ms.to_string(), "ms"].concat()
}
