//! The release build: dist/, ready for any static host.

use std::{ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use crate::{
    process::{path_with, root},
    site,
    tools::{self, TRUNK, WASM_BINDGEN, WASM_SPLIT},
};

/// What makes the app fast to load, which a quick build does without.
const RELEASE_FEATURES: &str = "csr,split";

/// Builds the finished site into dist/; a quick one is neither small nor held to a budget.
///
/// # Errors
/// When a tool cannot be set up, something does not compile, or the site breaks a budget.
pub fn build(sh: &Shell, quick: bool) -> Result<()> {
    let trunk = trunk(sh)?.args(["build", "--release"]);
    let trunk = if quick {
        trunk
            .args(["--cargo-profile", "quick"])
            .env(site::QUICK, "1")
    } else {
        trunk.args(["--features", RELEASE_FEATURES])
    };
    trunk.run().context("the site was not built")?;
    println!("The site is ready in {}", dist().display());
    Ok(())
}

/// Measures the finished site in a real browser; all parts if none is named.
///
/// # Errors
/// When a part fails.
pub fn bench(sh: &Shell, parts: &[OsString]) -> Result<()> {
    let program = ["--package", "browser-tests", "--example", "bench"];
    let bench = cmd!(sh, "cargo run --quiet {program...} -- {parts...}");
    Ok(bench.quiet().run()?)
}

/// The folder of the finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Installs what a build needs.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn set_up(sh: &Shell) -> Result<Vec<PathBuf>> {
    tools::ensure_wasm_target(sh)?;
    tools::ensure_wasm_opt(sh)?;
    tools::ensure(sh, &[&TRUNK, &WASM_BINDGEN, &WASM_SPLIT])
}

/// Trunk with everything that it needs in place.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn trunk(sh: &Shell) -> Result<Cmd<'_>> {
    let path = path_with(&set_up(sh)?)?;
    // Trunk runs cargo offline, so the sources must be here before.
    cmd!(sh, "cargo fetch --quiet").quiet().run()?;
    let trunk = cmd!(sh, "trunk")
        .env("PATH", path)
        // A failure is told in a sentence, whatever the caller set for its own programs.
        .env("RUST_BACKTRACE", "0")
        .env("RUST_LIB_BACKTRACE", "0")
        // Only "true" and "false" are understood, while others set NO_COLOR to 1.
        .env_remove("NO_COLOR");
    Ok(trunk.quiet())
}
