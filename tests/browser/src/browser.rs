//! A browser and its driver, started for one test and gone with it.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};
use xtask::chrome::{self, Chrome};

/// The zone of the dates that the tests expect, whatever the machine's.
const TIME_ZONE: &str = "Europe/London";

/// A script of the page that lets ten minutes pass takes some seconds.
const SCRIPT_TIMEOUT: Duration = Duration::from_mins(2);

/// Below the browser's prefs: the numbers of its content settings.
const BLOCKED: u8 = 2;

/// What differs from test to test.
pub(crate) struct Options<'a> {
    pub(crate) profile: &'a Path,
    pub(crate) proxy: &'a str,
    pub(crate) storage_blocked: bool,
    pub(crate) script_blocked: bool,
}

/// A running browser.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    process: Option<u64>,
    server: DriverServer,
}

impl Browser {
    pub(crate) async fn start(options: &Options<'_>) -> Result<Self> {
        let chrome = chrome::find().context(
            "the browser tests need Chromium and its driver: `cargo xtask test` installs them",
        )?;
        let server = DriverServer::start(&chrome)?;
        let driver = WebDriver::new(server.url.as_str(), capabilities(&chrome, options)?)
            .await
            .context("the browser does not start")?;
        driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
        let process = driver
            .capabilities()
            .get("goog:processID")
            .and_then(Value::as_u64);
        Ok(Self {
            driver,
            process,
            server,
        })
    }

    /// Closes it in order.
    pub(crate) async fn quit(self) -> Result<()> {
        let Self {
            driver, mut server, ..
        } = self;
        driver.quit().await?;
        server.stop();
        Ok(())
    }

    /// Ends it as a flat battery would: nothing is written any more.
    pub(crate) fn kill(self) -> Result<()> {
        let Self {
            driver,
            process,
            mut server,
        } = self;
        let id = process.context("the driver does not tell the browser's process")?;
        kill(id);
        // The driver's process goes before its session, which would wait for it.
        server.stop();
        driver.leak().ok();
        Ok(())
    }
}

fn kill(id: u64) {
    let id = id.to_string();
    let mut command = if cfg!(windows) {
        let mut command = Command::new("taskkill");
        command.args(["/F", "/T", "/PID", &id]);
        command
    } else {
        let mut command = Command::new("kill");
        command.args(["-KILL", &id]);
        command
    };
    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
}

fn capabilities(chrome: &Chrome, options: &Options) -> Result<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&chrome.browser.to_string_lossy())?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    let profile = format!("--user-data-dir={}", options.profile.display());
    let proxy = format!("--proxy-server=http://{}", options.proxy);
    let flags = [
        "--headless=new",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--mute-audio",
        "--lang=en-GB",
        &profile,
        &proxy,
    ];
    for flag in flags {
        capabilities.add_arg(flag)?;
    }
    if is_root() {
        capabilities.add_arg("--no-sandbox")?;
    }
    let mut prefs = json!({ "intl.accept_languages": "en-GB" });
    if options.storage_blocked {
        prefs["profile.default_content_setting_values.cookies"] = json!(BLOCKED);
    }
    if options.script_blocked {
        prefs["profile.default_content_setting_values.javascript"] = json!(BLOCKED);
    }
    capabilities.add_experimental_option("prefs", prefs)?;
    Ok(capabilities)
}

/// Chromium has no sandbox for root.
fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The driver's own server, on a free port. Dropping it ends it, and the browser with it.
struct DriverServer {
    child: Child,
    url: String,
}

impl DriverServer {
    fn start(chrome: &Chrome) -> Result<Self> {
        let mut child = Command::new(&chrome.driver)
            .arg("--port=0")
            .env("TZ", TIME_ZONE)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the browser's driver does not start")?;
        let output = child.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line));
        // It must be able to write on.
        thread::spawn(move || lines.for_each(drop));
        let Some(port) = port else {
            let _ = child.kill();
            bail!("the browser's driver does not tell its port");
        };
        Ok(Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
        })
    }

    fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for DriverServer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `ChromeDriver was started successfully on port 40371.`
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}
