//! The whole routine as a readable transcript: second by second, what is shown, said, beeped and
//! announced. Reading its diff is reading the change.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot start its session has failed"
)]

use std::fmt::Write;

use spry_knees::domain::cue::SpeechMs;
use spry_knees::domain::plan::{Plan, PlanOptions};
use spry_knees::domain::session::{Big, Effect, Event, Rules, Session, Stage};
use spry_knees::domain::settings::{Advance, Counting, Settings};
use spry_knees::domain::time::Instant;
use spry_knees::text::{cues, exercises};

/// The plan that these settings make, and the rules it runs by.
fn plan(settings: &Settings, first_session: bool) -> (Plan, Rules) {
    let speech = SpeechMs(cues::speech_ms, settings.rate_percent);
    let plan = Plan::session(PlanOptions {
        settings,
        skip: &[],
        first_session,
        speech,
    });
    (plan, Rules::new(settings, false, speech))
}

/// Runs a session without a touch and writes down every moment at which something changes.
fn transcript(settings: &Settings, first_session: bool) -> String {
    let (plan, rules) = plan(settings, first_session);
    let mut now = Instant::from_ms(0);
    let mut session = Session::start(plan, rules, now).unwrap();
    let mut out = String::new();
    let mut shown_before = String::new();
    let mut looked = now;
    for _ in 0..100_000 {
        let effects = session.update(Event::Tick, now);
        let shown = shown(&session, now);
        if shown != shown_before {
            line(&mut out, now, "shows", &shown);
            shown_before = shown;
        }
        for effect in effects {
            match effect {
                Effect::Say { spoken, .. } => line(&mut out, now, "says", &cues::say(spoken)),
                Effect::Sound(tone) => line(&mut out, now, "tone", &format!("{tone:?}")),
                Effect::Announce(status) => line(&mut out, now, "reader", &cues::status(status)),
                Effect::Hush | Effect::Save | Effect::Finished => {}
            }
        }
        let Some(next) = session.next_change(now) else {
            break;
        };
        for (at, tone) in session.tones(now, next) {
            line(&mut out, at, "tone", &format!("{tone:?}"));
        }
        assert!(next > looked, "the clock stands still at {} ms", now.ms());
        looked = next;
        now = next;
    }
    assert!(session.is_finished());
    writeln!(
        out,
        "{} active for {} s",
        now.ms(),
        session.active_ms(now) / 1_000
    )
    .unwrap();
    out
}

fn line(out: &mut String, at: Instant, what: &str, words: &str) {
    let ms = at.ms();
    writeln!(
        out,
        "{:>2}:{:02}.{} {what:<6} {words}",
        ms / 60_000,
        ms / 1_000 % 60,
        ms / 100 % 10
    )
    .unwrap();
}

fn shown(session: &Session, now: Instant) -> String {
    let screen = session.screen(now);
    let name = exercises::name(screen.step.exercise);
    let stage = match screen.stage {
        Stage::LeadIn(opening) => format!("{opening:?}"),
        Stage::Working => "Go".to_owned(),
        other => format!("{other:?}"),
    };
    let big = match screen.big {
        Big::Count(count) => format!("{count} of {}", screen.step.target.number()),
        Big::Breath { number, inward } => {
            format!("breath {number} {}", if inward { "in" } else { "out" })
        }
        Big::Clock(seconds) => format!("0:{seconds:02}"),
        // A countdown is shown second by second; the transcript names its first and last seconds.
        Big::Countdown(seconds) if seconds <= 3 || seconds % 10 == 0 => format!("in {seconds}"),
        Big::Countdown(_) => "in …".to_owned(),
        Big::Waiting => "waits".to_owned(),
    };
    let words = screen.line.and_then(cues::line).unwrap_or_default();
    format!("{name} {:?} | {stage} | {big} | {words}", screen.step.side)
}

#[test]
fn the_whole_routine_at_normal_pace() {
    insta::assert_snapshot!(transcript(&Settings::default(), false));
}

#[test]
fn a_session_without_a_touch_takes_10_to_13_minutes() {
    let settings = Settings::default();
    let (plan, _) = plan(&settings, false);
    let minutes = f64::from(plan.duration_ms()) / 60_000.0;
    assert!((10.0..13.0).contains(&minutes), "{minutes}");
}

#[test]
fn nothing_starts_by_itself_when_the_person_says_when() {
    let settings = Settings {
        advance: Advance::WhenISay,
        ..Settings::default()
    };
    let (plan, rules) = plan(&settings, false);
    let start = Instant::from_ms(0);
    let mut session = Session::start(plan, rules, start).unwrap();
    session.update(Event::Tick, start.after(3_600_000));
    assert!(matches!(
        session.screen(start.after(3_600_000)).stage,
        Stage::LeadIn(_)
    ));
    session.update(Event::StartNow, start.after(3_600_000));
    session.update(Event::Tick, start.after(3_603_000));
    assert_eq!(session.screen(start.after(3_603_000)).stage, Stage::Working);
}

#[test]
fn counting_by_hand_waits_for_the_target() {
    let settings = Settings {
        counting: Counting::ByHand,
        ..Settings::default()
    };
    let (plan, rules) = plan(&settings, false);
    let mut now = Instant::from_ms(0);
    let mut session = Session::start(plan, rules, now).unwrap();
    now = now.after(60_000);
    session.update(Event::Tick, now);
    for _ in 0..24 {
        now = now.after(700);
        session.update(Event::Count, now);
    }
    session.update(Event::Uncount, now);
    session.update(Event::Tick, now.after(600_000));
    assert_eq!(session.screen(now.after(600_000)).big, Big::Count(23));
    for _ in 0..2 {
        session.update(Event::Count, now.after(600_000));
    }
    assert_eq!(session.screen(now.after(600_000)).stage, Stage::SetDone);
    assert_eq!(session.results(now)[0].done, 25);
}
