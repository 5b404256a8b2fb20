//! The frame of every test: a person with a fresh browser, and the checks that hold for all.

use std::{fmt, fs, path::PathBuf, thread};

use anyhow::{Context, Result, bail, ensure};
use xtask::process::root;

use crate::{browser::Engine, person::Person};

/// The zone of the dates that the tests expect, whatever the machine's.
const TIME_ZONE: &str = "Europe/London";

/// What kind of storage the browser has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// It keeps what it is given.
    #[default]
    Works,
    /// The person blocks cookies and site data: a look at it throws.
    Blocked,
    /// The browser has none: where it should be there is `null`.
    Missing,
    /// It refuses every write, as when it is full.
    Full,
    /// A private window, which keeps nothing when it is closed; not in `WebKitGTK`.
    Private,
}

/// What the page's clock does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// It stands still until the test lets time pass. Chromium gets it by its debugging protocol, the
    /// others by a script in the page, which their service worker does not take for the app's.
    #[default]
    Stepped,
    /// It is the machine's, and the site is served exactly as it was built.
    Real,
}

/// What differs from test to test.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a yes or no of its own, and is set by its name"
)]
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// The browser.
    pub engine: Engine,
    /// The page's clock.
    pub clock: Clock,
    /// Where the person is.
    pub time_zone: &'static str,
    /// The path of the site, with `/` at both ends.
    pub base: &'static str,
    /// The storage of the browser.
    pub storage: Storage,
    /// Whether scripts may run.
    pub script: bool,
    /// The window in CSS pixels.
    pub window: (u32, u32),
    /// Whether the device asks for dark colours.
    pub dark: bool,
    /// Runs before the page's own scripts.
    pub preload: &'static str,
    /// Whether the browser must have a window, which can be put away. Without one it starts sooner.
    pub with_window: bool,
    /// Whether a page is there for the test before all that it names has come.
    pub early: bool,
    /// The language of the browser, in Chromium.
    pub language: &'static str,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            clock: Clock::Stepped,
            time_zone: TIME_ZONE,
            base: "/",
            storage: Storage::Works,
            script: true,
            window: (360, 740),
            dark: false,
            preload: "",
            with_window: false,
            early: false,
            language: "en-GB",
        }
    }
}

/// Why a scenario failed, with what the page showed at that moment.
pub struct Failure(String);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a test returns.
pub type Outcome = Result<(), Failure>;

/// A test with the usual set-up.
///
/// # Errors
/// When the body fails, or the browser logged an error, or a request left the site.
pub fn scenario(body: impl AsyncFnOnce(&mut Person) -> Result<()>) -> Outcome {
    Setup::default().run(body)
}

/// A test with a script that runs before the page's own.
///
/// # Errors
/// As [`scenario`].
pub fn with_preload(
    preload: &'static str,
    body: impl AsyncFnOnce(&mut Person) -> Result<()>,
) -> Outcome {
    let setup = Setup {
        preload,
        ..Setup::default()
    };
    setup.run(body)
}

impl Setup {
    /// A test with this set-up.
    ///
    /// # Errors
    /// When the body fails, or the browser logged an error, or a request left the site.
    pub fn run(self, body: impl AsyncFnOnce(&mut Person) -> Result<()>) -> Outcome {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(anyhow::Error::from)
            .and_then(|runtime| runtime.block_on(self.play(body)))
            .map_err(|error| Failure(format!("{error:#}")))
    }

    async fn play(self, body: impl AsyncFnOnce(&mut Person) -> Result<()>) -> Result<()> {
        let mut person = Person::arrive(self).await?;
        let result = match body(&mut person).await {
            Ok(()) => check(&mut person).await,
            failed => failed,
        };
        if let Err(error) = result {
            let report = report(&mut person).await;
            bail!("{error:#}\n{report}");
        }
        person.leave().await
    }
}

async fn check(person: &mut Person) -> Result<()> {
    let errors = person.errors().await?;
    ensure!(errors.is_empty(), "the browser logged: {errors:#?}");
    let requests = person.requests_elsewhere();
    ensure!(requests.is_empty(), "requests left the site: {requests:#?}");
    Ok(())
}

/// What the page looked like when a test failed, for the person who reads of it.
async fn report(person: &mut Person) -> String {
    let words = person
        .words()
        .await
        .unwrap_or_else(|error| error.to_string());
    let errors = person.errors().await.unwrap_or_default();
    let picture = match save_picture(person).await {
        Ok(path) => format!("picture: {}", path.display()),
        Err(error) => format!("no picture: {error:#}"),
    };
    format!("the page showed: {words}\nlog: {errors:#?}\n{picture}")
}

async fn save_picture(person: &mut Person) -> Result<PathBuf> {
    let dir = root().join("target/browser-failures");
    fs::create_dir_all(&dir).context("cannot make the folder")?;
    let test = thread::current()
        .name()
        .unwrap_or("test")
        .replace("::", "-");
    let path = dir.join(format!("{test}.png"));
    person.picture(&path).await?;
    Ok(path)
}
