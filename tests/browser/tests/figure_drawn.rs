//! How the figure is drawn: what a frame costs, who sees it how, and what it looks like.

use std::{collections::BTreeMap, env, fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, ensure};
use browser_tests::{Outcome, Person, Setup};
use serde_json::{Value, from_value, json};
use xtask::process::root;

use crate::{
    figure::{outlines, with_frames},
    steps::{LONG, seconds, start_first_session, work_until},
};

/// Lets so many frames pass, each a twentieth of a second.
async fn frames(person: &mut Person, count: u32) -> Result<()> {
    for _ in 0..count {
        person.pass(Duration::from_millis(50)).await?;
        outlines(person, ".player").await?;
    }
    Ok(())
}

/// A record of a change: its kind, the attribute, the outline's class and index, and whether what was
/// written is what stood there.
type Seen = (String, Option<String>, String, usize, bool);

#[test]
fn frame_writes_only_what_has_changed() -> Outcome {
    with_frames(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        let watch = "window.seen = []; \
            new MutationObserver((records) => { \
                for (const { type, target, attributeName, oldValue } of records) { \
                    const index = [...target.parentNode.children].indexOf(target); \
                    const same = oldValue === target.getAttribute(attributeName); \
                    window.seen.push([type, attributeName, target.classList[0], index, same]); \
                } \
            }).observe(document.querySelector('.player__figure'), { \
                subtree: true, childList: true, characterData: true, \
                attributes: true, attributeOldValue: true, \
            })";
        person.ask(watch, Value::Null).await?;
        frames(person, 30).await?;
        let seen = person.ask("return window.seen", Value::Null).await?;
        let seen: Vec<Seen> = from_value(seen)?;
        ensure!(!seen.is_empty(), "nothing moves");
        for (kind, name, class, index, same) in &seen {
            let what = format!("{kind} {name:?} of {class} {index}");
            ensure!(kind == "attributes", "{what}: the tree changes");
            ensure!(
                matches!(name.as_deref(), Some("d" | "class")),
                "{what} is written"
            );
            ensure!(!same, "{what} is written as it was");
        }
        let moved: BTreeMap<usize, &String> = seen
            .iter()
            .map(|(_, _, class, index, _)| (*index, class))
            .collect();
        let all = outlines(person, ".player").await?.len();
        ensure!(
            moved.len() * 3 < all,
            "{} of {all} outlines are written for one swinging leg: {moved:?}",
            moved.len()
        );
        Ok(())
    })
}

#[test]
fn frame_costs_one_layout_at_most() -> Outcome {
    const FRAMES: u32 = 40;
    with_frames(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        person.command("Performance.enable", json!({})).await?;
        let (layouts_before, asked_before) = (layouts(person).await?, asked(person).await?);
        frames(person, FRAMES).await?;
        let layouts = layouts(person).await? - layouts_before;
        // The figure asks for one in each frame, the tests' own look for two more.
        let rendered = asked(person).await? - asked_before - u64::from(2 * FRAMES);
        ensure!(rendered >= u64::from(FRAMES), "{rendered} frames");
        ensure!(
            layouts <= rendered,
            "{layouts} layouts in {rendered} frames"
        );
        Ok(())
    })
}

async fn layouts(person: &mut Person) -> Result<u64> {
    let metrics = person.command("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    let layouts = metrics
        .iter()
        .find(|metric| metric["name"] == "LayoutCount");
    layouts
        .and_then(|metric| metric["value"].as_u64())
        .context("layouts are not counted")
}

/// Frames that were asked for so far.
async fn asked(person: &mut Person) -> Result<u64> {
    let asked = person.ask("return window.framesAsked", Value::Null).await?;
    asked.as_u64().context("frames are not counted")
}

#[test]
fn hidden_page_and_pause_ask_for_no_frames() -> Outcome {
    with_frames(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        let before = asked(person).await?;
        frames(person, 2).await?;
        ensure!(asked(person).await? > before + 4, "it does not run");
        person.tap("Pause").await?;
        costs_nothing(person, "a pause").await?;
        person.tap("Resume").await?;
        person.pass_until("3 of 25 sways", seconds(20)).await?;
        minimise(person, true).await?;
        costs_nothing(person, "a hidden session").await?;
        minimise(person, false).await?;
        person
            .see("Paused while this page was out of sight.")
            .await?;

        person.open("#/exercise/bun-lift").await?;
        person.see_button("Stop picture").await?;
        minimise(person, true).await?;
        costs_nothing(person, "a hidden picture").await?;
        minimise(person, false).await?;
        person.tap("Stop picture").await?;
        costs_nothing(person, "a stopped picture").await?;
        person.open("#/routine").await?;
        costs_nothing(person, "a list of still pictures").await
    })
}

/// Ten seconds pass on the page's clock, and as many tasks of the browser; one frame may have been
/// asked for before and waits.
async fn costs_nothing(person: &mut Person, what: &str) -> Result<()> {
    person.pass(seconds(1)).await?;
    let before = asked(person).await?;
    person.pass(seconds(10)).await?;
    let after = asked(person).await?;
    ensure!(after == before, "{what} asks for {} frames", after - before);
    Ok(())
}

/// Puts the window away or brings it back, as the system's own button does.
async fn minimise(person: &mut Person, away: bool) -> Result<()> {
    let window = person
        .command("Browser.getWindowForTarget", json!({}))
        .await?;
    let state = if away { "minimized" } else { "normal" };
    let bounds = json!({
        "windowId": window["windowId"], "bounds": { "windowState": state },
    });
    person.command("Browser.setWindowBounds", bounds).await?;
    let hidden = "return (async (hidden) => { \
            while ((document.visibilityState === 'hidden') !== hidden) { \
                await new Promise((done) => \
                    document.addEventListener('visibilitychange', done, { once: true })); \
            } \
        })(arguments[0])";
    person.ask(hidden, json!(away)).await.map(drop)
}

#[test]
fn less_motion_shows_key_poses_that_change_on_the_beat() -> Outcome {
    with_frames(async |person: &mut Person| {
        person
            .prefer(&[("prefers-reduced-motion", "reduce")])
            .await?;
        let poses = calm_bounces(person).await?;
        // The device changes its mind in the middle of the set.
        person
            .prefer(&[("prefers-reduced-motion", "no-preference")])
            .await?;
        person
            .pass_until("5 of 25 bounces", Duration::from_secs(4))
            .await?;
        person.pass(Duration::from_millis(200)).await?;
        let between = outlines(person, ".player").await?;
        ensure!(!poses.contains(&between), "it does not move");
        Ok(())
    })?;
    with_frames(async |person: &mut Person| {
        person.open("#/settings/pictures").await?;
        person.tap("Still").await?;
        calm_bounces(person).await.map(drop)
    })
}

/// The two poses, seen three times each.
async fn calm_bounces(person: &mut Person) -> Result<Vec<Vec<String>>> {
    let mut keys = Vec::new();
    person.open("#/exercise/knee-bounces").await?;
    for caption in ["Down to a light touch", "Float up 1 inch (2.5cm)"] {
        person.tap(caption).await?;
        person.see(caption).await?;
        keys.push(outlines(person, ".study").await?);
    }
    let [low, high] = &keys[..] else {
        anyhow::bail!("two poses");
    };
    ensure!(low != high, "the poses are the same");
    start_first_session(person).await?;
    for _ in 0..4 {
        person.press(browser_tests::Key::Right).await?;
    }
    person.see_title("Next: Knee Bounces").await?;
    person.tap("Start now").await?;
    for count in 1..4 {
        person
            .pass_until(&format!("{count} of 25 bounces"), LONG)
            .await?;
        // From the beat on for half a bounce, then the other pose for the other half.
        for (pose, name) in [(high, "high"), (low, "low")] {
            for _ in 0..2 {
                let now = outlines(person, ".player").await?;
                ensure!(now == *pose, "at {count} it is not {name}");
                person.pass(Duration::from_millis(470)).await?;
            }
        }
    }
    let arrows = "return document.querySelectorAll('.player .fig-arrow').length";
    ensure!(
        person.ask(arrows, Value::Null).await? != 0,
        "there are no arrows"
    );
    Ok(keys)
}

#[test]
fn forced_colours_draw_lines_in_the_colour_of_text() -> Outcome {
    Setup::default().run(async |person: &mut Person| {
        person.prefer(&[("forced-colors", "active")]).await?;
        person.open("#/exercise/quad-pull").await?;
        let colours = "const probe = document.createElement('p'); \
            document.body.append(probe); \
            const system = (name) => { \
                probe.style.color = name; \
                return getComputedStyle(probe).color; \
            }; \
            const of = (part) => { \
                const { fill, stroke } = getComputedStyle(document.querySelector(`.study ${part}`)); \
                return [fill, stroke]; \
            }; \
            return { \
                text: system('CanvasText'), paper: system('Canvas'), \
                top: of('.fig-top'), skin: of('.fig-skin-near'), chair: of('.pr-front'), \
            }";
        let colours = person.ask(colours, Value::Null).await?;
        for part in ["top", "skin", "chair"] {
            ensure!(
                colours[part] == json!([colours["paper"], colours["text"]]),
                "{part}: {colours}"
            );
        }
        Ok(())
    })
}

/// In the order of the printed routine, each in the pose that tells it from the others.
const EXERCISES: [&str; 6] = [
    "Quad Sway",
    "Quad Pull",
    "Knee Bounces",
    "Imaginary Chair",
    "Bun Lift",
    "Hamstring Reach",
];

/// Fields along one edge of a picture.
const FIELDS: usize = 12;
/// How far the mean colour of a field may be off, of 255.
const TOLERANCE: i16 = 6;

/// A picture's mean colours, field by field, as `rrggbb`.
const MEANS: &str = "return (async ([png, fields]) => { \
        const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0)); \
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' })); \
        const canvas = new OffscreenCanvas(image.width, image.height); \
        const context = canvas.getContext('2d'); \
        context.drawImage(image, 0, 0); \
        const [width, height] = [image.width / fields, image.height / fields]; \
        let means = ''; \
        for (let y = 0; y < fields; y += 1) for (let x = 0; x < fields; x += 1) { \
            const [left, top] = [Math.floor(x * width), Math.floor(y * height)]; \
            const field = [Math.floor((x + 1) * width) - left, Math.floor((y + 1) * height) - top]; \
            const { data } = context.getImageData(left, top, ...field); \
            const sum = [0, 0, 0]; \
            data.forEach((value, index) => { if (index % 4 < 3) sum[index % 4] += value; }); \
            const mean = (all) => Math.round(all / (data.length / 4)); \
            means += sum.map((all) => mean(all).toString(16).padStart(2, '0')).join(''); \
        } \
        return means; \
    })(arguments[0])";

/// What every picture looks like, in mean colours of its fields: a limb that is elsewhere, or a part
/// in another colour, changes some of them, while another machine's smoothing of edges does not.
/// `BLESS=1` writes the file anew: look at the contact sheets (`cargo xtask figures`) first.
#[test]
fn pictures_look_as_before() -> Outcome {
    Setup::default().run(async |person: &mut Person| {
        let mut shots = Vec::new();
        person.open("#/print").await?;
        // Without words, whose fonts are the machine's, every picture is at the same place.
        let alone =
            "document.body.replaceChildren(...document.querySelectorAll('.printed .picture'))";
        person.ask(alone, Value::Null).await?;
        for theme in ["light", "dark", "high-contrast", "forced"] {
            if theme == "forced" {
                person.prefer(&[("forced-colors", "active")]).await?;
            }
            let choose = "document.documentElement.dataset.theme = arguments[0]";
            person.ask(choose, json!(theme)).await?;
            for (index, exercise) in EXERCISES.iter().enumerate() {
                let place = format!(".picture:nth-of-type({})", index + 1);
                shots.push((
                    format!("{exercise}, {theme}:"),
                    shoot(person, &place).await?,
                ));
            }
        }
        // Where no policy forbids to look at the pixels.
        person.visit("about:blank").await?;
        let mut lines = Vec::new();
        for (name, png) in shots {
            let means = person.ask(MEANS, json!([png, FIELDS])).await?;
            lines.push(format!("{name} {}", means.as_str().unwrap_or_default()));
        }
        compare(&lines)
    })
}

/// What can be seen of an element, as PNG in base64.
async fn shoot(person: &mut Person, place: &str) -> Result<String> {
    let frame = person.frame_of(place).await?;
    let clip = json!({
        "x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height, "scale": 1,
    });
    let shot = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
    let shot = person.command("Page.captureScreenshot", shot).await?;
    Ok(shot["data"].as_str().context("no picture")?.to_owned())
}

fn compare(lines: &[String]) -> Result<()> {
    let file: PathBuf = root().join("tests/browser/tests/figure-means.txt");
    if env::var_os("BLESS").is_some() {
        return fs::write(file, lines.join("\n") + "\n").context("cannot write");
    }
    let known = fs::read_to_string(&file).context("there is nothing to compare with")?;
    ensure!(
        known.lines().count() == lines.len(),
        "another set of pictures"
    );
    for (now, before) in lines.iter().zip(known.lines()) {
        let (name, now) = now.rsplit_once(' ').context("no picture")?;
        let before = before.strip_prefix(name).context("another order")?.trim();
        ensure!(now.len() == before.len(), "{name} another size");
        let value = |hex: &str, index: usize| i16::from_str_radix(&hex[index..index + 2], 16);
        for index in (0..now.len()).step_by(2) {
            let off = (value(now, index)? - value(before, index)?).abs();
            let field = index / 6;
            ensure!(
                off <= TOLERANCE,
                "{name} field {} of row {} is off by {off}",
                field % FIELDS,
                field / FIELDS
            );
        }
    }
    Ok(())
}
