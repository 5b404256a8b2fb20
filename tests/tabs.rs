//! Several tabs with the app, and a mirror that knows more than localStorage: what becomes of the
//! session that runs here.
use spry_knees::domain::app::route::Route;
use spry_knees::domain::app::{App, Change, Effect, Event, Live, Moment, Stored, Unfinished};
use spry_knees::domain::guide::session;
use spry_knees::domain::record::safety::{Answer, Answers, Damage, Floor};
use spry_knees::domain::record::settings::{Counting, Settings};
use spry_knees::domain::time::{Instant, WallTime};
use spry_knees::text::cues;

const STARTED_MS: i64 = 1_780_304_400_000;

/// One tab, in which reps are counted by hand.
struct Tab {
    app: App,
    moment: Moment,
    effects: Vec<Effect>,
}

impl Tab {
    /// Opened so long after the first one.
    fn opened(after_ms: i64, unfinished: Option<Unfinished>) -> Self {
        let moment = Moment {
            now: Instant::from_ms(500),
            wall: WallTime {
                utc_ms: STARTED_MS + after_ms,
                offset_min: 60,
            },
        };
        let settings = Settings {
            counting: Counting::ByHand,
            ..Settings::default()
        };
        let stored = Stored {
            settings,
            safety: Answers::default(),
            entries: Vec::new(),
            unfinished,
            saving: true,
            damaged: 0,
        };
        let mut app = App::open(stored, moment);
        app.start(cues::speech_ms, moment);
        Self {
            app,
            moment,
            effects: Vec::new(),
        }
    }

    /// In the first set, with so many reps.
    fn that_counted(after_ms: i64, reps: u32) -> Self {
        let mut tab = Self::opened(after_ms, None);
        tab.tell(Event::Visit(Route::Start));
        for answer in [
            Answer::Damage(Damage::No),
            Answer::AskedDoctor(true),
            Answer::Floor(Floor::Alone),
            Answer::Understood,
            Answer::Ready,
        ] {
            tab.tell(Event::Answer(answer));
        }
        tab.tell(Event::Session(session::Event::StartNow));
        tab.wait(10_000);
        tab.count(reps);
        tab
    }

    fn count(&mut self, reps: u32) {
        for _ in 0..reps {
            self.wait(2_000);
            self.tell(Event::Session(session::Event::Count));
        }
    }

    fn wait(&mut self, ms: u32) {
        self.moment.now = self.moment.now.after(ms);
        self.moment.wall.utc_ms += i64::from(ms);
        self.tell(Event::Tick);
    }

    fn tell(&mut self, event: Event) {
        let mut waiting = vec![event];
        while let Some(event) = waiting.pop() {
            for effect in self.app.update(event, self.moment) {
                if let Effect::Go(route) | Effect::Replace(route) = effect {
                    waiting.push(Event::Visit(route));
                }
                self.effects.push(effect);
            }
        }
    }

    /// Hears what another tab keeps, or its mirror.
    fn hear(&mut self, session: Option<Unfinished>, mirrored: bool) {
        let session = session.map(Box::new);
        self.effects.clear();
        self.tell(Event::Stored(Change::Running { session, mirrored }));
    }

    /// Hears who holds the lease.
    fn elsewhere(&mut self, elsewhere: bool) {
        self.tell(Event::Stored(Change::Elsewhere(elsewhere)));
    }

    /// What it saved last of the running session.
    fn saved(&self) -> Option<Unfinished> {
        let saved = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::SaveRunning(session) => Some(session.as_deref().cloned()),
            _ => None,
        });
        saved.flatten()
    }

    /// The counts of the sessions that it filed, in their order.
    fn filed(&self) -> Vec<u8> {
        let entries = self.effects.iter().filter_map(|effect| match effect {
            Effect::SaveEntry(entry) => Some(entry.results[0].done),
            _ => None,
        });
        entries.collect()
    }

    fn counted(&self) -> Option<u8> {
        let Live { session, .. } = self.app.live.as_ref()?;
        Some(session.results(self.moment.now)[0].done)
    }
}

#[test]
fn session_of_two_tabs_goes_on_in_the_one_that_takes_it() {
    let mut first = Tab::that_counted(0, 3);
    let mut second = Tab::opened(60_000, first.saved());
    second.elsewhere(true);
    // A reload or a copy of the tab does not take it without being asked.
    second.tell(Event::Visit(Route::Session));
    assert_eq!(second.counted(), None);
    second.hear(first.saved(), false);
    second.tell(Event::CarryOn);
    assert_eq!(second.counted(), Some(3));
    first.elsewhere(true);
    assert_eq!((first.counted(), first.app.route), (None, Route::Today));
    assert_eq!(first.filed(), [0_u8; 0], "the other tab has it");
    // Nothing was saved meanwhile, and it can still be taken back.
    second.elsewhere(true);
    first.tell(Event::CarryOn);
    assert_eq!(first.counted(), Some(3));
}

#[test]
fn two_tabs_with_a_session_each_never_answer_each_others_saves_and_lose_nothing() {
    let mut here = Tab::that_counted(0, 3);
    let there = Tab::that_counted(7_000, 5);
    here.hear(there.saved(), false);
    assert_eq!(here.effects, []);
    assert_eq!(here.counted(), Some(3));
    here.elsewhere(true);
    assert_eq!(here.counted(), None);
    assert_eq!(here.filed(), [3]);
    assert_eq!(here.saved(), None, "the other tab's session stays");
    assert_eq!(here.app.unfinished, there.saved());
}

#[test]
fn own_session_that_ends_files_the_others_before_it_is_forgotten() {
    let mut here = Tab::that_counted(0, 3);
    let there = Tab::that_counted(7_000, 5);
    here.hear(there.saved(), false);
    here.tell(Event::Session(session::Event::End));
    assert_eq!(here.filed(), [5, 3]);
    assert_eq!(here.app.unfinished, None);
    assert_eq!(here.app.finished, Some(here.app.entries[1].id));
}

#[test]
fn mirror_that_knows_more_wins_before_anything_was_done() {
    let mut before = Tab::that_counted(0, 3);
    let lost = before.saved();
    before.count(4);
    let mut after = Tab::opened(100_000, lost);
    after.tell(Event::CarryOn);
    assert_eq!(after.counted(), Some(3));
    after.hear(before.saved(), true);
    assert_eq!(after.counted(), Some(7));
}

#[test]
fn mirrored_session_from_before_is_filed_once() {
    let before = Tab::that_counted(0, 3);
    let mut here = Tab::that_counted(7_000, 5);
    here.hear(before.saved(), true);
    assert_eq!(here.filed(), [3]);
    assert_eq!(here.counted(), Some(5));
    assert!(here.saved().is_some(), "the own one is kept again");
    here.hear(before.saved(), true);
    assert_eq!(here.filed(), [0_u8; 0]);
}

#[test]
fn clock_that_was_set_back_still_offers_to_carry_on() {
    let before = Tab::that_counted(0, 3);
    for earlier_ms in [1, 3_600_000, 400 * 86_400_000] {
        let mut after = Tab::opened(-earlier_ms, before.saved());
        assert_eq!(after.filed(), [0_u8; 0]);
        after.tell(Event::CarryOn);
        assert_eq!(after.counted(), Some(3), "{earlier_ms} ms earlier");
    }
}

#[test]
fn browser_is_asked_to_keep_the_data_after_the_second_session_only() {
    let mut tab = Tab::that_counted(0, 3);
    let asked = |tab: &Tab| tab.effects.contains(&Effect::AskToKeep);
    let end = |tab: &mut Tab| {
        tab.tell(Event::Session(session::Event::End));
        tab.tell(Event::Visit(Route::Done));
        assert!(!asked(tab), "in the middle of the finish");
        tab.tell(Event::Visit(Route::Today));
    };
    end(&mut tab);
    assert!(!asked(&tab));
    for after_the in [2, 3] {
        tab.effects.clear();
        tab.moment.wall.utc_ms += 4 * 86_400_000;
        tab.tell(Event::Visit(Route::Start));
        tab.tell(Event::Session(session::Event::StartNow));
        tab.wait(10_000);
        tab.count(3);
        end(&mut tab);
        assert_eq!(asked(&tab), after_the == 2, "{after_the}");
    }
}
