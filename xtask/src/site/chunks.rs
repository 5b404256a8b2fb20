//! The app's WebAssembly, split at the functions marked in the source: a main module that the first
//! page needs, and chunks that it loads afterwards. Trunk can build only one module, so its two
//! files give way to these.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::{names, page, wasm};
use crate::{
    files::{self, extension, sha256_hex},
    process::target_dir,
};

/// Where the compiler leaves the whole app.
const WHOLE: &str = "wasm32-unknown-unknown/release/spry-knees.wasm";

/// What wasm-split calls the module that holds the loaders.
const LOADERS: &str = "./__wasm_split.js";

/// What the compiler may use and wasm-opt must be told: only the main module says so itself.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The names of the files that start the app.
pub(super) struct Entry {
    pub(super) js: String,
    pub(super) wasm: String,
}

/// Writes the split app into the site's folder.
pub(super) fn write_split(sh: &Shell, site: &Path) -> Result<Entry> {
    let work = target_dir().join("chunks");
    sh.remove_path(&work)?;
    let parts = sh.create_dir(work.join("parts"))?;
    split(sh, &target_dir().join(WHOLE), &parts)?;
    bind(sh, &parts, &work)?;

    let main = work.join("app_bg.wasm");
    let needed = wasm::without_exports(&sh.read_binary_file(&main)?, is_unused)?;
    sh.write_file(&main, needed)?;
    let chunks = chunk_paths(sh, &parts)?;
    for module in chunks.iter().chain([&main]) {
        optimise(sh, module)?;
    }

    let mut loaders = sh.read_file(parts.join(LOADERS))?;
    for chunk in &chunks {
        let old = file_name(chunk);
        let stem = ["spry-knees-", &stem_of_split(&old)].concat();
        let new = add_hashed(sh, site, &stem, "wasm", &sh.read_binary_file(chunk)?)?;
        ensure!(
            loaders.matches(&old).count() == 1,
            "the loaders must name {old} once"
        );
        loaders = loaders.replace(&old, &new);
    }
    let bytes = wasm::mend(&sh.read_binary_file(&main)?)?;
    let (js, bytes) = names::shorten(&sh.read_file(work.join("app.js"))?, &bytes)?;
    let wasm = add_hashed(sh, site, "spry-knees", "wasm", &bytes)?;
    let js = small(&with_loaders(&js, &loaders)?)?;
    let js = add_hashed(sh, site, "spry-knees", "js", js.as_bytes())?;
    Ok(Entry { js, wasm })
}

/// The script without what only its reader needs: a quarter of it.
fn small(js: &str) -> Result<String> {
    let js = page::without_comment_lines(js);
    let in_one_line = |line: &str| line.matches('`').count().is_multiple_of(2);
    ensure!(
        js.lines().all(in_one_line),
        "a text of the script goes over several lines: it cannot be made small like this"
    );
    Ok(js)
}

/// Streams of Leptos' server functions, which an app without a server never makes.
fn is_unused(export: &str) -> bool {
    export.contains("intounderlying")
}

fn split(sh: &Shell, whole: &Path, parts: &Path) -> Result<()> {
    let split = cmd!(sh, "wasm-split-cli --out-name app {whole} {parts}");
    split.quiet().run().context("the app was not split")
}

/// The chunks find what they share with the main module by its exports, so these are kept.
fn bind(sh: &Shell, parts: &Path, work: &Path) -> Result<()> {
    let bind = cmd!(
        sh,
        "wasm-bindgen --target web --no-typescript --out-name app --out-dir {work}
            --keep-lld-exports --no-demangle --remove-name-section --remove-producers-section"
    );
    Ok(bind.arg(parts.join("app.wasm")).quiet().run()?)
}

fn chunk_paths(sh: &Shell, parts: &Path) -> Result<Vec<PathBuf>> {
    let paths = files::read_all(sh, parts)?
        .into_iter()
        .map(|file| file.path);
    let chunks = paths.filter(|path| extension(path) == "wasm" && path != "app.wasm");
    Ok(chunks.map(|path| parts.join(path)).collect())
}

/// Makes a module smaller. It takes every core by itself.
fn optimise(sh: &Shell, module: &Path) -> Result<()> {
    let optimise = cmd!(sh, "wasm-opt -Oz {WASM_FEATURES...} {module} -o {module}");
    Ok(optimise.quiet().run()?)
}

/// Adds a file to the site, named after what it holds.
fn add_hashed(sh: &Shell, site: &Path, stem: &str, kind: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}-{}.{kind}", &sha256_hex(bytes)[..16]);
    sh.write_file(site.join(&name), bytes)?;
    Ok(name)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The name given to the split in the source, out of a file name such as `split_rest_1.wasm`.
fn stem_of_split(file_name: &str) -> String {
    let stem = file_name.trim_end_matches(".wasm").trim_matches('_');
    stem.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect()
}

/// The loaders as a part of wasm-bindgen's JavaScript: a file of their own would cost a round trip,
/// and the two would import each other.
fn with_loaders(js: &str, loaders: &str) -> Result<String> {
    let import = js
        .lines()
        .find(|line| line.starts_with("import * as ") && line.contains(LOADERS))
        .with_context(|| format!("wasm-bindgen's JavaScript does not import {LOADERS}"))?;
    let name = import
        .trim_start_matches("import * as ")
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let mut exported = Vec::new();
    let mut body = String::new();
    for line in loaders.lines().filter(|line| !line.starts_with("import ")) {
        if let Some(rest) = line.strip_prefix("export const ") {
            exported.extend(rest.split_whitespace().next());
            body.push_str("const ");
            body.push_str(rest);
        } else {
            body.push_str(line);
        }
        body.push('\n');
    }
    // Not every host knows the type of .wasm, on which streaming insists; and what hangs must fail.
    let body = body
        .replace("const src = fetch(", "const src = fetchBytes(")
        .replace(
            "WebAssembly.instantiateStreaming(src, imports)",
            "src.then((bytes) => WebAssembly.instantiate(bytes, imports))",
        );
    ensure!(
        !body.contains("Streaming") && !body.contains(" fetch("),
        "the loaders fetch in another way than start.js does"
    );
    let exported = exported.join(", ");
    Ok(format!(
        "{}\nconst {name} = (() => {{\n{body}return {{ {exported} }};\n}})();\n",
        js.replacen(import, "", 1)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loaders_become_part_of_the_javascript() {
        let js = "import * as import1 from \"./__wasm_split.js\"\nuse({ \"./__wasm_split.js\": import1 });\n";
        let loaders =
            "import { initSync } from \"./app.js\";\nconst a = 1;\nexport const load = a;\n";
        assert_eq!(
            with_loaders(js, loaders).unwrap(),
            "\nuse({ \"./__wasm_split.js\": import1 });\n\nconst import1 = (() => {\nconst a = 1;\nconst load = a;\nreturn { load };\n})();\n"
        );
        assert!(with_loaders("", loaders).is_err());
    }
}
