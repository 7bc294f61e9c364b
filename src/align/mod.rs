//! Finds claims of several articles that report the same thing. It does not judge whether they agree.
//!
//! May use: nouns and the lexicon.

use crate::{alignment::Alignment, entity::Cast, reading::Reading};

/// What reports the same over all articles.
#[must_use]
pub fn align(_readings: &[Reading], _cast: &Cast) -> Alignment {
    Alignment::default()
}

/// Whether two sentences, each read as an article, report the same thing, from 0 to 1.
#[must_use]
pub fn similarity(_a: &Reading, _b: &Reading) -> f64 {
    0.0
}
