//! What code and documents cite is here: every decision and fact has its place in docs/, every link
//! leads somewhere, and no paper is named that a reader of this repository does not have.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it cannot read or set up"
)]

mod cited;
mod texts;

use std::{collections::BTreeSet, fs};

use spry_knees::domain::guide::cue::Coach;
use spry_knees::domain::routine::Fact;
use spry_knees::text::facts::{Place, where_taught};

use cited::{documents, links, numbers, papers, paths_in_code_marks};
use texts::{Text, root, texts};

#[test]
fn every_decision_that_is_cited_is_written_down() {
    let known = decisions();
    let expected: BTreeSet<u32> = (1..=known.iter().copied().max().unwrap_or(0)).collect();
    assert_eq!(known, expected, "the decisions are numbered without a gap");
    follow("decision", &known, "docs/decisions.md");
}

#[test]
fn every_fact_that_is_cited_is_written_down() {
    let known: BTreeSet<u32> = facts().iter().map(|fact| fact.number).collect();
    let all = Fact::all().map(|fact| u32::from(fact.0)).collect();
    assert_eq!(known, all);
    follow("fact", &known, "docs/facts.md");
}

#[test]
fn the_facts_are_said_to_be_taught_where_they_are() {
    let reminders: BTreeSet<Fact> = Coach::ALL.iter().filter_map(|coach| coach.fact()).collect();
    for (fact, told) in Fact::all().zip(facts()) {
        let is_read = where_taught(fact).iter().any(is_on_a_page);
        assert!(!told.what.is_empty(), "fact {}", fact.0);
        assert!(
            told.is_heard || !reminders.contains(&fact),
            "docs/facts.md does not say that fact {} is heard",
            fact.0
        );
        assert_eq!(
            told.is_read, is_read,
            "docs/facts.md does not say where fact {} is read",
            fact.0
        );
    }
}

const fn is_on_a_page(place: &Place) -> bool {
    use Place::{After, Caution, Does, Page, Step, Variety};
    matches!(
        place,
        Does(_) | Step(..) | Caution(_) | Variety(_) | After(_) | Page(..)
    )
}

#[test]
fn no_paper_is_cited_that_is_not_here() {
    let (texts, root) = (texts(), root());
    let cited = texts.iter().flat_map(|text| {
        let words = text.running_text();
        let is_here =
            |name: &String| root.join(name).exists() || root.join(text.resolve(name)).exists();
        let missing = documents(&words).into_iter().filter(|name| !is_here(name));
        let cited: Vec<String> = papers(&words).into_iter().chain(missing).collect();
        complaints(text, cited)
    });
    assert_none(cited, "is a paper that is not in the repository");
}

#[test]
fn every_link_leads_somewhere() {
    let (texts, root) = (texts(), root());
    let leads = |text: &Text, link: &str| {
        let (place, part) = link.split_once('#').unwrap_or((link, ""));
        let place = match place {
            "" => text.path.clone(),
            place => text.resolve(place),
        };
        let target = texts.iter().find(|text| text.path == place);
        root.join(&place).exists()
            && (part.is_empty() || target.is_some_and(|target| target.has_part(part)))
    };
    let broken = texts
        .iter()
        .filter(|text| text.is_document())
        .flat_map(|text| {
            let lost = links(&text.text)
                .into_iter()
                .filter(|link| !leads(text, link));
            let named = paths_in_code_marks(&text.text).into_iter();
            let missing = named.filter(|path| !root.join(path).exists());
            complaints(text, lost.chain(missing))
        });
    assert_none(broken, "leads nowhere");
}

/// The numbers in the headings of docs/decisions.md, each of which stands there once.
fn decisions() -> BTreeSet<u32> {
    let text = fs::read_to_string(root().join("docs/decisions.md")).unwrap();
    let headings = text.lines().filter_map(|line| {
        let (number, title) = line.strip_prefix("## Decision ")?.split_once(": ")?;
        assert!(!title.is_empty(), "decision {number} has no title");
        Some(number.parse().unwrap())
    });
    let mut numbers = BTreeSet::new();
    for number in headings {
        assert!(numbers.insert(number), "decision {number} is there twice");
    }
    numbers
}

/// A row of docs/facts.md.
struct Told {
    number: u32,
    what: String,
    is_heard: bool,
    is_read: bool,
}

fn facts() -> Vec<Told> {
    let text = fs::read_to_string(root().join("docs/facts.md")).unwrap();
    let rows = text.lines().filter(|line| line.contains("<a id=\"fact-"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let number = cells[0].rsplit('>').next().unwrap();
        assert_eq!(cells[0], format!("<a id=\"fact-{number}\"></a>{number}"));
        assert_eq!(cells.len(), 5, "fact {number}");
        Told {
            number: number.parse().unwrap(),
            what: cells[1].to_owned(),
            is_heard: cells[2] != "–",
            is_read: cells[4] != "–",
        }
    })
    .collect()
}

/// Fails for every number that is cited after this word and is not known.
#[track_caller]
fn follow(word: &str, known: &BTreeSet<u32>, place: &str) {
    let mut count = 0;
    let lost: Vec<String> = texts()
        .iter()
        .flat_map(|text| {
            let cited = numbers(&text.running_text(), word);
            count += cited.len();
            let unknown = cited.into_iter().filter(|number| !known.contains(number));
            complaints(text, unknown.map(|number| format!("{word} {number}")))
        })
        .collect();
    assert!(
        count > 50,
        "hardly anything is cited: is it looked for as it is written?"
    );
    assert_none(lost, &format!("is not in {place}"));
}

fn complaints(text: &Text, cited: impl IntoIterator<Item = String>) -> Vec<String> {
    let path = &text.path;
    let cited = cited.into_iter();
    cited.map(|cited| format!("{path}: {cited}")).collect()
}

#[track_caller]
fn assert_none(found: impl IntoIterator<Item = String>, complaint: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(
        found.is_empty(),
        "each of these {complaint}:\n  {}",
        found.join("\n  ")
    );
}
