//! What a person can end by accident can be taken back, and survives a reload.

use spry_knees::domain::app::Change;
use spry_knees::domain::guide::session::Event as Command;
use spry_knees::domain::record::safety::Wanted;
use spry_knees::domain::record::settings::Waits;

use super::*;

impl Person {
    /// In the first set, ten sways done.
    fn in_the_first_set() -> Self {
        let mut person = Self::new();
        person.visit(Route::Start);
        person.answers_everything();
        person.starts_now();
        person.wait(10 * 2_000 + 500);
        assert_eq!(person.done(), 10);
        person
    }

    fn done(&self) -> u8 {
        let live = self.app.live.as_ref().unwrap();
        live.session.results(self.moment.now)[0].done
    }

    /// Skips sets until the session is over.
    fn skips_to_the_end(&mut self) {
        while self.app.live.is_some() {
            self.tell(Event::Session(Command::Skip));
        }
        assert_eq!(self.app.route, Route::Done);
    }
}

#[test]
fn an_end_is_taken_back_with_the_exact_count() {
    let ends: [fn(&mut Person); 3] = [
        |person| person.tell(Event::Session(Command::End)),
        |person| person.tell(Event::ThrowAway),
        |person| {
            person.visit(Route::Today);
            person.killed_for(60_000);
            person.tell(Event::FinishAndSave);
        },
    ];
    for end in ends {
        let mut person = Person::in_the_first_set();
        end(&mut person);
        assert!(person.app.live.is_none() && person.stored.unfinished.is_none());
        person.tell(Event::TakeBackEnd);
        assert_eq!(person.app.route, Route::Session);
        assert_eq!(person.stage(), Stage::Paused(Why::Reopened));
        assert_eq!(person.done(), 10);
        assert!(person.app.entries.is_empty() && person.stored.entries.is_empty());
        assert!(person.stored.unfinished.is_some());
        person.tell(Event::Session(Command::End));
        assert_eq!(person.stored.entries.len(), 1);
    }
}

#[test]
fn a_skip_of_the_last_set_is_taken_back() {
    let mut person = Person::in_the_first_set();
    person.skips_to_the_end();
    assert_eq!(person.stored.entries.len(), 1);
    person.tell(Event::TakeBackEnd);
    let live = person.app.live.as_ref().unwrap();
    assert_eq!(live.session.step().exercise, Exercise::HamstringReach);
    assert!(person.stored.entries.is_empty());
}

#[test]
fn an_end_stays_once_the_next_session_starts_or_its_numbers_were_put_right() {
    let mut person = Person::in_the_first_set();
    person.tell(Event::Session(Command::End));
    person.sleep_days(4);
    person.visit(Route::Start);
    assert!(person.app.ended.is_none());

    let mut person = Person::in_the_first_set();
    person.tell(Event::Session(Command::End));
    let id = person.app.finished.unwrap();
    person.tell(Event::Correct {
        id,
        index: 0,
        steps: -1,
    });
    person.tell(Event::TakeBackEnd);
    assert_eq!(person.stored.entries[0].results[0].done, 9);
}

#[test]
fn a_deleted_session_is_put_back_from_any_page() {
    let mut person = Person::in_the_first_set();
    person.tell(Event::Session(Command::End));
    let before = person.stored.entries.clone();
    let id = before[0].id;
    person.tell(Event::Delete(id));
    assert!(person.stored.entries.is_empty());
    person.visit(Route::Settings);
    person.visit(Route::History);
    person.tell(Event::PutBack(id));
    assert_eq!(person.stored.entries, before);
    assert!(person.app.deleted.is_empty());
}

#[test]
fn the_stop_page_the_question_and_the_end_page_survive_a_reload() {
    for (command, page) in [
        (Command::Hurt, "hurt"),
        (Command::AskEnd, "end"),
        (Command::Pause(Why::Asked), "paused"),
    ] {
        let mut person = Person::in_the_first_set();
        person.tell(Event::Session(command));
        person.killed_for(30_000);
        person.visit(Route::Session);
        let again = match person.stage() {
            Stage::Hurt { done: 10, .. } => "hurt",
            Stage::AskingEnd => "end",
            Stage::Paused(Why::Reopened) => "paused",
            _ => "another",
        };
        assert_eq!(again, page);
        assert_eq!(person.done(), 10);
    }
}

#[test]
fn a_skip_can_be_undone_after_a_reload() {
    let mut person = Person::in_the_first_set();
    person.tell(Event::Session(Command::Skip));
    person.killed_for(30_000);
    person.visit(Route::Session);
    person.tell(Event::Session(Command::Undo));
    assert_eq!(person.stage(), Stage::Resuming);
    assert_eq!(person.done(), 10);
}

#[test]
fn what_comes_after_the_questions_survives_a_reload() {
    let mut person = Person::new();
    person.tell(Event::Practise(Exercise::BunLift));
    person.tell(Event::Answer(Answer::Damage(Damage::No)));
    person.killed_for(30_000);
    // The address leads back to the question.
    let wanted = Some(Wanted::Practice(Exercise::BunLift));
    assert_eq!(person.stored.safety.wanted, None, "Today ends it");

    let mut person = Person::new();
    person.tell(Event::Practise(Exercise::BunLift));
    person.app = App::open(person.stored.clone(), person.moment);
    person.app.start(cues::speech_ms, person.moment);
    person.visit(Route::Safety(SafetyPage::Damage));
    assert_eq!(person.app.safety.wanted, wanted);
    person.answers_everything();
    assert!(person.app.live.as_ref().unwrap().session.is_practice());
    assert_eq!(person.stored.safety.wanted, None);
}

#[test]
fn practice_that_is_thrown_away_takes_no_session_along() {
    let mut person = Person::in_the_first_set();
    person.visit(Route::Today);
    person.killed_for(60_000);
    person.tell(Event::Practise(Exercise::BunLift));
    person.tell(Event::ThrowAway);
    assert_eq!(person.app.route, Route::Exercise(Exercise::BunLift));
    assert!(person.stored.unfinished.is_some());
    assert!(!person.app.can_take_back_end());
}

#[test]
fn a_setting_of_another_window_is_taken_on_at_the_next_resume() {
    let mut person = Person::in_the_first_set();
    let settings = Settings {
        waits: Waits::Twice,
        ..Settings::default()
    };
    let lead_in_ms = |person: &Person| {
        let live = person.app.live.as_ref().unwrap();
        live.session.plan().steps[1].lead_in_ms
    };
    let before_ms = lead_in_ms(&person);
    person.tell(Event::Stored(Change::Settings(Box::new(settings))));
    person.tell(Event::Session(Command::Pause(Why::Asked)));
    person.tell(Event::Session(Command::Resume));
    assert_ne!(lead_in_ms(&person), before_ms);
}
