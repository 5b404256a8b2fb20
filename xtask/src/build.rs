//! The release build: dist/, ready for any static host.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    process::{self, cargo, path_with, root},
    tools::{self, TRUNK, WASM_BINDGEN},
};

/// Builds the finished site into dist/.
///
/// # Errors
/// When a tool cannot be set up, something does not compile, or the site breaks a budget.
pub fn build() -> Result<()> {
    process::run(trunk()?.args(["build", "--release"])).context("the site was not built")?;
    println!("The site is ready in {}", dist().display());
    Ok(())
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
    tools::ensure(&[&TRUNK, &WASM_BINDGEN])
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
