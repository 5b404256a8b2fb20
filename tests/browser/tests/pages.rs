//! Addresses, and the page before and without scripts.

use anyhow::{Result, ensure};
use browser_tests::{Frame, Outcome, Person, Setup, scenario};
use serde_json::json;

/// Every page that has an address of its own; the player and the finish page need a session.
pub(crate) const ROUTES: [&str; 26] = [
    "#/",
    "#/safety",
    "#/safety/doctor",
    "#/safety/floor",
    "#/routine",
    "#/exercise/quad-sway",
    "#/exercise/quad-pull",
    "#/exercise/knee-bounces",
    "#/exercise/imaginary-chair",
    "#/exercise/bun-lift",
    "#/exercise/hamstring-reach",
    "#/history",
    "#/progress",
    "#/more",
    "#/settings",
    "#/settings/voice",
    "#/settings/session",
    "#/settings/letters",
    "#/settings/pictures",
    "#/data",
    "#/erase",
    "#/schedule",
    "#/install",
    "#/about",
    "#/help",
    "#/print",
];

#[test]
fn every_page_survives_a_reload() -> Outcome {
    survive_reload("/")
}

#[test]
fn every_page_survives_a_reload_under_a_sub_path() -> Outcome {
    survive_reload("/knees/")
}

fn survive_reload(base: &'static str) -> Outcome {
    let setup = Setup {
        base,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        for route in ROUTES {
            person.open(route).await?;
            person.sees_not("We cannot find that page.").await?;
            let before = person.words().await?;
            ensure!(!before.is_empty(), "{route} is empty");
            person.reload().await?;
            person.is_at(route).await?;
            let after = person.words().await?;
            ensure!(before == after, "{route}: {before} | {after}");
        }
        Ok(())
    })
}

#[test]
fn unknown_page_leads_to_today() -> Outcome {
    scenario(async |person: &mut Person| {
        for hash in ["#/nonsense", "#/exercise/push-ups", "#/history/never", "#x"] {
            person.open(hash).await?;
            person.see_title("We cannot find that page.").await?;
            person.tap("Go to Today.").await?;
            person.see_title("Today").await?;
        }
        Ok(())
    })
}

#[test]
fn page_can_be_read_without_scripts() -> Outcome {
    let setup = Setup {
        script: false,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("").await?;
        person.see_title("Today").await?;
        person
            .see("To be led through the session, switch JavaScript on.")
            .await?;
        person.see("Ask your doctor before you start.").await?;
        let one_step_of_each = [
            ("Quad Sway", "Palms together, thumbs touching your chest."),
            ("Quad Pull", "Ease the heel toward your bottom."),
            (
                "Knee Bounces",
                "Tuck your toes under. Bend your elbows a little.",
            ),
            ("Imaginary Chair", "Heels directly under your knees."),
            ("Bun Lift", "Cross your hands on your chest."),
            (
                "Hamstring Reach",
                "Pull your feet back and keep the soles flat.",
            ),
        ];
        for (exercise, step) in one_step_of_each {
            person.see(exercise).await?;
            person.see(step).await?;
        }
        Ok(())
    })
}

#[test]
fn early_tap_on_start_is_not_lost() -> Outcome {
    scenario(async |person: &mut Person| {
        // What a tap on the link before the app runs leaves behind.
        person.open("#/start").await?;
        person
            .see_title("Have you torn or damaged anything in your knee?")
            .await
    })
}

#[test]
fn licences_are_a_page_of_text_that_needs_no_network() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/about").await?;
        person.wait_until_offline_works().await?;
        person.lose_network();
        person.tap("Who made the parts, and their licenses").await?;
        for words in ["leptos 0.8", "Permission is hereby granted, free of charge"] {
            person.see(words).await?;
        }
        let kind = person
            .ask("return document.contentType", json!(null))
            .await?;
        ensure!(kind == "text/plain", "{kind}");
        person.go_back().await?;
        person.see_title("About").await
    })
}

#[test]
fn nothing_jumps_when_the_app_takes_over() -> Outcome {
    let mut before = None;
    let shell = Setup {
        preload: "window.fetch = () => new Promise(() => {});",
        ..Setup::default()
    };
    shell.run(async |person: &mut Person| {
        person.open_early("").await?;
        before = Some(places(person).await?);
        Ok(())
    })?;
    scenario(async |person: &mut Person| {
        person.open("").await?;
        let after = places(person).await?;
        ensure!(before == Some(after), "{before:?} became {after:?}");
        Ok(())
    })
}

async fn places(person: &mut Person) -> Result<[Frame; 2]> {
    Ok([
        person.frame_of("h1").await?,
        person.frame_of(".button--main").await?,
    ])
}
