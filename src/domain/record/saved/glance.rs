//! The first look at a shelf, before the first page: only what Today shows. Nothing is moved or
//! written, so what cannot be read yet is simply not seen; [`super::Journal`] deals with it next.

use std::collections::BinaryHeap;

use super::journal::RECENT;
use super::key::Key;
use super::record::{decode, is_trace};
use super::shelf::Shelf;
use crate::domain::record::history::Entry;
use crate::domain::record::settings::Settings;

/// What the first page is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// What the person chose.
    pub settings: Option<Settings>,
    /// The newest finished sessions, newest first, at most [`RECENT`].
    pub entries: Vec<Entry>,
    /// Whether a session may be unfinished: then the first page cannot tell what to say.
    pub unfinished: bool,
    /// Whether changes can be saved.
    pub saving: bool,
}

/// Looks at what is kept.
pub fn glance(shelf: &impl Shelf) -> Glance {
    let names = shelf.names().unwrap_or_default();
    let mut ids: BinaryHeap<_> = names
        .iter()
        .filter_map(|name| match Key::parse(name)? {
            Key::Entry(id) => Some(id),
            Key::Running | Key::Settings | Key::Safety => None,
        })
        .collect();
    let mut entries = Vec::new();
    while entries.len() < RECENT
        && let Some(id) = ids.pop()
    {
        let entry: Option<Entry> = read(shelf, Key::Entry(id));
        entries.extend(entry.filter(|entry| entry.id == id));
    }
    let running = text(shelf, Key::Running);
    Glance {
        settings: read(shelf, Key::Settings),
        entries,
        unfinished: running.is_some_and(|text| !is_trace(&text)),
        saving: shelf.probe().is_ok(),
    }
}

fn read<T: serde::de::DeserializeOwned>(shelf: &impl Shelf, key: Key) -> Option<T> {
    decode(&text(shelf, key)?).ok()?.body
}

fn text(shelf: &impl Shelf, key: Key) -> Option<String> {
    shelf.get(&key.name()).ok().flatten()
}
