//! The figure on the page: where it shows, whom it shows, and that it moves in time with the session.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup, scenario};
use serde_json::{Value, from_value, json};

use crate::steps::{LONG, choose_to_count, seconds, start_first_session, work_until};

/// Frames tell the time of the tests' clock, and are counted.
pub(crate) const FRAMES: &str = "const ask = requestAnimationFrame.bind(window); \
    window.framesAsked = 0; \
    window.requestAnimationFrame = (draw) => { \
        window.framesAsked += 1; \
        return ask(() => draw(performance.now())); \
    };";

/// Resolves when everything that was asked for has been drawn.
pub(crate) const DRAWN: &str = "await new Promise((done) => \
    requestAnimationFrame(() => requestAnimationFrame(done)));";

pub(crate) fn with_frames(body: impl AsyncFnOnce(&mut Person) -> Result<()>) -> Outcome {
    let setup = Setup {
        preload: FRAMES,
        ..Setup::default()
    };
    setup.run(body)
}

/// The outlines of the pictures in what a selector finds, once they are drawn.
pub(crate) async fn outlines(person: &mut Person, place: &str) -> Result<Vec<String>> {
    paths(person, &format!("{place} svg.fig path")).await
}

/// The outlines that a selector finds, once they are drawn.
pub(crate) async fn paths(person: &mut Person, selector: &str) -> Result<Vec<String>> {
    let script = format!(
        "return (async (selector) => {{ {DRAWN} \
            return [...document.querySelectorAll(selector)].map((path) => path.getAttribute('d')); \
        }})(arguments[0])"
    );
    let paths: Vec<String> = from_value(person.ask(&script, json!(selector)).await?)?;
    ensure!(!paths.is_empty(), "there is no {selector}");
    Ok(paths)
}

/// Pictures that are there without a session, with what they stand in.
const PICTURES: [(&str, &str); 5] = [
    ("#/", ".today-figure"),
    ("#/routine", ".exercise-card"),
    ("#/exercise/bun-lift", ".study"),
    ("#/print", ".printed"),
    ("#/settings/pictures", ".study__picture"),
];

#[test]
fn person_in_the_pictures_is_chosen_once_for_all() -> Outcome {
    scenario(async |person: &mut Person| {
        let skin = "return getComputedStyle(document.querySelector(arguments[0])).fill";
        let mut before = Vec::new();
        for (hash, place) in PICTURES {
            person.open(hash).await?;
            let colour = person
                .ask(skin, json!(format!("{place} .fig-face")))
                .await?;
            before.push((outlines(person, place).await?, colour));
        }
        person.tap("Fuller, longer hair").await?;
        person.tap("Dark skin").await?;
        for ((hash, place), (old, old_colour)) in PICTURES.iter().zip(&before) {
            person.open(hash).await?;
            let other = "return document.querySelector(arguments[0]).getAttribute('d')";
            let hair = format!("{place} .fig-hair");
            let hair = person.ask(other, json!(hair)).await?;
            let hair = hair.as_str().context("there is no hair")?.to_owned();
            ensure!(!old.contains(&hair), "{hash}: the hair is as before");
            let new = person
                .ask(skin, json!(format!("{place} .fig-face")))
                .await?;
            ensure!(new != *old_colour, "{hash}: the skin is as before");
        }
        start_first_session(person).await?;
        let face = person.ask(skin, json!(".player .fig-face")).await?;
        ensure!(face == "rgb(110, 63, 34)", "{face}");
        Ok(())
    })
}

#[test]
fn today_shows_the_picture_of_the_shell() -> Outcome {
    let held_back = Setup {
        script: false,
        ..Setup::default()
    };
    let mut shell: Vec<String> = Vec::new();
    held_back.run(async |person: &mut Person| {
        person.open("").await?;
        shell = picture_on_today(person).await?;
        Ok(())
    })?;
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        ensure!(picture_on_today(person).await? == shell, "another one");
        // And again, after another page.
        person.go_to("#/routine").await?;
        person.see_title("The routine").await?;
        person.go_to("#/").await?;
        person.see_title("Today").await?;
        ensure!(picture_on_today(person).await? == shell, "another one");
        Ok(())
    })
}

/// The picture, and where it is.
async fn picture_on_today(person: &mut Person) -> Result<Vec<String>> {
    let script = "const svg = document.querySelector('.today-figure svg'); \
        return [svg.outerHTML, JSON.stringify(svg.getBoundingClientRect())]";
    Ok(from_value(person.ask(script, Value::Null).await?)?)
}

#[test]
fn pictures_of_an_exercise_are_tapped_through_and_played() -> Outcome {
    with_frames(async |person: &mut Person| {
        person.open("#/exercise/quad-pull").await?;
        let label = "return document.querySelector('.study svg[role=img]').ariaLabel";
        let label = person.ask(label, Value::Null).await?;
        let label = label.as_str().unwrap_or_default();
        ensure!(
            label.contains("one hand on a chair") && label.contains("Right leg"),
            "{label}"
        );
        let captions = [
            "Stand tall, hand on the chair",
            "Lift your heel off the floor",
            "Bring your heel up behind you",
            "Hold your heel in your hand",
            "Draw your heel gently in",
        ];
        let mut seen = Vec::new();
        for caption in captions {
            person.tap(caption).await?;
            person.see(caption).await?;
            let now = outlines(person, ".study").await?;
            ensure!(!seen.contains(&now), "{caption}: the picture is as before");
            seen.push(now);
        }

        person.tap("Play picture").await?;
        person.sees_not(captions[4]).await?;
        person.pass(seconds(1)).await?;
        let one = outlines(person, ".study").await?;
        person.pass(seconds(1)).await?;
        let other = outlines(person, ".study").await?;
        ensure!(one != other, "it does not play");
        person.tap("Stop picture").await?;
        let stopped = outlines(person, ".study").await?;
        person.pass(seconds(1)).await?;
        ensure!(
            outlines(person, ".study").await? == stopped,
            "it does not stop"
        );
        // It ends by itself, in the pose that tells the exercise from the others.
        person.tap("Play picture").await?;
        person.pass(seconds(20)).await?;
        person.see(captions[4]).await?;
        ensure!(outlines(person, ".study").await? == seen[4]);
        person.see_button("Play picture").await
    })
}

#[test]
fn figure_reaches_its_beat_as_the_number_changes() -> Outcome {
    with_frames(async |person: &mut Person| {
        person.open("#/exercise/knee-bounces").await?;
        person.tap("Float up 1 inch (2.5cm)").await?;
        person.see("Float up 1 inch (2.5cm)").await?;
        let high = paths(person, ".study .fig-leg-near").await?;
        start_first_session(person).await?;
        for _ in 0..4 {
            person.press(Key::Right).await?;
        }
        person.see_title("Next: Knee Bounces").await?;
        person.tap("Start now").await?;
        for count in 1..4 {
            person
                .pass_until(&format!("{count} of 25 bounces"), LONG)
                .await?;
            let now = paths(person, ".player .fig-leg-near").await?;
            ensure!(now == high, "at {count}: {now:?} is not {high:?}");
            person.pass(Duration::from_millis(900)).await?;
            ensure!(
                paths(person, ".player .fig-leg-near").await? != high,
                "it does not move"
            );
        }
        Ok(())
    })
}

#[test]
fn lead_in_moves_switch_mirrors_and_pause_freezes() -> Outcome {
    with_frames(async |person: &mut Person| {
        start_first_session(person).await?;
        let view_box = "return document.querySelector('.player svg.fig').getAttribute('viewBox')";
        let right = person.ask(view_box, Value::Null).await?;
        ensure!(right == "-46 -188 134 196", "{right}");
        let label = "return document.querySelector('.player svg[role=img]').ariaLabel";
        let label = person.ask(label, Value::Null).await?;
        ensure!(
            label
                .as_str()
                .is_some_and(|label| label.ends_with(". Right leg.")),
            "{label}"
        );
        let standing = outlines(person, ".player").await?;
        person.pass(seconds(20)).await?;
        let waiting = outlines(person, ".player").await?;
        ensure!(
            standing == waiting,
            "it stands on one leg while the voice explains"
        );
        person.pass_until("Lift your right knee", LONG).await?;
        person.pass(seconds(2)).await?;
        let moving = outlines(person, ".player").await?;
        ensure!(standing != moving, "the lead-in does not move");
        work_until(person, "2 of 25 sways").await?;
        person.pass(Duration::from_millis(300)).await?;
        person.tap("Pause").await?;
        let frozen = outlines(person, ".player").await?;
        person.pass(seconds(7)).await?;
        ensure!(
            outlines(person, ".player").await? == frozen,
            "a pause does not freeze it"
        );
        person.tap("Resume").await?;
        person.pass_until("3 of 25 sways", seconds(20)).await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        let left =
            "document.querySelector('.player svg[role=img]').ariaLabel.endsWith('. Left leg.')";
        person.wait_for(left).await
    })
}

#[test]
fn counted_by_hand_it_stands_with_its_arrows() -> Outcome {
    with_frames(async |person: &mut Person| {
        choose_to_count(person).await?;
        person.open("#/exercise/quad-sway").await?;
        person.tap("Knee up, no higher than your hip").await?;
        person.see("Knee up, no higher than your hip").await?;
        let lifted = outlines(person, ".study").await?;
        start_first_session(person).await?;
        work_until(person, "0 of 25 sways").await?;
        for count in 1..3 {
            person.tap("Count").await?;
            person.see(&format!("{count} of 25 sways")).await?;
            person.pass(Duration::from_millis(700)).await?;
            let now = outlines(person, ".player").await?;
            ensure!(now == lifted, "at {count} it is another picture");
        }
        Ok(())
    })
}

#[test]
fn breath_eases_hold_stands_and_wiggle_moves() -> Outcome {
    with_frames(async |person: &mut Person| {
        person.open("#/settings/session").await?;
        person.tap("Pace and targets").await?;
        person.tap("Imaginary Chair").await?;
        person.tap("Rock the knees in Imaginary Chair").await?;
        start_first_session(person).await?;
        person.press(Key::Right).await?;
        person.press(Key::Right).await?;
        person.see_title("Next: Quad Pull").await?;
        work_until(person, "2 of 5 breaths").await?;
        person.pass(seconds(1)).await?;
        let early = outlines(person, ".player").await?;
        person.pass(seconds(2)).await?;
        ensure!(
            outlines(person, ".player").await? != early,
            "it does not breathe"
        );
        for _ in 0..3 {
            person.press(Key::Right).await?;
        }
        person.see_title("Next: Imaginary Chair").await?;
        work_until(person, "0:05 goal 1 minute").await?;
        let held = outlines(person, ".player").await?;
        let guides = "return document.querySelectorAll('.player .fig-guide').length";
        let guides = person.ask(guides, Value::Null).await?;
        ensure!(guides == 2, "a hold shows its right angles: {guides}");
        person.pass(seconds(5)).await?;
        ensure!(outlines(person, ".player").await? == held, "it moves");
        person.pass_until("0:37 goal 1 minute", LONG).await?;
        let one = outlines(person, ".player").await?;
        person.pass(Duration::from_millis(500)).await?;
        let other = outlines(person, ".player").await?;
        ensure!(one != held && one != other, "it does not wiggle");
        Ok(())
    })
}
