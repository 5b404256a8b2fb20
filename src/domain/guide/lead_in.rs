//! How a person is led into a set: stage by stage, so that everything is explained while nothing
//! loads yet, and the load begins right before the start.

use crate::domain::guide::cue::{GAP_MS, Opening, SpeechMs, Spoken};
use crate::domain::guide::plan::SetStep;
use crate::domain::routine::{Exercise, Position, Side};

/// The quiet in which a person gets down to the floor or up from it.
const FLOOR_MS: u32 = 12_000;
/// The quiet in which a person walks to the wall, or turns over on the floor.
const TURN_MS: u32 = 8_000;
/// The quiet after each movement that is tried before the set.
const TRY_MS: u32 = 4_000;
/// The quiet after the dose.
const DOSE_MS: u32 = 1_000;
/// 3, 2, 1.
pub const COUNT_IN_MS: u32 = 3_000;
/// The figure stands in the start pose so long before the start.
const IN_PLACE_MS: u32 = 1_000;
/// In which the figure makes a movement that is tried.
const TRY_MOVES_MS: u32 = 2_500;

/// A stage of a lead-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Down to the floor, up from it, to the wall.
    Transfer,
    /// Where to stand or lie, the hands, what the chair is for.
    Place,
    /// The movement once, with the voice.
    Try,
    /// How many or how long, and that stopping sooner is fine.
    Dose,
    /// The one movement that brings the load; 3, 2, 1 follow.
    Position,
}

/// How to get into position, sentence by sentence. A side is the leg that works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Guide {
    DownToFloor,
    UpFromFloor,
    ToWall,
    LieBack,
    SitAside,
    SitUp,
    BesideChair,
    ChairIsThere,
    PalmsTogether,
    OneHand,
    HandOnChair(Side),
    TurnToChair(Side),
    AllFours,
    ToesTucked,
    OneLine,
    BackToWall,
    FeetForward,
    OnYourBack,
    HandsCrossed,
    TailboneHigh,
    InchDown,
    LowerToMat,
    LegsOut,
    FeetBack,
    OnBegin,
    KneeUp(Side),
    HeelInHand(Side),
    SlideDown,
    ReachOut,
}

/// A sentence of a lead-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it belongs to.
    pub stage: Stage,
    /// What is said.
    pub spoken: Spoken,
    /// The quiet after it, before the waits and the first session stretch it.
    pub quiet_ms: u32,
}

/// What a lead-in is made from.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// The factor on every quiet that stretches.
    pub wait_factor: u32,
    /// Whether this is the person's first session.
    pub first_session: bool,
    /// How long sentences take.
    pub speech: SpeechMs,
}

/// A lead-in with its times, from the start of its activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadIn {
    /// Each sentence and when it begins, in order.
    pub lines: Vec<(u32, Line)>,
    /// When the position is asked for; without one, when 3, 2, 1 begin. A set that waits for the
    /// person waits here.
    pub loads_ms: u32,
    /// When the set begins.
    pub total_ms: u32,
}

impl Stage {
    /// Whether its quiet grows with the waits and in the first session: never under load.
    pub const fn stretches(self) -> bool {
        !matches!(self, Self::Try | Self::Position)
    }
}

impl LeadIn {
    /// The lead-in to `set`, which comes after the set `before`. It is never shorter than the set's
    /// own time for it.
    pub fn of(set: &SetStep, before: Option<&SetStep>, terms: Terms) -> Self {
        let mut lines = Vec::new();
        let mut at_ms = set.settle_ms;
        for line in script(set, before, terms) {
            lines.push((at_ms, line));
            let factor = match (line.stage.stretches(), set.unhurried) {
                (true, true) => terms.wait_factor * 2,
                (true, false) => terms.wait_factor,
                (false, _) => 1,
            };
            at_ms += terms.speech.of(line.spoken) + GAP_MS + line.quiet_ms * factor;
        }
        // Whole seconds, so that the countdown on the screen starts with a whole one. What is added
        // is added where nothing loads.
        let end_ms = (at_ms + COUNT_IN_MS).max(set.lead_in_ms);
        let total_ms = end_ms.div_ceil(1_000) * 1_000;
        let spare_ms = total_ms - at_ms - COUNT_IN_MS;
        let mut loads_ms = total_ms - COUNT_IN_MS;
        for (at_ms, line) in &mut lines {
            if line.stage == Stage::Position {
                *at_ms += spare_ms;
                loads_ms = loads_ms.min(*at_ms);
            }
        }
        Self {
            lines,
            loads_ms,
            total_ms,
        }
    }

    /// When the person has got there: the transfer is over.
    pub fn arrives_ms(&self) -> u32 {
        let mut there = self
            .lines
            .iter()
            .filter(|(_, line)| line.stage != Stage::Transfer);
        there.next().map_or(self.loads_ms, |(at_ms, _)| *at_ms)
    }

    /// Where it goes on after a short pause: at the start of the stage that the pause cut into.
    pub fn resumes_at(&self, elapsed_ms: u32) -> u32 {
        if elapsed_ms >= self.loads_ms {
            return self.loads_ms;
        }
        let cut = self
            .lines
            .iter()
            .rev()
            .find(|(at_ms, _)| *at_ms <= elapsed_ms);
        let stage = cut.map(|(_, line)| line.stage);
        let mut begins = self
            .lines
            .iter()
            .filter(|(_, line)| Some(line.stage) == stage);
        begins.next().map_or(elapsed_ms, |(at_ms, _)| *at_ms)
    }

    /// How far the figure is on its way from its first stance into the start pose, 0 to 1: it moves
    /// when the voice asks for it.
    pub fn share(&self, elapsed_ms: u32) -> f32 {
        let tries = self
            .lines
            .iter()
            .filter(|(_, line)| line.stage == Stage::Try);
        let begun = tries.clone().filter(|(at_ms, _)| *at_ms <= elapsed_ms);
        if let Some((at_ms, _)) = begun.clone().next_back() {
            let moved = ratio(elapsed_ms - at_ms, TRY_MOVES_MS).min(1.0);
            let whole = |count: usize| u16::try_from(count).map_or(1.0, f32::from);
            return (whole(begun.count()) - 1.0 + moved) / whole(tries.count());
        }
        let has_position =
            matches!(self.lines.last(), Some((_, line)) if line.stage == Stage::Position);
        if !has_position {
            return 0.0;
        }
        let moves_ms = self.total_ms.saturating_sub(self.loads_ms + IN_PLACE_MS);
        ratio(elapsed_ms.saturating_sub(self.loads_ms), moves_ms).min(1.0)
    }
}

/// Everything that is said, in order.
fn script(set: &SetStep, before: Option<&SetStep>, terms: Terms) -> Vec<Line> {
    let transfer = transfer(set, before);
    let opens = if transfer.is_some() {
        Stage::Transfer
    } else {
        Stage::Place
    };
    let mut lines = Vec::with_capacity(8);
    let mut say = |stage, spoken, quiet_ms| {
        lines.push(Line {
            stage,
            spoken,
            quiet_ms,
        });
    };
    if terms.first_session && set.opening == Opening::First {
        say(opens, Spoken::FirstSession, 0);
    }
    say(
        opens,
        Spoken::Opening(set.opening, set.exercise, set.side),
        opening_ms(set),
    );
    if let Some((guide, quiet_ms)) = transfer {
        say(Stage::Transfer, Spoken::Guide(guide), quiet_ms);
    }
    for (guide, quiet_ms) in place(set, before) {
        say(Stage::Place, Spoken::Guide(*guide), *quiet_ms);
    }
    if set.exercise == Exercise::BunLift {
        for guide in [Guide::TailboneHigh, Guide::InchDown, Guide::LowerToMat] {
            say(Stage::Try, Spoken::Guide(guide), TRY_MS);
        }
    }
    say(Stage::Dose, Spoken::Dose(set.exercise, set.target), DOSE_MS);
    if set.by_hand() {
        say(Stage::Dose, Spoken::CountYourself, 0);
    }
    if set.exercise == Exercise::KneeBounces {
        say(Stage::Dose, Spoken::Guide(Guide::OnBegin), DOSE_MS);
    }
    if set.opening == Opening::First && terms.speech.is_screen_reader() {
        say(Stage::Dose, Spoken::ThreeBeeps, 0);
    }
    if let Some((guide, quiet_ms)) = position(set) {
        say(Stage::Position, Spoken::Guide(guide), quiet_ms);
    }
    lines
}

/// The quiet after the words that open it: where they alone say what to do, it is a little longer.
const fn opening_ms(set: &SetStep) -> u32 {
    match (set.opening, set.exercise) {
        (Opening::Switch, Exercise::QuadSway) => 2_000,
        _ => 0,
    }
}

/// The way from where the set before ended to where this one begins. A session begins standing.
fn transfer(set: &SetStep, before: Option<&SetStep>) -> Option<(Guide, u32)> {
    let was = set.came_from.or(before.map(|before| before.exercise));
    if was == Some(set.exercise) {
        return None;
    }
    let from = was.map_or(Position::Standing, Exercise::position);
    Some(match (from, set.exercise.position()) {
        (Position::Standing | Position::Wall, Position::Floor | Position::Seated) => {
            (Guide::DownToFloor, FLOOR_MS)
        }
        (Position::Floor | Position::Seated, Position::Standing | Position::Wall) => {
            (Guide::UpFromFloor, FLOOR_MS)
        }
        (Position::Standing, Position::Wall) => (Guide::ToWall, TURN_MS),
        (Position::Floor, Position::Floor) => (Guide::LieBack, TURN_MS),
        (Position::Floor, Position::Seated) if was == Some(Exercise::BunLift) => {
            (Guide::SitUp, TURN_MS)
        }
        (Position::Floor, Position::Seated) => (Guide::SitAside, TURN_MS),
        _ => return None,
    })
}

/// Where to be, and the quiet after each sentence.
fn place(set: &SetStep, before: Option<&SetStep>) -> &'static [(Guide, u32)] {
    let turns =
        before.is_some_and(|before| before.exercise == set.exercise && before.side != set.side);
    match (set.exercise, set.side) {
        (Exercise::QuadSway, _) if turns => &[],
        (Exercise::QuadSway, _) if set.one_hand => {
            &[(Guide::BesideChair, 2_500), (Guide::OneHand, 2_000)]
        }
        (Exercise::QuadSway, _) => &[
            (Guide::BesideChair, 2_500),
            (Guide::ChairIsThere, 0),
            (Guide::PalmsTogether, 1_500),
        ],
        (Exercise::QuadPull, Side::Both) => &[(Guide::HandOnChair(Side::Both), 4_000)],
        (Exercise::QuadPull, Side::Left) if turns => &[(Guide::TurnToChair(Side::Left), 4_000)],
        (Exercise::QuadPull, _) if turns => &[(Guide::TurnToChair(Side::Right), 4_000)],
        (Exercise::QuadPull, Side::Left) => &[(Guide::HandOnChair(Side::Left), 2_500)],
        (Exercise::QuadPull, _) => &[(Guide::HandOnChair(Side::Right), 2_500)],
        (Exercise::KneeBounces, _) => &[
            (Guide::AllFours, 4_000),
            (Guide::ToesTucked, 1_500),
            (Guide::OneLine, 1_500),
        ],
        (Exercise::ImaginaryChair, _) => &[(Guide::BackToWall, 6_000), (Guide::FeetForward, 4_000)],
        (Exercise::BunLift, _) => &[(Guide::OnYourBack, 6_000), (Guide::HandsCrossed, 2_000)],
        (Exercise::HamstringReach, _) => &[(Guide::LegsOut, 3_000), (Guide::FeetBack, 2_000)],
    }
}

/// The movement that brings the load, and the quiet between it and 3, 2, 1. Knee Bounces and Bun
/// Lift load with "Begin".
const fn position(set: &SetStep) -> Option<(Guide, u32)> {
    Some(match set.exercise {
        Exercise::QuadSway => (Guide::KneeUp(set.side), 1_000),
        Exercise::QuadPull => (Guide::HeelInHand(set.side), 1_700),
        Exercise::ImaginaryChair => (Guide::SlideDown, 1_700),
        Exercise::HamstringReach => (Guide::ReachOut, 1_000),
        Exercise::KneeBounces | Exercise::BunLift => return None,
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a share of minutes, for a picture"
)]
fn ratio(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}
