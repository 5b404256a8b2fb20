//! Where texts are kept by key: the browser's localStorage, or a map in tests.

use super::key::PROBE;

/// A synchronous store of texts. Its methods take `&self`, as the browser's do.
pub trait Shelf {
    /// All keys that begin with [`super::key::PREFIX`], in any order.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn names(&self) -> Result<Vec<String>, Fault>;

    /// The text under this key. Half characters, which a browser can store and Rust cannot hold,
    /// are replaced.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn get(&self, name: &str) -> Result<Option<String>, Fault>;

    /// Keeps the text under this key.
    ///
    /// # Errors
    /// Where the store cannot be reached or has no room; what was there then still is.
    fn set(&self, name: &str, text: &str) -> Result<(), Fault>;

    /// Removes the text under this key, if there is one.
    ///
    /// # Errors
    /// Where the store cannot be reached.
    fn remove(&self, name: &str) -> Result<(), Fault>;

    /// Moves a text exactly as it is, half characters and all: copies it, reads the copy back and
    /// only then removes it. `Ok(false)`, with nothing moved, where `to` holds another text.
    ///
    /// # Errors
    /// Where the store cannot be reached or has no room; the text then still is where it was.
    fn move_exactly(&self, from: &str, to: &str) -> Result<bool, Fault>;

    /// Tries whether the store takes anything at all.
    ///
    /// # Errors
    /// Where it does not.
    fn probe(&self) -> Result<(), Fault> {
        self.set(PROBE, "?")?;
        self.remove(PROBE)
    }
}

/// Why something was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser gives this page no store, most often in a private window.
    Blocked,
    /// There is no room left.
    Full,
    /// What stands there cannot be read and could not be set aside, so it is not overwritten.
    Occupied,
}
