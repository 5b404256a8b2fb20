//! The command line of the build and test driver.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program reports on its streams"
)]

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::{build, serve, site, suite};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--base /knees/] [--port N]   build the release app and serve it on 127.0.0.1
        [--no-build]                  serve what is in dist/ already
  serve --dev                         a development server that rebuilds on every change
  build                               leave the finished site in dist/
  build --quick                       the same, large and without budgets: to try things out
  test [--all] [--only PART]...       run every check and test; --all adds the long sweeps
  bench [PART]...                     measure the site in dist/ in a real browser
  figures                             write contact sheets of the figure into target/figures
  setup                               install what the others need, and do nothing else

Tools are installed once, into a folder of your cache directory (SPRY_KNEES_CACHE moves it).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "serve" => serve::serve(&serve_options(rest)?)?,
        "build" if rest.is_empty() => build::build(false)?,
        "build" if rest == ["--quick"] => build::build(true)?,
        "setup" if rest.is_empty() => suite::set_up()?,
        "bench" => build::bench(rest)?,
        "figures" if rest.is_empty() => build::figures()?,
        // Trunk's post_build hook (Trunk.toml); of no use by hand.
        "finish" if rest.is_empty() => site::finish_from_hook()?,
        "test" => {
            let passed = suite::run(&suite_options(rest)?)?;
            return Ok(if passed {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
        "help" | "--help" | "-h" => println!("{USAGE}"),
        _ => bail!("`{}` is not understood\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn serve_options(arguments: &[String]) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dev" => options.dev = true,
            "--no-build" => options.no_build = true,
            "--base" => options.base.clone_from(
                arguments
                    .next()
                    .context("--base needs a path such as /knees/")?,
            ),
            "--port" => {
                let port = arguments.next().context("--port needs a number")?;
                options.port = Some(
                    port.parse()
                        .with_context(|| format!("`{port}` is not a port"))?,
                );
            }
            other => bail!("`serve` does not know `{other}`\n\n{USAGE}"),
        }
    }
    Ok(options)
}

fn suite_options(arguments: &[String]) -> Result<suite::Options> {
    let mut options = suite::Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--all" => options.all = true,
            "--only" => options.only.push(
                arguments
                    .next()
                    .context("--only needs the name of a part")?
                    .clone(),
            ),
            other => bail!("`test` does not know `{other}`\n\n{USAGE}"),
        }
    }
    Ok(options)
}
