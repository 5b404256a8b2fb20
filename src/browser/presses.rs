//! A press chooses only what was there to be chosen: not a control that appeared, changed its words
//! or took the place of another less than half a second ago. So a double tap, an impatient finger or
//! a held key never answers what nobody has seen yet. Every press passes here first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, DomRect, Element, Event, KeyboardEvent, MouseEvent, MutationObserver,
    MutationObserverInit, MutationRecord, Node, NodeList,
};

use super::listener::Listener;

/// A control is new for so long: two taps of a double tap are closer, and nobody reads faster.
const NEW_MS: f64 = 500.0;
/// A click comes at most so long after the finger or the key went up.
const CLICK_MS: f64 = 400.0;

/// What can be pressed: also the figure and the number of the player, where a tap pauses, and the title,
/// which stands for its page where a key is pressed.
const CONTROLS: &str =
    "a[href], button, summary, input, select, label, .player__figure, .player__dial, #title";
/// Whose words say what a press does.
const NAMED: &str = "a[href], button, summary";
/// An attribute of a control; where its value changes, the same words mean something else.
const MEANING: [&str; 2] = ["data-for", "href"];

/// The player's main button, which stays while its words change. Space presses it from anywhere.
pub const MAIN_PRESS: &str = "main-press";

/// Watches what appears, and holds back the presses that came too soon.
pub struct Presses {
    seen: Rc<Seen>,
    _changes: Option<Changes>,
}

/// Tells of every change of the page until it is dropped.
struct Changes {
    observer: MutationObserver,
    _callback: Closure<dyn Fn(Array)>,
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

#[derive(Default)]
struct Seen {
    /// The controls that appeared or changed within the last half second, and when.
    new: RefCell<Vec<(Element, f64)>>,
    /// The title of the page.
    title: RefCell<Option<String>>,
    /// When the finger or key that presses went down, and up again.
    down_ms: Cell<f64>,
    up_ms: Cell<Option<f64>>,
    last: RefCell<Option<Press>>,
}

/// The last press that chose something.
struct Press {
    control: Element,
    place: DomRect,
    at_ms: f64,
}

impl Presses {
    /// Watches the page from now on, for as long as it lives.
    pub fn watch() -> Self {
        let seen = Rc::new(Seen::default());
        seen.title.replace(title());
        let document = web_sys::window().and_then(|window| window.document());
        let changes = document
            .as_ref()
            .and_then(|document| seen.observe(document));
        if let Some(document) = document {
            for kind in [
                "pointerdown",
                "keydown",
                "pointerup",
                "keyup",
                "pointercancel",
                "click",
            ] {
                let seen = Rc::clone(&seen);
                Listener::before_all(&document, kind, move |event| seen.hear(kind, &event))
                    .keep_for_ever();
            }
        }
        Self {
            seen,
            _changes: changes,
        }
    }

    /// Whether the page of the session has been there for long enough that a key may choose.
    pub fn may_choose(&self) -> bool {
        let document = web_sys::window().and_then(|window| window.document());
        let there = |id| document.as_ref()?.get_element_by_id(id);
        let controls = [MAIN_PRESS, "title"].into_iter().filter_map(there);
        let now_ms = now_ms();
        !controls
            .into_iter()
            .any(|control| self.seen.is_new(&control, now_ms))
    }
}

impl Seen {
    fn observe(self: &Rc<Self>, document: &Document) -> Option<Changes> {
        let seen = Rc::clone(self);
        let callback = Closure::<dyn Fn(Array)>::new(move |records: Array| {
            let records: Vec<MutationRecord> = records.iter().map(JsCast::unchecked_into).collect();
            seen.note(&records, now_ms());
        });
        let options = MutationObserverInit::new();
        options.set_subtree(true);
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_attribute_filter(&MEANING.map(JsValue::from).into_iter().collect::<Array>());
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe_with_options(document, &options).ok()?;
        Some(Changes {
            observer,
            _callback: callback,
        })
    }

    /// A control that is built anew on the same page, with the same name, is not new.
    fn note(&self, records: &[MutationRecord], at_ms: f64) {
        let title = title();
        let is_same_page = self.title.replace(title.clone()) == title;
        let mut gone: Vec<String> = Vec::new();
        if is_same_page {
            let removed = records.iter().map(MutationRecord::removed_nodes);
            gone.extend(
                removed
                    .flat_map(|nodes| controls(&nodes))
                    .map(|control| name(&control)),
            );
        }
        let mut new = self.new.borrow_mut();
        new.retain(|(_, since_ms)| at_ms - since_ms < NEW_MS);
        for record in records {
            let added = controls(&record.added_nodes());
            let added = added
                .into_iter()
                .filter(|control| !gone.contains(&name(control)));
            new.extend(added.map(|control| (control, at_ms)));
            let changed = record.target().and_then(|node| closest(&node, NAMED));
            new.extend(changed.map(|control| (control, at_ms)));
        }
    }

    fn hear(&self, kind: &str, event: &Event) {
        match kind {
            "pointerdown" | "keydown" => {
                if held(event) {
                    return event.prevent_default();
                }
                self.down_ms.set(event.time_stamp());
                self.up_ms.set(None);
            }
            "click" => {
                if !self.chooses(event) {
                    event.prevent_default();
                    event.stop_immediate_propagation();
                }
            }
            // What was scrolled is no press.
            _ => self.up_ms.set(Some(event.time_stamp())),
        }
    }

    /// Whether this click may choose something; if so, it is the last one that did.
    fn chooses(&self, event: &Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let Some(control) = target.and_then(|node: Node| closest(&node, CONTROLS)) else {
            return true;
        };
        let at_ms = self.landed_ms(event.time_stamp());
        if self.is_new(&control, at_ms) || self.took_the_place(&control, event) {
            return false;
        }
        let place = control.get_bounding_client_rect();
        self.last.replace(Some(Press {
            control,
            place,
            at_ms,
        }));
        true
    }

    /// When the press of a click began. One by a screen reader may have no finger and no key.
    fn landed_ms(&self, click_ms: f64) -> f64 {
        let down_ms = self.down_ms.get();
        // Enter clicks before it goes up.
        let last_ms = self.up_ms.get().unwrap_or(down_ms);
        if click_ms - last_ms <= CLICK_MS {
            down_ms.min(click_ms)
        } else {
            click_ms
        }
    }

    fn is_new(&self, control: &Element, at_ms: f64) -> bool {
        let new = self.new.borrow();
        new.iter()
            .any(|(element, since_ms)| at_ms - since_ms < NEW_MS && element.contains(Some(control)))
    }

    /// Whether another control was pressed at this place just before.
    fn took_the_place(&self, control: &Element, event: &Event) -> bool {
        let last = self.last.borrow();
        let (Some(last), Some(mouse)) = (&*last, event.dyn_ref::<MouseEvent>()) else {
            return false;
        };
        let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        let within = last.place.left() <= x
            && x <= last.place.right()
            && last.place.top() <= y
            && y <= last.place.bottom();
        // A click on a label goes on to its field, and one by a key is nowhere.
        let another = !last.control.contains(Some(control)) && mouse.detail() > 0;
        another && within && event.time_stamp() - last.at_ms < NEW_MS
    }
}

/// Whether a held key would press a control again and again.
fn held(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|key| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let control = target.and_then(|node: Node| closest(&node, NAMED));
        key.repeat() && key.key() == "Enter" && control.is_some()
    })
}

/// The controls among these nodes and in them.
fn controls(nodes: &NodeList) -> Vec<Element> {
    let nodes = (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok());
    let mut all = Vec::new();
    for node in nodes {
        let node: Element = node;
        if let Ok(inner) = node.query_selector_all(CONTROLS) {
            all.extend((0..inner.length()).filter_map(|index| inner.get(index)?.dyn_into().ok()));
        }
        if node.matches(CONTROLS).unwrap_or(false) {
            all.push(node);
        }
    }
    all
}

/// What tells a control from the others of its page.
fn name(control: &Element) -> String {
    let attribute = |name| control.get_attribute(name).unwrap_or_default();
    let words = control.text_content().unwrap_or_default();
    [
        attribute("aria-label"),
        attribute("href"),
        attribute("id"),
        words,
    ]
    .join("|")
}

fn title() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id("title")?.text_content()
}

fn closest(node: &Node, selector: &str) -> Option<Element> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    element.closest(selector).ok().flatten()
}

/// Now, on the clock by which events are dated.
fn now_ms() -> f64 {
    Event::new("now").map_or(0.0, |event| event.time_stamp())
}
