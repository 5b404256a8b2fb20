//! Under which key each record stands. One key for each finished session, so that saving one never
//! rewrites another.

use crate::domain::record::history::EntryId;

/// Begins every key of this app: other pages of the same origin share the store.
pub const PREFIX: &str = "spry-knees/";

/// Begins the keys of finished sessions.
pub(super) const ENTRY: &str = "spry-knees/entry/";

/// Begins the keys of what could not be read.
const QUARANTINE: &str = "spry-knees/quarantine/";

/// The key of the lease on the running session ([`super::lease`]).
pub const LEASE: &str = "spry-knees/lease";

/// The key with which the store is tried out.
pub(super) const PROBE: &str = "spry-knees/probe";

/// The key that stands while everything is being erased, until the mirror is empty too.
pub const ERASING: &str = "spry-knees/erasing";

/// The key that stands while a backup is being brought back.
pub const RESTORING: &str = "spry-knees/restoring";

/// Whether the app keeps something else than a record under this key.
pub fn is_internal(name: &str) -> bool {
    matches!(name, LEASE | PROBE | ERASING | RESTORING)
}

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// One finished session.
    Entry(EntryId),
    /// The session that is running.
    Running,
    /// What the person chose.
    Settings,
    /// The answers to the safety questions.
    Safety,
}

impl Key {
    /// The key's text.
    pub fn name(self) -> String {
        match self {
            Self::Entry(EntryId(id)) => {
                let mut name = String::from(ENTRY);
                name.push_str(&id.to_string());
                name
            }
            Self::Running => "spry-knees/running".into(),
            Self::Settings => "spry-knees/settings".into(),
            Self::Safety => "spry-knees/safety".into(),
        }
    }

    /// The key with this text; `None` if it is not exactly one that [`Key::name`] gives.
    pub fn parse(name: &str) -> Option<Self> {
        let key = match name {
            "spry-knees/running" => Self::Running,
            "spry-knees/settings" => Self::Settings,
            "spry-knees/safety" => Self::Safety,
            _ => Self::Entry(EntryId(name.strip_prefix(ENTRY)?.parse().ok()?)),
        };
        (key.name() == name).then_some(key)
    }
}

/// The key under which the text of `name` is set aside. It is made from the text, so that the same
/// text is set aside once; `turn` tells two texts with the same checksum apart.
pub fn quarantine_name(name: &str, text: &str, turn: u8) -> String {
    let mut aside = String::from(QUARANTINE);
    aside.push_str(&super::record::checksum(text));
    if turn > 0 {
        aside.push('-');
        aside.push_str(&turn.to_string());
    }
    aside.push('/');
    aside.push_str(name);
    aside
}

/// The key from which the text under `aside` came; `None` if nothing is set aside there.
pub fn quarantined(aside: &str) -> Option<&str> {
    Some(aside.strip_prefix(QUARANTINE)?.split_once('/')?.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for key in [
            Key::Running,
            Key::Settings,
            Key::Safety,
            Key::Entry(EntryId(-5)),
            Key::Entry(EntryId(i64::MAX)),
        ] {
            assert_eq!(Key::parse(&key.name()), Some(key));
        }
        for foreign in [
            "",
            "settings",
            "spry-knees/entry/",
            "spry-knees/entry/+5",
            "spry-knees/entry/05",
            LEASE,
        ] {
            assert_eq!(Key::parse(foreign), None, "{foreign:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_set_aside_keeps_its_key(name in ".*", text in ".*", turn in 0..9_u8) {
            let aside = quarantine_name(&name, &text, turn);
            prop_assert_eq!(quarantined(&aside), Some(name.as_str()));
            prop_assert_eq!(Key::parse(&aside), None);
        }
    }
}
