//! Each of the 60 facts of the source is taught in a named place, in our own words. The key words
//! are what the fact cannot be told without; a sentence may change as long as it keeps them.

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
    (5, &["do not", "through pain", "not get better", "tens"]),
    (6, &["only where nothing", "damaged or torn"]),
    (7, &["work fully", "free of tension", "energy"]),
    (8, &["twice a week", "three days in between"]),
    (
        9,
        &[
            "always check with your doctor before",
            "new exercise routine",
        ],
    ),
    (10, &["in this order", "1 to 6"]),
    (11, &["muscles round your knees", "stronger", "more even"]),
    (12, &["beside a sturdy chair", "hold the chair if"]),
    (13, &["stand tall", "palms together"]),
    (14, &["thumbs touching your chest"]),
    (15, &["grow long from heels to crown", "thread drew you up"]),
    (16, &["raise your right knee", "as far as is comfortable"]),
    (17, &["hip height is the most"]),
    (
        18,
        &[
            "hold the knee where it is",
            "lower leg swing right and left",
            "weight of a clock",
        ],
    ),
    (19, &["belly in", "chest high"]),
    (20, &["25 times", "as many as you can"]),
    (21, &["then your left leg"]),
    (
        22,
        &[
            "stretches and lengthens",
            "front of your thighs (quadriceps)",
        ],
    ),
    (23, &["beside a sturdy chair", "left hand on it"]),
    (24, &["right heel up behind you", "in your right hand"]),
    (25, &["ease the heel towards your bottom"]),
    (26, &["stay there", "5 deep breaths in"]),
    (27, &["turn round", "left side"]),
    (28, &["let the muscle loosen", "never pull hard"]),
    (
        29,
        &["one side tighter", "do that side again", "uneven muscles"],
    ),
    (30, &["whole body", "most of all the front of your thighs"]),
    (
        31,
        &[
            "hands and knees",
            "hands below shoulders",
            "knees below hips",
        ],
    ),
    (32, &["soften your elbows"]),
    (33, &["head, back and tailbone in one line"]),
    (34, &["raise your knees 1 inch"]),
    (
        35,
        &["bounce", "up 1 inch", "25 times or as many as you can"],
    ),
    (36, &["lightly", "no thumping"]),
    (37, &["thin glass"]),
    (38, &["front of your thighs (quadriceps) stronger"]),
    (39, &["back to a sturdy wall"]),
    (
        40,
        &["feet forward little by little", "glide a few inches down"],
    ),
    (41, &["right angles", "heels directly below your knees"]),
    (42, &["palms together before your chest"]),
    (43, &["up to 1 minute"]),
    (44, &["both knees an inch right and left"]),
    (45, &["flatten your back into the wall"]),
    (46, &["let your shoulders drop"]),
    (
        47,
        &[
            "back of your thighs (hamstrings)",
            "bottom (glutes)",
            "tones",
        ],
    ),
    (48, &["on your back", "knees up", "feet flat"]),
    (49, &["fold your hands over your chest"]),
    (50, &["raise your tailbone as high as it goes"]),
    (51, &["come down 1 inch", "from now on that is your top"]),
    (52, &["touch the mat with your bottom", "back up"]),
    (53, &["curl your tailbone under and squeeze, every time"]),
    (54, &["25 times"]),
    (55, &["stretches your hamstrings", "behind the knees"]),
    (56, &["sit on the floor", "legs out straight"]),
    (57, &["knees a touch soft", "gently towards your toes"]),
    (
        58,
        &[
            "lower back towards your knees",
            "how far your hands get does not matter",
        ],
    ),
    (59, &["draw your feet back", "flat"]),
    (60, &["stay there", "5 deep breaths in"]),
];

#[test]
fn every_fact_is_taught_in_a_place_that_exists() {
    for fact in Fact::all() {
        let places = where_taught(fact);
        assert!(!places.is_empty(), "fact {} is taught nowhere", fact.0);
        for place in places {
            let spoken_or_shown = matches!(place, Place::Cue(_) | Place::Pose(_));
            assert!(
                place.words().is_some() || spoken_or_shown,
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
        let words: Vec<&str> = where_taught(fact)
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
                Place::Page(..) | Place::Player(_) | Place::Cue(_) | Place::Pose(_) => false,
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
    assert!(about::OWN_WORDS.contains("no part in this app"));
}

fn read_words() -> Vec<&'static str> {
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
    let facts = Fact::all().flat_map(where_taught);
    all.extend(facts.filter_map(|place| place.words()));
    all.extend([
        safety::CHECK_FIRST_WHY,
        safety::FLOOR_WHY,
        safety::PUT_THE_PHONE,
    ]);
    all.extend(safety::SET_UP_LIST.iter().chain(safety::NO_SOUND_LIST));
    all.extend([stop::TALK_TO_DOCTOR, stop::GET_HELP_HOW]);
    all
}
