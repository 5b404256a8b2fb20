//! A shelf in memory that can be blocked, full and cleared.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use spry_knees::domain::record::saved::key::PREFIX;
use spry_knees::domain::record::saved::{Fault, Shelf};

/// Two of them that are clones hold the same texts, like two tabs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) texts: Rc<RefCell<BTreeMap<String, String>>>,
    pub(crate) fault: Rc<Cell<Option<Fault>>>,
    /// How many characters it takes, with the keys.
    pub(crate) room: Rc<Cell<Option<usize>>>,
}

impl Memory {
    pub(crate) fn put(&self, name: &str, text: &str) {
        self.texts.borrow_mut().insert(name.into(), text.into());
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    pub(crate) fn holds_text(&self, text: &str) -> bool {
        self.texts.borrow().values().any(|held| held == text)
    }

    /// How many characters it holds.
    pub(crate) fn taken(&self) -> usize {
        let texts = self.texts.borrow();
        texts
            .iter()
            .map(|(name, text)| name.len() + text.len())
            .sum()
    }

    /// A blocked shelf fails at everything, a full one only at writing.
    fn reach(&self) -> Result<(), Fault> {
        match self.fault.get() {
            Some(Fault::Blocked) => Err(Fault::Blocked),
            _ => Ok(()),
        }
    }
}

impl Shelf for Memory {
    fn names(&self) -> Result<Vec<String>, Fault> {
        self.reach()?;
        let texts = self.texts.borrow();
        Ok(texts
            .keys()
            .filter(|name| name.starts_with(PREFIX))
            .cloned()
            .collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, Fault> {
        self.reach()?;
        Ok(self.text(name))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Fault> {
        if let Some(fault) = self.fault.get() {
            return Err(fault);
        }
        let before = self.text(name).map_or(0, |held| name.len() + held.len());
        let after = name.len() + text.len();
        let room = self.room.get().unwrap_or(usize::MAX);
        if after > before && self.taken() - before + after > room {
            return Err(Fault::Full);
        }
        self.put(name, text);
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Fault> {
        self.reach()?;
        self.texts.borrow_mut().remove(name);
        Ok(())
    }

    fn move_exactly(&self, from: &str, to: &str) -> Result<bool, Fault> {
        self.reach()?;
        let Some(text) = self.text(from) else {
            return Ok(true);
        };
        match self.text(to) {
            Some(held) if held != text => return Ok(false),
            Some(_) => {}
            None => self.set(to, &text)?,
        }
        self.remove(from)?;
        Ok(true)
    }
}
