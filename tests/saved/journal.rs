//! The journal: nothing unreadable is overwritten, nothing saved is lost.

use std::collections::BTreeSet;

use proptest::prelude::*;
use spry_knees::domain::record::history::{Entry, EntryId};
use spry_knees::domain::record::saved::journal::RECENT;
use spry_knees::domain::record::saved::kind::is_readable;
use spry_knees::domain::record::saved::merge::Snapshot;
use spry_knees::domain::record::saved::record::renew;
use spry_knees::domain::record::saved::{Fault, Journal, Key, Loaded, Shelf, decode};
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::time::WallTime;

use crate::any::{self, Running};
use crate::shelf::Memory;

type OurJournal = Journal<Memory, Running>;

fn open(shelf: &Memory) -> (OurJournal, Loaded<Running>) {
    let mut journal = Journal::new(shelf.clone());
    let loaded = journal.load();
    (journal, loaded)
}

fn at(utc_ms: i64) -> WallTime {
    WallTime {
        utc_ms,
        offset_min: 0,
    }
}

fn entry(id: i64) -> Entry {
    Entry::new(at(id), Vec::new())
}

fn running(name: &str) -> Running {
    Running {
        name: name.into(),
        phase: any::Phase::Waiting,
        results: Vec::new(),
        pair: (0, None),
        odd: 'x',
        nothing: (),
    }
}

#[test]
fn an_empty_shelf_loads_nothing_and_can_be_saved_on() {
    let (_, loaded) = open(&Memory::default());
    assert_eq!(loaded.settings, None);
    assert_eq!(loaded.running, None);
    assert!(loaded.entries.is_empty());
    assert_eq!(
        (loaded.older, loaded.damaged, loaded.saving),
        (0, 0, Ok(()))
    );
}

#[test]
fn old_sessions_are_read_later_and_in_order() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    for id in 0..200 {
        assert_eq!(journal.save_entry(&entry(id), at(id)).saved, Ok(()));
    }
    assert_eq!(journal.delete_entry(EntryId(199), at(200)).saved, Ok(()));
    let (mut journal, loaded) = open(&shelf);
    assert_eq!((loaded.entries.len(), loaded.older), (RECENT, 199 - RECENT));
    let mut entries = loaded.entries;
    entries.extend(journal.older(50));
    entries.extend(journal.older(usize::MAX));
    let ids: Vec<i64> = entries.iter().map(|entry| entry.id.0).collect();
    assert_eq!(ids, (0..199).rev().collect::<Vec<_>>());
}

#[test]
fn a_full_shelf_takes_the_newest_text_once_it_has_room() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    shelf.fault.set(Some(Fault::Full));
    assert_eq!(journal.save_entry(&entry(1), at(1)).saved, Err(Fault::Full));
    assert_eq!(
        journal.save_running(Some(&running("one")), at(2)).saved,
        Err(Fault::Full)
    );
    assert_eq!(
        journal.save_running(Some(&running("two")), at(3)).saved,
        Err(Fault::Full)
    );
    assert_eq!(journal.retry(), Err(Fault::Full));
    assert!(journal.is_waiting());
    shelf.fault.set(None);
    assert_eq!(journal.retry(), Ok(()));
    assert!(!journal.is_waiting());
    let (_, loaded) = open(&shelf);
    assert_eq!(loaded.running, Some(running("two")));
    assert_eq!(loaded.entries, [entry(1)]);
}

#[test]
fn a_blocked_shelf_says_so() {
    let shelf = Memory::default();
    shelf.fault.set(Some(Fault::Blocked));
    let (mut journal, loaded) = open(&shelf);
    assert_eq!(loaded.saving, Err(Fault::Blocked));
    assert_eq!(
        journal.save_settings(&Settings::default(), at(1)).saved,
        Err(Fault::Blocked)
    );
    assert_eq!(journal.entry(EntryId(1)), None);
}

#[test]
fn a_cleared_shelf_does_not_make_new_changes_look_old() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    let mut mirror = Snapshot::new();
    for turn in 0..5 {
        let written = journal.save_running(Some(&running("before")), at(turn));
        mirror.insert(written.name, written.text);
    }
    shelf.texts.borrow_mut().clear();
    let written = journal.save_running(Some(&running("after")), at(9));
    assert_eq!(written.saved, Ok(()));
    let (mut journal, _) = open(&shelf);
    assert!(!journal.adopt(&written.name, &mirror[&written.name]));
    assert_eq!(journal.load().running, Some(running("after")));
}

#[test]
fn a_second_tab_that_writes_gets_a_later_revision() {
    let shelf = Memory::default();
    let (mut one, _) = open(&shelf);
    let (mut two, _) = open(&shelf);
    for turn in 0..4 {
        let _ = one.save_settings(&Settings::default(), at(turn));
    }
    // The clock of the second is behind, and still its change is the newer one.
    let loud = Settings {
        wiggle: true,
        ..Settings::default()
    };
    let written = two.save_settings(&loud, at(-50));
    assert_eq!(
        decode::<Settings>(&written.text).map(|record| record.revision),
        Ok(5)
    );
    assert_eq!(open(&shelf).1.settings, Some(loud));
}

#[test]
fn session_that_another_tab_took_on_is_noticed_without_being_heard_of() {
    let shelf = Memory::default();
    let (mut one, _) = open(&shelf);
    assert!(!one.is_overtaken());
    let _ = one.save_running(Some(&running("one")), at(1));
    let (mut two, _) = open(&shelf);
    assert!(!one.is_overtaken() && !two.is_overtaken());
    let _ = two.save_running(None, at(0));
    assert!(one.is_overtaken() && !two.is_overtaken());
    assert_eq!(one.running(), None);
    assert!(!one.is_overtaken());
    shelf.texts.borrow_mut().clear();
    assert!(!one.is_overtaken());
}

#[test]
fn what_a_later_version_wrote_comes_back_after_an_update() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    let text = journal.save_settings(&Settings::default(), at(1)).text;
    shelf.texts.borrow_mut().clear();
    let aside =
        spry_knees::domain::record::saved::key::quarantine_name(&Key::Settings.name(), &text, 0);
    shelf.put(&aside, &text);
    let (_, loaded) = open(&shelf);
    assert_eq!(loaded.settings, Some(Settings::default()));
    assert_eq!(loaded.damaged, 0);
    assert_eq!(shelf.text(&aside), None);
}

/// The mirror still has the record: what cannot be read here is no newer one, whatever its stamp.
#[test]
fn sound_record_takes_the_place_of_one_that_cannot_be() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    let sound = journal.save_running(Some(&running("sound")), at(1));
    let other = journal.save_settings(&Settings::default(), at(1)).text;
    for unreadable in [renew(&other, 9, at(9)).unwrap(), "{}".to_owned()] {
        shelf.put(&sound.name, &unreadable);
        let mut journal = OurJournal::new(shelf.clone());
        assert!(journal.adopt(&sound.name, &sound.text));
        assert_eq!(journal.load().running, Some(running("sound")));
        assert!(shelf.holds_text(&unreadable));
    }
}

#[test]
fn what_cannot_be_set_aside_is_not_overwritten() {
    let shelf = Memory::default();
    let name = Key::Settings.name();
    shelf.put(&name, "precious");
    shelf.fault.set(Some(Fault::Full));
    let (mut journal, loaded) = open(&shelf);
    assert_eq!((loaded.settings, loaded.damaged), (None, 1));
    assert_eq!(
        journal.save_settings(&Settings::default(), at(1)).saved,
        Err(Fault::Full)
    );
    assert_eq!(shelf.text(&name).as_deref(), Some("precious"));
    shelf.fault.set(None);
    assert_eq!(journal.retry(), Ok(()));
    assert!(shelf.holds_text("precious"));
    let (_, loaded) = open(&shelf);
    assert_eq!(
        (loaded.settings, loaded.damaged),
        (Some(Settings::default()), 1)
    );
}

#[test]
fn an_entry_under_another_entrys_key_is_set_aside() {
    let shelf = Memory::default();
    let (mut journal, _) = open(&shelf);
    let text = journal.save_entry(&entry(1), at(1)).text;
    shelf.put(&Key::Entry(EntryId(2)).name(), &text);
    let (_, loaded) = open(&shelf);
    assert_eq!(loaded.entries, [entry(1)]);
    assert_eq!(loaded.damaged, 1);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..4_i64).prop_map(|id| Key::Entry(EntryId(id)).name()),
        1 => Just(Key::Running.name()),
        1 => Just(Key::Settings.name()),
        1 => Just(Key::Safety.name()),
        1 => "spry-knees/[a-z/]{0,12}",
        1 => ".*",
    ]
}

proptest! {
    /// Whatever stands on the shelf: the app starts, and after it has written every key that it
    /// writes, each text that it could not read is still there, byte for byte.
    #[test]
    fn nothing_unreadable_is_ever_lost(
        texts in proptest::collection::vec((name(), any::text()), 0..12),
        full in any::<bool>(),
    ) {
        let shelf = Memory::default();
        for (name, text) in &texts {
            shelf.put(name, text);
        }
        let before = shelf.texts.borrow().clone();
        let unreadable: BTreeSet<&String> = before
            .iter()
            .filter(|(name, text)| !is_readable::<Running>(name, text))
            .map(|(_, text)| text)
            .collect();

        shelf.fault.set(full.then_some(Fault::Full));
        let (mut journal, loaded) = open(&shelf);
        let mut found = loaded.entries;
        found.extend(journal.older(usize::MAX));
        let readable = before.iter().filter(|(name, text)| {
            matches!(Key::parse(name), Some(Key::Entry(_)))
                && is_readable::<Running>(name, text)
                && decode::<Entry>(text).is_ok_and(|record| record.body.is_some())
        });
        prop_assert_eq!(found.len(), readable.count());

        for id in 0..4 {
            let _ = journal.save_entry(&entry(id), at(9));
        }
        let _ = journal.save_running(None, at(9));
        let _ = journal.save_settings(&Settings::default(), at(9));
        let _ = journal.save_safety(&loaded.safety.unwrap_or_default(), at(9));
        shelf.fault.set(None);
        prop_assert_eq!(journal.retry(), Ok(()));
        for text in unreadable {
            prop_assert!(shelf.holds_text(text), "{}", text);
        }
        let (_, loaded) = open(&shelf);
        prop_assert_eq!(loaded.settings, Some(Settings::default()));
        prop_assert_eq!(loaded.entries.len() + loaded.older, shelf.names().unwrap().iter().filter(|name| matches!(Key::parse(name), Some(Key::Entry(_)))).count());
    }
}
