//! What a person sees, and waits for.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{error::WebDriverErrorInner, prelude::*};

use super::Person;

/// How long the browser may take for what needs no time to pass.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at the page.
const LOOK: Duration = Duration::from_millis(15);

pub(super) const PAGE: &str = include_str!("../page.js");

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

impl Person {
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

    /// Waits until an expression of the page's script is true.
    ///
    /// # Errors
    /// When it never is.
    pub async fn wait_for(&mut self, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        self.until(
            &format!("it is never so: {expression}"),
            &script,
            Value::Null,
        )
        .await
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

    /// What the device or the person asks of every page, as media features and their values.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn prefer(&mut self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let media = json!({ "features": features });
        self.command("Emulation.setEmulatedMedia", media)
            .await
            .map(drop)
    }

    /// The answer to a command of the browser's own protocol.
    ///
    /// # Errors
    /// When the browser does not know it.
    pub async fn command(&mut self, command: &str, with: Value) -> Result<Value> {
        Ok(self.driver()?.cdp().send_raw(command, with).await?)
    }

    /// Saves what the window shows as PNG.
    ///
    /// # Errors
    /// When the browser fails or the file cannot be written.
    pub async fn picture(&mut self, path: &Path) -> Result<()> {
        Ok(self.driver()?.screenshot(path).await?)
    }

    pub(super) async fn button(&mut self, name: &str) -> Result<WebElement> {
        let script = format!("{PAGE}\nreturn pressable(arguments[0])");
        let start = Instant::now();
        loop {
            let mut found = self.look(&script, &json!(name)).await?.elements()?;
            match found.len() {
                1 => return Ok(found.remove(0)),
                0 if start.elapsed() < PATIENCE => tokio::time::sleep(LOOK).await,
                count => bail!("there are {count} buttons “{name}”"),
            }
        }
    }

    pub(super) async fn until(
        &mut self,
        complaint: &str,
        script: &str,
        argument: Value,
    ) -> Result<()> {
        self.until_within(complaint, script, argument, PATIENCE)
            .await
    }

    pub(super) async fn until_within(
        &mut self,
        complaint: &str,
        script: &str,
        argument: Value,
        patience: Duration,
    ) -> Result<()> {
        let script = format!("{PAGE}\nreturn (async () => {{ {script} }})()")
            .replace("arguments[0]", "argument");
        let script = format!("const argument = arguments[0];\n{script}");
        let start = Instant::now();
        loop {
            let answer = self.look(&script, &argument).await?;
            if answer.json() == &Value::Bool(true) {
                return Ok(());
            }
            ensure!(start.elapsed() < patience, "{complaint}");
            tokio::time::sleep(LOOK).await;
        }
    }

    /// The answer to a script that changes nothing, so that it can be asked once more where the
    /// connection was lost on the way: `WebKitGTK`'s driver does so now and then.
    async fn look(&self, script: &str, argument: &Value) -> Result<ScriptRet> {
        let driver = self.driver()?;
        let answer = driver.execute(script, vec![argument.clone()]).await;
        match answer {
            Err(error) if matches!(error.as_inner(), WebDriverErrorInner::HttpError(_)) => {
                Ok(driver.execute(script, vec![argument.clone()]).await?)
            }
            answer => Ok(answer?),
        }
    }
}
