//! Animation frames: a callback before each repaint until the loop is dropped. Browsers ask for no
//! frame of a page that cannot be seen, so a hidden page costs nothing.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

/// Calls back before each repaint until it is dropped.
#[must_use = "dropping the loop stops it"]
pub struct FrameLoop {
    request: Rc<Cell<i32>>,
    // Freed with the loop; the browser holds it only by the request that `drop` cancels.
    _callback: Rc<Callback>,
}

type Callback = std::cell::OnceCell<Closure<dyn Fn(f64)>>;

impl FrameLoop {
    /// Calls `draw` with the frame's time in milliseconds on the monotonic clock.
    pub fn start(draw: impl Fn(f64) + 'static) -> Self {
        let request = Rc::new(Cell::new(0));
        let callback = Rc::new(Callback::new());
        // Weak: a strong one would keep the callback alive through itself.
        let (again, next) = (Rc::downgrade(&callback), Rc::clone(&request));
        let closure = Closure::<dyn Fn(f64)>::new(move |now_ms| {
            // Asked first, so that a frame that drops its loop cancels the next one, too.
            if let Some(callback) = again.upgrade() {
                next.set(ask(&callback));
            }
            draw(now_ms);
        });
        let _ = callback.set(closure);
        request.set(ask(&callback));
        Self {
            request,
            _callback: callback,
        }
    }
}

impl Drop for FrameLoop {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.cancel_animation_frame(self.request.get());
        }
    }
}

/// Asks for one frame; the answer is what cancels it.
fn ask(callback: &Callback) -> i32 {
    let (Some(window), Some(callback)) = (web_sys::window(), callback.get()) else {
        return 0;
    };
    let callback = callback.as_ref().unchecked_ref();
    window.request_animation_frame(callback).unwrap_or(0)
}
