//! Charged words and epithets with whom they are about, by article and place.

use crate::{analysis::Wording, entity::Cast, reading::Reading};

/// Charged words and epithets with whom they are about, by article and place.
#[must_use]
pub fn wording(_readings: &[Reading], _cast: &Cast) -> Vec<Wording> {
    Vec::new()
}
