//! Keeps the rules of ARCHITECTURE.md that a test can see, so that nobody has to remember them.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it cannot read or set up"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const MAX_FILE_LINES: usize = 400;
const MAX_VIEW_LINES: usize = 40;

/// Files that may leak a closure, because its listener lives as long as the app.
const MAY_FORGET: &[&str] = &[];

/// What only a browser, a clock or chance could answer.
const NOT_IN_THE_CORE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "leptos",
    "std::time",
    "rand::",
    "crate::browser",
    "crate::view",
];

#[test]
fn no_file_is_too_long() {
    let too_long = sources(&["src", "tests", "examples", "xtask", "prerender"])
        .into_iter()
        .filter(|file| file.text.lines().count() > MAX_FILE_LINES)
        .map(|file| format!("{}: {} lines", file.path, file.text.lines().count()));
    assert_none(
        too_long,
        "has more than 400 lines: look for the part that wants its own file",
    );
}

#[test]
fn no_view_is_too_long() {
    let too_long = sources(&["src"]).into_iter().flat_map(|file| {
        let views = file.code.match_indices("view! {").map(|(start, opening)| {
            let body = balanced(&file.code[start + opening.len() - 1..]);
            (line_number(&file.code, start), body.lines().count())
        });
        let views = views.filter(|(_, lines)| *lines > MAX_VIEW_LINES);
        views
            .map(|(line, lines)| format!("{}:{line}: {lines} lines", file.path))
            .collect::<Vec<_>>()
    });
    assert_none(
        too_long,
        "is a `view!` of more than 40 lines: give a part of it a name",
    );
}

#[test]
fn the_core_knows_no_browser_no_clock_and_no_chance() {
    let core = sources(&[
        "src/device.rs",
        "src/device",
        "src/domain.rs",
        "src/domain",
        "src/json.rs",
        "src/json",
        "src/sort.rs",
        "src/text.rs",
        "src/text",
    ]);
    let uses = core.into_iter().flat_map(|file| {
        let words = NOT_IN_THE_CORE.iter();
        let found: Vec<_> = words.flat_map(|word| mentions(&file, word)).collect();
        found
    });
    assert_none(
        uses,
        "belongs into `browser` or `view`: the core gets such things as arguments",
    );
}

#[test]
fn the_domain_knows_no_words() {
    let uses = sources(&["src/domain.rs", "src/domain", "src/device.rs", "src/device"])
        .into_iter()
        .flat_map(|file| mentions(&file, "crate::text"));
    assert_none(
        uses,
        "uses the words people read: the domain names facts, steps and cues by id",
    );
}

/// From the ground up: what stands later may use what stands earlier, in the order of [`ROOMS`].
#[test]
fn rooms_of_the_domain_look_down() {
    for (index, room) in ROOMS.iter().enumerate() {
        let above = &ROOMS[index + 1..];
        let uses = sources(&[
            &format!("src/domain/{room}.rs"),
            &format!("src/domain/{room}"),
        ])
        .into_iter()
        .flat_map(|file| {
            let names = above.iter().map(|name| format!("crate::domain::{name}"));
            names
                .flat_map(|name| mentions(&file, &name))
                .collect::<Vec<_>>()
        });
        assert_none(uses, "uses a room above its own");
    }
}

const ROOMS: [&str; 6] = ["time", "routine", "figure", "record", "guide", "app"];

#[test]
fn the_devices_know_no_screen() {
    let uses = sources(&["src/browser.rs", "src/browser"])
        .into_iter()
        .flat_map(|file| mentions(&file, "view::"));
    assert_none(uses, "uses `view` from `browser`: let `view` call it");
}

#[test]
fn nothing_is_forgotten_but_what_lives_as_long_as_the_app() {
    let leaks = sources(&["src"])
        .into_iter()
        .filter(|file| !MAY_FORGET.contains(&file.path.as_str()))
        .flat_map(|file| mentions(&file, ".forget()"));
    assert_none(
        leaks,
        "leaks a closure: keep it in a value that removes its listener when dropped, or add the file to MAY_FORGET",
    );
}

#[test]
fn one_function_alone_carries_out_effects() {
    let shell = sources(&[
        "src/browser.rs",
        "src/browser",
        "src/view.rs",
        "src/view",
        "src/main.rs",
    ]);
    let functions: BTreeSet<String> = shell
        .iter()
        .flat_map(|file| {
            let places = file.code.match_indices("Effect::");
            let matched = places.filter(|(start, _)| is_pattern(&file.code, *start));
            matched.map(|(start, _)| {
                format!("{}: {}", file.path, enclosing_function(&file.code, start))
            })
        })
        .collect();
    assert!(
        functions.len() <= 1,
        "more than one function matches on `Effect`, so an effect may be carried out twice:\n  {}",
        functions.into_iter().collect::<Vec<_>>().join("\n  ")
    );
}

struct Source {
    /// From the repository's top folder, with `/`.
    path: String,
    text: String,
    /// The text without comments and without the unit tests at its end, line for line.
    code: String,
}

fn sources(places: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = places.iter().map(|place| root.join(place)).collect();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = code_of(&text);
            let path = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            found.push(Source { path, text, code });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().map(|line| match line.find("//") {
        Some(start) if !line[..start].ends_with(':') => &line[..start],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn mentions(file: &Source, word: &str) -> Vec<String> {
    let lines = file
        .code
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains(word));
    lines
        .map(|(index, line)| format!("{}:{}: {}", file.path, index + 1, line.trim()))
        .collect()
}

/// Whether the path that starts here stands in a pattern and does not make a value.
fn is_pattern(code: &str, start: usize) -> bool {
    let before =
        code[..start].trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let after = &code[start + "Effect::".len()..];
    // Leptos has an `Effect::new`.
    if !after.starts_with(char::is_uppercase) {
        return false;
    }
    let rest = after.trim_start_matches(char::is_alphanumeric).trim_start();
    let rest = rest
        .strip_prefix(balanced(rest))
        .unwrap_or(rest)
        .trim_start();
    let is_arm = rest.starts_with("=>") || rest.starts_with("| ") || rest.starts_with("if ");
    is_arm || before.ends_with("let ")
}

/// From an opening bracket to its closing one; nothing if the text starts with no bracket.
fn balanced(code: &str) -> &str {
    let mut depth = 0_usize;
    for (index, character) in code.char_indices() {
        match character {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return if index == 0 { "" } else { &code[..=index] };
        }
    }
    code
}

fn enclosing_function(code: &str, start: usize) -> &str {
    let name = code[..start]
        .rfind("fn ")
        .map_or("", |at| &code[at + "fn ".len()..]);
    name.split(['(', '<']).next().unwrap_or_default()
}

fn line_number(code: &str, start: usize) -> usize {
    code[..start].lines().count()
}

#[track_caller]
fn assert_none(found: impl IntoIterator<Item = String>, complaint: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(
        found.is_empty(),
        "each of these {complaint}\n  {}",
        found.join("\n  ")
    );
}

#[test]
fn patterns_are_told_from_values() {
    let is_pattern_in = |code: &str| is_pattern(code, code.find("Effect::").unwrap());
    for pattern in [
        "match effect { Effect::Beep => 1 }",
        "match effect { session::Effect::Say { text, .. } => 1 }",
        "match effect {\n    Effect::Save(entry)\n    | other => 1 }",
        "if let Effect::Save(entry) = effect {}",
    ] {
        assert!(is_pattern_in(pattern), "{pattern}");
    }
    for value in [
        "vec![Effect::Beep]",
        "effects.push(Effect::Say { text });",
        "Effect::new(|_| ())",
    ] {
        assert!(!is_pattern_in(value), "{value}");
    }
}
