//! Facts with their verdicts: conflicts, then what is agreed, then what only one says.

use crate::{alignment::Alignment, entity::Cast, fact::Fact, reading::Reading};

/// Facts with their verdicts: conflicts, then what is agreed, then what only one says.
#[must_use]
pub fn facts(_readings: &[Reading], _cast: &Cast, _alignment: &Alignment, _texts: &[usize]) -> Vec<Fact> {
    Vec::new()
}
