//! Keeps journal and mirror alike: merges them when the mirror opens, then writes what changed.

use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::local::{Exact, Local};
use super::mirror::{BATCH, Mirror};
use super::{Change, Inner, Origin, SLICE};
use crate::browser::promise;
use crate::domain::app::Unfinished;
use crate::domain::record::saved::key::{self, ERASING, PREFIX};
use crate::domain::record::saved::kind::{self, is_readable};
use crate::domain::record::saved::{Key, Shelf};

/// Brings the mirror up to date. One at a time: a change that comes meanwhile is taken along.
pub(super) async fn run(inner: Rc<Inner>) {
    if inner.syncing.replace(true) {
        return;
    }
    let outcome = update(&inner).await;
    inner.syncing.set(false);
    if outcome.is_err() {
        // It is opened anew with the next change; what is to be written waits in the queue.
        inner.mirror.take();
        inner.merged.set(false);
    }
}

/// Merges what the app begins with. Where that is not possible the mirror is tried again later.
pub(super) async fn first(inner: &Inner) {
    let Ok(mirror) = Mirror::open().await else {
        return;
    };
    if !is_erasing() {
        for key in [Key::Running, Key::Settings, Key::Safety] {
            if let Ok(held) = mirror.get(key.name()).await {
                take_in(inner, &held);
            }
        }
    }
    inner.mirror.replace(Some(mirror));
}

async fn update(inner: &Inner) -> Result<(), JsValue> {
    let open = inner.mirror.borrow().clone();
    let mirror = if let Some(mirror) = open {
        mirror
    } else {
        let mirror = Mirror::open().await?;
        inner.mirror.replace(Some(mirror.clone()));
        mirror
    };
    if !inner.merged.replace(true) {
        erase_if_asked(&mirror).await?;
        merge(inner, &mirror).await?;
        inner.notify(Change::Merged);
    }
    loop {
        erase_if_asked(&mirror).await?;
        let batch = next_batch(inner);
        if batch.is_empty() {
            return Ok(());
        }
        match mirror.put(&batch, is_readable::<Unfinished>).await {
            Ok(newer) => newer.into_iter().for_each(|held| take_in(inner, &held)),
            Err(error) => {
                let mut queue = inner.queue.borrow_mut();
                for (name, text) in batch {
                    queue.entry(name).or_insert(text);
                }
                return Err(error);
            }
        }
    }
}

/// Goes through the mirror, some hundred records at a time, and takes in what is newer there; what
/// it lacks or has older goes to the queue. What is equal on both sides costs one comparison.
async fn merge(inner: &Inner, mirror: &Mirror) -> Result<(), JsValue> {
    let damaged = inner.damaged();
    let erased = inner.erased.get();
    let mut taken: usize = 0;
    let mut mirrored = BTreeSet::new();
    let mut last = String::from(PREFIX);
    loop {
        let batch = mirror.after(&last).await?;
        if is_erasing() {
            return Ok(());
        }
        let Some(end) = batch.last() else { break };
        last.clone_from(&end.name);
        for held in batch {
            if Local::get_exactly(&held.name).is_ok_and(|here| here == held.text) {
                mirrored.insert(held.name);
                continue;
            }
            take_in(inner, &held);
            taken += 1;
            if taken.is_multiple_of(SLICE) {
                promise::turn().await;
                if is_erasing() || inner.erased.get() != erased {
                    return Ok(());
                }
            }
        }
    }
    let names = inner.journal.borrow().names();
    let missing: Vec<_> = names.difference(&mirrored).collect();
    for batch in missing.chunks(SLICE) {
        for name in batch {
            let text = inner.journal.borrow().held(name);
            if let Some(text) = text.filter(|text| is_readable::<Unfinished>(name, text)) {
                inner.queue.borrow_mut().insert((*name).clone(), text);
            }
        }
        promise::turn().await;
    }
    let now_damaged = inner.damaged();
    if now_damaged != damaged {
        inner.notify(Change::Damaged(now_damaged));
    }
    Ok(())
}

/// Takes a record of the mirror over if it is newer, and keeps it if it cannot be read.
fn take_in(inner: &Inner, held: &Exact) {
    let Some(text) = held.text.as_string() else {
        return;
    };
    let name = key::quarantined(&held.name).unwrap_or(&held.name);
    let content = Key::parse(name).and_then(|key| Some((key, kind::read(key, &text)?)));
    if let Some((key, content)) = content {
        if inner.journal.borrow_mut().adopt(name, &text) {
            inner.notify(Change::Record(key, content, Origin::Mirror));
        }
    } else if held.name.starts_with(PREFIX) {
        inner.set_aside(held.clone());
    }
}

fn next_batch(inner: &Inner) -> Vec<(String, String)> {
    let mut queue = inner.queue.borrow_mut();
    let first = std::iter::from_fn(|| queue.pop_first());
    first.take(BATCH as usize).collect()
}

async fn erase_if_asked(mirror: &Mirror) -> Result<(), JsValue> {
    if is_erasing() {
        mirror.clear().await?;
        // It is empty now, and emptying it once more would not matter.
        let _once_more = Local.remove(ERASING);
    }
    Ok(())
}

fn is_erasing() -> bool {
    matches!(Local.get(ERASING), Ok(Some(_)))
}
