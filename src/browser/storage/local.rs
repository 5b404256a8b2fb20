//! The browser's localStorage as a shelf. It may be missing, throw when it is looked at, throw when
//! it is written, and come back: so it is asked for anew each time.

use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::record::saved::backup::{Held, Unreadable};
use crate::domain::record::saved::key::{self, PREFIX};
use crate::domain::record::saved::{Fault, Shelf};

/// localStorage, or what the browser gives in its place.
#[derive(Debug)]
pub(super) struct Local;

impl Local {
    /// The text exactly as it stands there, with half characters; `undefined` if there is none.
    pub(super) fn get_exactly(name: &str) -> Result<JsValue, Fault> {
        // Keys of this app begin with its prefix, so that none is a method of the store.
        Reflect::get(storage()?.as_ref(), &name.into()).map_err(|error| fault(&error))
    }

    /// Keeps a text exactly.
    fn set_exactly(name: &str, text: &JsValue) -> Result<(), Fault> {
        let set = Reflect::set(storage()?.as_ref(), &name.into(), text);
        set.map(drop).map_err(|error| fault(&error))
    }
}

impl Shelf for Local {
    fn names(&self) -> Result<Vec<String>, Fault> {
        // One call for all keys: asking for each by its number takes Firefox the square of them.
        let keys: Array = Object::keys(storage()?.as_ref());
        let names = keys.iter().filter_map(|key| key.as_string());
        Ok(names.filter(|name| name.starts_with(PREFIX)).collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        storage()?.get_item(name).map_err(|error| fault(&error))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        storage()?
            .set_item(name, text)
            .map_err(|error| fault(&error))
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        storage()?.remove_item(name).map_err(|error| fault(&error))
    }

    fn move_exactly(&self, from: &str, to: &str) -> Result<bool, Fault> {
        let text = Self::get_exactly(from)?;
        if text.is_undefined() {
            return Ok(true);
        }
        if Self::get_exactly(to)?.is_undefined() {
            Self::set_exactly(to, &text)?;
        }
        let is_there = Self::get_exactly(to)? == text;
        if is_there {
            self.remove(from)?;
        }
        Ok(is_there)
    }
}

/// A text exactly as it stands under its key, with half characters; anything at all in the mirror.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Exact {
    pub(super) name: String,
    pub(super) text: JsValue,
}

impl Exact {
    /// Sets it aside on the shelf, where it may already be; says under which key it was put.
    pub(super) fn set_aside(&self) -> Result<Option<String>, Fault> {
        let text = self.text.as_string().unwrap_or_default();
        let of = key::quarantined(&self.name).unwrap_or(&self.name);
        let places = (0..=u8::MAX).map(|turn| key::quarantine_name(of, &text, turn));
        let own = key::quarantined(&self.name).map(|_| self.name.clone());
        for place in own.into_iter().chain(places) {
            let there = Local::get_exactly(&place)?;
            if there == self.text {
                return Ok(None);
            }
            if there.is_undefined() {
                Local::set_exactly(&place, &self.text)?;
                return Ok(Some(place));
            }
        }
        Err(Fault::Occupied)
    }

    /// As a backup holds it.
    pub(super) fn to_backup(&self) -> Option<Unreadable> {
        let text: &JsString = self.text.dyn_ref()?;
        let held = if text.is_valid_utf16() {
            Held::Text(text.into())
        } else {
            // JSON writes a half character as an escape.
            Held::Json(JSON::stringify(text).ok()?.into())
        };
        let key = match key::quarantined(&self.name) {
            Some(_) => self.name.clone(),
            None => key::quarantine_name(&self.name, &String::from(text), 0),
        };
        Some(Unreadable { key, held })
    }

    /// As it stood on the device of a backup. What is not the JSON that it should be is kept as it is.
    pub(super) fn of_backup(Unreadable { key: name, held }: &Unreadable) -> Self {
        let text = match held {
            Held::Text(text) => JsValue::from_str(text),
            Held::Json(json) => {
                let text = JSON::parse(json).ok().filter(JsValue::is_string);
                text.unwrap_or_else(|| JsValue::from_str(json))
            }
        };
        Self {
            name: name.clone(),
            text,
        }
    }
}

/// Every text of this app that cannot be read: set aside, still to be set aside, or of a later version.
pub(super) fn unreadable<'n>(
    is_readable: impl Fn(&str, &str) -> bool + 'n,
) -> impl Iterator<Item = Exact> + 'n {
    let names = Local.names().unwrap_or_default().into_iter();
    names.filter_map(move |name| {
        let text = Local::get_exactly(&name).ok()?;
        let sound = key::is_internal(&name) || is_readable(&name, &text.as_string()?);
        (!sound).then_some(Exact { name, text })
    })
}

fn storage() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Blocked)?;
    window.local_storage().ok().flatten().ok_or(Fault::Blocked)
}

/// Tells a full store from one that is not to be had, by the exception's name.
fn fault(error: &JsValue) -> Fault {
    let name = error
        .dyn_ref::<Object>()
        .and_then(|error| Reflect::get(error, &"name".into()).ok());
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}
