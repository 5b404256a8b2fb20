//! The browser is asked to keep what is stored, once there is something to lose.

use anyhow::Result;
use browser_tests::{Engine, Outcome, Person, Setup, in_every_engine};

use super::{count, with};
use crate::steps::{count_by_hand, end_from_the_pause, work_until};

in_every_engine!(browser_is_asked_to_keep_the_data_after_the_second_session);

/// A browser that promises to keep the data when it is asked, and remembers how often it was.
const ANSWER: &str = "Object.defineProperty(navigator, 'storage', { value: { \
    persisted: async () => sessionStorage.asked > 0, \
    persist: async () => { \
        sessionStorage.asked = Number(sessionStorage.asked ?? 0) + 1; \
        return true; \
    }, \
} })";

fn browser_is_asked_to_keep_the_data_after_the_second_session(engine: Engine) -> Outcome {
    let setup = Setup {
        preload: ANSWER,
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        count_by_hand(person).await?;
        finish(person).await?;
        asked(person, 0).await?;
        person.go_to("#/data").await?;
        person
            .see("This browser may clear your data when it runs out of room.")
            .await?;
        for before in 0..2 {
            person.come_back_after_days(4).await?;
            person.go_to("#/start").await?;
            person.see_title("Quad Sway").await?;
            work_until(person, "0 of 25 sways").await?;
            finish(person).await?;
            asked(person, before).await?;
            person.tap("Done").await?;
            asked(person, 1).await?;
        }
        person.go_to("#/data").await?;
        person
            .see("This browser has promised to keep your data until you erase it.")
            .await
    })
}

async fn finish(person: &mut Person) -> Result<()> {
    count(person, 0, 1).await?;
    end_from_the_pause(person).await?;
    person.see_title("Done for today.").await
}

async fn asked(person: &mut Person, times: u32) -> Result<()> {
    let asked = format!("Number(sessionStorage.asked ?? 0) === {times}");
    person.wait_for(&asked).await
}
