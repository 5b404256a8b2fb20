//! The pages that are printed.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Outcome, Person, scenario};
use serde_json::{from_value, json};
use xtask::process::root;

use crate::history::{do_a_short_session, write_down};

#[test]
fn page_for_the_doctor_is_one_sheet_of_paper() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Better").await?;
        for day in ["05-28", "05-25", "05-21", "05-18", "05-14", "05-11"] {
            write_down(person, &["2026-", day].concat()).await?;
        }
        person.open("#/doctor").await?;
        person
            .see("From 7 April 2026 to 1 June 2026: 7 sessions.")
            .await?;
        for words in [
            "11 May, 14 May, 18 May, 21 May, 25 May, 28 May, 1 June.",
            "Quad Sway, right leg",
            "Stops because of pain",
            "None.",
            "Better: 1 time",
        ] {
            person.see(words).await?;
        }
        let pages = print(person, "doctor").await?;
        ensure!(pages == 1, "{pages} pages");
        Ok(())
    })
}

#[test]
fn routine_is_printed_on_a_few_sheets() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/print").await?;
        person.see("Ask your doctor before you start.").await?;
        let pages = print(person, "routine").await?;
        ensure!((2..=4).contains(&pages), "{pages} pages");
        Ok(())
    })
}

#[test]
fn days_that_are_done_stand_out_on_paper_without_a_colour_behind_them() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        write_down(person, "2026-05-28").await?;
        person
            .command("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        for (route, done, other) in [
            (
                "#/history",
                ".calendar .is-done",
                ".calendar td:not(.is-done)",
            ),
            ("#/", ".week__day--done", ".week__day:not(.week__day--done)"),
        ] {
            person.open(route).await?;
            let looks = "return arguments[0].map((part) => { \
                const { color, backgroundColor, borderTopWidth } = \
                    getComputedStyle(document.querySelector(part)); \
                return [color, backgroundColor, parseFloat(borderTopWidth)]; })";
            let looks = person.ask(looks, json!([done, other])).await?;
            let [done, other]: [(String, String, f64); 2] = from_value(looks)?;
            ensure!(
                done.0 == "rgb(0, 0, 0)" && done.1 == "rgba(0, 0, 0, 0)" && done.2 > 1.5 * other.2,
                "{route}: {done:?}, {other:?}"
            );
        }
        person.open("#/history").await?;
        print(person, "history").await.map(drop)
    })
}

/// Prints the page into target/paper, for people to look at; returns how many sheets it takes.
async fn print(person: &mut Person, name: &str) -> Result<usize> {
    let dir = root().join("target/paper");
    fs::create_dir_all(&dir)?;
    let path = dir.join(name).with_extension("pdf");
    person.print(&path).await?;
    let pdf = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    let counts = pdf.split("/Count ").skip(1);
    let count = counts.filter_map(|rest| {
        rest.split(|c: char| !c.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    });
    count.max().context("the PDF does not tell its pages")
}
