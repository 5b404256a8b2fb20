//! What is asked, left out and advised on the way into the next session.

use proptest::prelude::*;
use spry_knees::domain::app::SkipReason;
use spry_knees::domain::record::forgotten::forgotten_session;
use spry_knees::domain::record::history::{Entry, EntryId, PainNote};
use spry_knees::domain::routine::Side;

use super::*;

impl Person {
    /// Somebody whom nothing holds back, after a first whole session.
    fn after_a_session() -> Self {
        let mut person = Self::new();
        person.visit(Route::Start);
        person.answers_everything();
        person.does_everything();
        person
    }

    fn does_everything(&mut self) {
        for _ in 0..2_000 {
            self.wait(1_000);
        }
        assert_eq!(self.app.route, Route::Done);
        self.visit(Route::Today);
    }

    /// So many days later, a session that is stopped for pain in its first set.
    fn is_hurt_after_days(&mut self, days: i64) {
        self.sleep_days(days);
        self.visit(Route::Start);
        self.tell(Event::Session(session::Event::StartNow));
        self.wait(10_000);
        self.tell(Event::Session(session::Event::Hurt));
        self.tell(Event::Session(session::Event::End));
        assert_eq!(self.app.route, Route::Done);
        self.visit(Route::Today);
    }

    fn newest(&self) -> EntryId {
        self.app.entries[0].id
    }
}

#[test]
fn who_cannot_get_down_skips_the_floor_and_can_change_that() {
    let mut person = Person::new();
    person.tell(Event::Answer(Answer::Floor(Floor::No)));
    let floor = [
        Exercise::KneeBounces,
        Exercise::BunLift,
        Exercise::HamstringReach,
    ];
    assert_eq!(person.app.left_out(), floor);
    person.tell(Event::SkipToday(Exercise::BunLift));
    assert_eq!(
        person.app.left_out(),
        [Exercise::KneeBounces, Exercise::HamstringReach]
    );
}

#[test]
fn what_was_left_out_for_today_is_back_tomorrow() {
    let mut person = Person::after_a_session();
    person.sleep_days(4);
    person.tell(Event::SkipToday(Exercise::QuadPull));
    assert_eq!(person.app.left_out(), [Exercise::QuadPull]);
    person.sleep_days(1);
    person.tell(Event::Tick);
    assert_eq!(person.app.left_out(), []);
    person.tell(Event::SkipToday(Exercise::BunLift));
    person.tell(Event::SkipToday(Exercise::QuadPull));
    person.tell(Event::SkipToday(Exercise::QuadPull));
    assert_eq!(person.app.left_out(), [Exercise::BunLift]);
}

#[test]
fn what_was_left_out_for_today_outlasts_the_page_until_the_session_is_finished() {
    let mut person = Person::after_a_session();
    person.sleep_days(4);
    person.tell(Event::SkipToday(Exercise::QuadPull));
    person.killed_for(1_000);
    assert_eq!(person.app.left_out(), [Exercise::QuadPull]);
    // Begun and thrown away is not finished.
    person.visit(Route::Start);
    person.tell(Event::ThrowAway);
    person.killed_for(1_000);
    assert_eq!(person.app.left_out(), [Exercise::QuadPull]);
    person.visit(Route::Start);
    person.does_everything();
    assert_eq!(person.app.left_out(), []);
    person.killed_for(1_000);
    assert_eq!(person.app.left_out(), []);
}

#[test]
fn what_was_left_out_is_forgotten_with_a_session_that_is_finished_from_today() {
    let mut person = Person::after_a_session();
    person.sleep_days(4);
    person.tell(Event::SkipToday(Exercise::BunLift));
    person.visit(Route::Start);
    person.tell(Event::Session(session::Event::StartNow));
    person.wait(10_000);
    person.killed_for(60_000);
    assert_eq!(person.app.left_out(), [Exercise::BunLift]);
    person.tell(Event::FinishAndSave);
    assert_eq!(person.app.route, Route::Done);
    assert_eq!(person.app.left_out(), []);
    assert_eq!(person.stored.settings, Settings::default());
}

#[test]
fn everything_back_to_normal_takes_all_in_and_undo_ends_with_the_next_choice() {
    let mut person = Person::after_a_session();
    person.tell(Event::SkipToday(Exercise::QuadSway));
    person.tell(Event::ResetSettings);
    assert_eq!(person.app.left_out(), []);
    person.tell(Event::UndoReset);
    assert_eq!(person.app.left_out(), [Exercise::QuadSway]);
    person.tell(Event::ResetSettings);
    person.tell(Event::SkipToday(Exercise::BunLift));
    person.tell(Event::UndoReset);
    assert_eq!(person.app.left_out(), [Exercise::BunLift]);
}

#[test]
fn with_everything_left_out_the_list_comes_instead_of_a_session() {
    let mut person = Person::after_a_session();
    person.sleep_days(4);
    for exercise in Exercise::ALL {
        person.tell(Event::SkipToday(exercise));
    }
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Routine);
    assert!(person.app.live.is_none());
}

#[test]
fn the_questions_asked_again_from_settings_start_nothing() {
    let mut person = Person::after_a_session();
    person.visit(Route::Settings);
    person.visit(Route::Safety(SafetyPage::Damage));
    person.answers_everything();
    assert_eq!(person.app.route, Route::Today);
    assert!(person.app.live.is_none());
}

#[test]
fn questions_that_were_left_half_way_no_longer_lead_into_a_session() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.tell(Event::Answer(Answer::Damage(Damage::No)));
    person.visit(Route::Today);
    person.visit(Route::Settings);
    person.visit(Route::Safety(SafetyPage::Damage));
    person.answers_everything();
    assert_eq!(person.app.route, Route::Today);
}

#[test]
fn nobody_practises_without_having_seen_the_questions() {
    let mut person = Person::new();
    person.tell(Event::Practise(Exercise::QuadSway));
    assert_eq!(person.app.route, Route::Safety(SafetyPage::Damage));
    assert!(person.app.live.is_none());
    person.answers_everything();
    assert_eq!(person.app.route, Route::Session);
    let live = person.app.live.as_ref().unwrap();
    assert!(live.session.is_practice());
}

#[test]
fn the_questions_come_again_after_90_days_away() {
    let mut person = Person::after_a_session();
    person.sleep_days(90);
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Session);
    person.tell(Event::ThrowAway);
    person.sleep_days(1);
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Safety(SafetyPage::Damage));
}

#[test]
fn the_day_after_is_asked_once_and_sore_twice_in_a_row_advises() {
    let mut person = Person::after_a_session();
    assert_eq!(person.app.day_after(), None);
    person.sleep_days(1);
    person.tell(Event::Tick);
    let first = person.newest();
    assert_eq!(person.app.day_after(), Some(DayAfter::Ask(first)));
    person.tell(Event::DayAfter(first, Feel::MoreSore));
    assert_eq!(
        person.app.day_after(),
        Some(DayAfter::Sore { twice: false })
    );
    assert_eq!(person.stored.entries[0].day_after, Some(Feel::MoreSore));

    person.sleep_days(3);
    person.visit(Route::Start);
    assert_eq!(person.app.day_after(), None);
    person.does_everything();
    person.sleep_days(3);
    person.tell(Event::Tick);
    let second = person.newest();
    assert_eq!(person.app.day_after(), Some(DayAfter::Ask(second)));
    person.tell(Event::DayAfter(second, Feel::MoreSore));
    assert_eq!(person.app.day_after(), Some(DayAfter::Sore { twice: true }));

    person.sleep_days(1);
    person.visit(Route::Start);
    person.does_everything();
    person.sleep_days(2);
    person.tell(Event::Tick);
    person.tell(Event::DayAfter(person.newest(), Feel::NoAnswer));
    assert_eq!(person.app.day_after(), None);
    person.killed_for(1_000);
    assert_eq!(person.app.day_after(), None);
}

#[test]
fn the_day_after_is_not_asked_on_the_fourth_day() {
    let mut person = Person::after_a_session();
    person.sleep_days(4);
    person.tell(Event::Tick);
    assert_eq!(person.app.day_after(), None);
}

#[test]
fn pain_in_two_sessions_in_a_row_leaves_the_exercise_out_with_the_reason() {
    let mut person = Person::after_a_session();
    person.is_hurt_after_days(4);
    assert_eq!(person.app.skip_reason(Exercise::QuadSway), None);
    person.is_hurt_after_days(4);
    let reason = person.app.skip_reason(Exercise::QuadSway);
    assert_eq!(reason, Some(SkipReason::Hurt));
    assert_eq!(person.app.left_out(), [Exercise::QuadSway]);
    // It can be changed, for today.
    person.sleep_days(4);
    person.tell(Event::SkipToday(Exercise::QuadSway));
    assert_eq!(person.app.left_out(), []);
}

#[test]
fn the_second_stop_says_so_at_once() {
    let mut person = Person::after_a_session();
    for again in [false, true] {
        person.sleep_days(4);
        person.visit(Route::Start);
        person.tell(Event::Session(session::Event::StartNow));
        person.wait(10_000);
        assert!(!person.app.hurt_again());
        person.tell(Event::Session(session::Event::Hurt));
        assert_eq!(person.app.hurt_again(), again);
        person.tell(Event::Session(session::Event::End));
    }
}

#[test]
fn stretches_that_are_left_out_for_a_reason_are_no_neglect() {
    let mut person = Person::after_a_session();
    person.tell(Event::Answer(Answer::Floor(Floor::No)));
    for _ in 0..3 {
        person.sleep_days(4);
        person.tell(Event::SkipToday(Exercise::QuadPull));
        person.visit(Route::Start);
        person.does_everything();
    }
    assert_eq!(person.app.neglected_stretches(), [Exercise::QuadPull]);
    person.tell(Event::Answer(Answer::Floor(Floor::Alone)));
    assert_eq!(
        person.app.neglected_stretches(),
        [Exercise::QuadPull, Exercise::HamstringReach]
    );
}

/// What a person can do to sessions that are over.
fn edits() -> impl Strategy<Value = Event> {
    let feel = || prop::sample::select(&[Feel::Better, Feel::MoreSore, Feel::NoAnswer][..]);
    let id = || (0..5_i64).prop_map(|n| EntryId(20_000 * DAY_MS + n));
    prop_oneof![
        (id(), 0..9_usize, any::<i8>()).prop_map(|(id, index, steps)| Event::Correct {
            id,
            index,
            steps
        }),
        (id(), feel()).prop_map(|(id, feel)| Event::Feel(id, feel)),
        (id(), feel()).prop_map(|(id, feel)| Event::DayAfter(id, feel)),
        id().prop_map(Event::Delete),
    ]
}

proptest! {
    /// Each choice of any day, and a kill after it, as a set per day would have it.
    #[test]
    fn choices_hold_for_their_day_whatever_happens_to_the_page(
        choices in prop::collection::vec((0..2_i64, 0..6_usize, any::<bool>()), 0..30),
    ) {
        let mut person = Person::new();
        let mut chosen = std::collections::BTreeSet::new();
        for (days, index, killed) in choices {
            let exercise = Exercise::ALL[index];
            person.sleep_days(days);
            if days > 0 {
                chosen.clear();
            }
            if !chosen.remove(&exercise) {
                chosen.insert(exercise);
            }
            person.tell(Event::SkipToday(exercise));
            if killed {
                person.killed_for(1_000);
            }
            prop_assert!(person.app.left_out().iter().eq(chosen.iter()));
        }
        person.sleep_days(1);
        person.tell(Event::Tick);
        prop_assert_eq!(person.app.left_out(), []);
    }

    #[test]
    fn no_edit_moves_a_session_or_makes_one_in_the_future(
        edits in prop::collection::vec(edits(), 1..40),
        forgotten in prop::collection::vec(-40_000..40_000_i32, 0..10),
    ) {
        let mut person = Person::new();
        for n in 0..5 {
            let at = WallTime { utc_ms: 20_000 * DAY_MS + n, offset_min: 60 };
            let mut entry = Entry {
                id: EntryId(at.utc_ms),
                started: at,
                ..forgotten_session(at.day(), at, &[], |e| Settings::default().dose(e)).unwrap()
            };
            entry.pains.push(PainNote { exercise: Exercise::QuadSway, side: Side::Right, done: 1, place: None });
            person.tell(Event::Add(Box::new(entry)));
        }
        let before: Vec<_> = person.app.entries.iter().map(|e| (e.id, e.started)).collect();
        for edit in edits {
            person.tell(edit);
        }
        for entry in &person.app.entries {
            prop_assert!(before.contains(&(entry.id, entry.started)));
            for set in &entry.results {
                prop_assert!(set.done <= Settings::default().dose(set.exercise).number());
            }
        }
        for days in forgotten {
            let day = person.app.today() + days;
            let dose = |exercise| person.app.settings.dose(exercise);
            let written = forgotten_session(day, person.moment.wall, &person.app.entries, dose);
            if let Ok(entry) = written {
                prop_assert_eq!(entry.day(), day);
                person.tell(Event::Add(Box::new(entry)));
            }
        }
        let now = person.moment.wall.utc_ms;
        prop_assert!(person.app.entries.iter().all(|entry| entry.started.utc_ms <= now));
        prop_assert_eq!(&person.app.entries, &person.stored_newest_first());
    }
}

impl Person {
    fn stored_newest_first(&self) -> Vec<Entry> {
        let mut entries = self.stored.entries.clone();
        entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.id));
        entries
    }
}
