//! What leaves the screen: the calendar file, and the pages that are printed.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Outcome, Person, Setup, scenario};
use serde_json::Value;
use xtask::process::root;

use crate::files::{DOWNLOADS, FILE};
use crate::history::{do_a_short_session, fill, is_half_typed, write_down};

/// A device with a share sheet, which fails.
const BROKEN_SHEET: &str = "
    navigator.canShare = () => true;
    navigator.share = () => Promise.reject(new DOMException('no', 'DataError'));";

#[test]
fn reminder_is_a_calendar_file_and_a_date_in_words() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Add to my calendar").await?;
        person.see("Next session: from Friday 5 June.").await?;
        person.tap("Add to my calendar").await?;
        let file = person.ask(FILE, Value::Null).await?;
        let file = file.as_str().context("there is no file")?;
        for part in [
            "spry-knees-2026-06-05.ics\ntext/calendar;charset=utf-8\nBEGIN:VCALENDAR\r\n",
            "\r\nDTSTART:20260605T100000\r\n",
            "\r\nSUMMARY:Knee exercises\r\n",
            "\r\nTRIGGER:-PT10M\r\n",
        ] {
            ensure!(file.contains(part), "{file}");
        }
        ensure!(!file.contains("RRULE"));
        person.see("Did your calendar not open?").await?;
        person.see("Friday 5 June, 10:00am").await?;

        fill(person, TIME, "17:30").await?;
        person.see("Friday 5 June, 5:30pm").await?;
        person.see("Every Friday and Tuesday, from Friday 5 June.").await?;
        person.tap("Add two days every week").await?;
        let file = person.ask(FILE, Value::Null).await?;
        let file = file.as_str().context("there is no file")?;
        ensure!(file.contains("\r\nDTSTART:20260605T173000\r\nDTEND:20260605T174500\r\nRRULE:FREQ=WEEKLY;BYDAY=FR,TU\r\n"), "{file}");
        Ok(())
    })
}

#[test]
fn wrong_day_or_time_is_explained_and_an_early_one_is_a_choice() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/schedule").await?;
        let disabled = "return pressable('Add to my calendar')[0].disabled";
        for (day, words) in [
            (
                "2020-01-01",
                "That day is over. Choose today or a later day.",
            ),
            (
                "2226-06-05",
                "That is more than a year away. Please check the year.",
            ),
        ] {
            fill(person, DAY, day).await?;
            person.see(words).await?;
            ensure!(person.ask(disabled, Value::Null).await? == true, "{day}");
        }
        fill(person, DAY, "2026-06-03").await?;
        person
            .see("That is 2 days after your last session.")
            .await?;
        ensure!(person.ask(disabled, Value::Null).await? == true);
        person.tap("I’ll rest").await?;
        let value = "return document.querySelector('#reminder-day').value";
        ensure!(person.ask(value, Value::Null).await? == "2026-06-05");
        ensure!(person.ask(disabled, Value::Null).await? == false);
        fill(person, DAY, "2026-06-03").await?;
        person.tap("Keep that day anyway").await?;
        person.tap("Add to my calendar").await?;
        person.see("Wednesday 3 June, 10:00am").await?;

        // What is typed so far stays in the field.
        person.type_into(DAY, DELETE).await?;
        person.see("Choose a day, for example 5 June 2026.").await?;
        ensure!(is_half_typed(person, DAY).await?);
        person.type_into(TIME, DELETE).await?;
        person.see("Choose a time, for example 10:00.").await?;
        ensure!(person.ask(disabled, Value::Null).await? == true);
        fill(person, DAY, "2026-06-06").await?;
        fill(person, TIME, "09:05").await?;
        person.tap("Add to my calendar").await?;
        person.see("Saturday 6 June, 9:05am").await
    })
}

const DAY: &str = "#reminder-day";
const TIME: &str = "#reminder-time";
/// The key.
const DELETE: &str = "\u{e017}";

#[test]
fn reminder_is_saved_where_the_share_sheet_fails() -> Outcome {
    let preload: &'static str = Box::leak([DOWNLOADS, BROKEN_SHEET].concat().into_boxed_str());
    let setup = Setup {
        preload,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/schedule").await?;
        fill(person, TIME, "09:59").await?;
        person
            .see("That time is over. Choose a later time or another day.")
            .await?;
        fill(person, TIME, "10:00").await?;
        person.sees_not("That time is over.").await?;
        person.tap("Add to my calendar").await?;
        person.see("Did your calendar not open?").await?;
        let file = person.ask(FILE, Value::Null).await?;
        ensure!(
            file.as_str()
                .is_some_and(|file| file.contains("DTSTART:20260601T100000")),
            "{file}"
        );
        Ok(())
    })
}

#[test]
fn page_for_the_doctor_is_one_sheet_of_paper() -> Outcome {
    scenario(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Better").await?;
        for day in ["05-28", "05-25", "05-21", "05-18", "05-14", "05-11"] {
            write_down(person, &["2026-", day].concat()).await?;
        }
        person.open("#/doctor").await?;
        person
            .see("From 7 April 2026 to 1 June 2026: 7 sessions.")
            .await?;
        for words in [
            "11 May, 14 May, 18 May, 21 May, 25 May, 28 May, 1 June.",
            "Quad Sway, right leg",
            "Stops for pain",
            "None.",
            "Better: 1 time",
        ] {
            person.see(words).await?;
        }
        let pages = print(person, "doctor").await?;
        ensure!(pages == 1, "{pages} pages");
        Ok(())
    })
}

#[test]
fn routine_is_printed_on_a_few_sheets() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/print").await?;
        person
            .see("Always check with your doctor before you start.")
            .await?;
        let pages = print(person, "routine").await?;
        ensure!((2..=4).contains(&pages), "{pages} pages");
        Ok(())
    })
}

/// Prints the page into target/paper, for people to look at; returns how many sheets it takes.
async fn print(person: &mut Person, name: &str) -> Result<usize> {
    let dir = root().join("target/paper");
    fs::create_dir_all(&dir)?;
    let path = dir.join(name).with_extension("pdf");
    person.print(&path).await?;
    let pdf = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    let counts = pdf.split("/Count ").skip(1);
    let count = counts.filter_map(|rest| {
        rest.split(|c: char| !c.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    });
    count.max().context("the PDF does not tell its pages")
}
