//! The command line of the build and test driver.
#![expect(
    clippy::print_stderr,
    reason = "a command line program reports on its streams"
)]

use std::process::ExitCode;

use anyhow::{Result, bail};
use xshell::cmd;
use xtask::{
    build,
    flags::{Xtask, XtaskCmd},
    process, serve, site, suite, words,
};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether everything passed.
fn run() -> Result<bool> {
    let flags = match Xtask::from_env() {
        Err(help) if help.is_help() => help.exit(),
        Err(error) => bail!("{error}: see `cargo xtask --help`"),
        Ok(flags) => flags,
    };
    let sh = &process::shell()?;
    match flags.subcommand {
        XtaskCmd::Serve(flags) => serve::serve(sh, &flags)?,
        XtaskCmd::Build(flags) => build::build(sh, flags.quick)?,
        XtaskCmd::Test(flags) => return suite::run(sh, &flags),
        XtaskCmd::Bench(flags) => build::bench(sh, &flags.parts)?,
        XtaskCmd::Figures(_) => cmd!(sh, "cargo run --quiet --example figures")
            .quiet()
            .run()?,
        XtaskCmd::Words(_) => words::print(sh)?,
        XtaskCmd::Setup(_) => suite::set_up(sh)?,
        XtaskCmd::Finish(_) => site::finish_from_hook(sh)?,
    }
    Ok(true)
}
