//! The shell: one file for each device of the browser.
