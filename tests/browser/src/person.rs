//! What a person does and sees.

mod device;
mod hands;
mod host;
mod look;
mod time;
mod windows;

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

pub use host::Code;
pub use look::Frame;
use time::ARRIVAL_MS;

use crate::{
    browser::{Browser, Engine, Options},
    scenario::{Clock, Setup},
    site::Site,
    witness::Witness,
};
use windows::Windows;

/// How long the app may take to start, and how often it is given this time.
const SETTLE: Duration = Duration::from_secs(5);
const SETTLES: u32 = 4;

/// A person with a browser.
pub struct Person {
    setup: Setup,
    site: Site,
    witness: Witness,
    profile: TempDir,
    browser: Option<Browser>,
    now_ms: u64,
    windows: Windows,
    expected: Vec<&'static str>,
    heard: Vec<String>,
}

impl Drop for Person {
    /// After a failure: a session that is not ended would block here.
    fn drop(&mut self) {
        if let Some(browser) = self.browser.take() {
            let _ = browser.kill();
        }
    }
}

impl Person {
    pub(crate) async fn arrive(setup: Setup) -> Result<Self> {
        let with_script = setup.engine != Engine::Chromium && setup.clock == Clock::Stepped;
        let mut person = Self {
            setup,
            site: Site::start(setup.base, with_script)?,
            witness: Witness::start()?,
            profile: tempfile::tempdir()?,
            browser: None,
            now_ms: ARRIVAL_MS,
            windows: Windows::default(),
            expected: Vec::new(),
            heard: Vec::new(),
        };
        person.start_browser().await?;
        Ok(person)
    }

    /// Opens a page of the site by its hash, from outside: the document loads.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open(&mut self, hash: &str) -> Result<()> {
        self.open_early(hash).await?;
        self.settle().await
    }

    /// Waits until the running Today has taken the place of the shell, whatever the rest does.
    ///
    /// # Errors
    /// When it does not.
    pub async fn see_today_run(&mut self) -> Result<()> {
        let running = "return document.getElementById('status') !== null";
        self.until("Today does not start", running, Value::Null)
            .await
    }

    /// As [`open`](Self::open), without waiting for the app.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_early(&mut self, hash: &str) -> Result<()> {
        self.note_page_errors().await?;
        self.set_clock().await?;
        // The same document with another hash would not load.
        self.driver()?.goto("about:blank").await?;
        let address = format!("{}{hash}", self.site.url());
        self.driver()?.goto(&address).await?;
        Ok(())
    }

    /// Goes to a page by its hash, as by a link: the app runs on.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn go_to(&mut self, hash: &str) -> Result<()> {
        let script = "location.hash = arguments[0]";
        self.ask(script, json!(hash)).await.map(drop)
    }

    /// Goes to a page that is not the site's.
    ///
    /// # Errors
    /// When there is none.
    pub async fn visit(&mut self, address: &str) -> Result<()> {
        Ok(self.driver()?.goto(address).await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn reload(&mut self) -> Result<()> {
        self.note_page_errors().await?;
        self.set_clock().await?;
        if self.setup.engine == Engine::Firefox && self.setup.clock == Clock::Real {
            // The driver's own way there goes past the service worker.
            let script = "window.isOld = true; location.reload()";
            self.ask(script, Value::Null).await?;
            self.until(
                "it does not load again",
                "return !window.isOld",
                Value::Null,
            )
            .await?;
        } else {
            self.driver()?.refresh().await?;
        }
        self.settle().await
    }

    /// Loads the page again without waiting for it.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn start_reload(&mut self) -> Result<()> {
        self.note_page_errors().await?;
        self.set_clock().await?;
        Ok(self.driver()?.refresh().await?)
    }

    /// Goes one step back in the browser's history.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn go_back(&mut self) -> Result<()> {
        Ok(self.driver()?.back().await?)
    }

    /// Presses a button or link by its exact name, as soon as it can be seen.
    ///
    /// # Errors
    /// When there is none, or several, or something lies over it.
    pub async fn tap(&mut self, name: &str) -> Result<()> {
        // Looked for again after the person has taken time: the page may have been built anew meanwhile.
        self.button(name).await?;
        self.take_time().await?;
        let button = self.button(name).await?;
        if self.setup.engine == Engine::WebKit {
            // Its driver does not press what has to be scrolled to.
            button.scroll_into_view().await?;
        }
        let mut pressed = button.click().await;
        if pressed.is_err() && self.setup.engine == Engine::WebKit {
            // Its driver has no name for a button that was built anew since it was found.
            pressed = self.button(name).await?.click().await;
        }
        pressed.with_context(|| format!("cannot tap “{name}”"))
    }

    /// Presses a button or link by its exact name twice, as somebody whose finger trembles or who does
    /// not see at once that something happens.
    ///
    /// # Errors
    /// When there is none, or several.
    pub async fn tap_twice(&mut self, name: &str) -> Result<()> {
        let button = self.button(name).await?;
        self.take_time().await?;
        let actions = self.driver()?.action_chain();
        let actions = actions.move_to_element_center(&button).click().click();
        Ok(actions.perform().await?)
    }

    /// Presses what a selector finds.
    ///
    /// # Errors
    /// When there is nothing, or something lies over it.
    pub async fn tap_on(&mut self, selector: &str) -> Result<()> {
        let element = self.driver()?.find(By::Css(selector.to_owned())).await;
        let element = element.with_context(|| format!("there is no {selector}"))?;
        self.take_time().await?;
        Ok(element.click().await?)
    }

    /// Presses a key.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press(&mut self, key: Key) -> Result<()> {
        self.take_time().await?;
        self.press_again(key).await
    }

    /// Presses a key right after another press.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press_again(&mut self, key: Key) -> Result<()> {
        let keys = self
            .driver()?
            .action_chain()
            .send_keys(key.value().to_string());
        Ok(keys.perform().await?)
    }

    /// Errors with these words in the browser's log are part of the scenario.
    pub fn expect_in_log(&mut self, words: &'static str) {
        self.expected.push(words);
    }

    /// The requests to others than the site.
    pub fn requests_elsewhere(&self) -> Vec<String> {
        self.witness.seen()
    }

    /// What was sent to others until now is part of the scenario.
    pub fn forget_requests(&mut self) {
        self.witness.forget();
    }

    /// The errors in the browser's log that are no part of the scenario.
    pub(crate) async fn errors(&mut self) -> Result<Vec<String>> {
        self.note_log().await?;
        let unexpected = |line: &&String| !self.expected.iter().any(|words| line.contains(words));
        Ok(self.heard.iter().filter(unexpected).cloned().collect())
    }

    pub(crate) async fn leave(mut self) -> Result<()> {
        match self.browser.take() {
            Some(browser) => browser.quit().await,
            None => Ok(()),
        }
    }

    async fn start_browser(&mut self) -> Result<()> {
        let options = Options {
            engine: self.setup.engine,
            profile: self.profile.path(),
            proxy: &self.witness.address(),
            storage: self.setup.storage,
            script_blocked: !self.setup.script,
            time_zone: self.setup.time_zone,
            with_window: self.setup.with_window,
            early: self.setup.early,
            language: self.setup.language,
        };
        self.windows = Windows::default();
        self.browser = Some(Browser::start(&options).await?);
        let (width, height) = self.setup.window;
        self.resize(width, height).await?;
        self.darken(self.setup.dark).await
    }

    fn driver(&self) -> Result<&WebDriver> {
        let browser = self.browser.as_ref().context("there is no browser")?;
        Ok(&browser.driver)
    }

    async fn tell_browser(&mut self, command: &str, with: Value) -> Result<()> {
        self.driver()?.cdp().send_raw(command, with).await?;
        Ok(())
    }

    /// Waits until the app has taken the place of the shell, and the rest of it has come. What it
    /// waits for in vain it gives up after a while: so time passes where it takes long.
    async fn settle(&mut self) -> Result<()> {
        if !self.setup.script {
            return Ok(());
        }
        let mounted = "return document.readyState === 'complete' \
            && document.documentElement.dataset.app === 'whole'";
        let mut outcome = Ok(());
        for _ in 0..SETTLES {
            outcome = self
                .until_within("the app does not start", mounted, Value::Null, SETTLE)
                .await;
            if outcome.is_ok() {
                break;
            }
            if self.setup.clock == Clock::Stepped {
                // There may be no page yet whose clock could be set.
                let _ = self.pass(SETTLE).await;
            }
        }
        outcome
    }

    async fn note_log(&mut self) -> Result<()> {
        if self.setup.engine != Engine::Chromium {
            return self.note_page_errors().await;
        }
        let log = self.driver()?.browser_log().await?;
        let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
        self.heard.extend(errors.map(|entry| entry.message));
        Ok(())
    }

    /// Browsers without a log for their driver: the page notes its errors itself, until it goes.
    async fn note_page_errors(&mut self) -> Result<()> {
        if self.setup.engine == Engine::Chromium {
            return Ok(());
        }
        let script = "return (window.testErrors ?? []).splice(0)";
        let errors = self.ask(script, Value::Null).await?;
        let errors: Vec<String> = serde_json::from_value(errors)?;
        self.heard.extend(errors);
        Ok(())
    }
}
