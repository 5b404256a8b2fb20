//! Shows a page that is only read.

use leptos::prelude::*;

use crate::text::article::{Block, Section};

/// Sections below one another.
#[component]
pub fn Article(
    /// What to show.
    sections: &'static [Section],
) -> AnyView {
    sections
        .iter()
        .map(|section| {
            view! {
                <h2>{section.title}</h2>
                {section.blocks.iter().map(block).collect_view()}
            }
        })
        .collect_view()
        .into_any()
}

fn block(block: &'static Block) -> AnyView {
    match *block {
        Block::Text(line) => view! { <p>{line}</p> }.into_any(),
        Block::List(lines) => view! { <ul class="bullets">{items(lines)}</ul> }.into_any(),
        Block::Steps(lines) => view! { <ol class="steps">{items(lines)}</ol> }.into_any(),
        Block::Box(line) => view! { <p class="box">{line}</p> }.into_any(),
        Block::Link(words, route) => link(words, route.hash()),
        Block::File(words, file) => link(words, file.to_owned()),
    }
}

fn link(words: &'static str, to: String) -> AnyView {
    view! {
        <a class="button" href=to>
            {words}
        </a>
    }
    .into_any()
}

fn items(lines: &'static [&'static str]) -> AnyView {
    lines
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect_view()
        .into_any()
}
