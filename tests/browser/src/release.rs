//! Other versions of the finished site, for a host to put up.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use xtask::{
    files::{self, extension, sha256_source},
    process::shell,
    site::write_worker,
};

/// A version with other code files and another page than what was built. Its number stands in
/// `document.documentElement.dataset.release`.
#[derive(Clone, Copy, Debug)]
pub struct Release {
    /// From 1.
    pub number: u32,
    /// What its people would hear of.
    pub works: Works,
}

/// Whether a release starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Works {
    /// As well as what was built.
    Yes,
    /// Its script throws.
    ScriptThrows,
    /// Its WebAssembly runs into a trap.
    Traps,
    /// Its starter cannot be read.
    StarterIsBroken,
}

const THROWS: &str = "export default async () => { throw new Error('a broken release'); };";

const TRAPS: &str = "export default async () => { const { instance } = \
    await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, \
    3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11])); instance.exports.f(); };";

impl Release {
    /// One that works.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        let works = Works::Yes;
        Self { number, works }
    }

    /// Changes a copy of the finished site into this one.
    pub(crate) fn make(self, site: &Path) -> Result<()> {
        let code = code_files(site)?;
        let page_path = site.join("index.html");
        let old_page = fs::read_to_string(&page_path)?;
        let old_starter = starter(&old_page)?;
        let mut page = old_page.replacen(
            "<html ",
            &format!("<html data-release=\"{}\" ", self.number),
            1,
        );
        for old in &code {
            let new = self.name(old);
            fs::rename(site.join(old), site.join(&new))?;
            page = page.replace(old, &new);
        }
        for script in code.iter().filter(|name| extension(name) == "js") {
            let path = site.join(self.name(script));
            let text = match self.works {
                Works::ScriptThrows => THROWS.to_owned(),
                Works::Traps => TRAPS.to_owned(),
                Works::Yes | Works::StarterIsBroken => fs::read_to_string(&path)?,
            };
            let text = code
                .iter()
                .fold(text, |text, old| text.replace(old, &self.name(old)));
            fs::write(&path, text)?;
        }
        if self.works == Works::StarterIsBroken {
            let broken = starter(&page)?.to_owned();
            page = page.replacen(&broken, "this is no script", 1);
        }
        let new_source = sha256_source(starter(&page)?.as_bytes());
        page = page.replace(&sha256_source(old_starter.as_bytes()), &new_source);
        fs::write(&page_path, page)?;
        write_worker(&shell()?, site)
    }

    fn name(self, old: &str) -> String {
        let number = self.number;
        old.replacen("spry-knees-", &format!("spry-knees-r{number}-"), 1)
    }
}

/// The names of the app's scripts and WebAssembly files, as they are named by what is in them.
pub(crate) fn code_files(site: &Path) -> Result<Vec<String>> {
    let names = files::read_all(&shell()?, site)?
        .into_iter()
        .map(|file| file.path);
    let is_code =
        |name: &String| name.starts_with("spry-knees-") && matches!(extension(name), "js" | "wasm");
    Ok(names.filter(is_code).collect())
}

/// What starts the app in a page.
fn starter(page: &str) -> Result<&str> {
    let find = || {
        let (_, rest) = page.split_once("<script type=\"module\">")?;
        Some(rest.split_once("</script>")?.0)
    };
    find().context("the page has no starter")
}
