//! Two windows with the app at the same time.

use anyhow::Result;
use browser_tests::{Engine, Outcome, Person, in_every_engine};

use super::{count, count_by_hand, with};
use crate::steps::seconds;

const ELSEWHERE: &str = "A session is running in another window of this app.";

in_every_engine!(other_window_takes_the_session_over);

/// What one window does, the other shows without being loaded again.
fn other_window_takes_the_session_over(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        person.open_in_new_window("#/").await?;
        person.turn_to_window(0).await?;
        count(person, 3, 1).await?;
        person.pass(seconds(2)).await?;
        person.turn_to_window(1).await?;
        take_over(person, 4).await?;
        person.tap("Count").await?;
        person.see("5 of 25 sways").await?;

        person.turn_to_window(0).await?;
        person.see_title("Today").await?;
        take_over(person, 5).await?;
        person.turn_to_window(1).await?;
        person.see_title("Today").await?;
        person.see(ELSEWHERE).await?;

        person.turn_to_window(0).await?;
        person.tap("Pause").await?;
        person.tap("End session").await?;
        person.tap("End and save").await?;
        person.see_title("All done. Well done.").await?;
        person.turn_to_window(1).await?;
        person.see("Done for today").await?;
        person.go_to("#/history").await?;
        person.see("1 June").await
    })
}

async fn take_over(person: &mut Person, counted: u32) -> Result<()> {
    person.see(ELSEWHERE).await?;
    person.tap("Carry on here").await?;
    person.see(&format!("{counted} of 25 sways")).await?;
    person.tap("Resume").await?;
    person.pass_until("Count", seconds(20)).await.map(drop)
}
