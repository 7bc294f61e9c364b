//! Finds quantities.

use crate::{document::Document, quantity::Quantity, time::TimeExpression};

/// The quantities of a document, in order.
#[must_use]
pub fn find(_document: &Document, _times: &[TimeExpression]) -> Vec<Quantity> {
    Vec::new()
}
