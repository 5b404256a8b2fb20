//! What time alone changes: a session that was left, a night, a journey, a clock that is set.

use spry_knees::domain::day::Day;
use spry_knees::domain::guide::session::Event as Told;
use spry_knees::domain::record::forgotten::forgotten_session;
use spry_knees::domain::record::history::Entry;

use super::*;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

impl Person {
    /// In the first set with a few reps done.
    fn working() -> Self {
        let mut person = Self::new();
        person.visit(Route::Start);
        person.answers_everything();
        person.tell(Event::Session(Told::StartNow));
        person.wait(13_000);
        person
    }

    /// Nothing happens for so long, but the looks at the clock that the app asked for.
    fn rests(&mut self, ms: i64) {
        let end_ms = self.moment.wall.utc_ms + ms;
        while let Some(at_ms) = self.app.expires_ms().filter(|at_ms| *at_ms <= end_ms) {
            self.passes(at_ms - self.moment.wall.utc_ms);
        }
        self.passes(end_ms - self.moment.wall.utc_ms);
    }

    fn passes(&mut self, ms: i64) {
        self.moment.now = self.moment.now.after(u32::try_from(ms).unwrap());
        self.moment.wall.utc_ms += ms;
        self.tell(Event::Tick);
    }

    fn at(&mut self, local: &str, offset_min: i16) -> &mut Self {
        let (day, time) = local.split_once(' ').unwrap();
        let (hour, minute) = time.split_once(':').unwrap();
        let day: Day = day.parse().unwrap();
        let minutes = hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap();
        let local_ms = i64::from(day.epoch_days()) * DAY_MS + minutes * MINUTE_MS;
        self.moment.wall = WallTime {
            utc_ms: local_ms - i64::from(offset_min) * MINUTE_MS,
            offset_min,
        };
        self.tell(Event::Tick);
        self
    }

    /// A session from here to there, by the wall clock.
    fn did_a_session(&mut self, from: (&str, i16), to: (&str, i16)) {
        let started = self.at(from.0, from.1).moment.wall;
        let ended = self.at(to.0, to.1).moment.wall;
        let dose = |exercise| Settings::default().dose(exercise);
        let results = forgotten_session(started.day(), started, &[], dose);
        let entry = Entry {
            active_ms: 600_000,
            ended: Some(ended),
            ..Entry::new(started, results.unwrap().results)
        };
        self.tell(Event::Add(Box::new(entry)));
    }

    fn is_asked(&self) -> bool {
        matches!(self.app.day_after(), Some(DayAfter::Ask(_)))
    }

    /// Where the session of the test is listed.
    fn lists(&self) -> usize {
        let live = self.app.live.is_some();
        let offered = self.app.offered().is_some();
        usize::from(live) + usize::from(offered) + self.app.entries.len()
    }
}

#[test]
fn a_session_that_was_left_is_filed_in_the_open_page_at_its_hour() {
    let mut person = Person::working();
    person.killed_for(60_000);
    let left = person.app.unfinished.clone().unwrap();
    let left_for_ms = person.moment.wall.since(left.stopped);
    person.rests(24 * HOUR_MS - left_for_ms - 1);
    assert!(person.app.offered().is_some() && person.stored.entries.is_empty());
    person.rests(1);
    assert_eq!(person.app.offered(), None);
    assert_eq!(person.stored.unfinished, None);
    let entry = &person.stored.entries[0];
    assert_eq!(
        (entry.started, entry.ended),
        (left.started, Some(left.stopped))
    );
    assert_eq!(person.app.expires_ms(), None);
}

#[test]
fn a_session_that_stands_paused_in_the_open_page_is_filed_as_well() {
    for press in [Told::Pause(Why::Asked), Told::AskEnd, Told::Hurt] {
        for route in [Route::Session, Route::Settings] {
            let mut person = Person::working();
            let started = person.app.live.as_ref().unwrap().started;
            person.tell(Event::Session(press));
            person.visit(route);
            person.rests(24 * HOUR_MS - 1);
            assert_eq!(person.lists(), 1, "{press:?}");
            assert!(person.app.live.is_some());
            person.rests(1);
            assert_eq!(person.lists(), 1, "{press:?}");
            assert_eq!(person.stored.entries[0].started, started);
            assert_eq!(person.stored.unfinished, None);
            let there = if route == Route::Session {
                Route::Today
            } else {
                route
            };
            assert_eq!(person.app.route, there);
        }
    }
}

#[test]
fn a_press_on_a_page_that_slept_finds_the_session_filed() {
    for press in [
        Event::CarryOn,
        Event::FinishAndSave,
        Event::StartAgain,
        Event::Visit(Route::Session),
    ] {
        let mut person = Person::working();
        person.killed_for(60_000);
        person.moment.wall.utc_ms += 25 * HOUR_MS;
        person.tell(press.clone());
        assert_eq!(person.stored.entries.len(), 1, "{press:?}");
        assert_eq!(person.stored.unfinished, None, "{press:?}");
        assert!(person.app.live.is_none(), "{press:?}");
    }
    let mut person = Person::working();
    person.tell(Event::Session(Told::Pause(Why::Asked)));
    person.moment.wall.utc_ms += 25 * HOUR_MS;
    person.tell(Event::Session(Told::Resume));
    assert!(person.app.live.is_none());
    assert_eq!(person.stored.entries.len(), 1);
}

#[test]
fn practice_that_stands_for_a_day_ends_and_files_nothing() {
    let mut person = Person::working();
    person.killed_for(60_000);
    person.tell(Event::Practise(Exercise::BunLift));
    person.tell(Event::Session(Told::Pause(Why::Asked)));
    person.rests(25 * HOUR_MS);
    assert!(person.app.live.is_none());
    // The session that was left before it is in the history.
    assert_eq!((person.lists(), person.stored.entries.len()), (1, 1));
}

#[test]
fn another_tab_that_runs_the_session_keeps_it_from_being_filed_here() {
    let mut person = Person::working();
    person.killed_for(60_000);
    person.tell(Event::Stored(Change::Elsewhere(true)));
    person.rests(25 * HOUR_MS);
    assert!(person.stored.entries.is_empty());
    // It ended it; only then is this one heard of.
    person.tell(Event::Stored(Change::Running {
        session: None,
        mirrored: false,
    }));
    person.tell(Event::Stored(Change::Elsewhere(false)));
    assert!(person.stored.entries.is_empty());
}

#[test]
fn a_session_over_midnight_belongs_to_its_day_and_is_asked_about_on_the_day_after() {
    let mut person = Person::new();
    person.did_a_session(("2026-06-01 23:50", 60), ("2026-06-02 00:10", 60));
    let session_day = "2026-06-01".parse::<Day>().unwrap();
    assert_eq!(person.app.entries[0].day(), session_day);
    assert_eq!(person.app.schedule().too_soon(), Some(1));
    for (time, asked) in [
        ("2026-06-02 00:12", false),
        ("2026-06-02 23:59", false),
        ("2026-06-03 08:00", true),
        ("2026-06-05 08:00", true),
        ("2026-06-06 08:00", false),
    ] {
        assert_eq!(person.at(time, 60).is_asked(), asked, "{time}");
    }
    // Its finish page outlasts a reload, until then.
    person.at("2026-06-02 00:12", 60).visit(Route::Done);
    assert_eq!(person.app.route, Route::Done);
    // Just before midnight, a night has to pass as well.
    let mut person = Person::new();
    person.did_a_session(("2026-06-01 23:40", 60), ("2026-06-01 23:55", 60));
    assert!(!person.at("2026-06-02 00:05", 60).is_asked());
    assert!(person.at("2026-06-02 08:00", 60).is_asked());
}

#[test]
fn a_session_that_was_carried_on_the_next_morning_ended_then() {
    let mut person = Person::working();
    person.killed_for(14 * HOUR_MS);
    person.tell(Event::CarryOn);
    person.tell(Event::Session(Told::Resume));
    person.wait(20_000);
    person.tell(Event::Session(Told::End));
    person.visit(Route::Today);
    assert!(!person.is_asked());
    person.rests(12 * HOUR_MS);
    assert!(!person.is_asked());
    person.rests(12 * HOUR_MS);
    assert!(person.is_asked());
}

#[test]
fn nights_with_a_clock_change_ask_in_the_morning() {
    // London, forward and back.
    for (evening, night, morning) in [
        (
            ("2026-03-28 23:45", 0),
            ("2026-03-29 00:30", 0),
            ("2026-03-29 09:00", 60),
        ),
        (
            ("2026-10-24 23:45", 60),
            ("2026-10-25 01:30", 0),
            ("2026-10-25 09:00", 0),
        ),
    ] {
        let mut person = Person::new();
        person.did_a_session((&evening.0.replace("45", "30"), evening.1), evening);
        assert!(!person.at(night.0, night.1).is_asked(), "{night:?}");
        assert!(person.at(morning.0, morning.1).is_asked(), "{morning:?}");
    }
}

#[test]
fn a_journey_over_the_date_line_makes_no_wrong_clock_and_no_day_after() {
    // From Auckland to Honolulu, the day before; then from Apia to Pago Pago.
    for (there, here, next_day) in [
        (
            ("2026-07-01 08:00", 720),
            ("2026-06-30 12:00", -600),
            "2026-07-01 12:00",
        ),
        (
            ("2026-07-03 10:00", 780),
            ("2026-07-02 12:00", -660),
            "2026-07-03 12:00",
        ),
    ] {
        let mut person = Person::new();
        person.did_a_session(there, there);
        person.at(here.0, here.1);
        assert!(
            matches!(person.app.schedule(), Status::DoneToday { .. }),
            "{here:?}"
        );
        assert!(!person.is_asked());
        person.visit(Route::Start);
        assert!(person.app.live.is_none());
        assert!(person.at(next_day, here.1).is_asked());
    }
    // To the west over the line a day is lost, and it was two hours ago.
    let mut person = Person::new();
    person.did_a_session(("2026-06-30 20:00", -600), ("2026-06-30 20:15", -600));
    person.at("2026-07-01 20:15", 720);
    assert_eq!(person.app.too_soon(), Some(1));
    assert!(!person.is_asked());
    assert!(person.at("2026-07-02 08:00", 720).is_asked());
}

#[test]
fn a_session_that_starts_later_than_now_speaks_of_a_wrong_clock() {
    let mut person = Person::new();
    person.did_a_session(("2026-06-02 10:00", 60), ("2026-06-02 10:15", 60));
    person.at("2026-06-01 10:00", 60);
    assert!(matches!(person.app.schedule(), Status::ClockSetBack { .. }));
    assert!(!person.is_asked());
}

#[test]
fn the_question_whether_to_start_on_a_rest_day_goes_with_the_day() {
    let mut person = Person::new();
    person.tell(Event::Answer(Answer::Understood));
    person.did_a_session(("2026-06-01 10:00", 60), ("2026-06-01 10:15", 60));
    person.at("2026-06-04 22:00", 60).visit(Route::Start);
    assert_eq!(
        (person.app.route, person.app.too_soon()),
        (Route::Start, Some(3))
    );
    person.rests(2 * HOUR_MS);
    assert_eq!(person.app.route, Route::Today);
    assert!(matches!(person.app.schedule(), Status::Due { .. }));
    assert!(person.app.live.is_none());
    // Left open for so long that the questions come again.
    person.at("2026-06-03 22:00", 60).visit(Route::Start);
    person.moment.wall.utc_ms += 100 * DAY_MS;
    person.tell(Event::StartAnyway);
    assert_eq!(person.app.route, Route::Safety(SafetyPage::Damage));
}

#[test]
fn seconds_by_which_a_clock_is_put_right_are_no_sleep() {
    let seen = Person::new().moment;
    let slept = |passed_ms: u32, jumped_ms: i64| {
        let mut now = seen;
        now.now = now.now.after(passed_ms);
        now.wall.utc_ms += i64::from(passed_ms) + jumped_ms;
        now.may_have_slept_since(seen)
    };
    for jumped_ms in [-7_200_000, -3_000, 0, 1, 3_000, 60_000] {
        assert!(!slept(200, jumped_ms), "{jumped_ms}");
        assert!(slept(2_001, jumped_ms), "{jumped_ms}");
    }
    assert!(slept(200, 60_001));
}
