//! For each article and each of its sentences, how the other articles stand to it.

use crate::{alignment::Alignment, analysis::Standing, fact::Fact, reading::Reading};

/// For each article and each of its sentences, how the other articles stand to it.
#[must_use]
pub fn standing(readings: &[Reading], _alignment: &Alignment, _facts: &[Fact]) -> Vec<Vec<Standing>> {
    readings.iter().map(|reading| vec![Standing::default(); reading.document.sentences.len()]).collect()
}
