//! The command line. The comments here are what `cargo xtask --help` prints.
#![allow(missing_docs, reason = "the fields say the same as the options")]

use std::ffi::OsString;

xflags::xflags! {
    /// Builds, serves and tests the app.
    ///
    /// Tools are installed once, into a folder of your cache directory (SPRY_KNEES_CACHE moves it).
    cmd xtask {
        /// Builds the release app and serves it on 127.0.0.1.
        cmd serve {
            /// The path of the site, such as /knees/.
            optional --base path: String
            /// The port, instead of the first free one.
            optional --port number: u16
            /// Serves what is in dist/ already.
            optional --no-build
            /// Serves a development build, and rebuilds it on every change.
            optional --dev
        }
        /// Leaves the finished site in dist/.
        cmd build {
            /// Large and without budgets: to try things out.
            optional --quick
        }
        /// Runs every check and test.
        cmd test {
            /// Adds the long sweeps.
            optional --all
            /// Runs one part, for each time it is given.
            repeated --only part: String
            /// After `--`: added to the command of the one part.
            repeated arguments: OsString
        }
        /// Measures the site in dist/ in a real browser.
        cmd bench {
            /// What to measure; everything if nothing is named.
            repeated parts: OsString
        }
        /// Writes contact sheets of the figure into target/figures.
        cmd figures {}
        /// Prints every sentence of the app with its name and where it is used.
        cmd words {}
        /// Installs what the other commands need, and does nothing else.
        cmd setup {}
        /// Finishes the site: Trunk's hook (Trunk.toml), of no use by hand.
        cmd finish {}
    }
}
