//! Backup files that are read in slices, and files that mean no good.

use proptest::prelude::*;
use serde_json::{Value, json};
use spry_knees::domain::record::history::{Entry, EntryId};
use spry_knees::domain::record::saved::backup::{Backup, BadFile, Held, Reading, Unreadable};
use spry_knees::domain::record::saved::{Key, Record, encode, key};
use spry_knees::domain::time::WallTime;

use crate::any;

const NOW: WallTime = WallTime {
    utc_ms: 1_780_650_000_000,
    offset_min: 120,
};

fn record(body: &Value) -> String {
    encode(&Record {
        revision: 1,
        saved: NOW,
        body: Some(body),
    })
    .unwrap()
}

fn file(records: &[(&str, &str)]) -> Value {
    let lines: Vec<Value> = records
        .iter()
        .map(|(key, text)| json!({ "key": key, "text": text }))
        .collect();
    json!({ "app": "spry-knees", "format": 1, "made": NOW, "records": lines, "unreadable": [] })
}

fn sound() -> (String, String) {
    let entry = Entry::new(NOW, Vec::new());
    let text = record(&serde_json::to_value(&entry).unwrap());
    (Key::Entry(entry.id).name(), text)
}

/// The file that the text is, read so many lines at a time.
fn read(text: &str, lines: usize) -> Result<Backup, BadFile> {
    let mut reading = Reading::new(text);
    while !reading.step(lines)? {
        assert!(reading.percent() <= 100);
    }
    let (backup, preview) = reading.finish();
    assert_eq!(preview, backup.preview());
    Ok(backup)
}

proptest! {
    #[test]
    fn slices_read_what_one_go_reads(
        records in proptest::collection::vec(any::record(any::entry()), 0..20),
        lines in 1..9_usize,
        cut in any::<prop::sample::Index>(),
    ) {
        let records = records.iter().map(|record| {
            let id = record.body.as_ref().map_or(EntryId(1), |entry| entry.id);
            (Key::Entry(id).name(), encode(record).unwrap())
        });
        let text = Backup::new(records.collect(), Vec::new(), NOW).to_text();
        prop_assert_eq!(read(&text, lines), Backup::parse(&text));
        let cut = &text[..cut.index(text.len())];
        prop_assert_eq!(read(cut, lines), Backup::parse(cut));
        prop_assert!(Backup::parse(cut).is_err());
    }
}

/// The file is sound and says what cannot be: that goes along as a text that cannot be read.
#[test]
fn impossible_record_is_kept_and_keeps_no_other_out() {
    let (name, text) = sound();
    let many = vec![json!(["quad-sway", "right", 20, 25]); 10_000];
    let pains = vec![json!({ "exercise": "quad-sway", "side": "right", "done": 1 }); 101];
    let end = 8_640_000_000_000_000_i64;
    for body in [
        json!({ "id": 5, "started": NOW, "results": many }),
        json!({ "id": 5, "started": NOW, "results": [], "pains": pains }),
        json!({ "id": 5, "started": { "utc_ms": end, "offset_min": 0 }, "results": [] }),
        json!({ "id": 5, "started": { "utc_ms": -end, "offset_min": 0 }, "results": [] }),
        json!({ "id": 5, "started": NOW, "results": [["quad-sway", "right", 26, 25]] }),
        json!({ "id": 5, "started": NOW, "results": [], "later": "x".repeat(200_000) }),
    ] {
        let impossible = record(&body);
        let bad = Key::Entry(EntryId(5)).name();
        let text = file(&[(&name, &text), (&bad, &impossible)]).to_string();
        let backup = Backup::parse(&text).unwrap();
        assert_eq!(backup.entries().count(), 1);
        let kept = Unreadable {
            key: key::quarantine_name(&bad, &impossible, 0),
            held: Held::Text(impossible),
        };
        assert_eq!(backup.unreadable, [kept]);
        // And goes on into the next backup.
        assert_eq!(Backup::parse(&backup.to_text()), Ok(backup));
    }
}

#[test]
fn fields_come_in_any_order_and_each_once() {
    let (name, text) = sound();
    let lines = json!([{ "key": name, "text": text }]);
    let made = json!(NOW);
    let later = format!(
        "{{\"later\":[1.5e3,{{}}],\"records\":{lines},\"made\":{made},\"format\":1,\"app\":\"spry-knees\"}}"
    );
    assert_eq!(
        Backup::parse(&later).map(|backup| backup.records.len()),
        Ok(1)
    );
    for (file, reason) in [
        (
            later.replace("\"format\":1", "\"format\":2"),
            BadFile::Newer,
        ),
        (
            later.replace("spry-knees\"}", "sore-elbows\"}"),
            BadFile::NotABackup,
        ),
        (
            format!("{{\"app\":\"spry-knees\",{}", &later[1..]),
            BadFile::Damaged,
        ),
        (
            later.replace("\"format\":1", "\"records\":[],\"format\":1"),
            BadFile::NotABackup,
        ),
        (format!("{later}x"), BadFile::Damaged),
    ] {
        assert_eq!(Backup::parse(&file), Err(reason), "{file}");
    }
}

#[test]
fn hostile_file_is_told_from_a_backup() {
    let (name, text) = sound();
    let good = file(&[(&name, &text)]).to_string();
    let begins = "{\"app\":\"spry-knees\",\"format\":1,\"later\":";
    let utf_16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (file, reason) in [
        ("[".repeat(1_000_000), BadFile::NotABackup),
        ([begins, &"[".repeat(1_000_000)].concat(), BadFile::Damaged),
        (
            [begins, &"{\"a\":".repeat(1_000_000)].concat(),
            BadFile::Damaged,
        ),
        (
            String::from_utf8_lossy(&utf_16).into_owned(),
            BadFile::NotABackup,
        ),
        (
            good.replace("\"utc_ms\":1780650000000", "\"utc_ms\":9e99"),
            BadFile::Damaged,
        ),
        (
            good.replace("\"utc_ms\":1780650000000", "\"utc_ms\":8640000000000000"),
            BadFile::Damaged,
        ),
    ] {
        assert_eq!(Backup::parse(&file), Err(reason), "{file:.80}");
    }
}

/// Of two records under one key the newer one holds, wherever it stands.
#[test]
fn repeated_keys_are_one_record() {
    let entry = Entry::new(NOW, Vec::new());
    let name = Key::Entry(entry.id).name();
    let of = |revision, body: Option<&Entry>| {
        encode(&Record {
            revision,
            saved: NOW,
            body,
        })
        .unwrap()
    };
    let (old, new, deleted) = (of(1, Some(&entry)), of(2, Some(&entry)), of(3, None));
    for (lines, sessions) in [
        ([&old, &new], 1),
        ([&new, &old], 1),
        ([&new, &deleted], 0),
        ([&deleted, &new], 0),
    ] {
        let text = file(&lines.map(|text| (name.as_str(), text.as_str()))).to_string();
        let backup = read(&text, 1).unwrap();
        assert_eq!(backup.records.len(), 1);
        assert_eq!(backup.preview().sessions, sessions);
    }
}
