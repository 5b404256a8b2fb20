//! The finished site, served to one test.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::{
    process::root,
    server::{Conduct, Server},
};

use crate::release::Release;

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
    conduct: Conduct,
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
        let conduct = Conduct::default();
        let server = Server::start_with(folder, base, 0, conduct.clone())?;
        Ok(Self {
            copy,
            base,
            port: server.port(),
            url: server.url(),
            server: Some(server),
            conduct,
        })
    }

    /// How the host answers.
    pub(crate) const fn conduct(&self) -> &Conduct {
        &self.conduct
    }

    /// Whether what is served may be changed.
    pub(crate) const fn is_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// The folder of the site as it is served now.
    pub(crate) fn folder(&self) -> PathBuf {
        let dist = || root().join("dist");
        self.copy
            .as_ref()
            .map_or_else(dist, |copy| copy.path().to_owned())
    }

    /// The host puts up another release, or with `None` what was built.
    pub(crate) fn put_up(&mut self, release: Option<Release>) -> Result<()> {
        let copy = tempfile::tempdir()?;
        copy_dir(&root().join("dist"), copy.path())?;
        if let Some(release) = release {
            release.make(copy.path())?;
        }
        self.server = None;
        self.copy = Some(copy);
        self.restore_network()
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
        let server = Server::start_with(&self.folder(), self.base, self.port, self.conduct.clone());
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
