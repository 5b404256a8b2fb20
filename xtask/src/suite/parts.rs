//! The parts of `cargo xtask test`: each is one command. The order goes from what fails fast to
//! what takes long; the feature sets are few, because each compiles Leptos once more.

use std::ffi::OsString;

use xshell::{Cmd, Shell, cmd};

/// One check or group of tests.
pub(super) struct Part<'a> {
    /// What `--only` calls it.
    pub(super) name: &'static str,
    /// What runs.
    pub(super) command: Cmd<'a>,
    /// Whether it runs only with `--all` or by name.
    pub(super) is_long: bool,
}

/// Every part, in the order of the run.
pub(super) fn all(sh: &Shell) -> Vec<Part<'_>> {
    let clippy = |arguments: &[&str]| cmd!(sh, "cargo clippy {arguments...} -- -D warnings");
    let wasm = ["--target", "wasm32-unknown-unknown", "--features", "csr"];
    let wasm = [&["--package", "spry-knees", "--lib", "--bins"], &wasm[..]].concat();
    // With `ssr`, so that one compilation is enough for the core, the pages and the prerender.
    let native = || {
        cmd!(
            sh,
            "cargo test --package spry-knees --package prerender --features spry-knees/ssr"
        )
    };
    // More browsers at once gain nothing.
    let browser = || cmd!(sh, "cargo test --package browser-tests -- --test-threads=2");
    vec![
        Part::of("format", cmd!(sh, "cargo fmt --all --check")),
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
        Part::of("clippy-wasm", clippy(&wasm)),
        // No advisories: their list lies on another server, and a build must not depend on it.
        Part::of(
            "deny",
            cmd!(
                sh,
                "cargo deny --log-level error check bans licenses sources"
            ),
        ),
        Part::of(
            "doc",
            cmd!(sh, "cargo doc --workspace --no-deps").env("RUSTDOCFLAGS", "-Dwarnings"),
        ),
        Part::of("native", native()),
        // Alone, as it is compiled for `cargo xtask` itself.
        Part::of("xtask", cmd!(sh, "cargo test --package xtask")),
        Part::of("build", cmd!(sh, "cargo xtask build")),
        Part::of("browser", browser()),
        // The same once more, each going round much more often.
        Part::long(
            "storms",
            browser().arg("storage::").env("SPRY_KNEES_LONG", "1"),
        ),
        Part::long("sweep", native().env("PROPTEST_CASES", "20000")),
    ]
}

impl<'a> Part<'a> {
    fn of(name: &'static str, command: Cmd<'a>) -> Self {
        Self {
            name,
            // No test may write the snapshot that it compares with.
            command: command.quiet().env("INSTA_UPDATE", "no"),
            is_long: false,
        }
    }

    fn long(name: &'static str, command: Cmd<'a>) -> Self {
        Self {
            is_long: true,
            ..Self::of(name, command)
        }
    }

    /// The part with more arguments at the end of its command.
    pub(super) fn with(self, arguments: &[OsString]) -> Self {
        Self {
            command: self.command.args(arguments),
            ..self
        }
    }
}
