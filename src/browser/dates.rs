//! Dates, times of day and the inch in English as the reader's place writes them, by the browser's own
//! `Intl` (decision 10). The examples are British.
//!
//! A day is handed over as its noon in UTC and written in UTC, so that no time zone can move it.
//! Outside a browser, where components are only rendered to HTML, dates are written as ISO 8601.

use crate::device::locale;
use crate::domain::day::{Day, Weekday};
use crate::domain::record::settings::Inch;

/// "Friday 5 June", on one line.
pub fn long(day: Day) -> String {
    unbroken(&written(day, &[WEEKDAY_LONG, DAY, MONTH_LONG]))
}

/// "Friday 5 June 2026", for days that may lie in another year.
pub fn full(day: Day) -> String {
    written(day, &[WEEKDAY_LONG, DAY, MONTH_LONG, YEAR])
}

/// "5 June 2026".
pub fn date(day: Day) -> String {
    written(day, &[DAY, MONTH_LONG, YEAR])
}

/// "5 June", where the year is known.
pub fn day_month(day: Day) -> String {
    written(day, &[DAY, MONTH_LONG])
}

/// "Friday".
pub fn weekday(day: Day) -> String {
    written(day, &[WEEKDAY_LONG])
}

/// "Fri".
pub fn weekday_short(day: Day) -> String {
    written(day, &[WEEKDAY_SHORT])
}

/// "June 2026".
pub fn month_year(day: Day) -> String {
    written(day, &[MONTH_LONG, YEAR])
}

/// "Jun".
pub fn month_short(day: Day) -> String {
    // British English writes "Sept"; a chart has room for three letters.
    written(day, &[MONTH_SHORT]).chars().take(3).collect()
}

/// "10:42", or "10:42 AM" in the United States, for minutes since midnight, 0 to 1439.
pub fn time_of_day(minute: u16) -> String {
    let words = at(Day::default(), i32::from(minute), &[HOUR, MINUTE]);
    // Some browsers put a narrow space before AM.
    unbroken(&words)
}

/// No line breaks in the middle of it.
fn unbroken(words: &str) -> String {
    words.replace(char::is_whitespace, "\u{a0}")
}

/// How an inch is written for somebody who chose this.
pub fn inch(chosen: Inch) -> Inch {
    match chosen {
        Inch::Device => locale::inch(&language()),
        Inch::Both | Inch::Inches | Inch::Centimetres => chosen,
    }
}

/// The day on which weeks begin in the reader's calendars.
pub fn first_weekday() -> Weekday {
    locale::first_weekday(&language())
}

type Choice = (&'static str, &'static str);

const WEEKDAY_LONG: Choice = ("weekday", "long");
const WEEKDAY_SHORT: Choice = ("weekday", "short");
const DAY: Choice = ("day", "numeric");
const MONTH_LONG: Choice = ("month", "long");
const MONTH_SHORT: Choice = ("month", "short");
const YEAR: Choice = ("year", "numeric");
const HOUR: Choice = ("hour", "numeric");
const MINUTE: Choice = ("minute", "2-digit");

const NOON: i32 = 720;

/// "Friday, 5 June" loses its comma: British English has none, and browsers do not agree.
fn written(day: Day, choices: &[Choice]) -> String {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let words = at(day, NOON, choices);
    match words.split_once(", ") {
        Some((weekday, rest)) if !weekday.contains(is_digit) && rest.starts_with(is_digit) => {
            [weekday, " ", rest].concat()
        }
        _ => words,
    }
}

/// The browser's own language.
fn language() -> String {
    #[cfg(target_arch = "wasm32")]
    if let Some(window) = web_sys::window() {
        return window.navigator().language().unwrap_or_default();
    }
    String::new()
}

#[cfg(target_arch = "wasm32")]
fn at(day: Day, minute: i32, choices: &[Choice]) -> String {
    use js_sys::{Date, Object, Reflect};
    use wasm_bindgen::JsValue;

    let options = Object::new();
    let utc = ("timeZone", "UTC");
    for (name, value) in choices.iter().chain([&utc]) {
        // Setting a property of a new plain object cannot fail.
        let _: Result<bool, JsValue> = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let ms = f64::from(day.epoch_days()) * 86_400_000.0 + f64::from(minute) * 60_000.0;
    Date::new(&ms.into())
        .to_locale_string(&locale::dates(&language()), &options)
        .into()
}

#[cfg(not(target_arch = "wasm32"))]
fn at(day: Day, minute: i32, choices: &[Choice]) -> String {
    if choices.contains(&HOUR) {
        return format!("{:02}:{:02}", minute / 60, minute % 60);
    }
    day.to_string()
}
