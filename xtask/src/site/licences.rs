//! What others have made of the app, as a page of text: each crate in it, whose it is, and the text of
//! every licence once. Where a crate lets people choose, the app takes it under MIT.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};
use xshell::{Shell, cmd};

use crate::tools::WASM_TARGET;

/// Where the page lies; About leads to it.
pub(super) const FILE_NAME: &str = "licences.txt";

const APP: &str = "spry-knees";
const CHOICE: &str = "MIT";
const HEAD: &str = "\
Spry Knees is built with the work of many others, who let everybody use it.
Below: each licence, whom to thank, and the parts that they have made.
After that: the licences in full.
";

/// The compiler puts it into every program: its licence, whose it is, and what it is called.
const STANDARD_LIBRARY: [&str; 3] = [
    "MIT OR Apache-2.0",
    "Copyright (c) The Rust Project Developers",
    "the standard library of Rust",
];

/// A crate as its package tells it.
struct Part {
    name: String,
    licence: String,
    /// Whose it is: the notice above its licence or, where that has none, its authors.
    whose: String,
    texts: Vec<Text>,
}

/// The text of a licence, without the notice above it, and its name.
type Text = (String, String);

/// The page.
pub(super) fn page(sh: &Shell) -> Result<String> {
    let packages = cmd!(
        sh,
        "cargo metadata --locked --format-version=1 --filter-platform {WASM_TARGET}"
    );
    let packages = packages.read()?;
    let packages: Value = serde_json::from_str(&packages).context("cargo metadata is no JSON")?;
    let packages = packages["packages"].as_array().context("no packages")?;
    let names = crates_in_the_app(sh)?;
    let parts = packages
        .iter()
        .filter(|package| names.contains(&name_of(package)))
        .map(|package| read_part(sh, package))
        .collect::<Result<Vec<_>>>()?;
    ensure!(
        parts.len() == names.len(),
        "of {} crates in the app, cargo metadata has {}",
        names.len(),
        parts.len()
    );
    compose(parts)
}

/// Names with versions of the crates that put code into the app: all that it depends on where it
/// runs, without what runs in the compiler only.
fn crates_in_the_app(sh: &Shell) -> Result<BTreeSet<String>> {
    let tree = cmd!(
        sh,
        "cargo tree --locked --package {APP} --features split --target {WASM_TARGET}
            --edges normal,no-proc-macro --prefix none"
    );
    let tree = tree.args(["--format", "{p}"]).read()?;
    let names = tree.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        let version = rest.split_whitespace().next()?;
        (name != APP).then(|| [name, " ", version].concat())
    });
    Ok(names.collect())
}

fn name_of(package: &Value) -> String {
    let field = |name: &str| package[name].as_str().unwrap_or_default();
    [field("name"), " ", field("version")].concat()
}

fn read_part(sh: &Shell, package: &Value) -> Result<Part> {
    let name = name_of(package);
    let licence = package["license"].as_str();
    let licence = licence.with_context(|| format!("{name} names no licence"))?;
    let manifest = package["manifest_path"].as_str().unwrap_or_default();
    let dir = Path::new(manifest)
        .parent()
        .context("a manifest without a folder")?;
    let (mut notices, mut texts) = (String::new(), Vec::new());
    for id in taken_under(licence)? {
        if let Some(file) = find_licence(sh, dir, &id)? {
            let (notice, body) = split_notice(&sh.read_file(file)?);
            notices.push_str(&notice);
            texts.push((id, body));
        }
    }
    if notices.is_empty() {
        let authors = package["authors"].as_array().into_iter().flatten();
        let authors = authors.filter_map(|author| author.as_str()?.split(" <").next());
        notices = authors.collect::<Vec<_>>().join(", ");
    }
    Ok(Part {
        name,
        licence: licence.to_owned(),
        whose: notices,
        texts,
    })
}

/// The licences under which the app takes a crate: of `(MIT OR Apache-2.0) AND Unicode-3.0`, MIT and
/// Unicode-3.0.
fn taken_under(expression: &str) -> Result<Vec<String>> {
    let expression = Expression::parse_mode(expression, ParseMode::LAX)?;
    let named = expression.requirements().map(|it| it.req.to_string());
    let mut ids: Vec<_> = named.collect();
    ids.sort_by_key(|id| id != CHOICE);
    let ids: Vec<_> = ids
        .iter()
        .map(|id| Licensee::parse(id))
        .collect::<Result<_, _>>()?;
    let taken = expression.minimized_requirements(&ids)?;
    Ok(taken.iter().map(ToString::to_string).collect())
}

/// The file with this licence in the folder of a crate: by its name, or the only one.
fn find_licence(sh: &Shell, dir: &Path, id: &str) -> Result<Option<PathBuf>> {
    let word = id.split('-').next().unwrap_or(id).to_uppercase();
    let mut plain = None;
    for path in sh.read_dir(dir)? {
        let name = path.file_stem().unwrap_or_default();
        let name = name.to_string_lossy().to_uppercase();
        if name.starts_with("LICENSE") && name.contains(&word) {
            return Ok(Some(path));
        }
        if name == "LICENSE" {
            plain = Some(path);
        }
    }
    Ok(plain)
}

/// The lines about the copyright at the top, without a title above them, and the text below.
fn split_notice(text: &str) -> (String, String) {
    let (mut notice, mut body) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim_end) {
        if body.is_empty() && line.starts_with("Copyright") {
            notice.push(line);
        } else if !body.is_empty() || !(line.is_empty() || is_title(line)) {
            body.push(line);
        }
    }
    (notice.join(", "), body.join("\n").trim_end().to_owned())
}

fn is_title(line: &str) -> bool {
    line.ends_with("License") || line.ends_with("(MIT)")
}

fn compose(parts: Vec<Part>) -> Result<String> {
    let [licence, whose, name] = STANDARD_LIBRARY.map(str::to_owned);
    let mut lists = BTreeMap::from([((licence, whose), BTreeSet::from([name]))]);
    let mut texts: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for part in parts {
        for id in taken_under(&part.licence)? {
            texts.entry(id).or_default();
        }
        for (id, body) in part.texts {
            // The same words in lines of another length are the same text.
            let words: Vec<_> = body.split_whitespace().collect();
            let same = texts.entry(id).or_default();
            same.entry(words.join(" ")).or_insert(body);
        }
        let list: &mut BTreeSet<_> = lists.entry((part.licence, part.whose)).or_default();
        list.insert(part.name);
    }
    let mut page = String::from(HEAD);
    for ((licence, whose), names) in lists {
        let names: Vec<_> = names.into_iter().collect();
        let names = names.join(", ");
        for line in [&licence, &whose, &names] {
            if !line.is_empty() {
                page.push_str(&["\n", line].concat());
            }
        }
        page.push('\n');
    }
    for (id, bodies) in texts {
        ensure!(!bodies.is_empty(), "no crate has the text of {id}");
        for body in bodies.into_values() {
            page.push_str(&["\n", "=== ", &id, " ===\n\n", &body, "\n"].concat());
        }
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, licence: &str, whose: &str, texts: &[(&str, &str)]) -> Part {
        Part {
            name: name.into(),
            licence: licence.into(),
            whose: whose.into(),
            texts: texts
                .iter()
                .map(|(id, body)| ((*id).into(), (*body).into()))
                .collect(),
        }
    }

    #[test]
    fn of_several_licences_the_right_ones_are_taken() {
        for (expression, ids) in [
            ("MIT", &["MIT"][..]),
            ("Apache-2.0 OR MIT", &["MIT"]),
            ("Unlicense/MIT", &["MIT"]),
            ("BSL-1.0", &["BSL-1.0"]),
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                &["MIT", "Unicode-3.0"],
            ),
        ] {
            assert_eq!(taken_under(expression).unwrap(), ids, "{expression}");
        }
    }

    #[test]
    fn a_notice_is_what_stands_above_the_text() {
        let (notice, body) = split_notice(
            "The MIT License (MIT)\n\nCopyright (c) 2015 Ann\r\nCopyright (c) 2016 Ben\n\nYou may.\n\nCopyright stays.\n",
        );
        assert_eq!(notice, "Copyright (c) 2015 Ann, Copyright (c) 2016 Ben");
        assert_eq!(body, "You may.\n\nCopyright stays.");
        assert_eq!(split_notice("").1, "");
    }

    #[test]
    fn each_text_stands_once_and_each_crate_below_its_owner() {
        let page = compose(vec![
            part("b 2.0.0", "MIT", "Ann", &[("MIT", "You\nmay.")]),
            part("a 1.0.0", "MIT", "Ann", &[]),
            part("c 1.0.0", "Zlib", "Ben", &[("Zlib", "Do.")]),
            part("d 1.0.0", "MIT", "Cleo", &[("MIT", "You may.")]),
        ]);
        let page = page.unwrap();
        assert!(page.contains("\nMIT\nAnn\na 1.0.0, b 2.0.0\n"), "{page}");
        assert!(page.contains("the standard library of Rust"), "{page}");
        assert_eq!(page.matches("=== MIT ===").count(), 1, "{page}");
        assert!(page.contains("=== Zlib ===\n\nDo.\n"), "{page}");
    }

    #[test]
    fn a_licence_without_its_text_is_told() {
        let parts = vec![part("c 1.0.0", "Zlib", "Ben", &[])];
        assert!(compose(parts).is_err());
    }
}
