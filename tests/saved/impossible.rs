//! Records under a right checksum that say what cannot be: by hand, or by a fault of another version.
//! Each is kept byte for byte like any text that cannot be read, and whatever is read holds together.

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};
use spry_knees::domain::app::Unfinished;
use spry_knees::domain::guide::cue::SpeechMs;
use spry_knees::domain::guide::plan::{Plan, PlanOptions};
use spry_knees::domain::guide::session::{Event, Rules, Session};
use spry_knees::domain::record::history::Entry;
use spry_knees::domain::record::saved::kind::is_readable;
use spry_knees::domain::record::saved::{Journal, Key, Loaded, Record, decode, encode};
use spry_knees::domain::record::settings::{Counting, Settings};
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::time::{Instant, WallTime};
use spry_knees::text::cues;

use crate::any;
use crate::shelf::Memory;

const NOW: WallTime = WallTime {
    utc_ms: 1_780_650_000_000,
    offset_min: 60,
};

/// 1 January 10000.
const PAST_YEAR_9999_MS: i64 = 253_402_300_800_000;

fn pain() -> Value {
    json!({ "exercise": "quad-sway", "side": "right", "done": 3 })
}

fn by_hand() -> Settings {
    Settings {
        counting: Counting::ByHand,
        ..Settings::default()
    }
}

fn rules() -> Rules {
    Rules::new(&by_hand(), false, SpeechMs(cues::speech_ms, 95))
}

/// The routine with 12 sways of the first set, counted by hand.
fn unfinished() -> Unfinished {
    let rules = rules();
    let plan = Plan::session(PlanOptions {
        settings: &by_hand(),
        skip: &[],
        first_session: false,
        speech: rules.speech,
    });
    let mut now = Instant::default();
    let mut session = Session::start(plan, rules, now).unwrap();
    session.update(Event::StartNow, now);
    now = now.after(20_000);
    for _ in 0..12 {
        session.update(Event::Count, now);
    }
    session.update(Event::Hurt, now);
    assert_eq!(session.pains()[0].done, 12);
    Unfinished {
        started: NOW,
        stopped: NOW,
        session: session.to_saved(now).unwrap(),
    }
}

fn record<T: Serialize>(body: T) -> String {
    let record = Record {
        revision: 1,
        saved: NOW,
        body: Some(body),
    };
    encode(&record).unwrap()
}

/// The body with one value in another's place; a place that is not there fails the test.
fn with(body: &impl Serialize, place: &str, value: Value) -> String {
    let mut body = serde_json::to_value(body).unwrap();
    *body.pointer_mut(place).unwrap() = value;
    record(body)
}

fn open(shelf: &Memory) -> (Journal<Memory, Unfinished>, Loaded<Unfinished>) {
    let mut journal = Journal::new(shelf.clone());
    let loaded = journal.load();
    (journal, loaded)
}

/// It is counted, its key is free for what comes, and it is still there byte for byte.
fn is_kept(key: Key, text: &str) {
    let shelf = Memory::default();
    shelf.put(&key.name(), text);
    let (mut journal, loaded) = open(&shelf);
    assert_eq!((loaded.damaged, loaded.running), (1, None), "{text}");
    assert_eq!((loaded.settings, loaded.entries), (None, Vec::new()));
    let written = match key {
        Key::Running => journal.save_running(Some(&unfinished()), NOW),
        Key::Settings => journal.save_settings(&Settings::default(), NOW),
        Key::Safety => journal.save_safety(&loaded.safety.unwrap_or_default(), NOW),
        Key::Entry(id) => journal.delete_entry(id, NOW),
    };
    assert_eq!(written.saved, Ok(()));
    assert!(shelf.holds_text(text), "{text}");
    assert_eq!(open(&shelf).1.damaged, 1);
}

#[test]
fn running_session_that_does_not_hold_together_is_kept() {
    let body = unfinished();
    assert!(is_readable::<Unfinished>(
        &Key::Running.name(),
        &record(&body)
    ));
    for (place, value) in [
        ("/session/step_index", json!(8)),
        ("/session/done", json!([0, 0])),
        ("/session/done/7", json!(6)),
        ("/session/at/activity/work/by_hand", json!(26)),
        ("/session/at/elapsed_ms", json!(u32::MAX)),
        ("/session/active_ms", json!(u32::MAX)),
        ("/session/pains/0/done", json!(26)),
        ("/session/pains/0/side", json!("both")),
        ("/session/plan/steps", json!([])),
        ("/session/plan/steps/0/side", json!("both")),
        ("/session/plan/steps/0/target", json!({ "breaths": 5 })),
        ("/session/plan/steps/0/settle_ms", json!(90_000)),
        ("/session/plan/wait_factor", json!(0)),
        ("/session/pains", json!(vec![pain(); 101])),
        ("/started/utc_ms", json!(i64::MAX)),
        ("/started/utc_ms", json!(PAST_YEAR_9999_MS)),
        ("/stopped/offset_min", json!(1_440)),
    ] {
        is_kept(Key::Running, &with(&body, place, value));
    }
}

#[test]
fn other_record_that_cannot_be_is_kept() {
    let set = |exercise, side, done| json!([[exercise, side, done, 5]]);
    let entry = Entry::new(NOW, Vec::new());
    for (place, value) in [
        ("/results", set("quad-sway", "right", 26)),
        ("/results", set("quad-sway", "both", 20)),
        ("/results", set("quad-pull", "left", 6)),
        ("/results", set("imaginary-chair", "right", 30)),
        (
            "/results",
            json!(vec![json!(["quad-sway", "right", 5, 5]); 101]),
        ),
        ("/started/utc_ms", json!(i64::MIN)),
        ("/started/utc_ms", json!(8_640_000_000_000_000_i64)),
        ("/started/utc_ms", json!(PAST_YEAR_9999_MS)),
        ("/started/utc_ms", json!(-200_000_000)),
        ("/id", json!(1)),
    ] {
        is_kept(Key::Entry(entry.id), &with(&entry, place, value));
    }
    let mut hurt = serde_json::to_value(&entry).unwrap();
    hurt["pains"] = json!(vec![pain(); 101]);
    is_kept(Key::Entry(entry.id), &record(hurt));
    for (place, value) in [
        ("/rate_percent", json!(0)),
        ("/rate_percent", json!(121)),
        ("/voice_volume", json!(101)),
        ("/tone_volume", json!(255)),
        ("/hold", json!(5)),
        ("/reps", json!([25, 25])),
        ("/skip_today/day", json!(i32::MAX)),
        ("/voice", json!("x".repeat(200_000))),
    ] {
        is_kept(Key::Settings, &with(&Settings::default(), place, value));
    }
    for day in [json!("yes"), json!(-3), json!(3_000_000)] {
        is_kept(Key::Safety, &record(json!({ "understood": day })));
    }
}

/// What the bounds refuse no session comes to, whoever presses what how often.
#[test]
fn session_stays_within_what_can_be_read() {
    let rules = rules();
    let mut now = Instant::default();
    let mut session = Session::carry_on(&unfinished().session, rules, now);
    for _ in 0..150 {
        for event in [
            Event::Resume,
            Event::StartNow,
            Event::Hurt,
            Event::TryGentler,
        ] {
            now = now.after(1_000);
            session.update(event, now);
        }
        session.update(Event::Hurt, now);
        let text = record(Unfinished {
            session: session.to_saved(now).unwrap(),
            ..unfinished()
        });
        assert!(is_readable::<Unfinished>(&Key::Running.name(), &text));
    }
    assert_eq!(session.pains().len(), 100);
    assert_eq!(session.results(now).len(), 100);
    let entry = Entry {
        pains: session.pains().to_vec(),
        ..Entry::new(NOW, session.results(now))
    };
    assert!(is_readable::<Unfinished>(
        &Key::Entry(entry.id).name(),
        &record(entry)
    ));
}

/// After it no newer record could be written.
#[test]
fn revision_that_leaves_no_room_is_kept() {
    let text = encode(&Record {
        revision: u32::MAX,
        saved: NOW,
        body: Some(Settings::default()),
    });
    is_kept(Key::Settings, &text.unwrap());
}

/// Every whole number in a value, by its place.
fn numbers(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(place.to_owned()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers(item, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                numbers(field, &format!("{place}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        -2..300_i64,
        any::<i64>(),
        any::<u32>().prop_map(i64::from),
        any::<i32>().prop_map(i64::from),
        Just(i64::from(u32::MAX / 2)),
    ]
}

proptest! {
    /// Whatever numbers stand in it: it is kept as it is, or it can be carried on to its end.
    #[test]
    fn session_that_is_read_holds_together(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), number()), 1..4),
    ) {
        let mut body = serde_json::to_value(unfinished()).unwrap();
        let mut places = Vec::new();
        numbers(&body, "", &mut places);
        for (place, number) in changes {
            *body.pointer_mut(place.get(places.as_slice()).as_str()).unwrap() = json!(number);
        }
        let text = record(body);
        if !is_readable::<Unfinished>(&Key::Running.name(), &text) {
            is_kept(Key::Running, &text);
            return Ok(());
        }
        let body = decode::<Unfinished>(&text).unwrap().body.unwrap();
        let mut now = Instant::from_ms(500);
        let mut session = Session::carry_on(&body.session, rules(), now);
        for event in [Event::Resume, Event::StartNow, Event::Count, Event::Enough].into_iter().cycle().take(200) {
            prop_assert!(session.results(now).iter().all(|set| set.done <= set.target.number()));
            let _ = (session.screen(now), session.active_ms(now), body.started.day());
            now = now.after(5_000);
            session.update(event, now);
        }
    }

    /// No set has more than the source asks for.
    #[test]
    fn sets_that_are_read_are_within_the_source(entry in any::entry(), set in 0..12_usize, number in number()) {
        let mut body = serde_json::to_value(&entry).unwrap();
        let done = body.pointer_mut(&format!("/results/{set}/2"));
        let Some(done) = done else { return Ok(()) };
        *done = json!(number);
        let most = Dose::of_source(entry.results[set].exercise).number();
        prop_assert_eq!(
            is_readable::<Unfinished>(&Key::Entry(entry.id).name(), &record(body)),
            (0..=i64::from(most)).contains(&number)
        );
    }
}
