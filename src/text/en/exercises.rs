//! The six exercises in words: what each does, how to do it, what to mind.

use crate::domain::routine::dose::Dose;
use crate::domain::routine::{Exercise, Kind, Side};
use crate::text::Line::{self, ByInch, Same};

/// What is written about one exercise.
#[derive(Debug)]
pub struct Words {
    /// Its name.
    pub name: &'static str,
    /// What it does (facts 11, 22, 30, 38, 47, 55).
    pub does: &'static str,
    /// How to do it, one action a step.
    pub steps: &'static [Line],
    /// What to mind.
    pub caution: &'static str,
    /// How to vary it (fact 44).
    pub variety: Option<Line>,
    /// What is asked once both sides are done (fact 29).
    pub after: Option<&'static str>,
}

/// The words of this exercise.
pub const fn words(exercise: Exercise) -> &'static Words {
    match exercise {
        Exercise::QuadSway => &QUAD_SWAY,
        Exercise::QuadPull => &QUAD_PULL,
        Exercise::KneeBounces => &KNEE_BOUNCES,
        Exercise::ImaginaryChair => &IMAGINARY_CHAIR,
        Exercise::BunLift => &BUN_LIFT,
        Exercise::HamstringReach => &HAMSTRING_REACH,
    }
}

/// The name of this exercise.
pub const fn name(exercise: Exercise) -> &'static str {
    words(exercise).name
}

/// What an exercise does to a muscle, as a tag (fact 4).
pub const fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Strengthen => "Strengthen",
        Kind::Stretch => "Stretch",
    }
}

/// How much: "25 each side", "5 breaths", "up to 1 minute".
pub fn amount(exercise: Exercise, dose: Dose) -> String {
    let mut words = String::new();
    match dose {
        Dose::Hold(seconds) if seconds.get() == 60 => words.push_str("up to 1 minute"),
        Dose::Hold(seconds) => {
            words.push_str("up to ");
            words.push_str(&seconds.get().to_string());
            words.push_str(" seconds");
        }
        Dose::Reps(reps) => words.push_str(&reps.get().to_string()),
        Dose::Breaths(breaths) => {
            words.push_str(&breaths.get().to_string());
            words.push_str(if breaths.get() == 1 {
                " breath"
            } else {
                " breaths"
            });
        }
    }
    match (exercise.sides(), dose) {
        ([_, _], _) => words.push_str(" each side"),
        (_, Dose::Reps(reps)) if reps.get() == 1 => words.push_str(" time"),
        (_, Dose::Reps(_)) => words.push_str(" times"),
        _ => {}
    }
    words
}

/// A step with the person's own number in the place of the source's.
pub fn own_step(step: &str, dose: Dose) -> String {
    match dose {
        Dose::Reps(reps) => step.replace("25", &reps.get().to_string()),
        Dose::Hold(seconds) if seconds.get() < 60 => {
            let own = [&seconds.get().to_string(), " seconds"].concat();
            step.replace("1 minute", &own)
        }
        _ => step.to_owned(),
    }
}

/// What is counted in a set, for "of 25 sways".
pub const fn unit(exercise: Exercise, number: u8) -> &'static str {
    let one = number == 1;
    match exercise {
        Exercise::QuadSway if one => "sway",
        Exercise::QuadSway => "sways",
        Exercise::KneeBounces if one => "bounce",
        Exercise::KneeBounces => "bounces",
        Exercise::BunLift if one => "lift",
        Exercise::BunLift => "lifts",
        Exercise::QuadPull | Exercise::HamstringReach if one => "breath",
        Exercise::QuadPull | Exercise::HamstringReach => "breaths",
        Exercise::ImaginaryChair if one => "second",
        Exercise::ImaginaryChair => "seconds",
    }
}

/// The leg that works: "Right leg".
pub const fn leg(side: Side) -> &'static str {
    match side {
        Side::Right => "Right leg",
        Side::Left => "Left leg",
        Side::Both => "Both legs",
    }
}

/// The leg that works in a set: of Quad Pull also the tighter one, where only the person knows it.
pub const fn working(exercise: Exercise, side: Side) -> &'static str {
    match (exercise, side) {
        (Exercise::QuadPull, Side::Both) => "Tighter side",
        _ => leg(side),
    }
}

/// The letter in the side badge; both legs have none.
pub const fn letter(side: Side) -> Option<&'static str> {
    match side {
        Side::Right => Some("R"),
        Side::Left => Some("L"),
        Side::Both => None,
    }
}

/// What has to be at hand for this exercise (facts 12, 23, 39).
pub const fn needs(exercise: Exercise) -> &'static str {
    match exercise {
        Exercise::QuadSway | Exercise::QuadPull => "You need: a sturdy chair",
        Exercise::ImaginaryChair => "You need: a sturdy wall",
        Exercise::KneeBounces | Exercise::BunLift | Exercise::HamstringReach => "You need: mat",
    }
}

/// Facts 11 to 21. The box is ours.
static QUAD_SWAY: Words = Words {
    name: "Quad Sway",
    does: "Makes the muscles around your knees stronger and more even.",
    steps: &[
        Same("Stand tall next to a sturdy chair."),
        Same("Palms together, thumbs touching your chest."),
        Same("Grow tall from heels to head, as if a string lifts you."),
        Same("Lift your right knee as far as is comfortable, no higher than your hip."),
        Same(
            "Keep the knee still and let the lower leg swing right and left, \
             like the pendulum of a clock. Tummy and chest lifted.",
        ),
        Same("Up to 25 times; stop sooner if you need to. Then your left leg."),
    ],
    caution: "Hold the chair if you wobble. You may hold it the whole time, and put your foot \
              down for a moment whenever you need.",
    variety: None,
    after: None,
};

/// Facts 22 to 29.
static QUAD_PULL: Words = Words {
    name: "Quad Pull",
    does: "Stretches and lengthens the front of your thighs (quadriceps).",
    steps: &[
        Same("Stand next to a sturdy chair with your left hand on it."),
        Same("Bring your right heel up behind you and hold it in your right hand."),
        Same("Ease the heel toward your bottom."),
        Same("Stay there for 5 deep breaths in."),
        Same("Turn around and do the left side."),
    ],
    caution: "Let your thigh relax. Never force it.",
    variety: None,
    after: Some("Was one side tighter? Do that side again."),
};

/// Facts 30 to 37.
static KNEE_BOUNCES: Words = Words {
    name: "Knee Bounces",
    does: "Works your whole body, most of all the front of your thighs (quadriceps).",
    steps: &[
        Same("Get on your hands and knees: hands under your shoulders, knees under your hips."),
        Same("Tuck your toes under. Bend your elbows a little."),
        Same("Head, back and tailbone in one straight line."),
        ByInch([
            "Lift your knees 1 inch (2.5cm).",
            "Lift your knees 1 inch.",
            "Lift your knees 2.5cm.",
        ]),
        ByInch([
            "Bounce them down to a light touch and up 1 inch, up to 25 times.",
            "Bounce them down to a light touch and up 1 inch, up to 25 times.",
            "Bounce them down to a light touch and up 2.5cm, up to 25 times.",
        ]),
    ],
    caution: "Move as lightly as on thin glass. Float, never thump.",
    variety: None,
    after: None,
};

/// Facts 38 to 46. Breathing, and going only as low as is comfortable, are ours (decision 5).
static IMAGINARY_CHAIR: Words = Words {
    name: "Imaginary Chair",
    does: "Makes the front of your thighs (quadriceps) stronger.",
    steps: &[
        Same("Back against a sturdy wall."),
        ByInch([
            "Step your feet forward little by little. Let your back slide a few inches down, \
             until your legs make right angles.",
            "Step your feet forward little by little. Let your back slide a few inches down, \
             until your legs make right angles.",
            "Step your feet forward little by little. Let your back slide 5 to 10cm down, \
             until your legs make right angles.",
        ]),
        Same("Heels directly under your knees."),
        Same("Palms together in front of your chest."),
        Same("Stay for up to 1 minute."),
    ],
    caution: "Keep your back flat against the wall and your shoulders down. Keep breathing. \
              Only go as low as feels comfortable.",
    variety: Some(ByInch([
        "Rock both knees an inch right and left.",
        "Rock both knees an inch right and left.",
        "Rock both knees 2.5cm right and left.",
    ])),
    after: None,
};

/// Facts 47 to 54. The box is ours: it repeats fact 5.
static BUN_LIFT: Words = Words {
    name: "Bun Lift",
    does: "Strengthens and tones the back of your thighs (hamstrings) and your bottom (glutes).",
    steps: &[
        Same("Lie on your back, knees up, feet flat."),
        Same("Cross your hands on your chest."),
        Same("Raise your tailbone as high as it goes."),
        ByInch([
            "Come down 1 inch. From now on that is your top.",
            "Come down 1 inch. From now on that is your top.",
            "Come down 2.5cm. From now on that is your top.",
        ]),
        Same("Tap the mat with your bottom and go back up to your top."),
        Same("Curl your tailbone under and squeeze, every time. 25 times."),
    ],
    caution: "If it hurts, stop.",
    variety: None,
    after: None,
};

/// Facts 55 to 60.
static HAMSTRING_REACH: Words = Words {
    name: "Hamstring Reach",
    does: "Stretches your hamstrings, behind the knees.",
    steps: &[
        Same("Sit on the floor with your legs straight out."),
        Same("Knees a little bent."),
        Same("Pull your feet back and keep the soles flat."),
        Same("Reach gently toward your toes."),
        Same("Think of moving the small of your back toward your knees."),
        Same("Stay there for 5 deep breaths in."),
    ],
    caution: "How far you reach does not matter.",
    variety: None,
    after: None,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::routine::dose::{Reps, Seconds};

    #[test]
    fn amounts_of_the_source() {
        let of_source = |e| amount(e, Dose::of_source(e));
        assert_eq!(of_source(Exercise::QuadSway), "25 each side");
        assert_eq!(of_source(Exercise::QuadPull), "5 breaths each side");
        assert_eq!(of_source(Exercise::KneeBounces), "25 times");
        assert_eq!(of_source(Exercise::ImaginaryChair), "up to 1 minute");
        assert_eq!(of_source(Exercise::HamstringReach), "5 breaths");
    }

    #[test]
    fn amounts_of_a_smaller_dose() {
        assert_eq!(amount(Exercise::BunLift, Dose::Reps(Reps::MIN)), "1 time");
        assert_eq!(
            amount(Exercise::ImaginaryChair, Dose::Hold(Seconds::MIN)),
            "up to 10 seconds"
        );
    }
}
