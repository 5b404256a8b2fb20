//! Every page fits every window, and what is pressed in a session is large.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, scenario};
use serde_json::{Value, from_value, json};

use crate::{
    history::{do_a_short_session, write_down},
    pages::ROUTES,
    steps::{LONG, start_first_session, work_until},
};

const WINDOWS: [(u32, u32); 4] = [(320, 568), (360, 740), (1024, 700), (1280, 800)];

/// Decision 30, in CSS pixels.
const BUTTON: f64 = 64.0;
const MAIN_BUTTON: f64 = 88.0;
/// Below this height the main button gives way to the picture and the number.
const SHORT: u32 = 576;

/// Phones, a phone on its side, a tablet.
const WIDTHS: [u32; 5] = [320, 360, 390, 667, 1024];

#[test]
fn no_page_scrolls_sideways() -> Outcome {
    scenario(async |person: &mut Person| {
        for route in ROUTES {
            person.open(route).await?;
            fits_with_any_letters(person, route).await?;
        }
        Ok(())
    })
}

#[test]
fn no_page_with_a_past_scrolls_sideways() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("More sore").await?;
        fits_with_any_letters(person, "finish").await?;
        for day in ["2026-05-28", "2026-05-25", "2026-05-21"] {
            write_down(person, day).await?;
        }
        for route in [
            "#/",
            "#/history",
            "#/progress",
            "#/doctor",
            "#/schedule",
            "#/start",
        ] {
            person.open(route).await?;
            fits_with_any_letters(person, route).await?;
        }
        person.open("#/progress").await?;
        person.tap("Imaginary Chair 60").await?;
        fits_with_any_letters(person, "progress of another").await?;
        person.open("#/").await?;
        person.tap("See today’s numbers").await?;
        fits_with_any_letters(person, "day").await?;
        person.tap("Delete this session").await?;
        fits_with_any_letters(person, "deleted").await?;
        person.open("#/erase").await?;
        fits_with_any_letters(person, "erase").await
    })
}

#[test]
fn question_about_the_tighter_side_fits() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        person.press(Key::Right).await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Quad Pull").await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Was one side tighter?", LONG).await?;
        in_every_window(person, "question").await
    })
}

#[test]
fn player_fits_and_its_buttons_are_large() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        in_every_window(person, "lead-in").await?;
        work_until(person, "2 of 25 sways").await?;
        in_every_window(person, "set").await?;
        person.tap("Pause").await?;
        in_every_window(person, "pause").await?;
        person.tap("It hurts").await?;
        for (width, height) in WINDOWS {
            person.resize(width, height).await?;
            fits(person, "stopped").await?;
        }
        Ok(())
    })
}

async fn in_every_window(person: &mut Person, phase: &str) -> Result<()> {
    for (width, height) in WINDOWS {
        person.resize(width, height).await?;
        fits(person, phase).await?;
        let heights = "return [...document.querySelectorAll('.player__controls button')] \
            .map((button) => button.getBoundingClientRect().height)";
        let heights: Vec<f64> = from_value(person.ask(heights, Value::Null).await?)?;
        let room = "return document.querySelector('.player__controls').getBoundingClientRect().top \
            - document.querySelector('.player__cue').getBoundingClientRect().bottom";
        let room: f64 = from_value(person.ask(room, Value::Null).await?)?;
        ensure!(
            phase == "pause" || room >= 0.0,
            "{phase} at {width}x{height}: the buttons cover the line by {room}"
        );
        let main = if height < SHORT { BUTTON } else { MAIN_BUTTON };
        ensure!(
            heights.iter().all(|height| *height >= BUTTON)
                && heights.first().is_some_and(|height| *height >= main),
            "{phase} at {width}x{height}: {heights:?}"
        );
    }
    person.resize(360, 740).await
}

/// Nothing is wider than the window, with everything opened that opens.
async fn fits_with_any_letters(person: &mut Person, what: &str) -> Result<()> {
    let open = "for (const part of document.querySelectorAll('details')) part.open = true";
    person.ask(open, Value::Null).await?;
    for width in WIDTHS {
        person.resize(width, 700).await?;
        for letters in LETTERS {
            write_in(person, letters).await?;
            fits(person, &format!("{what} with letters {letters}")).await?;
        }
    }
    person.resize(360, 740).await
}

async fn fits(person: &mut Person, what: &str) -> Result<()> {
    // On a phone the window grows with what it shows, so its own width tells nothing.
    let widths = "const { scrollWidth, clientWidth } = document.documentElement; \
        return [scrollWidth, clientWidth]";
    let [content, window]: [f64; 2] = from_value(person.ask(widths, Value::Null).await?)?;
    ensure!(content <= window, "{what}: {content} in {window}");
    Ok(())
}

/// The four sizes in the settings, and the largest one where the browser's own letters are larger by
/// a quarter, in CSS pixels.
pub(crate) const LETTERS: [u32; 5] = [18, 20, 24, 28, 35];

/// The page as it looks with letters of this size.
pub(crate) async fn write_in(person: &mut Person, letters: u32) -> Result<()> {
    let script = "const { dataset, style } = document.documentElement; \
        dataset.textSize = Math.min(arguments[0], 28); \
        style.fontSize = arguments[0] > 28 ? `${arguments[0]}px` : ''";
    person.ask(script, json!(letters)).await.map(drop)
}
