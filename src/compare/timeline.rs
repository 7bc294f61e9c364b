//! What happened when, in order.

use crate::{
    alignment::Alignment,
    fact::{Fact, Happening},
    reading::Reading,
};

/// What happened when, in order.
#[must_use]
pub fn timeline(_readings: &[Reading], _alignment: &Alignment, _facts: &[Fact]) -> Vec<Happening> {
    Vec::new()
}
