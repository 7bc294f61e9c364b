//! Takes a page's main text and what it says of itself out of its HTML.

mod blocks;
mod content;
mod entities;
mod json;
mod metadata;
mod tokenizer;
mod tree;

use crate::{
    document::{Furniture, FurnitureKind},
    span::Span,
};

pub(super) use metadata::Metadata;

/// What was read of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// The main text: paragraphs parted by empty lines.
    pub text: String,
    /// The headings and captions in it, in order.
    pub furniture: Vec<Furniture>,
    /// What the page says of itself.
    pub metadata: Metadata,
}

/// Reads a page or a fragment of one. Nothing is an error: what is no HTML is text.
pub(super) fn read(html: &str) -> Page {
    let tree = tree::Tree::parse(html);
    let metadata = metadata::metadata(&tree);
    let mut text = String::new();
    let mut furniture = Vec::new();
    for block in content::main_blocks(&tree) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&block.text);
        let kind = match block.role {
            blocks::Role::Heading => FurnitureKind::Heading,
            blocks::Role::Caption => FurnitureKind::Caption,
            _ => continue,
        };
        furniture.push(Furniture { span: Span::new(start, text.len()), kind });
    }
    Page { text, furniture, metadata }
}

/// Only what a page says of itself.
pub(super) fn read_metadata(html: &str) -> Metadata {
    metadata::metadata(&tree::Tree::parse(html))
}
