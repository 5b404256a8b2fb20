//! Which of a device's voices speaks, and in what pieces a sentence is given to it.
//!
//! Devices list voices that need the network, sing or imitate robots; a person who did nothing
//! should still hear a plain one in the language of the app. Browsers stop a long utterance after
//! about 15 s, so a text is spoken in short ones.

/// A voice as the device describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceInfo {
    /// Its name on this device; what Settings stores.
    pub name: String,
    /// Its language tag, for instance `en-GB`; some devices write `en_GB`.
    pub lang: String,
    /// Whether it speaks without the network.
    pub local: bool,
    /// Whether the device would take it by itself.
    pub default: bool,
}

impl VoiceInfo {
    /// Whether the app may offer it: it works offline, speaks English and is no novelty.
    pub fn is_offered(&self) -> bool {
        self.local && primary(&self.lang).eq_ignore_ascii_case("en") && !self.is_novelty()
    }

    fn is_novelty(&self) -> bool {
        // "Bells", and "Bells (English (United States))" on newer systems.
        let name = self.name.split(" (").next().unwrap_or_default();
        NOVELTIES.contains(&name)
    }

    /// The better it fits, the larger.
    fn fitness(&self, lang: &str) -> u8 {
        let same_tag = same_tag(&self.lang, lang);
        4 * u8::from(same_tag) + 2 * u8::from(!self.is_robotic()) + u8::from(self.default)
    }

    fn is_robotic(&self) -> bool {
        let name = self.name.split(" (").next().unwrap_or_default();
        ROBOTS.contains(&name)
    }
}

/// Voices made for fun, which Apple's systems list among the others.
const NOVELTIES: [&str; 20] = [
    "Albert",
    "Bad News",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Deranged",
    "Good News",
    "Hysterical",
    "Jester",
    "Junior",
    "Organ",
    "Pipe Organ",
    "Ralph",
    "Superstar",
    "Trinoids",
    "Whisper",
    "Wobble",
    "Zarvox",
];

/// Voices that are understood but sound like a machine: taken only if there is no other.
const ROBOTS: [&str; 10] = [
    "Eddy", "Flo", "Fred", "Grandma", "Grandpa", "Kathy", "Reed", "Rocko", "Sandy", "Shelley",
];

/// The place of the voice to speak with: the wanted one if it may be offered, else the one that
/// fits `lang` best. `None` if the device has no offline English voice.
pub fn choose(voices: &[VoiceInfo], wanted: Option<&str>, lang: &str) -> Option<usize> {
    let offered = || {
        voices
            .iter()
            .enumerate()
            .filter(|(_, voice)| voice.is_offered())
    };
    let named = wanted.and_then(|name| offered().find(|(_, voice)| voice.name == name));
    // `min_by_key` takes the first of equals, and the device lists its better voices first.
    let fittest = || offered().min_by_key(|(_, voice)| u8::MAX - voice.fitness(lang));
    named.or_else(fittest).map(|(index, _)| index)
}

/// The tag in which the app would like to be spoken: the person's own English, else British.
pub fn english_tag(device_lang: Option<&str>) -> &str {
    device_lang
        .filter(|lang| primary(lang).eq_ignore_ascii_case("en"))
        .unwrap_or("en-GB")
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn same_tag(a: &str, b: &str) -> bool {
    let subtags = |tag: &str| {
        let parts = tag.split(['-', '_']).map(str::to_ascii_lowercase);
        parts.collect::<Vec<_>>()
    };
    subtags(a) == subtags(b)
}

/// The most words in one utterance; at the slowest speed they take about 7 s.
pub const UTTERANCE_WORDS: usize = 12;

/// The text in pieces of at most [`UTTERANCE_WORDS`] words. A piece ends where a sentence ends;
/// only a sentence that is too long by itself is divided, at its last comma that fits, if any.
pub fn utterances(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece: Vec<&str> = Vec::new();
    for sentence in sentences(text) {
        if piece.len() + sentence.len() > UTTERANCE_WORDS {
            finish(&mut piece, &mut pieces);
        }
        piece.extend(sentence);
        while piece.len() > UTTERANCE_WORDS {
            let rest = piece.split_off(cut(&piece));
            finish(&mut piece, &mut pieces);
            piece = rest;
        }
    }
    finish(&mut piece, &mut pieces);
    pieces
}

fn finish(piece: &mut Vec<&str>, pieces: &mut Vec<String>) {
    if !piece.is_empty() {
        pieces.push(piece.join(" "));
        piece.clear();
    }
}

fn sentences(text: &str) -> Vec<Vec<&str>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = |word: &&str| word.ends_with(['.', '!', '?', ':']);
    words.split_inclusive(ends).map(<[&str]>::to_vec).collect()
}

/// Where to divide a sentence that is too long: the number of words that stay before.
fn cut(words: &[&str]) -> usize {
    let mut head = words.iter().take(UTTERANCE_WORDS);
    let comma = head.rposition(|word| word.ends_with([',', ';']));
    comma.map_or(UTTERANCE_WORDS, |index| index + 1)
}

/// What one utterance takes at full speed, in milliseconds: so much by itself, and so much for each
/// letter (measured with a real voice at 95 %, which is the default).
const UTTERANCE_MS: usize = 440;
const LETTER_MS: usize = 60;
const MEASURED_AT_PERCENT: usize = 95;

/// How long an utterance takes at this speed, in milliseconds.
pub fn utterance_ms(utterance: &str, rate_percent: u8) -> u32 {
    // All but a few letters are ASCII.
    let ms = UTTERANCE_MS + LETTER_MS * utterance.len();
    let ms = ms * MEASURED_AT_PERCENT / usize::from(rate_percent.max(1));
    u32::try_from(ms).unwrap_or(u32::MAX)
}

/// The longest that an utterance may take before the device is taken to have lost it, in
/// milliseconds: three times what 2.5 words a second at full speed would take, and 2 s.
pub fn patience_ms(utterance: &str, rate_percent: u8) -> u32 {
    let words = u32::try_from(utterance.split_whitespace().count()).unwrap_or(u32::MAX);
    let plain_ms = words.saturating_mul(40_000) / u32::from(rate_percent.max(1));
    plain_ms.saturating_mul(3).saturating_add(2_000)
}

#[cfg(test)]
mod tests;
