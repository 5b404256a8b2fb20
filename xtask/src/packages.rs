//! The system's packages, for the few programs that cargo cannot install. Only Debian's (and its
//! relatives') are installed from here; elsewhere the caller's message says what is missing.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::{self, find_program};

/// Installs packages by apt-get, as root or by a sudo that asks for no password.
///
/// # Errors
/// When there is no apt-get, no right to use it, or it fails.
pub fn install(packages: &[&str]) -> Result<()> {
    if find_program(&["apt-get"]).is_none() {
        bail!(
            "this system has no apt-get to install {} with",
            packages.join(" and ")
        );
    }
    let Some(prefix) = privileges() else {
        bail!(
            "installing needs root: run `sudo apt-get install {}` yourself",
            packages.join(" ")
        );
    };
    println!(
        "Installing {} from the system's packages",
        packages.join(", ")
    );
    process::run(&mut apt_get(prefix, &["update", "-qq"]))?;
    process::run(
        apt_get(prefix, &["install", "-qq", "-y", "--no-install-recommends"]).args(packages),
    )
}

fn apt_get(prefix: &[&str], arguments: &[&str]) -> Command {
    let words: Vec<&str> = prefix
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .copied()
        .collect();
    let mut command = Command::new(words[0]);
    command
        .args(&words[1..])
        .args(arguments)
        .stdout(Stdio::null());
    command
}

/// What to put before a command so that it runs as root, if anything can.
fn privileges() -> Option<&'static [&'static str]> {
    let succeeds = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()
            .filter(|output| output.status.success())
    };
    if succeeds("id", &["-u"]).is_some_and(|output| output.stdout.trim_ascii() == b"0") {
        return Some(&[]);
    }
    succeeds("sudo", &["-n", "true"]).map(|_| ["sudo", "-n"].as_slice())
}
