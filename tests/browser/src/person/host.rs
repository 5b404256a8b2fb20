//! What the host of the site does: it fails, puts up another release, or answers in its own way.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xtask::{files::extension, server::Fault};

use super::Person;
use crate::release::{self, Release};

/// The files without which the app does not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The script that the page names.
    Script,
    /// The first page's WebAssembly.
    First,
    /// The WebAssembly of the rest, which only a release has by itself.
    Rest,
}

impl Person {
    /// The address of the site, with `/` at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        self.site.url()
    }

    /// From now on this happens to one of the code files, and to no other; `None` is to send them all.
    ///
    /// # Errors
    /// When the site has no such file.
    pub fn host_fails(&mut self, code: Code, fault: Option<Fault>) -> Result<()> {
        let is_meant = |name: &str| match code {
            Code::Script => extension(name) == "js",
            Code::First => extension(name) == "wasm" && !name.contains("-rest-"),
            Code::Rest => extension(name) == "wasm" && name.contains("-rest-"),
        };
        let names = release::code_files(&self.site.folder())?;
        let name = names.iter().find(|name| is_meant(name));
        let name = name.with_context(|| format!("the site has no {code:?}"))?;
        self.host_fails_at(name, fault);
        Ok(())
    }

    /// From now on this happens to a file, and to no other.
    pub fn host_fails_at(&mut self, file: &str, fault: Option<Fault>) {
        self.site.conduct().set_fault(file, fault);
    }

    /// The names of all files of the site but the service worker.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn files(&self) -> Result<Vec<String>> {
        let files = xtask::files::read_all(&xtask::process::shell()?, &self.site.folder())?;
        let names = files.into_iter().map(|file| file.path);
        Ok(names.filter(|name| name != "sw.js").collect())
    }

    /// From now on the host sends these headers with every file.
    pub fn host_sends(&mut self, headers: &[(&str, &str)]) {
        self.site.conduct().set_headers(headers);
    }

    /// The host puts up another release, or with `None` what was built.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn host_puts_up(&mut self, release: Option<Release>) -> Result<()> {
        self.site.put_up(release)
    }

    /// The host adds something at the end of a file of what it has put up.
    ///
    /// # Errors
    /// When it has put up nothing.
    pub fn host_adds(&mut self, file: &str, text: &str) -> Result<()> {
        ensure!(self.site.is_copy(), "what was built stays as it is");
        let path = self.site.folder().join(file);
        let old = fs::read_to_string(&path)?;
        Ok(fs::write(path, [&old, text].concat())?)
    }

    /// The number of the release whose page is shown, 0 for what was built.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn release(&mut self) -> Result<u64> {
        let script = "return Number(document.documentElement?.dataset.release ?? 0)";
        let number = self.ask(script, Value::Null).await?;
        number.as_u64().context("no number")
    }

    /// Lets the browser look for a new version; returns whether it could.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn look_for_new_version(&mut self) -> Result<bool> {
        let script = "return navigator.serviceWorker.getRegistration() \
            .then((registration) => registration.update()).then(() => true, () => false)";
        Ok(self.ask(script, Value::Null).await? == true)
    }

    /// Turns to what is in the page's first frame.
    ///
    /// # Errors
    /// When there is none.
    pub async fn look_into_frame(&mut self) -> Result<()> {
        Ok(self.driver()?.enter_frame(0).await?)
    }

    /// Turns back from a frame to the page.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn look_at_page(&mut self) -> Result<()> {
        Ok(self.driver()?.enter_default_frame().await?)
    }
}
