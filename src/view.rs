//! What people see: Leptos components, one screen or one part a file.

pub mod doctor;
pub mod figure;
pub mod history;
pub mod pages;
pub mod parts;
pub mod progress;
pub mod schedule;
pub mod shell;

use leptos::prelude::*;

/// Replaces the prerendered shell by the running app.
pub fn start() {
    if let Some(body) = document().body() {
        body.set_inner_html("");
    }
    leptos::mount::mount_to_body(|| view! { <main><h1>"Today"</h1></main> });
}

/// The prerendered shell as HTML: what a page shows before, and without, WebAssembly.
#[cfg(feature = "ssr")]
#[must_use]
pub fn shell_html() -> String {
    let owner = Owner::new();
    owner.with(|| view! { <shell::Shell /> }.to_html())
}
