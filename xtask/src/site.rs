//! What Trunk leaves, made into the finished site: the prerendered shell and the styles in
//! index.html, the page's content security policy, and last of all the service worker, which lists
//! every other file with its hash.

mod page;
mod styles;
mod wasm;
mod worker;

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    budget,
    files::{self, read_text, write},
    process::{self, cargo, root},
};
use page::Parts;

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
    finish(&staging_dir, is_release)
}

fn finish(dir: &Path, is_release: bool) -> Result<()> {
    let assets = root().join("assets");
    let page_path = dir.join("index.html");
    let parts = Parts {
        shell: process::read(cargo().args(["run", "--quiet", "--package", "prerender"]))?,
        style: styles::bundle(&assets.join("css"))?,
        starter: read_text(&assets.join("start.js"))?,
        is_release,
    };
    write(&page_path, page::assemble(&read_text(&page_path)?, &parts)?)?;
    for mut file in files::read_all(dir)?
        .into_iter()
        .filter(|file| files::extension(&file.path) == "wasm")
    {
        wasm::mend(&mut file.bytes)?;
        write(&dir.join(&file.path), &file.bytes)?;
    }
    // A development page changes under a service worker's hands, so it gets none.
    if is_release {
        let template = read_text(&assets.join("sw.js"))?;
        write(
            &dir.join(worker::FILE_NAME),
            worker::fill(&template, &files::read_all(dir)?)?,
        )?;
        budget::check(&files::read_all(dir)?)?;
    }
    Ok(())
}
