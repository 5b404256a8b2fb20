//! What the history says, in numbers.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a test is its own documentation, and may fail"
)]

use proptest::prelude::*;
use spry_knees::domain::day::Day;
use spry_knees::domain::record::forgotten::{Refused, forgotten_session};
use spry_knees::domain::record::history::{
    Attempt, Counted, Entry, Feel, PainNote, Place, SetResult, Tighter,
};
use spry_knees::domain::record::progress::{Asked, Balance, Change, Log, SHOWN, doctor_from};
use spry_knees::domain::routine::dose::{Dose, Unit};
use spry_knees::domain::routine::{Exercise, Side};
use spry_knees::domain::time::WallTime;

use Exercise::{BunLift, HamstringReach, KneeBounces, QuadPull, QuadSway};
use Side::{Both, Left, Right};

const START: i32 = 20_000;

fn set(exercise: Exercise, side: Side, done: u8) -> SetResult {
    SetResult {
        exercise,
        side,
        attempt: Attempt::Planned,
        target: Dose::of_source(exercise),
        done,
        counted: Counted::ByApp,
    }
}

fn entry(day: i32, results: Vec<SetResult>) -> Entry {
    let utc_ms = i64::from(START + day) * 86_400_000 + 36_000_000;
    let started = WallTime {
        utc_ms,
        offset_min: 0,
    };
    Entry::new(started, results)
}

fn bounces(day: i32, done: u8) -> Entry {
    entry(day, vec![set(KneeBounces, Both, done)])
}

fn with_pain(mut entry: Entry, exercise: Exercise) -> Entry {
    entry.pains.push(PainNote {
        exercise,
        side: Both,
        done: 0,
        place: Some(Place::LeftKnee),
    });
    entry
}

fn at(day: i32) -> Day {
    Day::from_epoch_days(START + day)
}

#[test]
fn from_12_to_25_over_6_sessions() {
    let mut entries: Vec<Entry> = [12, 14, 18, 0, 20, 22, 25]
        .into_iter()
        .zip(0..)
        .map(|(done, index)| bounces(index * 4, done))
        .collect();
    entries.reverse();
    let series = Log::of(&entries).series(KneeBounces, Both);
    let expected = Change {
        first: 12,
        last: 25,
        sessions: 6,
        unit: Unit::Reps,
    };
    assert_eq!(series.change(), Some(expected));
    assert_eq!(series.most(), Some(25));
    assert!(series.bars.windows(2).all(|two| two[0].day < two[1].day));
    assert_eq!(
        Log::of(&entries[..1]).series(KneeBounces, Both).change(),
        None
    );
    assert!(Log::of(&entries).series(BunLift, Both).bars.is_empty());
}

#[test]
fn the_better_attempt_stands_for_a_set_and_the_tighter_side_never_does() {
    let mut first = set(QuadPull, Right, 1);
    first.target = Dose::of_source(QuadPull);
    let gentler = SetResult {
        attempt: Attempt::Gentler,
        target: first.target.gentler(),
        done: 3,
        ..first
    };
    let again = SetResult {
        attempt: Attempt::TighterSide,
        done: 5,
        ..first
    };
    let entries = [entry(0, vec![first, gentler, again])];
    let bars = Log::of(&entries).series(QuadPull, Right).bars;
    assert_eq!((bars[0].done, bars[0].target), (3, 3));
}

#[test]
fn the_leg_that_did_fewer_sways_is_named_with_its_share() {
    let sways = |day, right, left| {
        entry(
            day,
            vec![set(QuadSway, Right, right), set(QuadSway, Left, left)],
        )
    };
    let one_leg = entry(12, vec![set(QuadSway, Right, 25)]);
    let entries = [sways(0, 25, 20), sways(4, 25, 15), one_leg];
    let expected = Balance {
        behind: Left,
        percent: 70,
        sessions: 2,
    };
    assert_eq!(Log::of(&entries).balance(), Some(expected));
    let even = [sways(0, 20, 20)];
    let balance = Log::of(&even).balance().unwrap();
    assert_eq!((balance.behind, balance.percent), (Both, 100));
    assert_eq!(Log::of(&entries[2..]).balance(), None);
}

#[test]
fn answers_are_counted_and_no_answer_is_none() {
    let told = [
        Some(Tighter::Left),
        None,
        Some(Tighter::NoAnswer),
        Some(Tighter::Left),
        Some(Tighter::Same),
    ];
    let entries: Vec<Entry> = told
        .into_iter()
        .zip(0..)
        .map(|(tighter, index)| Entry {
            tighter,
            feel: (index > 2).then_some(Feel::Better),
            ..bounces(index * 4, 9)
        })
        .collect();
    let trend = Log::of(&entries).tighter();
    assert_eq!(trend.answers.len(), 3);
    assert_eq!(trend.count(Tighter::Left), 2);
    assert_eq!(trend.count(Tighter::Right), 0);
    assert_eq!(trend.answers[2], (at(16), Tighter::Same));
    let feels = Log::of(&entries).feels(Asked::AtTheEnd);
    assert_eq!(feels.count(Feel::Better), 2);
    assert!(
        Log::of(&entries)
            .feels(Asked::TheDayAfter)
            .answers
            .is_empty()
    );
}

#[test]
fn answers_that_were_passed_over_are_no_answers() {
    let told = |day, feel, day_after| Entry {
        feel,
        day_after,
        ..bounces(day, 5)
    };
    let entries = [
        told(0, Some(Feel::Better), None),
        told(4, Some(Feel::NoAnswer), Some(Feel::NoAnswer)),
        told(8, Some(Feel::NoAnswer), Some(Feel::MoreSore)),
    ];
    let log = Log::of(&entries);
    assert_eq!(log.feels(Asked::AtTheEnd).answers, [(at(0), Feel::Better)]);
    assert_eq!(
        log.feels(Asked::TheDayAfter).answers,
        [(at(8), Feel::MoreSore)]
    );
}

#[test]
fn a_new_best_is_more_than_ever_before() {
    let entries = [
        bounces(0, 5),
        bounces(4, 9),
        bounces(8, 9),
        bounces(12, 3),
        bounces(16, 10),
    ];
    let bests = [1, 4].map(|index: usize| (entries[index].id, Exercise::KneeBounces));
    assert_eq!(Log::of(&entries).new_bests(), bests);
}

#[test]
fn a_session_is_told_in_two_pairs_of_numbers() {
    let whole = bounces(0, 25).tally();
    assert!(whole.is_whole() && whole.is_full());
    let short = bounces(0, 12).tally();
    assert!(short.is_whole() && !short.is_full());
    assert_eq!((short.sets_done, short.sets), (1, 1));
    assert_eq!((short.done, short.target), (12, 25));
    assert!(!bounces(0, 0).tally().is_whole());
}

#[test]
fn a_stretch_is_neglected_after_three_sessions_without_it() {
    let reach = |day, done| {
        entry(
            day,
            vec![
                set(KneeBounces, Both, 9),
                set(QuadPull, Left, 5),
                set(HamstringReach, Both, done),
            ],
        )
    };
    let entries = [reach(0, 5), reach(4, 0), reach(7, 0), reach(11, 0)];
    assert_eq!(Log::of(&entries).neglected_stretches(), [HamstringReach]);
    assert!(Log::of(&entries[..3]).neglected_stretches().is_empty());
    assert!(Log::of(&entries[2..]).neglected_stretches().is_empty());
}

#[test]
fn two_stops_for_pain_in_a_row_make_it_start_as_skip_until_it_is_done_without_pain() {
    let hurt = |day| with_pain(bounces(day, 4), KneeBounces);
    let skipped = entry(8, vec![set(KneeBounces, Both, 0), set(BunLift, Both, 9)]);
    let entries = [hurt(0), hurt(4), skipped, bounces(12, 10), hurt(16)];
    let after = |count: usize| Log::of(&entries[..count]).starts_as_skip(KneeBounces);
    assert_eq!(
        [1, 2, 3, 4, 5].map(after),
        [false, true, true, false, false]
    );
    let hurt_last = |count: usize| Log::of(&entries[..count]).hurt_last_time(KneeBounces);
    assert_eq!(
        [0, 1, 3, 4, 5].map(hurt_last),
        [false, true, true, false, true]
    );
    assert!(!Log::of(&entries).hurt_last_time(BunLift));
    assert_eq!(Log::of(&entries).pains().len(), 3);
    assert_eq!(Log::of(&entries).pains()[0].day, at(16));
}

#[test]
fn two_stops_in_one_session_are_one_session() {
    let twice = with_pain(with_pain(bounces(0, 4), KneeBounces), KneeBounces);
    assert!(!Log::of(&[twice]).starts_as_skip(KneeBounces));
}

#[test]
fn the_day_after_is_asked_from_the_next_day_for_three_days_and_once() {
    let mut entries = [bounces(0, 9), entry(1, vec![set(KneeBounces, Both, 0)])];
    let asked = |entries: &[Entry], day: i32| {
        let now = bounces(day, 9).started;
        Log::of(entries).day_after_question(now)
    };
    let id = Some(entries[0].id);
    let days = [0, 1, 2, 3, 4, -1].map(|day| asked(&entries, day));
    assert_eq!(days, [None, id, id, id, None, None]);
    entries[0].day_after = Some(Feel::Same);
    assert_eq!(asked(&entries, 1), None);
}

#[test]
fn more_sore_twice_in_a_row_looks_at_the_last_two_answers() {
    let felt = |day, day_after| Entry {
        day_after,
        ..bounces(day, 9)
    };
    let sore = Some(Feel::MoreSore);
    let entries = [
        felt(0, sore),
        felt(4, Some(Feel::Same)),
        felt(7, sore),
        felt(11, None),
        felt(14, sore),
    ];
    let after = |count: usize| Log::of(&entries[..count]).sore_twice_in_a_row();
    assert_eq!(
        [1, 2, 3, 4, 5].map(after),
        [false, false, false, false, true]
    );
}

#[test]
fn the_doctor_sees_eight_weeks() {
    let entries: Vec<Entry> = (0..60).map(|day| bounces(day * 2, 9)).collect();
    let today = at(118);
    assert_eq!(today - doctor_from(today), 55);
    let doctor = Log::of(&entries).for_the_doctor(today);
    assert_eq!(doctor.sessions(), 28);
    assert_eq!(doctor.series(KneeBounces, Both).bars.len(), 28);
    assert_eq!(Log::of(&entries).sessions(), 60);
}

#[test]
fn a_forgotten_session_is_whole_and_never_in_the_future() {
    let now = WallTime {
        utc_ms: i64::from(START) * 86_400_000 + 36_000_000,
        offset_min: -60,
    };
    let log = |day: Day, entries: &[Entry]| forgotten_session(day, now, entries, Dose::of_source);
    let made = log(at(-1), &[]).unwrap();
    assert!(made.logged && made.counts());
    assert_eq!(made.day(), at(-1));
    assert_eq!(made.started.minute_of_day(), 720);
    assert_eq!(made.results.len(), 8);
    assert_eq!(log(at(1), &[]), Err(Refused::Future));
    assert_eq!(log(Day::default(), &[]), Err(Refused::TooLongAgo));
    let taken = Err(Refused::AlreadyThere(made.id));
    assert_eq!(log(at(-1), std::slice::from_ref(&made)), taken);
    // It is nine in the morning: noon is still to come.
    let today = log(at(0), &[]).unwrap();
    assert_eq!((today.day(), today.started), (at(0), now));
}

proptest! {
    #[test]
    fn a_chart_shows_the_last_sessions_with_a_number(numbers in prop::collection::vec(0..26_u8, 0..40)) {
        let entries: Vec<Entry> = numbers.iter().zip(0..).map(|(done, day)| bounces(day, *done)).collect();
        let series = Log::of(&entries).series(KneeBounces, Both);
        let mut expected: Vec<u8> = numbers.into_iter().filter(|done| *done > 0).collect();
        expected.drain(..expected.len().saturating_sub(SHOWN));
        prop_assert_eq!(series.bars.iter().map(|bar| bar.done).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn balance_is_symmetric(numbers in prop::collection::vec((1..26_u8, 1..26_u8), 1..12)) {
        let log = |flip: bool| -> Vec<Entry> {
            numbers.iter().zip(0..).map(|((one, other), day)| {
                let (right, left) = if flip { (*other, *one) } else { (*one, *other) };
                entry(day, vec![set(QuadSway, Right, right), set(QuadSway, Left, left)])
            }).collect()
        };
        let (straight, flipped) = (log(false), log(true));
        let straight = Log::of(&straight).balance().unwrap();
        let flipped = Log::of(&flipped).balance().unwrap();
        prop_assert_eq!(straight.percent, flipped.percent);
        prop_assert_eq!(straight.behind, flipped.behind.other());
        prop_assert!((1..=100).contains(&straight.percent));
    }
}
