//! Each of the 60 facts of the source is taught in a named place, in our own words. The key words
//! are what the fact cannot be told without; a sentence may change as long as it keeps them.

use std::borrow::Cow;

use spry_knees::domain::record::settings::{Inch, Settings};
use spry_knees::domain::routine::dose::Dose;
use spry_knees::domain::routine::{Exercise, Fact, Kind, Side};
use spry_knees::text::article::Section;
use spry_knees::text::facts::{Place, where_taught};
use spry_knees::text::{about, exercises, help, install, safety, stop};

/// The number of the fact and words that must stand, in any order, in its places taken together.
const KEY_WORDS: [(u8, &[&str]); 60] = [
    (1, &["wear with age", "millions", "not alone"]),
    (2, &["move", "balance"]),
    (
        3,
        &[
            "muscles",
            "out of balance",
            "stand and move differently",
            "make up for it",
        ],
    ),
    (
        4,
        &[
            "do both kinds",
            "stretches",
            "lengthen",
            "strength",
            "build",
        ],
    ),
    (
        5,
        &[
            "do not",
            "through pain",
            "not go away by themselves",
            "tens",
        ],
    ),
    (6, &["best remedy", "if nothing", "torn or damaged"]),
    (7, &["move freely", "without tension", "energy"]),
    (8, &["twice a week", "three rest days"]),
    (9, &["ask your doctor before", "new kind of exercise"]),
    (10, &["in this order", "1 to 6"]),
    (11, &["muscles around your knees", "stronger", "more even"]),
    (
        12,
        &["next to a sturdy chair", "there to hold if you wobble"],
    ),
    (13, &["stand tall", "palms together"]),
    (
        14,
        &["thumbs touching your chest", "thumbs against your chest"],
    ),
    (
        15,
        &[
            "grow tall from heels to head",
            "string lifts you",
            "string lifts your head",
        ],
    ),
    (16, &["lift your right knee", "as far as is comfortable"]),
    (
        17,
        &[
            "right knee, no higher than your hip",
            "comfortable, no higher than your hip",
        ],
    ),
    (
        18,
        &[
            "keep the knee still",
            "lower leg swing right and left",
            "pendulum of a clock",
            "only the lower leg swings",
        ],
    ),
    (19, &["tummy and chest lifted"]),
    (
        20,
        &[
            "up to 25 times",
            "up to 25 swings",
            "stop sooner if you need to",
        ],
    ),
    (21, &["then your left leg", "lift your left knee"]),
    (
        22,
        &[
            "stretches and lengthens",
            "front of your thighs (quadriceps)",
        ],
    ),
    (
        23,
        &[
            "next to a sturdy chair",
            "left hand on it",
            "left hand on the chair",
        ],
    ),
    (24, &["right heel up behind you", "in your right hand"]),
    (
        25,
        &[
            "ease the heel toward your bottom",
            "ease your heel toward your bottom",
        ],
    ),
    (
        26,
        &["stay there", "5 deep breaths in", "five deep breaths in"],
    ),
    (
        27,
        &["turn around", "left side", "right hand is on the chair"],
    ),
    (
        28,
        &["let your thigh relax", "never force it", "don’t force it"],
    ),
    (
        29,
        &["one side tighter", "do that side again", "uneven muscles"],
    ),
    (30, &["whole body", "most of all the front of your thighs"]),
    (
        31,
        &[
            "hands and knees",
            "hands under your shoulders",
            "knees under your hips",
        ],
    ),
    (32, &["bend your elbows a little", "elbows a little bent"]),
    (33, &["head, back and tailbone in one straight line"]),
    (34, &["lift your knees 1 inch", "lift your knees one inch"]),
    (
        35,
        &[
            "up 1 inch",
            "up to 25 times",
            "up to 25 bounces",
            "stop sooner",
        ],
    ),
    (36, &["lightly", "light. float, never thump"]),
    (37, &["on thin glass", "as if on thin glass"]),
    (38, &["front of your thighs (quadriceps) stronger"]),
    (
        39,
        &["back against a sturdy wall", "your back against the wall"],
    ),
    (
        40,
        &[
            "feet forward little by little",
            "slide a few inches down",
            "a little at a time",
        ],
    ),
    (
        41,
        &[
            "right angles",
            "heels directly under your knees",
            "heels under your knees",
        ],
    ),
    (42, &["palms together in front of your chest"]),
    (
        43,
        &["up to 1 minute", "up to one minute", "come up sooner"],
    ),
    (44, &["both knees an inch right and left"]),
    (45, &["your back flat against the wall"]),
    (46, &["your shoulders down", "shoulders down. keep"]),
    (
        47,
        &[
            "back of your thighs (hamstrings)",
            "bottom (glutes)",
            "tones",
        ],
    ),
    (48, &["on your back", "knees up", "feet flat"]),
    (
        49,
        &[
            "cross your hands on your chest",
            "hands crossed on your chest",
        ],
    ),
    (50, &["raise your tailbone as high as it goes"]),
    (
        51,
        &[
            "come down 1 inch",
            "from now on that is your top",
            "come down one inch",
        ],
    ),
    (
        52,
        &[
            "tap the mat with your bottom",
            "back up",
            "tap the mat, and up",
        ],
    ),
    (
        53,
        &[
            "curl your tailbone under and squeeze, every time",
            "curl and squeeze, every time",
        ],
    ),
    (54, &["25 times", "25 lifts", "stop sooner"]),
    (55, &["stretches your hamstrings", "behind the knees"]),
    (56, &["sit on the floor", "legs straight out"]),
    (
        57,
        &["knees a little bent", "reach gently toward your toes"],
    ),
    (
        58,
        &[
            "small of your back toward your knees",
            "small of your back moves toward your knees",
            "how far you reach does not matter",
        ],
    ),
    (59, &["pull your feet back", "flat", "feet pulled back"]),
    (
        60,
        &["stay there", "5 deep breaths in", "five deep breaths in"],
    ),
];

#[test]
fn every_fact_is_taught_in_a_place_that_exists() {
    for fact in Fact::all() {
        let places = where_taught(fact);
        assert!(!places.is_empty(), "fact {} is taught nowhere", fact.0);
        for place in places {
            assert!(
                place.words().is_some(),
                "fact {}: {place:?} does not exist",
                fact.0
            );
        }
    }
}

#[test]
fn every_fact_has_its_key_words() {
    for (fact, (number, key_words)) in Fact::all().zip(KEY_WORDS) {
        assert_eq!(fact, Fact(number));
        let words: Vec<_> = where_taught(fact)
            .iter()
            .filter_map(|p| p.words())
            .collect();
        let words = words.join(" ").to_lowercase();
        for key in key_words {
            assert!(
                words.contains(key),
                "fact {number}: no “{key}” in “{words}”"
            );
        }
    }
}

/// Otherwise a fact could point to the words of another exercise and still pass.
#[test]
fn a_fact_of_an_exercise_is_taught_by_that_exercise() {
    for exercise in Exercise::ALL {
        for fact in exercise.facts().map(Fact) {
            let own = where_taught(fact).iter().any(|place| match *place {
                Place::Does(e)
                | Place::Step(e, _)
                | Place::Caution(e)
                | Place::Variety(e)
                | Place::After(e) => e == exercise,
                Place::Page(..) | Place::Player(_) | Place::Heard(_) => false,
            });
            assert!(own, "fact {} is not on the page of {exercise:?}", fact.0);
        }
    }
}

#[test]
fn the_data_says_what_the_words_say() {
    for exercise in Exercise::ALL {
        let words = exercises::words(exercise);
        let stretches = words.does.contains("tretches");
        assert_eq!(exercise.kind() == Kind::Stretch, stretches, "{exercise:?}");
        let steps: String = words.steps.iter().map(|s| s.get(Inch::Both)).collect();
        let number = match Dose::of_source(exercise) {
            Dose::Hold(_) => "1 minute".to_owned(),
            dose => dose.number().to_string(),
        };
        assert!(
            steps.contains(&number),
            "{exercise:?} does not name its dose"
        );
        let left = steps.contains("left leg") || steps.contains("left side");
        assert_eq!(
            exercise.sides() == [Side::Right, Side::Left],
            left,
            "{exercise:?}"
        );
    }
    assert_eq!(Settings::default().exercises(), Exercise::ALL, "fact 10");
}

#[test]
fn a_reader_of_centimetres_meets_no_inch() {
    for exercise in Exercise::ALL {
        let words = exercises::words(exercise);
        for line in words.steps.iter().chain(&words.variety) {
            let metric = line.get(Inch::Centimetres);
            assert!(!metric.contains("inch"), "{metric}");
            assert!(!line.get(Inch::Inches).contains("cm"), "{line:?}");
        }
    }
}

/// Ours, for a reading age of 9 to 11.
#[test]
fn no_sentence_is_longer_than_20_words() {
    for words in read_words() {
        for sentence in words.split_inclusive(['.', '?', '!', ':']) {
            let count = sentence.split_whitespace().count();
            assert!(count <= 20, "{count} words: {sentence}");
        }
    }
}

#[test]
fn the_trainer_is_named_and_endorses_nothing() {
    assert!(about::BY.contains("Joel Harper"));
    assert!(about::OWN_WORDS.contains("not involved in this app"));
}

fn read_words() -> Vec<Cow<'static, str>> {
    let mut all = Vec::new();
    for exercise in Exercise::ALL {
        let words = exercises::words(exercise);
        all.extend([words.name, words.does, words.caution]);
        all.extend(words.after);
        for line in words.steps.iter().chain(&words.variety) {
            all.extend(Inch::ALL.iter().map(|inch| line.get(*inch)));
        }
    }
    let sections = [about::SECTIONS, help::SECTIONS, install::TIPS];
    all.extend(sections.into_iter().flatten().flat_map(Section::lines));
    all.extend([safety::CHECK_FIRST_WHY, safety::FLOOR_WHY]);
    all.extend(safety::SET_UP_LIST.iter().chain(safety::NO_SOUND_LIST));
    all.extend([stop::REST_FIRST, stop::ONLY_IF_GONE, stop::STARTS_AS_SKIP]);
    all.extend(stop::CALL_NOW_LIST.iter().chain(stop::HELP_TODAY_LIST));
    all.extend(stop::ASK_DOCTOR_LIST);
    all.extend([safety::DAMAGE_WHY, safety::DOCTOR_WHY, safety::OR_TENSION]);
    let facts = Fact::all().flat_map(where_taught);
    let written = facts.filter_map(|place| place.words());
    all.into_iter().map(Cow::from).chain(written).collect()
}
