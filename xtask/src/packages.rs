//! The system's packages, for the few programs that cargo cannot install. Only Debian's (and its
//! relatives') are installed from here; elsewhere the caller's message says what is missing.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::process::find_program;

/// Installs packages by apt-get, as root or by a sudo that asks for no password.
///
/// # Errors
/// When there is no apt-get, no right to use it, or it fails.
pub fn install(sh: &Shell, packages: &[&str]) -> Result<()> {
    if find_program(&["apt-get"]).is_none() {
        bail!(
            "this system has no apt-get to install {} with",
            packages.join(" and ")
        );
    }
    let Some(sudo) = privileges(sh) else {
        bail!(
            "installing needs root: run `sudo apt-get install {}` yourself",
            packages.join(" ")
        );
    };
    println!(
        "Installing {} from the system's packages",
        packages.join(", ")
    );
    // `env` first, because a command cannot begin with nothing.
    let apt_get = |arguments: &[&str]| {
        let apt_get = cmd!(
            sh,
            "env {sudo...} env DEBIAN_FRONTEND=noninteractive apt-get -qq"
        );
        apt_get.args(arguments).quiet().ignore_stdout().run()
    };
    apt_get(&["update"])?;
    let install = ["install", "-y", "--no-install-recommends"];
    Ok(apt_get(&[&install, packages].concat())?)
}

/// What to put before a command so that it runs as root, if anything can.
fn privileges(sh: &Shell) -> Option<&'static [&'static str]> {
    let user = cmd!(sh, "id -u").ignore_stderr().read();
    if user.is_ok_and(|id| id == "0") {
        return Some(&[]);
    }
    let sudo = cmd!(sh, "sudo -n true").quiet().ignore_stderr().run();
    sudo.is_ok().then_some(&["sudo", "-n"])
}
