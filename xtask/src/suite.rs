//! `cargo xtask test`: every check and test, one after the other, with a table of results at the
//! end. A part that fails does not stop the others.

mod parts;

use std::{
    io::Write,
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use xshell::Shell;

use crate::{
    browsers, build, chrome, flags,
    process::path_with,
    tools::{self, CARGO_DENY, GECKODRIVER},
};
use parts::Part;

/// Runs the parts and returns whether all passed.
///
/// # Errors
/// When a part's name is not known or the set-up fails.
pub fn run(sh: &Shell, flags: &flags::Test) -> Result<bool> {
    let parts = chosen_parts(sh, flags)?;
    set_up(sh)?;
    let started = Instant::now();
    let results: Vec<Outcome> = parts.into_iter().map(run_part).collect();
    print_summary(&results, started.elapsed());
    Ok(results.iter().all(|result| result.passed))
}

/// Installs what the tests need, and puts it on the shell's PATH.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn set_up(sh: &Shell) -> Result<()> {
    let mut dirs = build::set_up(sh)?;
    dirs.extend(tools::ensure(sh, &[&CARGO_DENY, &GECKODRIVER])?);
    chrome::ensure(sh)?;
    browsers::ensure(sh)?;
    sh.set_var("PATH", path_with(&dirs)?);
    Ok(())
}

fn chosen_parts<'a>(sh: &'a Shell, flags: &flags::Test) -> Result<Vec<Part<'a>>> {
    let mut parts = parts::all(sh);
    let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
    if let Some(unknown) = flags
        .only
        .iter()
        .find(|name| !names.contains(&name.as_str()))
    {
        bail!(
            "there is no part `{unknown}`; the parts are: {}",
            names.join(", ")
        );
    }
    if flags.only.is_empty() {
        parts.retain(|part| flags.all || !part.is_long);
    } else {
        parts.retain(|part| flags.only.iter().any(|name| name == part.name));
    }
    if !flags.arguments.is_empty() {
        ensure!(
            parts.len() == 1,
            "arguments go to one part: name it, as in `cargo xtask test --only browser -- player`"
        );
        parts = parts
            .into_iter()
            .map(|part| part.with(&flags.arguments))
            .collect();
    }
    Ok(parts)
}

struct Outcome {
    name: &'static str,
    passed: bool,
    time: Duration,
}

fn run_part(part: Part) -> Outcome {
    let Part { name, command, .. } = part;
    println!("\n=== {name}: {command}");
    // The parts write to the same streams without this program's buffer.
    let _ = std::io::stdout().flush();
    let started = Instant::now();
    let result = command.run();
    if let Err(error) = &result {
        eprintln!("error: {error}");
    }
    Outcome {
        name,
        passed: result.is_ok(),
        time: started.elapsed(),
    }
}

fn print_summary(results: &[Outcome], time: Duration) {
    println!("\n{:<18} {:<7} {:>7}", "part", "result", "seconds");
    for result in results {
        let verdict = if result.passed { "ok" } else { "FAILED" };
        let seconds = result.time.as_secs_f64();
        println!("{:<18} {verdict:<7} {seconds:>7.1}", result.name);
    }
    let failed: Vec<&Outcome> = results.iter().filter(|result| !result.passed).collect();
    println!(
        "\n{} of {} parts passed in {:.0} s",
        results.len() - failed.len(),
        results.len(),
        time.as_secs_f64()
    );
    for Outcome { name, .. } in failed {
        println!("{name} failed; to repeat it: cargo xtask test --only {name}");
    }
}
