//! Writes a frame into an SVG element and touches only what has changed since the one before.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use crate::domain::figure::{Frame, Motion, Picture};

/// The drawing as it is on the page, and the buffer for the next one.
pub(super) struct Canvas {
    shown: Frame,
    next: Frame,
    instant: (Picture, Motion),
    /// The paths, once they are on the page.
    nodes: Vec<Element>,
}

impl Canvas {
    /// A canvas that shows this instant as soon as it is on the page.
    pub(super) fn shared(picture: Picture, motion: Motion) -> Rc<RefCell<Self>> {
        let mut shown = Frame::default();
        picture.draw(motion, &mut shown);
        Rc::new(RefCell::new(Self {
            shown,
            next: Frame::default(),
            instant: (picture, motion),
            nodes: Vec::new(),
        }))
    }

    /// What is shown, as the inside of an SVG element.
    pub(super) fn markup(&self) -> String {
        self.shown.markup()
    }

    /// The value of `viewBox`.
    pub(super) fn view_box(&self) -> String {
        self.shown.view_box()
    }

    /// Shows another instant on `svg`.
    pub(super) fn draw(&mut self, svg: &Element, picture: Picture, motion: Motion) {
        if self.instant == (picture, motion) {
            return;
        }
        self.instant = (picture, motion);
        picture.draw(motion, &mut self.next);
        std::mem::swap(&mut self.shown, &mut self.next);
        if !self.shown.is_seen_like(&self.next) {
            set(svg, "viewBox", &self.view_box());
        }
        if self.nodes.is_empty() {
            self.nodes = children(svg);
        }
        if self.shown.parts().len() == self.nodes.len() {
            self.write_changes();
        } else {
            svg.set_inner_html(&self.markup());
            self.nodes = children(svg);
        }
    }

    fn write_changes(&self) {
        let parts = self.shown.parts().iter().zip(self.next.parts());
        for (node, (now, before)) in self.nodes.iter().zip(parts) {
            if now.paint != before.paint {
                set(node, "class", now.paint.class());
            }
            if now.path != before.path {
                set(node, "d", &now.path);
            }
        }
    }
}

fn children(svg: &Element) -> Vec<Element> {
    let first = svg.first_element_child();
    std::iter::successors(first, Element::next_element_sibling).collect()
}

/// An attribute that is named like this can always be set.
fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}
