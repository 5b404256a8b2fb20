//! The frame of every page but the player: Back at the top, the title, Help at the bottom.

use leptos::prelude::*;

use super::fresh_html;
use crate::domain::app::route::Route;
use crate::text::common;

/// A bent knee, and the name.
const BRAND: &str = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M6 3l11 8-9 10h7\"/></svg>Spry Knees";

/// A page. Its title can take the focus, so that a screen reader starts there.
#[component]
pub fn Page(
    /// The title, as `h1`.
    #[prop(into)]
    title: String,
    /// Where Back leads; a page without it is Today.
    #[prop(optional)]
    back: Option<Route>,
    /// Whether Help stands at the bottom; Help itself does without.
    #[prop(default = true)]
    help: bool,
    /// Whether the app's name and mark stand at the top.
    #[prop(optional)]
    brand: bool,
    children: Children,
) -> AnyView {
    let brand =
        brand.then(|| view! { <header class="brand">{fresh_html(|| BRAND.to_owned())}</header> });
    let back = back.map(|back| {
        view! {
            <nav class="page__back" aria-label=common::BACK>
                <a href=back.hash()>{common::BACK}</a>
            </nav>
        }
    });
    let help = help.then(|| {
        view! {
            <footer class="page__foot">
                <a href=Route::Help.hash()>{common::HELP}</a>
            </footer>
        }
    });
    view! {
        <div class="page">
            {brand}
            {back}
            <main class="flow">
                <h1 id="title" tabindex="-1">
                    {title}
                </h1>
                {children()}
            </main>
            {help}
        </div>
    }
    .into_any()
}
