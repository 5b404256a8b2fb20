//! The app's few tones and the notes that each is made of.
//!
//! The notes stand here and not beside the audio device, so that a test can read what is heard.

/// A sound with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// 3, 2, 1 before a set.
    CountIn,
    /// The set begins.
    Begin,
    /// A rep is done.
    Rep,
    /// One of the last five reps is done, 1 to 5: each sounds a semitone higher.
    LastRep(u8),
    /// Half of the set is done.
    Halfway,
    /// Breathe in for this long.
    BreathIn {
        /// Milliseconds of the in-breath.
        ms: u32,
    },
    /// Breathe out for this long.
    BreathOut {
        /// Milliseconds of the out-breath.
        ms: u32,
    },
    /// The set is done.
    SetDone,
    /// The other side comes next.
    Switch,
    /// The session pauses.
    Paused,
    /// The session carries on.
    Resumed,
    /// The whole session is done.
    SessionDone,
}

/// One sine note of a tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// Milliseconds from the start of the tone.
    pub start_ms: u32,
    /// Milliseconds for which it sounds, attack and fall included.
    pub length_ms: u32,
    /// Pitch at its start.
    pub from_hz: f32,
    /// Pitch at its end.
    pub to_hz: f32,
    /// Peak gain, 0 to [`Note::MAX_GAIN`].
    pub gain: f32,
}

impl Note {
    /// No note is louder than this share of full scale.
    pub const MAX_GAIN: f32 = 0.25;
    /// Milliseconds in which a note rises to its gain, so that it does not click.
    pub const ATTACK_MS: u32 = 10;

    /// Milliseconds in which it falls to silence again.
    pub const fn fall_ms(self) -> u32 {
        let half_ms = self.length_ms.saturating_sub(Self::ATTACK_MS) / 2;
        if half_ms < 60 { half_ms } else { 60 }
    }

    const fn steady(start_ms: u32, length_ms: u32, hz: f32) -> Self {
        Self {
            start_ms,
            length_ms,
            from_hz: hz,
            to_hz: hz,
            gain: Self::MAX_GAIN,
        }
    }

    /// A glide as quiet as a breath.
    const fn glide(length_ms: u32, from_hz: f32, to_hz: f32) -> Self {
        Self {
            start_ms: 0,
            length_ms,
            from_hz,
            to_hz,
            gain: 0.08,
        }
    }
}

const CLICK_MS: u32 = 35;
const REP_HZ: f32 = 440.0;
/// One to five semitones above [`REP_HZ`].
const LAST_REPS_HZ: [f32; 5] = [466.16, 493.88, 523.25, 554.37, 587.33];
const STEP_MS: u32 = 150;

impl Tone {
    /// The notes in the order in which they sound.
    pub fn notes(self) -> Vec<Note> {
        match self {
            Self::CountIn => vec![Note::steady(0, 90, 660.0)],
            Self::Begin => vec![Note::steady(0, 250, 990.0)],
            Self::Rep => vec![Note::steady(0, CLICK_MS, REP_HZ)],
            Self::LastRep(number) => vec![Note::steady(0, CLICK_MS, last_rep_hz(number))],
            Self::Halfway => melody(120, &[660.0, 880.0]),
            Self::BreathIn { ms } => vec![Note::glide(ms, 220.0, 330.0)],
            Self::BreathOut { ms } => vec![Note::glide(ms, 330.0, 220.0)],
            Self::SetDone => melody(STEP_MS, &[880.0, 660.0]),
            Self::Switch => melody(STEP_MS, &[523.0, 659.0, 784.0]),
            Self::Paused => vec![Note::steady(0, 200, 330.0)],
            Self::Resumed => vec![Note::steady(0, 200, 440.0)],
            Self::SessionDone => melody(200, &[523.0, 659.0, 784.0, 1047.0]),
        }
    }
}

fn last_rep_hz(number: u8) -> f32 {
    let index = usize::from(number.saturating_sub(1));
    LAST_REPS_HZ.get(index).copied().unwrap_or(REP_HZ)
}

fn melody(step_ms: u32, pitches_hz: &[f32]) -> Vec<Note> {
    let starts = (0..).step_by(step_ms as usize);
    let notes = starts.zip(pitches_hz);
    notes
        .map(|(start_ms, hz)| Note::steady(start_ms, step_ms, *hz))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Tone; 12] = [
        Tone::CountIn,
        Tone::Begin,
        Tone::Rep,
        Tone::LastRep(5),
        Tone::Halfway,
        Tone::BreathIn { ms: 4_000 },
        Tone::BreathOut { ms: 5_000 },
        Tone::SetDone,
        Tone::Switch,
        Tone::Paused,
        Tone::Resumed,
        Tone::SessionDone,
    ];

    #[test]
    fn every_note_has_time_to_rise_and_is_never_too_loud() {
        for tone in ALL {
            let notes = tone.notes();
            assert!(!notes.is_empty(), "{tone:?} is silent");
            for note in notes {
                assert!(note.length_ms > 2 * Note::ATTACK_MS, "{tone:?}");
                assert!(note.gain > 0.0 && note.gain <= Note::MAX_GAIN, "{tone:?}");
            }
        }
    }

    #[test]
    fn the_notes_of_a_tone_follow_one_another_without_overlap() {
        for tone in ALL {
            for pair in tone.notes().windows(2) {
                assert_eq!(pair[0].start_ms + pair[0].length_ms, pair[1].start_ms);
            }
        }
    }

    #[test]
    fn the_last_five_reps_rise_by_a_semitone_each() {
        let mut before_hz = f64::from(Tone::Rep.notes()[0].from_hz);
        for number in 1..=5 {
            let hz = f64::from(Tone::LastRep(number).notes()[0].from_hz);
            let semitones = 12.0 * (hz / before_hz).log2();
            assert!((semitones - 1.0).abs() < 0.001, "{number}: {semitones}");
            before_hz = hz;
        }
    }

    #[test]
    fn a_breath_glides_up_for_as_long_as_it_is_taken_and_down_again() {
        let [note_in] = Tone::BreathIn { ms: 4_000 }.notes()[..] else {
            panic!("one glide");
        };
        assert_eq!(
            (note_in.length_ms, note_in.from_hz, note_in.to_hz),
            (4_000, 220.0, 330.0)
        );
        let [note_out] = Tone::BreathOut { ms: 5_000 }.notes()[..] else {
            panic!("one glide");
        };
        assert_eq!(
            (note_out.length_ms, note_out.from_hz, note_out.to_hz),
            (5_000, 330.0, 220.0)
        );
    }
}
