//! What was done before, and changing it.

use anyhow::{Result, ensure};
use browser_tests::{Outcome, Person, scenario};
use serde_json::{Value, json};

use crate::steps::{end_from_the_pause, start_first_session, work_until};

const ONE_FEWER: &str = "[aria-label='Quad Sway, right leg'] button";
const ONE_MORE: &str = "[aria-label='Quad Sway, right leg'] button:last-child";

#[test]
fn corrected_numbers_are_stored_and_deleting_can_be_undone() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Change a number").await?;
        person.tap_on(ONE_FEWER).await?;
        person.see("11 of 25").await?;
        person.tap_on(ONE_MORE).await?;
        person.tap_on(ONE_MORE).await?;
        person.see("13 of 25").await?;
        person.see("changed by you").await?;
        person.tap("Better").await?;
        person.reload().await?;
        person.see("1 of 8 sets, 13 of 175 counts.").await?;

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
        person
            .see("Mon Done Tue Rest Wed Today Thu Rest Fri Next Sat Sun")
            .await?;
        person.tap("Do it today anyway").await?;
        person.see("It has been 2 days.").await?;
        person.tap("I’ll rest").await?;
        person.come_back_after_days(2).await?;
        person.see("Ready for a session").await?;
        person.see("You have had 3 rest days.").await?;
        person.go_to("#/schedule").await?;
        person
            .see("Your next session: Friday 5 June or later.")
            .await?;
        person.see_button("Start session").await?;
        person.go_to("#/").await?;
        person.come_back_after_days(9).await?;
        person.see("Your last session was 13 days ago.").await?;
        person.tap("Start session").await?;
        person.see_title("Quad Sway").await
    })
}

#[test]
fn forgotten_day_is_written_down_and_a_wrong_one_is_explained() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/history").await?;
        person
            .see("No sessions yet. Your first one will show here.")
            .await?;
        person.tap("Add this session").await?;
        person.see("Choose a day, for example 5 June 2026.").await?;
        // Half a date is no date, and stays to be finished.
        person.type_into(DAY, "1").await?;
        person.tap("Add this session").await?;
        person.see("Choose a day, for example 5 June 2026.").await?;
        ensure!(is_half_typed(person, DAY).await?);
        fill(person, DAY, "2026-05-31").await?;
        person.tap("Add this session").await?;
        person.see("The session is added as done in full.").await?;
        person.see("31 May 2026").await?;
        for (day, words) in [
            (
                "2026-06-02",
                "That day is still to come. Choose today or an earlier day.",
            ),
            ("1026-05-31", "Please check the year."),
            (
                "2026-05-31",
                "There is a session on that day. You can change its numbers.",
            ),
        ] {
            write_down(person, day).await?;
            person.see(words).await?;
        }
        person.tap("Go to that session").await?;
        person.see_title("Sunday 31 May 2026").await?;
        person.see("Added later").await?;
        person.tap("Change the numbers").await?;
        person
            .tap_on("[aria-label='Imaginary Chair'] button")
            .await?;
        person.see("55 of 60").await?;
        person.open("#/").await?;
        person.see("Rest day").await
    })
}

#[test]
fn numbers_end_at_their_limits() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Change a number").await?;
        for _ in 0..14 {
            person.tap_on(ONE_FEWER).await?;
        }
        person.see("Nothing counted today. That is fine.").await?;
        person.tap_on(ONE_MORE).await?;
        person.see("1 of 25").await?;
        for _ in 0..12 {
            person
                .tap_on("[aria-label='Imaginary Chair'] button:last-child")
                .await?;
        }
        person.see("60 of 60").await?;
        person.see_button("Five more, 60 is the most").await
    })
}

#[test]
fn calendar_goes_through_the_months_and_leads_to_a_day() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/history").await?;
        write_down(person, "2026-04-29").await?;
        person.see("June 2026").await?;
        person.tap("Next month").await?;
        person.see("June 2026").await?;
        person.tap("Previous month").await?;
        person.tap("Previous month").await?;
        person.see("April 2026").await?;
        person.tap("29 Done").await?;
        person.see_title("Wednesday 29 April 2026").await?;
        person.tap("Back").await?;
        person.see_title("My history").await
    })
}

#[test]
fn progress_tells_the_numbers_in_a_sentence_bars_and_a_table() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/progress").await?;
        person
            .see("No sessions yet. Your first one will show here.")
            .await?;
        do_a_short_session(person).await?;
        person.tap("Better").await?;
        write_down(person, "2026-05-28").await?;
        person.open("#/progress").await?;
        person
            .see("Quad Sway, right leg: from 25 to 12 over 2 sessions")
            .await?;
        person.see("Quad Sway, left leg: 25 in 1 session").await?;
        person.see("Right and left").await?;
        person.see("Better: 1 time").await?;
        let charts = "return document.querySelector('svg.chart').getAttribute('aria-label')";
        let label = person.ask(charts, Value::Null).await?;
        let words = "Chart. Quad Sway, right leg: 25, 12. Quad Sway, left leg: 25. The table has the same numbers.";
        ensure!(label == words, "{label}");
        person.tap("Imaginary Chair 60").await?;
        person.see("Imaginary Chair: 60 in 1 session").await?;
        person.tap("Quad Pull 5 · 5").await?;
        person.see("Which side was tighter").await
    })
}

const DAY: &str = "#forgotten-day";

/// Writes down a session of this day.
pub(crate) async fn write_down(person: &mut Person, day: &str) -> Result<()> {
    person.open("#/history").await?;
    fill(person, DAY, day).await?;
    person.tap("Add this session").await
}

/// Fills in a date, a time or a choice in whatever way this machine's language asks for.
pub(crate) async fn fill(person: &mut Person, selector: &str, value: &str) -> Result<()> {
    let fill = "const [selector, value] = arguments[0]; \
        const field = document.querySelector(selector); \
        field.value = value; \
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
    person.ask(fill, json!([selector, value])).await.map(drop)
}

/// Whether something stands in the field that is no date or time yet.
pub(crate) async fn is_half_typed(person: &mut Person, selector: &str) -> Result<bool> {
    let bad = "return document.querySelector(arguments[0]).validity.badInput";
    Ok(person.ask(bad, json!(selector)).await? == true)
}

pub(crate) async fn do_a_short_session(person: &mut Person) -> Result<()> {
    start_first_session(person).await?;
    work_until(person, "12 of 25 sways").await?;
    end_from_the_pause(person).await?;
    person.see_title("Done for today.").await?;
    person.see("1 of 8 sets, 12 of 175 counts.").await
}
