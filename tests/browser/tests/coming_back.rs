//! The way back into the next session: what is asked, advised, left out and changed.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup, scenario};
use serde_json::Value;

use crate::{
    history::{do_a_short_session, fill},
    steps::{answer_safety_questions, seconds, start_first_session, work_until},
};

const QUESTION: &str = "How did your knees feel the day after?";

/// A session of a few sways, by somebody who has done one before.
pub(crate) async fn do_another(person: &mut Person) -> Result<()> {
    person.open("#/start").await?;
    person.see_title("Quad Sway").await?;
    work_until(person, "3 of 25 sways").await?;
    end_and_save(person).await
}

async fn end_and_save(person: &mut Person) -> Result<()> {
    person.press(Key::Escape).await?;
    person.tap("End and save").await?;
    person.see_title("Done for today.").await
}

pub(crate) async fn end_and_save_nothing(person: &mut Person) -> Result<()> {
    person.press(Key::Escape).await?;
    person.tap("End and save").await?;
    person.see_title("Today").await
}

#[test]
fn day_after_is_asked_once_and_sore_twice_in_a_row_advises() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/").await?;
        person.see("Done for today").await?;
        person.sees_not(QUESTION).await?;
        person.come_back_after_days(1).await?;
        person.see(QUESTION).await?;
        person.tap("More sore").await?;
        person.sees_not(QUESTION).await?;
        person.see("Rest until your knees have settled.").await?;
        person.reload().await?;
        person.see("Rest until your knees have settled.").await?;
        person.sees_not(QUESTION).await?;

        person.come_back_after_days(3).await?;
        do_another(person).await?;
        person.come_back_after_days(3).await?;
        person.open("#/").await?;
        person.see(QUESTION).await?;
        person.tap("More sore").await?;
        let twice = "Your knees were more sore on the day after, two times in a row. \
                     Do less next time, or ask your doctor.";
        person.see(twice).await?;
        person.open("#/progress").await?;
        person.see(twice).await?;

        person.come_back_after_days(1).await?;
        do_another(person).await?;
        person.come_back_after_days(1).await?;
        person.open("#/").await?;
        person.tap("Skip").await?;
        person.sees_not(QUESTION).await?;
        person.sees_not(twice).await?;
        person.reload().await?;
        person.see("Rest day").await?;
        person.sees_not(QUESTION).await
    })
}

#[test]
fn short_session_has_what_was_chosen_for_today() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.come_back_after_days(4).await?;
        person.open("#/routine").await?;
        person.see("About 13 minutes.").await?;
        for exercise in ["1. Quad Sway", "3. Knee Bounces", "5. Bun Lift"] {
            person.tap(exercise).await?;
        }
        person.sees_not("About 13 minutes.").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Pull").await?;
        person.see("1 of 3").await?;
        end_and_save_nothing(person).await?;
        // Nothing was finished, so the choice still holds.
        person.open("#/exercise/bun-lift").await?;
        person.see("It is left out of today’s session.").await?;
        person.open("#/routine").await?;
        for exercise in ["2. Quad Pull", "4. Imaginary Chair", "6. Hamstring Reach"] {
            person.tap(exercise).await?;
        }
        person.see("Choose at least one exercise.").await?;
        person.sees_not("Start session").await?;
        person
            .tap("Keep floor exercises together (1, 2, 4, 3, 5, 6)")
            .await?;
        let third = "return document.querySelectorAll('.exercise-card__name')[2].innerText";
        ensure!(person.ask(third, Value::Null).await? == "4. Imaginary Chair");
        person.reload().await?;
        person.see("Choose at least one exercise.").await?;
        // The choice was for that day; the order stays.
        person.come_back_after_days(1).await?;
        person.sees_not("Choose at least one exercise.").await?;
        ensure!(person.ask(third, Value::Null).await? == "4. Imaginary Chair");
        person.tap("Start session").await?;
        person.see("1 of 6").await
    })
}

#[test]
fn personal_dose_is_chosen_on_the_exercise_page() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/exercise/quad-sway").await?;
        person.tap("Your own amount and pace").await?;
        person.tap("Target, more").await?;
        person.see("25 each side").await?;
        for _ in 0..3 {
            person.tap("Target, less").await?;
        }
        person.see("22 each side").await?;
        let focused = "return document.activeElement.getAttribute('aria-label')";
        ensure!(person.ask(focused, Value::Null).await? == "Target, less");
        fill(person, "select", "0").await?;
        person.open("#/exercise/imaginary-chair").await?;
        person.tap("Your own amount and pace").await?;
        for _ in 0..12 {
            person.tap("Target, less").await?;
        }
        person.see("Up to 10 seconds").await?;
        person.see("Rock the knees in Imaginary Chair").await?;
        person.open("#/exercise/quad-pull").await?;
        person.tap("Your own amount and pace").await?;
        person.see("Pace").await?;
        person.sees_not("Target").await?;
        person.come_back_after_days(4).await?;
        person.open("#/start").await?;
        work_until(person, "3 of 22 sways").await?;
        Ok(())
    })
}

#[test]
fn finish_asks_about_the_knees_and_says_what_is_neglected() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("More sore").await?;
        person.see("Rest until your knees have settled.").await?;
        person.tap("The same").await?;
        person
            .sees_not("Rest until your knees have settled.")
            .await?;
        person.see("Next session: Friday 5 June.").await?;
        for _ in 0..2 {
            person.come_back_after_days(4).await?;
            do_another(person).await?;
        }
        person
            .see("Quad Pull and Hamstring Reach were skipped in the last 3 sessions.")
            .await?;
        person.tap("Add to my calendar").await?;
        person.see_title("Next session").await
    })
}

#[test]
fn session_without_a_number_says_that_this_is_fine() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        person.pass(seconds(30)).await?;
        for _ in 0..8 {
            person.press(Key::Right).await?;
        }
        person.see_title("Today").await?;
        person.open("#/start").await?;
        person.tap("Start now").await?;
        person.tap("It hurts").await?;
        person.tap("End today’s session").await?;
        person.see("Nothing counted today. That is fine.").await?;
        person.open("#/").await?;
        person.see_button("Get started").await
    })
}

#[test]
fn unfinished_session_is_filed_after_a_day() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.press(Key::Right).await?;
        person.reload().await?;
        person.open("#/").await?;
        person.see("You stopped after Quad Sway at 10:00.").await?;
        person.see_button("Carry on from Quad Sway").await?;
        person.see_button("Start again").await?;
        person.see_button("Finish and save").await?;
        person.come_back_after_days(2).await?;
        person.see("Rest day").await?;
        person.open("#/history").await?;
        person.see("Monday 1 June 2026").await
    })
}

#[test]
fn unfinished_session_can_be_saved_or_started_anew() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.reload().await?;
        person.open("#/").await?;
        person.tap("Finish and save").await?;
        person.see_title("Done for today.").await?;
        person.see("1 of 8 sets, 5 of 175 counts.").await?;

        person.come_back_after_days(4).await?;
        person.open("#/start").await?;
        work_until(person, "3 of 25 sways").await?;
        person.reload().await?;
        person.open("#/").await?;
        person.tap("Start again").await?;
        // What was done is filed as a session of today.
        person.see("You did a session today.").await?;
        person.tap("Do it today anyway").await?;
        person.see_title("Quad Sway").await?;
        work_until(person, "1 of 25 sways").await?;
        person.open("#/history").await?;
        person.see("Friday 5 June 2026").await
    })
}

#[test]
fn clock_that_was_set_back_is_asked_about_and_keeps_nobody_out() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/").await?;
        person.see("Done for today").await?;
        let back = "const Later = Date; const ms = 3 * 864e5; \
            window.Date = class extends Later { \
                constructor(...args) { super(...(args.length ? args : [Later.now() - ms])); } \
                static now() { return Later.now() - ms; } \
            }";
        person.ask(back, Value::Null).await?;
        person.look_away().await?;
        person.look_back().await?;
        person
            .see("Your last session is dated in the future. Is today’s date right?")
            .await?;
        // The answers are dated in the future as well, so they are asked for again.
        person.tap("Start session").await?;
        answer_safety_questions(person).await?;
        person.see_title("Quad Sway").await
    })
}

/// An offer to install in the place of this browser's own, and what is told about the badge.
const DEVICE: &str = "
    window.badges = [];
    addEventListener('beforeinstallprompt', (event) => {
        if (event.isTrusted) event.stopImmediatePropagation();
    });
    Object.defineProperty(navigator, 'setAppBadge', { value: async (n) => { badges.push(n ?? 'dot'); } });
    Object.defineProperty(navigator, 'clearAppBadge', { value: async () => { badges.push('none'); } });
    addEventListener('load', () => {
        const offer = new Event('beforeinstallprompt', { cancelable: true });
        offer.prompt = async () => { window.asked = true; };
        dispatchEvent(offer);
        window.prevented = offer.defaultPrevented;
    });";

#[test]
fn browsers_own_prompt_installs_and_the_icon_shows_what_is_due() -> Outcome {
    let setup = Setup {
        preload: DEVICE,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        let badges = "return badges.join()";
        person.open("#/install").await?;
        person.see("Then it works without internet").await?;
        for way in [
            "Android, Chrome",
            "iPhone and iPad",
            "Mac, Safari",
            "Firefox",
        ] {
            person.see(way).await?;
        }
        ensure!(person.ask("return prevented", Value::Null).await? == true);
        person.tap("Install").await?;
        ensure!(person.ask("return asked", Value::Null).await? == true);
        let gone = "return !pressable('Install').length";
        ensure!(person.ask(gone, Value::Null).await? == true);
        ensure!(person.ask(badges, Value::Null).await? == "none");

        do_a_short_session(person).await?;
        person.come_back_after_days(3).await?;
        ensure!(person.ask(badges, Value::Null).await? == "none");
        person.come_back_after_days(1).await?;
        ensure!(person.ask(badges, Value::Null).await? == "dot");
        do_another(person).await?;
        ensure!(person.ask(badges, Value::Null).await? == "none");
        Ok(())
    })
}
