//! Tells who is who over all articles: one list of people, organisations, places and events.
//!
//! May use: nouns and the lexicon.

use crate::{entity::Cast, reading::Reading};

/// The cast of all articles together.
#[must_use]
pub fn resolve(_readings: &[Reading]) -> Cast {
    Cast::default()
}
