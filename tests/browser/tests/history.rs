//! What was done before, and changing it.

use browser_tests::{Outcome, Person, scenario};

use crate::steps::{start_first_session, work_until};

#[test]
fn corrected_numbers_are_stored_and_deleting_can_be_undone() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("−1, Quad Sway, right leg").await?;
        person.see("11 of 25").await?;
        person.tap("+1, Quad Sway, right leg").await?;
        person.tap("+1, Quad Sway, right leg").await?;
        person.see("13 of 25").await?;
        person.see("changed by you").await?;
        person.tap("Better").await?;
        person.reload().await?;
        person.see("13 of 25").await?;

        person.open("#/").await?;
        person.tap("See today’s numbers").await?;
        person.see("13 of 25").await?;
        person.see("At the end: Better").await?;
        person.tap("Delete this session").await?;
        person.see("Session deleted.").await?;
        person.tap("Undo").await?;
        person.see("13 of 25").await?;
        person.reload().await?;
        person.see("13 of 25").await?;

        person.tap("Delete this session").await?;
        person.see("Session deleted.").await?;
        person.reload().await?;
        person.see("This session is not here any more.").await?;
        person.open("#/").await?;
        person.see_button("Get started").await
    })
}

#[test]
fn today_follows_the_days() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Done").await?;
        person.see("Done for today").await?;
        person.see("Next session: Friday 5 June.").await?;
        person.come_back_after_days(2).await?;
        person.see("Rest day").await?;
        person.tap("Do it today anyway").await?;
        person.see("It has been 2 days.").await?;
        person.tap("I’ll rest").await?;
        person.come_back_after_days(2).await?;
        person.see("Ready for a session").await?;
        person.see("You have had 3 rest days.").await?;
        person.come_back_after_days(9).await?;
        person.see("Your last session was 13 days ago.").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

async fn do_a_short_session(person: &mut Person) -> anyhow::Result<()> {
    start_first_session(person).await?;
    work_until(person, "12 of 25 sways").await?;
    person.tap("Pause").await?;
    person.tap("End session").await?;
    person.tap("End and save").await?;
    person.see_title("All done. Well done.").await?;
    person.see("12 of 25").await
}
