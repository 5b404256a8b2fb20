//! `cargo xtask figures`: contact sheets of the figure, to be looked at. One page for each theme,
//! side and look, and one of in-between frames.
#![expect(
    clippy::print_stdout,
    reason = "a command line program reports on its streams"
)]

use std::{fmt::Write as _, fs, io, path::Path};

use spry_knees::domain::figure::{Build, Frame, Motion, Picture, key_poses};
use spry_knees::domain::routine::{Exercise, Side};

const EXERCISES: [Exercise; 6] = [
    Exercise::QuadSway,
    Exercise::QuadPull,
    Exercise::KneeBounces,
    Exercise::ImaginaryChair,
    Exercise::BunLift,
    Exercise::HamstringReach,
];
/// The values of `data-skin`; the medium one is none of them.
const SKINS: [&str; 3] = ["light", "medium", "dark"];
const FILM_FRAMES: u16 = 8;
const STYLE: &str = "body{margin:8px;font:14px sans-serif;background:var(--fig-paper);color:var(--fig-ink)}\
    section{display:flex;gap:6px;margin-bottom:6px}figure{margin:0;width:230px}figure .fig{height:240px}\
    .film figure{width:150px}.film figure .fig{height:150px}";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let css = fs::read_to_string(root.join("assets/css/figure.css"))?;
    let folder = root.join("target/figures");
    fs::create_dir_all(&folder)?;
    for theme in ["light", "dark"] {
        for (side, build) in [
            (Side::Right, Build::Slim),
            (Side::Right, Build::Full),
            (Side::Left, Build::Slim),
            (Side::Left, Build::Full),
        ] {
            let name = format!("{theme}-{side:?}-{build:?}.html").to_lowercase();
            fs::write(folder.join(name), page(&css, theme, &poses(side, build)))?;
        }
        let name = format!("{theme}-film.html");
        fs::write(folder.join(name), page(&css, theme, &film()))?;
    }
    println!("contact sheets: {}", folder.display());
    Ok(())
}

fn page(css: &str, theme: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en data-theme={theme}><meta charset=utf-8><title>Figures</title>\
         <style>{css}{STYLE}</style>{body}</html>\n"
    )
}

/// Every key pose, one row an exercise, a skin tone for each two of them.
fn poses(side: Side, build: Build) -> String {
    let mut out = String::new();
    for (row, exercise) in EXERCISES.into_iter().enumerate() {
        let skin = SKINS[row % SKINS.len()];
        let _ = write!(out, "<section data-skin={skin}>");
        let picture = Picture {
            build,
            ..Picture::new(exercise, side)
        };
        for key in key_poses(exercise) {
            figure(
                &mut out,
                picture,
                Motion::Still(key),
                &format!("{exercise:?} {key:?}"),
            );
        }
        out += "</section>";
    }
    out
}

/// Frames in between, of every movement that the player shows.
fn film() -> String {
    let mut out = String::from("<div class=film>");
    for exercise in EXERCISES {
        let picture = Picture::new(exercise, Side::Right);
        let movement: fn(f32) -> Motion = match exercise {
            Exercise::QuadPull | Exercise::HamstringReach => |phase| Motion::Breath {
                phase,
                inhale_share: 0.444,
            },
            Exercise::ImaginaryChair => |phase| Motion::Hold(Some(phase)),
            _ => Motion::Rep,
        };
        for (name, movement) in [
            ("lead-in", Motion::LeadIn as fn(f32) -> Motion),
            ("", movement),
        ] {
            out += "<section>";
            for frame in 0..FILM_FRAMES {
                let t = f32::from(frame) / f32::from(FILM_FRAMES - 1);
                figure(
                    &mut out,
                    picture,
                    movement(t),
                    &format!("{exercise:?} {name} {t:.2}"),
                );
            }
            out += "</section>";
        }
    }
    out + "</div>"
}

fn figure(out: &mut String, picture: Picture, motion: Motion, caption: &str) {
    let mut frame = Frame::default();
    picture.draw(motion, &mut frame);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<figure><svg class=fig viewBox='{}'>",
        frame.view_box()
    );
    for part in frame.parts() {
        let _ = write!(
            out,
            "<path class='{}' d='{}'/>",
            part.paint.class(),
            part.path
        );
    }
    let _ = write!(out, "</svg><figcaption>{caption}</figcaption></figure>");
}
