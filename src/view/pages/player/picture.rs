//! The figure in time with the session: it reaches its beat as the number changes (decision 15).

use leptos::prelude::*;

use crate::browser::dates;
use crate::domain::figure::{Motion, Picture, beat_at, telling};
use crate::domain::guide::session::{Controls, Movement, Screen, Stage};
use crate::domain::record::settings::Inch;
use crate::domain::routine::Exercise;
use crate::domain::time::Instant;
use crate::view::figure::MovingFigure;
use crate::view::store::Store;

/// One cycle of the knees' rocking (fact 44).
const ROCKING_MS: u32 = 2_400;

/// The figure of the set that runs or comes next.
#[component]
pub fn PlayerPicture(
    /// The app.
    store: Store,
    /// The moment that is shown.
    screen: Memo<Screen>,
) -> AnyView {
    let set = Memo::new(move |_| {
        let screen = screen.get();
        (screen.step.exercise, screen.step.side, screen.step.one_hand)
    });
    let person = store.watch(|app| {
        (
            app.settings.build,
            dates::inch(app.settings.inch) == Inch::Centimetres,
        )
    });
    let picture = Signal::derive(move || Picture {
        build: person.get().0,
        centimeters: person.get().1,
        one_hand: set.get().2,
        ..Picture::new(set.get().0, set.get().1)
    });
    // Counted by hand, nobody knows when the next rep comes: the pose stands there with its arrows.
    let by_hand = Memo::new(move |_| screen.get().controls == Controls::ByHand);
    let running = Memo::new(move |_| match screen.get().stage {
        Stage::LeadIn(_) => true,
        Stage::Working => !by_hand.get(),
        _ => false,
    });
    let movement = store.watch(|app| app.settings.motion);
    let motion = move |now_ms: f64| {
        // A picture that stands still is drawn again when the number changes.
        screen.track();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates"
        )]
        let now = Instant::from_ms(now_ms as u64);
        let (exercise, ..) = set.get_untracked();
        if by_hand.get_untracked() {
            return Motion::Still(telling(exercise));
        }
        let movement = store.read(|app| {
            let live = app.live.as_ref();
            live.map_or(Movement::Still, |live| live.session.movement(now))
        });
        motion_of(exercise, movement)
    };
    view! { <MovingFigure picture motion running movement /> }.into_any()
}

fn motion_of(exercise: Exercise, movement: Movement) -> Motion {
    match movement {
        Movement::Still => Motion::LeadIn(1.0),
        Movement::LeadIn { share } => Motion::LeadIn(share),
        Movement::Reps { reps } => Motion::Rep(phase_of(reps, beat_at(exercise))),
        Movement::Breath {
            phase,
            inhale_share,
        } => Motion::Breath {
            phase,
            inhale_share,
        },
        Movement::Hold { rocking_ms } => Motion::Hold(rocking_ms.map(|ms| {
            #[expect(clippy::cast_precision_loss, reason = "at most 2,400")]
            let phase = (ms % ROCKING_MS) as f32 / ROCKING_MS as f32;
            phase
        })),
    }
}

/// Where the figure is in its cycle after `reps` reps. With its beat inside the cycle the start pose
/// is held until the rest of the cycle brings it to its beat in time.
fn phase_of(reps: f32, beat: f32) -> f32 {
    let held = if beat > 0.0 { 1.0 - beat } else { 0.0 };
    let since = reps - held;
    if since < 0.0 { 0.0 } else { since.fract() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beat_falls_on_whole_reps() {
        for exercise in Exercise::ALL {
            let beat = beat_at(exercise);
            for reps in [1.0_f32, 2.0, 25.0] {
                let off = (phase_of(reps, beat) - beat).abs();
                assert!(
                    off < 1e-4 || (off - 1.0).abs() < 1e-4,
                    "{exercise:?} {reps}: {off}"
                );
            }
        }
    }
}
