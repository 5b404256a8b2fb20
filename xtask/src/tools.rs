//! The pinned tools that cargo can install, in a folder of the user's cache directory that every
//! clone shares: `<cache>/tools/<name>-<version>`.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::process::find_program;

/// A program that `cargo install` builds.
pub struct Tool {
    crate_name: &'static str,
    version: &'static str,
    program: &'static str,
    /// What `cargo install` needs to know, to leave out what nobody here uses.
    options: &'static [&'static str],
}

/// Puts dist/ together. Without a way to fetch anything or to look for updates: it works offline.
pub const TRUNK: Tool = Tool {
    crate_name: "trunk",
    version: "0.21.14",
    program: "trunk",
    options: &["--no-default-features"],
};

/// Must be the version of the crate `wasm-bindgen` in Cargo.toml.
pub const WASM_BINDGEN: Tool = Tool {
    crate_name: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    options: &["--no-default-features"],
};

/// Splits the app into what the first page needs and what comes after it.
pub const WASM_SPLIT: Tool = Tool {
    crate_name: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    options: &["--features", "build-binary"],
};

/// Checks the licences and sources of the dependencies.
pub const CARGO_DENY: Tool = Tool {
    crate_name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    options: &[],
};

/// Lets the browser tests drive Firefox.
pub const GECKODRIVER: Tool = Tool {
    crate_name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    options: &[],
};

/// Makes sure that the tools are there and returns the folders to put on the PATH for them.
///
/// # Errors
/// When the cache folder cannot be written or an installation fails.
pub fn ensure(sh: &Shell, tools: &[&Tool]) -> Result<Vec<PathBuf>> {
    let tools_dir = cache_dir()?.join("tools");
    if tools.iter().any(|tool| tool.is_missing(sh, &tools_dir)) {
        install_missing(sh, tools, &tools_dir)?;
    }
    let installed = tools.iter().filter(|tool| tool.is_installed(&tools_dir));
    Ok(installed
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
pub fn ensure_wasm_target(sh: &Shell) -> Result<()> {
    let sysroot = cmd!(sh, "rustc --print sysroot").read()?;
    let installed = Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET);
    if installed.is_dir() {
        return Ok(());
    }
    println!("Adding the compiler's {WASM_TARGET} target");
    cmd!(sh, "rustup target add {WASM_TARGET}").quiet().run()
        .with_context(|| format!("the Rust compiler here cannot build for {WASM_TARGET}: install Rust with rustup, or add that target yourself"))
}

impl Tool {
    /// Whether it is neither in the cache nor, in this very version, on the PATH.
    fn is_missing(&self, sh: &Shell, tools_dir: &Path) -> bool {
        let program = self.program;
        let version = || {
            find_program(&[program])?;
            cmd!(sh, "{program} --version").ignore_stderr().read().ok()
        };
        let fits = |version: String| version.split_whitespace().nth(1) == Some(self.version);
        !self.is_installed(tools_dir) && !version().is_some_and(fits)
    }

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

    fn install(&self, sh: &Shell, tools_dir: &Path) -> Result<()> {
        let (name, version) = (self.crate_name, self.version);
        let partial = tools_dir.join(format!("{name}-{version}.partial"));
        sh.remove_path(&partial)?;
        let has_binstall = find_program(&["cargo-binstall"]).is_some();
        if !(has_binstall && self.fetch(sh, &partial)) {
            self.compile(sh, &partial)
                .with_context(|| format!("cannot install {name} {version}"))?;
        }
        let home = self.home(tools_dir);
        sh.remove_path(&home)?;
        fs::rename(&partial, &home)
            .with_context(|| format!("cannot move the finished tool to {}", home.display()))
    }

    /// Takes the finished program that somebody else has built, where there is one.
    fn fetch(&self, sh: &Shell, to: &Path) -> bool {
        let (name, version) = (self.crate_name, self.version);
        println!("Fetching {name} {version} with cargo-binstall");
        let options = ["--no-confirm", "--disable-strategies", "compile"];
        let fetch = cmd!(
            sh,
            "cargo binstall {name}@{version} {options...} --root {to}"
        );
        fetch.quiet().run().is_ok()
    }

    /// Without optimisation: the programs have little to do, and are compiled in half the time.
    fn compile(&self, sh: &Shell, to: &Path) -> Result<()> {
        let (name, version) = (self.crate_name, self.version);
        println!("Installing {name} {version} (once; it takes some minutes)");
        let program = ["--bin", self.program];
        let options = self.options;
        let install = cmd!(
            sh,
            "cargo install --locked --debug --quiet {name}@{version} {program...} {options...}"
        );
        let install = install.arg("--root").arg(to).quiet();
        let install = install
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env_remove("RUSTFLAGS");
        Ok(install.run()?)
    }
}

fn install_missing(sh: &Shell, tools: &[&Tool], tools_dir: &Path) -> Result<()> {
    sh.create_dir(tools_dir)?;
    let lock = File::create(tools_dir.join(".lock"))
        .with_context(|| format!("cannot write to {}", tools_dir.display()))?;
    // Another clone may be installing the same tools: wait for it, then look again.
    lock.lock().context("cannot lock the tools' folder")?;
    let build_dir = tools_dir.join(".build");
    // Not the repository: its .cargo/config.toml is not meant for the tools.
    let _here = sh.push_dir(tools_dir);
    // One folder for all of them, so that they share what they have in common.
    let _target = sh.push_env("CARGO_TARGET_DIR", &build_dir);
    for tool in tools {
        if tool.is_missing(sh, tools_dir) {
            tool.install(sh, tools_dir)?;
        }
    }
    // Kept until here, so that after an interruption nothing is compiled twice.
    Ok(sh.remove_path(build_dir)?)
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
pub fn ensure_wasm_opt(sh: &Shell) -> Result<()> {
    if find_program(&["wasm-opt"]).is_some() {
        return Ok(());
    }
    crate::packages::install(sh, &["binaryen"])
        .context("wasm-opt is missing, which makes the app small enough to ship: install binaryen and run this again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pinned_versions_agree_with_what_the_project_asks_for() {
        let read = |name| fs::read_to_string(crate::process::root().join(name)).unwrap();
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
