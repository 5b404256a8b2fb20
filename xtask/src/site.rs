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
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::{budget, files};
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
pub fn finish_from_hook(sh: &Shell) -> Result<()> {
    let staging_dir = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging_dir =
        staging_dir.context("`finish` is called by Trunk: run `cargo xtask build`")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let kind = match (is_release, env::var_os(QUICK).is_some()) {
        (false, _) => Kind::Development,
        (true, true) => Kind::Quick,
        (true, false) => Kind::Release,
    };
    finish(sh, &staging_dir, kind)
}

fn finish(sh: &Shell, dir: &Path, kind: Kind) -> Result<()> {
    let page_path = dir.join("index.html");
    let is_release = kind != Kind::Development;
    let mut page = sh.read_file(&page_path)?;
    if kind == Kind::Release {
        page = replace_app(sh, dir, &page)?;
    }
    let parts = Parts {
        shell: cmd!(sh, "cargo run --quiet --package prerender").read()?,
        style: styles::bundle(sh, "assets/css".as_ref())?,
        rescue: script(sh, "rescue.js")?,
        starter: script(sh, "start.js")?,
        is_release,
    };
    sh.write_file(&page_path, page::assemble(&page, &parts)?)?;
    let pictures = cmd!(sh, "cargo run --quiet --package prerender -- pictures").read()?;
    let pictures = styles::into_pictures(sh, &pictures)?;
    sh.write_file(dir.join("pictures.svg"), pictures)?;
    sh.write_file(dir.join(licences::FILE_NAME), licences::page(sh)?)?;
    // A development page changes under a service worker's hands, so it gets none.
    if is_release {
        write_worker(sh, dir)?;
    }
    if kind == Kind::Release {
        budget::check(&files::read_all(sh, dir)?)?;
    }
    Ok(())
}

/// Writes the service worker for the files of a site as they are.
///
/// # Errors
/// When one of them cannot be read, or the worker cannot be written.
pub fn write_worker(sh: &Shell, dir: &Path) -> Result<()> {
    let code = worker::fill(&script(sh, "sw.js")?, &files::read_all(sh, dir)?)?;
    Ok(sh.write_file(dir.join(worker::FILE_NAME), code)?)
}

/// A script of ours, with those that it includes.
fn script(sh: &Shell, name: &str) -> Result<String> {
    const INCLUDE: &str = "include(\"";
    let mut text = sh.read_file(Path::new("assets").join(name))?;
    while let Some(start) = text.find(INCLUDE) {
        let rest = &text[start + INCLUDE.len()..];
        let (included, _) = rest
            .split_once("\");")
            .with_context(|| format!("{name} does not end its include"))?;
        let statement = format!("{INCLUDE}{included}\");");
        text = text.replacen(&statement, &script(sh, included)?, 1);
    }
    Ok(text)
}

/// Puts the split app in the place of Trunk's whole one.
fn replace_app(sh: &Shell, dir: &Path, page: &str) -> Result<String> {
    let whole = page::find_script(page)?;
    let split = chunks::write_split(sh, dir)?;
    let mut replaced = page.to_owned();
    for (old, new) in [(whole.js, &split.js), (whole.wasm, &split.wasm)] {
        let old = old.trim_start_matches("./");
        sh.remove_path(dir.join(old))?;
        replaced = replaced.replace(old, new);
    }
    Ok(replaced)
}
