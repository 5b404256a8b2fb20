//! A session: one run through the plan, as a state machine.
//!
//! Events and the time go in, effects come out. A running activity keeps the instant at which it
//! began, never a count of ticks; an activity starts at its predecessor's deadline, not at `now`.
//! So one jump of the clock equals many ticks, and a test drives an hour in a microsecond.

mod activity;
mod advance;
mod commands;
mod course;
mod keys;
mod pain;
mod record;
mod saved;
mod screen;
mod undo;

use serde::{Deserialize, Serialize};

pub use course::Course;
pub use keys::Key;
pub use saved::SavedSession;
pub use screen::{Big, Controls, Movement, Screen, Stage};

use activity::{Frozen, Running};
use undo::Undo;

use crate::domain::guide::cue::{SpeechMs, Spoken, Status, Tone};
use crate::domain::guide::lead_in::LeadIn;
use crate::domain::guide::plan::{Plan, SetStep};
use crate::domain::record::history::{PainNote, Place, Tighter};
use crate::domain::record::settings::{Advance, Settings};
use crate::domain::routine::{Exercise, Side};
use crate::domain::time::Instant;

/// One run through the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    plan: Plan,
    step_index: usize,
    phase: Phase,
    /// What was done of each step of the plan; the same length as the plan.
    done: Vec<u8>,
    pains: Vec<PainNote>,
    tighter: Option<Tighter>,
    /// Milliseconds of finished activities, less those by which a set's clock was put forward.
    active_ms: i32,
    notice: Option<Notice>,
    undo: Option<Box<Undo>>,
    /// Carried on from what was saved, and nothing has happened since.
    reopened: bool,
    rules: Rules,
}

/// What the person chose for how the session runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Whether sets start by themselves.
    pub advance: Advance,
    /// One exercise alone, which is never stored (decision 28).
    pub practice: bool,
    /// How long sentences take.
    pub speech: SpeechMs,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Running(Running),
    Held(Held),
    Finished { early: bool },
}

/// The session stands still until the person says what comes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    why: Hold,
    since: Instant,
    frozen: Frozen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    Paused(Why),
    /// "End here?", over a pause.
    AskingEnd(Why),
    /// It hurts: which step of the plan.
    Hurt {
        step_index: usize,
    },
}

/// Why a session is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Why {
    /// The person paused it.
    Asked,
    /// The person asked the countdown to wait.
    WaitForMe,
    /// The page was hidden: another app, a call, the screen went off (decision 7).
    Hidden,
    /// The device slept, stopped the app, or had its clock set by more than a little: from inside
    /// the three look the same (decision 7).
    Slept,
    /// Another app or a call took the sound.
    SoundTaken,
    /// Carried on after the page was closed.
    Reopened,
}

/// A line that stands until the next action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// This set was skipped; it can be undone.
    Skipped(Exercise, Side),
    /// Back at this set; it can be undone.
    WentBack(Exercise, Side),
    /// This set was ended with what was done of it; it can be undone.
    Ended {
        /// The side that was done.
        side: Side,
        /// How much was done.
        done: u8,
    },
    /// The number of the other side, when the second side begins after an early end.
    OtherSide {
        /// The side that was done.
        side: Side,
        /// How much was done.
        done: u8,
    },
}

/// What a person, the clock or the device tells a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Look at the clock again.
    Tick,
    /// Start the set now, without the rest of the lead-in.
    StartNow,
    /// Stop the session's clock.
    Pause(Why),
    /// Go on.
    Resume,
    /// That's enough: end the set with what is done.
    Enough,
    /// One rep more, counted by hand.
    Count,
    /// One rep fewer, counted by hand.
    Uncount,
    /// On to the next set, keeping what is done.
    Skip,
    /// Back to the set before.
    Back,
    /// This set from its start.
    RestartSet,
    /// Take back a skip, a step back or the end of a set.
    Undo,
    /// It hurts: stop at once.
    Hurt,
    /// Where it hurts.
    HurtPlace(Place),
    /// After pain: rest, then the next exercise.
    NextAfterPain,
    /// After pain: the same again, slower and half of it.
    TryGentler,
    /// Ask whether to end.
    AskEnd,
    /// Do not end.
    KeepGoing,
    /// End here and keep what is done.
    End,
    /// Which side was tighter.
    Tighter(Tighter),
    /// Nobody could see or hear the session since `last_seen`.
    Away {
        /// The last instant at which the app ran.
        last_seen: Instant,
        /// What happened.
        why: Why,
    },
}

impl Event {
    /// Whether a person may end the session with it.
    pub const fn may_end(self) -> bool {
        matches!(self, Self::End | Self::Skip | Self::NextAfterPain)
    }
}

/// What the app does on behalf of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say this. It was due at `due`; much later it is better left unsaid.
    Say {
        /// The sentence.
        spoken: Spoken,
        /// When it was due.
        due: Instant,
    },
    /// Sound this at once. (Tones of a track are asked for ahead of time: [`Session::tones`].)
    Sound(Tone),
    /// Tell the screen reader.
    Announce(Status),
    /// Stop talking, and take back every booked tone.
    Hush,
    /// Save the session: something that must not be lost has changed.
    Save,
    /// The session is over.
    Finished,
}

impl Rules {
    /// The rules a person's settings make.
    pub fn new(settings: &Settings, practice: bool, speech: SpeechMs) -> Self {
        Self {
            advance: settings.advance,
            practice,
            speech,
        }
    }
}

impl Session {
    /// Starts a session: its first lead-in begins at `now`. `None` for a plan without sets.
    pub fn start(plan: Plan, rules: Rules, now: Instant) -> Option<Self> {
        if plan.steps.is_empty() {
            return None;
        }
        let mut session = Self {
            done: vec![0; plan.steps.len()],
            plan,
            step_index: 0,
            phase: Phase::Finished { early: false },
            pains: Vec::new(),
            tighter: None,
            active_ms: 0,
            notice: None,
            undo: None,
            reopened: false,
            rules,
        };
        session.begin_lead_in(true, now);
        Some(session)
    }

    /// Takes one event at one instant and says what is to be done.
    pub fn update(&mut self, event: Event, now: Instant) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Away { last_seen, why } => {
                let last_seen = last_seen.min(now);
                self.advance_to(last_seen, &mut effects);
                self.pause(why, last_seen, &mut effects);
            }
            event => {
                self.advance_to(now, &mut effects);
                self.command(event, now, &mut effects);
            }
        }
        effects
    }

    /// The tones that fall in `from..to`, for booking ahead of time; also those of what follows by
    /// itself, so that no beat waits for the look after a deadline.
    pub fn tones(&self, from: Instant, to: Instant) -> Vec<(Instant, Tone)> {
        let Phase::Running(running) = &self.phase else {
            return Vec::new();
        };
        let due = |at: Instant| at >= from && at < to;
        let track = running.track.iter();
        let mut tones: Vec<_> = track
            .filter_map(|cue| cue.tone.map(|tone| (running.base.after(cue.at_ms), tone)))
            .filter(|(at, _)| due(*at))
            .collect();
        let deadline = running.deadline(self.step());
        if let Some(deadline) = deadline.filter(|deadline| *deadline < to) {
            let mut after = self.clone();
            after.advance_to(deadline, &mut Vec::new());
            tones.extend(after.tones(from, to));
        }
        tones
    }

    /// When the running activity began to run; its tones are booked from there on.
    pub const fn running_since(&self) -> Option<Instant> {
        match &self.phase {
            Phase::Running(running) => Some(running.not_before),
            Phase::Held(_) | Phase::Finished { .. } => None,
        }
    }

    /// The next instant after `now` at which something changes; `None` while it stands still.
    pub fn next_change(&self, now: Instant) -> Option<Instant> {
        let Phase::Running(running) = &self.phase else {
            return None;
        };
        Some(running.next_change(self.step(), now))
    }

    /// Whether a set runs.
    pub fn is_working(&self) -> bool {
        self.runs(|activity| matches!(activity, activity::Activity::Work { .. }))
    }

    /// Whether its clock runs.
    pub const fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Running(_))
    }

    /// Whether it goes on only when the person does something.
    pub fn waits(&self) -> bool {
        match &self.phase {
            Phase::Running(running) => running.deadline(self.step()).is_none(),
            Phase::Held(_) => true,
            Phase::Finished { .. } => false,
        }
    }

    /// Whether it was carried on from what was saved, and nothing has happened since.
    pub const fn waits_since_opened(&self) -> bool {
        self.reopened
    }

    /// Whether it is over.
    pub const fn is_finished(&self) -> bool {
        matches!(self.phase, Phase::Finished { .. })
    }

    /// Whether it was ended before the plan was through.
    pub const fn ended_early(&self) -> bool {
        matches!(self.phase, Phase::Finished { early: true })
    }

    /// Whether it is one exercise alone, which is never stored (decision 28).
    pub const fn is_practice(&self) -> bool {
        self.rules.practice
    }

    /// Milliseconds during which it ran, pauses not counted.
    pub fn active_ms(&self, now: Instant) -> u32 {
        let present_ms = match &self.phase {
            Phase::Running(running) => running.active_ms(now),
            Phase::Held(held) => held.frozen.active_ms(),
            Phase::Finished { .. } => 0,
        };
        present_ms.saturating_add_signed(self.active_ms)
    }

    /// The sets of this session.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Every stop for pain so far.
    pub fn pains(&self) -> &[PainNote] {
        &self.pains
    }

    /// The answer about the tighter side, if it was asked.
    pub const fn tighter(&self) -> Option<Tighter> {
        self.tighter
    }

    /// The lead-in to that set.
    pub fn lead_in(&self) -> LeadIn {
        let index = self.step_index.min(self.plan.steps.len() - 1);
        self.plan.lead_in(index, self.rules.speech)
    }

    /// The set that runs, ran last or comes next.
    pub fn step(&self) -> &SetStep {
        // The index is kept inside the plan, and a plan has at least one step.
        &self.plan.steps[self.step_index.min(self.plan.steps.len() - 1)]
    }
}
