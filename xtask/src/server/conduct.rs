//! How a server answers: what it adds to every answer, and which files it does not send as they are.
//! Hosts are not always well, and some are somebody else: the browser tests try what the app does then.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What happens to a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not found.
    Missing,
    /// The connection ends in the middle of it.
    Cut,
    /// Other bytes come, as many as there should be.
    Wrong,
    /// A page comes, such as that of a hotel's network.
    Page,
    /// No answer comes, and no end.
    Hangs,
    /// It begins to come, and then nothing more does.
    Stalls,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Missing,
        Self::Cut,
        Self::Wrong,
        Self::Page,
        Self::Hangs,
        Self::Stalls,
    ];
}

/// Can be changed while the server runs.
#[derive(Clone, Default)]
pub struct Conduct(Arc<Mutex<Rules>>);

#[derive(Default)]
struct Rules {
    /// File names, from the site's top folder.
    faults: Vec<(String, Fault)>,
    headers: String,
}

impl Conduct {
    /// From now on this happens to a file, and nothing else to any other; `None` is to send it.
    pub fn set_fault(&self, file: &str, fault: Option<Fault>) {
        let faults = fault.map(|fault| (file.to_owned(), fault));
        self.rules().faults = faults.into_iter().collect();
    }

    /// From now on each answer has these headers, too.
    pub fn set_headers(&self, headers: &[(&str, &str)]) {
        self.rules().headers = headers
            .iter()
            .flat_map(|(name, value)| [*name, ": ", *value, "\r\n"])
            .collect();
    }

    pub(super) fn fault(&self, file: &str) -> Option<Fault> {
        let rules = self.rules();
        let found = rules.faults.iter().find(|(name, _)| name == file);
        found.map(|(_, fault)| *fault)
    }

    pub(super) fn headers(&self) -> String {
        self.rules().headers.clone()
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
