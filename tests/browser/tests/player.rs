//! The session under the hands of a person: counting, pausing, skipping, stopping for pain.

use browser_tests::{Key, Outcome, Person, scenario};

use crate::steps::{
    LONG, count_by_hand, end_from_the_pause, seconds, start_first_session, work_until,
};

#[test]
fn counts_by_hand_with_taps_and_keys() -> Outcome {
    scenario(async |person: &mut Person| {
        count_by_hand(person).await?;
        person.tap("Count").await?;
        person.see("1 of 25 sways").await?;
        person.press(Key::Space).await?;
        person.see("2 of 25 sways").await?;
        person.press(Key::PageDown).await?;
        person.see("3 of 25 sways").await?;
        person.press(Key::PageUp).await?;
        person.see("2 of 25 sways").await?;
        person.tap_on(".player__dial").await?;
        person.see("3 of 25 sways").await?;
        person.tap_on(".player__figure").await?;
        person.see("4 of 25 sways").await?;
        // Nothing advances by itself.
        person.pass(seconds(120)).await?;
        person.see("4 of 25 sways").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        person.see("You did 4 on the right").await?;
        work_until(person, "0 of 25 sways").await?;
        for _ in 0..24 {
            person.press(Key::Right).await?;
        }
        person.see("24 of 25 sways").await?;
        person.tap("Count").await?;
        person.pass_until("Next: Quad Pull", LONG).await?;
        Ok(())
    })
}

#[test]
fn pain_stops_every_phase() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        // In a lead-in.
        it_hurts(person, "Next: Quad Pull").await?;
        // At the question.
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        work_until(person, "2 of 5 breaths").await?;
        person.tap("That’s enough").await?;
        person.pass_until("Was one side tighter?", LONG).await?;
        it_hurts(person, "Next: Knee Bounces").await?;
        // In a set.
        work_until(person, "2 of 25 bounces").await?;
        person.tap("It hurts").await?;
        person.see("You did 2 of 25; that is saved.").await?;
        person.tap("Right knee").await?;
        person.tap("I’m ready for the next exercise").await?;
        person.see_title("Next: Imaginary Chair").await?;
        // In a pause.
        work_until(person, "0:05 goal 1 minute").await?;
        person.tap("Pause").await?;
        it_hurts(person, "Next: Bun Lift").await?;
        // On the way back from a pause.
        work_until(person, "3 of 25 lifts").await?;
        person.tap("Pause").await?;
        person.tap("Resume").await?;
        person.pass(seconds(1)).await?;
        it_hurts(person, "Next: Hamstring Reach").await?;
        person.tap("It hurts").await?;
        person.tap("End today’s session").await?;
        person.see_title("Done for today.").await?;
        person.see("5 of 8 sets, 12 of 175 counts.").await
    })
}

async fn it_hurts(person: &mut Person, next: &str) -> anyhow::Result<()> {
    person.tap("It hurts").await?;
    person.see_title("Stopped").await?;
    person.see("Do not push through pain.").await?;
    // No countdown runs.
    person.pass(seconds(60)).await?;
    person.see_title("Stopped").await?;
    person.tap("I’m ready for the next exercise").await?;
    person.see_title(next).await
}

#[test]
fn gentler_try_asks_for_half() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.tap("It hurts").await?;
        person.tap("Try this one again").await?;
        work_until(person, "2 of 13 sways").await
    })
}

#[test]
fn pause_sheet_resumes_skips_and_goes_back() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        person.tap("Pause").await?;
        person.pass(seconds(5)).await?;
        person.see("3 of 25 sways").await?;
        person.tap("Resume").await?;
        for number in ["3 seconds", "2 seconds", "1 second"] {
            person.pass_until(number, seconds(2)).await?;
        }
        person.pass_until("4 of 25 sways", seconds(5)).await?;

        person.tap("Pause").await?;
        person.tap("Skip this one").await?;
        person.see("Skipped Quad Sway. Undo").await?;
        person.tap("Undo").await?;
        person.see_title("Quad Sway").await?;
        person.pass_until("4 of 25 sways", seconds(5)).await?;

        person.tap("Pause").await?;
        person.tap("Start this set again").await?;
        for words in ["3 seconds", "0 of 25 sways", "1 of 25 sways"] {
            person.pass_until(words, seconds(5)).await?;
        }
        person.tap("That’s enough").await?;
        person.pass_until("Switch sides", LONG).await?;
        person.tap("Wait for me").await?;
        person.tap("Back to previous").await?;
        person.see("Right leg").await
    })
}

#[test]
fn ending_asks_first() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "6 of 25 sways").await?;
        person.press(Key::Escape).await?;
        person.see_title("End here?").await?;
        person.tap("Keep going").await?;
        person.pass_until("7 of 25 sways", seconds(20)).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        person.see("1 of 8 sets, 7 of 175 counts.").await
    })
}

#[test]
fn hidden_page_pauses_and_says_why() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "5 of 25 sways").await?;
        person.look_away().await?;
        person.pass(seconds(30)).await?;
        person.look_back().await?;
        person
            .see("Paused while this page was out of sight.")
            .await?;
        person.see("5 of 25 sways").await?;
        person.tap("Resume").await?;
        person.pass_until("6 of 25 sways", seconds(15)).await?;
        Ok(())
    })
}

#[test]
fn space_pauses_and_resumes() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        person.press(Key::Space).await?;
        person.pass_until("2 of 25 sways", seconds(15)).await?;
        person.press(Key::Space).await?;
        person.see_button("Resume").await?;
        person.press(Key::Space).await?;
        person.pass_until("3 of 25 sways", seconds(10)).await?;
        Ok(())
    })
}

#[test]
fn browsers_back_leaves_the_session_paused() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "2 of 25 sways").await?;
        person.go_back().await?;
        person.sees_not("2 of 25 sways").await?;
        person.pass(seconds(60)).await?;
        person.go_to("#/").await?;
        person.see("Your session is paused.").await?;
        person.tap("Carry on from Quad Sway").await?;
        person.see("2 of 25 sways").await?;
        person.see_button("Resume").await
    })
}

#[test]
fn reload_in_a_session_lands_paused() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "4 of 25 sways").await?;
        person.reload().await?;
        person.see("Paused. Your count is kept.").await?;
        person.see("4 of 25 sways").await?;
        person.tap("Resume").await?;
        person.pass_until("5 of 25 sways", seconds(20)).await?;
        Ok(())
    })
}
