//! Chromium, Chrome or Edge.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};
use thirtyfour::{common::capabilities::desiredcapabilities::PageLoadStrategy, prelude::*};
use xtask::chrome::{self, Chrome};

use super::{Browser, DriverServer, Options, Process, connect};
use crate::scenario::Storage;

/// Below the browser's prefs: the numbers of its content settings.
const BLOCKED: u8 = 2;

pub(super) async fn start(options: &Options<'_>) -> Result<Browser> {
    let chrome = chrome::find().context(
        "the browser tests need Chromium and its driver: `cargo xtask test` installs them",
    )?;
    let mut command = Command::new(&chrome.driver);
    command.arg("--port=0").env("TZ", options.time_zone);
    let server = DriverServer::that_tells(&mut command, "successfully on port ")?;
    let driver = connect(&server, capabilities(&chrome, options)?).await?;
    Ok(Browser {
        process: Process::told(&driver, "goog:processID"),
        driver,
        server,
        _screen: None,
    })
}

fn capabilities(chrome: &Chrome, options: &Options) -> Result<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let (binary, headless) = match &chrome.shell {
        Some(shell) if !options.needs_window() => (launcher(shell, options)?, "--headless"),
        _ => (chrome.browser.clone(), "--headless=new"),
    };
    if options.early {
        capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    }
    capabilities.set_binary(&binary.to_string_lossy())?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    let profile = format!("--user-data-dir={}", options.profile.display());
    let proxy = format!("--proxy-server=http://{}", options.proxy);
    let language = format!("--lang={}", options.language);
    let accepted = format!("--accept-lang={}", options.language);
    let flags = [
        headless,
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--mute-audio",
        &language,
        &accepted,
        &profile,
        &proxy,
    ];
    for flag in flags {
        capabilities.add_arg(flag)?;
    }
    if options.storage == Storage::Private {
        capabilities.add_arg("--incognito")?;
    }
    if is_root() {
        capabilities.add_arg("--no-sandbox")?;
    }
    let mut prefs = json!({ "intl.accept_languages": options.language });
    if options.storage == Storage::Blocked {
        prefs["profile.default_content_setting_values.cookies"] = json!(BLOCKED);
    }
    if options.script_blocked {
        prefs["profile.default_content_setting_values.javascript"] = json!(BLOCKED);
    }
    capabilities.add_experimental_option("prefs", prefs)?;
    Ok(capabilities)
}

/// Starts the engine without a window, with a page: its driver waits for one.
fn launcher(shell: &Path, options: &Options) -> Result<PathBuf> {
    let path = options.profile.join("shell");
    let script = format!("#!/bin/sh\nexec {} \"$@\" about:blank\n", shell.display());
    fs::write(&path, script)?;
    let status = Command::new("chmod").arg("+x").arg(&path).status()?;
    ensure!(
        status.success(),
        "{} cannot be made a program",
        path.display()
    );
    Ok(path)
}

/// Chromium has no sandbox for root.
fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
