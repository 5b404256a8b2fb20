//! A clock that is set, time zones, leap days: order, due date and durations stay right.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, Setup, in_every_engine};
use serde_json::Value;

use super::{count, resume, with};
use crate::steps::{
    answer_safety_questions, choose_to_count, count_by_hand, end_from_the_pause, seconds,
    work_until,
};

in_every_engine!(
    clock_that_is_set_changes_no_duration,
    clock_that_was_set_back_is_said_and_sessions_keep_their_order,
    sessions_stay_on_their_day_in_every_time_zone,
);

/// Thursday 28 March 2024, 09:00 UTC: the clocks go forward on Sunday, in London.
const BEFORE_SUMMER_TIME: u64 = 1_711_616_400_000;
/// Wednesday 28 February 2024, 09:00 UTC: tomorrow is the 29th.
const BEFORE_LEAP_DAY: u64 = 1_709_110_800_000;
const DAY_MS: u64 = 86_400_000;

/// Milliseconds that the session is kept with, by what measures durations.
const ACTIVE_MS: &str = "const key = Object.keys(localStorage) \
    .find((key) => key.startsWith('spry-knees/entry/')); \
    return JSON.parse(localStorage[key]).body.active_ms";

fn clock_that_is_set_changes_no_duration(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 1).await?;
        person.pass(seconds(10)).await?;
        // Back: nothing is noticed.
        person.set_clock_by(-7_200).await?;
        count(person, 1, 1).await?;
        person.pass(seconds(10)).await?;
        // Forward: as if the device had slept.
        person.set_clock_by(10_800).await?;
        person.pass(seconds(1)).await?;
        person.see("2 of 25 sways").await?;
        resume(person).await?;
        count(person, 2, 1).await?;
        end_from_the_pause(person).await?;
        person.tap("Change a number").await?;
        person.see("3 of 25").await?;
        let active = person.ask(ACTIVE_MS, Value::Null).await?;
        let active_ms = active.as_u64().unwrap_or_default();
        ensure!(
            (20_000..60_000).contains(&active_ms),
            "active for {active_ms} ms"
        );
        Ok(())
    })
}

fn clock_that_was_set_back_is_said_and_sessions_keep_their_order(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        do_a_session(person, 5).await?;
        // From Monday 1 June to Friday 1 May.
        person.come_back_at(1_777_626_000_000).await?;
        person.go_to("#/").await?;
        person
            .see("Your last session is dated in the future. Is today’s date right?")
            .await?;
        person.tap("Start session").await?;
        answer_safety_questions(person).await?;
        do_the_session(person, 4).await?;
        // Friday 5 June: the gap is counted from 1 June.
        person.come_back_at(1_780_650_000_000).await?;
        person.go_to("#/").await?;
        person
            .see("Your last session was Monday 1 June. You have had 3 rest days.")
            .await?;
        person.open("#/history").await?;
        person
            .wait_for("document.body.innerText.includes('1 May')")
            .await?;
        let words = person.words().await?;
        let place = |day: &str| words.rfind(day);
        ensure!(place("1 June") < place("1 May"), "newest first: {words}");
        Ok(())
    })
}

fn sessions_stay_on_their_day_in_every_time_zone(engine: Engine) -> Outcome {
    let setup = Setup {
        time_zone: "Europe/London",
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        // A gap that has a leap day in it, and one from winter time to summer time.
        person.come_back_at(BEFORE_LEAP_DAY).await?;
        do_a_session(person, 3).await?;
        person.come_back_at(BEFORE_LEAP_DAY + 3 * DAY_MS).await?;
        person.go_to("#/").await?;
        person.see("Next session: Sunday 3 March.").await?;
        person.come_back_at(BEFORE_SUMMER_TIME).await?;
        do_a_session(person, 3).await?;
        // 4 days later by the calendar, though only 95 hours later.
        person
            .come_back_at(BEFORE_SUMMER_TIME + 4 * DAY_MS - 3_600_000)
            .await?;
        person.go_to("#/").await?;
        person
            .see("Your last session was Thursday 28 March. You have had 3 rest days.")
            .await?;
        // The other side of the world has a later date already, and keeps the days of the sessions.
        person.travel_to("Pacific/Kiritimati").await?;
        person.open("#/").await?;
        person
            .see("Your last session was Thursday 28 March. You have had 3 rest days.")
            .await?;
        person.travel_to("Pacific/Pago_Pago").await?;
        person.open("#/").await?;
        person
            .see("Your last session was Thursday 28 March. You have had 2 rest days.")
            .await
    })
}

async fn do_a_session(person: &mut Person, reps: u32) -> Result<()> {
    if person.words().await?.contains("Start session") {
        person.tap("Start session").await?;
    } else {
        choose_to_count(person).await?;
        person.open("#/start").await?;
        answer_safety_questions(person).await?;
    }
    do_the_session(person, reps).await
}

async fn do_the_session(person: &mut Person, reps: u32) -> Result<()> {
    person.see_title("Quad Sway").await?;
    work_until(person, "0 of 25 sways").await?;
    count(person, 0, reps).await?;
    end_from_the_pause(person).await?;
    person.see_title("Done for today.").await
}
