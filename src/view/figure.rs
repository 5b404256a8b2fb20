//! The figure on the page: still, moving, and to study pose by pose.

mod canvas;
pub mod study;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::svg::Svg;

use self::canvas::Canvas;
use crate::browser::frames::FrameLoop;
use crate::browser::{clock, page};
use crate::domain::figure::{Motion, Picture, still};
use crate::domain::record::settings::{Inch, Motion as Movement};
use crate::text::figure::{alternative, caption};

pub use self::study::FigureStudy;

/// A picture that stands still. It is part of the prerendered page.
#[component]
pub fn Figure(
    /// Whose picture.
    #[prop(into)]
    picture: Signal<Picture>,
    /// The instant it shows.
    #[prop(into)]
    motion: Signal<Motion>,
    /// Whether the words beside it say the same, so that a screen reader passes it over.
    #[prop(optional)]
    decorative: bool,
) -> impl IntoView {
    let canvas = Canvas::shared(picture.get_untracked(), motion.get_untracked());
    let node = NodeRef::<Svg>::new();
    let drawing = Rc::clone(&canvas);
    Effect::new(move || {
        if let Some(svg) = node.get() {
            let mut canvas = drawing.borrow_mut();
            canvas.draw(&svg, picture.get(), motion.get());
        }
    });
    let label = move || {
        let picture = picture.get();
        let key = still(picture.exercise, motion.get());
        // Which unit an inch is written in does not matter to what can be seen.
        let pose = caption(picture.exercise, key).get(Inch::default());
        alternative(picture.exercise, picture.side, Some(pose))
    };
    drawing_view(node, &canvas, decorative, label)
}

/// A picture that moves while `running`, as `motion` says for each instant. Where the device or the
/// settings ask for less motion, it shows key poses with their arrows, swapped on the beat.
#[component]
pub fn MovingFigure<F>(
    /// Whose picture.
    #[prop(into)]
    picture: Signal<Picture>,
    /// What the figure does at a time in milliseconds on the monotonic clock. Signals read in it
    /// redraw a picture that is not running.
    motion: F,
    /// Whether time goes on; a paused picture stands still and asks for no frames.
    #[prop(into)]
    running: Signal<bool>,
    /// What the settings say about motion.
    #[prop(into)]
    movement: Signal<Movement>,
) -> impl IntoView
where
    F: Fn(f64) -> Motion + 'static,
{
    let first = Motion::LeadIn(0.0);
    let canvas = Canvas::shared(picture.get_untracked(), first);
    let node = NodeRef::<Svg>::new();
    let motion = Rc::new(motion);
    // Owned by the component: the loop stops with it.
    let frames = StoredValue::new_local(None);
    let drawing = Rc::clone(&canvas);
    let device = Trigger::new();
    let listener = StoredValue::new_local(None);
    Effect::new(move || listener.set_value(page::on_reduced_motion(move || device.notify())));
    Effect::new(move || {
        let Some(svg) = node.get() else { return };
        device.track();
        let calm_only = is_calm(movement.get());
        let (canvas, motion) = (Rc::clone(&drawing), Rc::clone(&motion));
        let draw = move |picture: Picture, now_ms: f64| {
            let motion = motion(now_ms);
            let calm = Motion::Still(still(picture.exercise, motion));
            let motion = if calm_only { calm } else { motion };
            canvas.borrow_mut().draw(&svg, picture, motion);
        };
        frames.set_value(None);
        if running.get() {
            let frame = move |now_ms| draw(picture.get_untracked(), now_ms);
            frames.set_value(Some(FrameLoop::start(frame)));
        } else {
            draw(picture.get(), clock::now_ms());
        }
    });
    let label = move || {
        let picture = picture.get();
        alternative(picture.exercise, picture.side, None)
    };
    drawing_view(node, &canvas, false, label)
}

/// Whether pictures stand still, as these settings and the device want it.
fn is_calm(movement: Movement) -> bool {
    match movement {
        Movement::Device => page::prefers_reduced_motion(),
        Movement::On => false,
        Movement::Still => true,
    }
}

/// The drawing itself, with the outlines of its first instant.
fn drawing_view<L>(
    node: NodeRef<Svg>,
    canvas: &Rc<RefCell<Canvas>>,
    decorative: bool,
    label: L,
) -> impl IntoView + use<L>
where
    L: Fn() -> String + Send + Sync + 'static,
{
    let canvas = canvas.borrow();
    let view_box = canvas.view_box();
    let label = move || (!decorative).then(&label);
    view! {
        <svg
            node_ref=node
            class="fig"
            role=(!decorative).then_some("img")
            aria-hidden=decorative.then_some("true")
            aria-label=label
            viewBox=view_box
            inner_html=canvas.markup()
        ></svg>
    }
}
