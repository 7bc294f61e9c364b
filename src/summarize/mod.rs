//! Chooses the sentences that say it best.
//!
//! May use: nouns and the lexicon.

use crate::{alignment::Alignment, analysis::SummarySentence, entity::Cast, fact::Fact, reading::Reading};

/// At most `length` sentences, weightiest first.
#[must_use]
pub fn summarize(
    _readings: &[Reading],
    _cast: &Cast,
    _alignment: &Alignment,
    _facts: &[Fact],
    _length: usize,
) -> Vec<SummarySentence> {
    Vec::new()
}
