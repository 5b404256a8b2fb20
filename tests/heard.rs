//! What a person hears: every fact that is said to be heard, before it is needed, in short sentences.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot start its session has failed"
)]

use spry_knees::domain::guide::cue::{SpeechMs, Spoken};
use spry_knees::domain::guide::plan::{Plan, PlanOptions};
use spry_knees::domain::guide::session::{Effect, Event, Rules, Session};
use spry_knees::domain::record::settings::{Inch, Order, Settings};
use spry_knees::domain::routine::dose::{Reps, Seconds};
use spry_knees::domain::routine::{Exercise, Fact};
use spry_knees::domain::time::Instant;
use spry_knees::text::cues;
use spry_knees::text::facts::{Place, where_taught};

/// Everything that these settings let be heard in a session that nobody touches, in order, with its
/// time in milliseconds.
fn heard(settings: &Settings, first_session: bool) -> Vec<(u64, Spoken)> {
    let speech = SpeechMs(cues::speech_ms, settings.rate_percent);
    let plan = Plan::session(PlanOptions {
        settings,
        skip: &[],
        first_session,
        speech,
    });
    let mut now = Instant::default();
    let mut session = Session::start(plan, Rules::new(settings, false, speech), now).unwrap();
    let mut all = Vec::new();
    loop {
        let said = session.update(Event::Tick, now).into_iter();
        all.extend(said.filter_map(|effect| match effect {
            Effect::Say { spoken, due } => Some((due.ms(), spoken)),
            _ => None,
        }));
        let Some(next) = session.next_change(now) else {
            return all;
        };
        now = next;
    }
}

#[test]
fn what_is_said_to_be_heard_is_heard() {
    let said = heard(&Settings::default(), false);
    for fact in Fact::all() {
        for place in where_taught(fact) {
            let Place::Heard(spoken) = place else {
                continue;
            };
            let is_said = said.iter().any(|(_, said)| said == spoken);
            assert!(is_said, "fact {}: {spoken:?} is never said", fact.0);
        }
    }
}

/// How much and how far, that less is fine, and what the chair is for: by then a person looks at the
/// floor or the wall and not at the screen.
#[test]
fn what_a_person_must_know_in_time_is_heard_before_the_load() {
    let said = heard(&Settings::default(), false);
    let begins = |exercise| {
        let begin = |(_, spoken): &&(u64, Spoken)| match spoken {
            Spoken::Begin(of) => *of == exercise,
            // The stretches begin with their first breath.
            Spoken::BreathIn(1) => exercise == Exercise::HamstringReach,
            _ => false,
        };
        let begin = said.iter().rfind(begin).map(|(at_ms, _)| *at_ms);
        begin.unwrap_or_else(|| panic!("{exercise:?} never begins"))
    };
    for number in [12, 20, 35, 43, 54, 17, 41] {
        let exercise = Exercise::ALL
            .into_iter()
            .find(|e| e.facts().contains(&number));
        let begin_ms = begins(exercise.unwrap());
        let heard = where_taught(Fact(number)).iter().any(|place| match place {
            Place::Heard(spoken) => said
                .iter()
                .any(|(at_ms, said)| said == spoken && *at_ms < begin_ms),
            _ => false,
        });
        assert!(heard, "fact {number} is not heard before its set");
    }
    for number in [46, 58] {
        let mut places = where_taught(Fact(number)).iter();
        assert!(
            places.any(|place| matches!(place, Place::Heard(_))),
            "fact {number}"
        );
    }
}

/// Ours: a voice is not read twice.
#[test]
fn no_spoken_sentence_is_longer_than_12_words() {
    let mut settings = Settings {
        wiggle: true,
        ..Settings::default()
    };
    for (first_session, reps, order) in
        [(true, 25, Order::Source), (false, 7, Order::FloorTogether)]
    {
        settings.reps = [Reps::nearest(reps); 3];
        settings.order = order;
        settings.hold = Seconds::nearest(reps * 2);
        for (_, spoken) in heard(&settings, first_session) {
            for inch in Inch::ALL {
                let words = cues::say(spoken, *inch);
                for sentence in words.split_inclusive(['.', '?', '!', ':']) {
                    let count = sentence.split_whitespace().count();
                    assert!(count <= 12, "{count} words: {sentence}");
                }
                let other = if *inch == Inch::Centimetres {
                    "inch"
                } else {
                    "centimeter"
                };
                assert!(!words.contains(other), "{inch:?}: {words}");
            }
        }
    }
}
