//! Mends what Debian's wasm-opt (binaryen 108) breaks: it writes every exported table as table 0,
//! and wasm-bindgen's start then fails, because it wants to grow its own table of references and
//! finds the table of functions, which cannot grow. A newer wasm-opt leaves nothing to mend.

use anyhow::{Context, Result, ensure};

const TABLE_SECTION: u8 = 4;
const EXPORT_SECTION: u8 = 7;
const TABLE_KIND: u8 = 1;
const EXTERNREF: u8 = 0x6f;
const REFERENCES: &[u8] = b"__wbindgen_externrefs";

/// Lets the export of wasm-bindgen's references name the table that holds references.
pub(super) fn mend(module: &mut [u8]) -> Result<()> {
    let Some((offset, index)) =
        find_wrong_export(module).context("the WebAssembly module cannot be read")?
    else {
        return Ok(());
    };
    ensure!(
        index < 0x80,
        "the WebAssembly module has too many tables to mend"
    );
    module[offset] = index;
    Ok(())
}

/// Where the wrong table index stands and what it should be; none if it is right or not there.
/// Nothing at all if the module is not understood.
fn find_wrong_export(module: &[u8]) -> Option<Option<(usize, u8)>> {
    let mut tables = Vec::new();
    let mut export = None;
    let mut reader = Reader {
        bytes: module,
        offset: 8,
    };
    while reader.offset < module.len() {
        let (id, length) = (reader.byte()?, reader.number()?);
        let end = reader.offset.checked_add(length)?;
        match id {
            TABLE_SECTION => tables = reader.tables()?,
            EXPORT_SECTION => export = reader.references_export()?,
            _ => {}
        }
        reader.offset = end;
    }
    let Some((offset, index)) = export else {
        return Some(None);
    };
    let right = tables.iter().position(|kind| *kind == EXTERNREF)?;
    Some((right != index).then_some((offset, u8::try_from(right).ok()?)))
}

struct Reader<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl Reader<'_> {
    /// The type of each table.
    fn tables(&mut self) -> Option<Vec<u8>> {
        (0..self.number()?)
            .map(|_| {
                let kind = self.byte()?;
                let has_maximum = self.byte()? & 1 == 1;
                self.number()?;
                if has_maximum {
                    self.number()?;
                }
                Some(kind)
            })
            .collect()
    }

    /// Where the index of the exported references stands, and the index.
    fn references_export(&mut self) -> Option<Option<(usize, usize)>> {
        for _ in 0..self.number()? {
            let length = self.number()?;
            let name = self
                .bytes
                .get(self.offset..self.offset.checked_add(length)?)?;
            self.offset += length;
            let kind = self.byte()?;
            let offset = self.offset;
            let index = self.number()?;
            if kind == TABLE_KIND && name == REFERENCES {
                return Some(Some((offset, index)));
            }
        }
        Some(None)
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.offset)?;
        self.offset += 1;
        Some(byte)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
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
    fn a_module_cut_short_is_an_error() {
        let module = module(0);
        assert!(
            (9..module.len())
                .all(|length| mend(&mut module[..length].to_vec()).is_err() || length == 19)
        );
    }
}
