//! Where a point of the page's clock lies on the clock of the audio hardware.
//!
//! The two run apart: each sound card has its own crystal, and a suspended context stands still.
//! So both clocks are looked at before each booking. A browser tells the pair that is *heard* at a
//! moment; where that pair is missing or nonsense, the audio clock's own reading has to do, which
//! moves in steps of one hardware buffer and is therefore at best right and else late.

use crate::domain::time::Instant;

/// Both clocks at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Milliseconds of the page's clock.
    pub page_ms: f64,
    /// Seconds of the audio clock.
    pub audio_s: f64,
}

impl Look {
    fn ahead_s(self) -> f64 {
        self.audio_s - self.page_ms / 1_000.0
    }
}

/// How far the audio clock is ahead of the page's clock, as last seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct AudioClock {
    ahead_s: Option<f64>,
}

/// Beyond this the clocks did not drift: one of them stood still or jumped.
const JUMP_S: f64 = 0.05;
/// The share of a small difference that one look corrects.
const TRUST: f64 = 0.5;
/// By how much the hardware may be behind what is computed now; Bluetooth takes up to 0.5 s.
const MAX_LATENCY_S: f64 = 1.0;
const MAX_DRIFT_A_LOOK_S: f64 = 0.001;

impl AudioClock {
    /// Takes in both clocks: `now` as they read, and, where the browser knows it, what was `heard`
    /// at some moment just past.
    pub fn look(&mut self, now: Look, heard: Option<Look>) {
        let heard = heard.filter(|heard| is_plausible(*heard, now));
        let seen_s = heard.unwrap_or(now).ahead_s();
        self.ahead_s = Some(match self.ahead_s {
            Some(known_s) if (seen_s - known_s).abs() < JUMP_S => {
                if heard.is_some() {
                    known_s + (seen_s - known_s) * TRUST
                } else {
                    seen_s.max(known_s - MAX_DRIFT_A_LOOK_S)
                }
            }
            _ => seen_s,
        });
    }

    /// Seconds on the audio clock at which a sound has to start to be heard at `at`; `None` before
    /// the first look.
    #[expect(clippy::cast_precision_loss, reason = "2^53 ms are 285,000 years")]
    pub fn seconds_at(&self, at: Instant) -> Option<f64> {
        let at_s = at.ms() as f64 / 1_000.0;
        self.ahead_s.map(|ahead_s| at_s + ahead_s)
    }
}

fn is_plausible(heard: Look, now: Look) -> bool {
    let age_s = (now.page_ms - heard.page_ms) / 1_000.0;
    let latency_s = now.ahead_s() - heard.ahead_s();
    heard.audio_s > 0.0
        && (-JUMP_S..=MAX_LATENCY_S).contains(&age_s)
        && (-JUMP_S..=MAX_LATENCY_S).contains(&latency_s)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(page_ms: f64, audio_s: f64) -> Look {
        Look { page_ms, audio_s }
    }

    fn assert_at(clock: AudioClock, page_ms: u64, audio_s: f64, within_s: f64) {
        let seen_s = clock
            .seconds_at(Instant::from_ms(page_ms))
            .expect("a look was taken");
        assert!(
            (seen_s - audio_s).abs() <= within_s,
            "{seen_s} is not {audio_s}"
        );
    }

    #[test]
    fn nothing_is_known_before_the_first_look() {
        assert_eq!(AudioClock::default().seconds_at(Instant::from_ms(5)), None);
    }

    #[test]
    fn what_is_heard_counts_and_not_what_is_computed() {
        let mut clock = AudioClock::default();
        clock.look(look(10_000.0, 2.2), Some(look(9_990.0, 1.99)));
        assert_at(clock, 11_000, 3.0, 1e-9);
    }

    #[test]
    fn a_timestamp_of_a_context_that_has_not_started_or_of_another_clock_is_not_believed() {
        for heard in [look(0.0, 0.0), look(1.7e12, 2.0), look(10_000.0, 200.0)] {
            let mut clock = AudioClock::default();
            clock.look(look(10_000.0, 2.0), Some(heard));
            assert_at(clock, 10_500, 2.5, 1e-9);
        }
    }

    #[test]
    fn the_steps_of_the_hardware_buffer_do_not_shake_the_beat() {
        let mut clock = AudioClock::default();
        for beat in 0..100_u32 {
            let page_ms = 1_000.0 + f64::from(beat) * 2_013.0;
            // A buffer of 20 ms: the reading is the last multiple of it.
            let audio_s = (page_ms / 20.0).floor() * 0.02;
            clock.look(look(page_ms, audio_s), None);
        }
        assert_at(clock, 300_000, 300.0, 0.02);
    }

    #[test]
    fn a_slow_crystal_is_followed() {
        let mut clock = AudioClock::default();
        for beat in 0..300_u32 {
            let page_ms = f64::from(beat) * 2_000.0;
            let audio_s = page_ms / 1_000.0 * (1.0 - 1e-4);
            clock.look(look(page_ms, audio_s), None);
        }
        assert_at(clock, 600_000, 600.0 * (1.0 - 1e-4), 0.002);
    }

    #[test]
    fn after_a_pause_of_the_context_the_old_offset_is_forgotten() {
        let mut clock = AudioClock::default();
        clock.look(look(10_000.0, 2.0), None);
        clock.look(look(70_000.0, 2.5), None);
        assert_at(clock, 71_000, 3.5, 1e-9);
    }
}
