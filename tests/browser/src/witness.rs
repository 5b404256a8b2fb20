//! Sees what the browser asks of others. It is the browser's proxy for everything but this machine,
//! so it hears of requests by pages and service workers alike, and it answers none.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use anyhow::Result;

/// A browser that connects and says nothing is given up after this.
const READ_TIMEOUT: Duration = Duration::from_secs(5);

const REFUSAL: &[u8] =
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Whom Chromium asks on its own account: its home page, the time, its updates and its services.
/// None of them serves what pages load, such as fonts, scripts or counters.
const BROWSERS_OWN: &[&str] = &[
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "clientservices.googleapis.com",
    "content-autofill.googleapis.com",
    "edgedl.me.gvt1.com",
    "optimizationguide-pa.googleapis.com",
    "redirector.gvt1.com",
    "safebrowsing.googleapis.com",
    "safebrowsingohttpgateway.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "www.google.com",
];

/// And whom Firefox asks: its settings, its updates and its services.
const FIREFOXES_OWN: &[&str] = &[
    ".mozilla.com",
    ".mozilla.net",
    ".mozilla.org",
    ".firefox.com",
];

pub(crate) struct Witness {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Witness {
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let seen = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&seen);
        // It lives as long as the program, as the tests do.
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                if let Some(line) = request_line(&stream).filter(|line| !is_browsers_own(line)) {
                    notes
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(line);
                }
                // A browser that gets no answer asks again and again.
                let _ = stream.write_all(REFUSAL);
            }
        });
        Ok(Self { address, seen })
    }

    /// What the browser's `--proxy-server` is.
    pub(crate) fn address(&self) -> String {
        self.address.to_string()
    }

    /// The first line of each request that left this machine, for instance `CONNECT a.example:443`.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.notes().clone()
    }

    pub(crate) fn forget(&self) {
        self.notes().clear();
    }

    fn notes(&self) -> MutexGuard<'_, Vec<String>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn request_line(stream: &TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(READ_TIMEOUT)).ok()?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).ok()?;
    Some(line.trim_end().to_owned())
}

/// `CONNECT update.googleapis.com:443 HTTP/1.1`, `GET http://clients2.google.com/time HTTP/1.1`
fn is_browsers_own(line: &str) -> bool {
    let target = line.split(' ').nth(1).unwrap_or_default();
    let target = target.split_once("://").map_or(target, |(_, rest)| rest);
    let host = target.split([':', '/']).next().unwrap_or_default();
    line.is_empty()
        || BROWSERS_OWN.contains(&host)
        || FIREFOXES_OWN.iter().any(|own| host.ends_with(own))
}
