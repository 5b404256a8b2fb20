//! A small static file server for `cargo xtask serve` and the browser tests: only this machine can
//! reach it, it reads only below one folder, and it stops when it is dropped.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::files::mime_type;

/// A browser that goes quiet in the middle of a request is given up after this.
const READ_TIMEOUT: Duration = Duration::from_secs(10);

/// More than any browser sends for a static file.
const REQUEST_BYTES: u64 = 64 * 1024;

/// A running server. Dropping it closes the port, so that the site is unreachable afterwards.
pub struct Server {
    address: SocketAddr,
    base: String,
    stopping: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder on 127.0.0.1 under `base`, a path with `/` at both ends. Port 0 is any free
    /// one.
    ///
    /// # Errors
    /// When the folder is not there, `base` is not such a path or the port is taken.
    pub fn start(dir: &Path, base: &str, port: u16) -> Result<Self> {
        ensure!(
            base.starts_with('/') && base.ends_with('/'),
            "the base path `{base}` must start and end with `/`"
        );
        let dir = dir
            .canonicalize()
            .with_context(|| format!("there is no folder {}", dir.display()))?;
        let listener = TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot listen on port {port}"))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let site = Arc::new(Site {
            dir,
            base: base.to_owned(),
        });
        let thread = thread::spawn({
            let stopping = Arc::clone(&stopping);
            move || accept(&listener, &site, &stopping)
        });
        Ok(Self {
            address,
            base: base.to_owned(),
            stopping,
            listener: Some(thread),
        })
    }

    /// The address of the site, with `/` at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Serves until the program ends.
    pub fn wait(mut self) {
        if let Some(listener) = self.listener.take() {
            // It ends only by a panic, which has been reported by then.
            let _ = listener.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let Some(listener) = self.listener.take() else {
            return;
        };
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        let _ = listener.join();
    }
}

struct Site {
    dir: PathBuf,
    base: String,
}

fn accept(listener: &TcpListener, site: &Arc<Site>, stopping: &AtomicBool) {
    for stream in listener.incoming() {
        if stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let site = Arc::clone(site);
        // A browser that hangs up is no concern of the server's.
        thread::spawn(move || answer(&stream, &site).ok());
    }
}

fn answer(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(READ_TIMEOUT))?;
    let mut reader = BufReader::new(stream.take(REQUEST_BYTES));
    let mut request_line = String::new();
    reader.read_line(&mut request_line)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    respond(stream, &site.response(&request_line))
}

fn respond(mut stream: &TcpStream, response: &Response) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n{}Connection: close\r\n\r\n",
        response.status,
        response.mime_type,
        response.body.len(),
        response
            .location
            .as_ref()
            .map(|to| format!("Location: {to}\r\n"))
            .unwrap_or_default(),
    );
    stream.write_all(head.as_bytes())?;
    if !response.is_head {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

struct Response {
    status: &'static str,
    mime_type: &'static str,
    location: Option<String>,
    body: Vec<u8>,
    is_head: bool,
}

impl Response {
    fn text(status: &'static str) -> Self {
        Self {
            status,
            mime_type: mime_type("a.txt"),
            location: None,
            body: status.into(),
            is_head: false,
        }
    }
}

impl Site {
    fn response(&self, request_line: &str) -> Response {
        let mut words = request_line.split_whitespace();
        let (method, target) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        if method != "GET" && method != "HEAD" {
            return Response::text("405 Method Not Allowed");
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        Response {
            is_head: method == "HEAD",
            ..self.file_response(path)
        }
    }

    fn file_response(&self, path: &str) -> Response {
        if format!("{path}/") == self.base {
            return Response {
                location: Some(self.base.clone()),
                ..Response::text("308 Permanent Redirect")
            };
        }
        let file = path
            .strip_prefix(&self.base)
            .and_then(percent_decoded)
            .and_then(|relative| self.find(&relative));
        let Some(file) = file else {
            return Response::text("404 Not Found");
        };
        match fs::read(&file) {
            Ok(body) => Response {
                body,
                mime_type: mime_type(&file.to_string_lossy()),
                ..Response::text("200 OK")
            },
            Err(_) => Response::text("404 Not Found"),
        }
    }

    /// The file for a path below the base, never one outside the folder.
    fn find(&self, relative: &str) -> Option<PathBuf> {
        let relative = Path::new(relative);
        if !relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            return None;
        }
        let path = self.dir.join(relative);
        let path = if path.is_dir() {
            path.join("index.html")
        } else {
            path
        };
        // A link in the folder may point anywhere.
        path.canonicalize()
            .ok()
            .filter(|path| path.starts_with(&self.dir))
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}
