//! Every text of the repository that is ours.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is not ours, is not kept, or has citations only to try them.
const PASSED_OVER: &[&str] = &[
    ".git",
    "target",
    "dist",
    "vendor",
    "snapshots",
    "tests/citations",
];

const TEXTS: &[&str] = &[
    "css", "html", "js", "md", "py", "rs", "toml", "txt", "yaml", "yml",
];

pub(crate) struct Text {
    /// From the repository's top folder, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Text {
    pub(crate) fn is_document(&self) -> bool {
        extension(Path::new(&self.path)) == "md"
    }

    /// The text in one line, so that a citation may be broken where a comment goes on.
    pub(crate) fn running_text(&self) -> String {
        let marks = ["//!", "///", "//", "/*", "*/", "#"];
        let lines = self.text.lines().map(|line| {
            let line = line.trim();
            let mark = marks.into_iter().find(|mark| line.starts_with(mark));
            line[mark.map_or(0, str::len)..].trim()
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    /// A path that is given from this text's folder.
    pub(crate) fn resolve(&self, link: &str) -> String {
        let mut parts: Vec<&str> = self.path.split('/').collect();
        parts.pop();
        for part in link.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        parts.join("/")
    }

    /// Whether a link can lead to this part: a heading, or an anchor of its own.
    pub(crate) fn has_part(&self, part: &str) -> bool {
        let headings = self.text.lines().filter(|line| line.starts_with('#'));
        self.text.contains(&format!("<a id=\"{part}\">"))
            || headings.map(slug).any(|slug| slug == part)
    }
}

/// What GitHub makes of a heading.
fn slug(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All of them, in the order of their paths.
pub(crate) fn texts() -> Vec<Text> {
    let root = root();
    let mut waiting = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        let below = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let below = below.replace('\\', "/");
        let name = below.rsplit('/').next().unwrap_or_default();
        if PASSED_OVER.iter().any(|it| *it == name || *it == below) {
            continue;
        }
        if path.is_dir() {
            let inside = fs::read_dir(&path).unwrap();
            waiting.extend(inside.map(|entry| entry.unwrap().path()));
        } else if TEXTS.contains(&extension(&path)) {
            let text = fs::read_to_string(&path).unwrap();
            found.push(Text { path: below, text });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn extension(path: &Path) -> &str {
    path.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
}

#[test]
fn a_citation_may_be_broken_and_a_link_may_go_up() {
    let text = Text {
        path: "src/a.rs".to_owned(),
        text: "    /// See (fact 5,\n    /// decision 20).\n// Here.".to_owned(),
    };
    assert_eq!(text.running_text(), "See (fact 5, decision 20). Here.");
    assert_eq!(text.resolve("../docs/facts.md"), "docs/facts.md");
    assert_eq!(slug("## Decision 40: End here?"), "decision-40-end-here");
}
