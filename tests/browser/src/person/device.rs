//! What happens to the device: the network, the screen, the battery.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Person;
use crate::browser::Engine;

impl Person {
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

    /// Waits until a record has reached `IndexedDB` as it stands, which outlives a killed browser.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_until_mirrored(&mut self, key: &str) -> Result<()> {
        let there = "return (await mirrored())[arguments[0]] === localStorage[arguments[0]]";
        self.until(&format!("{key} is not mirrored"), there, json!(key))
            .await
    }

    /// What `IndexedDB` has confirmed, by its keys.
    ///
    /// # Errors
    /// When the page fails.
    pub async fn mirrored(&mut self) -> Result<Value> {
        self.ask("return mirrored()", Value::Null).await
    }

    /// The browser freezes the window, as it does with one that has long been hidden: nothing in it runs
    /// before it thaws.
    ///
    /// # Errors
    /// When the browser is not Chromium.
    pub async fn freeze(&mut self) -> Result<()> {
        self.set_lifecycle("frozen").await
    }

    /// The window thaws.
    ///
    /// # Errors
    /// When the browser is not Chromium.
    pub async fn thaw(&mut self) -> Result<()> {
        self.set_lifecycle("active").await
    }

    /// The browser dies, as by a flat battery, and is started again with the same profile.
    ///
    /// # Errors
    /// When it does not start again.
    pub async fn browser_dies(&mut self) -> Result<()> {
        self.note_log().await?;
        let browser = self.browser.take().context("there is no browser")?;
        browser.kill()?;
        self.start_browser().await
    }

    /// Travels to another time zone: the browser is closed, and opened again there.
    ///
    /// # Errors
    /// When it does not start again.
    pub async fn travel_to(&mut self, time_zone: &'static str) -> Result<()> {
        self.note_log().await?;
        let browser = self.browser.take().context("there is no browser")?;
        browser.quit().await?;
        self.setup.time_zone = time_zone;
        self.start_browser().await
    }

    /// Travels to another time zone while the page stays open.
    ///
    /// # Errors
    /// When the browser is not Chromium.
    pub async fn travel_on_to(&mut self, time_zone: &'static str) -> Result<()> {
        self.setup.time_zone = time_zone;
        let zone = json!({ "timezoneId": time_zone });
        self.tell_browser("Emulation.setTimezoneOverride", zone)
            .await
    }

    /// The size of the window in CSS pixels, from now on; in other browsers with its borders.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn resize(&mut self, width: u32, height: u32) -> Result<()> {
        self.setup.window = (width, height);
        if self.setup.engine != Engine::Chromium {
            let driver = self.driver()?;
            driver.set_window_rect(0, 0, width, height).await?;
            return Ok(());
        }
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
        if self.setup.engine != Engine::Chromium {
            ensure!(!dark, "only Chromium can be told to be dark");
            return Ok(());
        }
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.tell_browser("Emulation.setEmulatedMedia", features)
            .await
    }

    /// The device is so many times slower, from now on.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn slow_down(&mut self, times: u32) -> Result<()> {
        self.tell_browser("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .await
    }

    async fn set_lifecycle(&mut self, state: &str) -> Result<()> {
        self.tell_browser("Page.setWebLifecycleState", json!({ "state": state }))
            .await
    }

    pub(super) async fn set_visibility(&mut self, state: &str) -> Result<()> {
        let script = "Object.defineProperty(document, 'visibilityState', \
            { value: arguments[0], configurable: true }); \
            Object.defineProperty(document, 'hidden', \
            { value: arguments[0] === 'hidden', configurable: true }); \
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        self.ask(script, json!(state)).await.map(drop)
    }
}
