//! Backup, restore, erase (decision 44) and what went wrong with saving (decision 49).

pub const TITLE: &str = "My data";
pub const STAYS_HERE: &str = "Your data stays on this device. Nobody else can see it.";
pub const SAVE_BACKUP: &str = "Save a backup";
pub const BRING_BACK: &str = "Restore a backup";
pub const ADD_TO_WHAT_IS_HERE: &str = "Add to what is here";
pub const ANOTHER_FILE: &str = "Choose another file";
pub const REPLACE: &str = "Replace";
pub const TOO_LARGE: &str = "This file is too large for a backup from this app. Nothing was changed.";
pub const NOT_A_BACKUP: &str = "This is not a backup from this app. Nothing was changed.";
pub const NEWER_BACKUP: &str = "This backup is from a newer version. Update the app first.";
pub const ERASE: &str = "Erase everything";
pub const ERASE_WHAT: &str =
    "This deletes all your sessions, answers and settings on this device.";
pub const ERASE_BACKUP_FIRST: &str = "Save a backup first if you may want them again.";
pub const ERASE_CONTINUE: &str = "Continue";
pub const ERASE_SURE: &str = "This cannot be undone.";
pub const ERASE_YES: &str = "Yes, erase everything";
pub const ERASE_KEEP: &str = "Keep my data";
pub const ERASED: &str = "Everything is erased.";

/// What could not be saved, where sessions wait for room.
pub fn full(sessions: usize) -> String {
    let noun = if sessions == 1 { " session" } else { " sessions" };
    let what = match sessions {
        0 => String::new(),
        _ => [&thousands(sessions), noun, no_room(sessions)].concat(),
    };
    [&what, "We could not save. Save a backup now."].concat()
}

pub const SPREADSHEET: &str = "Save a table for a spreadsheet";
pub const DAMAGED_BACKUP: &str = "This backup is damaged. Nothing was changed.";
pub const BROUGHT_BACK: &str = "Restored.";
pub const READING: &str = "Reading your backup";
pub const BRINGING_BACK: &str = "Restoring your backup";
pub const TAKING_BACK: &str = "Undoing";
pub const NOT_READ: &str = "This browser could not read the file. Nothing was changed.";
pub const INTERRUPTED: &str =
    "The app was closed before your backup was fully restored. Please restore it again.";
pub const AS_BEFORE: &str = "Everything is as it was before.";
pub const NO_SESSIONS: &str = "This backup has no sessions.";
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

/// What a backup holds that could not be read where it was made, or cannot be.
pub fn unreadable_in_backup(count: usize) -> String {
    let (noun, they) = if count == 1 {
        (" entry in it cannot be read. It is", " kept as it is.")
    } else {
        (" entries in it cannot be read. They are", " kept as they are.")
    };
    [&thousands(count), noun, they].concat()
}

/// "12 sessions, 3 March to 5 June", or "1 session, 3 March" where all are of one day.
pub fn preview(sessions: usize, first: &str, last: &str) -> String {
    let noun = if sessions == 1 { " session, " } else { " sessions, " };
    let (to, last) = if first == last { ("", "") } else { (" to ", last) };
    [&thousands(sessions), noun, first, to, last].concat()
}

/// "Reading your backup … 40 %"
pub fn progress(what: &str, percent: u8) -> String {
    [what, " … ", &percent.to_string(), " %"].concat()
}

/// What is said after a backup was brought back of which something found no room: "470 of 1,001
/// sessions do not fit in this browser’s storage. …"
pub fn do_not_fit(sessions: usize, of: usize, others: usize) -> String {
    let noun = if of == 1 { " session" } else { " sessions" };
    let sessions = match sessions {
        0 => String::new(),
        _ => [&thousands(sessions), " of ", &thousands(of), noun, no_room(sessions)].concat(),
    };
    let others = match others {
        0 => String::new(),
        1 => ["1 other entry", no_room(1)].concat(),
        _ => [&thousands(others), " other entries", no_room(others)].concat(),
    };
    [&sessions, &others, KEEP_THE_FILE].concat()
}

const KEEP_THE_FILE: &str =
    "Keep your backup file. The app tries again while it is open, and may lose them when you close it.";

const fn no_room(count: usize) -> &'static str {
    if count == 1 {
        " does not fit in this browser’s storage. "
    } else {
        " do not fit in this browser’s storage. "
    }
}

/// "1,001"
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
