//! `WebKitGTK`, on a screen of its own.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::browsers::{self, WebKit};

use super::{Browser, DriverServer, Options, Process};
use crate::scenario::Storage;

/// What is driven: see there why.
const LAUNCHER: &str = include_str!("webkit.py");

pub(super) async fn start(options: &Options<'_>) -> Result<Browser> {
    let webkit = browsers::find_webkit().context(
        "this test needs WebKitGTK, its driver, Xvfb and PyGObject: `cargo xtask test` installs them",
    )?;
    let screen = Screen::start(&webkit)?;
    let mut command = Command::new(&webkit.driver);
    command
        .env("DISPLAY", &screen.display)
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", options.time_zone)
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    let server = DriverServer::that_is_told(&mut command)?;
    // Its server closes a connection that rests, now and then while the next command is on its way.
    let driver = WebDriver::builder(server.url(), capabilities(&webkit, options)?)
        .keep_alive(false)
        .await
        .context("the browser does not start")?;
    let group = fs::read_to_string(options.profile.join("group"))?;
    Ok(Browser {
        process: Some(Process::Group(group.parse()?)),
        driver,
        server,
        _screen: Some(screen),
    })
}

fn capabilities(webkit: &WebKit, options: &Options) -> Result<Capabilities> {
    if options.script_blocked || options.storage == Storage::Private {
        bail!("a WebKit without script, or a private one, was never needed");
    }
    let launcher = options.profile.join("webkit.py");
    fs::write(&launcher, LAUNCHER)?;
    let mut arguments = vec![
        json!(launcher),
        json!(options.profile),
        json!(options.proxy),
    ];
    if matches!(options.storage, Storage::Blocked | Storage::Missing) {
        arguments.push(json!("--no-storage"));
    }
    let mut capabilities = Capabilities::new();
    let browser = json!({ "binary": webkit.python, "args": arguments });
    capabilities.set("webkitgtk:browserOptions", browser)?;
    Ok(capabilities)
}

/// An X server that shows nothing to anybody. Dropping it ends it.
pub(super) struct Screen {
    child: Child,
    display: String,
}

impl Screen {
    fn start(webkit: &WebKit) -> Result<Self> {
        let mut child = Command::new(&webkit.screen)
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let output = child.stdout.take().context("Xvfb has no output")?;
        let mut screen = Self {
            child,
            display: String::new(),
        };
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb does not tell its display");
        }
        screen.display = format!(":{}", number.trim());
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
