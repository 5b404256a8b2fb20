//! A shelf without room: what does not fit is counted and tried again, and Undo puts everything back.

use proptest::collection::vec;
use proptest::prelude::*;
use spry_knees::domain::record::history::{Entry, EntryId};
use spry_knees::domain::record::saved::backup::{Backup, How};
use spry_knees::domain::record::saved::journal::LeftOut;
use spry_knees::domain::record::saved::merge::{Snapshot, is_newer};
use spry_knees::domain::record::saved::record::body_text;
use spry_knees::domain::record::saved::{Fault, Journal, Key, Record, encode};
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::time::WallTime;

use crate::any::{self, Running};
use crate::shelf::Memory;

type OurJournal = Journal<Memory, Running>;

const NOW: WallTime = WallTime {
    utc_ms: 1_780_650_000_000,
    offset_min: 120,
};

fn open(shelf: &Memory) -> OurJournal {
    let mut journal = Journal::new(shelf.clone());
    let _ = journal.load();
    journal
}

fn entry(id: i64) -> Entry {
    Entry::new(
        WallTime {
            utc_ms: id,
            offset_min: 0,
        },
        Vec::new(),
    )
}

fn backup_of(entries: &[Entry]) -> Backup {
    let records = entries.iter().map(|entry| {
        let record = Record {
            revision: 1,
            saved: NOW,
            body: Some(entry),
        };
        (Key::Entry(entry.id).name(), encode(&record).unwrap())
    });
    Backup::new(records.collect(), Vec::new(), NOW)
}

/// As the browser does it, with its mirror; what was there before.
fn bring(
    journal: &mut OurJournal,
    mirror: &mut Snapshot,
    backup: &Backup,
    how: How,
    names: &[String],
) -> (Backup, Vec<String>) {
    let mut before = Snapshot::new();
    let mut changed = Vec::new();
    for name in names {
        if let Some((text, held)) = journal.bring(backup, how, name, NOW) {
            if mirror.get(name).is_none_or(|held| is_newer(&text, held)) {
                mirror.insert(name.clone(), text);
            }
            before.extend(held.map(|held| (name.clone(), held)));
            changed.push(name.clone());
        }
    }
    if journal.retry().is_err() {
        journal.remove_traces();
        while journal.waiting() > 0 {
            let waiting = journal.waiting();
            let _ = journal.retry();
            if journal.waiting() == waiting {
                break;
            }
        }
    }
    (Backup::new(before, Vec::new(), NOW), changed)
}

fn restore(
    journal: &mut OurJournal,
    mirror: &mut Snapshot,
    backup: &Backup,
    how: How,
) -> (Backup, Vec<String>) {
    let here = journal.names();
    let others = here
        .iter()
        .filter(|name| !backup.records.contains_key(*name));
    let names: Vec<String> = backup.records.keys().rev().chain(others).cloned().collect();
    bring(journal, mirror, backup, how, &names)
}

/// What the records say that are not deleted.
fn kept(texts: &Snapshot) -> Vec<(String, String)> {
    let bodies = texts
        .iter()
        .filter_map(|(name, text)| Some((name.clone(), body_text(text)?.to_owned())));
    bodies.filter(|(_, body)| body != "null").collect()
}

#[test]
fn what_does_not_fit_is_counted_and_comes_when_there_is_room() {
    let shelf = Memory::default();
    let mut journal = open(&shelf);
    let entries: Vec<Entry> = (100..200).map(entry).collect();
    let backup = backup_of(&entries);
    let one = backup
        .records
        .iter()
        .next()
        .map_or(0, |(name, text)| name.len() + text.len());
    shelf.room.set(Some(40 * one));
    restore(&mut journal, &mut Snapshot::new(), &backup, How::Add);
    let left_out = LeftOut {
        sessions: 60,
        others: 0,
    };
    assert_eq!(journal.left_out(), left_out);
    // The newest are those that are there.
    assert!(shelf.text(&Key::Entry(EntryId(160)).name()).is_some());
    let loaded = journal.load();
    assert_eq!(loaded.entries.len() + loaded.older, 100);
    assert_eq!(loaded.saving, Err(Fault::Full));
    // None of it is missing in a new backup.
    assert_eq!(kept(&journal.texts()).len(), 100);

    shelf.room.set(Some(70 * one));
    assert_eq!(journal.retry(), Err(Fault::Full));
    assert_eq!(journal.left_out().sessions, 30);
    shelf.room.set(None);
    assert_eq!(journal.retry(), Ok(()));
    assert_eq!(open(&shelf).load().saving, Ok(()));
    assert_eq!(kept(&shelf.texts.borrow()).len(), 100);
}

#[test]
fn settings_come_before_sessions_that_wait() {
    let shelf = Memory::default();
    let mut journal = open(&shelf);
    shelf.room.set(Some(0));
    restore(
        &mut journal,
        &mut Snapshot::new(),
        &backup_of(&(100..200).map(entry).collect::<Vec<_>>()),
        How::Add,
    );
    assert_eq!(
        journal.save_settings(&Settings::default(), NOW).saved,
        Err(Fault::Full)
    );
    let left_out = LeftOut {
        sessions: 100,
        others: 1,
    };
    assert_eq!(journal.left_out(), left_out);
    shelf.room.set(Some(2_000));
    assert_eq!(journal.retry(), Err(Fault::Full));
    assert!(shelf.text(&Key::Settings.name()).is_some());
    assert_eq!(journal.left_out().others, 0);
}

#[test]
fn deleting_what_does_not_fit_leaves_nothing_waiting() {
    let shelf = Memory::default();
    let mut journal = open(&shelf);
    shelf.fault.set(Some(Fault::Full));
    assert_eq!(journal.save_entry(&entry(5), NOW).saved, Err(Fault::Full));
    assert_eq!(journal.delete_entry(EntryId(5), NOW).saved, Ok(()));
    assert!(!journal.is_waiting());
    assert_eq!(journal.entry(EntryId(5)), None);
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let numbered = (any::entry(), 0..16_i64).prop_map(|(mut entry, id)| {
        entry.id = EntryId(id);
        entry
    });
    vec(numbered, 0..12)
}

proptest! {
    /// Whatever the room: nothing that was here is lost, what is left out is counted, and Undo makes
    /// everything as it was, on the shelf itself, and no other copy takes it away again.
    #[test]
    fn full_shelf_loses_nothing_and_undo_puts_everything_back(
        here in entries(),
        there in entries(),
        free in 0..4_000_usize,
        replaces in any::<bool>(),
    ) {
        let shelf = Memory::default();
        let mut journal = open(&shelf);
        for entry in &here {
            let _ = journal.save_entry(entry, NOW);
        }
        let before = kept(&shelf.texts.borrow());
        shelf.room.set(Some(shelf.taken() + free));

        let how = if replaces { How::Replace } else { How::Add };
        let backup = backup_of(&there);
        let mut mirror = shelf.texts.borrow().clone();
        let (undo, changed) = restore(&mut journal, &mut mirror, &backup, how);
        let all = kept(&journal.texts());
        for (name, body) in kept(&backup.records) {
            prop_assert!(all.iter().any(|(held, _)| *held == name), "{} {}", name, body);
        }
        if how == How::Add {
            for (name, _) in &before {
                prop_assert!(all.iter().any(|(held, _)| held == name), "{}", name);
            }
        }
        let on_shelf = kept(&shelf.texts.borrow());
        let missing = all.iter().filter(|record| !on_shelf.contains(record)).count();
        prop_assert_eq!(journal.left_out().sessions, missing);

        bring(&mut journal, &mut mirror, &undo, How::Undo, &changed);
        for (name, text) in &mirror {
            journal.adopt(name, text);
        }
        prop_assert_eq!(kept(&shelf.texts.borrow()), before);
        prop_assert!(!journal.is_waiting());
    }
}
