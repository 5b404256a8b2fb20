//! The product's spine: first visit, a whole session, and its results afterwards.

use browser_tests::{Outcome, Person, scenario};

use crate::steps::{do_everything, seconds, start_first_session, work_until};

#[test]
fn whole_routine_is_kept_and_works_without_network() -> Outcome {
    scenario(async |person: &mut Person| {
        start_first_session(person).await?;
        do_everything(person).await?;
        person.see_title("All done. Well done.").await?;
        person.is_at("#/done").await?;
        person.wait_until_offline_works().await?;

        person.reload().await?;
        person.open("#/").await?;
        person.see("Done for today").await?;
        person.see("This week: 1 of 2").await?;
        person.tap("See today’s numbers").await?;
        person.see_title("Monday 1 June 2026").await?;
        for numbers in ["25 of 25", "5 of 5", "60 of 60"] {
            person.see(numbers).await?;
        }
        person.open("#/history").await?;
        person.see("6 of 6 exercises").await?;

        person.lose_network();
        person.reload().await?;
        person.see("6 of 6 exercises").await?;
        person.open("#/start").await?;
        person.see_title("Do it today anyway?").await?;
        person.tap("Do it today anyway").await?;
        person.see_title("Quad Sway").await?;
        work_until(person, "3 of 25 sways").await?;
        person.pass(seconds(2)).await?;
        person.see("4 of 25 sways").await
    })
}
