//! The static file server, asked over a real connection.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it cannot read or set up"
)]

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
};

use xtask::server::Server;

/// A folder of its own for each test, removed afterwards.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        let dir =
            std::env::temp_dir().join(format!("spry-knees-server-{name}-{}", std::process::id()));
        fs::create_dir_all(dir.join("site")).unwrap();
        fs::write(dir.join("secret.txt"), "secret").unwrap();
        fs::write(dir.join("site/index.html"), "<h1>Today</h1>").unwrap();
        fs::write(dir.join("site/app.wasm"), b"\0asm").unwrap();
        fs::write(dir.join("site/manifest.webmanifest"), "{}").unwrap();
        Self(dir)
    }

    fn serve(&self, base: &str) -> Server {
        Server::start(&self.0.join("site"), base, 0).unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn files_come_with_their_type_and_are_never_kept_unasked() {
    let site = Site::new("types");
    let server = site.serve("/");
    for (path, mime_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?from=home", "text/html; charset=utf-8"),
        ("/app.wasm", "application/wasm"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ] {
        let answer = ask(&server, &format!("GET {path}"));
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n"),
            "{path}: {answer}"
        );
        assert!(
            answer.contains(&format!("Content-Type: {mime_type}\r\n")),
            "{path}: {answer}"
        );
        assert!(
            answer.contains("Cache-Control: no-cache\r\n"),
            "{path}: {answer}"
        );
    }
    assert!(ask(&server, "GET /").ends_with("\r\n\r\n<h1>Today</h1>"));
}

#[test]
fn head_tells_the_length_and_sends_no_body() {
    let site = Site::new("head");
    let answer = ask(&site.serve("/"), "HEAD /");
    assert!(answer.contains("Content-Length: 14\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let site = Site::new("outside");
    let server = site.serve("/");
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//etc/hostname",
        "/%2Fetc/hostname",
        "/missing",
        "/%zz",
    ] {
        let answer = ask(&server, &format!("GET {path}"));
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
    }
    assert!(ask(&server, "POST /").starts_with("HTTP/1.1 405 "));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let site = Site::new("link");
    std::os::unix::fs::symlink(site.0.join("secret.txt"), site.0.join("site/link.txt")).unwrap();
    assert!(ask(&site.serve("/"), "GET /link.txt").starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_site_under_a_sub_path_is_only_there() {
    let site = Site::new("base");
    let server = site.serve("/knees/");
    assert!(server.url().ends_with("/knees/"));
    assert!(ask(&server, "GET /knees/").starts_with("HTTP/1.1 200 "));
    assert!(ask(&server, "GET /knees/app.wasm").starts_with("HTTP/1.1 200 "));
    assert!(ask(&server, "GET /knees").contains("Location: /knees/\r\n"));
    assert!(ask(&server, "GET /").starts_with("HTTP/1.1 404 "));
    assert!(ask(&server, "GET /app.wasm").starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_dropped_server_is_gone_and_its_port_can_be_used_again() {
    let site = Site::new("drop");
    let server = site.serve("/");
    let port = server.port();
    drop(server);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    assert!(Server::start(&site.0.join("site"), "/", port).is_ok());
}

#[test]
fn a_wrong_base_or_folder_is_told() {
    let site = Site::new("wrong");
    assert!(Server::start(&site.0.join("site"), "knees", 0).is_err());
    assert!(Server::start(&site.0.join("nowhere"), "/", 0).is_err());
}
