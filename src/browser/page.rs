//! The page itself: whether it is seen, its address, title, focus and keys.

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MediaQueryList,
    PageTransitionEvent, VisibilityState,
};

use super::listener::Listener;
use crate::domain::guide::session::Key;

/// Calls with `true` when the page comes to be seen and with `false` when it is hidden.
pub fn on_visibility(callback: impl Fn(bool) + 'static) -> Option<Listener> {
    let on_change = move |_| callback(is_visible());
    Some(Listener::new(&document()?, "visibilitychange", on_change))
}

/// Calls when somebody may look at the page again, after whatever has happened to the clock: it comes
/// to be seen or gets the focus.
pub fn on_return(callback: impl Fn() + Clone + 'static) -> [Option<Listener>; 3] {
    let window = web_sys::window();
    let on_window = |kind| {
        let callback = callback.clone();
        let listen = move |window| Listener::new(window, kind, move |_| callback());
        window.as_ref().map(listen)
    };
    let (shown, focused) = (on_window("pageshow"), on_window("focus"));
    let seen = on_visibility(move |visible| {
        if visible {
            callback();
        }
    });
    [seen, shown, focused]
}

/// Calls when the browser is about to stop the page where it stands.
pub fn on_freeze(callback: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&document()?, "freeze", move |_| callback()))
}

/// Calls when the page is about to go: closed, left, or put aside.
pub fn on_page_hide(callback: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&web_sys::window()?, "pagehide", move |_| {
        callback();
    }))
}

/// Calls when the page comes back from where the browser had put it aside as it was.
pub fn on_page_back(callback: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(
        &web_sys::window()?,
        "pageshow",
        move |event| {
            let event: &PageTransitionEvent = event.unchecked_ref();
            if event.persisted() {
                callback();
            }
        },
    ))
}

/// Whether the page can be seen.
pub fn is_visible() -> bool {
    document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls with each of the [`Key`]s, unless the focused element has its own use for it or a
/// modifier is held. Where `callback` returns `true` the browser does nothing more.
pub fn on_key(callback: impl Fn(Key) -> bool + 'static) -> Option<Listener> {
    let on_key = move |event: Event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if let Some(key) = session_key(event)
            && callback(key)
        {
            event.prevent_default();
        }
    };
    Some(Listener::new(&document()?, "keydown", on_key))
}

/// Calls with the new hash, without its `#`, on each change of address.
pub fn on_hash(callback: impl Fn(String) + 'static) -> Option<Listener> {
    Some(Listener::new(
        &web_sys::window()?,
        "hashchange",
        move |_| callback(hash()),
    ))
}

/// The hash of the address without its `#`.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let hash = hash.unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to another hash, with a step in the history.
pub fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Puts another hash in the place of this step of the history; [`on_hash`] does hear of it.
pub fn replace_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&["#", hash].concat());
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Removes everything from the page.
pub fn clear() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_inner_html("");
    }
}

/// Sets what the tab and the screen reader call the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id; `false` if there is none.
pub fn focus_by_id(id: &str) -> bool {
    let element = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // The page decides what is in sight, not the focus.
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Calls at every tap or click, with the element that was meant.
pub fn on_click(callback: impl Fn(&Element) + 'static) -> Option<Listener> {
    Some(Listener::new(&document()?, "click", move |event| {
        if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
            callback(&element);
        }
    }))
}

/// Presses what this selector finds; `false` if there is nothing.
pub fn press(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    let element = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.map(|element| element.click()).is_some()
}

/// The id of the focused element, to restore the focus after the app took the shell's place.
pub fn focused_id() -> Option<String> {
    let id = document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// What is in the element with this id, as HTML.
pub fn html(id: &str) -> String {
    element(id).map_or_else(String::new, |element| element.inner_html())
}

/// Replaces the text of the element with this id.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

/// Sets an attribute of the document element, or removes it.
pub fn set_document_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// How far the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0)
}

/// Scrolls a page that is being built, once it stands.
pub fn scroll_soon(top: f64) {
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, top);
        }
    });
}

/// Whether the device asks for less motion. What is only rendered to HTML does not move.
pub fn prefers_reduced_motion() -> bool {
    !cfg!(target_arch = "wasm32") || reduced_motion().is_some_and(|query| query.matches())
}

/// Calls back when the device begins or ceases to ask for less motion.
pub fn on_reduced_motion(changed: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&reduced_motion()?, "change", move |_| {
        changed();
    }))
}

fn reduced_motion() -> Option<MediaQueryList> {
    let query = web_sys::window()?.match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten()
}

fn session_key(event: &KeyboardEvent) -> Option<Key> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    // A held key would skip set after set.
    if event.default_prevented() || modified || event.repeat() {
        return None;
    }
    let key = match event.key().as_str() {
        " " => Key::Main,
        "ArrowRight" | "PageDown" => Key::Next,
        "ArrowLeft" | "PageUp" => Key::Previous,
        "Escape" => Key::Escape,
        _ => return None,
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let taken = target.is_some_and(|target| takes(&target, key));
    (!taken).then_some(key)
}

/// Whether this element does something of its own with the key.
fn takes(element: &Element, key: Key) -> bool {
    let editable = "input, select, textarea, [contenteditable]";
    let selector = match key {
        Key::Escape | Key::Tap => return false,
        Key::Main => "button, summary, input, select, textarea, [contenteditable]",
        Key::Next | Key::Previous => editable,
    };
    element.closest(selector).is_ok_and(|found| found.is_some())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
