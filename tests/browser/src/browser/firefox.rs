//! Firefox.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::FirefoxCapabilities;
use thirtyfour::{common::capabilities::desiredcapabilities::PageLoadStrategy, prelude::*};
use xtask::browsers::{self, Firefox};

use super::{Browser, DriverServer, Options, Process, connect};
use crate::scenario::Storage;

/// `network.cookie.cookieBehavior`: no site may keep anything.
const REJECT_ALL: u8 = 2;
/// `network.proxy.type`: the one in the other prefs.
const MANUAL: u8 = 1;

pub(super) async fn start(options: &Options<'_>) -> Result<Browser> {
    let firefox = browsers::find_firefox()
        .context("this test needs Firefox and geckodriver: `cargo xtask test` installs them")?;
    let mut command = Command::new(&firefox.driver);
    command
        .args(["--port", "0", "--websocket-port", "0"])
        .env("TZ", options.time_zone);
    let server = DriverServer::that_tells(&mut command, "Listening on 127.0.0.1:")?;
    let driver = connect(&server, capabilities(&firefox, options)?).await?;
    Ok(Browser {
        process: Process::told(&driver, "moz:processID"),
        driver,
        server,
        _screen: None,
    })
}

fn capabilities(firefox: &Firefox, options: &Options) -> Result<FirefoxCapabilities> {
    let mut capabilities = DesiredCapabilities::firefox();
    if options.early {
        capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
    }
    let (host, port) = options
        .proxy
        .split_once(':')
        .context("the proxy has no port")?;
    let port: u16 = port.parse()?;
    let mut prefs = json!({
        "intl.accept_languages": "en-GB",
        "intl.locale.requested": "en-GB",
        "network.proxy.type": MANUAL,
        "network.proxy.http": host,
        "network.proxy.http_port": port,
        "network.proxy.ssl": host,
        "network.proxy.ssl_port": port,
    });
    match options.storage {
        Storage::Blocked => prefs["network.cookie.cookieBehavior"] = json!(REJECT_ALL),
        Storage::Missing => prefs["dom.storage.enabled"] = json!(false),
        Storage::Private => prefs["browser.privatebrowsing.autostart"] = json!(true),
        Storage::Works | Storage::Full => {}
    }
    if options.script_blocked {
        prefs["javascript.enabled"] = json!(false);
    }
    let profile = options.profile.to_string_lossy();
    let browser_options = json!({
        "binary": firefox.browser,
        "args": ["-headless", "-profile", profile],
        "prefs": prefs,
    });
    capabilities.set("moz:firefoxOptions", browser_options)?;
    Ok(capabilities)
}
