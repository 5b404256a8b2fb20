//! The way of a session: sets that are added, and how a person gets from one to another.

use spry_knees::domain::guide::cue::Spoken;
use spry_knees::domain::guide::lead_in::Guide;
use spry_knees::domain::guide::session::{Effect, Event, Session, Stage};
use spry_knees::domain::record::history::{Attempt, Tighter};
use spry_knees::domain::record::settings::{Settings, TighterSide};
use spry_knees::domain::routine::{Exercise, Side};
use spry_knees::domain::time::Instant;

use super::{run_out, start};

#[test]
fn the_tighter_side_is_done_again_and_recorded_apart() {
    let mut session = start(&Settings::default(), false);
    let mut now = Instant::default();
    session.update(Event::Tick, now);
    while session.screen(now).stage != Stage::Tighter {
        now = session.next_change(now).unwrap();
        session.update(Event::Tick, now);
    }
    session.update(Event::Tighter(Tighter::Left), now);
    assert_eq!(
        (session.step().attempt, session.step().side),
        (Attempt::TighterSide, Side::Left)
    );
    let end = run_out(&mut session, now, &mut Vec::new());
    let again: Vec<_> = session
        .results(end)
        .into_iter()
        .filter(|result| result.attempt == Attempt::TighterSide)
        .collect();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].done, 5);
    assert_eq!(session.tighter(), Some(Tighter::Left));
}

#[test]
fn the_tighter_side_gets_its_time_without_a_touch_where_that_is_chosen() {
    let settings = Settings {
        tighter: TighterSide::GiveTime,
        ..Settings::default()
    };
    let mut session = start(&settings, false);
    let mut effects = Vec::new();
    let end = run_out(&mut session, Instant::default(), &mut effects);
    let asked = |effect: &Effect| {
        let Effect::Say { spoken, .. } = effect else {
            return false;
        };
        matches!(spoken, Spoken::AskTighter(_))
    };
    assert!(!effects.iter().any(asked));
    let results = session.results(end);
    let repeat = results.iter().find(|r| r.attempt == Attempt::TighterSide);
    let repeat = repeat.unwrap();
    assert_eq!((repeat.side, repeat.done), (Side::Both, 5));
    assert_eq!(results.len(), 9);
    assert_eq!(session.tighter(), Some(Tighter::NoAnswer));
}

/// The way to a set begins where the person is, not where the plan says.
#[test]
fn a_step_back_or_a_skip_tells_the_way_from_where_the_person_is() {
    let mut session = start(&Settings::default(), false);
    let (mut now, mut effects) = (Instant::default(), Vec::new());
    let way = |session: &Session| {
        let lines = session.lead_in().lines.into_iter();
        let mut guides = lines.filter_map(|(_, line)| match line.spoken {
            Spoken::Guide(guide) => Some(guide),
            _ => None,
        });
        guides.next().unwrap()
    };
    // Down to the floor, and on all fours.
    while session.step().exercise != Exercise::KneeBounces {
        now = session.next_change(now).unwrap();
        effects.extend(session.update(Event::Tick, now));
    }
    assert_eq!(way(&session), Guide::DownToFloor);
    // Not yet down: the wall is a walk away.
    let mut standing = session.clone();
    standing.update(Event::Skip, now);
    assert_eq!(way(&standing), Guide::ToWall);
    now = now.after(session.lead_in().total_ms - 5_000);
    session.update(Event::Back, now);
    assert_eq!(session.step().exercise, Exercise::QuadPull);
    assert_eq!(way(&session), Guide::UpFromFloor);
}
