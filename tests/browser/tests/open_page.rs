//! A page that stays open: midnight passes, the device sleeps, travels, and has its clock set.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Outcome, Person, Setup, in_every_engine, scenario};
use serde_json::{Value, json};

use crate::files::{DOWNLOADS, FILES, text_of_file};
use crate::history::do_a_short_session;
use crate::steps::{count_by_hand, end_from_the_pause, seconds, start_first_session, work_until};
use crate::storage::{count, with};

in_every_engine!(
    today_follows_midnight_sleep_and_journeys,
    left_session_is_filed_in_the_open_page,
    clock_put_right_by_the_network_does_not_stop_a_set,
);

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
const NO_FILE: i64 = 0;

/// Writes down which timers wait, and how often one of them ran.
const TIMERS: &str = "
    window.timers = new Map();
    window.ran = 0;
    for (const kind of ['Timeout', 'Interval']) {
        const [start, stop] = [window[`set${kind}`], window[`clear${kind}`]];
        window[`set${kind}`] = (callback, ms, ...args) => {
            const id = start(() => {
                window.ran += 1;
                if (kind === 'Timeout') timers.delete(id);
                callback(...args);
            }, ms);
            timers.set(id, ms);
            return id;
        };
        window[`clear${kind}`] = (id) => {
            timers.delete(id);
            stop(id);
        };
    }";

/// `IndexedDB` never answers, and the app waits for it as long as no time passes.
const SILENT: &str = "IDBFactory.prototype.open = () => new EventTarget();";

async fn value_is(person: &mut Person, field: &str, value: &str) -> Result<()> {
    person
        .wait_for(&format!(
            "document.querySelector('#reminder-{field}').value === '{value}'"
        ))
        .await
}

async fn is(person: &mut Person, script: &str, wanted: Value) -> Result<()> {
    let found = person.ask(script, Value::Null).await?;
    ensure!(found == wanted, "{script}: {found} and not {wanted}");
    Ok(())
}

fn today_follows_midnight_sleep_and_journeys(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        // Monday; three days later, a minute before midnight.
        do_a_short_session(person).await?;
        person.come_back_after_days(3).await?;
        person.go_to("#/").await?;
        person.pass(seconds(14 * 3_600 - 60)).await?;
        person.see("Rest day").await?;
        person.see("Thu Today Fri Next").await?;
        person.pass(seconds(61)).await?;
        person.see("Ready for a session").await?;
        person.see("You have had 3 rest days.").await?;
        person.see("Fri Today").await?;
        // The next midnight as well.
        person.pass(seconds(24 * 3_600)).await?;
        person.see("You have had 4 rest days.").await?;
        // A sleep over a midnight: timers are late, but somebody looks.
        person.sleep(DAY_S).await?;
        person.see("You have had 5 rest days.").await?;
        person.look_away().await?;
        person.set_clock_by(DAY_S).await?;
        person.look_back().await?;
        person.see("You have had 6 rest days.").await?;
        if engine == Engine::Chromium {
            // Ten minutes past midnight is yesterday evening in New York.
            person.travel_on_to("America/New_York").await?;
            person.sleep(0).await?;
            person.see("You have had 5 rest days.").await?;
        }
        Ok(())
    })
}

#[test]
fn page_at_rest_has_one_timer_to_midnight() -> Outcome {
    let setup = Setup {
        preload: TIMERS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/").await?;
        person.see_button("Get started").await?;
        // What the start needed is over, the watch over a start that hangs included. The mirror does
        // not go by the page's clock.
        person
            .wait_for("(await indexedDB.databases()).length === 1")
            .await?;
        person.wait_until_offline_works().await?;
        person.pass(seconds(20)).await?;
        let waiting = "return [...timers.values()]";
        let wait = person.ask(waiting, Value::Null).await?;
        let wait = wait.as_array().cloned().unwrap_or_default();
        ensure!(wait.len() == 1, "{wait:?}");
        let hours = 14 * 3_600_000;
        let ms = wait[0].as_u64().unwrap_or_default();
        ensure!((hours - 20_000..=hours + 1_000).contains(&ms), "{ms}");
        person.ask("window.ran = 0", Value::Null).await?;
        person.pass(seconds(600)).await?;
        is(person, "return ran", json!(0)).await?;
        is(person, waiting, json!([ms])).await?;
        person.pass(seconds(14 * 3_600)).await?;
        is(person, "return ran", json!(1)).await
    })
}

/// The engine waits for the mirror; Today stands there without it.
#[test]
fn first_page_alone_follows_the_date() -> Outcome {
    let setup = Setup {
        preload: SILENT,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open_early("#/").await?;
        person.see_today_run().await?;
        person.see("Done for today").await?;
        person.sleep(DAY_S).await?;
        person.see("Rest day").await?;
        person
            .wait_for("document.documentElement.dataset.app !== 'whole'")
            .await
    })
}

fn left_session_is_filed_in_the_open_page(engine: Engine) -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..with(engine)
    };
    setup.run(async |person: &mut Person| {
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        // Left by another page, it goes at its hour by itself.
        person.tap("Pause").await?;
        person.open("#/").await?;
        person.see_button("Carry on from Quad Sway").await?;
        person.pass(seconds(24 * 3_600 - 60)).await?;
        person.see_button("Carry on from Quad Sway").await?;
        person.pass(seconds(61)).await?;
        person.see("Rest day").await?;
        person.go_to("#/history").await?;
        person.see("Monday 1 June 2026").await?;
        // Paused in this one, it is in the backup of a page that has slept since.
        person.go_to("#/start").await?;
        person.tap("Do it today anyway").await?;
        work_until(person, "0 of 25 sways").await?;
        count(person, 0, 2).await?;
        person.tap("Pause").await?;
        person.go_to("#/data").await?;
        person.set_clock_by(25 * HOUR_S).await?;
        person.tap("Save a backup").await?;
        let name = "spry-knees-2026-06-03.json";
        let file = text_of_file(person, name, "application/json").await?;
        let entries = file.matches("spry-knees/entry/").count();
        ensure!(entries == 2, "{entries} sessions: {file}");
        person.tap("Save a table for a spreadsheet").await?;
        text_of_file(
            person,
            "spry-knees-2026-06-03.csv",
            "text/csv;charset=utf-8",
        )
        .await?;
        person.go_to("#/").await?;
        person.see("Rest day").await
    })
}

fn clock_put_right_by_the_network_does_not_stop_a_set(engine: Engine) -> Outcome {
    with(engine).run(async |person: &mut Person| {
        start_first_session(person).await?;
        work_until(person, "3 of 25 sways").await?;
        for by in [3, 20, -20, 60] {
            person.set_clock_by(by).await?;
            person.pass(seconds(2)).await?;
            person.sees_not("Resume").await?;
        }
        person.see("7 of 25 sways").await?;
        // An hour may have been a sleep. Nobody knows, and nobody says so.
        person.set_clock_by(HOUR_S).await?;
        person.pass(seconds(2)).await?;
        person
            .see("Paused. Your device may have been asleep.")
            .await?;
        // What it is out of gives way to "Turn on sound" in a small window.
        person
            .wait_for("document.querySelector('.player__count').innerText.trim() === '7'")
            .await?;
        person.tap("Resume").await?;
        person.pass_until("8 of 25 sways", seconds(30)).await?;
        Ok(())
    })
}

#[test]
fn reminder_offers_no_time_that_is_over() -> Outcome {
    let setup = Setup {
        preload: DOWNLOADS,
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        person.open("#/schedule").await?;
        value_is(person, "time", "10:00").await?;
        // The time that stands there passes unseen: the press finds it.
        person.set_clock_by(60).await?;
        person.tap("Add to my calendar").await?;
        person.see("That time has passed.").await?;
        value_is(person, "time", "10:00").await?;
        is(person, FILES, json!(NO_FILE)).await?;
        // Untouched, what is offered moves on.
        person.reload().await?;
        value_is(person, "time", "11:00").await?;
        person.sleep(HOUR_S).await?;
        value_is(person, "time", "12:00").await?;
        value_is(person, "day", "2026-06-01").await?;
        person.pass(seconds(13 * 3_600)).await?;
        value_is(person, "time", "10:00").await?;
        value_is(person, "day", "2026-06-02").await?;
        person.tap("Add to my calendar").await?;
        person.see("Tuesday 2 June, 10:00").await?;
        text_of_file(
            person,
            "spry-knees-2026-06-02.ics",
            "text/calendar;charset=utf-8",
        )
        .await
        .map(drop)
    })
}

#[test]
fn session_over_midnight_is_asked_about_on_the_day_after() -> Outcome {
    scenario(async |person: &mut Person| {
        const QUESTION: &str = "How did your knees feel the day after?";
        person.open("#/").await?;
        // Monday, 23:50 in London.
        person.come_back_at(1_780_354_200_000).await?;
        count_by_hand(person).await?;
        count(person, 0, 3).await?;
        person.tap("Pause").await?;
        person.pass(seconds(1_200)).await?;
        person.tap("Resume").await?;
        person.pass_until("Count", seconds(20)).await?;
        end_from_the_pause(person).await?;
        person.see_title("Done for today.").await?;
        person.reload().await?;
        person.see_title("Done for today.").await?;
        person.tap("Done").await?;
        person.see("Mon Done Tue Today").await?;
        person.pass(seconds(120)).await?;
        person.sees_not(QUESTION).await?;
        person.come_back_after_days(1).await?;
        person.see(QUESTION).await
    })
}

/// Of an American, dates and weeks; the sentences stay.
#[test]
fn dates_are_written_as_the_reader_writes_them() -> Outcome {
    let setup = Setup {
        language: "en-US",
        ..Setup::default()
    };
    setup.run(async |person: &mut Person| {
        do_a_short_session(person).await?;
        person.open("#/").await?;
        person.see("Next session: Friday, June 5.").await?;
        let week = "return document.querySelector('.week').innerText.split(/\\s+/)[0]";
        is(person, week, json!("Sun")).await?;
        person.go_to("#/history").await?;
        person.see("Monday, June 1, 2026").await?;
        let first = "return document.querySelector('.calendar th [aria-hidden]').innerText";
        is(person, first, json!("Sun")).await
    })
}
