//! `cargo xtask serve`: the finished site, or with `--dev` Trunk's server that rebuilds on change.

use std::net::TcpListener;

use anyhow::{Context, Result};

use crate::{
    build::{self, dist},
    process::{self, root},
    server::Server,
};

/// The port people know; the next free one is taken when it is in use.
const RELEASE_PORT: u16 = 8080;

/// Another range than the release's: a service worker that a release left at its address would
/// answer for the development server.
const DEVELOPMENT_PORT: u16 = 8180;

/// How to serve.
pub struct Options {
    /// Rebuild on every change and serve without a service worker.
    pub dev: bool,
    /// Serve dist/ as it is.
    pub no_build: bool,
    /// The path under which the site lies, such as `/knees/`.
    pub base: String,
    /// The port, instead of the first free one.
    pub port: Option<u16>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dev: false,
            no_build: false,
            base: "/".into(),
            port: None,
        }
    }
}

/// Builds and serves until it is interrupted.
///
/// # Errors
/// When the build fails or no port can be had.
pub fn serve(options: &Options) -> Result<()> {
    if options.dev {
        let port = options
            .port
            .map_or_else(|| first_free_port(DEVELOPMENT_PORT), Ok)?;
        println!("Serving a development build on http://127.0.0.1:{port}/");
        // Not dist/: that is only ever a finished site.
        let dist = root().join("target/development");
        let port = port.to_string();
        let mut trunk = build::trunk()?;
        trunk.args(["serve", "--address", "127.0.0.1", "--port", &port, "--dist"]);
        return process::run(trunk.arg(dist));
    }
    if !options.no_build {
        build::build(false)?;
    }
    let port = options
        .port
        .map_or_else(|| first_free_port(RELEASE_PORT), Ok)?;
    let server = Server::start(&dist(), &options.base, port)?;
    println!("Serving on {} (stop with Ctrl+C)", server.url());
    server.wait();
    Ok(())
}

fn first_free_port(from: u16) -> Result<u16> {
    (from..from + 100)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .with_context(|| format!("no port from {from} to {} is free", from + 99))
}
