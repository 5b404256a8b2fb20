//! Short names for what the app imports. wasm-bindgen gives each import a name with 16 random digits,
//! which stands in the JavaScript and in the WebAssembly and does not compress: 4 kB of the first
//! load.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use super::wasm;

/// The JavaScript and the module with short names on both sides.
pub(super) fn shorten(js: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut shorts = BTreeMap::new();
    let module = wasm::with_import_names(module, |name| {
        if !is_generated(name) {
            return name.to_owned();
        }
        let short = format!("_{:x}", shorts.len());
        shorts.insert(name.to_owned(), short.clone());
        short
    })?;
    let mut out = String::with_capacity(js.len());
    let mut found = 0;
    for line in js.lines() {
        let indented = line.trim_start();
        let short = indented
            .split_once(':')
            .and_then(|(name, rest)| Some((shorts.get(name)?, rest)));
        if let Some((short, rest)) = short {
            found += 1;
            out.push_str(short);
            out.push(':');
            out.push_str(rest);
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    ensure!(
        found == shorts.len(),
        "of {} imports, the JavaScript gives {found}",
        shorts.len()
    );
    Ok((out, module))
}

/// `__wbg_appendChild_` or `__wbindgen_cast_` with 16 digits behind.
fn is_generated(name: &str) -> bool {
    let digits = name.rsplit_once('_').map_or("", |(_, digits)| digits);
    name.starts_with("__wb") && digits.len() == 16 && u64::from_str_radix(digits, 16).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_digits_are_shortened() {
        assert!(is_generated("__wbg_body_16bd49b68658263e"));
        assert!(is_generated("__wbindgen_cast_0000000000000001"));
        assert!(!is_generated("__wbindgen_init_externref_table"));
        assert!(!is_generated("__wasm_split_load_rest"));
    }
}
