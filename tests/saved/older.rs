//! Running sessions as an older version stored them: they are read, and carried on with the lead-ins
//! of this one.

use spry_knees::domain::app::Unfinished;
use spry_knees::domain::guide::cue::{SpeechMs, Spoken};
use spry_knees::domain::guide::session::{Effect, Event, Rules, Session, Stage};
use spry_knees::domain::record::saved::decode;
use spry_knees::domain::record::settings::{Inch, Settings};
use spry_knees::domain::time::Instant;
use spry_knees::text::cues;

/// Carries it on and runs to the end; everything that is said.
fn carried_on(text: &str) -> (Session, Vec<Spoken>) {
    let unfinished = decode::<Unfinished>(text).unwrap().body.unwrap();
    let rules = Rules::new(&Settings::default(), false, SpeechMs(cues::speech_ms, 95));
    let mut now = Instant::default();
    let mut session = Session::carry_on(&unfinished.session, rules, now);
    let mut said = Vec::new();
    let mut event = Event::Resume;
    loop {
        let effects = session.update(event, now).into_iter();
        said.extend(effects.filter_map(|effect| match effect {
            Effect::Say { spoken, .. } => Some(spoken),
            _ => None,
        }));
        event = Event::Tick;
        match session.next_change(now) {
            Some(next) => now = next,
            None => return (session, said),
        }
    }
}

#[test]
fn older_session_in_a_lead_in_begins_it_anew_with_todays_words() {
    let text = include_str!("../data/running-in-a-lead-in.json").trim_end();
    let (session, said) = carried_on(text);
    let words: Vec<_> = said
        .iter()
        .map(|spoken| cues::say(*spoken, Inch::Both))
        .collect();
    assert_eq!(words[0], "Next: Knee Bounces.");
    assert_eq!(
        words[1],
        "Hold the chair and come down to the floor, slowly."
    );
    assert!(session.is_finished());
}

#[test]
fn older_session_in_a_set_goes_on_with_its_count() {
    let text = include_str!("../data/running-in-a-set.json").trim_end();
    let unfinished = decode::<Unfinished>(text).unwrap().body.unwrap();
    let rules = Rules::new(&Settings::default(), false, SpeechMs(cues::speech_ms, 95));
    let session = Session::carry_on(&unfinished.session, rules, Instant::default());
    assert_eq!(session.results(Instant::default())[3].done, 2);
    let (session, said) = carried_on(text);
    let words: Vec<_> = said
        .iter()
        .map(|spoken| cues::say(*spoken, Inch::Both))
        .collect();
    assert_eq!(words[..2], ["Carrying on in 10.", "Three."]);
    assert!(
        words
            .iter()
            .any(|words| words == "On Begin, lift your knees one inch, and bounce.")
    );
    let end = Instant::default();
    assert_eq!(session.screen(end).stage, Stage::Finished);
    assert!(
        session
            .results(end)
            .iter()
            .all(|set| set.done == set.target.number())
    );
}
