//! The parts of `cargo xtask test`: each is one command. The order goes from what fails fast to
//! what takes long; the feature sets are few, because each compiles Leptos once more.

use std::process::Command;

use crate::process::{cargo, root};

/// One check or group of tests.
pub(super) struct Part {
    /// What `--only` calls it.
    pub(super) name: &'static str,
    /// What runs.
    pub(super) command: Command,
    /// Whether it runs only with `--all` or by name.
    pub(super) is_long: bool,
}

/// Every part, in the order of the run.
pub(super) fn all() -> Vec<Part> {
    let mut parts = checks();
    parts.extend(tests());
    parts
}

fn checks() -> Vec<Part> {
    let clippy = |arguments: &[&str]| {
        let mut command = cargo();
        command
            .arg("clippy")
            .args(arguments)
            .args(["--", "-D", "warnings"]);
        command
    };
    let mut doc = part("doc", &["doc", "--workspace", "--no-deps"]);
    doc.command.env("RUSTDOCFLAGS", "-Dwarnings");
    vec![
        part("format", &["fmt", "--all", "--check"]),
        // The core alone, to see that it needs no feature.
        Part::of(
            "clippy-core",
            clippy(&["--package", "spry-knees", "--all-targets"]),
        ),
        // With the prerender the workspace has the feature `ssr`.
        Part::of(
            "clippy-workspace",
            clippy(&["--workspace", "--all-targets"]),
        ),
        Part::of(
            "clippy-wasm",
            clippy(&[
                "--package",
                "spry-knees",
                "--target",
                "wasm32-unknown-unknown",
                "--features",
                "csr",
                "--lib",
                "--bins",
            ]),
        ),
        // No advisories: their list lies on another server, and a build must not depend on it.
        part(
            "deny",
            &[
                "deny",
                "--log-level",
                "error",
                "check",
                "bans",
                "licenses",
                "sources",
            ],
        ),
        doc,
    ]
}

fn tests() -> Vec<Part> {
    let mut native = part(
        "native",
        &["test", "--package", "spry-knees", "--package", "xtask"],
    );
    native.command.env("INSTA_UPDATE", "no");
    let mut view = part(
        "view",
        &[
            "test",
            "--package",
            "spry-knees",
            "--package",
            "prerender",
            "--features",
            "spry-knees/ssr",
            "--lib",
            "--bins",
            "--test",
            "pages",
        ],
    );
    view.command.env("INSTA_UPDATE", "no");
    let mut sweep = part("sweep", &["test", "--package", "spry-knees"]);
    sweep
        .command
        .env("INSTA_UPDATE", "no")
        .env("PROPTEST_CASES", "20000");
    sweep.is_long = true;
    let mut parts = vec![native, view, part("build", &["xtask", "build"])];
    if root().join("tests/browser/Cargo.toml").is_file() {
        // More browsers at once gain nothing.
        let browser = [
            "test",
            "--package",
            "browser-tests",
            "--",
            "--test-threads=2",
        ];
        parts.push(part("browser", &browser));
        // The same once more, each going round much more often.
        let mut storms = part("storms", &browser);
        storms.command.arg("storage::").env("SPRY_KNEES_LONG", "1");
        storms.is_long = true;
        parts.push(storms);
    }
    parts.push(sweep);
    parts
}

fn part(name: &'static str, arguments: &[&str]) -> Part {
    let mut command = cargo();
    command.args(arguments);
    Part::of(name, command)
}

impl Part {
    fn of(name: &'static str, command: Command) -> Self {
        Self {
            name,
            command,
            is_long: false,
        }
    }
}
