//! `cargo xtask test`: every check and test, one after the other, with a table of results at the
//! end. A part that fails does not stop the others.

mod parts;

use std::{
    ffi::OsString,
    io::Write,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    browsers, build, chrome,
    process::{line, path_with},
    tools::{self, CARGO_DENY, GECKODRIVER},
};
use parts::Part;

/// Which parts to run.
#[derive(Default)]
pub struct Options {
    /// The long sweeps as well.
    pub all: bool,
    /// Only the parts with these names; all of them if empty.
    pub only: Vec<String>,
}

/// Runs the parts and returns whether all passed.
///
/// # Errors
/// When a part's name is not known or the set-up fails.
pub fn run(options: &Options) -> Result<bool> {
    let parts = chosen_parts(options)?;
    let path = set_up_path()?;
    let started = Instant::now();
    let results: Vec<Outcome> = parts
        .into_iter()
        .map(|part| run_part(part, &path))
        .collect();
    print_summary(&results, started.elapsed());
    Ok(results.iter().all(|result| result.passed))
}

/// Installs what the tests need.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn set_up() -> Result<()> {
    set_up_path().map(drop)
}

fn set_up_path() -> Result<OsString> {
    let mut dirs = build::set_up()?;
    dirs.extend(tools::ensure(&[&CARGO_DENY, &GECKODRIVER])?);
    chrome::ensure()?;
    browsers::ensure()?;
    path_with(&dirs)
}

fn chosen_parts(options: &Options) -> Result<Vec<Part>> {
    let mut parts = parts::all();
    let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
    if let Some(unknown) = options
        .only
        .iter()
        .find(|name| !names.contains(&name.as_str()))
    {
        bail!(
            "there is no part `{unknown}`; the parts are: {}",
            names.join(", ")
        );
    }
    if options.only.is_empty() {
        parts.retain(|part| options.all || !part.is_long);
    } else {
        parts.retain(|part| options.only.iter().any(|name| name == part.name));
    }
    Ok(parts)
}

struct Outcome {
    name: &'static str,
    passed: bool,
    time: Duration,
}

fn run_part(part: Part, path: &OsString) -> Outcome {
    let Part {
        name, mut command, ..
    } = part;
    println!("\n=== {name}: {}", line(&command));
    // The parts write to the same streams without this program's buffer.
    let _ = std::io::stdout().flush();
    let started = Instant::now();
    let passed = match command.env("PATH", path).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("error: cannot run `{}`: {error}", line(&command));
            false
        }
    };
    Outcome {
        name,
        passed,
        time: started.elapsed(),
    }
}

fn print_summary(results: &[Outcome], time: Duration) {
    println!("\n{:<18} {:<7} {:>7}", "part", "result", "seconds");
    for Outcome { name, passed, time } in results {
        let result = if *passed { "ok" } else { "FAILED" };
        println!("{name:<18} {result:<7} {:>7.1}", time.as_secs_f64());
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
