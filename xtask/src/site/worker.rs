//! The service worker: assets/sw.js with the list of the files it must keep.

use anyhow::{Result, ensure};

use crate::files::{BuiltFile, mime_type, sha256_hex};

/// Where the worker lies. Fixed: browsers look for new versions at this address.
pub(super) const FILE_NAME: &str = "sw.js";

/// Fills in the list of every built file, and a version that changes whenever the list or the
/// worker's own code does.
pub(super) fn fill(template: &str, files: &[BuiltFile]) -> Result<String> {
    let entries: Vec<String> = files
        .iter()
        .filter(|file| file.path != FILE_NAME)
        .map(entry)
        .collect();
    let list = format!("[\n{}\n]", entries.join(",\n"));
    let version = &sha256_hex(format!("{template}{list}").as_bytes())[..16];
    for mark in ["\"{files}\"", "{version}"] {
        ensure!(
            template.matches(mark).count() == 1,
            "assets/sw.js must hold `{mark}` once"
        );
    }
    let code = template
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    Ok(code
        .trim_start()
        .replace("{version}", version)
        .replace("\"{files}\"", &list))
}

fn entry(file: &BuiltFile) -> String {
    // By its folder: some hosts answer `index.html` with a redirect.
    let path = if file.path == "index.html" {
        "./"
    } else {
        &file.path
    };
    format!(
        "  {{ path: {path:?}, sha256: \"{}\", type: \"{}\" }}",
        sha256_hex(&file.bytes),
        mime_type(&file.path)
    )
}
