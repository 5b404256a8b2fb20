//! The reminder: a calendar file, read back by an independent library, and a date in words.

use anyhow::{Context, Result, ensure};
use browser_tests::{Outcome, Person, Setup};
use serde_json::{Value, json};
use spry_knees::domain::day::Day;

use crate::files::{DOWNLOADS, text_of_file};
use crate::history::{do_a_short_session, fill, is_half_typed};

const DAY: &str = "#reminder-day";
const TIME: &str = "#reminder-time";
/// The key.
const DELETE: &str = "\u{e017}";

/// A device with a share sheet, which fails.
const BROKEN_SHEET: &str = "
    navigator.canShare = () => true;
    navigator.share = () => Promise.reject(new DOMException('no', 'DataError'));";

/// The calendar file that was saved last, which is for this day.
async fn saved_for(person: &mut Person, day: &str) -> Result<String> {
    let name = format!("spry-knees-{day}.ics");
    text_of_file(person, &name, "text/calendar;charset=utf-8").await
}

#[test]
fn reminder_is_a_calendar_file_and_a_date_in_words() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.tap("Add to my calendar").await?;
        person.see("Your next session: Friday 5 June or later.").await?;
        person.tap("Add to my calendar").await?;
        let file = saved_for(person, "2026-06-05").await?;
        ensure!(file.starts_with("BEGIN:VCALENDAR\r\n"), "{file}");
        for part in [
            "\r\nDTSTART:20260605T100000\r\n",
            "\r\nSUMMARY:Knee exercises\r\n",
            "\r\nTRIGGER:-PT10M\r\n",
        ] {
            ensure!(file.contains(part), "{file}");
        }
        ensure!(!file.contains("RRULE"));
        person.see("Did your calendar not open?").await?;
        person.see("Friday 5 June, 10:00").await?;

        fill(person, TIME, "17:30").await?;
        person.see("Friday 5 June, 17:30").await?;
        person.see("Every Friday and Tuesday, from Friday 5 June.").await?;
        person.tap("Add two days every week").await?;
        let file = saved_for(person, "2026-06-05").await?;
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
                "That day has passed. Choose today or a later day.",
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
        person.see("Wednesday 3 June, 10:00").await?;

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
        person.see("Saturday 6 June, 9:05").await
    })
}

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
            .see("That time has passed. Choose a later time or another day.")
            .await?;
        fill(person, TIME, "10:00").await?;
        person.sees_not("That time has passed.").await?;
        person.tap("Add to my calendar").await?;
        person.see("Did your calendar not open?").await?;
        let file = saved_for(person, "2026-06-01").await?;
        ensure!(file.contains("DTSTART:20260601T100000"), "{file}");
        Ok(())
    })
}

/// A library that calendars are made with.
const ICAL: &str = include_str!("../vendor/ical.es5.min.cjs");

/// The events, and up to two years of starts on the wall where the person is.
const READ: &str = "
    const calendar = new ICAL.Component(ICAL.parse(arguments[0]));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const alarms = (event) => event.component.getAllSubcomponents('valarm');
    const minutes = (duration) => duration.toSeconds() / 60;
    const wall = (date) => new Date(date - date.getTimezoneOffset() * 60_000);
    const starts = [];
    const each = events[0].iterator();
    for (let start; starts.length < 208 && (start = each.next());) {
        starts.push(wall(start.toJSDate()).toISOString().slice(0, 16));
    }
    const found = events.map((event) => ({
        title: event.summary,
        minutes: minutes(event.duration),
        zone: event.startDate.zone.tzid,
        alarms: alarms(event).map((alarm) => minutes(alarm.getFirstPropertyValue('trigger'))),
    }));
    return { found, starts };";

/// London's clocks change by an hour on the last Sundays of March and October, New York's on other
/// Sundays, those of Lord Howe Island by half an hour, and Apia's never.
#[test]
fn reminders_keep_their_hour_through_clock_changes() -> Outcome {
    for time_zone in [
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
    ] {
        let setup = Setup {
            preload: DOWNLOADS,
            time_zone,
            ..Setup::default()
        };
        setup.run(reminders_keep_their_hour)?;
    }
    Ok(())
}

async fn reminders_keep_their_hour(person: &mut Person) -> Result<()> {
    let first = Day::from_ymd(2026, 6, 5).context("no day")?;
    person.open("#/schedule").await?;
    person.ask(ICAL, Value::Null).await?;
    fill(person, DAY, &first.to_string()).await?;
    fill(person, TIME, "17:30").await?;
    person.tap("Add to my calendar").await?;
    calendar_shows(person, &[first]).await?;
    person.tap("Add two days every week").await?;
    let pairs: Vec<Day> = (0..104)
        .flat_map(|week| [first + week * 7, first + (week * 7 + 4)])
        .collect();
    calendar_shows(person, &pairs).await
}

/// What a calendar makes of the file that was saved last: half past five on these days.
async fn calendar_shows(person: &mut Person, days: &[Day]) -> Result<()> {
    let file = saved_for(person, &days[0].to_string()).await?;
    let read = person.ask(READ, json!(file)).await?;
    let found = json!([{
        "title": "Knee exercises",
        "minutes": 15,
        "zone": "floating",
        "alarms": [-10],
    }]);
    ensure!(read["found"] == found, "{read}");
    let starts: Vec<String> = days.iter().map(|day| format!("{day}T17:30")).collect();
    ensure!(read["starts"] == json!(starts), "{read}");
    Ok(())
}
