//! Boxes and tags.

use leptos::prelude::*;

use super::fresh_text;
use crate::domain::routine::Kind;
use crate::text::exercises;

/// Something that has gone wrong or must be minded, under a title of its own.
#[component]
pub fn WarningBox(
    /// The title of the box.
    #[prop(optional)]
    title: Option<&'static str>,
    /// What it says.
    #[prop(into)]
    words: String,
) -> AnyView {
    boxed("box", title, words)
}

/// A quieter box: good to know.
#[component]
pub fn CareBox(
    /// The title of the box.
    #[prop(optional)]
    title: Option<&'static str>,
    /// What it says.
    #[prop(into)]
    words: String,
) -> AnyView {
    boxed("box box--calm", title, words)
}

/// Strengthen or Stretch, as a word and not only as a colour (fact 4).
#[component]
pub fn Tag(
    /// Which of the two.
    kind: Kind,
) -> AnyView {
    let class = match kind {
        Kind::Strengthen => "tag tag--strengthen",
        Kind::Stretch => "tag tag--stretch",
    };
    view! { <span class=class>{exercises::tag(kind)}</span> }.into_any()
}

fn boxed(class: &'static str, title: Option<&'static str>, words: String) -> AnyView {
    view! {
        <div class=class>
            {title.map(|title| view! { <h2 class="box__title">{title}</h2> })}
            <p>{fresh_text(move || words.clone())}</p>
        </div>
    }
    .into_any()
}
