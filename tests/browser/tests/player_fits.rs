//! The player shows what matters whole, in every window, with every size of the letters, in every
//! phase; the figure is large, and nothing jumps while a set runs.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, with_preload};
use serde_json::{Value, from_value, json};

use crate::{
    figure::{DRAWN, FRAMES},
    steps::{LONG, choose_to_count, start_first_session, start_to_count, work_until},
};

const WINDOWS: [(u32, u32); 8] = [
    (320, 568),
    (360, 640),
    (360, 740),
    (412, 915),
    (667, 375),
    (740, 360),
    (1024, 700),
    (1920, 1080),
];
const LETTERS: [u32; 4] = [18, 20, 24, 28];

/// What is wrong in the window as it is, and where figure and number are.
const LOOK: &str = "
    const wrong = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push('it scrolls sideways');
    const all = (selector) => [...document.querySelectorAll(selector)]
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height > 0);
    const parts = all('.player__top h1, .course__words, .player__figure, .player__notice, \
        .player__notices > button, .player__side, .player__count, .player__of, .player__cue, \
        .player__controls button, .leg');
    const must = ['.button--danger', '#main-press', '.player__cue', '.player__count']
        .slice(0, document.querySelector('.sheet') ? 2 : 4);
    for (const part of must) if (!all(part).length) wrong.push(part + ' is not there');
    for (const part of parts) {
        const name = part.className || part.tagName;
        const box = part.getBoundingClientRect();
        if (box.top < -0.5 || box.left < -0.5 || box.bottom > innerHeight + 0.5
            || box.right > clientWidth + 0.5) wrong.push(name + ' is not whole in the window');
        if (part.scrollWidth > part.clientWidth + 1) wrong.push(name + ' is cut');
        if (part.matches('.player__cue') && part.scrollHeight > part.clientHeight + 1)
            wrong.push('the line has too many lines');
        for (const other of parts) {
            if (other === part || other.contains(part) || part.contains(other)) continue;
            const there = other.getBoundingClientRect();
            const width = Math.min(box.right, there.right) - Math.max(box.left, there.left);
            const height = Math.min(box.bottom, there.bottom) - Math.max(box.top, there.top);
            if (width > 1 && height > 1) wrong.push(name + ' overlaps ' + other.className);
        }
    }
    const corner = all('.button--danger')[0].getBoundingClientRect();
    const lowest = Math.max(...all('.player__controls button').map((part) => part.getBoundingClientRect().bottom));
    if (corner.right < clientWidth - 20 || corner.bottom < lowest - 1) wrong.push('“It hurts” is not in its corner');
    for (const part of must.flatMap(all)) {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (!part.contains(seen)) wrong.push(part.className + ' is covered');
    }
    const place = (selector) => {
        const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
        return [left, top, width, height].map(Math.round);
    };
    const figure = place('.player__figure');
    const pose = all('.player__figure > svg > :not([class^=pr-wall])')
        .map((part) => part.getBoundingClientRect());
    const span = (low, high) => Math.max(...pose.map((box) => box[high])) - Math.min(...pose.map((box) => box[low]));
    const fills = pose.length ? Math.max(span('left', 'right') / figure[2], span('top', 'bottom') / figure[3]) : 1;
    return [wrong, fills, figure, place('.player__dial')];";

/// What is wrong; the share of its box's width or height that the pose takes; where the figure and the
/// number are.
type Look = (Vec<String>, f64, Place, Place);
/// Left, top, width and height in whole pixels.
type Place = [i32; 4];

/// Where figure and number were at the first look at a set, by window and letters.
type Places = BTreeMap<(u32, u32, u32), (Place, Place)>;

/// Looks in every window and writes down, or compares, where figure and number are.
async fn look(person: &mut Person, phase: &str, set: Option<&mut Places>) -> Result<()> {
    let mut places = Places::new();
    let script = format!("return (async () => {{ {DRAWN} {LOOK} }})()");
    for (width, height) in WINDOWS {
        person.resize(width, height).await?;
        for letters in LETTERS {
            let write = "document.documentElement.dataset.textSize = arguments[0]";
            person.ask(write, json!(letters.to_string())).await?;
            let (wrong, fills, figure, number): Look =
                from_value(person.ask(&script, Value::Null).await?)?;
            let what = format!("{phase} at {width}x{height} with letters {letters}");
            ensure!(wrong.is_empty(), "{what}: {wrong:?}");
            let share = f64::from(figure[3]) / f64::from(height);
            let least = match (width, height) {
                (360, 740) if letters == 20 => 0.35,
                (412, 915) if letters == 20 => 0.40,
                _ => 0.20,
            };
            ensure!(
                share >= least - 0.001,
                "{what}: the figure has {share} of the height"
            );
            ensure!(fills >= 0.8, "{what}: the pose fills {fills} of its box");
            places.insert((width, height, letters), (figure, number));
        }
    }
    person.resize(360, 740).await?;
    if let Some(before) = set {
        if before.is_empty() {
            *before = places;
        } else {
            ensure!(
                *before == places,
                "{phase}: figure or number moved: {before:?} {places:?}"
            );
        }
    }
    Ok(())
}

/// Without a wake lock and a voice, which the player tells in a notice and in a tip.
#[test]
fn first_set_is_whole_with_notice_and_tip() -> Outcome {
    with_preload(FRAMES, async |person: &mut Person| {
        start_first_session(person).await?;
        look(person, "first lead-in, with a tip", None).await?;
        person.pass_until("Palms together", LONG).await?;
        look(person, "place", None).await?;
        person.pass_until("Lift your right knee", LONG).await?;
        look(person, "position", None).await?;
        let mut places = Places::new();
        for number in ["1", "12", "17"] {
            person
                .pass_until(&format!("{number} of 25 sways"), LONG)
                .await?;
            look(person, "reps", Some(&mut places)).await?;
        }
        person.tap("Pause").await?;
        look(person, "paused", None).await?;
        person.tap("Resume").await?;
        person.see("Carrying on from 17").await?;
        look(person, "resuming", None).await?;
        person.press(Key::Right).await?;
        person.see("Skipped Quad Sway. Undo").await?;
        look(person, "skipped", None).await
    })
}

#[test]
fn breaths_and_question_are_whole() -> Outcome {
    with_preload(FRAMES, async |person: &mut Person| {
        start_first_session(person).await?;
        person.press(Key::Right).await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Quad Pull").await?;
        look(person, "next, with a notice", None).await?;
        let mut places = Places::new();
        work_until(person, "2 of 5 breaths").await?;
        look(person, "breath in", Some(&mut places)).await?;
        person.pass_until("OUT", LONG).await?;
        look(person, "breath out", Some(&mut places)).await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        look(person, "switch", None).await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Was one side tighter?", LONG).await?;
        look(person, "question", None).await
    })
}

#[test]
fn floor_and_wall_are_whole() -> Outcome {
    with_preload(FRAMES, async |person: &mut Person| {
        start_first_session(person).await?;
        for _ in 0..4 {
            person.press(Key::Right).await?;
        }
        person.see_title("Next: Knee Bounces").await?;
        look(person, "down to the floor", None).await?;
        work_until(person, "3 of 25 bounces").await?;
        look(person, "bounces", None).await?;
        person.tap("It hurts").await?;
        for (width, height) in WINDOWS {
            person.resize(width, height).await?;
            person.see("Stopped").await?;
        }
        person.tap("I’m ready for the next exercise").await?;
        person.see_title("Next: Imaginary Chair").await?;
        look(person, "up from the floor, after pain", None).await?;
        let mut places = Places::new();
        work_until(person, "0:09 goal 1 minute").await?;
        look(person, "hold", Some(&mut places)).await?;
        person.pass_until("0:32 goal 1 minute", LONG).await?;
        look(person, "hold", Some(&mut places)).await?;
        person.tap("Pause").await?;
        look(person, "hold, paused", None).await?;
        person.tap("Skip this one").await?;
        work_until(person, "2 of 25 lifts").await?;
        look(person, "lifts", None).await?;
        person.press(Key::Right).await?;
        work_until(person, "2 of 5 breaths").await?;
        look(person, "reach", None).await
    })
}

#[test]
fn counting_by_hand_is_whole() -> Outcome {
    with_preload(FRAMES, async |person: &mut Person| {
        choose_to_count(person).await?;
        start_to_count(person).await?;
        let mut places = Places::new();
        look(person, "by hand", Some(&mut places)).await?;
        for _ in 0..10 {
            person.press(Key::Right).await?;
        }
        person.see("10 of 25 sways").await?;
        look(person, "by hand", Some(&mut places)).await?;
        person.tap("Pause").await?;
        look(person, "by hand, paused", None).await
    })
}
