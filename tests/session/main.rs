//! What always holds of a session, whatever happens to it.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where its session does not start"
)]

mod mistakes;
mod pain;
mod way;

use proptest::prelude::*;

use spry_knees::domain::guide::cue::{SpeechMs, Spoken};
use spry_knees::domain::guide::plan::{Plan, PlanOptions};
use spry_knees::domain::guide::session::{Effect, Event, Key, Rules, Session, Stage, Why};
use spry_knees::domain::record::history::{Counted, Place, Tighter};
use spry_knees::domain::record::settings::{Advance, Counting, Order, Settings, Waits};
use spry_knees::domain::routine::dose::{Reps, Seconds};
use spry_knees::domain::routine::pace::Pace;
use spry_knees::domain::time::Instant;
use spry_knees::text::cues;

fn start(settings: &Settings, first_session: bool) -> Session {
    let speech = SpeechMs(cues::speech_ms, settings.rate_percent);
    let options = PlanOptions {
        settings,
        skip: &[],
        first_session,
        speech,
    };
    Session::start(
        Plan::session(options),
        Rules::new(settings, false, speech),
        Instant::default(),
    )
    .unwrap()
}

/// Ticks until the session stands still, and returns when that is.
fn run_out(session: &mut Session, mut now: Instant, effects: &mut Vec<Effect>) -> Instant {
    effects.extend(session.update(Event::Tick, now));
    while let Some(next) = session.next_change(now) {
        now = next;
        effects.extend(session.update(Event::Tick, now));
    }
    now
}

fn without_saves(effects: Vec<Effect>) -> Vec<Effect> {
    effects
        .into_iter()
        .filter(|effect| *effect != Effect::Save)
        .collect()
}

fn settings() -> impl Strategy<Value = Settings> {
    let paces = prop_oneof![Just(Pace::Slower), Just(Pace::Normal), Just(Pace::Faster)];
    (
        prop::array::uniform6(paces),
        prop::array::uniform3(1..=25_u8),
        10..=60_u8,
        any::<bool>(),
        70..=120_u8,
        prop::sample::select(Waits::ALL),
        prop::sample::select(Order::ALL),
    )
        .prop_map(
            |(pace, reps, hold, wiggle, rate_percent, waits, order)| Settings {
                pace,
                reps: reps.map(|reps| Reps::new(reps).unwrap()),
                hold: Seconds::new(hold).unwrap(),
                wiggle,
                rate_percent,
                waits,
                order,
                ..Settings::default()
            },
        )
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => Just(Event::Tick),
        2 => Just(Event::StartNow),
        2 => Just(Event::Pause(Why::Asked)),
        3 => Just(Event::Resume),
        2 => Just(Event::Enough),
        3 => Just(Event::Count),
        1 => Just(Event::Uncount),
        1 => Just(Event::Skip),
        1 => Just(Event::Back),
        1 => Just(Event::RestartSet),
        1 => Just(Event::Undo),
        1 => Just(Event::Hurt),
        1 => Just(Event::HurtPlace(Place::LeftKnee)),
        2 => Just(Event::NextAfterPain),
        1 => Just(Event::TryGentler),
        1 => Just(Event::AskEnd),
        1 => Just(Event::KeepGoing),
        1 => Just(Event::Tighter(Tighter::Left)),
        1 => Just(Event::Tighter(Tighter::Same)),
    ]
}

/// Events with the milliseconds that pass before each.
fn script() -> impl Strategy<Value = Vec<(u32, Event)>> {
    prop::collection::vec((0..30_000_u32, event()), 0..80)
}

fn counting() -> impl Strategy<Value = (Counting, Advance)> {
    (
        prop::sample::select(Counting::ALL),
        prop::sample::select(Advance::ALL),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn one_jump_equals_many_ticks(settings in settings(), jump in 0..900_000_u32, step in 1..4_000_u32) {
        let (mut jumped, mut ticked) = (start(&settings, false), start(&settings, false));
        let start = Instant::default();
        let jump_effects = jumped.update(Event::Tick, start.after(jump));
        let mut tick_effects = Vec::new();
        let mut passed = 0;
        while passed < jump {
            passed = (passed + step).min(jump);
            tick_effects.extend(ticked.update(Event::Tick, start.after(passed)));
        }
        if jump == 0 {
            tick_effects = ticked.update(Event::Tick, start);
        }
        prop_assert_eq!(&jumped, &ticked);
        prop_assert_eq!(without_saves(jump_effects), without_saves(tick_effects));
    }

    #[test]
    fn an_event_looks_at_the_clock_first(
        settings in settings(), rules in counting(), script in script(), last in event(), wait in 0..60_000_u32
    ) {
        let settings = Settings { counting: rules.0, advance: rules.1, ..settings };
        let mut session = start(&settings, false);
        let mut now = Instant::default();
        for (pause, event) in script {
            now = now.after(pause);
            session.update(event, now);
        }
        now = now.after(wait);
        let mut twice = session.clone();
        let at_once = session.update(last, now);
        let mut apart = twice.update(Event::Tick, now);
        apart.extend(twice.update(last, now));
        prop_assert_eq!(session, twice);
        prop_assert_eq!(at_once, apart);
    }

    #[test]
    fn pauses_never_change_active_time(
        settings in settings(), pauses in prop::collection::vec((0..90_000_u32, 0..40_000_u32), 0..20)
    ) {
        let mut paused = start(&settings, false);
        let mut now = Instant::default();
        for (running, standing) in pauses {
            now = now.after(running);
            paused.update(Event::Pause(Why::Asked), now);
            now = now.after(standing);
            paused.update(Event::Resume, now);
        }
        let mut untouched = start(&settings, false);
        let end = run_out(&mut paused, now, &mut Vec::new());
        let other_end = run_out(&mut untouched, Instant::default(), &mut Vec::new());
        prop_assert_eq!(paused.active_ms(end), untouched.active_ms(other_end));
        prop_assert_eq!(paused.results(end), untouched.results(other_end));
    }

    #[test]
    fn every_setting_can_change_in_a_pause_and_neither_count_nor_time_does(
        settings in settings(), other in settings(), first in counting(), then in counting(), script in script()
    ) {
        let settings = Settings { counting: first.0, advance: first.1, ..settings };
        let mut session = start(&settings, false);
        let mut now = Instant::default();
        for (pause, event) in script {
            now = now.after(pause);
            session.update(event, now);
        }
        session.update(Event::Pause(Why::Asked), now);
        let done = |session: &Session| -> Vec<u8> {
            session.results(now).iter().map(|result| result.done).collect()
        };
        let (before, active_ms) = (done(&session), session.active_ms(now));
        let speech = SpeechMs(cues::speech_ms, 95);
        session.adapt(&Settings { counting: then.0, ..other }, speech);
        prop_assert_eq!(done(&session), before);
        prop_assert_eq!(session.active_ms(now), active_ms);
    }

    #[test]
    fn without_skips_every_planned_set_is_recorded_once(settings in settings(), first in any::<bool>()) {
        let mut session = start(&settings, first);
        let mut effects = Vec::new();
        let end = run_out(&mut session, Instant::default(), &mut effects);
        prop_assert!(session.is_finished() && !session.ended_early());
        let done: Vec<_> = session.results(end).iter().map(|r| (r.exercise, r.side, r.done)).collect();
        let planned: Vec<_> = settings
            .exercises()
            .into_iter()
            .flat_map(|exercise| exercise.sides().iter().map(move |side| (exercise, *side)))
            .map(|(exercise, side)| (exercise, side, settings.dose(exercise).number()))
            .collect();
        prop_assert_eq!(done, planned);
        prop_assert_eq!(effects.iter().filter(|effect| **effect == Effect::Finished).count(), 1);
    }

    #[test]
    fn nothing_that_happens_breaks_it(
        settings in settings(), rules in counting(), script in script(), keys in prop::collection::vec(0..5_u8, 0..80)
    ) {
        let settings = Settings { counting: rules.0, advance: rules.1, ..settings };
        let mut session = start(&settings, true);
        let mut now = Instant::default();
        let mut kept = session.results(now);
        for (index, (pause, event)) in script.into_iter().enumerate() {
            now = now.after(pause);
            session.update(event, now);
            let key = [Key::Main, Key::Tap, Key::Next, Key::Previous, Key::Escape][usize::from(keys.get(index).copied().unwrap_or(0))];
            if let Some(event) = session.key_event(key, now) {
                session.update(event, now);
            }
            let screen = session.screen(now);
            prop_assert!(screen.course.share <= 1_000);
            prop_assert!(screen.course.number >= 1 && screen.course.number <= screen.course.count);
            let results = session.results(now);
            prop_assert!(results.iter().all(|result| result.done <= result.target.number()));
            prop_assert!(results.len() >= kept.len());
            prop_assert!(session.next_change(now).is_none_or(|next| next > now));
            if let Some(saved) = session.to_saved(now) {
                let speech = SpeechMs(cues::speech_ms, settings.rate_percent);
                let again = Session::carry_on(&saved, Rules::new(&settings, false, speech), now);
                prop_assert_eq!(again.results(now), results.clone());
                prop_assert_eq!(again.active_ms(now), session.active_ms(now));
                prop_assert!(survives_a_reload(session.screen(now).stage, again.screen(now).stage));
                prop_assert_eq!(again.screen(now).notice, session.screen(now).notice);
                let json = serde_json::to_string(&saved).unwrap();
                prop_assert_eq!(serde_json::from_str::<spry_knees::domain::guide::session::SavedSession>(&json).unwrap(), saved);
            }
            kept = results;
        }
    }
}

/// Whether `again` is what a reload at `before` leads to: nothing runs, but a question and the stop
/// page are there again.
fn survives_a_reload(before: Stage, again: Stage) -> bool {
    match before {
        Stage::AskingEnd | Stage::Hurt { .. } | Stage::Tighter => again == before,
        // The question may follow.
        Stage::SetDone | Stage::Paused(_) if again != Stage::Paused(Why::Reopened) => {
            matches!(again, Stage::SetDone | Stage::Tighter)
        }
        _ => again == Stage::Paused(Why::Reopened),
    }
}

#[test]
fn a_set_that_was_begun_by_pace_is_counted_on_by_hand() {
    let settings = Settings::default();
    let mut session = start(&settings, false);
    let now = Instant::default().after(session.step().lead_in_ms + 14_900);
    session.update(Event::Pause(Why::Asked), now);
    let by_hand = Settings {
        counting: Counting::ByHand,
        ..settings
    };
    session.adapt(&by_hand, SpeechMs(cues::speech_ms, 95));
    session.update(Event::Resume, now);
    let later = now.after(60_000);
    session.update(Event::Count, later);
    let results = session.results(later);
    assert_eq!((results[0].done, results[0].counted), (8, Counted::ByHand));
}

#[test]
fn the_last_five_counts_are_always_spoken() {
    for reps in 10..=25 {
        let settings = Settings {
            reps: [Reps::new(reps).unwrap(); 3],
            ..Settings::default()
        };
        let mut session = start(&settings, false);
        let mut effects = Vec::new();
        run_out(&mut session, Instant::default(), &mut effects);
        for left in 1..=4 {
            let count = Spoken::Number(reps - left);
            let said = effects
                .iter()
                .filter(|e| matches!(e, Effect::Say { spoken, .. } if *spoken == count));
            assert_eq!(
                said.count(),
                4,
                "{count:?} of {reps}: two sways, bounces, lifts"
            );
        }
    }
}

#[test]
fn a_sleeping_device_counts_nothing() {
    let mut session = start(&Settings::default(), false);
    let seen = Instant::default().after(session.step().lead_in_ms + 7 * 2_000 + 500);
    let woken = seen.after(3_600_000);
    session.update(
        Event::Away {
            last_seen: seen,
            why: Why::Slept,
        },
        woken,
    );
    assert_eq!(session.results(woken)[0].done, 7);
    assert_eq!(session.screen(woken).stage, Stage::Paused(Why::Slept));
    session.update(Event::Resume, woken);
    session.update(Event::Tick, woken.after(9_999));
    assert_eq!(session.screen(woken.after(9_999)).stage, Stage::Resuming);
    session.update(Event::Tick, woken.after(12_000));
    assert_eq!(session.results(woken.after(12_000))[0].done, 8);
}
