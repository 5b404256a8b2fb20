//! What a text cites: numbers, documents, links and paths.

/// What the notes were called from which the project was made, as they would be cited.
const PAPERS: &[&str] = &[
    "interaction",
    "build note",
    "build-note",
    "guidance",
    "issue",
];

/// Folders of the repository, by which a path in code marks is told from other code.
const FOLDERS: &[&str] = &[
    "src/",
    "tests/",
    "xtask/",
    "assets/",
    "docs/",
    "prerender/",
    ".github/",
    ".ci/",
];

/// The numbers after this word, in the singular or the plural: "facts 8, 10 and 13 to 15".
pub(crate) fn numbers(text: &str, word: &str) -> Vec<u32> {
    let lower = text.to_lowercase();
    let mut numbers = Vec::new();
    for (start, _) in lower.match_indices(word) {
        if lower[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') {
            continue;
        }
        let rest = &lower[start + word.len()..];
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        if let Some(list) = rest.strip_prefix(' ') {
            numbers.extend(list_of_numbers(list));
        }
    }
    numbers
}

/// A list such as "14 to 16, 22 and 23", as far as it goes.
fn list_of_numbers(mut rest: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = Vec::new();
    let mut is_range = false;
    loop {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let Ok(number) = rest[..rest.len() - after.len()].parse() else {
            return numbers;
        };
        match numbers.last() {
            Some(first) if is_range => numbers.extend(first + 1..=number),
            _ => numbers.push(number),
        }
        let mut joints = [", and ", ", ", " and ", " to "].into_iter();
        let Some(joint) = joints.find(|joint| after.starts_with(joint)) else {
            return numbers;
        };
        is_range = joint == " to ";
        rest = &after[joint.len()..];
    }
}

/// Citations of papers: a name before a number or a quotation.
pub(crate) fn papers(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let places = PAPERS.iter().flat_map(|paper| {
        let places = lower.match_indices(paper);
        places.map(|(start, name)| (start, start + name.len()))
    });
    let cited = places.filter(|(_, end)| {
        let rest = lower[*end..].trim_start_matches(['s', '.', ',', ' ']);
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '"' || c == '“')
    });
    cited
        .map(|(start, _)| lower[start..].chars().take(30).collect())
        .collect()
}

/// Every name that ends in `.md`, with the folders before it.
pub(crate) fn documents(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    let ends = text.match_indices(".md").map(|(dot, end)| dot + end.len());
    let names = ends.filter(|end| !text[*end..].starts_with(char::is_alphanumeric));
    names
        .map(|end| &text[text[..end].trim_end_matches(is_part).len()..end])
        .filter(|name| *name != ".md")
        .map(str::to_owned)
        .collect()
}

/// The targets of a document's links and pictures, but for those on other sites.
pub(crate) fn links(text: &str) -> Vec<String> {
    let between = |before: &'static str, after: char| {
        let targets = text.split(before).skip(1);
        targets.filter_map(move |rest| rest.split(after).next())
    };
    let all = between("](", ')').chain(between("src=\"", '"'));
    all.filter(|link| !link.contains(':'))
        .map(str::to_owned)
        .collect()
}

/// Paths between backticks, without those that leave a part open.
pub(crate) fn paths_in_code_marks(text: &str) -> Vec<String> {
    let is_path = |code: &&str| {
        FOLDERS.iter().any(|folder| code.starts_with(folder))
            && !code.contains(|c: char| c.is_whitespace() || "<>*…(){}:".contains(c))
    };
    let marked = text.split('`').skip(1).step_by(2);
    marked.filter(is_path).map(str::to_owned).collect()
}

#[test]
fn numbers_are_found_however_they_are_written() {
    let text = "See (fact 5, decisions 17 and 20). Decision 3: facts 8, 10 and 13 to 15.";
    assert_eq!(numbers(text, "decision"), [17, 20, 3]);
    assert_eq!(numbers(text, "fact"), [5, 8, 10, 13, 14, 15]);
    assert!(numbers("artifact 7, fact-8, the 60 facts, facts are", "fact").is_empty());
}

#[test]
fn papers_are_found_however_they_are_cited() {
    for cited in [
        "interaction 1.5",
        "(Interaction, \"Keys\")",
        "build notes, 2",
        "guidance 3",
        "issue 14",
    ] {
        assert_eq!(papers(cited).len(), 1, "{cited}");
    }
    assert!(papers("the interaction of two tabs is an issue").is_empty());
    assert_eq!(
        documents("see look.md 4 (docs/x-y.md), not .md"),
        ["look.md", "docs/x-y.md"]
    );
}
