//! What changes while its page stays.
//!
//! The translation of a browser or of an extension takes text nodes out of the page and puts its own
//! in their place. What is then written into the old ones is never seen. So no text node is ever
//! written to again: words that change are the whole content of an element, and a part of a page that
//! changes is built anew. (The browser tests make it an error to write to one.)

use leptos::prelude::*;
use leptos::tachys::html::attribute::{Attribute, any_attribute::AnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render};

/// Words that may change, in an element that stays, and with it the focus.
pub fn fresh_text<T: AsRef<str>>(words: impl Fn() -> T + Send + Sync + 'static) -> impl IntoView {
    span(Box::new(move || escaped(words().as_ref())))
}

/// HTML of our own that may change, in an element that stays.
pub fn fresh_html(html: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    span(Box::new(html))
}

fn span(html: Box<dyn Fn() -> String + Send + Sync>) -> impl IntoView {
    view! { <span inner_html=html></span> }
}

/// Words as HTML.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// A part of a page that is built anew, with all its elements, whenever it is shown again.
pub fn fresh(part: impl IntoView + 'static) -> Fresh {
    Fresh(part.into_any())
}

/// See [`fresh`].
pub struct Fresh(AnyView);

impl Render for Fresh {
    type State = AnyViewState;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.0.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Fresh {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, attribute: A) -> Self {
        Self(self.0.add_any_attr(attribute).into_any())
    }
}

impl RenderHtml for Fresh {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.0
            .to_html_with_buf(html, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_taken_for_html() {
        assert_eq!(
            escaped("a < b & c > <b>d</b>"),
            "a &lt; b &amp; c > &lt;b>d&lt;/b>"
        );
    }
}
