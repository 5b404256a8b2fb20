//! One record as text: `{"format":1,"check":"9a3c01ff","revision":7,"saved":{…},"body":{…}}`.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use crate::domain::time::WallTime;
use crate::json;

/// The version of the format that is written. Fields may be added to a body without a new one; a
/// new one is for what an older app would read wrongly.
pub const FORMAT: u32 = 1;

/// No record was changed that often. Much further, and no newer one could be written.
const MOST_REVISIONS: u32 = u32::MAX / 2;

/// No record comes near: a hundred sets and a hundred stops for pain take a sixth of it. What is
/// longer is not looked into, so that nothing that stands in a store or a file takes long to read.
const MOST_BYTES: usize = 100_000;

/// A text that was kept, or the trace of one that was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<T> {
    /// Counts the changes of this record, from 1.
    pub revision: u32,
    /// When it was saved.
    pub saved: WallTime,
    /// What it holds; `None` where that was deleted, so that a merge does not bring it back.
    pub body: Option<T>,
}

/// Why a text is not a record of the wanted kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Something else: another app's, or cut off.
    Foreign,
    /// Written by a later version of this app, in this format.
    Newer(u32),
    /// The checksum is not that of the text.
    Damaged,
    /// A sound record, but of another kind, or of something that cannot be.
    WrongShape,
}

/// The record as text.
///
/// # Errors
/// Where the body has something that JSON for stored types lacks ([`json`]): a fault in a type, not
/// in its values.
pub fn encode<T: Serialize>(record: &Record<T>) -> Result<String, json::Malformed> {
    Ok(sealed(&json::to_string(record)?[1..]))
}

/// The trace of a deleted record.
pub fn encode_deleted(revision: u32, saved: WallTime) -> String {
    let record = Record::<()> {
        revision,
        saved,
        body: None,
    };
    encode(&record).unwrap_or_default()
}

/// The same body with another stamp, byte for byte, with fields that this version does not know.
pub fn renew(text: &str, revision: u32, saved: WallTime) -> Option<String> {
    let deleted = encode_deleted(revision, saved);
    let (_, stamp) = deleted.split_once(MIDDLE)?;
    let rest = [stamp.strip_suffix("null}")?, body_text(text)?, "}"].concat();
    Some(sealed(&rest))
}

/// The text of a record's body.
pub fn body_text(text: &str) -> Option<&str> {
    json::field(text, "body")
}

/// Whether it is the trace of a deleted record, as [`encode_deleted`] writes it.
pub fn is_trace(text: &str) -> bool {
    text.ends_with(NOTHING)
}

/// A record's text with its version and checksum before it.
fn sealed(rest: &str) -> String {
    let mut text = String::with_capacity(rest.len() + 48);
    text.push_str(START);
    text.push_str(&checksum(rest));
    text.push_str(MIDDLE);
    text.push_str(rest);
    text
}

/// The record that the text holds.
///
/// # Errors
/// Says why there is none. The text is only looked at: keeping it is up to the caller.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<Record<T>, LoadError> {
    if text.len() > MOST_BYTES {
        return Err(LoadError::WrongShape);
    }
    check(text)?;
    match json::from_str::<Record<T>>(text) {
        Ok(record) if record.revision <= MOST_REVISIONS => Ok(record),
        _ => Err(LoadError::WrongShape),
    }
}

/// The record without its body: enough to tell which of two is newer.
///
/// # Errors
/// As [`decode`], except that any body is right.
pub fn decode_stamp(text: &str) -> Result<Record<IgnoredAny>, LoadError> {
    decode(text)
}

/// 32-bit FNV-1a as 8 hexadecimal digits. It guards against accidents, not against people; a
/// change of a single byte always changes it. Four lines here instead of a crate, and without the
/// table that a quick CRC-32 brings along.
pub fn checksum(text: &str) -> String {
    let mut sum: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (0..8)
        .rev()
        .filter_map(|digit| char::from_digit(sum >> (4 * digit) & 15, 16))
        .collect()
}

const START: &str = "{\"format\":1,\"check\":\"";
const MIDDLE: &str = "\",";
const NOTHING: &str = ",\"body\":null}";

fn check(text: &str) -> Result<(), LoadError> {
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }

    match text
        .strip_prefix(START)
        .and_then(|tail| tail.split_once(MIDDLE))
    {
        Some((sum, rest)) if sum == checksum(rest) => Ok(()),
        Some(_) => Err(LoadError::Damaged),
        None => Err(match json::from_str(text) {
            Ok(Head { format }) if format > FORMAT => LoadError::Newer(format),
            _ => LoadError::Foreign,
        }),
    }
}
