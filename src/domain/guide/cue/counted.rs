//! What is said at a count, and where reminders take a count's place (decision 16).

use super::track::GAP_MS;
use super::{Coach, SpeechMs, Spoken, Status, TimedCue, Tone};
use crate::domain::routine::Exercise;

/// Only from this target on are half and "five more" worth saying.
const LONG_SET: u8 = 10;

/// What is heard as rep `rep` (from 1) of `target` is done, at time 0: the same whether the pace
/// counts or the person does.
pub fn said_at(exercise: Exercise, target: u8, rep: u8) -> TimedCue {
    let left = target.saturating_sub(rep);
    let (say, status) = if left == 0 {
        (Spoken::Last(exercise, rep), Some(Status::RepsDone(rep)))
    } else if Some(rep) == five_more_at(target) {
        (Spoken::FiveMore(rep), Some(Status::FiveLeft))
    } else if Some(rep) == halfway_at(target) {
        (Spoken::OverHalfway(rep), Some(Status::Halfway))
    } else {
        (Spoken::Number(rep), None)
    };
    let tone = match left {
        0..=4 => Tone::LastRep(5 - left),
        _ if Some(rep) == halfway_at(target) => Tone::Halfway,
        _ => Tone::Rep,
    };
    TimedCue {
        at_ms: 0,
        tone: Some(tone),
        say: Some(say),
        status,
    }
}

/// The first rep past half, where it comes before the last five.
fn halfway_at(target: u8) -> Option<u8> {
    (target >= LONG_SET)
        .then_some(target / 2 + 1)
        .filter(|half| half + 5 <= target)
}

fn five_more_at(target: u8) -> Option<u8> {
    (target >= LONG_SET).then(|| target - 5)
}

/// Reminders and the rep whose number they replace. A reminder that would talk over a number that
/// has to be heard moves to the next free rep; where there is none it falls.
pub(super) fn place_coaching(
    exercise: Exercise,
    target: u8,
    pace_ms: u32,
    begin_ends_ms: u32,
    speech: SpeechMs,
) -> Vec<(u8, Coach)> {
    let mut placed: Vec<(u8, Coach)> = Vec::new();
    let mut free_from = u8::try_from(begin_ends_ms.div_ceil(pace_ms))
        .unwrap_or(u8::MAX)
        .max(1);
    for (wanted, coach) in coaching(exercise) {
        let length_ms = speech.of(Spoken::Coach(coach)) + GAP_MS;
        let reps = u8::try_from(length_ms.div_ceil(pace_ms)).unwrap_or(u8::MAX);
        let must_be_heard = |rep: u8| {
            rep + 5 > target || Some(rep) == halfway_at(target) || Some(rep) == five_more_at(target)
        };
        let fits =
            |rep: &u8| (*rep..rep.saturating_add(reps)).all(|covered| !must_be_heard(covered));
        if let Some(rep) = (wanted.max(free_from)..=target).find(fits) {
            placed.push((rep, coach));
            free_from = rep + reps;
        }
    }
    placed
}

/// The reminders of an exercise and the rep at which each is wanted.
fn coaching(exercise: Exercise) -> [(u8, Coach); 3] {
    match exercise {
        Exercise::KneeBounces => [
            (4, Coach::NoThumping),
            (9, Coach::ElbowsSoft),
            (15, Coach::ThinGlass),
        ],
        Exercise::BunLift => [
            (2, Coach::CurlUnder),
            (7, Coach::TapTheMat),
            (17, Coach::CurlEveryTime),
        ],
        _ => [
            (4, Coach::GrowLong),
            (10, Coach::BellyIn),
            (17, Coach::KneeStill),
        ],
    }
}
