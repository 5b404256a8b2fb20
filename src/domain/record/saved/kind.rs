//! What kind of body belongs under which key.

use serde::de::DeserializeOwned;

use super::key::Key;
use super::record::decode;
use crate::domain::record::history::Entry;
use crate::domain::record::safety::Answers;
use crate::domain::record::settings::Settings;

/// What a record says, whatever its kind; `T` is what is kept of a running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content<T> {
    /// A finished session; `None` where it was deleted.
    Entry(Option<Box<Entry>>),
    /// The running session; `None` where there is none.
    Running(Option<T>),
    /// What the person chose.
    Settings(Option<Box<Settings>>),
    /// The answers to the safety questions.
    Safety(Option<Answers>),
}

/// What the text under this key says; `None` where it is not a record of the kind that belongs
/// there, or says what cannot be: the types see to that as they are read (`super::possible`). There
/// is no other test of what can be read.
pub fn read<T: DeserializeOwned>(key: Key, text: &str) -> Option<Content<T>> {
    Some(match key {
        Key::Entry(id) => {
            let entry: Option<Entry> = decode(text).ok()?.body;
            if entry.as_ref().is_some_and(|entry| entry.id != id) {
                return None;
            }
            Content::Entry(entry.map(Box::new))
        }
        Key::Running => Content::Running(decode(text).ok()?.body),
        Key::Settings => Content::Settings(decode(text).ok()?.body.map(Box::new)),
        Key::Safety => Content::Safety(decode(text).ok()?.body),
    })
}

/// Whether a text is a record of the kind that belongs under this key.
pub fn is_readable<T: DeserializeOwned>(name: &str, text: &str) -> bool {
    Key::parse(name).is_some_and(|key| read::<T>(key, text).is_some())
}
