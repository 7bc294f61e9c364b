//! Finds quotes.

use crate::{document::Document, entity::Name, quote::Quote};

/// The quotes of a document, in order.
#[must_use]
pub fn find(_document: &Document, _names: &[Name]) -> Vec<Quote> {
    Vec::new()
}
