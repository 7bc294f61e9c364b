//! Finds names.

use crate::{document::Document, entity::Name};

/// The names of a document, in order.
#[must_use]
pub fn find(_document: &Document) -> Vec<Name> {
    Vec::new()
}
