use super::*;
use proptest::prelude::*;

fn voice(name: &str, lang: &str) -> VoiceInfo {
    VoiceInfo {
        name: name.into(),
        lang: lang.into(),
        local: true,
        default: false,
    }
}

fn chosen<'a>(voices: &'a [VoiceInfo], wanted: Option<&str>, lang: &str) -> Option<&'a str> {
    choose(voices, wanted, lang).map(|index| voices[index].name.as_str())
}

#[test]
fn the_full_tag_wins_over_the_language() {
    let voices = [voice("Samantha", "en-US"), voice("Daniel", "en-GB")];
    assert_eq!(chosen(&voices, None, "en-GB"), Some("Daniel"));
    assert_eq!(chosen(&voices, None, "en-US"), Some("Samantha"));
    assert_eq!(chosen(&voices, None, "en-AU"), Some("Samantha"));
}

#[test]
fn an_underscore_in_a_tag_is_as_good_as_a_hyphen() {
    let voices = [voice("US", "en_US"), voice("UK", "en_GB")];
    assert_eq!(chosen(&voices, None, "en-gb"), Some("UK"));
}

#[test]
fn among_equals_the_devices_own_choice_wins_and_else_the_first() {
    let mut voices = [voice("Kate", "en-GB"), voice("Daniel", "en-GB")];
    assert_eq!(chosen(&voices, None, "en-GB"), Some("Kate"));
    voices[1].default = true;
    assert_eq!(chosen(&voices, None, "en-GB"), Some("Daniel"));
}

#[test]
fn a_voice_of_the_network_of_another_language_or_for_fun_is_not_offered() {
    let mut online = voice("Google UK English Female", "en-GB");
    online.local = false;
    let voices = [
        online,
        voice("Anna", "de-DE"),
        voice("Bells", "en-US"),
        voice("Organ (English (United States))", "en-US"),
    ];
    assert_eq!(chosen(&voices, None, "en-GB"), None);
    assert_eq!(
        chosen(&voices, Some("Google UK English Female"), "en-GB"),
        None
    );
}

#[test]
fn a_name_that_only_begins_like_a_novelty_is_offered() {
    assert!(voice("Organa", "en-GB").is_offered());
}

#[test]
fn a_robotic_voice_speaks_only_where_there_is_no_other() {
    let robot = voice("Eddy (English (UK))", "en-GB");
    let voices = [robot.clone(), voice("Daniel", "en-GB")];
    assert_eq!(chosen(&voices, None, "en-GB"), Some("Daniel"));
    assert!(chosen(&[robot], None, "en-GB").is_some());
}

#[test]
fn the_wanted_voice_is_taken_and_a_lost_one_is_replaced() {
    let voices = [voice("Daniel", "en-GB"), voice("Samantha", "en-US")];
    assert_eq!(chosen(&voices, Some("Samantha"), "en-GB"), Some("Samantha"));
    assert_eq!(chosen(&voices, Some("Moira"), "en-GB"), Some("Daniel"));
}

#[test]
fn someone_elses_english_is_kept_and_other_languages_hear_british() {
    assert_eq!(english_tag(Some("en-AU")), "en-AU");
    assert_eq!(english_tag(Some("de-DE")), "en-GB");
    assert_eq!(english_tag(None), "en-GB");
}

#[test]
fn short_sentences_share_an_utterance_and_long_texts_break_at_a_sentence_end() {
    assert_eq!(
        utterances("Twenty-five. Foot down. Rest."),
        ["Twenty-five. Foot down. Rest."]
    );
    assert_eq!(
        utterances(
            "Quad Sway. Right leg first. Stand tall by a sturdy chair, palms together, thumbs on your chest."
        ),
        [
            "Quad Sway. Right leg first.",
            "Stand tall by a sturdy chair, palms together, thumbs on your chest."
        ],
    );
}

#[test]
fn a_sentence_that_is_too_long_breaks_at_its_last_comma_that_fits() {
    assert_eq!(
        utterances(
            "Bring your right knee up as far as is comfortable, hip height at most, please."
        ),
        [
            "Bring your right knee up as far as is comfortable,",
            "hip height at most, please."
        ],
    );
}

#[test]
fn nothing_to_say_is_no_utterance() {
    assert!(utterances("  ").is_empty());
}

#[test]
fn a_slow_voice_gets_more_patience() {
    assert_eq!(patience_ms("One.", 100), 3_200);
    assert!(patience_ms("One. Two. Three.", 70) > patience_ms("One. Two. Three.", 120));
}

proptest! {
    #[test]
    fn no_word_is_lost_and_no_utterance_is_too_long(text in "([a-z]{1,4}[.,;]? {1,2}){0,60}") {
        let pieces = utterances(&text);
        let words: Vec<&str> = text.split_whitespace().collect();
        prop_assert_eq!(pieces.join(" "), words.join(" "));
        for piece in pieces {
            prop_assert!((1..=UTTERANCE_WORDS).contains(&piece.split_whitespace().count()));
        }
    }
}
