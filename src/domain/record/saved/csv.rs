//! The history for a spreadsheet: RFC 4180, one row for each set.
//!
//! The column names and values are those of the stored format (docs/data-format.md), not words of
//! the app: another language does not change the file. None of them has a comma or a quotation
//! mark, so nothing needs quoting.

use serde::Serialize;

use crate::domain::record::history::{Entry, SetResult};
use crate::json;

/// Begins the file, so that spreadsheets read it as UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

const HEADER: &str = "date,time,exercise,side,attempt,done,target,unit,counted,hurt,tighter,feel,\
                      day-after,active-seconds,logged";

/// The entries as rows, in the order given; an entry without sets has one row without a set. Dates
/// and times are those of the place where the session was done.
pub fn history<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    text.push_str(HEADER);
    text.push_str("\r\n");
    for entry in entries {
        for result in &entry.results {
            row(&mut text, entry, Some(result));
        }
        if entry.results.is_empty() {
            row(&mut text, entry, None);
        }
    }
    text
}

fn row(text: &mut String, entry: &Entry, set: Option<&SetResult>) {
    let minute = entry.started.minute_of_day();
    let time = [minute / 60, minute % 60].map(two_digits).join(":");
    text.push_str(&entry.day().to_string());
    field(text, &time);
    if let Some(set) = set {
        field(text, &name(set.exercise));
        field(text, &name(set.side));
        field(text, &name(set.attempt));
        field(text, &set.done.to_string());
        field(text, &set.target.number().to_string());
        field(text, &name(set.target.unit()));
        field(text, &name(set.counted));
        let mut pains = entry.pains.iter();
        let hurt = pains.any(|pain| pain.exercise == set.exercise && pain.side == set.side);
        field(text, yes_or_no(hurt));
    } else {
        text.push_str(",,,,,,,");
        field(text, yes_or_no(!entry.pains.is_empty()));
    }
    field(text, &entry.tighter.map(name).unwrap_or_default());
    field(text, &entry.feel.map(name).unwrap_or_default());
    field(text, &entry.day_after.map(name).unwrap_or_default());
    field(text, &(entry.active_ms / 1_000).to_string());
    field(text, yes_or_no(entry.logged));
    text.push_str("\r\n");
}

fn field(text: &mut String, value: &str) {
    text.push(',');
    text.push_str(value);
}

/// The name under which a choice is stored.
fn name<T: Serialize>(choice: T) -> String {
    let quoted = json::to_string(&choice).unwrap_or_default();
    quoted.trim_matches('"').to_owned()
}

fn two_digits(number: u16) -> String {
    [number / 10, number % 10]
        .map(|digit| digit.to_string())
        .concat()
}

const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
