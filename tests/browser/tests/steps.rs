//! What several scenarios do on their way.

use std::time::Duration;

use anyhow::Result;
use browser_tests::Person;

/// Longer than any wait or set.
pub(crate) const LONG: Duration = Duration::from_mins(4);

pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// From an empty browser through the safety questions into the first lead-in.
pub(crate) async fn start_first_session(person: &mut Person) -> Result<()> {
    person.open("#/").await?;
    person.tap("Get started").await?;
    answer_safety_questions(person).await?;
    person.see_title("Quad Sway").await?;
    person.see("1 of 6").await
}

/// Into the first set, counted by hand: no time needs to pass.
pub(crate) async fn count_by_hand(person: &mut Person) -> Result<()> {
    choose_to_count(person).await?;
    start_to_count(person).await
}

/// Chooses in the settings to count by hand.
pub(crate) async fn choose_to_count(person: &mut Person) -> Result<()> {
    person.open("#/settings/session").await?;
    person.tap("I do, one press each time").await
}

/// Into the first set, as somebody who counts by hand.
pub(crate) async fn start_to_count(person: &mut Person) -> Result<()> {
    start_first_session(person).await?;
    work_until(person, "0 of 25 sways").await
}

/// As somebody whom nothing holds back, into a session.
pub(crate) async fn answer_safety_questions(person: &mut Person) -> Result<()> {
    answer_all_questions(person).await?;
    person.tap("Start session: put the phone down now").await
}

/// The same as far as to the room that is set up.
pub(crate) async fn answer_all_questions(person: &mut Person) -> Result<()> {
    person
        .see_title("Have you torn or damaged anything in your knee?")
        .await?;
    person.tap("No").await?;
    person
        .see_title("Have you checked with your doctor that you can start new exercises?")
        .await?;
    person.tap("Yes").await?;
    person
        .see_title("Can you get down to the floor and back up on your own?")
        .await?;
    person.tap("Yes").await?;
    person.see_title("Stop if it hurts.").await?;
    person.tap("Play the voice").await?;
    person.tap("I heard it. I understand").await?;
    person.see_title("Get set up").await
}

/// From a lead-in into its set, and so many reps or breaths on.
pub(crate) async fn work_until(person: &mut Person, words: &str) -> Result<()> {
    person.tap("Start now").await?;
    person.pass_until(words, LONG).await.map(drop)
}

/// Out of a running session, with what was done.
pub(crate) async fn end_from_the_pause(person: &mut Person) -> Result<()> {
    person.tap("Pause").await?;
    person.tap("End session").await?;
    person.tap("End and save").await
}

/// From the first lead-in to the last breath, touching nothing but the question.
pub(crate) async fn do_everything(person: &mut Person) -> Result<()> {
    let sets = [
        ("Quad Sway", "Right leg", "25 of 25 sways"),
        ("Quad Sway", "Left leg", "25 of 25 sways"),
        ("Quad Pull", "Right leg", "5 of 5 breaths"),
        ("Quad Pull", "Left leg", "5 of 5 breaths"),
        ("Knee Bounces", "of", "25 of 25 bounces"),
        ("Imaginary Chair", "of", "1:00 goal 1 minute"),
        ("Bun Lift", "of", "25 of 25 lifts"),
        ("Hamstring Reach", "of", "5 of 5 breaths"),
    ];
    for (index, (exercise, leg, goal)) in sets.into_iter().enumerate() {
        // The wait is over and the set runs.
        person.pass_until("That’s enough", LONG).await?;
        person.see_title(exercise).await?;
        person.see(leg).await?;
        person.pass_until(goal, LONG).await?;
        if index == 3 {
            person.pass_until("Was one side tighter?", LONG).await?;
            person.tap("Both the same").await?;
            person.see_title("Next: Knee Bounces").await?;
        } else if let Some((next, _, _)) = sets.get(index + 1) {
            let title = if *next == exercise {
                "Switch sides".to_owned()
            } else {
                format!("Next: {next}")
            };
            person.pass_until(&title, LONG).await?;
        }
    }
    person
        .pass_until("All done. Well done.", LONG)
        .await
        .map(drop)
}
