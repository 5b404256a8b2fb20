//! The whole app without a browser: what a person does, and what follows.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where the person has nothing left to do"
)]

mod coming_back;
mod mistakes;
mod passing;

use spry_knees::domain::app::route::Route;
use spry_knees::domain::app::{App, Change, DayAfter, Effect, Event, Moment, Stored};
use spry_knees::domain::guide::plan::{FIRST_MINUTES, USUAL_MINUTES};
use spry_knees::domain::guide::session::{self, Stage, Why};
use spry_knees::domain::record::history::Feel;
use spry_knees::domain::record::safety::{Answer, Answers, Damage, Floor, SafetyPage};
use spry_knees::domain::record::schedule::Status;
use spry_knees::domain::record::settings::Settings;
use spry_knees::domain::routine::Exercise;
use spry_knees::domain::time::{Instant, WallTime};
use spry_knees::text::cues;

const DAY_MS: i64 = 86_400_000;

/// A person with a phone: time passes, effects are carried out.
struct Person {
    app: App,
    moment: Moment,
    stored: Stored,
}

impl Person {
    fn new() -> Self {
        Self::with(Stored {
            settings: Settings::default(),
            safety: Answers::default(),
            entries: Vec::new(),
            unfinished: None,
            saving: true,
            damaged: 0,
        })
    }

    fn with(stored: Stored) -> Self {
        let wall = WallTime {
            utc_ms: 20_000 * DAY_MS + 36_000_000,
            offset_min: 60,
        };
        let moment = Moment {
            now: Instant::from_ms(500),
            wall,
        };
        let mut app = App::open(stored.clone(), moment);
        app.start(cues::speech_ms, moment);
        let mut person = Self {
            app,
            moment,
            stored,
        };
        person.visit(Route::Today);
        person
    }

    fn tell(&mut self, event: Event) {
        let mut waiting = vec![event];
        while let Some(event) = waiting.pop() {
            for effect in self.app.update(event, self.moment) {
                match effect {
                    Effect::Go(route) | Effect::Replace(route) => waiting.push(Event::Visit(route)),
                    Effect::SaveRunning(unfinished) => {
                        self.stored.unfinished = unfinished.map(|u| *u);
                    }
                    Effect::SaveEntry(entry) => {
                        self.stored.entries.retain(|kept| kept.id != entry.id);
                        self.stored.entries.insert(0, *entry);
                    }
                    Effect::DeleteEntry(id) => self.stored.entries.retain(|kept| kept.id != id),
                    Effect::SaveSettings => self.stored.settings = self.app.settings.clone(),
                    Effect::SaveSafety => self.stored.safety = self.app.safety,
                    Effect::Session(_) | Effect::AskToKeep => {}
                }
            }
        }
    }

    fn visit(&mut self, route: Route) {
        self.tell(Event::Visit(route));
    }

    fn wait(&mut self, ms: u32) {
        self.moment.now = self.moment.now.after(ms);
        self.moment.wall.utc_ms += i64::from(ms);
        self.tell(Event::Tick);
    }

    /// Presses "Start now" and waits until the set runs.
    fn starts_now(&mut self) {
        self.tell(Event::Session(session::Event::StartNow));
        while self.stage() != Stage::Working {
            let session = &self.app.live.as_ref().unwrap().session;
            let next = session.next_change(self.moment.now).unwrap();
            self.wait(next.since(self.moment.now));
        }
    }

    fn sleep_days(&mut self, days: i64) {
        self.moment.wall.utc_ms += days * DAY_MS;
    }

    /// The browser is killed and the page opened again after `ms`.
    fn killed_for(&mut self, ms: i64) {
        self.moment.now = Instant::from_ms(300);
        self.moment.wall.utc_ms += ms;
        let mut app = App::open(self.stored.clone(), self.moment);
        let effects = app.start(cues::speech_ms, self.moment);
        self.app = app;
        for effect in effects {
            match effect {
                Effect::SaveEntry(entry) => self.stored.entries.insert(0, *entry),
                Effect::SaveRunning(unfinished) => self.stored.unfinished = unfinished.map(|u| *u),
                _ => {}
            }
        }
        self.visit(Route::Today);
    }

    fn answers_everything(&mut self) {
        for answer in [
            Answer::Damage(Damage::No),
            Answer::AskedDoctor(true),
            Answer::Floor(Floor::Alone),
            Answer::Understood,
            Answer::Ready,
        ] {
            self.tell(Event::Answer(answer));
        }
    }

    fn stage(&self) -> Stage {
        self.app
            .live
            .as_ref()
            .unwrap()
            .session
            .screen(self.moment.now)
            .stage
    }
}

#[test]
fn nobody_starts_without_having_seen_the_questions() {
    let mut person = Person::new();
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Safety(SafetyPage::Damage));
    assert!(person.app.live.is_none());
    person.answers_everything();
    assert_eq!(person.app.route, Route::Session);
    assert!(person.stored.safety.understood.is_some());
    assert!(person.app.live.is_some());
}

#[test]
fn a_whole_session_is_filed_once_and_today_says_so() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    for _ in 0..2_000 {
        person.wait(1_000);
    }
    assert_eq!(person.app.route, Route::Done);
    assert_eq!(person.stored.entries.len(), 1);
    assert_eq!(person.stored.unfinished, None);
    let entry = &person.stored.entries[0];
    assert!(
        entry
            .results
            .iter()
            .all(|result| result.done == result.target.number())
    );
    let id = entry.id;
    person.tell(Event::Correct {
        id,
        index: 0,
        steps: -3,
    });
    person.tell(Event::Feel(id, Feel::Better));
    assert_eq!(person.stored.entries[0].results[0].done, 22);
    assert_eq!(person.stored.entries[0].feel, Some(Feel::Better));
    assert!(matches!(person.app.schedule(), Status::DoneToday { .. }));
    person.killed_for(1_000);
    assert_eq!(person.app.entries, person.stored.entries);
}

#[test]
fn a_killed_session_is_carried_on_with_its_exact_count() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    person.starts_now();
    for _ in 0..24 {
        person.wait(1_000);
    }
    let before = person
        .app
        .live
        .as_ref()
        .unwrap()
        .session
        .results(person.moment.now);
    assert_eq!(before[0].done, 12);
    person.killed_for(3_600_000);
    assert!(person.app.unfinished.is_some());
    person.tell(Event::CarryOn);
    assert_eq!(person.stage(), Stage::Paused(Why::Reopened));
    assert_eq!(
        person
            .app
            .live
            .as_ref()
            .unwrap()
            .session
            .results(person.moment.now),
        before
    );
}

#[test]
fn an_unfinished_session_is_filed_under_its_own_day_after_24_hours() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    person.starts_now();
    for _ in 0..10 {
        person.wait(1_000);
    }
    let started = person.app.live.as_ref().unwrap().started;
    person.killed_for(25 * 3_600_000);
    assert!(person.app.unfinished.is_none());
    assert_eq!(person.stored.unfinished, None);
    assert_eq!(person.stored.entries.len(), 1);
    assert_eq!(person.stored.entries[0].started, started);
    assert_eq!(person.stored.entries[0].results[0].done, 5);
}

#[test]
fn start_again_files_what_was_done() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    person.starts_now();
    person.wait(6_000);
    person.killed_for(60_000);
    person.tell(Event::StartAgain);
    assert_eq!(person.stored.entries.len(), 1);
    // That was today, so the advice on rest days comes before a second session.
    assert_eq!(person.app.route, Route::Start);
    person.tell(Event::StartAnyway);
    assert_eq!(person.app.route, Route::Session);
}

#[test]
fn a_rest_day_asks_before_it_starts() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    for _ in 0..2_000 {
        person.wait(1_000);
    }
    person.visit(Route::Today);
    person.sleep_days(2);
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Start);
    assert!(person.app.live.is_none());
    person.sleep_days(2);
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Session);
}

#[test]
fn leaving_the_player_pauses_and_a_reload_there_lands_paused() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    person.wait(5_000);
    person.visit(Route::Today);
    assert_eq!(person.stage(), Stage::Paused(Why::Asked));
    person.visit(Route::Start);
    assert_eq!(person.app.route, Route::Session);
    person.killed_for(1_000);
    person.visit(Route::Session);
    assert_eq!(person.stage(), Stage::Paused(Why::Reopened));
}

#[test]
fn a_target_that_is_not_reached_yet_holds_at_once_for_a_set_that_stands_still() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    let lead_in_ms = person.app.live.as_ref().unwrap().session.step().lead_in_ms;
    person.wait(lead_in_ms + 24_900);
    person.tell(Event::Session(session::Event::Pause(Why::Asked)));
    for (chosen, holds) in [(20, 20), (13, 13), (12, 13), (1, 13), (25, 25)] {
        let mut settings = person.app.settings.clone();
        settings.set_dose(Exercise::QuadSway, chosen);
        person.tell(Event::Change(settings));
        let session = &person.app.live.as_ref().unwrap().session;
        assert_eq!(session.step().target.number(), holds, "{chosen}");
        assert_eq!(session.results(person.moment.now)[0].done, 12);
    }
}

#[test]
fn an_empty_minute_is_forgotten_silently() {
    let mut person = Person::new();
    person.visit(Route::Start);
    person.answers_everything();
    person.wait(5_000);
    person.tell(Event::Session(session::Event::AskEnd));
    person.tell(Event::Session(session::Event::End));
    assert_eq!(person.app.route, Route::Today);
    assert!(person.stored.entries.is_empty());
    assert_eq!(person.stored.unfinished, None);
}

#[test]
fn practice_is_never_stored() {
    let mut person = Person::new();
    person.tell(Event::Practise(Exercise::BunLift));
    person.answers_everything();
    assert_eq!(person.app.route, Route::Session);
    for _ in 0..400 {
        person.wait(1_000);
    }
    assert_eq!(person.app.route, Route::Exercise(Exercise::BunLift));
    assert!(person.stored.entries.is_empty());
    assert_eq!(person.stored.unfinished, None);
}

#[test]
fn the_length_on_the_first_page_is_that_of_the_routine() {
    let mut person = Person::new();
    assert_eq!(person.app.session_minutes(), FIRST_MINUTES);
    person.visit(Route::Start);
    person.answers_everything();
    for _ in 0..2_000 {
        person.wait(1_000);
    }
    assert_eq!(person.app.session_minutes(), USUAL_MINUTES);
}
