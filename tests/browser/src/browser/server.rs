//! The server of a browser's driver.

use std::{
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_mins(1);
const LOOK: Duration = Duration::from_millis(10);
/// How often one is started that does not listen.
const STARTS: u32 = 5;

/// The driver's own server, on a free port. Dropping it ends it, and the browser with it.
pub(super) struct DriverServer {
    child: Child,
    url: String,
}

impl DriverServer {
    /// Starts one that chooses its port, and says it in a line after these words. A port that is free
    /// for one protocol may be taken for the other: then it ends, and is started anew.
    pub(super) fn that_tells(command: &mut Command, words: &str) -> Result<Self> {
        let mut outcome = Self::start(command, words);
        for _ in 1..STARTS {
            if outcome.is_ok() {
                break;
            }
            outcome = Self::start(command, words);
        }
        outcome
    }

    fn start(command: &mut Command, words: &str) -> Result<Self> {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the browser's driver does not start")?;
        let output = child.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line, words));
        // It must be able to write on.
        thread::spawn(move || lines.for_each(drop));
        let mut server = Self {
            child,
            url: String::new(),
        };
        let port = port.context("the browser's driver does not tell its port")?;
        server.url = format!("http://127.0.0.1:{port}");
        Ok(server)
    }

    /// Starts one that wants to be given a port.
    pub(super) fn that_is_told(command: &mut Command) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let child = command
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("the browser's driver does not start")?;
        let server = Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if start.elapsed() > PATIENCE {
                bail!("the browser's driver does not listen");
            }
            thread::sleep(LOOK);
        }
        Ok(server)
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for DriverServer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `ChromeDriver was started successfully on port 40371.`
fn port(line: &str, words: &str) -> Option<u16> {
    let (_, rest) = line.split_once(words)?;
    rest.trim_end_matches('.').parse().ok()
}
