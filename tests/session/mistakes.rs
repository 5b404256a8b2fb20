//! What was not meant: it can be taken back, and nothing starts by it.

use spry_knees::domain::guide::cue::Spoken;
use spry_knees::domain::guide::session::{Big, Effect, Event, Key, Notice, Stage, Why};
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::routine::Side;
use spry_knees::domain::time::Instant;

use super::start;

#[test]
fn a_set_done_again_replaces_the_number_only_once_it_has_one() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::default().after(session.step().lead_in_ms + 10 * 2_000);
    session.update(Event::RestartSet, now);
    assert_eq!(session.results(now)[0].done, 10);
    let again = now.after(3_000 + 2_500);
    session.update(Event::Skip, again);
    assert_eq!(session.results(again)[0].done, 1);
    session.update(Event::Undo, again);
    assert_eq!(session.screen(again).stage, Stage::Resuming);
    assert_eq!(session.results(again)[0].done, 1);
}

#[test]
fn enough_keeps_the_real_number_and_says_so_on_the_other_side() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::default().after(session.step().lead_in_ms + 18 * 2_000);
    let effects = session.update(Event::Enough, now);
    assert!(effects.contains(&Effect::Say {
        spoken: Spoken::Enough(18),
        due: now
    }));
    assert_eq!(session.results(now)[0].done, 18);
    let (side, done) = (Side::Right, 18);
    assert_eq!(
        session.screen(now).notice,
        Some(Notice::Ended { side, done })
    );
    assert_eq!(session.step().target.number(), 25);
    session.update(Event::Pause(Why::Asked), now);
    assert_eq!(
        session.screen(now).notice,
        Some(Notice::OtherSide { side, done })
    );
}
#[test]
fn an_end_by_mistake_is_taken_back_with_time_to_get_into_position() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::default().after(session.step().lead_in_ms + 18 * 2_000);
    session.update(Event::Enough, now);
    let soon = now.after(1_000);
    let mut at_once = session.clone();
    at_once.update(Event::Undo, soon);
    assert_eq!(at_once.screen(soon).big, Big::Countdown(3));
    let late = now.after(10_500);
    session.update(Event::Undo, late);
    assert_eq!(session.screen(late).big, Big::Countdown(10));
    session.update(Event::Tick, late.after(12_000));
    assert_eq!(session.results(late.after(12_000))[0].done, 19);
}

#[test]
fn start_again_while_getting_ready_gives_the_instructions_again() {
    let mut session = start(&Settings::default(), false);
    let now = Instant::from_ms(10_000);
    session.update(Event::Pause(Why::Asked), now);
    session.update(Event::RestartSet, now);
    let screen = session.screen(now);
    assert!(matches!(screen.stage, Stage::LeadIn(_)));
    let whole_s = session.step().lead_in_ms / 1_000;
    assert_eq!(screen.big, Big::Countdown(u16::try_from(whole_s).unwrap()));
}

#[test]
fn a_tap_on_the_figure_pauses_and_nothing_else() {
    let mut session = start(&Settings::default(), false);
    let mut now = Instant::default();
    while !session.is_finished() {
        let tap = session.key_event(Key::Tap, now);
        assert_eq!(tap, Some(Event::Pause(Why::Asked)));
        let mut paused = session.clone();
        paused.update(Event::Pause(Why::Asked), now);
        assert_eq!(paused.key_event(Key::Tap, now), None);
        now = session.next_change(now).unwrap();
        session.update(Event::Tick, now);
    }
}

#[test]
fn after_a_screen_that_went_off_there_is_time_to_get_into_position() {
    // The monotonic clock may have stood still.
    for why in [Why::Hidden, Why::Slept] {
        let mut session = start(&Settings::default(), false);
        let now = Instant::default().after(session.step().lead_in_ms + 5 * 2_000);
        let last_seen = now;
        session.update(Event::Away { last_seen, why }, now);
        session.update(Event::Resume, now.after(100));
        let screen = session.screen(now.after(100));
        assert_eq!(screen.big, Big::Countdown(10), "{why:?}");
    }
}
