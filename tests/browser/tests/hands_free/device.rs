//! The screen that stays on, the headset's button, the buzz.

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person};
use serde_json::json;

use super::heard::{ask, choose, set, with};
use crate::steps::{LONG, end_from_the_pause, seconds, start_first_session, work_until};

const DARK: &str =
    "Your screen may go dark. Set Auto-Lock to Never, or touch the screen now and then.";

#[test]
fn the_screen_stays_on_and_is_asked_for_again_on_return() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        person.pass(seconds(1)).await?;
        expect_screen(person, &["stays on"]).await?;
        person.look_away().await?;
        expect_screen(person, &["stays on", "may go dark"]).await?;
        person.look_back().await?;
        person.pass(seconds(1)).await?;
        expect_screen(person, &["stays on", "may go dark", "stays on"]).await?;
        person.sees_not(DARK).await?;
        // Refused on the next return: it says what may happen.
        person.look_away().await?;
        set(person, "screenMayGoDark", json!(true)).await?;
        person.look_back().await?;
        person.pass(seconds(1)).await?;
        person.see("Your screen may go dark.").await?;
        person.tap("End session").await?;
        person.tap("Throw this session away").await?;
        person.tap("Yes, throw it away").await?;
        person.see_title("Today").await
    })
}

/// Whatever the session waits for, after five minutes the device may rest, until the next press.
#[test]
fn a_screen_that_nobody_needs_goes_dark_after_five_minutes() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        person.open("#/settings/session").await?;
        choose(person, "The next set starts", "Only when I say").await?;
        start_first_session(person).await?;
        // A set that waits for the person's word.
        let mut screen = rests_after_five_minutes(person, &[]).await?;
        work_until(person, "3 of 25 sways").await?;
        let running = [&screen[..], &["stays on"]].concat();
        expect_screen(person, &running).await?;
        ensure!(ask(person, "return sound.state").await? == "running");
        // A pause; a tap that presses nothing shows that somebody is there.
        person.tap("Pause").await?;
        screen = rests_after_five_minutes(person, &running).await?;
        person.sees_not("Turn on sound").await?;
        person.tap_on(".player__top").await?;
        screen.push("stays on");
        screen = rests_after_five_minutes(person, &screen).await?;
        person.tap("Resume").await?;
        screen.push("stays on");
        person.pass_until("4 of 25 sways", seconds(20)).await?;
        expect_screen(person, &screen).await?;
        ensure!(ask(person, "return sound.state").await? == "running");
        // "End here?", and where it hurts.
        person.tap("Pause").await?;
        person.tap("End session").await?;
        screen = rests_after_five_minutes(person, &screen).await?;
        person.tap("Keep going").await?;
        screen.push("stays on");
        person.pass_until("5 of 25 sways", seconds(20)).await?;
        person.tap("It hurts").await?;
        rests_after_five_minutes(person, &screen).await.map(drop)
    })
}

/// What became of the screen, and of the sound with it, after it had come so far.
async fn rests_after_five_minutes(
    person: &mut Person,
    before: &[&'static str],
) -> Result<Vec<&'static str>> {
    let mut screen = before.to_vec();
    if screen.is_empty() {
        screen.push("stays on");
    }
    person.pass(seconds(299)).await?;
    expect_screen(person, &screen).await?;
    person.pass(seconds(2)).await?;
    screen.push("may go dark");
    expect_screen(person, &screen).await?;
    ensure!(ask(person, "return sound.state").await? == "suspended");
    Ok(screen)
}

async fn expect_screen(person: &mut Person, wanted: &[&str]) -> Result<()> {
    let screen = ask(person, "return heard.screen").await?;
    ensure!(screen == json!(wanted), "{screen}");
    Ok(())
}

#[test]
fn a_refused_screen_is_said_once_it_matters() -> Outcome {
    with(
        devices!("device.screenMayGoDark = true;"),
        async |person: &mut Person| {
            person.open("#/").await?;
            person.sees_not(DARK).await?;
            start_first_session(person).await?;
            person.see(DARK).await?;
            let alert = "return document.querySelector('[role=alert]').innerText.trim()";
            ensure!(ask(person, alert).await? == DARK);
            Ok(())
        },
    )
}

#[test]
fn a_browser_that_cannot_keep_the_screen_on_says_so_at_the_start() -> Outcome {
    with(
        devices!("Object.defineProperty(navigator, 'wakeLock', { value: undefined });"),
        async |person: &mut Person| {
            start_first_session(person).await?;
            person.see(DARK).await?;
            work_until(person, "1 of 25 sways").await?;
            person.sees_not(DARK).await
        },
    )
}

#[test]
fn the_headsets_button_pauses_and_carries_on() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        let state = "return navigator.mediaSession.playbackState";
        ensure!(ask(person, state).await? == "playing");
        let title = "return navigator.mediaSession.metadata.title";
        ensure!(ask(person, title).await? == "Spry Knees");
        ask(person, "heard.mediaKeys.pause()").await?;
        person.see_button("Resume").await?;
        ensure!(ask(person, state).await? == "paused");
        person.pass(seconds(5)).await?;
        ask(person, "heard.mediaKeys.play()").await?;
        person.pass_until("4 of 25 sways", seconds(8)).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        ensure!(ask(person, state).await? == "none");
        let kept = "return Object.values(heard.mediaKeys).filter(Boolean).length";
        ensure!(ask(person, kept).await? == 0, "the keys are not given back");
        Ok(())
    })
}

#[test]
fn it_buzzes_only_when_asked_to() -> Outcome {
    with(devices!(), async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "1 of 25 sways").await?;
        ensure!(ask(person, "return heard.buzzed").await? == json!([]));
        person.tap("Pause").await?;
        person.tap("Change voice").await?;
        person.go_to("#/settings/session").await?;
        person.tap("Vibration").await?;
        person.tap("Back").await?;
        person.tap("Start this set again").await?;
        person.pass_until("25 of 25 sways", LONG).await?;
        let buzzes = ask(person, "return heard.buzzed.map((one) => one.ms)").await?;
        ensure!(
            buzzes == json!([200, 200]),
            "at the start and the end: {buzzes}"
        );
        Ok(())
    })
}

#[test]
fn a_device_without_a_buzzer_says_so_in_settings() -> Outcome {
    with(
        "Object.defineProperty(Navigator.prototype, 'vibrate', { value: undefined });",
        async |person: &mut Person| {
            person.open("#/settings/session").await?;
            person.see("This device cannot vibrate for websites.").await
        },
    )
}
