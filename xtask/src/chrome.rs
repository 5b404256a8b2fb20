//! The browser that the tests drive: Chromium, Chrome or Edge, with the driver of its own make.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{
    packages,
    process::{find_program, first_existing},
};

/// An installed browser and its `WebDriver` server.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The browser's program.
    pub browser: PathBuf,
    /// `chromedriver`, or `msedgedriver` for Edge.
    pub driver: PathBuf,
    /// The same engine without a window, which starts in a quarter of the time, where there is one.
    pub shell: Option<PathBuf>,
}

const CHROMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const EDGES: &[&str] = &["microsoft-edge", "microsoft-edge-stable", "msedge"];

const CHROME_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];
const EDGE_PLACES: &[&str] = &[
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// The package of the engine without a window, and the program itself: the one on the PATH is a
/// script that would survive it.
const SHELL: &str = "chromium-headless-shell";
const SHELL_PLACES: &[&str] = &["/usr/lib/chromium/chromium-headless-shell"];

/// Finds the browser, or installs Chromium from the system's packages.
///
/// # Errors
/// When there is none and none can be installed; the message says what to install.
pub fn ensure(sh: &Shell) -> Result<Chrome> {
    if find().is_none() {
        packages::install(sh, &["chromium", "chromium-driver"]).context(MISSING)?;
    }
    let chrome = find().context(MISSING)?;
    let is_debians = chrome.browser.ends_with("chromium");
    if chrome.shell.is_none() && is_debians && packages::install(sh, &[SHELL]).is_err() {
        println!("Without {SHELL} the tests take longer.");
    }
    find().context(MISSING)
}

/// The browser with its driver, if both are installed.
pub fn find() -> Option<Chrome> {
    let with_driver = |names, places, driver, shell_places| {
        let browser = find_program(names).or_else(|| first_existing(places))?;
        Some(Chrome {
            browser,
            driver: find_program(&[driver])?,
            shell: first_existing(shell_places),
        })
    };
    with_driver(CHROMES, CHROME_PLACES, "chromedriver", SHELL_PLACES)
        .or_else(|| with_driver(EDGES, EDGE_PLACES, "msedgedriver", &[]))
}

const MISSING: &str = "the browser tests need Chromium, Chrome or Edge and its driver (chromedriver or msedgedriver) on the PATH: \
    install both and run this again";
