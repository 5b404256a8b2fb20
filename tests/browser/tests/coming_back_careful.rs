//! What keeps people safe: pain is remembered, and the questions come before anything is done.

use anyhow::ensure;
use browser_tests::{Key, Outcome, Person, scenario};
use serde_json::Value;

use crate::{
    coming_back::end_and_save_nothing,
    history::do_a_short_session,
    steps::{LONG, answer_all_questions, answer_safety_questions, start_first_session, work_until},
};

const HURT_LAST_TIME: &str = "Last time this hurt. Go gently, or skip it.";

#[test]
fn pain_offers_help_and_is_remembered() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.tap("It hurts").await?;
        person.see_title("Stopped").await?;
        person.see("You did 5 of 25; that is saved.").await?;
        for words in [
            "Call the emergency number now",
            "Chest pain, or very short of breath, that does not ease at rest.",
            "You fell and cannot get up.",
            "Get help today",
            "A knee that is stuck, gives way or has changed shape.",
            "One calf that is sore, swollen, warm or red. Do not exercise.",
            "Ask your doctor",
            "Pain that does not settle in two days, or comes back each time.",
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
        let twice = "This hurt two sessions in a row, so next time it is left out \
                     unless you put it back.";
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
        person.see_title("Ask first.").await?;
        person.tap("Continue, it is my choice").await?;
        person.tap("No").await?;
        person.see_title("Stop if it hurts.").await?;
        person.tap("I did not hear it").await?;
        person.see("Turn the volume up.").await?;
        person.tap("I understand. No voice for me").await?;
        person
            .see("A chair or worktop that cannot slide, by a bare wall.")
            .await?;
        person.tap("Start session: put the phone down now").await?;
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

        person.open("#/settings/session").await?;
        person.tap("Do the safety questions again").await?;
        answer_all_questions(person).await?;
        // Nothing starts by itself.
        person.tap("Done").await?;
        person.see_title("Today").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

#[test]
fn nobody_practises_before_the_questions() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/exercise/bun-lift").await?;
        person.tap("Practice this one").await?;
        answer_all_questions(person).await?;
        person.tap("Start practice: put the phone down now").await?;
        person.see_title("Bun Lift").await?;
        work_until(person, "2 of 25 lifts").await?;
        person.tap("That’s enough").await?;
        person.pass_until("How to do it", LONG).await?;
        person
            .see("Practice done. It does not count as a session.")
            .await?;
        person.open("#/history").await?;
        person.see("No sessions yet.").await?;
        person.open("#/exercise/bun-lift").await?;
        person.sees_not("Practice done.").await?;
        person.tap("Practice this one").await?;
        person.see("You need: mat").await?;
        person.see_button("Start now").await
    })
}
