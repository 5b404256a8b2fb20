//! From the first opening to the first lead-in, and what stays where it is meanwhile.

use anyhow::{Result, ensure};
use browser_tests::{FIRST_TAPS, Outcome, Person, past, scenario, with_preload};
use serde_json::Value;
use spry_knees::domain::time::WallTime;

use crate::{history::do_a_short_session, pages::ROUTES};

#[test]
fn seven_taps_lead_to_the_first_lead_in_and_only_the_last_one_starts() -> Outcome {
    scenario(async |person: &mut Person| {
        person.open("#/").await?;
        for tap in FIRST_TAPS {
            person.sees_not("1 of 6").await?;
            person.tap(tap).await?;
        }
        person.see_title("Quad Sway").await?;
        person.see("1 of 6").await
    })
}

/// Writes down what moves on a page without having been touched.
const SHIFTS: &str = "
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            shifts.push(`${value}: ${sources.map(({ node }) => node?.className ?? node?.nodeName)}`);
        }
    }).observe({ type: 'layout-shift', buffered: true });";

async fn nothing_moved(person: &mut Person, what: &str) -> Result<()> {
    // Two frames later what moves has moved.
    let frames = "return new Promise((done) => \
        requestAnimationFrame(() => requestAnimationFrame(() => done(shifts.splice(0)))))";
    let shifts = person.ask(frames, Value::Null).await?;
    ensure!(shifts == Value::Array(Vec::new()), "{what}: {shifts}");
    Ok(())
}

#[test]
fn nothing_moves_on_any_page_as_it_loads() -> Outcome {
    with_preload(SHIFTS, async |person: &mut Person| {
        for route in ROUTES {
            person.open(route).await?;
            nothing_moved(person, route).await?;
        }
        do_a_short_session(person).await?;
        for route in ["#/done", "#/", "#/history", "#/progress", "#/doctor"] {
            person.open(route).await?;
            nothing_moved(person, route).await?;
        }
        Ok(())
    })
}

#[test]
fn nothing_moves_where_today_asks_about_the_day_after() -> Outcome {
    with_preload(SHIFTS, async |person: &mut Person| {
        person.open("#/").await?;
        // The day before the clock of the tests.
        let yesterday = past::session(WallTime {
            utc_ms: 1_780_218_000_000,
            offset_min: 60,
        });
        person.did_before(&[yesterday]).await?;
        person.open("#/").await?;
        person.see("How did your knees feel the day after?").await?;
        nothing_moved(person, "the question").await?;
        person.tap("More sore").await?;
        person.see("Rest until your knees have settled.").await?;
        person.open("#/").await?;
        person.see("Rest until your knees have settled.").await?;
        nothing_moved(person, "the advice").await
    })
}
