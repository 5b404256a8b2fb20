//! Several windows of one browser, each with the app.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::WindowHandle;

use super::Person;

/// The windows in the order in which they were opened, each with its own clock. None is known before
/// a second one is opened.
#[derive(Default)]
pub(super) struct Windows {
    first: Window,
    others: Vec<Window>,
    /// 0 for the first.
    index: usize,
}

#[derive(Default)]
struct Window {
    handle: Option<WindowHandle>,
    /// The script that Chromium runs before the page's own.
    preload: Option<String>,
    now_ms: u64,
}

impl Windows {
    pub(super) fn take_preload(&mut self) -> Option<String> {
        self.here().preload.take()
    }

    pub(super) fn set_preload(&mut self, id: Option<&str>) {
        self.here().preload = id.map(str::to_owned);
    }

    pub(super) fn set_now(&mut self, now_ms: u64) {
        self.here().now_ms = now_ms;
    }

    fn here(&mut self) -> &mut Window {
        match self.index.checked_sub(1) {
            Some(index) => &mut self.others[index],
            None => &mut self.first,
        }
    }
}

impl Person {
    /// Opens a page of the site by its hash in one more window, which is the one in use from now on.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_in_new_window(&mut self, hash: &str) -> Result<()> {
        let driver = self.driver()?.clone();
        let before = driver.window().await?;
        self.windows.here().handle = Some(before);
        let handle = driver.new_window().await?;
        driver.switch_to_window(handle.clone()).await?;
        self.windows.others.push(Window {
            handle: Some(handle),
            ..Window::default()
        });
        self.windows.index = self.windows.others.len();
        let (width, height) = self.setup.window;
        self.resize(width, height).await?;
        self.open(hash).await
    }

    /// Turns to another window, 0 for the first; the time that passed meanwhile passes there, too.
    ///
    /// # Errors
    /// When there is no such window.
    pub async fn turn_to_window(&mut self, index: usize) -> Result<()> {
        self.windows.index = index.min(self.windows.others.len());
        let now_ms = self.now_ms;
        let window = self.windows.here();
        let missed_ms = now_ms.saturating_sub(window.now_ms);
        let handle = window.handle.clone().context("there is one window only")?;
        self.driver()?.switch_to_window(handle).await?;
        if missed_ms > 0 {
            self.now_ms -= missed_ms;
            let missed = Duration::from_millis(missed_ms);
            self.pass_while("undefined", Value::Null, missed).await?;
        }
        Ok(())
    }
}
