//! Finds charged.

use crate::{claim::Charged, document::Document, entity::Name};

/// The charged of a document, in order.
#[must_use]
pub fn find(_document: &Document, _names: &[Name]) -> Vec<Charged> {
    Vec::new()
}
