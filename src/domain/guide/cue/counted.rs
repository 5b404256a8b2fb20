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
        (Spoken::Halfway(rep), Some(Status::Halfway))
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

/// The first rep at half or past it, where it comes before "five more".
fn halfway_at(target: u8) -> Option<u8> {
    (target >= LONG_SET)
        .then_some(target.div_ceil(2))
        .filter(|half| half + 5 < target)
}

fn five_more_at(target: u8) -> Option<u8> {
    (target >= LONG_SET).then(|| target - 5)
}

/// Whether the count of this rep is always said: the first, half, "five more", and the last five.
fn must_be_heard(target: u8, rep: u8) -> bool {
    rep == 1
        || rep + 5 > target
        || Some(rep) == halfway_at(target)
        || Some(rep) == five_more_at(target)
}

/// What is heard at each rep of a paced set, from its start. A reminder stands beside its count where
/// there is time for both; else it takes the count's place, but for those that are always said; else
/// it waits for the next rep. Nothing is said while something else still sounds.
pub(super) fn reps(
    exercise: Exercise,
    target: u8,
    pace_ms: u32,
    begin_ends_ms: u32,
    speech: SpeechMs,
) -> Vec<TimedCue> {
    let at = |rep: u8| u32::from(rep) * pace_ms;
    // What a screen reader is told keeps apart as it is.
    let gap_ms = if speech.is_screen_reader() { 0 } else { GAP_MS };
    let ends = |rep: u8, say: Spoken| at(rep) + speech.of(say) + gap_ms;
    let next_heard = |rep: u8| {
        let later = rep.saturating_add(1)..=target;
        later
            .into_iter()
            .find(|later| must_be_heard(target, *later))
    };
    let mut reminders = coaching(exercise).to_vec();
    let mut quiet_until_ms = begin_ends_ms;
    let mut cues = Vec::with_capacity(usize::from(target));
    for rep in 1..=target {
        let mut cue = said_at(exercise, target, rep);
        cue.at_ms = at(rep);
        if rep < target {
            cue.say = cue.say.filter(|_| at(rep) >= quiet_until_ms);
            let wanted = reminders.iter().position(|(from, _)| *from <= rep);
            if let (Some(count), Some(index)) = (cue.say, wanted) {
                let coach = reminders[index].1;
                let both = Spoken::Coached(rep, coach);
                let plain = matches!(count, Spoken::Number(_)) && rep + 5 <= target;
                let free_until_ms = next_heard(rep).map_or(u32::MAX, at);
                // A screen reader reads in its own time.
                let both_until_ms = if speech.is_screen_reader() {
                    free_until_ms
                } else {
                    at(rep + 1)
                };
                if plain && ends(rep, both) <= both_until_ms {
                    cue.say = Some(both);
                } else if !must_be_heard(target, rep)
                    && ends(rep, Spoken::Coach(coach)) <= free_until_ms
                {
                    cue.say = Some(Spoken::Coach(coach));
                }
                if cue.say != Some(count) {
                    reminders.remove(index);
                }
            }
            // What is more than a count must leave the next one its place, and nothing may run into
            // the way out.
            if let Some(Spoken::Halfway(_) | Spoken::FiveMore(_)) = cue.say
                && !speech.is_screen_reader()
            {
                cue.say = cue.say.filter(|say| ends(rep, *say) <= at(rep + 1));
                cue.say = cue.say.or(Some(Spoken::Number(rep)));
            }
            cue.say = cue.say.filter(|say| ends(rep, *say) <= at(target));
        }
        if let Some(say) = cue.say {
            quiet_until_ms = ends(rep, say);
        }
        cues.push(cue);
    }
    cues
}

/// The reminders of an exercise and the rep from which each is wanted.
const fn coaching(exercise: Exercise) -> [(u8, Coach); 4] {
    match exercise {
        Exercise::KneeBounces => [
            (4, Coach::Light),
            (9, Coach::ElbowsBent),
            (15, Coach::ThinGlass),
            (18, Coach::KeepBreathing),
        ],
        Exercise::BunLift => [
            (1, Coach::TapTheMat),
            (3, Coach::CurlUnder),
            (11, Coach::KeepBreathing),
            (17, Coach::CurlEveryTime),
        ],
        _ => [
            (2, Coach::KneeStill),
            (7, Coach::StandTall),
            (11, Coach::TummyLifted),
            (16, Coach::KeepBreathing),
        ],
    }
}
