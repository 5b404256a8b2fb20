//! What takes how long in a real browser: `cargo xtask bench`. It prints figures and judges nothing,
//! because machines differ and are busy: compare what stands in one run.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "figures on the standard output are what this program is for"
)]

mod frames;
mod start_up;
mod tones;

use std::process::ExitCode;

/// The parts, by the names that the command line takes.
const PARTS: &[Part] = &[
    ("frames", frames::frames),
    ("start-up", start_up::start_up),
    ("tones", tones::tones),
];

type Part = (&'static str, fn() -> browser_tests::Outcome);

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            println!("\n=== {name}");
            if let Err(failure) = part() {
                eprintln!("{failure:?}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
