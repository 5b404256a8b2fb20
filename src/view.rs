//! What people see: Leptos components, one screen or one part a file.

pub mod boot;
pub mod figure;
pub mod pages;
pub mod parts;
pub mod rest;
pub mod root;
pub mod shell;
pub mod store;
pub mod today;

/// Replaces the prerendered shell by the running app.
pub fn start() {
    crate::browser::fault::on_fault(root::fault_html);
    boot::boot();
}

/// The prerendered shell as HTML: what a page shows before, and without, WebAssembly.
#[cfg(feature = "ssr")]
#[must_use]
pub fn shell_html() -> String {
    use leptos::prelude::*;

    let owner = Owner::new();
    owner.with(|| view! { <shell::Shell /> }.to_html())
}
