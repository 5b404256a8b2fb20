//! The pinned tools that cargo can install, in a folder of the user's cache directory that every
//! clone shares: `<cache>/tools/<name>-<version>`.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::process::{self, cargo, find_program};

/// A program that `cargo install` builds.
pub struct Tool {
    crate_name: &'static str,
    version: &'static str,
    program: &'static str,
    /// Features that the program needs beside the crate's own default.
    features: &'static str,
}

/// Puts dist/ together.
pub const TRUNK: Tool = Tool {
    crate_name: "trunk",
    version: "0.21.14",
    program: "trunk",
    features: "",
};

/// Must be the version of the crate `wasm-bindgen` in Cargo.toml.
pub const WASM_BINDGEN: Tool = Tool {
    crate_name: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    features: "",
};

/// Splits the app into what the first page needs and what comes after it.
pub const WASM_SPLIT: Tool = Tool {
    crate_name: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    features: "build-binary",
};

/// Checks the licences and sources of the dependencies.
pub const CARGO_DENY: Tool = Tool {
    crate_name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    features: "",
};

/// Lets the browser tests drive Firefox.
pub const GECKODRIVER: Tool = Tool {
    crate_name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    features: "",
};

/// Makes sure that the tools are installed and returns the folders that hold their programs.
///
/// # Errors
/// When the cache folder cannot be written or an installation fails.
pub fn ensure(tools: &[&Tool]) -> Result<Vec<PathBuf>> {
    let tools_dir = cache_dir()?.join("tools");
    if tools.iter().any(|tool| !tool.is_installed(&tools_dir)) {
        install_missing(tools, &tools_dir)?;
    }
    Ok(tools
        .iter()
        .map(|tool| tool.home(&tools_dir).join("bin"))
        .collect())
}

/// The program of a tool, if it is installed.
pub fn find(tool: &Tool) -> Option<PathBuf> {
    let tools_dir = cache_dir().ok()?.join("tools");
    tool.is_installed(&tools_dir)
        .then(|| tool.program_in(&tools_dir))
}

/// What the app is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can build for WebAssembly.
///
/// # Errors
/// When the target is missing and rustup is not there or cannot add it.
pub fn ensure_wasm_target() -> Result<()> {
    let sysroot = process::read(
        Command::new("rustc")
            .args(["--print", "sysroot"])
            .current_dir(process::root()),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .is_dir()
    {
        return Ok(());
    }
    println!("Adding the compiler's {WASM_TARGET} target");
    process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(process::root()))
        .with_context(|| format!("the Rust compiler here cannot build for {WASM_TARGET}: install Rust with rustup, or add that target yourself"))
}

impl Tool {
    fn home(&self, tools_dir: &Path) -> PathBuf {
        tools_dir.join(format!("{}-{}", self.crate_name, self.version))
    }

    /// Cargo writes its record last, and `install` renames a finished folder into place.
    fn is_installed(&self, tools_dir: &Path) -> bool {
        self.home(tools_dir).join(".crates.toml").is_file() && self.program_in(tools_dir).is_file()
    }

    fn program_in(&self, tools_dir: &Path) -> PathBuf {
        let program = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        self.home(tools_dir).join("bin").join(program)
    }

    fn install(&self, tools_dir: &Path) -> Result<()> {
        println!(
            "Installing {} {} (once; it takes some minutes)",
            self.crate_name, self.version
        );
        let partial = tools_dir.join(format!("{}-{}.partial", self.crate_name, self.version));
        remove_dir(&partial)?;
        let mut command = cargo();
        command
            .args([
                "install",
                "--locked",
                "--debug",
                "--quiet",
                self.crate_name,
                "--version",
                self.version,
                "--features",
                self.features,
                "--root",
            ])
            .arg(&partial)
            // Not the repository: its .cargo/config.toml is not meant for the tools.
            .current_dir(tools_dir)
            .env("CARGO_TARGET_DIR", build_dir(tools_dir))
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env_remove("RUSTFLAGS");
        process::run(&mut command)
            .with_context(|| format!("cannot install {} {}", self.crate_name, self.version))?;
        let home = self.home(tools_dir);
        remove_dir(&home)?;
        fs::rename(&partial, &home)
            .with_context(|| format!("cannot move the finished tool to {}", home.display()))
    }
}

fn install_missing(tools: &[&Tool], tools_dir: &Path) -> Result<()> {
    fs::create_dir_all(tools_dir)
        .with_context(|| format!("cannot make the folder {}", tools_dir.display()))?;
    let lock = File::create(tools_dir.join(".lock"))
        .with_context(|| format!("cannot write to {}", tools_dir.display()))?;
    // Another clone may be installing the same tools: wait for it, then look again.
    lock.lock().context("cannot lock the tools' folder")?;
    for tool in tools {
        if !tool.is_installed(tools_dir) {
            tool.install(tools_dir)?;
        }
    }
    // Kept until here so that the tools share what they have in common, and after an interruption
    // so that nothing is compiled twice.
    remove_dir(&build_dir(tools_dir))
}

fn build_dir(tools_dir: &Path) -> PathBuf {
    tools_dir.join(".build")
}

fn remove_dir(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("cannot remove {}", dir.display()))?;
    }
    Ok(())
}

fn cache_dir() -> Result<PathBuf> {
    if let Some(dir) = env_dir("SPRY_KNEES_CACHE") {
        return std::path::absolute(&dir)
            .with_context(|| format!("SPRY_KNEES_CACHE={} is no folder", dir.display()));
    }
    let user_cache = env_dir("XDG_CACHE_HOME")
        .or_else(|| env_dir("LOCALAPPDATA"))
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context(
            "there is no home folder to keep the build tools in: set SPRY_KNEES_CACHE to a folder",
        )?;
    Ok(user_cache.join("spry-knees"))
}

fn env_dir(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// `wasm-opt` of binaryen, which cargo cannot install.
///
/// # Errors
/// When it is missing and the system's packages cannot give it.
pub fn ensure_wasm_opt() -> Result<()> {
    if find_program(&["wasm-opt"]).is_some() {
        return Ok(());
    }
    crate::packages::install(&["binaryen"])
        .context("wasm-opt is missing, which makes the app small enough to ship: install binaryen and run this again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pinned_versions_agree_with_what_the_project_asks_for() {
        let read = |name| fs::read_to_string(process::root().join(name)).unwrap();
        let library = format!("wasm-bindgen = {{ version = \"={}\"", WASM_BINDGEN.version);
        assert!(
            read("Cargo.toml").contains(&library),
            "Cargo.toml must have `{library}`"
        );
        let trunk = format!("trunk-version = \"={}\"", TRUNK.version);
        assert!(
            read("Trunk.toml").contains(&trunk),
            "Trunk.toml must have `{trunk}`"
        );
    }

    #[test]
    fn a_half_made_installation_does_not_count() {
        let dir = env::temp_dir().join(format!("spry-knees-tools-{}", std::process::id()));
        let home = TRUNK.home(&dir);
        assert!(!TRUNK.is_installed(&dir));
        fs::create_dir_all(home.join("bin")).unwrap();
        fs::write(
            home.join("bin")
                .join(format!("trunk{}", env::consts::EXE_SUFFIX)),
            "",
        )
        .unwrap();
        assert!(!TRUNK.is_installed(&dir));
        fs::write(home.join(".crates.toml"), "").unwrap();
        assert!(TRUNK.is_installed(&dir));
        fs::remove_dir_all(&dir).unwrap();
    }
}
