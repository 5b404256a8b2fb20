//! The player on a phone on its side: what is pressed and what is read is in sight, with letters of
//! any size.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup};
use serde_json::{Value, json};

use crate::{
    layout::{LETTERS, write_in},
    steps::{LONG, choose_to_count, start_first_session, start_to_count, work_until},
};

const WINDOWS: [(u32, u32); 4] = [(568, 320), (667, 375), (740, 360), (844, 390)];

/// What of this is not whole in the window, is covered by another, is cut, or is too small to press.
const WRONG: &str = "
    const parts = ['#main-press', '.button--danger', '.player__count', '.player__cue', 'h1',
        '.player__side', '.player__of', '.player__notice', '.player__controls .button'];
    const seen = parts.flatMap((part) => [...document.querySelectorAll(part)])
        .filter((part) => part.getClientRects().length > 0 && part.innerText);
    const wrong = ['#main-press', '.button--danger', '.player__count']
        .filter((part) => !seen.includes(document.querySelector(part)));
    const { clientWidth, clientHeight } = document.documentElement;
    for (const part of seen) {
        const name = `“${part.innerText}” `;
        const box = part.getBoundingClientRect();
        if (Math.min(box.left, box.top) < -0.5 || box.right > clientWidth + 0.5
            || box.bottom > clientHeight + 0.5) wrong.push(name + 'is not whole in the window');
        if (part.scrollWidth > part.clientWidth + 1) wrong.push(name + 'is cut');
        if (part.matches('button') && box.height < 64) wrong.push(name + 'is low');
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            for (const { index, 0: word } of text.data.matchAll(/[^\\s-]+/g)) {
                const range = new Range();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                if (range.getClientRects().length > 1) wrong.push(name + 'breaks a word');
            }
        }
        for (const other of seen) {
            const there = other.getBoundingClientRect();
            const width = Math.min(box.right, there.right) - Math.max(box.left, there.left);
            const height = Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top);
            if (other !== part && width > 1 && height > 1) wrong.push(name + 'is covered');
        }
    }
    return wrong.join(', ')";

async fn all_is_in_sight(person: &mut Person, phase: &str) -> Result<()> {
    for (width, height) in WINDOWS {
        person.resize(width, height).await?;
        for letters in LETTERS {
            write_in(person, letters).await?;
            let wrong = person.ask(WRONG, Value::Null).await?;
            ensure!(
                wrong == "",
                "{phase} at {width}x{height} with letters {letters}: {wrong}"
            );
        }
    }
    write_in(person, 20).await
}

/// Keeps the screen on where the device cannot, so that nothing has to be said about it.
const AWAKE: &str = "Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => \
    Object.assign(new EventTarget(), { released: false, release: async () => {} }) } });";

fn on_its_side(
    preload: &'static str,
    body: impl AsyncFnOnce(&mut Person) -> Result<()>,
) -> Outcome {
    let setup = Setup {
        window: (740, 360),
        preload,
        ..Setup::default()
    };
    setup.run(body)
}

#[test]
fn everything_is_in_sight_in_every_phase() -> Outcome {
    every_phase(AWAKE)
}

#[test]
fn everything_is_in_sight_where_the_screen_may_go_dark() -> Outcome {
    every_phase("")
}

fn every_phase(preload: &'static str) -> Outcome {
    on_its_side(preload, async |person: &mut Person| {
        start_first_session(person).await?;
        all_is_in_sight(person, "first lead-in, with a tip").await?;
        work_until(person, "12 of 25 sways").await?;
        all_is_in_sight(person, "reps").await?;
        person.tap("Pause").await?;
        all_is_in_sight(person, "paused").await?;
        person.tap("Resume").await?;
        all_is_in_sight(person, "resuming").await?;
        person.press(Key::Right).await?;
        person.see("Skipped Quad Sway. Undo").await?;
        all_is_in_sight(person, "skipped").await?;
        person.tap("Wait for me").await?;
        all_is_in_sight(person, "skipped, paused").await?;
        person.tap("Resume").await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Quad Pull").await?;
        all_is_in_sight(person, "next").await?;
        work_until(person, "2 of 5 breaths").await?;
        all_is_in_sight(person, "breath").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        all_is_in_sight(person, "switch").await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Was one side tighter?", LONG).await?;
        all_is_in_sight(person, "question").await
    })
}

#[test]
fn everything_is_in_sight_to_the_end() -> Outcome {
    on_its_side(AWAKE, async |person: &mut Person| {
        start_first_session(person).await?;
        for _ in 0..4 {
            person.press(Key::Right).await?;
        }
        person.see_title("Next: Knee Bounces").await?;
        all_is_in_sight(person, "next on the floor").await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Imaginary Chair").await?;
        all_is_in_sight(person, "next at the wall").await?;
        work_until(person, "0:32 goal 1 minute").await?;
        all_is_in_sight(person, "hold").await?;
        person.tap("Pause").await?;
        all_is_in_sight(person, "hold, paused").await?;
        person.tap("It hurts").await?;
        person.tap("I’m ready for the next exercise").await?;
        person.see_title("Next: Bun Lift").await?;
        all_is_in_sight(person, "next after pain").await?;
        work_until(person, "3 of 25 lifts").await?;
        all_is_in_sight(person, "lifts").await
    })
}

#[test]
fn everything_is_in_sight_where_one_counts() -> Outcome {
    on_its_side(AWAKE, async |person: &mut Person| {
        choose_to_count(person).await?;
        start_to_count(person).await?;
        all_is_in_sight(person, "counting by hand").await?;
        person.tap("Count").await?;
        person.tap("Pause").await?;
        all_is_in_sight(person, "paused").await
    })
}

/// In forced colours the browser puts a box behind every text; none may cover another text.
#[test]
fn number_covers_nothing_in_forced_colours() -> Outcome {
    on_its_side(AWAKE, async |person: &mut Person| {
        person.prefer(&[("forced-colors", "active")]).await?;
        start_first_session(person).await?;
        for (phase, words) in [("lead-in", ""), ("reps", "12 of 25 sways")] {
            if !words.is_empty() {
                work_until(person, words).await?;
            }
            for (width, height) in [(740, 360), (360, 740), (1024, 700)] {
                person.resize(width, height).await?;
                for part in [".player__side", ".player__of"] {
                    let covers = covers(person, part).await?;
                    ensure!(!covers, "{part} at {width}x{height}, {phase}");
                }
            }
        }
        Ok(())
    })
}

/// Whether an element looks different where the number is not there. What moves meanwhile makes a
/// difference only now and then.
async fn covers(person: &mut Person, part: &str) -> Result<bool> {
    for _ in 0..8 {
        let mut looks = Vec::new();
        for visibility in ["hidden", ""] {
            let number = "document.querySelector('.player__count').style.visibility = arguments[0]";
            person.ask(number, json!(visibility)).await?;
            looks.push(close_up(person, part).await?);
        }
        if looks[0] == looks[1] {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What the window shows of an element, as a picture.
async fn close_up(person: &mut Person, part: &str) -> Result<Value> {
    let frame = person.frame_of(part).await?;
    let clip = json!({
        "x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height, "scale": 1,
    });
    person
        .command("Page.captureScreenshot", json!({ "clip": clip }))
        .await
}
