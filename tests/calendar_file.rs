//! The calendar file, read back by a small strict reader and by an independent library, which also
//! expands the weekly pair over years.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a test is its own documentation, and may fail"
)]

use icalendar::{Calendar, CalendarComponent, Component, Event, EventLike};
use proptest::prelude::*;
use spry_knees::domain::day::Day;
use spry_knees::domain::record::calendar_file::{
    Reminder, Start, Words, calendar_file, file_name, minute_of_day, pair,
};
use spry_knees::domain::time::WallTime;

const WORDS: Words = Words {
    title: "Knee exercises",
    description: "Open the app. You need a chair, a wall and a mat.",
};
/// 3 June 2026, 11:30 in London.
const MADE: WallTime = WallTime {
    utc_ms: 1_780_482_600_000,
    offset_min: 60,
};

fn at(day: &str, minute_of_day: u16) -> Start {
    let day = day.parse().unwrap();
    Start { day, minute_of_day }
}

/// Undoes the folding; every line must end in CRLF and be at most 75 octets long.
fn lines(file: &str) -> Vec<String> {
    let physical: Vec<&str> = file.split("\r\n").collect();
    assert_eq!(physical.last(), Some(&""), "the last line is ended too");
    let mut lines: Vec<String> = Vec::new();
    for line in &physical[..physical.len() - 1] {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']));
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push((*line).to_owned()),
        }
    }
    lines
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next().unwrap() {
                'n' => out.push('\n'),
                literal => out.push(literal),
            },
            (plain, false) => out.push(plain),
        }
    }
    out
}

fn value(file: &str, name: &str) -> String {
    let lines = lines(file);
    let line = lines.iter().find(|line| line.starts_with(name)).unwrap();
    line[name.len() + 1..].to_owned()
}

fn only_event(file: &str) -> Event {
    let calendar: Calendar = file.parse().unwrap();
    let events: Vec<Event> = calendar
        .components
        .into_iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    assert_eq!(events.len(), 1);
    events.into_iter().next().unwrap()
}

/// The first `count` starts as local date and time, the file being opened in this time zone.
fn starts(file: &str, zone: &str, count: u16) -> Vec<String> {
    let zoned = file.replace("DTSTART:", &format!("DTSTART;TZID={zone}:"));
    let set = only_event(&zoned).get_recurrence().unwrap();
    let dates = set.all(count).dates;
    dates
        .iter()
        .map(|start| start.naive_local().to_string())
        .collect()
}

#[test]
fn the_file_for_one_session() {
    let file = calendar_file(Reminder::Once, at("2026-06-05", 600), MADE, WORDS);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Spry Knees//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:session-2026-06-05@spry-knees",
        "DTSTAMP:20260603T103000Z",
        "SEQUENCE:29674710",
        "DTSTART:20260605T100000",
        "DTEND:20260605T101500",
        "SUMMARY:Knee exercises",
        "DESCRIPTION:Open the app. You need a chair\\, a wall and a mat.",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT10M",
        "DESCRIPTION:Knee exercises",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    assert_eq!(lines(&file), expected);
    assert_eq!(
        file_name("2026-06-05".parse().unwrap()),
        "spry-knees-2026-06-05.ics"
    );
}

#[test]
fn a_library_reads_the_same_event() {
    let file = calendar_file(Reminder::Once, at("2026-06-05", 600), MADE, WORDS);
    let event = only_event(&file);
    assert_eq!(event.get_summary(), Some(WORDS.title));
    assert_eq!(event.get_description(), Some(WORDS.description));
    assert_eq!(event.get_uid(), Some("session-2026-06-05@spry-knees"));
    let start = icalendar::DatePerhapsTime::from_naive_local("2026-06-05T10:00:00");
    assert_eq!(event.get_start(), start);
    let end = icalendar::DatePerhapsTime::from_naive_local("2026-06-05T10:15:00");
    assert_eq!(event.get_end(), end);
    assert_eq!(event.property_value("RRULE"), None);
}

trait FloatingTime: Sized {
    fn from_naive_local(text: &str) -> Option<Self>;
}

impl FloatingTime for icalendar::DatePerhapsTime {
    fn from_naive_local(text: &str) -> Option<Self> {
        let time = text.parse().unwrap();
        Some(Self::DateTime(icalendar::CalendarDateTime::Floating(time)))
    }
}

#[test]
fn the_weekly_pair_keeps_its_weekdays_and_its_hour_through_clock_changes() {
    // New York changes on 8 March and 1 November 2026, London on 29 March and 25 October,
    // Sydney on 5 April and 4 October; Apia has none.
    let file = calendar_file(Reminder::WeeklyPair, at("2026-03-02", 600), MADE, WORDS);
    for zone in [
        "America/New_York",
        "Europe/London",
        "Australia/Sydney",
        "Pacific/Apia",
    ] {
        let starts = starts(&file, zone, 208);
        assert_eq!(starts.len(), 208);
        for (index, start) in starts.iter().enumerate() {
            let weeks = i32::try_from(index / 2).unwrap();
            let offset = if index % 2 == 0 { 0 } else { 4 };
            let day = "2026-03-02".parse::<Day>().unwrap() + (weeks * 7 + offset);
            assert_eq!(*start, format!("{day} 10:00:00"), "{zone}");
        }
    }
}

#[test]
fn the_weekly_pair_works_from_every_weekday() {
    for offset in 0..7 {
        let first = "2026-10-19".parse::<Day>().unwrap() + offset;
        let start = Start {
            day: first,
            minute_of_day: 1_020,
        };
        let file = calendar_file(Reminder::WeeklyPair, start, MADE, WORDS);
        let expected: Vec<String> = [0, 4, 7, 11, 14, 18]
            .map(|days| format!("{} 17:00:00", first + days))
            .into();
        assert_eq!(starts(&file, "Europe/London", 6), expected);
        assert_eq!(pair(first), [first, first + 4]);
    }
}

#[test]
fn the_same_reminder_keeps_its_name_and_a_later_version_outranks_it() {
    let later = WallTime {
        utc_ms: MADE.utc_ms + 120_000,
        offset_min: -300,
    };
    for reminder in [Reminder::Once, Reminder::WeeklyPair] {
        let first = calendar_file(reminder, at("2026-06-05", 600), MADE, WORDS);
        let second = calendar_file(reminder, at("2026-06-05", 660), later, WORDS);
        assert_eq!(value(&first, "UID"), value(&second, "UID"));
        let number = |file: &str| value(file, "SEQUENCE").parse::<i32>().unwrap();
        assert!(number(&first) < number(&second));
        assert!(value(&first, "DTSTAMP") < value(&second, "DTSTAMP"));
    }
    let other = calendar_file(Reminder::Once, at("2026-06-08", 600), MADE, WORDS);
    assert_eq!(value(&other, "UID"), "session-2026-06-08@spry-knees");
}

#[test]
fn a_time_field_is_read_or_refused() {
    assert_eq!(minute_of_day("10:05"), Some(605));
    assert_eq!(minute_of_day("00:00"), Some(0));
    assert_eq!(minute_of_day("23:59:59"), Some(1_439));
    for wrong in ["", "10", "24:00", "10:60", "1:05", "+1:05", "ab:cd", "10:5"] {
        assert_eq!(minute_of_day(wrong), None, "{wrong:?}");
    }
}

#[test]
fn an_event_at_the_end_of_the_year_ends_in_the_next() {
    let file = calendar_file(Reminder::Once, at("2026-12-31", 1_439), MADE, WORDS);
    assert_eq!(value(&file, "DTSTART"), "20261231T235900");
    assert_eq!(value(&file, "DTEND"), "20270101T001400");
    let beyond = calendar_file(Reminder::Once, at("2026-12-31", 9_999), MADE, WORDS);
    assert_eq!(beyond, file);
}

proptest! {
    #[test]
    fn the_time_that_is_offered_is_still_to_come(today in 0..40_000_i32, minute in 0..1440_u16, ahead in 0..9_i32) {
        let now = Start { day: Day::from_epoch_days(today), minute_of_day: minute };
        let usual = Start::usual(now.day + ahead, now);
        prop_assert!(!usual.is_over(now));
        prop_assert_eq!(usual.day, now.day + ahead);
        if ahead > 0 || minute <= 600 {
            prop_assert_eq!(usual.minute_of_day, 600);
        }
    }

    #[test]
    fn any_words_survive_folding_and_escaping(title in "\\PC{0,200}", description in "[\\PC\n\t]{0,300}") {
        let words = Words { title: &title, description: &description };
        let file = calendar_file(Reminder::Once, at("2026-06-05", 600), MADE, words);
        prop_assert_eq!(unescaped(&value(&file, "SUMMARY")), title);
        prop_assert_eq!(unescaped(&value(&file, "DESCRIPTION")), description);
    }

    #[test]
    fn no_words_can_add_a_line_of_their_own(title in "(\r|\n|\r\n|BEGIN:VEVENT|END:VALARM|\u{0}|;|:|\\\\){0,40}") {
        let words = Words { title: &title, description: "" };
        let file = calendar_file(Reminder::Once, at("2026-06-05", 600), MADE, words);
        let lines = lines(&file);
        prop_assert_eq!(lines.len(), 19);
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn every_start_reads_back_as_the_day_and_minute_it_was(days in 0..60_000_i32, minute in 0..1_440_u16) {
        let day = Day::from_epoch_days(days);
        let start = Start { day, minute_of_day: minute };
        let file = calendar_file(Reminder::Once, start, MADE, WORDS);
        let wall = format!("{day}T{:02}:{:02}:00", minute / 60, minute % 60);
        let expected = icalendar::DatePerhapsTime::from_naive_local(&wall);
        prop_assert_eq!(only_event(&file).get_start(), expected);
    }
}
