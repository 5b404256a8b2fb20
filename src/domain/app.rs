//! The whole app as one value: where it is, what it holds, and what follows from an event.
//!
//! It is the session's shape once more: events and the time go in, effects come out. The browser
//! carries the effects out and brings back as events what became of them.

mod advice;
mod correct;
mod passing;
pub mod route;
mod running;
mod stored;
mod visit;

use serde::{Deserialize, Serialize};

use crate::domain::app::route::Route;
use crate::domain::day::Day;
use crate::domain::guide::cue::Spoken;
use crate::domain::guide::plan::Plan;
use crate::domain::guide::session::{self, Key, SavedSession, Session, Why};
use crate::domain::record::history::{Entry, EntryId, Feel};
use crate::domain::record::safety::{Answer, Answers};
use crate::domain::record::schedule;
use crate::domain::record::settings::Settings;
use crate::domain::routine::Exercise;
use crate::domain::time::{Instant, WallTime};

pub use advice::{DayAfter, SkipReason};

/// A session this short with nothing counted is thrown away silently.
const TOO_SHORT_MS: u32 = 60_000;

/// Both clocks at one look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// What runs is measured with this one.
    pub now: Instant,
    /// What is stored is dated with this one.
    pub wall: WallTime,
}

/// A session as it is stored while it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// When it started.
    pub started: WallTime,
    /// When it was last saved.
    pub stopped: WallTime,
    /// How far it has come.
    pub session: SavedSession,
}

impl Unfinished {
    /// The entry that it becomes.
    pub const fn id(&self) -> EntryId {
        EntryId(self.started.utc_ms)
    }
}

/// A session that runs, and when it started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// When it started.
    pub started: WallTime,
    /// When it was last saved: it has not moved since then, if it stands still.
    pub stopped: WallTime,
    /// How it runs.
    pub session: Session,
}

/// Everything the app knows.
#[derive(Clone, Debug)]
pub struct App {
    /// The page.
    pub route: Route,
    /// The last look at the clocks.
    pub moment: Moment,
    /// What the person chose.
    pub settings: Settings,
    /// The safety questions' answers.
    pub safety: Answers,
    /// Finished sessions, newest first.
    pub entries: Vec<Entry>,
    /// The session that runs.
    pub live: Option<Live>,
    /// Whether a session runs in another tab.
    pub elsewhere: bool,
    /// A session from before the page was opened. While one runs here: what another tab keeps.
    pub unfinished: Option<Unfinished>,
    /// The session that ended last, for its finish page.
    pub finished: Option<EntryId>,
    /// A session as it stood when a person ended it, which may have been a mistake: it can be carried
    /// on until the next one starts.
    pub ended: Option<Unfinished>,
    /// Sessions that were deleted since the page was opened: they can be put back.
    pub deleted: Vec<Entry>,
    /// The exercise that was practised just now, for its page to say so.
    pub practised: Option<Exercise>,
    /// The settings before they were put back to normal, for Undo.
    pub settings_before: Option<Box<Settings>>,
    /// Whether changes reach the storage.
    pub saving: bool,
    /// How many stored texts could not be read.
    pub damaged: usize,
    speech_ms: fn(Spoken, u8) -> u32,
}

/// What a person, the clock or the browser tells the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Look at the clocks again.
    Tick,
    /// The address changed.
    Visit(Route),
    /// For the session that runs.
    Session(session::Event),
    /// A key of the player.
    Key(Key),
    /// Start although it is a rest day.
    StartAnyway,
    /// File the unfinished session and start a new one.
    StartAgain,
    /// Go on with the unfinished session.
    CarryOn,
    /// File the unfinished session.
    FinishAndSave,
    /// Forget the session that runs.
    ThrowAway,
    /// Carry on with the session that was ended.
    TakeBackEnd,
    /// One exercise alone.
    Practise(Exercise),
    /// Leave this exercise out of today's session, or take it in again.
    SkipToday(Exercise),
    /// An answer to a safety question.
    Answer(Answer),
    /// Other settings.
    Change(Settings),
    /// How long this device's voice took for its sentences, in percent of what was expected.
    VoiceTook(u16),
    /// All settings as they were at first.
    ResetSettings,
    /// The settings from before the reset.
    UndoReset,
    /// Presses of −1 or +1 on a result.
    Correct {
        /// Which session.
        id: EntryId,
        /// Which of its results, from 0.
        index: usize,
        /// Presses up or down.
        steps: i8,
    },
    /// How the knees feel after a session.
    Feel(EntryId, Feel),
    /// How they felt the day after.
    DayAfter(EntryId, Feel),
    /// Keep this session, which was written down afterwards.
    Add(Box<Entry>),
    /// Delete a session.
    Delete(EntryId),
    /// Put a deleted session back.
    PutBack(EntryId),
    /// Whether the last change reached the storage.
    Saved(bool),
    /// Older sessions were read.
    Older(Vec<Entry>),
    /// A backup was brought back: this is what is stored now.
    Reloaded(Box<Stored>),
    /// The storage holds something else: another tab changed it, or its mirror had kept it.
    Stored(Change),
}

/// What changed in the storage without this page's doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A finished session; `None` where it was deleted.
    Entry(EntryId, Option<Box<Entry>>),
    /// The running session; `None` where there is none any more.
    Running {
        /// How far it has come.
        session: Option<Box<Unfinished>>,
        /// Whether it comes from the mirror, not from another tab.
        mirrored: bool,
    },
    /// What the person chose.
    Settings(Box<Settings>),
    /// The safety questions' answers.
    Safety(Answers),
    /// So many texts cannot be read.
    Damaged(usize),
    /// Everything was erased.
    Erased,
    /// Whether a session runs in another tab.
    Elsewhere(bool),
}

/// What the browser does on behalf of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// From the running session: say, sound, announce, hush.
    Session(session::Effect),
    /// Go to this page.
    Go(Route),
    /// Put this page in the present one's place, so that Back does not lead back to it.
    Replace(Route),
    /// Save the running session, or that there is none.
    SaveRunning(Option<Box<Unfinished>>),
    /// Save a finished session.
    SaveEntry(Box<Entry>),
    /// Delete a finished session.
    DeleteEntry(EntryId),
    /// Save the settings.
    SaveSettings,
    /// Save the safety answers.
    SaveSafety,
    /// Ask the browser never to clear what is stored.
    AskToKeep,
}

/// What was stored when the page was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the person chose.
    pub settings: Settings,
    /// The safety questions' answers.
    pub safety: Answers,
    /// Finished sessions, newest first.
    pub entries: Vec<Entry>,
    /// The session that was running.
    pub unfinished: Option<Unfinished>,
    /// Whether changes can be saved.
    pub saving: bool,
    /// How many stored texts could not be read.
    pub damaged: usize,
}

impl App {
    /// Opens the app on what was stored, to be looked at. [`App::start`] makes it go.
    pub fn open(stored: Stored, moment: Moment) -> Self {
        Self {
            route: Route::Today,
            moment,
            settings: stored.settings,
            safety: stored.safety,
            entries: stored.entries,
            live: None,
            elsewhere: false,
            unfinished: stored.unfinished,
            finished: None,
            ended: None,
            deleted: Vec::new(),
            practised: None,
            settings_before: None,
            saving: stored.saving,
            damaged: stored.damaged,
            speech_ms: |_, _| 0,
        }
    }

    /// Makes the app go: now it knows how long sentences take. An unfinished session that is too old
    /// to be offered is filed.
    pub fn start(&mut self, speech_ms: fn(Spoken, u8) -> u32, moment: Moment) -> Vec<Effect> {
        self.speech_ms = speech_ms;
        self.moment = moment;
        let mut effects = Vec::new();
        self.expire(&mut effects);
        effects
    }

    /// Takes one event at one moment and says what is to be done.
    pub fn update(&mut self, event: Event, moment: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.moment = moment;
        // What another tab did with the session comes first.
        if !matches!(event, Event::Stored(_)) {
            self.expire(&mut effects);
        }
        match event {
            Event::Tick => {
                self.tell_session(session::Event::Tick, &mut effects);
                self.leave_start(&mut effects);
            }
            Event::Session(event) => self.tell_session(event, &mut effects),
            Event::Key(key) => {
                let event = self
                    .live
                    .as_ref()
                    .and_then(|live| live.session.key_event(key, moment.now));
                if let Some(event) = event {
                    self.tell_session(event, &mut effects);
                }
            }
            Event::Visit(route) => self.visit(route, &mut effects),
            Event::StartAnyway => self.start_anyway(&mut effects),
            Event::StartAgain => {
                self.file_unfinished(&mut effects);
                self.visit(Route::Start, &mut effects);
            }
            Event::CarryOn => self.carry_on(&mut effects),
            Event::FinishAndSave => {
                self.ended.clone_from(&self.unfinished);
                self.file_unfinished(&mut effects);
                self.forget_skips(&mut effects);
                effects.push(Effect::Go(Route::Done));
            }
            Event::ThrowAway => self.throw_away(&mut effects),
            Event::TakeBackEnd => self.take_back_end(&mut effects),
            Event::Practise(exercise) => self.ask_and_practise(exercise, &mut effects),
            Event::SkipToday(exercise) => self.toggle_skip(exercise, &mut effects),
            Event::Answer(answer) => self.answer(answer, &mut effects),
            Event::Change(settings) => self.change(settings, &mut effects),
            Event::VoiceTook(percent) => self.voice_took(percent, &mut effects),
            Event::ResetSettings => self.reset_settings(&mut effects),
            Event::UndoReset => self.undo_reset(&mut effects),
            Event::Correct { id, index, steps } => self.correct(id, index, steps, &mut effects),
            Event::Feel(id, feel) => self.edit(id, &mut effects, |entry| entry.feel = Some(feel)),
            Event::DayAfter(id, feel) => {
                self.edit(id, &mut effects, |entry| entry.day_after = Some(feel));
            }
            Event::Add(entry) => {
                self.keep((*entry).clone());
                effects.push(Effect::SaveEntry(entry));
            }
            Event::Delete(id) => self.delete(id, &mut effects),
            Event::PutBack(id) => self.put_back(id, &mut effects),
            Event::Saved(saving) => self.saving = saving,
            Event::Older(entries) => entries.into_iter().for_each(|entry| self.keep(entry)),
            Event::Reloaded(stored) => self.reload(*stored),
            Event::Stored(change) => {
                self.stored(change, &mut effects);
                self.expire(&mut effects);
            }
        }
        effects
    }

    /// Today's date.
    pub fn today(&self) -> Day {
        self.moment.wall.day()
    }

    /// What Today says about the schedule.
    pub fn schedule(&self) -> schedule::Status {
        schedule::status_at(&self.entries, self.moment.wall)
    }

    /// Days since the last session, where it is too soon for the next one.
    pub fn too_soon(&self) -> Option<i32> {
        self.schedule().too_soon()
    }

    /// Whole minutes that this person's next session takes as it is set up now.
    pub fn session_minutes(&self) -> u32 {
        let left_out = self.left_out();
        let plan = Plan::session(self.plan_options(&left_out));
        plan.duration_ms(self.speech()).div_ceil(30_000) / 2
    }

    /// The entry with this id.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

/// Why a session that is left for another page is paused.
const LEFT: Why = Why::Asked;
