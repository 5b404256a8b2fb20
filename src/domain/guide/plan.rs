//! The routine flattened into the sets of one session, each with its lead-in.

use serde::{Deserialize, Serialize};

use crate::domain::guide::cue::{GAP_MS, Opening, SpeechMs, Spoken};
use crate::domain::guide::lead_in::{LeadIn, Terms};
use crate::domain::record::history::Attempt;
use crate::domain::record::settings::{Counting, Hands, Settings, TighterSide};
use crate::domain::routine::dose::Dose;
use crate::domain::routine::pace::Pace;
use crate::domain::routine::{Exercise, Side};

/// In which the last words of the set before end and the person comes out of it (decision 16).
const SETTLE_MS: u32 = 3_000;
/// The rest on top of that after a hold, before anybody is sent to the floor.
const REST_MS: u32 = 4_000;
/// How long the question about the tighter side stands before the session moves on.
const TIGHTER_MS: u32 = 20_000;

/// No lead-in is as long, in milliseconds.
const MOST_LEAD_IN_MS: u32 = 600_000;

/// Whole minutes of the routine as the source asks for it, for pages that are shown before the plan
/// can be made.
pub const USUAL_MINUTES: u32 = 13;
/// The same for the first session.
pub const FIRST_MINUTES: u32 = 15;

/// One set with the time to get ready for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetStep {
    /// Which exercise.
    pub exercise: Exercise,
    /// Which leg.
    pub side: Side,
    /// Why it is in the plan.
    pub attempt: Attempt,
    /// How much.
    pub target: Dose,
    /// How fast.
    pub pace: Pace,
    /// Who counts its reps.
    #[serde(default)]
    pub counting: Counting,
    /// Whether the knees rock during the hold (fact 44).
    pub wiggle: bool,
    /// Whether one hand stays on the chair.
    #[serde(default)]
    pub one_hand: bool,
    /// How the lead-in opens.
    pub opening: Opening,
    /// Where the person comes from, where that is not the set before: some were skipped, or the
    /// person went back.
    #[serde(default)]
    pub came_from: Option<Exercise>,
    /// Whether its waits are twice as long: it comes after a stop for pain (decision 20).
    #[serde(default)]
    pub unhurried: bool,
    /// Milliseconds of the lead-in that belong to the end of the set before.
    pub settle_ms: u32,
    /// Milliseconds of the whole lead-in, the settling included.
    pub lead_in_ms: u32,
}

/// What a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct PlanOptions<'a> {
    /// The person's choices.
    pub settings: &'a Settings,
    /// Exercises left out today.
    pub skip: &'a [Exercise],
    /// In the first session every wait is twice as long (decision 22).
    pub first_session: bool,
    /// How long sentences take.
    pub speech: SpeechMs,
}

/// The sets of one session in order. Sets are added while it runs: a gentler second attempt, the
/// tighter side again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The sets, in order.
    pub steps: Vec<SetStep>,
    /// The factor on every wait, 1 to 6.
    pub wait_factor: u32,
    /// Whether this is the person's first session.
    pub first_session: bool,
    /// How the repeat of the tighter side is chosen.
    #[serde(default)]
    pub tighter: TighterSide,
}

impl Plan {
    /// The whole routine without the exercises that are skipped today.
    pub fn session(options: PlanOptions<'_>) -> Self {
        let exercises: Vec<Exercise> = options
            .settings
            .exercises()
            .into_iter()
            .filter(|e| !options.skip.contains(e))
            .collect();
        Self::of(&exercises, options)
    }

    /// One exercise alone (decision 28).
    pub fn practice(exercise: Exercise, options: PlanOptions<'_>) -> Self {
        Self::of(&[exercise], options)
    }

    fn of(exercises: &[Exercise], options: PlanOptions<'_>) -> Self {
        let settings = options.settings;
        let wait_factor = settings.waits.factor() * if options.first_session { 2 } else { 1 };
        let mut plan = Self {
            steps: Vec::new(),
            wait_factor,
            first_session: options.first_session,
            tighter: settings.tighter,
        };
        for &exercise in exercises {
            for &side in exercise.sides() {
                plan.steps.push(SetStep {
                    exercise,
                    side,
                    attempt: Attempt::Planned,
                    target: settings.dose(exercise),
                    pace: settings.pace(exercise),
                    counting: settings.counting,
                    wiggle: settings.wiggle && exercise == Exercise::ImaginaryChair,
                    one_hand: one_hand(exercise, settings),
                    opening: Opening::First,
                    came_from: None,
                    unhurried: false,
                    settle_ms: 0,
                    lead_in_ms: 0,
                });
            }
        }
        plan.lay_anew(0, options.speech);
        plan
    }

    /// The tighter side of Quad Pull once more (fact 29), to follow the step at `index`: which one that
    /// is, only the person knows where `side` is both.
    pub fn insert_tighter(&mut self, index: usize, side: Side, speech: SpeechMs) {
        let Some(before) = self.steps.get(index).copied() else {
            return;
        };
        let mut set = SetStep {
            side,
            attempt: Attempt::TighterSide,
            opening: Opening::Again,
            ..before
        };
        set.target = Dose::of_source(set.exercise);
        self.steps.insert(index + 1, set);
        self.lay_anew(index + 1, speech);
    }

    /// The set at `index` once more, slower and half of it (decision 17), to follow it.
    pub fn insert_gentler(&mut self, index: usize, speech: SpeechMs) {
        let Some(before) = self.steps.get(index).copied() else {
            return;
        };
        let mut set = SetStep {
            attempt: Attempt::Gentler,
            opening: Opening::Again,
            ..before
        };
        set.target = before.target.gentler();
        set.pace = Pace::Slower;
        self.steps.insert(index + 1, set);
        self.lay_anew(index + 1, speech);
    }

    /// The way to the set at `index` begins where that exercise left the person; `None`: where the
    /// set before ends.
    pub fn come_from(&mut self, index: usize, exercise: Option<Exercise>, speech: SpeechMs) {
        if let Some(set) = self.steps.get_mut(index)
            && set.came_from != exercise
        {
            set.came_from = exercise;
            self.lay_anew(index, speech);
        }
    }

    /// Doubles the waits before the set at `index`, which comes after a stop for pain.
    pub fn give_rest(&mut self, index: usize, speech: SpeechMs) {
        if let Some(set) = self.steps.get_mut(index) {
            set.unhurried = true;
        }
        self.lay_anew(index, speech);
    }

    /// Gives the sets from `from` on what the person chose meanwhile; one of which something is `done`
    /// keeps its target.
    pub fn adapt(&mut self, from: usize, done: &[u8], settings: &Settings, speech: SpeechMs) {
        self.tighter = settings.tighter;
        self.wait_factor = settings.waits.factor() * if self.first_session { 2 } else { 1 };
        for index in from..self.steps.len() {
            let mut set = self.steps[index];
            if done.get(index) == Some(&0) {
                set.counting = settings.counting;
                set.pace = set.chosen_pace(settings);
                set.choose_dose(0, settings);
                set.one_hand = one_hand(set.exercise, settings);
            }
            self.steps[index] = set;
        }
        self.lay_anew(from, speech);
    }

    /// How long the question about the tighter side stands, without the settling before it.
    pub const fn tighter_ms(&self) -> u32 {
        TIGHTER_MS * self.wait_factor
    }

    /// How long the last words of a set sound before anything else is said.
    pub fn settle_ms(after: SetStep, speech: SpeechMs) -> u32 {
        let words_ms = speech.of(after.last_words(after.target.number())) + GAP_MS;
        let rest_ms = match after.target {
            Dose::Hold(_) => REST_MS,
            Dose::Reps(_) | Dose::Breaths(_) => 0,
        };
        SETTLE_MS.max(words_ms) + rest_ms
    }

    /// Milliseconds of the whole session when nobody touches anything, the last words included.
    pub fn duration_ms(&self, speech: SpeechMs) -> u32 {
        let pull = |set: &SetStep| set.exercise == Exercise::QuadPull;
        let question_ms = match (self.steps.iter().rposition(pull), self.tighter) {
            (Some(_), TighterSide::Ask) => self.tighter_ms(),
            (Some(index), TighterSide::GiveTime) if !self.has_repeat() => {
                let mut with_repeat = self.clone();
                with_repeat.insert_tighter(index, Side::Both, speech);
                return with_repeat.duration_ms(speech);
            }
            _ => 0,
        };
        let sets: u32 = self
            .steps
            .iter()
            .map(|set| set.lead_in_ms + set.length_ms())
            .sum();
        let last = self.steps.last();
        sets + question_ms + last.map_or(0, |last| Self::settle_ms(*last, speech))
    }

    fn has_repeat(&self) -> bool {
        let repeats = |set: &SetStep| set.attempt == Attempt::TighterSide;
        self.steps.iter().any(repeats)
    }

    /// The lead-in to the set at `index`.
    pub(in crate::domain) fn lead_in(&self, index: usize, speech: SpeechMs) -> LeadIn {
        let before = index.checked_sub(1).map(|before| &self.steps[before]);
        LeadIn::of(&self.steps[index], before, self.terms(speech))
    }

    /// Gives the sets from `from` on their lead-ins anew: other sets come before them, or other words.
    pub(in crate::domain) fn lay_anew(&mut self, from: usize, speech: SpeechMs) {
        for index in from..self.steps.len() {
            let before = index.checked_sub(1).map(|before| self.steps[before]);
            self.steps[index] = self.with_lead_in(self.steps[index], before, speech);
        }
    }

    const fn terms(&self, speech: SpeechMs) -> Terms {
        Terms {
            wait_factor: self.wait_factor,
            first_session: self.first_session,
            speech,
        }
    }

    /// Gives a set its lead-in: long enough to get into position and to hear it all.
    fn with_lead_in(&self, mut set: SetStep, before: Option<SetStep>, speech: SpeechMs) -> SetStep {
        if set.opening != Opening::Again {
            set.opening = match before {
                None => Opening::First,
                Some(before) if before.exercise == set.exercise => Opening::Switch,
                Some(_) => Opening::Next,
            };
        }
        set.settle_ms = before.map_or(0, |before| Self::settle_ms(before, speech));
        set.lead_in_ms = 0;
        set.lead_in_ms = LeadIn::of(&set, before.as_ref(), self.terms(speech)).total_ms;
        set
    }
}

fn one_hand(exercise: Exercise, settings: &Settings) -> bool {
    exercise == Exercise::QuadSway && settings.hands == Hands::OneOnChair
}

impl SetStep {
    /// Its pace by these settings: a second attempt keeps its own.
    pub(in crate::domain) fn chosen_pace(&self, settings: &Settings) -> Pace {
        match self.attempt {
            Attempt::Planned => settings.pace(self.exercise),
            _ => self.pace,
        }
    }

    /// Takes on the target and the wiggle of these settings, of which so much is `done` already: a
    /// target that is reached by that waits for the next session. A second attempt keeps its own.
    pub(in crate::domain) fn choose_dose(&mut self, done: u8, settings: &Settings) {
        if self.attempt != Attempt::Planned {
            return;
        }
        let target = settings.dose(self.exercise);
        if target.number() > done {
            self.target = target;
        }
        self.wiggle = settings.wiggle && self.exercise == Exercise::ImaginaryChair;
    }

    /// Whether a plan can have it.
    pub(in crate::domain) fn is_possible(&self) -> bool {
        self.exercise.has(self.side)
            && self.target.unit() == Dose::of_source(self.exercise).unit()
            && self.lead_in_ms < MOST_LEAD_IN_MS
            && self.settle_ms <= self.lead_in_ms
    }

    /// Only reps can be counted by hand; breaths and holds keep their clock.
    pub const fn by_hand(&self) -> bool {
        matches!(
            (self.counting, self.target),
            (Counting::ByHand, Dose::Reps(_))
        )
    }

    /// Milliseconds of the set itself at its pace.
    pub const fn length_ms(&self) -> u32 {
        match self.target {
            Dose::Reps(reps) => reps.get() as u32 * self.pace.rep_ms(self.exercise),
            Dose::Breaths(breaths) => breaths.get() as u32 * self.pace.breath().ms(),
            Dose::Hold(seconds) => seconds.get() as u32 * 1_000,
        }
    }

    /// The sentence that ends the set, of which `done` was done.
    pub(crate) const fn last_words(&self, done: u8) -> Spoken {
        match self.target {
            Dose::Reps(_) => Spoken::Last(self.exercise, done),
            Dose::Breaths(_) => Spoken::StretchDone(self.exercise),
            Dose::Hold(_) => Spoken::HoldDone,
        }
    }
}
