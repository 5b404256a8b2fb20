//! A browser and its driver, started for one test and gone with it.

mod chromium;
mod firefox;
mod server;
mod webkit;

use std::{
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result};
use thirtyfour::prelude::*;

use crate::scenario::Storage;
use server::DriverServer;
use webkit::Screen;

/// Which browser a test drives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome or Edge.
    #[default]
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, the engine of Safari.
    WebKit,
}

/// A script of the page that lets ten minutes pass takes some seconds.
/// `clock.js` knows it.
const SCRIPT_TIMEOUT: Duration = Duration::from_mins(2);

/// What differs from test to test.
pub(crate) struct Options<'a> {
    pub(crate) engine: Engine,
    pub(crate) profile: &'a Path,
    pub(crate) proxy: &'a str,
    pub(crate) storage: Storage,
    pub(crate) script_blocked: bool,
    pub(crate) time_zone: &'a str,
    pub(crate) with_window: bool,
    pub(crate) early: bool,
    pub(crate) language: &'static str,
}

impl Options<'_> {
    /// Whether only the whole browser will do: its settings, its windows, its bars.
    fn needs_window(&self) -> bool {
        self.with_window || self.script_blocked || self.storage == Storage::Blocked
    }
}

/// A running browser.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    process: Option<Process>,
    server: DriverServer,
    // Dropped after the browser that shows itself on it.
    _screen: Option<Screen>,
}

/// What to end when the browser dies.
#[derive(Clone, Copy)]
enum Process {
    One(u64),
    Group(u64),
}

impl Browser {
    pub(crate) async fn start(options: &Options<'_>) -> Result<Self> {
        let start = async || match options.engine {
            Engine::Chromium => chromium::start(options).await,
            Engine::Firefox => firefox::start(options).await,
            Engine::WebKit => webkit::start(options).await,
        };
        let browser = match start().await {
            Ok(browser) => browser,
            // On a busy machine one sometimes does not come up, which says nothing of the app.
            Err(_) => start().await?,
        };
        browser.driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
        Ok(browser)
    }

    /// Closes it in order.
    pub(crate) async fn quit(self) -> Result<()> {
        let Self {
            driver,
            process,
            mut server,
            ..
        } = self;
        driver.quit().await?;
        server.stop();
        if let Some(process @ Process::Group(_)) = process {
            // The engine's own processes outlive its window for a while.
            process.kill();
        }
        Ok(())
    }

    /// Ends it as a flat battery would: nothing is written any more.
    pub(crate) fn kill(self) -> Result<()> {
        let Self {
            driver,
            process,
            mut server,
            ..
        } = self;
        let process = process.context("the driver does not tell the browser's process")?;
        process.kill();
        // The driver's process goes before its session, which would wait for it.
        server.stop();
        driver.leak().ok();
        Ok(())
    }
}

async fn connect(
    server: &DriverServer,
    capabilities: impl Into<Capabilities>,
) -> Result<WebDriver> {
    WebDriver::new(server.url(), capabilities)
        .await
        .context("the browser does not start")
}

impl Process {
    /// The process whose number the driver tells.
    fn told(driver: &WebDriver, name: &str) -> Option<Self> {
        let id = driver.capabilities().get(name)?.as_u64()?;
        Some(Self::One(id))
    }

    fn kill(self) {
        let mut command = if cfg!(windows) {
            let (Self::One(id) | Self::Group(id)) = self;
            let mut command = Command::new("taskkill");
            command.args(["/F", "/T", "/PID", &id.to_string()]);
            command
        } else {
            let target = match self {
                Self::One(id) => id.to_string(),
                Self::Group(id) => format!("-{id}"),
            };
            let mut command = Command::new("kill");
            command.args(["-KILL", "--", &target]);
            command
        };
        let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}
