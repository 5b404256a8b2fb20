//! The schedule over years of random histories: held against the rule's own promises, against a
//! naive model, and across clock changes and time zones.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a test is its own documentation, and may fail"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use spry_knees::domain::day::{Day, Weekday};
use spry_knees::domain::record::history::{Attempt, Counted, Entry, SetResult};
use spry_knees::domain::record::schedule::{
    Mark, Pick, Status, next_due, next_session, pick, status, strip, too_soon, week,
};
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::routine::{Exercise, Side};
use spry_knees::domain::time::WallTime;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A session with one result, or with none, at this local minute under this offset.
fn entry(day: Day, minute: i64, offset_min: i16, done: u8) -> Entry {
    let local_ms = i64::from(day.epoch_days()) * 86_400_000 + minute * 60_000;
    let utc_ms = local_ms - i64::from(offset_min) * 60_000;
    let set = SetResult {
        exercise: Exercise::BunLift,
        side: Side::Both,
        attempt: Attempt::Planned,
        target: Dose::of_source(Exercise::BunLift),
        done,
        counted: Counted::ByApp,
    };
    Entry {
        active_ms: 600_000,
        ..Entry::new(WallTime { utc_ms, offset_min }, vec![set])
    }
}

fn session(day: Day) -> Entry {
    entry(day, 600, 0, 25)
}

fn sessions(days: &[&str]) -> Vec<Entry> {
    days.iter().map(|text| session(day(text))).collect()
}

#[test]
fn the_words_of_today_have_their_numbers() {
    let monday = sessions(&["2026-06-01"]);
    let at = |today: &str| status(&monday, day(today));
    assert_eq!(status(&[], day("2026-06-01")), Status::FirstRun);
    let last = day("2026-06-01");
    let next = day("2026-06-05");
    assert_eq!(at("2026-05-31"), Status::ClockSetBack { last });
    assert_eq!(at("2026-06-01"), Status::DoneToday { next });
    assert_eq!(
        at("2026-06-03"),
        Status::RestDay {
            next,
            days_since: 2
        }
    );
    assert_eq!(at("2026-06-05"), Status::Due { last, rest_days: 3 });
    assert_eq!(at("2026-06-08"), Status::Due { last, rest_days: 6 });
    assert_eq!(at("2026-06-10"), Status::Late { last, days: 9 });
}

#[test]
fn three_days_are_enough_only_after_four() {
    let due = |days: &[&str]| next_due(&sessions(days)).unwrap();
    assert_eq!(due(&["2026-06-01", "2026-06-05"]), day("2026-06-08"));
    assert_eq!(
        due(&["2026-06-01", "2026-06-05", "2026-06-08"]),
        day("2026-06-12")
    );
    // An early session on 6 June was the choice of the person; the knees get their full rest.
    assert_eq!(
        due(&["2026-06-01", "2026-06-05", "2026-06-06"]),
        day("2026-06-10")
    );
    // Twice on one day is one day.
    assert_eq!(
        due(&["2026-06-01", "2026-06-05", "2026-06-05"]),
        day("2026-06-08")
    );
}

#[test]
fn a_session_without_a_result_does_not_count() {
    let mut entries = sessions(&["2026-06-01"]);
    entries.push(entry(day("2026-06-03"), 600, 60, 0));
    assert_eq!(next_due(&entries), Some(day("2026-06-05")));
    assert_eq!(
        week(&entries, day("2026-06-03"), Weekday::Monday).sessions,
        1
    );
    assert_eq!(status(&entries[1..], day("2026-06-03")), Status::FirstRun);
}

#[test]
fn the_week_has_a_word_for_each_day() {
    use Mark::{Done, Next, Open, Rest, Today};
    let entries = sessions(&["2026-06-01"]);
    let marks = |today| {
        week(&entries, day(today), Weekday::Monday)
            .days
            .map(|day| day.mark)
    };
    assert_eq!(
        marks("2026-06-03"),
        [Done, Rest, Today, Rest, Next, Open, Open]
    );
    assert_eq!(
        marks("2026-06-01"),
        [Done, Rest, Rest, Rest, Next, Open, Open]
    );
    assert!(week(&entries, day("2026-06-01"), Weekday::Monday).days[0].today);
    assert_eq!(
        marks("2026-06-05"),
        [Done, Rest, Rest, Rest, Today, Open, Open]
    );
    let first_run = week(&[], day("2026-06-03"), Weekday::Monday)
        .days
        .map(|day| day.mark);
    assert_eq!(first_run, [Open, Open, Today, Open, Open, Open, Open]);
}

#[test]
fn the_strip_ends_on_the_next_session() {
    let entries = sessions(&["2026-06-01"]);
    let days = strip(&entries, day("2026-06-02"));
    assert_eq!(days.len(), 4);
    assert_eq!(days[0].mark, Mark::Today);
    assert_eq!((days[3].day, days[3].mark), (day("2026-06-05"), Mark::Next));
    assert_eq!(strip(&entries, day("2026-06-20")).len(), 1);
    assert_eq!(strip(&entries, day("2026-05-01")).len(), 1);
}

#[test]
fn a_picked_day_is_past_early_fine_or_too_far() {
    let entries = sessions(&["2026-06-01"]);
    let today = day("2026-06-02");
    assert_eq!(pick(&entries, today, day("2026-06-01")), Pick::Past);
    assert_eq!(
        pick(&entries, today, day("2026-06-04")),
        Pick::Early { days_since: 3 }
    );
    assert_eq!(pick(&entries, today, day("2026-06-05")), Pick::Fine);
    assert_eq!(pick(&[], today, today), Pick::Fine);
    assert_eq!(pick(&entries, today, today + 366), Pick::Fine);
    assert_eq!(pick(&entries, today, today + 367), Pick::TooFar);
}

#[test]
fn monday_and_friday_are_valid_for_ever_and_so_is_every_such_pair() {
    let start = day("2024-01-01");
    for (offset, weekday) in Weekday::ALL.into_iter().enumerate() {
        let mut entries = Vec::new();
        let first = start + i32::try_from(offset).unwrap();
        for weeks in 0..520 {
            for date in [first + weeks * 7, first + weeks * 7 + 4] {
                assert!(open(&entries, date), "{date} in the rhythm of {weekday:?}");
                entries.push(session(date));
                entries.drain(..entries.len().saturating_sub(3));
            }
        }
    }
}

#[test]
fn whoever_comes_on_the_first_due_day_keeps_the_same_two_weekdays() {
    for offset in 0..7 {
        let mut entries = vec![session(day("2026-01-05") + offset)];
        let mut weekdays = vec![entries[0].day().weekday()];
        for _ in 0..500 {
            let date = next_due(&entries).unwrap();
            weekdays.push(date.weekday());
            entries.push(session(date));
            entries.drain(..entries.len().saturating_sub(3));
        }
        assert!(weekdays.windows(3).all(|three| three[0] == three[2]));
    }
}

#[test]
fn a_clock_change_moves_no_date() {
    // Europe/London: summer time starts on 29 March 2026 and ends on 25 October 2026.
    for (minute, before, after, on) in [
        (10, 0, 60, "2026-03-28"),
        (1430, 0, 60, "2026-03-28"),
        (10, 60, 0, "2026-10-24"),
        (1430, 60, 0, "2026-10-24"),
    ] {
        let last = entry(day(on), minute, before, 5);
        let back = entry(day(on) + 4, minute, after, 5);
        let entries = [last];
        assert!(matches!(
            status(&entries, back.day() + -1),
            Status::RestDay { days_since: 3, .. }
        ));
        assert!(matches!(
            status(&entries, back.day()),
            Status::Due { rest_days: 3, .. }
        ));
    }
}

/// Whether a session may start without the gentle override.
fn open(entries: &[Entry], today: Day) -> bool {
    matches!(
        status(entries, today),
        Status::FirstRun | Status::Due { .. } | Status::Late { .. }
    )
}

/// The rule, day by day and word by word, without a thought for speed.
fn naive_due(session_days: &BTreeSet<Day>, today: Day) -> bool {
    let done = |day: Day| session_days.contains(&day);
    let Some(ago) = (0..400).find(|ago| done(today + -ago)) else {
        return true;
    };
    let gap_before = (1..400).find(|gap| done(today + -(ago + gap)));
    match ago {
        0..=2 => false,
        3 => gap_before.is_some_and(|gap| gap >= 4),
        _ => true,
    }
}

/// About six years of sessions: gaps of any kind, at any minute, in any time zone, in any order.
fn history() -> impl Strategy<Value = Vec<Entry>> {
    let gap = prop_oneof![6 => 0..6_i32, 6 => 3..5_i32, 1 => 6..40_i32];
    let offset = prop_oneof![Just(0_i16), Just(60), -720..841_i16];
    let one = (
        gap,
        0..1440_i64,
        offset,
        prop_oneof![1 => Just(0_u8), 6 => 1..26_u8],
    );
    (18_000..24_000_i32, prop::collection::vec(one, 0..300)).prop_map(|(start, steps)| {
        let mut date = Day::from_epoch_days(start);
        let mut entries: Vec<Entry> = Vec::new();
        for (gap, minute, offset, done) in steps {
            date = date + gap;
            entries.push(entry(date, minute, offset, done));
        }
        entries
    })
}

fn counted_days(entries: &[Entry]) -> BTreeSet<Day> {
    entries
        .iter()
        .filter(|entry| entry.counts())
        .map(|entry| local_day(entry.started))
        .collect()
}

/// The local day by a date library.
fn local_day(at: WallTime) -> Day {
    let offset = time::UtcOffset::from_whole_seconds(i32::from(at.offset_min) * 60).unwrap();
    let local = time::OffsetDateTime::from_unix_timestamp(at.utc_ms.div_euclid(1000))
        .unwrap()
        .to_offset(offset);
    Day::from_epoch_days(local.date().to_julian_day() - 2_440_588)
}

proptest! {
    #[test]
    fn agrees_with_the_naive_model_on_every_day(entries in history(), ahead in 0..30_i32) {
        let days = counted_days(&entries);
        let Some(last) = days.last().copied() else {
            prop_assert_eq!(status(&entries, Day::from_epoch_days(20_000)), Status::FirstRun);
            return Ok(());
        };
        let today = last + ahead;
        prop_assert_eq!(open(&entries, today), naive_due(&days, today));
        prop_assert_eq!(too_soon(&entries, today).is_none(), naive_due(&days, today));
    }

    #[test]
    fn never_due_sooner_than_three_days_and_always_from_four(entries in history()) {
        let Some(due) = next_due(&entries) else { return Ok(()); };
        let last = counted_days(&entries).into_iter().next_back().unwrap();
        prop_assert!((3..=4).contains(&(due - last)));
        for ahead in 0..3 {
            prop_assert!(!open(&entries, last + ahead));
        }
        prop_assert!((4..12).all(|ahead| open(&entries, last + ahead)));
    }

    #[test]
    fn next_due_names_the_first_day_that_is_due(entries in history()) {
        let Some(due) = next_due(&entries) else { return Ok(()); };
        let last = counted_days(&entries).into_iter().next_back().unwrap();
        let first = (0..9).map(|ahead| last + ahead).find(|day| open(&entries, *day));
        prop_assert_eq!(Some(due), first);
        prop_assert_eq!(next_session(&entries, last), due);
        prop_assert_eq!(next_session(&entries, due + 50), due + 50);
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter(entries in history(), ahead in 0..12_i32) {
        let today = entries.last().map_or(Day::default(), Entry::day) + ahead;
        let mut reversed = entries.clone();
        reversed.reverse();
        prop_assert_eq!(status(&entries, today), status(&reversed, today));
        prop_assert_eq!(week(&entries, today, Weekday::Monday), week(&reversed, today, Weekday::Monday));
    }

    #[test]
    fn seven_days_in_a_row_never_ask_for_three_sessions(waits in prop::collection::vec(0..6_i32, 1..200)) {
        let mut entries: Vec<Entry> = vec![session(day("2026-01-01"))];
        let mut days = vec![entries[0].day()];
        for wait in waits {
            let date = next_due(&entries).unwrap() + wait;
            days.push(date);
            entries.push(session(date));
        }
        prop_assert!(days.windows(3).all(|three| three[2] - three[0] >= 7));
    }

    #[test]
    fn the_week_counts_its_own_days(entries in history(), ahead in 0..9_i32, first in 0..7_usize) {
        let first = Weekday::ALL[first];
        let today = entries.last().map_or(Day::default(), Entry::day) + ahead;
        let week = week(&entries, today, first);
        prop_assert_eq!(week.days[0].day.weekday(), first);
        prop_assert_eq!(week.days.iter().filter(|day| day.today).count(), 1);
        let mut of_week = counted_days(&entries);
        of_week.retain(|day| day.week_start(first) == today.week_start(first));
        prop_assert_eq!(usize::from(week.sessions), of_week.len());
    }
}

proptest! {
    // Every day of every history: fewer of them.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn replaying_a_history_agrees_with_the_naive_model(entries in history()) {
        let mut known = BTreeSet::new();
        for (length, entry) in entries.iter().enumerate() {
            let today = local_day(entry.started);
            prop_assert_eq!(open(&entries[..length], today), naive_due(&known, today));
            known.extend(entry.counts().then_some(today));
        }
    }
}
