//! Backups: everything comes back, twice adds nothing, a bad file changes nothing.

use proptest::collection::vec;
use proptest::prelude::*;
use spry_knees::domain::day::Day;
use spry_knees::domain::record::history::{
    Attempt, Counted, Entry, EntryId, Feel, PainNote, SetResult, Tighter,
};
use spry_knees::domain::record::saved::backup::{Backup, BadFile, Held, How, Preview, Unreadable};
use spry_knees::domain::record::saved::merge::{Snapshot, is_newer};
use spry_knees::domain::record::saved::record::body_text;
use spry_knees::domain::record::saved::{Key, Record, csv, decode, encode};
use spry_knees::domain::routine::dose::{Dose, Reps};
use spry_knees::domain::routine::{Exercise, Side};
use spry_knees::domain::time::WallTime;

use crate::any;

const NOW: WallTime = WallTime {
    utc_ms: 1_780_650_000_000,
    offset_min: 120,
};

/// A store with few enough keys that two of them share some.
fn store() -> impl Strategy<Value = Snapshot> {
    let entries = vec((0..6_i64, any::record(any::entry())), 0..6);
    let settings = any::record(any::settings());
    let safety = any::record(any::safety());
    (entries, settings, safety, any::<(bool, bool)>()).prop_map(
        |(entries, settings, safety, has)| {
            let mut store = Snapshot::new();
            for (id, mut record) in entries {
                if let Some(entry) = &mut record.body {
                    entry.id = EntryId(id);
                }
                store.insert(Key::Entry(EntryId(id)).name(), encode(&record).unwrap());
            }
            if has.0 {
                store.insert(Key::Settings.name(), encode(&settings).unwrap());
            }
            if has.1 {
                store.insert(Key::Safety.name(), encode(&safety).unwrap());
            }
            store
        },
    )
}

fn unreadable() -> impl Strategy<Value = Vec<Unreadable>> {
    let held = prop_oneof![".*".prop_map(Held::Text), ".*".prop_map(Held::Json)];
    vec(
        (".*", held).prop_map(|(key, held)| Unreadable { key, held }),
        0..3,
    )
}

fn apply(mut here: Snapshot, writes: Snapshot) -> Snapshot {
    for (name, text) in writes {
        // The journal takes nothing that is older than what it has.
        assert!(
            here.get(&name).is_none_or(|held| is_newer(&text, held)),
            "{name}"
        );
        here.insert(name, text);
    }
    here
}

fn entries(store: &Snapshot) -> Vec<Entry> {
    Backup::new(store.clone(), Vec::new(), NOW)
        .entries()
        .collect()
}

/// What the records say that are not deleted.
fn kept(store: &Snapshot) -> Vec<(&String, &str)> {
    let bodies = store
        .iter()
        .filter_map(|(name, text)| Some((name, body_text(text)?)));
    bodies.filter(|(_, body)| *body != "null").collect()
}

proptest! {
    #[test]
    fn a_file_holds_everything(records in store(), unreadable in unreadable()) {
        let backup = Backup::new(records, unreadable, NOW);
        let text = backup.to_text();
        prop_assert_eq!(Backup::parse(&text), Ok(backup.clone()));
        prop_assert_eq!(Backup::parse(&format!("\u{feff}\n{text}\n")), Ok(backup));
        prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }

    #[test]
    fn adding_twice_adds_nothing_and_takes_nothing_away(here in store(), there in store()) {
        let backup = Backup::new(there.clone(), Vec::new(), NOW);
        let after = apply(here.clone(), backup.restore(&here, How::Add, NOW));
        prop_assert!(backup.restore(&after, How::Add, NOW).is_empty());
        let ids: Vec<EntryId> = entries(&after).iter().map(|entry| entry.id).collect();
        for entry in entries(&here).iter().chain(&entries(&there)) {
            prop_assert!(ids.contains(&entry.id));
        }
    }

    #[test]
    fn replacing_makes_it_equal_and_can_be_undone(here in store(), there in store()) {
        let backup = Backup::new(there.clone(), Vec::new(), NOW);
        let before = Backup::new(here.clone(), Vec::new(), NOW);
        let after = apply(here.clone(), backup.restore(&here, How::Replace, NOW));
        prop_assert_eq!(entries(&after), entries(&there));
        prop_assert!(backup.restore(&after, How::Replace, NOW).is_empty());
        let undone = apply(after.clone(), before.restore(&after, How::Undo, NOW));
        prop_assert_eq!(kept(&undone), kept(&here));
    }

    #[test]
    fn a_cut_file_is_refused(records in store(), at in any::<prop::sample::Index>()) {
        let text = Backup::new(records, Vec::new(), NOW).to_text();
        let at = (0..at.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        prop_assert!(Backup::parse(&text[..at]).is_err());
    }

    #[test]
    fn no_file_makes_it_panic(text in any::text()) {
        prop_assert!(Backup::parse(&text).is_err());
    }
}

fn one_entry() -> Entry {
    let set = |exercise, side, done, attempt| SetResult {
        exercise,
        side,
        attempt,
        target: Dose::of_source(exercise),
        done,
        counted: Counted::ByHand,
    };
    let gentler = Dose::Reps(Reps::nearest(13));
    Entry {
        id: EntryId(NOW.utc_ms),
        started: NOW,
        ended: None,
        active_ms: 612_345,
        results: vec![
            set(Exercise::QuadSway, Side::Right, 18, Attempt::Planned),
            SetResult {
                target: gentler,
                counted: Counted::ByApp,
                ..set(Exercise::QuadSway, Side::Right, 13, Attempt::Gentler)
            },
            set(Exercise::ImaginaryChair, Side::Both, 60, Attempt::Planned),
        ],
        pains: vec![PainNote {
            exercise: Exercise::QuadSway,
            side: Side::Right,
            done: 18,
            place: None,
        }],
        tighter: Some(Tighter::NoAnswer),
        feel: Some(Feel::MoreSore),
        day_after: None,
        logged: false,
    }
}

fn one_record() -> Snapshot {
    let record = Record {
        revision: 1,
        saved: NOW,
        body: Some(one_entry()),
    };
    Snapshot::from([(
        Key::Entry(EntryId(NOW.utc_ms)).name(),
        encode(&record).unwrap(),
    )])
}

#[test]
fn a_session_is_stored_in_few_characters() {
    let text = encode(&Record {
        revision: 1,
        saved: NOW,
        body: Some(one_entry()),
    })
    .unwrap();
    insta::assert_snapshot!(text);
}

#[test]
fn a_spreadsheet_gets_one_row_for_each_set() {
    let empty = Entry {
        results: Vec::new(),
        pains: Vec::new(),
        ..one_entry()
    };
    insta::assert_snapshot!(
        csv::history(&[one_entry(), empty])
            .replace("\r\n", "|\n")
            .replace('\u{feff}', "BOM:")
    );
}

#[test]
fn the_preview_counts_sessions_and_names_their_days() {
    let day = Day::from_ymd(2026, 6, 5);
    let preview = Backup::new(one_record(), Vec::new(), NOW).preview();
    assert_eq!(
        preview,
        Preview {
            sessions: 1,
            first: day,
            last: day
        }
    );
    let none = Backup::new(Snapshot::new(), Vec::new(), NOW).preview();
    assert_eq!(
        none,
        Preview {
            sessions: 0,
            first: None,
            last: None
        }
    );
}

#[test]
fn every_bad_file_has_its_reason() {
    let good = Backup::new(one_record(), Vec::new(), NOW).to_text();
    for (file, reason) in [
        (String::new(), BadFile::NotABackup),
        ("PNG".into(), BadFile::NotABackup),
        ("[1,2]".into(), BadFile::NotABackup),
        (
            "{\"app\":\"another\",\"format\":1}".into(),
            BadFile::NotABackup,
        ),
        (
            "{\"app\":\"spry-knees\",\"format\":1}".into(),
            BadFile::Damaged,
        ),
        (
            "{\"app\":\"spry-knees\",\"format\":2}".into(),
            BadFile::Newer,
        ),
        (good[..good.len() / 2].into(), BadFile::Damaged),
        (good.replace("18,25", "19,25"), BadFile::Damaged),
        (good.replace("entry/178", "entry/179"), BadFile::Damaged),
        (
            good.replace("{\\\"format\\\":1", "{\\\"format\\\":2"),
            BadFile::Newer,
        ),
    ] {
        assert_eq!(Backup::parse(&file), Err(reason), "{file}");
    }
}

#[test]
fn a_deleted_session_comes_back_when_it_is_added() {
    let name = Key::Entry(EntryId(NOW.utc_ms)).name();
    let deleted = encode(&Record::<Entry> {
        revision: 2,
        saved: NOW,
        body: None,
    })
    .unwrap();
    let here = Snapshot::from([(name.clone(), deleted)]);
    let backup = Backup::new(one_record(), Vec::new(), NOW);
    let writes = backup.restore(&here, How::Add, NOW);
    let record = decode::<Entry>(&writes[&name]).unwrap();
    assert_eq!((record.revision, record.body), (3, Some(one_entry())));
}
