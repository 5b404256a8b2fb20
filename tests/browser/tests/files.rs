//! Files that leave the app and come in.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::Person;
use serde_json::Value;
use tempfile::TempDir;

/// Keeps the file that is handed over, instead of the browser's list of downloads.
pub(crate) const DOWNLOADS: &str = "
    window.files = [];
    const url = URL.createObjectURL;
    let made;
    URL.createObjectURL = (file) => { made = file; return url.call(URL, file); };
    HTMLAnchorElement.prototype.click = function () {
        const { download } = this;
        const { type } = made;
        files.push(made.text().then((text) => [download, type, text].join('\\n')));
    };";

/// The file that was handed over last: its name, its type and its text, in a line each.
const FILE: &str = "return Promise.all(files).then((all) => all.at(-1) ?? '')";

/// The text of the file that was handed over last, under this name and type.
pub(crate) async fn text_of_file(person: &mut Person, name: &str, kind: &str) -> Result<String> {
    let file = person.ask(FILE, Value::Null).await?;
    let file = file.as_str().context("there is no file")?;
    let text = file.strip_prefix(&format!("{name}\n{kind}\n"));
    let text = text.with_context(|| format!("the file is another one: {file}"))?;
    Ok(text.to_owned())
}

/// How many files were handed over.
pub(crate) const FILES: &str = "return files.length";

/// Chooses a file with these bytes on My data.
pub(crate) async fn choose(
    person: &mut Person,
    dir: &TempDir,
    name: &str,
    bytes: impl AsRef<[u8]>,
) -> Result<()> {
    let path = dir.path().join(name);
    fs::write(&path, bytes)?;
    let path = path.to_str().context("a path that cannot be typed")?;
    person.type_into("#backup-file", path).await
}
