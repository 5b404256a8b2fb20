//! Changes to the lists of what a WebAssembly module imports and exports.
//!
//! [`mend`] undoes what Debian's wasm-opt (binaryen 108) breaks: it writes every exported table as
//! table 0, and wasm-bindgen's start then fails, because it wants to grow its own table of references
//! and finds the table of functions, which cannot grow. A newer wasm-opt leaves nothing to mend.
//!
//! [`with_import_names`] gives imports other names.
//!
//! [`without_exports`] takes away exports that nobody calls, so that wasm-opt can drop their code.

use anyhow::{Context, Result};
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Export, ExternalKind, Parser, Payload, RefType};

const REFERENCES: &str = "__wbindgen_externrefs";

/// Lets the export of wasm-bindgen's references name the table that holds references.
pub(super) fn mend(module: &[u8]) -> Result<Vec<u8>> {
    let mut types = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::TableSection(tables) = payload? {
            for table in tables {
                types.push(table?.ty.element_type);
            }
        }
    }
    let right = types.iter().position(|kind| *kind == RefType::EXTERNREF);
    with_exports(module, |mut export| {
        if export.kind == ExternalKind::Table && export.name == REFERENCES {
            let right = right.context("the WebAssembly module has no table of references")?;
            export.index = u32::try_from(right)?;
        }
        Ok(Some(export))
    })
}

/// The module without the exports whose names `unwanted` picks.
pub(super) fn without_exports(module: &[u8], unwanted: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    with_exports(module, |export| {
        Ok((!unwanted(export.name)).then_some(export))
    })
}

/// The module with other names for its imports.
pub(super) fn with_import_names(
    module: &[u8],
    mut other: impl FnMut(&str) -> String,
) -> Result<Vec<u8>> {
    rewritten(module, |payload, written| {
        let Payload::ImportSection(imports) = payload else {
            return Ok(false);
        };
        let mut section = ImportSection::new();
        for import in imports.into_imports() {
            let import = import?;
            let kind = EntityType::try_from(import.ty)?;
            section.import(import.module, &other(import.name), kind);
        }
        written.section(&section);
        Ok(true)
    })
}

fn with_exports(
    module: &[u8],
    mut other: impl for<'a> FnMut(Export<'a>) -> Result<Option<Export<'a>>>,
) -> Result<Vec<u8>> {
    rewritten(module, |payload, written| {
        let Payload::ExportSection(exports) = payload else {
            return Ok(false);
        };
        let mut section = ExportSection::new();
        for export in exports {
            if let Some(export) = other(export?)? {
                section.export(export.name, export.kind.into(), export.index);
            }
        }
        written.section(&section);
        Ok(true)
    })
}

/// The module as it is, but for the sections that `write` writes itself, which it tells.
fn rewritten(
    module: &[u8],
    mut write: impl FnMut(Payload, &mut Module) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut written = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else {
            continue;
        };
        let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
        if !write(payload, &mut written)? {
            let data = &module[start..end];
            written.section(&RawSection { id, data });
        }
    }
    Ok(written.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORT_SECTION: u8 = 2;
    const TABLE_SECTION: u8 = 4;
    const EXPORT_SECTION: u8 = 7;
    const TABLE_KIND: u8 = 1;
    const EXTERNREF: u8 = 0x6f;

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
        module.extend(REFERENCES.as_bytes());
        module.extend([TABLE_KIND, index]);
        module
    }

    #[test]
    fn a_wrong_export_is_mended_and_a_right_one_left_alone() {
        for index in [0, 1] {
            assert_eq!(mend(&module(index)).unwrap(), module(1));
        }
    }

    fn import_names(module: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        let note = |name: &str| {
            names.push(name.to_owned());
            name.to_owned()
        };
        with_import_names(module, note).unwrap();
        names
    }

    #[test]
    fn imports_get_other_names() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([IMPORT_SECTION, 17, 2, 1, b'm', 1, b'a', 0, 5]);
        module.extend([1, b'm', 3, b'l', b'o', b'g', 2, 1, 0, 9]);
        assert_eq!(import_names(&module), ["a", "log"]);
        let other = with_import_names(&module, |name| match name {
            "log" => "b".to_owned(),
            other => other.to_owned(),
        });
        let other = other.unwrap();
        assert_eq!(import_names(&other), ["a", "b"]);
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
        assert!((9..module.len()).all(|length| mend(&module[..length]).is_err() || length == 19));
    }
}
