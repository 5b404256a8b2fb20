//! Two stores become one, record by record: the newer wins, none is dropped.
//!
//! "Newer" is a total order on texts, and merging takes the greater: so it does not matter which
//! store comes first, how many are merged in which order, or how often (a semilattice).

use std::collections::BTreeMap;

use super::record::decode_stamp;

/// The texts of a store by their keys.
pub type Snapshot = BTreeMap<String, String>;

/// Whether `this` is newer than `other`: by revision, then by the time at which it was saved, then
/// by its text, so that two devices agree whatever happens. A text that is no record is older than
/// every record.
pub fn is_newer(this: &str, other: &str) -> bool {
    rank(this) > rank(other)
}

fn rank(text: &str) -> (Option<(u32, i64)>, &str) {
    let stamp = decode_stamp(text).ok();
    (
        stamp.map(|stamp| (stamp.revision, stamp.saved.utc_ms)),
        text,
    )
}
