//! The release build: dist/, ready for any static host.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    process::{self, cargo, path_with, root},
    site,
    tools::{self, TRUNK, WASM_BINDGEN, WASM_SPLIT},
};

/// What makes the app fast to load, which a quick build does without.
const RELEASE_FEATURES: &str = "csr,split";

/// Builds the finished site into dist/; a quick one is neither small nor held to a budget.
///
/// # Errors
/// When a tool cannot be set up, something does not compile, or the site breaks a budget.
pub fn build(quick: bool) -> Result<()> {
    let mut trunk = trunk()?;
    trunk.args(["build", "--release"]);
    if quick {
        trunk
            .args(["--cargo-profile", "quick"])
            .env(site::QUICK, "1");
    } else {
        trunk.args(["--features", RELEASE_FEATURES]);
    }
    process::run(&mut trunk).context("the site was not built")?;
    println!("The site is ready in {}", dist().display());
    Ok(())
}

/// Measures the finished site in a real browser; all parts if none is named.
///
/// # Errors
/// When a part fails.
pub fn bench(parts: &[String]) -> Result<()> {
    let program = [
        "run",
        "--quiet",
        "--package",
        "browser-tests",
        "--example",
        "bench",
        "--",
    ];
    process::run(cargo().args(program).args(parts))
}

/// Writes contact sheets of the figure.
///
/// # Errors
/// When a file cannot be read or written.
pub fn figures() -> Result<()> {
    process::run(cargo().args(["run", "--quiet", "--example", "figures"]))
}

/// The folder of the finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Installs what a build needs.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn set_up() -> Result<Vec<PathBuf>> {
    tools::ensure_wasm_target()?;
    tools::ensure_wasm_opt()?;
    tools::ensure(&[&TRUNK, &WASM_BINDGEN, &WASM_SPLIT])
}

/// Trunk with everything that it needs in place.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn trunk() -> Result<Command> {
    let dirs = set_up()?;
    // Trunk runs cargo offline, so the sources must be here before.
    process::run(cargo().args(["fetch", "--quiet"]))?;
    let mut command = Command::new(dirs[0].join("trunk"));
    // A failure is told in a sentence, whatever the caller set for its own programs.
    command
        .env("RUST_BACKTRACE", "0")
        .env("RUST_LIB_BACKTRACE", "0");
    // Only "true" and "false" are understood, while others set NO_COLOR to 1.
    command
        .current_dir(root())
        .env("PATH", path_with(&dirs)?)
        .env_remove("NO_COLOR");
    Ok(command)
}
