//! A browser that dies, and one that loads the page again and again.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, in_every_engine};

use super::{count, is_safe, resume, rounds, with};
use crate::steps::count_by_hand;

in_every_engine!(killed_browser_keeps_the_exact_count, reloads_lose_nothing);

/// What `IndexedDB` has confirmed is there to the last tap; right after a tap at most this one is
/// missing.
fn killed_browser_keeps_the_exact_count(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 4).await?;
        is_safe(person, 4).await?;
        person.browser_dies().await?;
        let mut counted = 4;
        ensure!(carry_on(person, counted).await? == counted);
        for _ in 0..rounds(1, 10) {
            count(person, counted, 1).await?;
            is_safe(person, counted + 1).await?;
            person.tap("Count").await?;
            person.browser_dies().await?;
            let most = counted + 2;
            counted = carry_on(person, most).await?;
            ensure!(
                counted + 1 >= most,
                "{most} were counted before the browser died, {counted} are left"
            );
        }
        Ok(())
    })
}

/// From Today into the set that was left, where at most this much was done; returns how much is
/// there.
async fn carry_on(person: &mut Person, most: u32) -> Result<u32> {
    person.open("#/").await?;
    person.see("You stopped").await?;
    person.tap("Carry on from Quad Sway").await?;
    person.see("Paused. Your count is kept.").await?;
    resume(person).await?;
    let words = person.words().await?;
    let counted = (0..=most)
        .rev()
        .find(|number| words.contains(&format!(" {number} of 25 sways")));
    counted.ok_or_else(|| anyhow::anyhow!("no count is seen: {words}"))
}

/// A page that is loaded again right after each tap, and then many times before it is there.
fn reloads_lose_nothing(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        let mut counted = 0;
        for _ in 0..rounds(3, 20) {
            person.tap("Count").await?;
            counted += 1;
            person.reload().await?;
            person.see(&format!("{counted} of 25 sways")).await?;
            resume(person).await?;
        }
        person.tap("Count").await?;
        counted += 1;
        for _ in 0..rounds(5, 60) {
            person.start_reload().await?;
        }
        person.reload().await?;
        person.see(&format!("{counted} of 25 sways")).await
    })
}
