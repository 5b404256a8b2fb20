//! Two changes to the export section of a WebAssembly module.
//!
//! [`mend`] undoes what Debian's wasm-opt (binaryen 108) breaks: it writes every exported table as
//! table 0, and wasm-bindgen's start then fails, because it wants to grow its own table of references
//! and finds the table of functions, which cannot grow. A newer wasm-opt leaves nothing to mend.
//!
//! [`without_exports`] takes away exports that nobody calls, so that wasm-opt can drop their code.

use anyhow::{Context, Result, bail, ensure};

const TABLE_SECTION: u8 = 4;
const EXPORT_SECTION: u8 = 7;
const TABLE_KIND: u8 = 1;
const EXTERNREF: u8 = 0x6f;
const REFERENCES: &[u8] = b"__wbindgen_externrefs";

/// Lets the export of wasm-bindgen's references name the table that holds references.
pub(super) fn mend(module: &mut [u8]) -> Result<()> {
    let mut tables = Vec::new();
    let mut export = None;
    let mut reader = Reader {
        bytes: module,
        offset: 8,
    };
    while reader.offset < module.len() {
        let (section, length) = (reader.byte()?, reader.number()?);
        let end = reader.offset + length;
        match section {
            TABLE_SECTION => tables = reader.tables()?,
            EXPORT_SECTION => export = reader.references_export()?,
            _ => {}
        }
        reader.offset = end;
    }
    let Some(Export { offset, table }) = export else {
        return Ok(());
    };
    let right = tables.iter().position(|kind| *kind == EXTERNREF);
    let right = right.context("the WebAssembly module has no table of references")?;
    // Only a number below 128 takes one byte.
    ensure!(
        right < 128 && table < 128,
        "the WebAssembly module has too many tables to mend"
    );
    module[offset] = u8::try_from(right)?;
    Ok(())
}

/// The module without the exports whose names `unwanted` picks.
pub(super) fn without_exports(module: &[u8], unwanted: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut reader = Reader {
        bytes: module,
        offset: 8,
    };
    let mut kept = module
        .get(..8)
        .context("the WebAssembly module is cut short")?
        .to_vec();
    while reader.offset < module.len() {
        let start = reader.offset;
        let (section, length) = (reader.byte()?, reader.number()?);
        let end = reader.offset + length;
        if section == EXPORT_SECTION {
            let body = reader.exports_without(&unwanted)?;
            kept.push(EXPORT_SECTION);
            push_number(&mut kept, body.len());
            kept.extend(body);
        } else {
            let whole = module.get(start..end);
            kept.extend(whole.context("the WebAssembly module is cut short")?);
        }
        reader.offset = end;
    }
    Ok(kept)
}

/// Appends a number in LEB128.
fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        bytes.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

struct Export {
    /// Where the number of the table stands in the module.
    offset: usize,
    /// The number of the table.
    table: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl Reader<'_> {
    /// The type of each table.
    fn tables(&mut self) -> Result<Vec<u8>> {
        (0..self.number()?)
            .map(|_| {
                let kind = self.byte()?;
                let has_maximum = self.byte()? & 1 == 1;
                self.number()?;
                if has_maximum {
                    self.number()?;
                }
                Ok(kind)
            })
            .collect()
    }

    fn references_export(&mut self) -> Result<Option<Export>> {
        for _ in 0..self.number()? {
            let name_length = self.number()?;
            let name_end = self.offset + name_length;
            let is_references = self.bytes.get(self.offset..name_end) == Some(REFERENCES);
            self.offset = name_end;
            let kind = self.byte()?;
            let offset = self.offset;
            let table = self.number()?;
            if kind == TABLE_KIND && is_references {
                return Ok(Some(Export { offset, table }));
            }
        }
        Ok(None)
    }

    /// The body of an export section without some of them.
    fn exports_without(&mut self, unwanted: &impl Fn(&str) -> bool) -> Result<Vec<u8>> {
        let (mut count, mut entries) = (0, Vec::<u8>::new());
        for _ in 0..self.number()? {
            let start = self.offset;
            let name_length = self.number()?;
            let name_end = self.offset + name_length;
            let name = self.bytes.get(self.offset..name_end);
            let name =
                String::from_utf8_lossy(name.context("the WebAssembly module is cut short")?);
            self.offset = name_end;
            self.byte()?;
            self.number()?;
            if !unwanted(&name) {
                count += 1;
                entries.extend(&self.bytes[start..self.offset]);
            }
        }
        let mut body = Vec::new();
        push_number(&mut body, count);
        body.extend(entries);
        Ok(body)
    }

    fn byte(&mut self) -> Result<u8> {
        let byte = self
            .bytes
            .get(self.offset)
            .context("the WebAssembly module is cut short")?;
        self.offset += 1;
        Ok(*byte)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        bail!("the WebAssembly module holds a number that is too long")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a table of functions, one of references, and an export that names `index`.
    fn module(index: u8) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([
            TABLE_SECTION,
            9,
            2,
            0x70,
            1,
            101,
            101,
            EXTERNREF,
            0,
            0x80,
            8,
        ]);
        module.extend([EXPORT_SECTION, 25, 1, 21]);
        module.extend(REFERENCES);
        module.extend([TABLE_KIND, index]);
        module
    }

    #[test]
    fn a_wrong_export_is_mended_and_a_right_one_left_alone() {
        for index in [0, 1] {
            let mut mended = module(index);
            mend(&mut mended).unwrap();
            assert_eq!(mended, module(1));
        }
    }

    #[test]
    fn only_unwanted_exports_go() {
        let module = module(1);
        assert_eq!(without_exports(&module, |_| false).unwrap(), module);
        let without = without_exports(&module, |name| name.contains("externrefs")).unwrap();
        assert!(without.ends_with(&[EXPORT_SECTION, 1, 0]), "{without:?}");
    }

    #[test]
    fn a_module_cut_short_is_an_error() {
        let module = module(0);
        assert!(
            (9..module.len())
                .all(|length| mend(&mut module[..length].to_vec()).is_err() || length == 19)
        );
    }
}
