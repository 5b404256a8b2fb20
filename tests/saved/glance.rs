//! The first look at a shelf says what the journal will say, and leaves everything as it is.

use proptest::collection::vec;
use proptest::prelude::*;
use spry_knees::domain::record::saved::glance::glance;
use spry_knees::domain::record::saved::{Journal, Key, encode};

use crate::any::{self, Running};
use crate::shelf::Memory;

proptest! {
    #[test]
    fn a_glance_agrees_with_the_journal(
        entries in vec(any::record(any::entry()), 0..60),
        others in vec(("spry-knees/(entry/[0-9]{1,3}|settings|running|safety|[a-z]{3})", any::text()), 0..6),
    ) {
        let shelf = Memory::default();
        for record in entries {
            if let Some(entry) = &record.body {
                shelf.put(&Key::Entry(entry.id).name(), &encode(&record).unwrap());
            }
        }
        for (name, text) in others {
            shelf.put(&name, &text);
        }

        let before = shelf.texts.borrow().clone();
        let seen = glance(&shelf);
        prop_assert_eq!(&*shelf.texts.borrow(), &before);

        let loaded = Journal::<_, Running>::new(shelf).load();
        prop_assert_eq!(seen.settings, loaded.settings);
        prop_assert_eq!(seen.entries, loaded.entries);
        prop_assert_eq!(seen.saving, loaded.saving.is_ok());
        // What cannot be read may be a session: then it is better to wait for the journal.
        prop_assert!(seen.unfinished || loaded.running.is_none());
    }

    #[test]
    fn a_session_that_is_over_is_not_unfinished(running in any::running(), now in any::wall()) {
        let shelf = Memory::default();
        let mut journal = Journal::<_, Running>::new(shelf.clone());
        prop_assert!(!glance(&shelf).unfinished);
        prop_assert!(journal.save_running(Some(&running), now).saved.is_ok());
        prop_assert!(glance(&shelf).unfinished);
        prop_assert!(journal.save_running(None, now).saved.is_ok());
        prop_assert!(!glance(&shelf).unfinished);
    }
}
