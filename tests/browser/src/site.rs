//! The finished site, served to one test.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xtask::{process::root, server::Server};

/// The site on a port of its own; without its server the network is cut.
pub(crate) struct Site {
    dir: PathBuf,
    base: &'static str,
    port: u16,
    url: String,
    server: Option<Server>,
}

impl Site {
    /// Serves dist/ under a path with `/` at both ends.
    pub(crate) fn start(base: &'static str) -> Result<Self> {
        let dir = root().join("dist");
        ensure!(
            dir.join("index.html").is_file() && dir.join("sw.js").is_file(),
            "the browser tests need the finished site: run `cargo xtask build` first"
        );
        let server = Server::start(&dir, base, 0)?;
        Ok(Self {
            dir,
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

    /// Stops the server: offline emulation would not reach the service worker.
    pub(crate) fn cut_network(&mut self) {
        self.server = None;
    }

    /// Serves again, at the same address.
    pub(crate) fn restore_network(&mut self) -> Result<()> {
        let server = Server::start(&self.dir, self.base, self.port);
        self.server = Some(server.context("cannot serve again at the same address")?);
        Ok(())
    }
}
