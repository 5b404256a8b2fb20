//! Any value of the stored types, and any text that might stand in a store.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde::{Deserialize, Serialize};
use spry_knees::domain::day::Day;
use spry_knees::domain::record::history::{
    Attempt, Counted, Entry, EntryId, Feel, PainNote, Place, SetResult, Tighter,
};
use spry_knees::domain::record::safety::{Answers, Damage, Floor, Wanted};
use spry_knees::domain::record::saved::{Record, encode};
use spry_knees::domain::record::settings::{Settings, SkipToday, Speaker, VoiceLevel};
use spry_knees::domain::routine::Exercise;
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::routine::pace::Pace;
use spry_knees::domain::time::WallTime;

/// Stands for the running session: every shape that a stored type may have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Running {
    pub name: String,
    pub phase: Phase,
    pub results: Vec<SetResult>,
    pub pair: (u8, Option<i64>),
    pub odd: char,
    pub nothing: (),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Phase {
    Waiting,
    Counting(u32),
    Pair(bool, i8),
    Paused { since_ms: u64, why: Option<String> },
}

pub(crate) fn wall() -> impl Strategy<Value = WallTime> {
    (0..4_000_000_000_000_i64, -720..=840_i16)
        .prop_map(|(utc_ms, offset_min)| WallTime { utc_ms, offset_min })
}

fn result() -> impl Strategy<Value = SetResult> {
    (
        select(&Exercise::ALL[..]),
        any::<bool>(),
        0..=60_u8,
        0..=60_u8,
        select(&[Attempt::Planned, Attempt::Gentler, Attempt::TighterSide][..]),
        select(&[Counted::ByApp, Counted::ByHand, Counted::Corrected][..]),
    )
        .prop_map(|(exercise, last, done, target, attempt, counted)| {
            let sides = exercise.sides();
            let source = Dose::of_source(exercise);
            SetResult {
                exercise,
                side: if last {
                    sides[sides.len() - 1]
                } else {
                    sides[0]
                },
                attempt,
                target: source.with_number(target),
                done: done.min(source.number()),
                counted,
            }
        })
}

fn pain() -> impl Strategy<Value = PainNote> {
    let places = select(&[Place::RightKnee, Place::LeftKnee, Place::Elsewhere][..]);
    (result(), option::of(places)).prop_map(|(result, place)| PainNote {
        exercise: result.exercise,
        side: result.side,
        done: result.done,
        place,
    })
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let feel = || {
        option::of(select(
            &[Feel::Better, Feel::Same, Feel::MoreSore, Feel::NoAnswer][..],
        ))
    };
    let tighter = [
        Tighter::Right,
        Tighter::Left,
        Tighter::Same,
        Tighter::NoAnswer,
    ];
    (
        (wall(), option::of(wall())),
        any::<u32>(),
        vec(result(), 0..12),
        vec(pain(), 0..3),
        option::of(select(tighter.to_vec())),
        feel(),
        feel(),
        any::<bool>(),
    )
        .prop_map(
            |((started, ended), active_ms, results, pains, tighter, feel, day_after, logged)| {
                Entry {
                    id: EntryId(started.utc_ms),
                    started,
                    ended,
                    active_ms,
                    results,
                    pains,
                    tighter,
                    feel,
                    day_after,
                    logged,
                }
            },
        )
}

pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    (
        select(Speaker::ALL),
        select(VoiceLevel::ALL),
        option::of(".*"),
        Settings::RATES,
        any::<bool>(),
        select(&Pace::ALL[..]),
        any::<u8>(),
        (0..=2_932_896, any::<u8>()),
    )
        .prop_map(
            |(speaker, level, voice, rate_percent, wiggle, pace, reps, (day, changed))| {
                let mut settings = Settings {
                    speaker,
                    level,
                    voice,
                    rate_percent,
                    wiggle,
                    pace: [pace; 6],
                    skip_today: SkipToday {
                        day: Day::from_epoch_days(day),
                        changed,
                    },
                    ..Settings::default()
                };
                settings.set_dose(Exercise::BunLift, reps);
                settings
            },
        )
}

pub(crate) fn safety() -> impl Strategy<Value = Answers> {
    (
        option::of(select(&[Damage::No, Damage::Yes, Damage::Unsure][..])),
        option::of(any::<bool>()),
        option::of(select(&[Floor::Alone, Floor::WithHelp, Floor::No][..])),
        option::of(any::<u16>()),
        option::of(option::of(select(&Exercise::ALL[..]))),
    )
        .prop_map(|(damage, doctor, floor, understood, wanted)| Answers {
            damage,
            doctor,
            floor,
            understood: understood.map(|days| Day::from_epoch_days(i32::from(days))),
            wanted: wanted.map(|exercise| exercise.map_or(Wanted::Session, Wanted::Practice)),
        })
}

pub(crate) fn running() -> impl Strategy<Value = Running> {
    let phase = prop_oneof![
        Just(Phase::Waiting),
        any::<u32>().prop_map(Phase::Counting),
        any::<(bool, i8)>().prop_map(|(yes, number)| Phase::Pair(yes, number)),
        (0..=i64::MAX as u64, option::of(".*"))
            .prop_map(|(since_ms, why)| Phase::Paused { since_ms, why }),
    ];
    (
        ".*",
        phase,
        vec(result(), 0..10),
        any::<(u8, Option<i64>)>(),
        any::<char>(),
    )
        .prop_map(|(name, phase, results, pair, odd)| Running {
            name,
            phase,
            results,
            pair,
            odd,
            nothing: (),
        })
}

/// A record of this kind of body, deleted ones among them.
pub(crate) fn record<T: std::fmt::Debug>(
    body: impl Strategy<Value = T>,
) -> impl Strategy<Value = Record<T>> {
    (1..9_u32, wall(), option::weighted(0.8, body)).prop_map(|(revision, saved, body)| Record {
        revision,
        saved,
        body,
    })
}

/// A text that might stand under a key: a record, a broken one, or anything at all.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let sound = prop_oneof![
        record(entry()).prop_map(|record| encode(&record).unwrap()),
        record(settings()).prop_map(|record| encode(&record).unwrap()),
        record(safety()).prop_map(|record| encode(&record).unwrap()),
        record(running()).prop_map(|record| encode(&record).unwrap()),
    ]
    .boxed();
    let cut = (sound.clone(), any::<prop::sample::Index>()).prop_map(|(text, at)| {
        let at = (0..=at.index(text.len() + 1))
            .rev()
            .find(|at| text.is_char_boundary(*at));
        text[..at.unwrap_or(0)].to_owned()
    });
    let newer = sound
        .clone()
        .prop_map(|text| text.replacen(":1,", ":2,", 1));
    prop_oneof![4 => sound, 1 => cut, 1 => newer, 1 => ".*", 1 => "[\\[\\]{}\",:0-9a-f\\\\]*"]
}
