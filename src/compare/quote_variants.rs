//! The same words of the same speaker in two or more articles: groups of an article and a position in its quotes.

use crate::{entity::Cast, reading::Reading};

/// The same words of the same speaker in two or more articles: groups of an article and a position in its quotes.
#[must_use]
pub fn quote_variants(_readings: &[Reading], _cast: &Cast) -> Vec<Vec<(usize, usize)>> {
    Vec::new()
}
