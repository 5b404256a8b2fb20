//! What a person does and sees.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::{
    browser::{Browser, Options},
    scenario::{Setup, Storage},
    site::Site,
    witness::Witness,
};

/// How long the browser may take for what needs no time to pass.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two looks at the page.
const LOOK: Duration = Duration::from_millis(15);

/// Monday 1 June 2026, 10:00 in London.
const ARRIVAL_MS: u64 = 1_780_304_400_000;
const DAY_MS: u64 = 24 * 3_600_000;

const CLOCK: &str = include_str!("clock.js");
const PAGE: &str = include_str!("page.js");

/// Every write fails, as in a storage that is full.
const FULL: &str = "Storage.prototype.setItem = () => { \
    throw new DOMException('The storage is full', 'QuotaExceededError'); };";

/// A person with a browser.
pub struct Person {
    setup: Setup,
    site: Site,
    witness: Witness,
    profile: TempDir,
    browser: Option<Browser>,
    now_ms: u64,
    preload: Option<String>,
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

/// Where an element is, in CSS pixels from the top left of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Time that passed until something was seen.
pub type Said = Duration;

impl Person {
    pub(crate) async fn arrive(setup: Setup) -> Result<Self> {
        let mut person = Self {
            setup,
            site: Site::start(setup.base)?,
            witness: Witness::start()?,
            profile: tempfile::tempdir()?,
            browser: None,
            now_ms: ARRIVAL_MS,
            preload: None,
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
        self.set_clock().await?;
        // The same document with another hash would not load.
        self.driver()?.goto("about:blank").await?;
        let address = format!("{}{hash}", self.site.url());
        self.driver()?.goto(&address).await?;
        self.settle().await
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
        self.set_clock().await?;
        self.driver()?.refresh().await?;
        self.settle().await
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
        let button = self.button(name).await?;
        button
            .click()
            .await
            .with_context(|| format!("cannot tap “{name}”"))
    }

    /// Presses what a selector finds.
    ///
    /// # Errors
    /// When there is nothing, or something lies over it.
    pub async fn tap_on(&mut self, selector: &str) -> Result<()> {
        let element = self.driver()?.find(By::Css(selector.to_owned())).await;
        let element = element.with_context(|| format!("there is no {selector}"))?;
        Ok(element.click().await?)
    }

    /// Presses a key.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press(&mut self, key: impl Into<char>) -> Result<()> {
        let key: char = key.into();
        let keys = self.driver()?.action_chain().send_keys(key.to_string());
        Ok(keys.perform().await?)
    }

    /// Waits for words on the page.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn see(&mut self, words: &str) -> Result<()> {
        let seen = "return shows(arguments[0])";
        self.until(&format!("I do not see “{words}”"), seen, json!(words))
            .await
    }

    /// Waits for words to be gone.
    ///
    /// # Errors
    /// When they stay.
    pub async fn sees_not(&mut self, words: &str) -> Result<()> {
        let gone = "return !shows(arguments[0])";
        self.until(&format!("I still see “{words}”"), gone, json!(words))
            .await
    }

    /// Waits for a button or link with exactly this name.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn see_button(&mut self, name: &str) -> Result<()> {
        self.button(name).await.map(drop)
    }

    /// Waits for the page with this title.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn see_title(&mut self, title: &str) -> Result<()> {
        let seen = "return oneLine(document.querySelector('h1')?.innerText ?? '') === arguments[0]";
        let what = format!("the page is not “{title}”");
        self.until(&what, seen, json!(title)).await
    }

    /// Waits for the address to end with a hash.
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_at(&mut self, hash: &str) -> Result<()> {
        let there = "return (location.hash || '#/') === arguments[0]";
        self.until(&format!("the address is not {hash}"), there, json!(hash))
            .await
    }

    /// Lets time pass.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn pass(&mut self, time: Duration) -> Result<()> {
        self.pass_while("undefined", Value::Null, time)
            .await
            .map(drop)
    }

    /// Lets time pass until there are words on the page; returns how much passed.
    ///
    /// # Errors
    /// When they do not come within `most`.
    pub async fn pass_until(&mut self, words: &str, most: Duration) -> Result<Said> {
        let passed = self
            .pass_while("() => shows(arguments[0])", json!(words), most)
            .await?;
        self.see(words)
            .await
            .with_context(|| format!("not within {} s", most.as_secs()))?;
        Ok(passed)
    }

    /// Comes back so many days later.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn come_back_after_days(&mut self, days: u64) -> Result<()> {
        self.now_ms += days * DAY_MS;
        self.reload().await
    }

    /// Looks away: another tab, or the screen goes off.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn look_away(&mut self) -> Result<()> {
        self.set_visibility("hidden").await
    }

    /// Looks at the page again.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn look_back(&mut self) -> Result<()> {
        self.set_visibility("visible").await
    }

    /// The internet is gone.
    pub fn lose_network(&mut self) {
        self.site.cut_network();
        // The browser looks for a new version of the service worker and finds nobody.
        self.expect_in_log("ERR_CONNECTION_REFUSED");
        self.expect_in_log("An unknown error occurred when fetching the script.");
    }

    /// The internet is back.
    ///
    /// # Errors
    /// When the port was taken meanwhile.
    pub fn find_network(&mut self) -> Result<()> {
        self.site.restore_network()
    }

    /// Waits until the app is kept for use without a network.
    ///
    /// # Errors
    /// When it never is.
    pub async fn wait_until_offline_works(&mut self) -> Result<()> {
        let ready = "return Boolean(navigator.serviceWorker?.controller) \
            || (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'";
        self.until("the app is not kept offline", ready, Value::Null)
            .await
    }

    /// The browser dies, as by a flat battery, and is started again with the same profile.
    ///
    /// # Errors
    /// When it does not start again.
    pub async fn browser_dies(&mut self) -> Result<()> {
        self.note_log().await?;
        let browser = self.browser.take().context("there is no browser")?;
        browser.kill()?;
        self.preload = None;
        self.start_browser().await
    }

    /// The size of the window in CSS pixels, from now on.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        self.setup.window = (width, height);
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true,
        });
        self.tell_browser("Emulation.setDeviceMetricsOverride", metrics)
            .await
    }

    /// The device's colours, from now on.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn darken(&mut self, dark: bool) -> Result<()> {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.tell_browser("Emulation.setEmulatedMedia", features)
            .await
    }

    /// Where the first element is that a selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub async fn frame_of(&mut self, selector: &str) -> Result<Frame> {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
            return [box.x + scrollX, box.y + scrollY, box.width, box.height]";
        let frame = self.ask(script, json!(selector)).await?;
        let [x, y, width, height] = serde_json::from_value(frame)?;
        Ok(Frame {
            x,
            y,
            width,
            height,
        })
    }

    /// The answer of the page to a script with one argument.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn ask(&mut self, script: &str, argument: Value) -> Result<Value> {
        let script = format!("{PAGE}\n{script}");
        let answer = self.driver()?.execute(script, vec![argument]).await?;
        Ok(answer.json().clone())
    }

    /// All words that can be seen, in one line.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn words(&mut self) -> Result<String> {
        let words = self.ask("return shown()", Value::Null).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Saves what the window shows as PNG.
    ///
    /// # Errors
    /// When the browser fails or the file cannot be written.
    pub async fn picture(&mut self, path: &Path) -> Result<()> {
        Ok(self.driver()?.screenshot(path).await?)
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
            profile: self.profile.path(),
            proxy: &self.witness.address(),
            storage_blocked: self.setup.storage == Storage::Blocked,
            script_blocked: !self.setup.script,
        };
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

    /// The next document starts at the time that it is by now.
    async fn set_clock(&mut self) -> Result<()> {
        if !self.setup.script {
            return Ok(());
        }
        if let Some(id) = self.preload.take() {
            let script = json!({ "identifier": id });
            self.tell_browser("Page.removeScriptToEvaluateOnNewDocument", script)
                .await?;
        }
        let full = if self.setup.storage == Storage::Full {
            FULL
        } else {
            ""
        };
        let source = format!("{CLOCK}({});\n{full}\n{}", self.now_ms, self.setup.preload);
        let cdp = self.driver()?.cdp();
        let added = cdp
            .send_raw(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            )
            .await?;
        self.preload = added["identifier"].as_str().map(str::to_owned);
        Ok(())
    }

    /// Waits until the app has taken the place of the shell.
    async fn settle(&mut self) -> Result<()> {
        if !self.setup.script {
            return Ok(());
        }
        let mounted = "return document.readyState === 'complete' \
            && document.getElementById('status') !== null";
        self.until("the app does not start", mounted, Value::Null)
            .await
    }

    async fn button(&mut self, name: &str) -> Result<WebElement> {
        let script = format!("{PAGE}\nreturn pressable(arguments[0])");
        let start = Instant::now();
        loop {
            let found = self
                .driver()?
                .execute(script.as_str(), vec![json!(name)])
                .await?;
            let mut found = found.elements()?;
            match found.len() {
                1 => return Ok(found.remove(0)),
                0 if start.elapsed() < PATIENCE => tokio::time::sleep(LOOK).await,
                count => bail!("there are {count} buttons “{name}”"),
            }
        }
    }

    async fn until(&mut self, complaint: &str, script: &str, argument: Value) -> Result<()> {
        let script = format!("{PAGE}\nreturn (async () => {{ {script} }})()")
            .replace("arguments[0]", "argument");
        let script = format!("const argument = arguments[0];\n{script}");
        let start = Instant::now();
        loop {
            let answer = self
                .driver()?
                .execute(script.as_str(), vec![argument.clone()])
                .await?;
            if answer.json() == &Value::Bool(true) {
                return Ok(());
            }
            ensure!(start.elapsed() < PATIENCE, "{complaint}");
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn pass_while(&mut self, until: &str, argument: Value, most: Duration) -> Result<Said> {
        let until = until.replace("arguments[0]", "argument");
        let script = format!(
            "const [argument, ms] = arguments;\n{PAGE}\nreturn testClock.pass(ms, {until})"
        );
        let most_ms = u64::try_from(most.as_millis())?;
        let passed = self
            .driver()?
            .execute(script, vec![argument, json!(most_ms)])
            .await?;
        let passed_ms = passed.json().as_f64().context("no time passed")?;
        let passed = Duration::from_secs_f64(passed_ms / 1000.0);
        self.now_ms += u64::try_from(passed.as_millis())?;
        Ok(passed)
    }

    async fn set_visibility(&mut self, state: &str) -> Result<()> {
        let script = "Object.defineProperty(document, 'visibilityState', \
            { value: arguments[0], configurable: true }); \
            Object.defineProperty(document, 'hidden', \
            { value: arguments[0] === 'hidden', configurable: true }); \
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        self.ask(script, json!(state)).await.map(drop)
    }

    async fn note_log(&mut self) -> Result<()> {
        let log = self.driver()?.browser_log().await?;
        let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
        self.heard.extend(errors.map(|entry| entry.message));
        Ok(())
    }
}
