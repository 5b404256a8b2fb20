//! What comes after "It hurts".

use spry_knees::domain::guide::cue::SpeechMs;
use spry_knees::domain::guide::session::{Event, Rules, Session, Stage};
use spry_knees::domain::record::history::{Attempt, Place};
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::routine::pace::Pace;
use spry_knees::domain::routine::{Exercise, Side};
use spry_knees::domain::time::Instant;
use spry_knees::text::cues;

use super::start;

#[test]
fn pain_in_one_leg_passes_over_the_other_and_can_be_tried_more_gently() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::default().after(session.step().lead_in_ms + 12 * 2_000 + 10);
    session.update(Event::Hurt, now);
    let Stage::Hurt { step, done } = session.screen(now).stage else {
        panic!("not stopped")
    };
    assert_eq!(
        (step.exercise, step.side, done),
        (Exercise::QuadSway, Side::Right, 12)
    );
    session.update(Event::HurtPlace(Place::RightKnee), now);
    assert_eq!(session.pains()[0].place, Some(Place::RightKnee));

    let mut gentler = session.clone();
    gentler.update(Event::TryGentler, now);
    assert_eq!(gentler.step().attempt, Attempt::Gentler);
    assert_eq!(gentler.step().target.number(), 13);
    assert_eq!(gentler.step().pace, Pace::Slower);

    session.update(Event::NextAfterPain, now);
    assert_eq!(
        (session.step().exercise, session.step().side),
        (Exercise::QuadPull, Side::Right)
    );
    assert_eq!(session.results(now)[0].done, 12);
    assert_eq!(session.results(now)[1].done, 0);
}

#[test]
fn what_follows_pain_has_twice_the_waits_and_as_little_load() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::default().after(session.step().lead_in_ms + 5 * 2_000);
    let usual = session.clone().lead_in();
    session.update(Event::Hurt, now);
    let mut again = session.clone();
    again.update(Event::TryGentler, now);
    let rested = again.lead_in();
    assert!(again.step().unhurried);
    assert_eq!(
        rested.total_ms - rested.loads_ms,
        usual.total_ms - usual.loads_ms
    );

    let saved = session.to_saved(now).unwrap();
    let speech = SpeechMs(cues::speech_ms, 95);
    let rules = Rules::new(&Settings::default(), false, speech);
    let mut reloaded = Session::carry_on(&saved, rules, now);
    assert!(matches!(reloaded.screen(now).stage, Stage::Hurt { .. }));
    let planned = |session: &Session| session.step().lead_in_ms;
    let before = {
        let mut skipped = start(&Settings::default(), false);
        skipped.update(Event::Skip, now);
        skipped.update(Event::Skip, now);
        planned(&skipped)
    };
    reloaded.update(Event::NextAfterPain, now);
    assert_eq!(reloaded.step().exercise, Exercise::QuadPull);
    assert!(planned(&reloaded) > before);
}
