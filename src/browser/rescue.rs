//! What puts a newer version of the app in the place of this one: assets/rescue.js, which is there
//! before the app, and also where the app does not start.

use wasm_bindgen::prelude::*;
use web_sys::ServiceWorkerRegistration;

#[wasm_bindgen]
extern "C" {
    /// Looks for a version that can start, and uses it as soon as it is here.
    #[wasm_bindgen(js_namespace = rescue)]
    pub fn repair();

    /// Uses the newest version that waits or comes, as long as it is wanted, and loads the page anew.
    #[wasm_bindgen(js_namespace = rescue, js_name = useNewVersion)]
    pub fn use_new_version(
        registration: &ServiceWorkerRegistration,
        is_wanted: &Closure<dyn Fn() -> bool>,
    );
}
