//! What always holds of what is heard, in every session that can be chosen.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where its session does not start"
)]

use proptest::prelude::*;

use spry_knees::domain::guide::cue::{SpeechMs, Spoken, Tone};
use spry_knees::domain::guide::lead_in::Guide;
use spry_knees::domain::guide::plan::{Plan, PlanOptions, SetStep};
use spry_knees::domain::guide::session::{Effect, Event, Rules, Session, Stage};
use spry_knees::domain::record::settings::{
    Hands, Order, Settings, Speaker, TighterSide, VoiceLevel, Waits,
};
use spry_knees::domain::routine::Exercise;
use spry_knees::domain::routine::dose::{Dose, Reps, Seconds};
use spry_knees::domain::routine::pace::Pace;
use spry_knees::domain::time::Instant;
use spry_knees::text::cues;

/// As far ahead as the app books its tones.
const AHEAD_MS: u32 = 1_200;

/// What is heard of a session that nobody touches.
#[derive(Debug, Default, PartialEq)]
struct Heard {
    tones: Vec<(Instant, Tone)>,
    said: Vec<(Instant, Spoken)>,
    /// What would be heard if everything were said, with the set that ran or came next.
    due: Vec<(Instant, Spoken, SetStep)>,
    /// The sets with their starts.
    sets: Vec<(Instant, SetStep)>,
    /// When all was done.
    end: Instant,
}

impl Heard {
    /// Looks at the clock whenever something changes, and at the latest after `gaps`, over and over.
    fn of(settings: &Settings, first_session: bool, gaps: &[u32]) -> Self {
        let speech = SpeechMs(cues::speech_ms, settings.speech_rate());
        let plan = Plan::session(PlanOptions {
            settings,
            skip: &[],
            first_session,
            speech,
        });
        let duration_ms = plan.duration_ms(speech);
        let mut now = Instant::default();
        let mut session = Session::start(plan, Rules::new(settings, false, speech), now).unwrap();
        let (mut heard, mut booked) = (Self::default(), now);
        for gap in gaps.iter().cycle() {
            for effect in session.update(Event::Tick, now) {
                let Effect::Say { spoken, due } = effect else {
                    continue;
                };
                let is_heard = match settings.speaker {
                    Speaker::App => spoken.is_said(settings.level),
                    Speaker::ScreenReader => spoken.is_read_out(),
                    Speaker::TonesOnly => false,
                };
                if is_heard {
                    heard.said.push((due, spoken));
                }
                heard.due.push((due, spoken, *session.step()));
            }
            if session.screen(now).stage == Stage::Working {
                let start = session.running_since().unwrap();
                if heard.sets.last().is_none_or(|(last, _)| *last != start) {
                    heard.sets.push((start, *session.step()));
                }
            }
            let Some(next) = session.next_change(now) else {
                break;
            };
            let until = now.after(AHEAD_MS).max(booked);
            heard.tones.extend(session.tones(booked, until));
            booked = until;
            now = next.min(now.after(*gap));
        }
        assert!(session.is_finished());
        heard.end = now;
        assert_eq!(now, Instant::default().after(duration_ms));
        heard
    }

    fn tones_at(&self, at: Instant) -> Vec<Tone> {
        let here = self.tones.iter().filter(|(when, _)| *when == at);
        here.map(|(_, tone)| *tone).collect()
    }
}

/// No sentence begins before the one before it is over, whatever phase it belongs to.
fn no_overlap(heard: &Heard, rate_percent: u8) {
    let ends = |(at, spoken): (Instant, Spoken)| at.after(cues::speech_ms(spoken, rate_percent));
    for pair in heard.said.windows(2) {
        assert!(
            ends(pair[0]) <= pair[1].0,
            "{:?} talks over {:?}",
            pair[1],
            pair[0]
        );
    }
}

/// The load of a lead-in begins with the first word of its position: from the last one on, at most
/// 5 s are left to the start, the countdown included. Nothing is asked for that loads before that,
/// but for the movements of the Bun Lift, each of which is tried for 4 s at most.
fn load_begins_right_before_the_start(heard: &Heard, rate: u8) {
    const MOST_MS: u32 = 5_000;
    for (start, set) in &heard.sets {
        let before = |(due, spoken, of): &&(Instant, Spoken, SetStep)| {
            let guides = matches!(spoken, Spoken::Guide(_));
            guides && due < start && (of.exercise, of.side) == (set.exercise, set.side)
        };
        let asks: Vec<_> = heard.due.iter().filter(before).collect();
        let loads = |spoken: &Spoken| {
            let Spoken::Guide(guide) = spoken else {
                return false;
            };
            matches!(
                guide,
                Guide::KneeUp(_) | Guide::HeelInHand(_) | Guide::SlideDown | Guide::ReachOut
            )
        };
        let (positions, others): (Vec<_>, Vec<_>) =
            asks.into_iter().partition(|(_, spoken, _)| loads(spoken));
        let has_position = !matches!(set.exercise, Exercise::KneeBounces | Exercise::BunLift);
        assert_eq!(positions.len(), usize::from(has_position), "{set:?}");
        for (due, spoken, _) in positions {
            let spoken_ms = cues::speech_ms(spoken, rate);
            let load_ms = start.since(due);
            assert!(
                load_ms <= spoken_ms + MOST_MS,
                "{load_ms} ms before {set:?}"
            );
            assert!(others.iter().all(|(other, ..)| *other < due), "{set:?}");
        }
        for pair in others.windows(2) {
            let [(due, spoken, _), (next, ..)] = [pair[0], pair[1]];
            if matches!(spoken, Spoken::Guide(Guide::TailboneHigh | Guide::InchDown)) {
                let tried_ms = next.since(due) - cues::speech_ms(spoken, rate);
                assert!(tried_ms <= MOST_MS, "{tried_ms} ms for {spoken:?}");
            }
        }
    }
}

/// Whatever is said of a set is said in time: its lead-in before it, its counts while it runs, and
/// the way out at its end. No sentence is left over when its phase is.
fn nothing_is_said_for_a_phase_that_is_over(heard: &Heard, rate: u8) {
    for (due, spoken, of) in &heard.due {
        let ends = due.after(cues::speech_ms(*spoken, rate));
        let mut begun = heard.sets.iter().filter(|(start, _)| start <= due);
        let run = begun.next_back();
        match spoken {
            Spoken::FirstSession
            | Spoken::Opening(..)
            | Spoken::Guide(_)
            | Spoken::Dose(..)
            | Spoken::CountYourself
            | Spoken::ThreeBeeps => {
                let same = |(start, set): &&(Instant, SetStep)| {
                    start > due && (set.exercise, set.side) == (of.exercise, of.side)
                };
                let next = heard.sets.iter().find(|(start, _)| start > due);
                assert!(
                    next.is_some_and(|next| same(&next) && ends <= next.0),
                    "{spoken:?}"
                );
            }
            Spoken::Begin(_)
            | Spoken::Number(_)
            | Spoken::Halfway(_)
            | Spoken::FiveMore(_)
            | Spoken::Coach(_)
            | Spoken::Coached(..)
            | Spoken::BreathIn(_)
            | Spoken::LastBreathIn
            | Spoken::In
            | Spoken::BreathOut(_)
            | Spoken::HoldHalfway(_) => {
                let (start, set) = run.unwrap();
                assert!(
                    ends <= start.after(set.length_ms()),
                    "{spoken:?} of {set:?}"
                );
            }
            _ => {}
        }
    }
}

/// Every beat of every set sounds, once, and exactly when it is due.
fn every_beat_sounds(heard: &Heard) {
    for (start, set) in &heard.sets {
        for left in 1..=3 {
            assert_eq!(heard.tones_at(start.before(left * 1_000)), [Tone::CountIn]);
        }
        assert!(heard.tones_at(*start).contains(&Tone::Begin), "{set:?}");
        match set.target {
            Dose::Reps(reps) => every_rep_sounds(heard, *start, set, reps.get()),
            Dose::Breaths(breaths) => {
                let pace = set.pace.breath();
                for breath in 0..u32::from(breaths.get()) {
                    let at = start.after(breath * pace.ms());
                    let (inward, outward) = (
                        Tone::BreathIn { ms: pace.in_ms },
                        Tone::BreathOut { ms: pace.out_ms },
                    );
                    assert!(heard.tones_at(at).contains(&inward), "{set:?} {breath}");
                    assert_eq!(heard.tones_at(at.after(pace.in_ms)), [outward]);
                }
            }
            Dose::Hold(seconds) => {
                let end = start.after(u32::from(seconds.get()) * 1_000);
                for left in 1..=5_u8 {
                    let at = end.before(u32::from(left) * 1_000);
                    assert_eq!(heard.tones_at(at), [Tone::LastRep(6 - left)]);
                }
            }
        }
        let end = start.after(set.length_ms());
        assert!(heard.tones_at(end).contains(&Tone::SetDone), "{set:?}");
    }
}

fn every_rep_sounds(heard: &Heard, start: Instant, set: &SetStep, target: u8) {
    let pace_ms = set.pace.rep_ms(set.exercise);
    for rep in 1..=target {
        let tones = heard.tones_at(start.after(u32::from(rep) * pace_ms));
        let left = target - rep;
        let beats = tones.iter().filter(|tone| match tone {
            Tone::LastRep(number) => left < 5 && *number == 5 - left,
            Tone::Rep | Tone::Halfway => left >= 5,
            _ => false,
        });
        assert_eq!(beats.count(), 1, "rep {rep} of {set:?}: {tones:?}");
    }
}

fn check(settings: &Settings, first_session: bool) {
    let heard = Heard::of(settings, first_session, &[400]);
    let repeats = settings.tighter == TighterSide::GiveTime;
    assert_eq!(heard.sets.len(), 8 + usize::from(repeats));
    if settings.speaker != Speaker::ScreenReader {
        // What a screen reader is told is kept apart by `Spaced`.
        no_overlap(&heard, settings.speech_rate());
    }
    load_begins_right_before_the_start(&heard, settings.speech_rate());
    nothing_is_said_for_a_phase_that_is_over(&heard, settings.speech_rate());
    every_beat_sounds(&heard);
}

const PACES: [Pace; 3] = [Pace::Slower, Pace::Normal, Pace::Faster];

#[test]
fn every_target_at_every_pace_and_every_wait_is_heard_in_full() {
    for pace in PACES {
        for reps in Reps::MIN.get()..=Reps::MAX.get() {
            for waits in Waits::ALL {
                let settings = Settings {
                    pace: [pace; 6],
                    reps: [Reps::new(reps).unwrap(); 3],
                    waits: *waits,
                    ..Settings::default()
                };
                check(&settings, false);
                check(&settings, true);
            }
        }
    }
}

#[test]
fn every_hold_is_heard_in_full_at_every_speed() {
    for goal in Seconds::MIN.get()..=Seconds::MAX.get() {
        for wiggle in [false, true] {
            for rate_percent in [70, 95, 120] {
                let settings = Settings {
                    hold: Seconds::new(goal).unwrap(),
                    reps: [Reps::MIN; 3],
                    wiggle,
                    rate_percent,
                    ..Settings::default()
                };
                check(&settings, false);
            }
        }
    }
}

fn settings() -> impl Strategy<Value = Settings> {
    (
        prop::array::uniform6(prop::sample::select(&PACES[..])),
        prop::array::uniform3(1..=25_u8),
        10..=60_u8,
        any::<bool>(),
        70..=120_u8,
        prop::sample::select(VoiceLevel::ALL),
        prop::sample::select(Speaker::ALL),
        prop::sample::select(Waits::ALL),
        prop::sample::select(Order::ALL),
        (
            prop::sample::select(TighterSide::ALL),
            prop::sample::select(Hands::ALL),
            Settings::VOICE_TAKES,
        ),
    )
        .prop_map(
            |(pace, reps, hold, wiggle, rate_percent, level, speaker, waits, order, ours)| {
                Settings {
                    pace,
                    reps: reps.map(|reps| Reps::new(reps).unwrap()),
                    hold: Seconds::new(hold).unwrap(),
                    wiggle,
                    rate_percent,
                    level,
                    speaker,
                    waits,
                    order,
                    tighter: ours.0,
                    hands: ours.1,
                    voice_takes_percent: ours.2,
                    ..Settings::default()
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_two_sentences_overlap_and_every_rep_has_its_tone(settings in settings(), first in any::<bool>()) {
        check(&settings, first);
    }

    #[test]
    fn looks_that_come_late_book_the_same_tones(
        settings in settings(), gaps in prop::collection::vec(1..AHEAD_MS, 1..40)
    ) {
        let (on_time, late) = (Heard::of(&settings, false, &[200]), Heard::of(&settings, false, &gaps));
        prop_assert_eq!(on_time, late);
    }
}
