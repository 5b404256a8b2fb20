//! A private window: it stores what it is given, and forgets it when it is closed.

use browser_tests::{Engine, Outcome, Person, Setup, Storage};

use super::{NOT_SAVING, count, resume, with};
use crate::steps::{count_by_hand, end_from_the_pause};

#[test]
fn private_window_saves_until_it_is_closed_in_chromium() -> Outcome {
    saves_until_it_is_closed(Engine::Chromium)
}

#[test]
fn private_window_saves_until_it_is_closed_in_firefox() -> Outcome {
    saves_until_it_is_closed(Engine::Firefox)
}

fn saves_until_it_is_closed(engine: Engine) -> Outcome {
    let setup = Setup {
        storage: Storage::Private,
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        person.sees_not(NOT_SAVING).await?;
        person.reload().await?;
        person.see("3 of 25 sways").await?;
        resume(person).await?;
        count(person, 3, 1).await?;
        end_from_the_pause(person).await?;
        person.tap("Change a number").await?;
        person.see("4 of 25").await?;
        person.go_to("#/data").await?;
        // What is true here as well.
        person
            .see("This browser may clear your data when it runs out of room.")
            .await?;
        person
            .sees_not("We could not save. Save a backup now.")
            .await?;
        person.reload().await?;
        person.go_to("#/").await?;
        person.see("Done for today").await?;
        person.browser_dies().await?;
        person.open("#/").await?;
        person.see_button("Get started").await
    })
}
