//! The clock of the page, which stands still until a test lets time pass.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Person, look::PAGE};
use crate::{
    browser::Engine,
    scenario::{Clock, Storage},
};

/// Monday 1 June 2026, 10:00 in London.
pub(super) const ARRIVAL_MS: u64 = 1_780_304_400_000;
/// Between seeing a button and pressing it.
const REACTION: Duration = Duration::from_millis(600);
const DAY_MS: u64 = 24 * 3_600_000;

const CLOCK: &str = include_str!("../clock.js");

/// Every write fails, as in a storage that is full.
const FULL: &str = "Storage.prototype.setItem = () => { \
    throw new DOMException('The storage is full', 'QuotaExceededError'); };\n";

/// As in a browser that has no storage at all. The others are told not to have one.
const MISSING: &str = "Object.defineProperty(window, 'localStorage', { value: null }); \
    Object.defineProperty(window, 'indexedDB', { value: null });";

/// For browsers that do not tell their log. Their service worker would find a page that is not the
/// app's, because this script is in it.
const ERRORS: &str = "window.testErrors = []; { \
    const note = (...words) => void testErrors.push(words.map(String).join(' ')); \
    console.error = note; \
    addEventListener('error', (event) => note(event.message ?? event.target?.src)); \
    addEventListener('unhandledrejection', (event) => note(event.reason)); \
    document.addEventListener('securitypolicyviolation', (event) => \
        note('Content Security Policy', event.violatedDirective, event.blockedURI)); \
    delete Navigator.prototype.serviceWorker; }";

/// A translation takes text nodes out of the page, so what is written into one is never seen.
const WRITES: &str = "{ \
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue'); \
    Object.defineProperty(Node.prototype, 'nodeValue', { ...rest, get, set(value) { \
        console.error(`“${value}” was written into the text node “${get.call(this)}”`); \
        set.call(this, value); \
    } }); }";

/// Without a sound card `WebKitGTK` now and then waits for ever while `GStreamer` ends a sound, and its
/// driver with it. What is heard is tested in Chromium.
const NO_SOUND_CARD: &str = "for (const name of ['AudioContext', 'webkitAudioContext']) \
        Object.defineProperty(window, name, { value: undefined }); \
    Object.defineProperty(HTMLMediaElement.prototype, 'src', { set() {}, get: () => '' }); \
    HTMLMediaElement.prototype.play = async () => {};";

impl Person {
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
    pub async fn pass_until(&mut self, words: &str, most: Duration) -> Result<Duration> {
        if self.setup.clock == Clock::Real {
            let start = Instant::now();
            let script = "return shows(arguments[0])";
            self.until_within(words, script, json!(words), most).await?;
            return Ok(start.elapsed());
        }
        let passed = self
            .pass_while("() => shows(arguments[0])", json!(words), most)
            .await?;
        self.see(words)
            .await
            .with_context(|| format!("not within {} s", most.as_secs()))?;
        Ok(passed)
    }

    /// A person takes longer between two presses than the app waits for one that was meant. Where the
    /// page's clock stands still, its events are dated later.
    pub(super) async fn take_time(&mut self) -> Result<()> {
        if self.setup.clock == Clock::Real {
            tokio::time::sleep(REACTION).await;
            return Ok(());
        }
        self.ask("window.testClock?.takeTime()", Value::Null)
            .await
            .map(drop)
    }

    /// Comes back so many days later.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn come_back_after_days(&mut self, days: u64) -> Result<()> {
        self.now_ms += days * DAY_MS;
        self.reload().await
    }

    /// Comes back at this time, which may lie before the present one: the device's clock was set.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn come_back_at(&mut self, utc_ms: u64) -> Result<()> {
        self.now_ms = utc_ms;
        self.reload().await
    }

    /// Sets the clock of the device while the page is open, by so many seconds. What measures
    /// durations goes on as it was.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn set_clock_by(&mut self, seconds: i64) -> Result<()> {
        self.now_ms = self
            .now_ms
            .checked_add_signed(seconds * 1000)
            .context("before 1970")?;
        let script = "testClock.setBy(arguments[0] * 1000)";
        self.ask(script, json!(seconds)).await.map(drop)
    }

    /// Sleeps for so many seconds and is looked at again: the clock has gone on, nothing else has.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn sleep(&mut self, seconds: i64) -> Result<()> {
        self.set_clock_by(seconds).await?;
        let focus = "window.dispatchEvent(new FocusEvent('focus'))";
        self.ask(focus, Value::Null).await.map(drop)
    }

    /// The next document starts at the time that it is by now.
    pub(super) async fn set_clock(&mut self) -> Result<()> {
        let script = self.preload();
        self.windows.set_now(self.now_ms);
        if !self.setup.script || script.is_empty() {
            return Ok(());
        }
        if self.setup.engine != Engine::Chromium {
            return self.site.set_script(&script);
        }
        if let Some(id) = self.windows.take_preload() {
            let script = json!({ "identifier": id });
            self.tell_browser("Page.removeScriptToEvaluateOnNewDocument", script)
                .await?;
        }
        let cdp = self.driver()?.cdp();
        let source = json!({ "source": script });
        let added = cdp
            .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        self.windows.set_preload(added["identifier"].as_str());
        Ok(())
    }

    fn preload(&self) -> String {
        let setup = &self.setup;
        let chromium = setup.engine == Engine::Chromium;
        let mut script = String::new();
        if setup.clock == Clock::Stepped {
            script = format!("{CLOCK}({});{WRITES}", self.now_ms);
            if !chromium {
                script += ERRORS;
            }
            if setup.engine == Engine::WebKit {
                script += NO_SOUND_CARD;
            }
        }
        match setup.storage {
            Storage::Full => script += FULL,
            Storage::Missing if chromium => script += MISSING,
            Storage::Works | Storage::Missing | Storage::Blocked | Storage::Private => {}
        }
        script + setup.preload
    }

    pub(super) async fn pass_while(
        &mut self,
        until: &str,
        argument: Value,
        most: Duration,
    ) -> Result<Duration> {
        ensure!(
            self.setup.clock == Clock::Stepped,
            "a real clock cannot be told to pass"
        );
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
        self.windows.set_now(self.now_ms);
        Ok(passed)
    }
}
