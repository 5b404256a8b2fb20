//! Where things are, and the shell that runs other programs there.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use xshell::Shell;

/// The repository's top folder.
pub fn root() -> PathBuf {
    // Asked at run time first: a shared target folder may hold an xtask built from another clone.
    let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let holds_workspace = |dir: &&Path| dir.join("Trunk.toml").is_file();
    manifest_dir
        .ancestors()
        .find(holds_workspace)
        .unwrap_or(&manifest_dir)
        .to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A shell in the repository's top folder.
///
/// # Errors
/// When the folder that this program was started in is gone.
pub fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// The first of these programs that is on the PATH.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path)
            .map(|dir| dir.join(&file))
            .find(|candidate| candidate.is_file())
    })
}

/// The first of these files that is there.
pub fn first_existing(places: &[&str]) -> Option<PathBuf> {
    places
        .iter()
        .map(Path::new)
        .find(|place| place.is_file())
        .map(Path::to_path_buf)
}

/// The PATH with these folders put before it.
///
/// # Errors
/// When a folder's name holds the character that separates a PATH.
pub fn path_with(dirs: &[PathBuf]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(dirs.iter().cloned().chain(env::split_paths(&path)))
        .context("a tool's folder cannot be put on the PATH")
}
