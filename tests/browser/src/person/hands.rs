//! What a person types, chooses and prints.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::prelude::*;

use super::Person;

/// In centimetres.
const A4: PrintPage = PrintPage {
    width: 21.0,
    height: 29.7,
};

impl Person {
    /// Types into the field that a selector finds; into a field for files, their paths.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn type_into(&mut self, selector: &str, keys: &str) -> Result<()> {
        let field = self.driver()?.find(By::Css(selector.to_owned())).await;
        let field = field.with_context(|| format!("there is no {selector}"))?;
        Ok(field.send_keys(keys).await?)
    }

    /// Prints the page on A4, into a PDF.
    ///
    /// # Errors
    /// When the browser fails or the file cannot be written.
    pub async fn print(&mut self, path: &Path) -> Result<()> {
        let paper = PrintParameters {
            page: A4,
            ..PrintParameters::default()
        };
        let pdf = self.driver()?.print_page(paper).await?;
        Ok(fs::write(path, pdf)?)
    }
}
