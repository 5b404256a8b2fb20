//! The finished site, served to one test.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::{process::root, server::Server};

/// Runs before the page's own scripts.
const SCRIPT: &str = "test.js";

/// The site on a port of its own; without its server the network is cut.
pub(crate) struct Site {
    /// A copy, with a script for the test.
    copy: Option<TempDir>,
    base: &'static str,
    port: u16,
    url: String,
    server: Option<Server>,
}

impl Site {
    /// Serves dist/ under a path with `/` at both ends, where asked with a script for the test.
    pub(crate) fn start(base: &'static str, with_script: bool) -> Result<Self> {
        let dir = root().join("dist");
        ensure!(
            dir.join("index.html").is_file() && dir.join("sw.js").is_file(),
            "the browser tests need the finished site: run `cargo xtask build` first"
        );
        let copy = with_script.then(|| copy_with_script(&dir)).transpose()?;
        let folder = copy.as_ref().map_or(dir.as_path(), TempDir::path);
        let server = Server::start(folder, base, 0)?;
        Ok(Self {
            copy,
            base,
            port: server.port(),
            url: server.url(),
            server: Some(server),
        })
    }

    /// The address of the site, with `/` at its end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What runs before the page's own scripts, from its next start on.
    pub(crate) fn set_script(&self, script: &str) -> Result<()> {
        let copy = self
            .copy
            .as_ref()
            .context("the site has no script for the test")?;
        Ok(fs::write(copy.path().join(SCRIPT), script)?)
    }

    /// Stops the server: offline emulation would not reach the service worker.
    pub(crate) fn cut_network(&mut self) {
        self.server = None;
    }

    /// Serves again, at the same address.
    pub(crate) fn restore_network(&mut self) -> Result<()> {
        let dist = root().join("dist");
        let folder = self.copy.as_ref().map_or(dist.as_path(), TempDir::path);
        let server = Server::start(folder, self.base, self.port);
        self.server = Some(server.context("cannot serve again at the same address")?);
        Ok(())
    }
}

fn copy_with_script(dir: &Path) -> Result<TempDir> {
    let copy = tempfile::tempdir()?;
    copy_dir(dir, copy.path())?;
    let index = copy.path().join("index.html");
    let html = fs::read_to_string(&index)?;
    let script = format!("<head><script src=\"{SCRIPT}\"></script>");
    let with_script = html.replacen("<head>", &script, 1);
    ensure!(html != with_script, "index.html has no head");
    fs::write(&index, with_script)?;
    Ok(copy)
}

fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy_dir(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
