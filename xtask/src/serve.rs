//! `cargo xtask serve`: the finished site, or with `--dev` Trunk's server that rebuilds on change.

use std::net::TcpListener;

use anyhow::{Context, Result};
use xshell::Shell;

use crate::{
    build::{self, dist},
    flags,
    process::root,
    server::Server,
};

/// The port people know; the next free one is taken when it is in use.
const RELEASE_PORT: u16 = 8080;

/// Another range than the release's: a service worker that a release left at its address would
/// answer for the development server.
const DEVELOPMENT_PORT: u16 = 8180;

/// Builds and serves until it is interrupted.
///
/// # Errors
/// When the build fails or no port can be had.
pub fn serve(sh: &Shell, flags: &flags::Serve) -> Result<()> {
    let port = |from| flags.port.map_or_else(|| first_free_port(from), Ok);
    if flags.dev {
        let port = port(DEVELOPMENT_PORT)?.to_string();
        println!("Serving a development build on http://127.0.0.1:{port}/");
        let trunk = build::trunk(sh)?.args(["serve", "--address", "127.0.0.1", "--port", &port]);
        // Not dist/: that is only ever a finished site.
        let dist = root().join("target/development");
        return Ok(trunk.arg("--dist").arg(dist).run()?);
    }
    if !flags.no_build {
        build::build(sh, false)?;
    }
    let base = flags.base.as_deref().unwrap_or("/");
    let server = Server::start(&dist(), base, port(RELEASE_PORT)?)?;
    println!("Serving on {} (stop with Ctrl+C)", server.url());
    server.wait();
    Ok(())
}

fn first_free_port(from: u16) -> Result<u16> {
    (from..from + 100)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .with_context(|| format!("no port from {from} to {} is free", from + 99))
}
