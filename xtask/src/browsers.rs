//! The other two browsers that the storage tests drive: Firefox and `WebKitGTK`, each with the
//! driver of its own make.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{
    packages,
    process::{find_program, first_existing},
    tools::{self, GECKODRIVER},
};

/// An installed Firefox and its `WebDriver` server.
#[derive(Clone, Debug)]
pub struct Firefox {
    /// The browser's program.
    pub browser: PathBuf,
    /// `geckodriver`.
    pub driver: PathBuf,
}

/// The parts of a `WebKitGTK` that can be driven and keeps its profile.
#[derive(Clone, Debug)]
pub struct WebKit {
    /// The Python that has the bindings to the engine: its own `MiniBrowser` keeps nothing on disk
    /// when it is driven.
    pub python: PathBuf,
    /// `WebKitWebDriver`.
    pub driver: PathBuf,
    /// `Xvfb`, the screen that it needs.
    pub screen: PathBuf,
}

const FIREFOXES: &[&str] = &["firefox-esr", "firefox"];
const FIREFOX_PLACES: &[&str] = &[
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
];

/// The system's Python: another one on the PATH does not have the bindings.
const PYTHON: &str = "/usr/bin/python3";
/// Where the bindings describe the engine to Python, on Debian (a folder for each architecture) and
/// elsewhere.
const BINDINGS: &str = "girepository-1.0/WebKit2-4.1.typelib";

/// Finds both, or installs them from the system's packages.
///
/// # Errors
/// When one is missing and cannot be installed; the message says what to install.
pub fn ensure(sh: &Shell) -> Result<()> {
    if find_firefox().is_none() {
        packages::install(sh, &["firefox-esr"]).context(NO_FIREFOX)?;
        find_firefox().context(NO_FIREFOX)?;
    }
    if find_webkit().is_none() {
        packages::install(
            sh,
            &[
                "webkit2gtk-driver",
                "xvfb",
                "python3-gi",
                "gir1.2-webkit2-4.1",
            ],
        )
        .context(NO_WEBKIT)?;
        find_webkit().context(NO_WEBKIT)?;
    }
    Ok(())
}

/// Firefox with its driver, if both are installed.
pub fn find_firefox() -> Option<Firefox> {
    Some(Firefox {
        browser: find_program(FIREFOXES).or_else(|| first_existing(FIREFOX_PLACES))?,
        driver: tools::find(&GECKODRIVER).or_else(|| find_program(&["geckodriver"]))?,
    })
}

/// `WebKitGTK` with what it needs, if everything is installed.
pub fn find_webkit() -> Option<WebKit> {
    let libraries = ["/usr/lib", "/usr/lib64"].map(Path::new);
    let has_bindings = libraries.into_iter().any(|dir| {
        let below = dir.read_dir().into_iter().flatten().flatten();
        dir.join(BINDINGS).is_file()
            || below
                .into_iter()
                .any(|it| it.path().join(BINDINGS).is_file())
    });
    let python = Path::new(PYTHON);
    (has_bindings && python.is_file()).then_some(())?;
    Some(WebKit {
        python: python.to_path_buf(),
        driver: find_program(&["WebKitWebDriver"])?,
        screen: find_program(&["Xvfb"])?,
    })
}

const NO_FIREFOX: &str = "the storage tests need Firefox: install it and run this again";

const NO_WEBKIT: &str = "the storage tests need WebKitGTK, which there is for Linux: WebKitWebDriver, Xvfb, and PyGObject with \
    the bindings to WebKit2 4.1; install them and run this again";
