//! The way back into the next session: what is asked, advised, left out and changed.

use anyhow::{Result, ensure};
use browser_tests::{Key, Outcome, Person, Setup, scenario};
use serde_json::Value;

use crate::{
    history::do_a_short_session,
    steps::{LONG, answer_safety_questions, seconds, start_first_session, work_until},
};

const QUESTION: &str = "How did your knees feel the day after?";
const HURT_LAST_TIME: &str = "Last time this hurt. Go gently, or skip it.";

/// A session of a few sways, by somebody who has done one before.
async fn do_another(person: &mut Person) -> Result<()> {
    person.open("#/start").await?;
    person.see_title("Quad Sway").await?;
    work_until(person, "3 of 25 sways").await?;
    end_and_save(person).await
}

async fn end_and_save(person: &mut Person) -> Result<()> {
    person.press(Key::Escape).await?;
    person.tap("End and save").await?;
    person.see_title("All done. Well done.").await
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
fn pain_offers_help_and_is_remembered() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.tap("It hurts").await?;
        person.see_title("Stopped").await?;
        person.see("You did 5 of 25; that is saved.").await?;
        person
            .see("If the pain is bad or does not settle, talk to your doctor before your next session.")
            .await?;
        person
            .sees_not("In an emergency, call your local emergency number.")
            .await?;
        person.tap("Get help now").await?;
        for words in [
            "you fell and hurt yourself",
            "your chest hurts or you cannot get your breath",
            "you feel dizzy or faint",
            "a knee locked or gave way, or cannot take your weight",
            "In an emergency, call your local emergency number.",
        ] {
            person.see(words).await?;
        }
        person.tap("Left knee").await?;
        person.tap("Right knee").await?;
        let pressed = "return document.querySelector('[aria-pressed=true]').innerText";
        ensure!(person.ask(pressed, Value::Null).await? == "Right knee");
        person.tap("End today’s session").await?;
        person.open("#/").await?;
        person.tap("See today’s numbers").await?;
        person
            .see("Quad Sway, right leg: stopped at 5. Right knee.")
            .await?;

        person.come_back_after_days(4).await?;
        person.open("#/exercise/quad-sway").await?;
        person.see(HURT_LAST_TIME).await?;
        person.open("#/start").await?;
        person.see(HURT_LAST_TIME).await?;
        work_until(person, "2 of 25 sways").await?;
        person.sees_not(HURT_LAST_TIME).await?;
        person.tap("It hurts").await?;
        let twice = "This hurt two sessions in a row, so next time it starts as “skip”. \
                     You can change that.";
        person.see(twice).await?;
        person.tap("End today’s session").await?;

        person.come_back_after_days(4).await?;
        person.open("#/exercise/quad-sway").await?;
        person.see(twice).await?;
        person.see("It is left out of today’s session.").await?;
        person.open("#/start").await?;
        person.see_title("Quad Pull").await?;
        person.see("1 of 5").await?;
        person.press(Key::Escape).await?;
        person.tap("End and save").await?;
        person.open("#/exercise/quad-sway").await?;
        person.tap("Do not skip this exercise").await?;
        person
            .sees_not("It is left out of today’s session.")
            .await?;
        person.tap_on("a[href='#/routine']").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

#[test]
fn careful_answers_lead_to_advice_and_nobody_is_kept_out() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        person.tap("Get started").await?;
        person.see("Why we ask").await?;
        person.tap("I’m not sure").await?;
        person
            .see_title("Talk to your doctor or physio first.")
            .await?;
        person
            .see("These exercises are for knees with no damage or tears.")
            .await?;
        person.tap("Just look at the exercises").await?;
        person.see_title("The routine").await?;
        person.open("#/start").await?;
        person.tap("Yes").await?;
        person.tap("I’ll ask first").await?;
        person.see_title("Today").await?;
        person.tap("Get started").await?;
        person.tap("Yes").await?;
        person.tap("They said it is OK").await?;
        person.tap("Back").await?;
        person
            .see_title("Have you torn or damaged anything in your knee?")
            .await?;
        person.tap("No").await?;
        person.tap("Not yet").await?;
        person.see_title("Always check first.").await?;
        person.tap("Carry on, it is my choice").await?;
        person.tap("No").await?;
        person.see_title("Stop if it hurts.").await?;
        person.tap("I understand").await?;
        person
            .see("A sturdy chair, within reach of the mat.")
            .await?;
        person.tap("I did not hear it").await?;
        person.see("Turn the volume up.").await?;
        person.tap("Carry on without the voice").await?;
        // Without the floor there are three.
        person.see("1 of 3").await?;
        end_and_save_nothing(person).await?;
        person.open("#/routine").await?;
        person
            .see("You said that you cannot get down to the floor and back up")
            .await?;
        person.tap("5. Bun Lift").await?;
        person.tap("Start session").await?;
        person.see("1 of 4").await
    })
}

async fn end_and_save_nothing(person: &mut Person) -> Result<()> {
    person.press(Key::Escape).await?;
    person.tap("End and save").await?;
    person.see_title("Today").await
}

#[test]
fn questions_come_again_after_90_days_and_from_settings() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.come_back_after_days(90).await?;
        person.open("#/start").await?;
        person.see_title("Quad Sway").await?;
        person.press(Key::Escape).await?;
        person.tap("Throw this session away").await?;
        person.tap("Yes, throw it away").await?;
        person.see("Your last session was 90 days ago.").await?;
        person.come_back_after_days(1).await?;
        person.open("#/").await?;
        person.tap("Start session").await?;
        answer_safety_questions(person).await?;
        person.see_title("Quad Sway").await?;
        end_and_save_nothing(person).await?;

        person.open("#/settings").await?;
        person.tap("Do the safety questions again").await?;
        answer_safety_questions(person).await?;
        // Nothing starts by itself.
        person.see_title("Today").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

#[test]
fn short_session_has_what_was_chosen_for_today() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.come_back_after_days(4).await?;
        person.open("#/routine").await?;
        person.see("About 11 minutes.").await?;
        for exercise in ["1. Quad Sway", "3. Knee Bounces", "5. Bun Lift"] {
            person.tap(exercise).await?;
        }
        person.sees_not("About 11 minutes.").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Pull").await?;
        person.see("1 of 3").await?;
        end_and_save_nothing(person).await?;
        person.open("#/routine").await?;
        for number in ["1. Quad Sway", "2. Quad Pull", "3. Knee Bounces"] {
            person.tap(number).await?;
        }
        for number in ["4. Imaginary Chair", "5. Bun Lift", "6. Hamstring Reach"] {
            person.tap(number).await?;
        }
        person.see("Choose at least one exercise.").await?;
        person.sees_not("Start session").await?;
        person
            .tap("Keep floor exercises together (1, 2, 4, 3, 5, 6)")
            .await?;
        let third = "return document.querySelectorAll('.exercise-card__name')[2].innerText";
        ensure!(person.ask(third, Value::Null).await? == "4. Imaginary Chair");
        person.reload().await?;
        ensure!(person.ask(third, Value::Null).await? == "4. Imaginary Chair");
        // The choice was for that visit; the order stays.
        person.tap("Start session").await?;
        person.see("1 of 6").await
    })
}

#[test]
fn personal_dose_is_chosen_on_the_exercise_page() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/exercise/quad-sway").await?;
        person.tap("Target, more").await?;
        person.see("25 each side").await?;
        for _ in 0..3 {
            person.tap("Target, less").await?;
        }
        person.see("22 each side").await?;
        let focused = "return document.activeElement.getAttribute('aria-label')";
        ensure!(person.ask(focused, Value::Null).await? == "Target, less");
        person.type_into("select", "Slower").await?;
        person.open("#/exercise/imaginary-chair").await?;
        for _ in 0..12 {
            person.tap("Target, less").await?;
        }
        person.see("Up to 10 seconds").await?;
        person.see("Rock the knees in Imaginary Chair").await?;
        person.open("#/exercise/quad-pull").await?;
        person.see("Pace").await?;
        person.sees_not("Target").await?;
        person.come_back_after_days(4).await?;
        person.open("#/start").await?;
        work_until(person, "3 of 22 sways").await?;
        Ok(())
    })
}

#[test]
fn nobody_practises_before_the_questions() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/exercise/bun-lift").await?;
        person.tap("Practise this one").await?;
        answer_safety_questions(person).await?;
        person.see_title("Bun Lift").await?;
        work_until(person, "2 of 25 lifts").await?;
        person.tap("That’s enough").await?;
        person.pass_until("How to do it", LONG).await?;
        person.open("#/history").await?;
        person.see("No sessions yet.").await?;
        person.open("#/exercise/bun-lift").await?;
        person.tap("Practise this one").await?;
        person.see_button("Start now").await
    })
}

#[test]
fn finish_asks_about_the_knees_and_says_what_is_neglected() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("More sore").await?;
        person.see("Rest until your knees have settled.").await?;
        person.tap("Skip").await?;
        person
            .sees_not("Rest until your knees have settled.")
            .await?;
        person.see("Next session: from Friday 5 June.").await?;
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
        person.see("You stopped after Quad Sway at 10:0").await.ok();
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
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

/// The browser's own offer to install, and what it is told about the badge.
const DEVICE: &str = "
    window.badges = [];
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
        ensure!(person.ask(badges, Value::Null).await? == "dot,none");
        Ok(())
    })
}
