//! The tracks of whole activities: lead-in, set, question, carrying on.

use super::counted;
use super::{APART_MS, Coach, Opening, SpeechMs, Spoken, Status, TimedCue, Tone};
use crate::domain::guide::lead_in::LeadIn;
use crate::domain::guide::plan::SetStep;
use crate::domain::routine::Exercise;
use crate::domain::routine::dose::Dose;
use crate::domain::routine::pace::BreathPace;
use crate::sort;

/// Quiet between two sentences, in milliseconds.
pub(crate) const GAP_MS: u32 = 250;
/// A screen reader's user is not left for longer without knowing how far the set is.
const MOST_QUIET_MS: u32 = 8_000;
/// Quiet before the countdown that ends a hold.
const HOLD_QUIET_MS: u32 = 2_000;
/// From when on the knees rock in a hold of a minute; shorter holds rock from the third second.
const ROCK_MS: u32 = 35_000;

/// What is heard while a person gets into position. `counts_down` is false where the set waits for
/// the person's own word: then nothing that loads is asked for before it.
pub fn lead_in_track(
    set: &SetStep,
    lead_in: &LeadIn,
    counts_down: bool,
    speech: SpeechMs,
) -> Vec<TimedCue> {
    let said = lead_in.lines.iter().map(|(at_ms, line)| {
        let opens = matches!(line.spoken, Spoken::Opening(..));
        TimedCue {
            at_ms: *at_ms,
            tone: (opens && set.opening == Opening::Switch).then_some(Tone::Switch),
            say: Some(line.spoken),
            status: opens.then(|| get_ready(set, *at_ms, counts_down)),
        }
    });
    if !counts_down {
        let mut track: Vec<_> = said.filter(|cue| cue.at_ms < lead_in.loads_ms).collect();
        track.push(TimedCue::say(lead_in.loads_ms, Spoken::StartWhenReady));
        return track;
    }
    let mut track: Vec<_> = said.collect();
    count_down(&mut track, lead_in.total_ms, speech);
    track.push(TimedCue::tone(lead_in.total_ms, Tone::Begin));
    track
}

/// What is heard during a set. `by_hand`: the reps come press by press, so only the start is known.
pub fn set_track(set: &SetStep, by_hand: bool, speech: SpeechMs) -> Vec<TimedCue> {
    let rep_ms = set.pace.rep_ms(set.exercise);
    let (mut track, unit_ms, tell): (_, _, fn(u8) -> Status) = match set.target {
        Dose::Reps(_) if by_hand => return vec![begin(set.exercise)],
        Dose::Breaths(breaths) => {
            return breaths_track(set, breaths.get(), set.pace.breath(), speech);
        }
        Dose::Reps(reps) => (reps_track(set, reps.get(), speech), rep_ms, Status::Count),
        Dose::Hold(seconds) => (
            hold_track(seconds.get(), set.wiggle, speech),
            1_000,
            Status::Seconds,
        ),
    };
    if speech.is_screen_reader() {
        tell_where(&mut track, set.target.number(), unit_ms, tell);
    }
    track
}

/// Has a screen reader tell how far the set is wherever it would say nothing for long.
fn tell_where(track: &mut Vec<TimedCue>, target: u8, unit_ms: u32, tell: fn(u8) -> Status) {
    let told = |cue: &&TimedCue| cue.status.is_some() || cue.say.is_some_and(Spoken::is_read_out);
    for number in 1..target {
        let at_ms = u32::from(number) * unit_ms;
        // The track is in the order of its times.
        let (before, after) = track.split_at(track.partition_point(|cue| cue.at_ms <= at_ms));
        let before_ms = before.iter().rfind(told).map_or(0, |cue| cue.at_ms);
        let Some(after_ms) = after.iter().find(told).map(|cue| cue.at_ms) else {
            return;
        };
        let apart = at_ms - before_ms >= APART_MS && after_ms - at_ms >= APART_MS;
        if apart && after_ms - before_ms > MOST_QUIET_MS {
            let place = before.len();
            track.insert(place, TimedCue::status(at_ms, tell(number)));
        }
    }
}

/// What is heard between a pause and going on.
pub fn resuming_track(total_ms: u32, speech: SpeechMs) -> Vec<TimedCue> {
    let seconds = u8::try_from(total_ms / 1_000).unwrap_or(u8::MAX);
    let mut track = vec![TimedCue {
        at_ms: 0,
        tone: Some(Tone::Resumed),
        say: Some(Spoken::CarryingOn(seconds)),
        status: Some(Status::CarryingOn),
    }];
    if total_ms > 4_000 {
        count_down(&mut track, total_ms, speech);
    } else {
        // The opening words still sound: the last seconds are tones, and one number.
        track.extend((1..total_ms / 1_000).map(|s| TimedCue::tone(s * 1_000, Tone::CountIn)));
        if let Some(last) = track.last_mut().filter(|cue| cue.at_ms >= 2_000) {
            last.say = Some(Spoken::CountDown(1));
        }
    }
    track.push(TimedCue::tone(total_ms, Tone::Begin));
    track
}

/// What is heard with the question about the tighter side (fact 29). `wait_s` is 0 where it waits.
pub fn tighter_track(settle_ms: u32, wait_s: u8) -> Vec<TimedCue> {
    vec![TimedCue {
        at_ms: settle_ms,
        tone: None,
        say: Some(Spoken::AskTighter(wait_s)),
        status: Some(Status::AskTighter(u16::from(wait_s))),
    }]
}

fn get_ready(set: &SetStep, at_ms: u32, counts_down: bool) -> Status {
    let left_ms = set.lead_in_ms.saturating_sub(at_ms);
    let seconds = if counts_down {
        u16::try_from(left_ms / 1_000).unwrap_or(u16::MAX)
    } else {
        0
    };
    Status::GetReady(set.opening, set.exercise, set.side, seconds)
}

fn begin(exercise: Exercise) -> TimedCue {
    TimedCue {
        at_ms: 0,
        tone: None,
        say: Some(Spoken::Begin(exercise)),
        status: Some(Status::Started),
    }
}

/// The last seconds, each with its number where the voice is fast enough for it.
fn seconds_left(end_ms: u32, left: u8, tone: Tone, speech: SpeechMs) -> Option<TimedCue> {
    let say = Spoken::CountDown(left);
    Some(TimedCue {
        at_ms: end_ms.checked_sub(u32::from(left) * 1_000)?,
        tone: Some(tone),
        say: (speech.of(say) <= 1_000).then_some(say),
        status: None,
    })
}

fn count_down(track: &mut Vec<TimedCue>, end_ms: u32, speech: SpeechMs) {
    let seconds = (1..=3_u8).rev();
    track.extend(seconds.filter_map(|left| seconds_left(end_ms, left, Tone::CountIn, speech)));
}

fn reps_track(set: &SetStep, target: u8, speech: SpeechMs) -> Vec<TimedCue> {
    let pace_ms = set.pace.rep_ms(set.exercise);
    let mut track = vec![begin(set.exercise)];
    let mut begin_ends_ms = speech.of(Spoken::Begin(set.exercise)) + GAP_MS;
    if begin_ends_ms > u32::from(target) * pace_ms {
        // The set is over before the words are: the tone begins it.
        begin_ends_ms = 0;
        track[0].say = None;
    }
    track.extend(counted::reps(
        set.exercise,
        target,
        pace_ms,
        begin_ends_ms,
        speech,
    ));
    track.push(TimedCue::tone(u32::from(target) * pace_ms, Tone::SetDone));
    track
}

fn breaths_track(set: &SetStep, target: u8, pace: BreathPace, speech: SpeechMs) -> Vec<TimedCue> {
    let coaching: &[Coach] = match set.exercise {
        Exercise::QuadPull => &[Coach::EaseHeelIn, Coach::ThighRelaxed, Coach::NoForce],
        _ => &[Coach::SmallOfBack, Coach::FeetBack, Coach::KneesBent],
    };
    let mut track = Vec::new();
    for breath in 1..=target {
        let at_ms = u32::from(breath - 1) * pace.ms();
        let last = breath == target;
        let say = if last && breath > 1 {
            Spoken::LastBreathIn
        } else {
            Spoken::BreathIn(breath)
        };
        let fits = speech.is_screen_reader() || speech.of(say) + GAP_MS <= pace.in_ms;
        let say = if fits { say } else { Spoken::In };
        let status = match (breath, last) {
            (1, _) => Some(Status::Started),
            (_, true) => Some(Status::LastBreath),
            _ => None,
        };
        let tone = Some(Tone::BreathIn { ms: pace.in_ms });
        track.push(TimedCue {
            at_ms,
            tone,
            say: Some(say),
            status,
        });
        let coach = coaching.get(usize::from(breath - 1)).filter(|_| !last);
        // A slow voice has no time for the breath and its reminder: the tone tells the breath.
        let ways = coach.map(|coach| [Spoken::BreathOut(Some(*coach)), Spoken::Coach(*coach)]);
        let mut ways = ways.into_iter().flatten();
        let reminder = ways.find(|say| speech.of(*say) + GAP_MS <= pace.out_ms);
        track.push(TimedCue {
            at_ms: at_ms + pace.in_ms,
            tone: Some(Tone::BreathOut { ms: pace.out_ms }),
            say: Some(reminder.unwrap_or(Spoken::BreathOut(None))),
            status: None,
        });
    }
    track.push(TimedCue {
        at_ms: u32::from(target) * pace.ms(),
        tone: Some(Tone::SetDone),
        say: Some(Spoken::StretchDone(set.exercise)),
        status: Some(Status::Done),
    });
    track
}

fn hold_track(goal_s: u8, wiggle: bool, speech: SpeechMs) -> Vec<TimedCue> {
    let set_ms = u32::from(goal_s) * 1_000;
    let countdown_ms = set_ms.saturating_sub(5_000);
    let half_s = goal_s.div_ceil(2);
    let mut spoken: Vec<(u32, Spoken)> = Vec::new();
    let mut place = |at_ms: u32, say: Spoken, quiet_ms: u32| {
        let end = at_ms + speech.of(say) + GAP_MS;
        let free =
            |(at, other): &(u32, Spoken)| end <= *at || *at + speech.of(*other) + GAP_MS <= at_ms;
        if end + quiet_ms <= countdown_ms && spoken.iter().all(free) {
            spoken.push((at_ms, say));
        }
    };
    place(
        u32::from(half_s) * 1_000,
        Spoken::HoldHalfway(goal_s - half_s),
        0,
    );
    let rock_ms = rocks_from_ms(goal_s);
    if wiggle {
        place(rock_ms, Spoken::Coach(Coach::RockKnees), HOLD_QUIET_MS);
    }
    let coaching = [
        (8, Coach::BackFlat),
        (18, Coach::ShouldersDown),
        (45, Coach::KeepBreathing),
    ];
    for (second, coach) in coaching {
        place(second * 1_000, Spoken::Coach(coach), HOLD_QUIET_MS);
    }
    sort::by_key(&mut spoken, |(at_ms, _)| *at_ms);

    let mut track = vec![begin(Exercise::ImaginaryChair)];
    track.extend(spoken.into_iter().map(|(at_ms, say)| match say {
        Spoken::HoldHalfway(_) => TimedCue {
            at_ms,
            tone: Some(Tone::Halfway),
            say: Some(say),
            status: Some(Status::Halfway),
        },
        _ => TimedCue::say(at_ms, say),
    }));
    if goal_s > 20 {
        let at_ms = set_ms - 10_000;
        track.push(TimedCue::status(at_ms, Status::TenSecondsLeft));
    }
    let seconds = (1..=5_u8).rev();
    track.extend(
        seconds.filter_map(|left| seconds_left(set_ms, left, Tone::LastRep(6 - left), speech)),
    );
    track.push(TimedCue {
        at_ms: set_ms,
        tone: Some(Tone::SetDone),
        say: Some(Spoken::HoldDone),
        status: Some(Status::Time),
    });
    sort::by_key(&mut track, |cue| cue.at_ms);
    track
}

/// From which millisecond of a hold of this length the knees rock, when the variety is on (fact 44).
pub(crate) const fn rocks_from_ms(goal_s: u8) -> u32 {
    if goal_s >= 60 { ROCK_MS } else { 3_000 }
}

impl TimedCue {
    const fn say(at_ms: u32, say: Spoken) -> Self {
        Self {
            at_ms,
            tone: None,
            say: Some(say),
            status: None,
        }
    }

    const fn status(at_ms: u32, status: Status) -> Self {
        Self {
            at_ms,
            tone: None,
            say: None,
            status: Some(status),
        }
    }

    const fn tone(at_ms: u32, tone: Tone) -> Self {
        Self {
            at_ms,
            tone: Some(tone),
            say: None,
            status: None,
        }
    }
}
