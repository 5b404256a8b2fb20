//! A small static file server for `cargo xtask serve` and the browser tests: only this machine can
//! reach it, it reads only below one folder, and it stops when it is dropped.

mod conduct;

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
pub use conduct::{Conduct, Fault};

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
        Self::start_with(dir, base, port, Conduct::default())
    }

    /// As [`start`](Self::start), with a conduct of its own.
    ///
    /// # Errors
    /// The same.
    pub fn start_with(dir: &Path, base: &str, port: u16, conduct: Conduct) -> Result<Self> {
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
            conduct,
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
    conduct: Conduct,
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
    let mut response = site.response(&request_line);
    let fault = response
        .file
        .as_deref()
        .and_then(|file| site.conduct.fault(file));
    let sent = match fault {
        None => response.body.len(),
        Some(Fault::Cut | Fault::Stalls) => response.body.len() / 2,
        Some(Fault::Missing) => {
            response = Response::text("404 Not Found");
            response.body.len()
        }
        Some(Fault::Wrong) => {
            response.body.iter_mut().for_each(|byte| *byte ^= 1);
            response.body.len()
        }
        Some(Fault::Page) => {
            response.mime_type = mime_type("a.html");
            response.body = b"<!doctype html><title>Welcome</title><p>Please sign in.".to_vec();
            response.body.len()
        }
        Some(Fault::Hangs) => return wait_for_end(stream),
    };
    respond(stream, &response, sent, &site.conduct.headers())?;
    match fault {
        Some(Fault::Stalls) => wait_for_end(stream),
        _ => Ok(()),
    }
}

/// Sends nothing more until the browser hangs up.
fn wait_for_end(mut stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(None)?;
    io::copy(&mut stream, &mut io::sink()).map(drop)
}

/// Sends so many bytes of the body.
fn respond(
    mut stream: &TcpStream,
    response: &Response,
    sent: usize,
    headers: &str,
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n{headers}{}Connection: close\r\n\r\n",
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
        stream.write_all(&response.body[..sent])?;
    }
    stream.flush()
}

struct Response {
    status: &'static str,
    mime_type: &'static str,
    location: Option<String>,
    /// The file's name, from the site's top folder.
    file: Option<String>,
    body: Vec<u8>,
    is_head: bool,
}

impl Response {
    fn text(status: &'static str) -> Self {
        Self {
            status,
            mime_type: mime_type("a.txt"),
            location: None,
            file: None,
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
                file: self.name(&file),
                mime_type: mime_type(&file.to_string_lossy()),
                ..Response::text("200 OK")
            },
            Err(_) => Response::text("404 Not Found"),
        }
    }

    fn name(&self, file: &Path) -> Option<String> {
        let relative = file.strip_prefix(&self.dir).ok()?;
        Some(relative.to_string_lossy().replace('\\', "/"))
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
