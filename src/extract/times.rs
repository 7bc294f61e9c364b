//! Finds times.

use crate::{document::Document, time::TimeExpression};

/// The times of a document, in order.
#[must_use]
pub fn find(_document: &Document) -> Vec<TimeExpression> {
    Vec::new()
}
