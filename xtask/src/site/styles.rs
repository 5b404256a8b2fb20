//! The style sheets as one text, small enough to go into the page itself: a style sheet of its own
//! would cost the first paint half a second on a slow connection.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::Shell;

use super::page::replace_mark;
use crate::files;

/// Joins the sheets that `order.txt` names, in its order, and takes out what only people read.
pub(super) fn bundle(sh: &Shell, folder: &Path) -> Result<String> {
    let order = sh.read_file(folder.join("order.txt"))?;
    let names: Vec<&str> = order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    for sheet in files::read_all(sh, folder)? {
        let is_named = sheet.path == "order.txt" || names.contains(&sheet.path.as_str());
        ensure!(
            is_named,
            "order.txt does not name the style sheet {}",
            sheet.path
        );
    }
    let sheets = names.iter().map(|name| sh.read_file(folder.join(name)));
    let css = squeeze(&without_comments(&sheets.collect::<Result<String, _>>()?)?);
    ensure!(
        !css.contains("</"),
        "the styles hold `</`, which would end their element in the page"
    );
    Ok(css)
}

/// Gives the pictures in a file of their own the figure's styles: they see none of the page's.
pub(super) fn into_pictures(sh: &Shell, svg: &str) -> Result<String> {
    let css = sh.read_file("assets/css/figure.css")?;
    let style = format!("<style>{}</style>", squeeze(&without_comments(&css)?));
    replace_mark(svg, "<!-- style -->", &style)
}

fn without_comments(css: &str) -> Result<String> {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = find_outside_strings(rest, "/*") {
        text.push_str(&rest[..start]);
        let end = rest[start..]
            .find("*/")
            .context("a comment in the styles is not closed")?;
        rest = &rest[start + end + "*/".len()..];
    }
    text.push_str(rest);
    Ok(text)
}

fn find_outside_strings(css: &str, wanted: &str) -> Option<usize> {
    let mut quote = None;
    for (index, character) in css.char_indices() {
        match quote {
            None if css[index..].starts_with(wanted) => return Some(index),
            None if matches!(character, '"' | '\'') => quote = Some(character),
            Some(open) if character == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Takes out the spaces that change nothing: any run becomes one, and none stays beside `{ } ; ,`
/// or after a colon (only a declaration has a space there).
fn squeeze(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut quote = None;
    let mut space = false;
    for character in css.chars() {
        if quote.is_none() && character.is_whitespace() {
            space = true;
            continue;
        }
        let tight = |character| matches!(character, '{' | '}' | ';' | ',');
        let last = text.chars().next_back();
        if space && !tight(character) && last.is_some_and(|last| !tight(last) && last != ':') {
            text.push(' ');
        }
        space = false;
        if character == '}' && last == Some(';') {
            text.pop();
        }
        text.push(character);
        quote = match quote {
            None if matches!(character, '"' | '\'') => Some(character),
            Some(open) if open == character => None,
            other => other,
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezing_keeps_the_meaning() {
        let css = "a b ,\n  i > c:hover {\n  width: calc(1px + 2px) ;\n  content: \"a  ; b\";\n}\n@media (min-width: 40em) and (orientation: landscape) { p { margin : 0 } }\n";
        assert_eq!(
            squeeze(css),
            "a b,i > c:hover{width:calc(1px + 2px);content:\"a  ; b\"}@media (min-width:40em) and (orientation:landscape){p{margin :0}}"
        );
    }

    #[test]
    fn comments_go_but_not_what_only_looks_like_one() {
        assert_eq!(
            without_comments("a{}/* b */c{content:\"/* d */\"}").unwrap(),
            "a{}c{content:\"/* d */\"}"
        );
        assert!(without_comments("a{} /* b").is_err());
    }
}
