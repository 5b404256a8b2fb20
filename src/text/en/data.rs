//! Backup, restore, erase (interaction 1.11) and what went wrong with saving (1.16).

pub const TITLE: &str = "My data";
pub const STAYS_HERE: &str = "Your data stays on this device. Nobody else can see it.";
pub const SAVE_BACKUP: &str = "Save a backup";
pub const BRING_BACK: &str = "Bring back a backup";
pub const ADD_TO_WHAT_IS_HERE: &str = "Add to what is here";
pub const REPLACE: &str = "Replace";
pub const NOT_A_BACKUP: &str = "This is not a backup from this app. Nothing was changed.";
pub const NEWER_BACKUP: &str = "This backup is from a newer version. Update the app first.";
pub const ERASE: &str = "Erase everything";
pub const ERASE_WHAT: &str =
    "This takes away all your sessions, your answers and your settings on this device.";
pub const ERASE_BACKUP_FIRST: &str = "Save a backup first if you may want them again.";
pub const ERASE_CONTINUE: &str = "Go on";
pub const ERASE_SURE: &str = "This cannot be undone.";
pub const ERASE_YES: &str = "Yes, erase everything";
pub const ERASE_KEEP: &str = "Keep my data";
pub const ERASED: &str = "Everything is erased.";
pub const FULL: &str = "We could not save. Save a backup now.";

pub const SPREADSHEET: &str = "Save a table for a spreadsheet";
pub const DAMAGED_BACKUP: &str = "This backup is damaged. Nothing was changed.";
pub const BROUGHT_BACK: &str = "Your backup is back.";
pub const AS_BEFORE: &str = "Everything is as it was before.";
pub const NO_SESSIONS: &str = "This backup holds no sessions.";
pub const FILE_MADE: &str = "Your file is ready.";
pub const NO_FILE: &str = "This browser could not make the file.";
pub const NOT_ERASED: &str = "Something could not be erased. Please try again.";

/// What the browser answered when it was asked never to clear the data by itself.
pub const fn kept(kept: bool) -> &'static str {
    if kept {
        "This browser has promised to keep your data until you erase it."
    } else {
        "This browser may clear your data when it runs out of room. A backup keeps it safe."
    }
}

/// "2 entries could not be read. They are kept, and go into your backup."
pub fn unreadable(count: usize) -> String {
    let noun = if count == 1 { " entry" } else { " entries" };
    [&count.to_string(), noun, " could not be read. They are kept, and go into your backup."].concat()
}

/// "12 sessions, 3 March to 5 June", or "1 session, 3 March" where all are of one day.
pub fn preview(sessions: usize, first: &str, last: &str) -> String {
    let noun = if sessions == 1 { " session, " } else { " sessions, " };
    let (to, last) = if first == last { ("", "") } else { (" to ", last) };
    [&sessions.to_string(), noun, first, to, last].concat()
}
