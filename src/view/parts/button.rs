//! What can be pressed: buttons that do something and links that look like them.

use leptos::prelude::*;

use super::fresh_text;
use crate::domain::app::route::Route;

/// How a button looks. One page has one main button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// One of several.
    #[default]
    Plain,
    /// The one to press when in doubt.
    Main,
    /// Stops or takes away.
    Danger,
}

impl Look {
    /// The classes of the button.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Main => "button button--main",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    /// What it says.
    #[prop(into)]
    words: String,
    /// How it looks.
    #[prop(default = Look::Plain)]
    look: Look,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" class=look.class() on:click=move |_| on_press.run(())>
            {fresh_text(move || words.clone())}
        </button>
    }
    .into_any()
}

/// A link to another page that looks like a button.
#[component]
pub fn ButtonLink(
    /// What it says.
    #[prop(into)]
    words: String,
    /// How it looks.
    #[prop(default = Look::Plain)]
    look: Look,
    /// Where it leads.
    to: Route,
) -> AnyView {
    view! {
        <a class=look.class() href=to.hash()>
            {fresh_text(move || words.clone())}
        </a>
    }
    .into_any()
}
