//! Changes to the lists of what a WebAssembly module imports and exports.
//!
//! [`mend`] undoes what Debian's wasm-opt (binaryen 108) breaks: it writes every exported table as
//! table 0, and wasm-bindgen's start then fails, because it wants to grow its own table of references
//! and finds the table of functions, which cannot grow. A newer wasm-opt leaves nothing to mend.
//!
//! [`with_import_names`] gives imports other names.
//!
//! [`without_exports`] takes away exports that nobody calls, so that wasm-opt can drop their code.

use anyhow::{Context, Result, bail, ensure};

const CUT_SHORT: &str = "the WebAssembly module is cut short";

const IMPORT_SECTION: u8 = 2;
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
    with_section(module, EXPORT_SECTION, |reader| {
        reader.exports_without(&unwanted)
    })
}

/// The names of everything that the module imports, in its order.
pub(super) fn import_names(module: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    with_section(module, IMPORT_SECTION, |reader| {
        reader.imports(|name| {
            names.push(name.to_owned());
            None
        })
    })?;
    Ok(names)
}

/// The module with other names for its imports, where `other` has one.
pub(super) fn with_import_names<'a>(
    module: &[u8],
    other: impl Fn(&str) -> Option<&'a str>,
) -> Result<Vec<u8>> {
    with_section(module, IMPORT_SECTION, |reader| {
        reader.imports(|name| other(name).map(str::to_owned))
    })
}

/// The module with another body for one of its sections.
fn with_section(
    module: &[u8],
    wanted: u8,
    body: impl FnOnce(&mut Reader) -> Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    let mut reader = Reader {
        bytes: module,
        offset: 8,
    };
    while reader.offset < module.len() {
        let start = reader.offset;
        let (section, length) = (reader.byte()?, reader.number()?);
        let end = reader.offset + length;
        if section == wanted {
            let body = body(&mut reader)?;
            let mut whole = module[..start].to_vec();
            whole.push(wanted);
            push_number(&mut whole, body.len());
            whole.extend(body);
            whole.extend(module.get(end..).context(CUT_SHORT)?);
            return Ok(whole);
        }
        reader.offset = end;
    }
    Ok(module.to_vec())
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
                self.limits()?;
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
            let name = self.name()?;
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

    /// The body of an import section, with another name where `other` has one.
    fn imports(&mut self, mut other: impl FnMut(&str) -> Option<String>) -> Result<Vec<u8>> {
        let count = self.number()?;
        let mut body = Vec::new();
        push_number(&mut body, count);
        for _ in 0..count {
            let start = self.offset;
            self.name()?;
            body.extend(&self.bytes[start..self.offset]);
            let name = self.name()?;
            let name = other(&name).unwrap_or(name);
            push_number(&mut body, name.len());
            body.extend(name.as_bytes());
            let start = self.offset;
            self.import_type()?;
            body.extend(&self.bytes[start..self.offset]);
        }
        Ok(body)
    }

    fn import_type(&mut self) -> Result<()> {
        let kind = self.byte()?;
        match kind {
            // A function: the number of its type.
            0 => {
                self.number()?;
            }
            // A table has a type before its limits.
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            // A global: its type, and whether it changes.
            3 => {
                self.byte()?;
                self.byte()?;
            }
            _ => bail!("the WebAssembly module imports something unknown ({kind})"),
        }
        Ok(())
    }

    fn limits(&mut self) -> Result<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Ok(())
    }

    fn name(&mut self) -> Result<String> {
        let length = self.number()?;
        let end = self.offset + length;
        let name = self.bytes.get(self.offset..end).context(CUT_SHORT)?;
        self.offset = end;
        Ok(String::from_utf8_lossy(name).into_owned())
    }

    fn byte(&mut self) -> Result<u8> {
        let byte = self.bytes.get(self.offset).context(CUT_SHORT)?;
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
    fn imports_get_other_names() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([IMPORT_SECTION, 17, 2, 1, b'm', 1, b'a', 0, 5]);
        module.extend([1, b'm', 3, b'l', b'o', b'g', 2, 1, 0, 9]);
        assert_eq!(import_names(&module).unwrap(), ["a", "log"]);
        let other = with_import_names(&module, |name| (name == "log").then_some("b")).unwrap();
        assert_eq!(import_names(&other).unwrap(), ["a", "b"]);
        assert_eq!(other.len(), module.len() - 2);
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
