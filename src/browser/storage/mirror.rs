//! The mirror: the same records in `IndexedDB`. What it has confirmed survives a killed browser;
//! what localStorage has taken may not, for up to half a minute.
//!
//! By the browser's own interface, because the crates for it (idb, and rexie on top of it) add
//! 6.6 kB of wasm to the download where this adds 2.0 kB (brotli).

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransactionMode;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use super::local::Exact;
use crate::browser::promise;
use crate::domain::record::saved::key;
use crate::domain::record::saved::merge::is_newer;

const DATABASE: &str = "spry-knees";
const RECORDS: &str = "records";

/// An opening that is not answered for so long has failed, and is tried again: `WebKit` leaves some
/// without an answer.
const OPENS_MS: i32 = 4_000;

/// How many records are read or written in one go: a few milliseconds' work.
pub(super) const BATCH: u32 = 256;

/// A database that is opened after it has been given up would keep others waiting that want to delete
/// it, or a later version of the app.
fn close_when_it_comes(request: &IdbOpenDbRequest) {
    let coming = request.clone();
    let close = Closure::once_into_js(move || {
        if let Ok(database) = coming.result().and_then(JsValue::dyn_into::<IdbDatabase>) {
            database.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

/// An open database.
#[derive(Clone, Debug)]
pub(super) struct Mirror {
    database: IdbDatabase,
}

impl Mirror {
    /// Opens it, and makes it where there is none.
    pub(super) async fn open() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
        let factory = window.indexed_db()?.ok_or(JsValue::UNDEFINED)?;
        let request = factory.open_with_u32(DATABASE, 1)?;
        let upgrading = request.clone();
        // It lives on where the answer comes after it has been given up.
        let make = Closure::once_into_js(move || {
            if let Ok(database) = upgrading
                .result()
                .and_then(JsValue::dyn_into::<IdbDatabase>)
            {
                // Only possible here, and only fails where the opening then fails as well.
                let _ = database.create_object_store(RECORDS);
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let unanswered = request.clone();
        let answer = Promise::new(&mut |done, failed| {
            unanswered.set_onsuccess(Some(&done));
            unanswered.set_onerror(Some(&failed));
            promise::later(&failed, OPENS_MS);
        });
        if let Err(late) = JsFuture::from(answer).await {
            close_when_it_comes(&request);
            return Err(late);
        }
        let database: IdbDatabase = request.result()?.dyn_into()?;
        // A later version of the app in another tab must not have to wait for this one.
        let closing = database.clone();
        let close = Closure::once_into_js(move || closing.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Self { database })
    }

    /// The records after this key, in the order of their keys, at most [`BATCH`].
    pub(super) async fn after(&self, name: &str) -> Result<Vec<Exact>, JsValue> {
        let (_, records) = self.records(IdbTransactionMode::Readonly)?;
        let range = IdbKeyRange::lower_bound_with_open(&name.into(), true)?;
        let names = records.get_all_keys_with_key_and_limit(&range, BATCH)?;
        let texts = records.get_all_with_key_and_limit(&range, BATCH)?;
        // Requests of a transaction are done in their order.
        let texts = Array::from(&done(&texts).await?);
        let names = Array::from(&names.result()?);
        let held = names.iter().zip(texts.iter());
        Ok(held
            .filter_map(|(name, text)| {
                let name = name.as_string()?;
                Some(Exact { name, text })
            })
            .collect())
    }

    /// The record under this key; its text is `undefined` where there is none.
    pub(super) async fn get(&self, name: String) -> Result<Exact, JsValue> {
        let (_, records) = self.records(IdbTransactionMode::Readonly)?;
        let text = done(&records.get(&JsValue::from_str(&name))?).await?;
        Ok(Exact { name, text })
    }

    /// Writes records that are newer than what stands there, in one transaction, and gives back
    /// what is newer there. A text that cannot be read goes under a key of its own first.
    pub(super) async fn put(
        &self,
        batch: &[(String, String)],
        is_readable: fn(&str, &str) -> bool,
    ) -> Result<Vec<Exact>, JsValue> {
        let (transaction, records) = self.records(IdbTransactionMode::Readwrite)?;
        let complete = complete(&transaction);
        let mut newer = Vec::new();
        for (name, text) in batch {
            let held = done(&records.get(&name.into())?).await?;
            match held.as_string() {
                Some(held_text) if is_readable(name, &held_text) => {
                    if &held_text == text {
                        continue;
                    }
                    if is_newer(&held_text, text) {
                        newer.push(Exact {
                            name: name.clone(),
                            text: held,
                        });
                        continue;
                    }
                }
                unreadable if !held.is_undefined() => {
                    set_aside(&records, name, &held, &unreadable.unwrap_or_default()).await?;
                }
                _ => {}
            }
            records.put_with_key(&text.into(), &name.into())?;
        }
        complete.await?;
        Ok(newer)
    }

    /// Removes everything.
    pub(super) async fn clear(&self) -> Result<(), JsValue> {
        let (transaction, records) = self.records(IdbTransactionMode::Readwrite)?;
        let complete = complete(&transaction);
        records.clear()?;
        complete.await.map(drop)
    }

    fn records(
        &self,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let transaction = self.database.transaction_with_str_and_mode(RECORDS, mode)?;
        let records = transaction.object_store(RECORDS)?;
        Ok((transaction, records))
    }
}

/// The outcome of a request. Awaiting it keeps its transaction alive.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(promise).await?;
    request.result()
}

/// Copies what cannot be read under a key of its own, over nothing else.
async fn set_aside(
    records: &IdbObjectStore,
    name: &str,
    held: &JsValue,
    text: &str,
) -> Result<(), JsValue> {
    for turn in 0..=u8::MAX {
        let aside = key::quarantine_name(name, text, turn).into();
        let there = done(&records.get(&aside)?).await?;
        if there.is_undefined() {
            records.put_with_key(held, &aside)?;
            return Ok(());
        }
        if there == *held {
            return Ok(());
        }
    }
    Err(JsValue::UNDEFINED)
}

/// Done once everything in the transaction is written. Made at its beginning, so that its failure
/// is heard even where a request of it failed before.
fn complete(transaction: &IdbTransaction) -> JsFuture {
    Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    })
    .into()
}
