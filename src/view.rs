//! What people see: Leptos components, one screen or one part a file.

pub mod data;
pub mod doctor;
pub mod figure;
pub mod finish;
pub mod history;
pub mod last_result;
pub mod pages;
pub mod parts;
pub mod player;
pub mod progress;
pub mod root;
pub mod schedule;
pub mod shell;
pub mod store;
pub mod today;

use leptos::prelude::*;

/// Replaces the prerendered shell by the running app, in one task: what is stored is read first, so
/// nothing is ever shown that does not hold.
pub fn start() {
    crate::browser::fault::on_fault(root::fault_html);
    if let Some(body) = document().body() {
        body.set_inner_html("");
    }
    leptos::mount::mount_to_body(root::Root);
}

/// The prerendered shell as HTML: what a page shows before, and without, WebAssembly.
#[cfg(feature = "ssr")]
#[must_use]
pub fn shell_html() -> String {
    let owner = Owner::new();
    owner.with(|| view! { <shell::Shell /> }.to_html())
}
