//! The browser's localStorage as a shelf. It may be missing, throw when it is looked at, throw when
//! it is written, and come back: so it is asked for anew each time.

use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::saved::backup::{Held, Unreadable};
use crate::domain::saved::key::{self, PREFIX};
use crate::domain::saved::{Fault, Shelf};

/// localStorage, or what the browser gives in its place.
#[derive(Debug)]
pub(super) struct Local;

impl Local {
    /// The text exactly as it stands there, with half characters; `undefined` if there is none.
    pub(super) fn get_exactly(name: &str) -> Result<JsValue, Fault> {
        // Keys of this app begin with its prefix, so that none is a method of the store.
        Reflect::get(storage()?.as_ref(), &name.into()).map_err(|error| fault(&error))
    }

    /// Keeps a text exactly, unless something stands there already. Says whether it did.
    pub(super) fn set_exactly_if_free(name: &str, text: &JsValue) -> Result<bool, Fault> {
        if !Self::get_exactly(name)?.is_undefined() {
            return Ok(false);
        }
        Reflect::set(storage()?.as_ref(), &name.into(), text).map_err(|error| fault(&error))
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
        Self::set_exactly_if_free(to, &text)?;
        let is_there = Self::get_exactly(to)? == text;
        if is_there {
            self.remove(from)?;
        }
        Ok(is_there)
    }
}

/// Every text of this app that cannot be read, for a backup.
pub(super) fn unreadable() -> Vec<Unreadable> {
    let names = Local.names().unwrap_or_default().into_iter();
    let aside = names.filter(|name| key::quarantined(name).is_some());
    aside
        .filter_map(|name| {
            let text: JsString = Local::get_exactly(&name).ok()?.dyn_into().ok()?;
            let held = if text.is_valid_utf16() {
                Held::Text(text.into())
            } else {
                // JSON writes a half character as an escape.
                Held::Json(JSON::stringify(&text).ok()?.into())
            };
            Some(Unreadable { key: name, held })
        })
        .collect()
}

/// Puts what could not be read on the device of a backup where it stood there.
pub(super) fn keep_unreadable(unreadable: &[Unreadable]) {
    for Unreadable { key: name, held } in unreadable {
        let text = match held {
            Held::Text(text) => Ok(JsValue::from_str(text)),
            Held::Json(text) => JSON::parse(text),
        };
        if let Some(text) = text.ok().filter(JsValue::is_string)
            && key::quarantined(name).is_some()
        {
            // The file still has it where there is no room.
            let _in_the_file = Local::set_exactly_if_free(name, &text);
        }
    }
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
