//! A reminder without a server: a calendar file (RFC 5545) for the next session, or for two fixed
//! days a week (decision 3).
//!
//! Times are "floating", without a zone: ten o'clock stays ten o'clock through every clock change
//! and on every journey. Where the phone's calendar shows the reminder is no business of the app.

use std::fmt::Write;

use crate::domain::day::{Day, Weekday};
use crate::domain::time::WallTime;

/// What the file asks the calendar to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// One event.
    Once,
    /// Every week on the first day's weekday and on the one four days later (decision 3).
    WeeklyPair,
}

/// When the first event starts, on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The local day.
    pub day: Day,
    /// Minutes since local midnight, 0 to 1439; more is moved to 1439.
    pub minute_of_day: u16,
}

/// The words that a calendar will show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// The title of the event; the alarm says it as well.
    pub title: &'a str,
    /// What to bring.
    pub description: &'a str,
}

/// The type under which a browser has to hand over the file: with any other, an iPhone shows text.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// One minute to midnight.
const LAST_MINUTE: u16 = 1439;
/// Minutes that an event lasts.
const LENGTH_MIN: u16 = 15;
/// Longest line in octets, without its line break (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// The file as text. `made` is the instant at which it is made: a calendar that already has the
/// event takes the later version.
pub fn calendar_file(reminder: Reminder, start: Start, made: WallTime, words: Words) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Spry Knees//EN");
    file.line("CALSCALE:GREGORIAN");
    file.line("BEGIN:VEVENT");
    file.line(&uid(reminder, start.day));
    file.line(&utc_stamp(made));
    file.line(&sequence(made));
    file.line(&local("DTSTART:", start.day, start.minute()));
    file.line(&end(start));
    if reminder == Reminder::WeeklyPair {
        file.line(&pair_rule(start.day));
    }
    file.text("SUMMARY:", words.title);
    file.text("DESCRIPTION:", words.description);
    file.line("BEGIN:VALARM");
    file.line("ACTION:DISPLAY");
    file.line("TRIGGER:-PT10M");
    file.text("DESCRIPTION:", words.title);
    file.line("END:VALARM");
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    file.text
}

/// A name for the file, for instance `spry-knees-2026-06-05.ics`.
pub fn file_name(day: Day) -> String {
    let mut name = String::from("spry-knees-");
    put(&mut name, format_args!("{day}.ics"));
    name
}

/// The two days of the weekly pair that starts on this day: four days apart, then three.
pub fn pair(first: Day) -> [Day; 2] {
    [first, first + 4]
}

/// Minutes since midnight of a time like `10:05`, as a time field holds it; seconds are dropped.
pub fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, rest) = text.split_once(':')?;
    let minute = rest.split(':').next()?;
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

impl Start {
    /// The time that is offered for a day: ten in the morning or, where that is over, the next full
    /// hour, before midnight in any case.
    pub fn usual(day: Day, now: Self) -> Self {
        let next_hour = (now.minute() / 60 + 1) * 60;
        let ten = Self {
            day,
            minute_of_day: 600,
        };
        if ten.is_over(now) && day == now.day {
            let minute_of_day = next_hour.min(LAST_MINUTE);
            return Self { day, minute_of_day };
        }
        ten
    }

    /// Whether it has been.
    pub fn is_over(self, now: Self) -> bool {
        (self.day, self.minute()) < (now.day, now.minute())
    }

    fn minute(self) -> u16 {
        self.minute_of_day.min(LAST_MINUTE)
    }
}

/// The same reminder always has the same name, so that adding it again does not double it: one name
/// a day, and a single one for the pair, which a newly picked pair replaces.
fn uid(reminder: Reminder, day: Day) -> String {
    let mut uid = String::from("UID:");
    match reminder {
        Reminder::Once => put(&mut uid, format_args!("session-{day}")),
        Reminder::WeeklyPair => uid.push_str("weekly-pair"),
    }
    uid.push_str("@spry-knees");
    uid
}

fn utc_stamp(made: WallTime) -> String {
    let utc = WallTime {
        offset_min: 0,
        ..made
    };
    let mut line = local("DTSTAMP:", utc.day(), utc.minute_of_day());
    line.push('Z');
    line
}

/// Minutes since 1970: it only has to grow with every later version.
fn sequence(made: WallTime) -> String {
    let mut line = String::from("SEQUENCE:");
    let minutes = made.utc_ms.div_euclid(60_000);
    put(
        &mut line,
        format_args!("{}", minutes.clamp(0, i32::MAX.into())),
    );
    line
}

fn end(start: Start) -> String {
    let minute = start.minute() + LENGTH_MIN;
    let days = i32::from(minute / 1440);
    local("DTEND:", start.day + days, minute % 1440)
}

fn local(name: &str, day: Day, minute: u16) -> String {
    let (year, month, date) = day.ymd();
    let mut line = String::from(name);
    put(
        &mut line,
        format_args!(
            "{year:04}{month:02}{date:02}T{:02}{:02}00",
            minute / 60,
            minute % 60
        ),
    );
    line
}

fn pair_rule(first: Day) -> String {
    let [one, other] = pair(first).map(|day| code(day.weekday()));
    let mut line = String::from("RRULE:FREQ=WEEKLY;BYDAY=");
    line.push_str(one);
    line.push(',');
    line.push_str(other);
    line
}

const fn code(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Writing to a `String` cannot fail.
fn put(line: &mut String, arguments: std::fmt::Arguments) {
    let _: std::fmt::Result = line.write_fmt(arguments);
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// Writes a line, folded where it is too long: a break and a space, never inside a character.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > LINE_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(letter);
            octets += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Writes a property whose value is free text (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = String::from(name);
        let value = value.replace("\r\n", "\n");
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' | '\r' => line.push_str("\\n"),
                '\t' => line.push('\t'),
                hidden if hidden.is_control() => {}
                plain => line.push(plain),
            }
        }
        self.line(&line);
    }
}
