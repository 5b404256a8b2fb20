//! What happens when the app has a fault: nothing half-written is saved, and people are told.

use std::panic;

/// Shows what `html` says in place of the page when the app panics. The app stops there, so the way
/// on is a link; every result was saved when it was made.
pub fn on_fault(html: fn() -> String) {
    panic::set_hook(Box::new(move |fault| {
        web_sys::console::error_1(&fault.to_string().into());
        let body = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.body());
        if let Some(body) = body {
            body.set_inner_html(&html());
        }
    }));
}
