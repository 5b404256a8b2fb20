//! What Trunk leaves, made into the finished site: the prerendered shell and the styles in
//! index.html, the page's content security policy, the licences of what others have made of it, and
//! last of all the service worker, which lists every other file with its hash.

mod chunks;
mod licences;
mod names;
mod page;
mod styles;
mod wasm;
mod worker;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    budget,
    files::{self, read_text, write},
    process::{self, cargo, root},
};
use page::Parts;

/// Set for Trunk, and so for its hook, when a quick build is wanted.
pub const QUICK: &str = "SPRY_KNEES_QUICK";

/// What a site is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Trunk's server, which changes files as it likes: no policy, no service worker.
    Development,
    /// Trying things out: everything but what makes it small.
    Quick,
    /// People.
    Release,
}

/// Trunk's `post_build` hook: finishes the site in Trunk's staging folder, and in a release checks
/// its budgets before Trunk moves it to dist/.
///
/// # Errors
/// When it was not Trunk that called, a part is missing, or the site breaks a budget.
pub fn finish_from_hook() -> Result<()> {
    let staging_dir = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging_dir =
        staging_dir.context("`finish` is called by Trunk: run `cargo xtask build`")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let kind = match (is_release, env::var_os(QUICK).is_some()) {
        (false, _) => Kind::Development,
        (true, true) => Kind::Quick,
        (true, false) => Kind::Release,
    };
    finish(&staging_dir, kind)
}

fn finish(dir: &Path, kind: Kind) -> Result<()> {
    let assets = root().join("assets");
    let page_path = dir.join("index.html");
    let is_release = kind != Kind::Development;
    let mut page = read_text(&page_path)?;
    if kind == Kind::Release {
        page = replace_app(dir, &page)?;
    }
    let parts = Parts {
        shell: process::read(cargo().args(["run", "--quiet", "--package", "prerender"]))?,
        style: styles::bundle(&assets.join("css"))?,
        rescue: script("rescue.js")?,
        starter: script("start.js")?,
        is_release,
    };
    write(&page_path, page::assemble(&page, &parts)?)?;
    write(&dir.join(licences::FILE_NAME), licences::page()?)?;
    // A development page changes under a service worker's hands, so it gets none.
    if is_release {
        write_worker(dir)?;
    }
    if kind == Kind::Release {
        budget::check(&files::read_all(dir)?)?;
    }
    Ok(())
}

/// Writes the service worker for the files of a site as they are.
///
/// # Errors
/// When one of them cannot be read, or the worker cannot be written.
pub fn write_worker(dir: &Path) -> Result<()> {
    let code = worker::fill(&script("sw.js")?, &files::read_all(dir)?)?;
    write(&dir.join(worker::FILE_NAME), code)
}

/// A script of ours, with those that it includes.
fn script(name: &str) -> Result<String> {
    const INCLUDE: &str = "include(\"";
    let mut text = read_text(&root().join("assets").join(name))?;
    while let Some(start) = text.find(INCLUDE) {
        let rest = &text[start + INCLUDE.len()..];
        let (included, _) = rest
            .split_once("\");")
            .with_context(|| format!("{name} does not end its include"))?;
        let statement = format!("{INCLUDE}{included}\");");
        text = text.replacen(&statement, &script(included)?, 1);
    }
    Ok(text)
}

/// Puts the split app in the place of Trunk's whole one.
fn replace_app(dir: &Path, page: &str) -> Result<String> {
    let whole = page::find_script(page)?;
    let split = chunks::write_split(dir)?;
    let mut replaced = page.to_owned();
    for (old, new) in [(whole.js, &split.js), (whole.wasm, &split.wasm)] {
        let old = old.trim_start_matches("./");
        fs::remove_file(dir.join(old)).with_context(|| format!("cannot remove {old}"))?;
        replaced = replaced.replace(old, new);
    }
    Ok(replaced)
}
