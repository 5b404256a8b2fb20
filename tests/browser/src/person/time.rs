//! The clock of the page, which stands still until a test lets time pass.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Person, look::PAGE};
use crate::scenario::Storage;

/// Monday 1 June 2026, 10:00 in London.
pub(super) const ARRIVAL_MS: u64 = 1_780_304_400_000;
const DAY_MS: u64 = 24 * 3_600_000;

const CLOCK: &str = include_str!("../clock.js");

/// Every write fails, as in a storage that is full.
const FULL: &str = "Storage.prototype.setItem = () => { \
    throw new DOMException('The storage is full', 'QuotaExceededError'); };";

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

    /// The next document starts at the time that it is by now.
    pub(super) async fn set_clock(&mut self) -> Result<()> {
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

    pub(super) async fn pass_while(
        &mut self,
        until: &str,
        argument: Value,
        most: Duration,
    ) -> Result<Duration> {
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
}
