//! Records: what is encoded is decoded, and nothing that is decoded harms.

use std::fmt::Write;

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use spry_knees::domain::record::history::Entry;
use spry_knees::domain::record::safety::Answers;
use spry_knees::domain::record::saved::merge::{Snapshot, is_newer};
use spry_knees::domain::record::saved::{LoadError, Record, decode, encode};
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::time::WallTime;
use spry_knees::json;

use crate::any::{self, Running};

fn comes_back<T>(record: &Record<T>)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let text = encode(record).unwrap();
    assert_eq!(decode(&text).as_ref(), Ok(record), "{text}");
    // Another program reads the same in it.
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["revision"], record.revision);
    assert_eq!(value["body"], serde_json::to_value(&record.body).unwrap());
}

/// All records of both, where both have one the newer.
fn merge(mut one: Snapshot, other: Snapshot) -> Snapshot {
    for (key, text) in other {
        match one.get(&key) {
            Some(held) if !is_newer(&text, held) => {}
            _ => {
                one.insert(key, text);
            }
        }
    }
    one
}

proptest! {
    #[test]
    fn entries_come_back(record in any::record(any::entry())) {
        comes_back(&record);
    }

    #[test]
    fn settings_come_back(record in any::record(any::settings())) {
        comes_back(&record);
    }

    #[test]
    fn safety_answers_come_back(record in any::record(any::safety())) {
        comes_back(&record);
    }

    #[test]
    fn running_sessions_come_back(record in any::record(any::running())) {
        comes_back(&record);
    }

    #[test]
    fn another_programs_spacing_and_escapes_are_read(running in any::running()) {
        let text = serde_json::to_string_pretty(&running).unwrap();
        prop_assert_eq!(json::from_str(&text), Ok(running.clone()));
        let mut escaped = String::new();
        for unit in serde_json::to_string(&running).unwrap().encode_utf16() {
            match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => escaped.push(char::from(byte)),
                _ => write!(escaped, "\\u{unit:04X}").unwrap(),
            }
        }
        prop_assert_eq!(json::from_str(&escaped), Ok(running));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::text()) {
        let _ = decode::<Entry>(&text);
        let _ = decode::<Settings>(&text);
        let _ = decode::<Answers>(&text);
        // What it takes for JSON, another reader does as well.
        if let Ok(value) = json::from_str::<Running>(&text) {
            prop_assert_eq!(serde_json::from_str::<Running>(&text).unwrap(), value);
        }
        let _ = is_newer(&text, "");
    }

    #[test]
    fn one_changed_byte_is_found(record in any::record(any::entry()), at in any::<prop::sample::Index>(), with in 32..127_u8) {
        let text = encode(&record).unwrap();
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = with;
        let changed = String::from_utf8(bytes).unwrap();
        if changed != text {
            prop_assert!(decode::<Entry>(&changed).is_err(), "{}", changed);
        }
    }

    #[test]
    fn a_cut_text_is_found(record in any::record(any::entry()), at in any::<prop::sample::Index>()) {
        let text = encode(&record).unwrap();
        prop_assert!(decode::<Entry>(&text[..at.index(text.len())]).is_err());
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in snapshot(), b in snapshot(), c in snapshot()) {
        let ab = merge(a.clone(), b.clone());
        prop_assert_eq!(&ab, &merge(b.clone(), a.clone()));
        prop_assert_eq!(merge(ab.clone(), c.clone()), merge(a.clone(), merge(b.clone(), c)));
        prop_assert_eq!(merge(a.clone(), a.clone()), a.clone());
        // Nobody is dropped, and what is held is the newer of the two.
        for (key, text) in a.iter().chain(&b) {
            prop_assert!(ab[key] == *text || is_newer(&ab[key], text));
        }
        prop_assert!(ab.iter().all(|(key, text)| a.get(key) == Some(text) || b.get(key) == Some(text)));
    }
}

fn snapshot() -> impl Strategy<Value = Snapshot> {
    proptest::collection::btree_map("[a-d]", any::text(), 0..4)
}

#[test]
fn a_record_looks_as_documented() {
    let record = Record {
        revision: 7,
        saved: WallTime {
            utc_ms: 1_780_650_000_000,
            offset_min: 120,
        },
        body: Some("a\"\u{1}é\u{1f9b5}"),
    };
    assert_eq!(
        encode(&record).unwrap(),
        r#"{"format":1,"check":"87df4d09","revision":7,"saved":{"utc_ms":1780650000000,"offset_min":120},"body":"a\"\u0001é🦵"}"#
    );
}

#[test]
fn settings_from_before_a_field_was_there_are_read() {
    let settings: Settings = json::from_str(r#"{"rate_percent":80,"wiggle":true}"#).unwrap();
    let expected = Settings {
        rate_percent: 80,
        wiggle: true,
        ..Settings::default()
    };
    assert_eq!(settings, expected);
    let half = json::from_str(r#"{"skip_today":{"day":20605}}"#);
    assert_eq!(half.map(|half: Settings| half.skip_today.changed), Ok(0));
}

#[test]
fn every_kind_of_wrong_text_has_its_name() {
    let record = Record {
        revision: 1,
        saved: WallTime::default(),
        body: Some(true),
    };
    let text = encode(&record).unwrap();
    assert_eq!(decode::<bool>(&text), Ok(record));
    assert_eq!(decode::<Entry>(&text), Err(LoadError::WrongShape));
    assert_eq!(
        decode::<bool>(&text.replace("true", "false")),
        Err(LoadError::Damaged)
    );
    assert_eq!(
        decode::<bool>(&text[..text.len() - 1]),
        Err(LoadError::Damaged)
    );
    assert_eq!(
        decode::<bool>(&text.replace(":1,\"c", ":2,\"c")),
        Err(LoadError::Newer(2))
    );
    assert_eq!(decode::<bool>(r#"{"format":3}"#), Err(LoadError::Newer(3)));
    for foreign in [
        "",
        "null",
        "[]",
        "{}",
        "12",
        "\"x\"",
        "{\"format\":1}",
        "{\"format\":\"1\"}",
        "<p>",
        "\0",
        "{\"format\":2",
    ] {
        assert_eq!(
            decode::<bool>(foreign),
            Err(LoadError::Foreign),
            "{foreign:?}"
        );
    }
}

#[test]
fn deep_nesting_ends_without_a_stack_overflow() {
    #[derive(Debug, serde::Deserialize)]
    struct Any {}
    for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        let text = format!("{{\"unknown\":{deep}");
        assert!(json::from_str::<Any>(&text).is_err());
    }
}
