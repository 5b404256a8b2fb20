//! The whole routine as a readable transcript: second by second, what is shown, said, beeped and
//! announced. Reading its diff is reading the change.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot start its session has failed"
)]

use std::fmt::Write;

use spry_knees::domain::guide::cue::{APART_MS, Spaced, SpeechMs};
use spry_knees::domain::guide::plan::{Plan, PlanOptions};
use spry_knees::domain::guide::session::{Big, Effect, Event, Rules, Session, Stage};
use spry_knees::domain::record::settings::{
    Advance, Counting, Inch, Order, Settings, Speaker, Waits,
};
use spry_knees::domain::routine::pace::Pace;
use spry_knees::domain::time::Instant;
use spry_knees::text::{cues, exercises};

/// The plan that these settings make, and the rules it runs by.
fn plan(settings: &Settings, first_session: bool) -> (Plan, Rules) {
    let speech = SpeechMs(cues::speech_ms, settings.speech_rate());
    let plan = Plan::session(PlanOptions {
        settings,
        skip: &[],
        first_session,
        speech,
    });
    (plan, Rules::new(settings, false, speech))
}

/// As far ahead as the app books its tones.
const AHEAD_MS: u32 = 1_200;

/// Runs a session without a touch and writes down every moment at which something changes: what is
/// shown, beeped, said, and told to a screen reader.
fn transcript(settings: &Settings, first_session: bool) -> String {
    let (plan, rules) = plan(settings, first_session);
    let mut now = Instant::from_ms(0);
    let mut session = Session::start(plan, rules, now).unwrap();
    let mut lines = Lines::default();
    let mut reader = Spaced::default();
    let (mut shown_before, mut booked) = (String::new(), now);
    for _ in 0..100_000 {
        let effects = session.update(Event::Tick, now);
        let shown = shown(&session, now);
        if shown != shown_before {
            lines.add(now, "shows", &shown);
            shown_before = shown;
        }
        for effect in effects {
            hear(effect, settings, now, &mut lines, &mut reader);
        }
        if let Some(words) = reader.take(now) {
            lines.add(now, "reader", &words);
        }
        let until = now.after(AHEAD_MS).max(booked);
        for (at, tone) in session.tones(booked, until) {
            lines.add(at, "tone", &format!("{tone:?}"));
        }
        booked = until;
        let looks = [session.next_change(now), reader.due()];
        let Some(next) = looks.into_iter().flatten().min() else {
            break;
        };
        assert!(next > now, "the clock stands still at {} ms", now.ms());
        now = next.min(now.after(200));
    }
    assert!(session.is_finished());
    let seconds = session.active_ms(now) / 1_000;
    lines.written() + &format!("{} active for {seconds} s\n", now.ms())
}

/// As the app's driver does it.
fn hear(
    effect: Effect,
    settings: &Settings,
    now: Instant,
    lines: &mut Lines,
    reader: &mut Spaced<String>,
) {
    match (effect, settings.speaker) {
        (Effect::Say { spoken, .. }, Speaker::App) if spoken.is_said(settings.level) => {
            lines.add(now, "says", &cues::say(spoken, settings.inch));
        }
        (Effect::Say { spoken, .. }, Speaker::ScreenReader) if spoken.is_read_out() => {
            reader.offer(
                cues::say(spoken, settings.inch).into_owned(),
                spoken.can_wait_ms(),
                now,
            );
        }
        (Effect::Sound(tone), _) => lines.add(now, "tone", &format!("{tone:?}")),
        (Effect::Announce(status), _) => {
            reader.offer(cues::status(status).into_owned(), APART_MS, now);
        }
        (Effect::Hush, _) => reader.give_up(),
        _ => {}
    }
}

/// In which order the lines of one moment stand.
const ORDER: [&str; 4] = ["shows", "tone", "says", "reader"];

#[derive(Default)]
struct Lines(Vec<(u64, usize, String)>);

impl Lines {
    fn add(&mut self, at: Instant, what: &str, words: &str) {
        let ms = at.ms();
        let (minutes, seconds, tenths) = (ms / 60_000, ms / 1_000 % 60, ms / 100 % 10);
        let line = format!("{minutes:>2}:{seconds:02}.{tenths} {what:<6} {words}\n");
        let rank = ORDER.iter().position(|each| *each == what);
        self.0.push((ms, rank.unwrap(), line));
    }

    /// Tones are known ahead of their time, so the lines are put in order.
    fn written(mut self) -> String {
        self.0.sort_by_key(|(ms, rank, _)| (*ms, *rank));
        self.0.into_iter().map(|(_, _, line)| line).collect()
    }
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
    let words = screen
        .line
        .and_then(|line| cues::line(line, Inch::Both))
        .unwrap_or_default();
    format!("{name} {:?} | {stage} | {big} | {words}", screen.step.side)
}

#[test]
fn the_whole_routine_at_normal_pace() {
    insta::assert_snapshot!(transcript(&Settings::default(), false));
}

#[test]
fn the_whole_routine_for_a_screen_reader() {
    let settings = Settings {
        speaker: Speaker::ScreenReader,
        ..Settings::default()
    };
    insta::assert_snapshot!(transcript(&settings, false));
}

/// What is said, second by second, with the stage of the lead-in to which it belongs; whoever counts
/// does so every two seconds.
fn script(settings: &Settings, first_session: bool) -> String {
    let (plan, rules) = plan(settings, first_session);
    let mut now = Instant::from_ms(0);
    let mut session = Session::start(plan, rules, now).unwrap();
    let mut lines = String::new();
    let mut event = Event::Tick;
    loop {
        let effects = session.update(event, now);
        let lead_in = session.lead_in();
        for effect in effects {
            let Effect::Say { spoken, .. } = effect else {
                continue;
            };
            let mut said = lead_in.lines.iter();
            let stage = said.find(|(_, line)| line.spoken == spoken);
            let stage = stage.map_or(String::new(), |(_, line)| format!("{:?}", line.stage));
            let (minutes, seconds) = (now.ms() / 60_000, now.ms() / 1_000 % 60);
            let words = cues::say(spoken, settings.inch);
            writeln!(lines, "{minutes:>2}:{seconds:02} {stage:<8} {words}").unwrap();
        }
        let counts = session.step().by_hand() && session.screen(now).stage == Stage::Working;
        event = if counts { Event::Count } else { Event::Tick };
        match session.next_change(now) {
            Some(_) if counts => now = now.after(2_000),
            Some(next) => now = next,
            None => return lines,
        }
    }
}

#[test]
fn the_first_session_begins_slowly() {
    insta::assert_snapshot!(script(&Settings::default(), true));
}

/// What is said where the voice takes a third more time than is expected of one.
#[test]
fn a_slow_voice_gets_its_room() {
    let settings = Settings {
        voice_takes_percent: 130,
        ..Settings::default()
    };
    let all = transcript(&settings, true);
    let said = all.lines().filter(|line| line.contains(" says "));
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_slowest_session_loads_no_sooner() {
    let settings = Settings {
        waits: Waits::Thrice,
        pace: [Pace::Slower; 6],
        rate_percent: 70,
        ..Settings::default()
    };
    insta::assert_snapshot!(script(&settings, true));
}

#[test]
fn the_routine_counted_by_hand_in_centimeters_and_on_the_floor_once() {
    let settings = Settings {
        counting: Counting::ByHand,
        inch: Inch::Centimetres,
        order: Order::FloorTogether,
        ..Settings::default()
    };
    insta::assert_snapshot!(script(&settings, false));
}

#[test]
fn a_screen_reader_is_never_told_two_things_within_four_seconds() {
    for pace in [Pace::Slower, Pace::Normal, Pace::Faster] {
        for speaker in [Speaker::App, Speaker::ScreenReader] {
            let settings = Settings {
                speaker,
                pace: [pace; 6],
                ..Settings::default()
            };
            let transcript = transcript(&settings, true);
            let told = transcript.lines().filter(|line| line.contains("reader"));
            let times: Vec<f64> = told.map(seconds).collect();
            assert!(times.len() > 30, "{times:?}");
            for pair in times.windows(2) {
                assert!(
                    pair[1] - pair[0] > 3.85,
                    "{pair:?} at {pace:?} with {speaker:?}"
                );
            }
        }
    }
}

/// The time at the start of a line, to a tenth of a second.
fn seconds(line: &str) -> f64 {
    let (minutes, rest) = line.trim().split_once(':').unwrap();
    let (seconds, _) = rest.split_once(' ').unwrap();
    minutes.parse::<f64>().unwrap() * 60.0 + seconds.parse::<f64>().unwrap()
}

#[test]
fn a_session_without_a_touch_takes_10_to_13_minutes() {
    let settings = Settings::default();
    let (plan, rules) = plan(&settings, false);
    let minutes = f64::from(plan.duration_ms(rules.speech)) / 60_000.0;
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
    session.update(Event::Tick, start.after(3_608_000));
    assert_eq!(session.screen(start.after(3_608_000)).stage, Stage::Working);
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
