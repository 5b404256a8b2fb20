//! What the finished site may weigh and must not hold. A broken budget fails the build.

use std::io::Write;

use anyhow::{Context, Result, bail};

use crate::files::{BuiltFile, extension};

/// Bytes (brotli, quality 11) until the first page can be used: HTML with its styles, and the
/// JavaScript and WebAssembly that it names. The rest of the app comes after it.
pub const FIRST_LOAD_BYTES: usize = 100 * 1024;

/// Bytes (brotli, quality 11) of everything the service worker keeps on the device: what a person pays
/// for, and what a bound on uncompressed bytes would have us squeeze code for.
///
/// 10 kB of it are the pictures for browsers in which the app cannot run, 12 kB the wrong poses, charts
/// and pages of the new look.
pub const INSTALL_BYTES: usize = 400 * 1024;

const PAGE: &str = "index.html";

/// Addresses that are names of vocabularies, not places that anything is loaded from.
const NAMESPACES: &[&str] = &["http://www.w3.org/"];

/// Prints the site's sizes and checks every budget.
///
/// # Errors
/// When one is broken; the message names each that is.
pub fn check(files: &[BuiltFile]) -> Result<()> {
    let mut broken = check_sizes(files)?;
    broken.extend(files.iter().flat_map(foreign_addresses));
    if broken.is_empty() {
        return Ok(());
    }
    bail!("the site breaks its budgets:\n  {}", broken.join("\n  "))
}

fn check_sizes(files: &[BuiltFile]) -> Result<Vec<String>> {
    let page = files.iter().find(|file| file.path == PAGE);
    let page = page.map_or_else(Default::default, |page| {
        String::from_utf8_lossy(&page.bytes)
    });
    let mut first_load = 0;
    let mut install = 0;
    println!("\n{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    for file in files {
        let compressed = brotli_len(&file.bytes)?;
        install += compressed;
        let mark = if is_in_first_load(&file.path, &page) {
            first_load += compressed;
            "*"
        } else {
            ""
        };
        println!(
            "{:<44} {:>9} {compressed:>9} {mark}",
            file.path,
            file.bytes.len()
        );
    }
    println!(
        "{:<44} {:>9} {first_load:>9} of {FIRST_LOAD_BYTES}",
        "* first load", ""
    );
    println!(
        "{:<44} {:>9} {install:>9} of {INSTALL_BYTES}\n",
        "whole install", ""
    );

    let over = |what: &str, bytes: usize, bound: usize| {
        (bytes > bound).then(|| format!("{what}: {bytes} bytes, {} over {bound}", bytes - bound))
    };
    let sizes = [
        over("first load (brotli)", first_load, FIRST_LOAD_BYTES),
        over("whole install (brotli)", install, INSTALL_BYTES),
    ];
    Ok(sizes.into_iter().flatten().collect())
}

/// Whether the page cannot start without this file: it is the page, or code that the page names. The
/// service worker is named too, but comes when everything else is there.
fn is_in_first_load(path: &str, page: &str) -> bool {
    let is_code = matches!(extension(path), "js" | "wasm");
    path == PAGE || (is_code && path != "sw.js" && page.contains(path))
}

fn brotli_len(bytes: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
    writer.write_all(bytes).context("cannot compress")?;
    drop(writer);
    Ok(compressed.len())
}

/// Every mention of another origin. The policy would block the request; this finds it earlier, and
/// keeps addresses out that somebody might follow.
fn foreign_addresses(file: &BuiltFile) -> Vec<String> {
    let text = String::from_utf8_lossy(&file.bytes);
    let mut found = Vec::new();
    for scheme in ["http://", "https://", "src=\"//", "href=\"//", "url(//"] {
        for (start, _) in text.match_indices(scheme) {
            let address: String = text[start..]
                .chars()
                .take(60)
                .take_while(char::is_ascii_graphic)
                .collect();
            if !NAMESPACES
                .iter()
                .any(|namespace| address.starts_with(namespace))
            {
                found.push(format!("{} names a foreign address: {address}", file.path));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> BuiltFile {
        BuiltFile {
            path: "index.html".into(),
            bytes: text.into(),
        }
    }

    #[test]
    fn a_foreign_address_is_found_and_a_namespace_is_none() {
        assert_eq!(
            foreign_addresses(&page("<img src=\"https://example.org/a.png\">")).len(),
            1
        );
        assert_eq!(
            foreign_addresses(&page("<img src=\"//example.org/a.png\">")).len(),
            1
        );
        assert!(foreign_addresses(&page("<svg xmlns=\"http://www.w3.org/2000/svg\">")).is_empty());
    }

    #[test]
    fn the_first_load_is_the_page_and_the_code_that_it_names() {
        let page = "<link href=\"./a.js\"><link href=\"./a.png\"><script>\"./sw.js\"</script>";
        let first = ["index.html", "a.js", "a.png", "sw.js", "rest.wasm"]
            .into_iter()
            .filter(|path| is_in_first_load(path, page));
        assert_eq!(first.collect::<Vec<_>>(), ["index.html", "a.js"]);
    }

    #[test]
    fn a_site_over_its_budget_fails_and_says_by_how_much() {
        // Noise, so that it cannot be compressed.
        let mut noise = 1_u32;
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.to_be_bytes()[0]
        })
        .take(INSTALL_BYTES)
        .collect();
        let install = brotli_len(&bytes).unwrap();
        let error = check(&[BuiltFile {
            path: "icon.png".into(),
            bytes,
        }])
        .unwrap_err();
        let over = install - INSTALL_BYTES;
        let expected =
            format!("whole install (brotli): {install} bytes, {over} over {INSTALL_BYTES}");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}
