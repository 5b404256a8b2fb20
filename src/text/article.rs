//! A page that is only read: headings, paragraphs, lists and boxes as data, so that one component
//! shows them all and a language is nothing but its words.

use crate::domain::app::route::Route;

/// A part of a page under its own heading.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// What stands below it.
    pub blocks: &'static [Block],
}

/// One block of a section.
#[derive(Clone, Copy, Debug)]
pub enum Block {
    /// A paragraph.
    Text(&'static str),
    /// A list without an order.
    List(&'static [&'static str]),
    /// Numbered steps.
    Steps(&'static [&'static str]),
    /// A box that stands out.
    Box(&'static str),
    /// A link to another page, with its words.
    Link(&'static str, Route),
    /// A link to a file beside the app, with its words.
    File(&'static str, &'static str),
}

impl Section {
    /// Every line of the section, in order.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        let blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Text(line) | Block::Box(line) | Block::Link(line, _) | Block::File(line, _) => {
                std::slice::from_ref(line)
            }
            Block::List(lines) | Block::Steps(lines) => *lines,
        });
        std::iter::once(self.title).chain(blocks.copied())
    }
}
