//! Every sentence that the app shows or says, with its name and where that is used: for somebody who
//! reviews or translates them.

use anyhow::{Context, Result};
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::Lit;
use xshell::Shell;

use crate::files;

/// The folder of the words, and the one of all sources.
const WORDS: &str = "src/text/en";
const SOURCES: &str = "src";

/// A sentence, or a piece of one that is put together.
#[derive(Debug, PartialEq, Eq)]
struct Sentence {
    /// The constant or function that it belongs to.
    name: String,
    words: String,
}

/// Prints them all.
///
/// # Errors
/// When a source cannot be read.
pub fn print(sh: &Shell) -> Result<()> {
    let sources = texts(sh, SOURCES)?;
    for (path, text) in texts(sh, WORDS)? {
        println!("\n{WORDS}/{path}");
        let module = path.trim_end_matches(".rs");
        let tokens = text.parse::<TokenStream>();
        let tokens = tokens.map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
        for Sentence { name, words } in sentences(tokens) {
            let users: Vec<_> = sources
                .iter()
                .filter(|(user, text)| !user.ends_with(&path) && uses(text, module, &name))
                .map(|(user, _)| &**user)
                .collect();
            // Others of its own file put it together.
            let users = if users.is_empty() {
                "here".to_owned()
            } else {
                users.join(", ")
            };
            println!("  {name:<24} {words:?}  ({users})");
        }
    }
    Ok(())
}

fn texts(sh: &Shell, folder: &str) -> Result<Vec<(String, String)>> {
    let files = files::read_all(sh, folder.as_ref())?.into_iter();
    files
        .map(|file| {
            let text = String::from_utf8(file.bytes).with_context(|| file.path.clone())?;
            Ok((file.path, text))
        })
        .collect()
}

/// Whether a source names this item of the module: by the module's name, by `words` where it is called
/// so, or alone where it is imported.
fn uses(source: &str, module: &str, name: &str) -> bool {
    let imports = source.lines().any(|line| {
        let imported = line.starts_with("use ") && line.contains(&[module, "::"].concat());
        imported && named(line, name)
    });
    let aliased = source.contains(&[module, " as words"].concat());
    imports
        || named(source, &[module, "::", name].concat())
        || aliased && named(source, &["words::", name].concat())
}

fn named(source: &str, name: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(name).any(|(at, _)| {
        !source[..at].ends_with(is_name) && !source[at + name.len()..].starts_with(is_name)
    })
}

fn sentences(tokens: TokenStream) -> Vec<Sentence> {
    let mut found = Vec::new();
    collect(tokens, &mut String::new(), &mut found);
    found
}

/// Walks through the tokens; `name` is the constant or function that they belong to. Tests and
/// attributes say nothing to anybody.
fn collect(tokens: TokenStream, name: &mut String, found: &mut Vec<Sentence>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match (token, tokens.peek()) {
            (TokenTree::Punct(mark), _) if mark.as_char() == '#' => {
                let inner = |next: &TokenTree| matches!(next, TokenTree::Punct(_));
                tokens.next_if(inner);
                tokens.next();
            }
            (TokenTree::Ident(word), Some(TokenTree::Ident(next))) => {
                if word == "mod" && next == "tests" {
                    return;
                }
                if declares(&word) && !declares(next) {
                    *name = next.to_string();
                }
            }
            (TokenTree::Group(group), _) => collect(group.stream(), name, found),
            (TokenTree::Literal(literal), _) => {
                if let Lit::Str(words) = Lit::new(literal) {
                    found.push(Sentence {
                        name: name.clone(),
                        words: words.value(),
                    });
                }
            }
            _ => {}
        }
    }
}

fn declares(word: &Ident) -> bool {
    word == "const" || word == "fn"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_name_of_their_constant_or_function() {
        let source = r#"
            /// Not this.
            pub const START: &str = "Start \
                session";
            #[expect(missing_docs, reason = "nor this")]
            pub const fn on(on: bool) -> &'static str { if on { "On" } else { "Off" } }
            #[cfg(test)] mod tests { const NO: &str = "no"; }
        "#;
        let found = sentences(source.parse().unwrap());
        let found: Vec<_> = found.iter().map(|s| (&*s.name, &*s.words)).collect();
        assert_eq!(
            found,
            [("START", "Start session"), ("on", "On"), ("on", "Off")]
        );
    }

    #[test]
    fn a_name_is_used_where_it_stands_whole() {
        let source = "use crate::text::today;\nlet words = today::START;";
        assert!(uses(source, "today", "START"));
        assert!(!uses(source, "today", "STAR"));
        assert!(!uses(source, "help", "START"));
    }

    /// Runs of five words and more that the source has, and phrases that read translated, each found once.
    #[test]
    fn nothing_is_copied_or_reads_translated() {
        const NEVER: [&str; 29] = [
            "a week with three days in between",
            "a week, with three days in between",
            "25 times or as many as you can",
            "has no part in this app",
            "free of tension",
            "work on through",
            "the chair’s help",
            "grow long",
            "belly in",
            "let it loosen",
            "elbows soft",
            "a touch soft",
            "glide",
            "weight of a clock",
            "before your chest",
            "bring back a backup",
            "takes away",
            "holds no",
            "rest there",
            "need not touch",
            "month before",
            "stopped for pain",
            "written down afterwards",
            "took the sound",
            "asked for",
            "stronger on rest days",
            "everything back to normal",
            "has not come whole",
            "that time is over",
        ];
        let sh = crate::process::shell().unwrap();
        for (path, text) in texts(&sh, WORDS).unwrap() {
            for Sentence { name, words } in sentences(text.parse().unwrap()) {
                let words = words.to_lowercase();
                let found = NEVER.iter().find(|never| words.contains(**never));
                assert!(found.is_none(), "{path}, {name}: {found:?}");
            }
        }
    }

    /// Ours: what is read on a phone that stands on a chair is short.
    #[test]
    fn no_sentence_has_more_than_20_words() {
        let sh = crate::process::shell().unwrap();
        for (path, text) in texts(&sh, WORDS).unwrap() {
            for Sentence { name, words } in sentences(text.parse().unwrap()) {
                for sentence in words.split_inclusive(['.', '?', '!', ':']) {
                    let count = sentence.split_whitespace().count();
                    assert!(count <= 20, "{path}, {name}: {count} words: {sentence}");
                }
            }
        }
    }
}
