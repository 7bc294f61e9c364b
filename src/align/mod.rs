//! Finds what several articles report alike: sentences that say the same thing, and values that answer the same
//! question. It does not judge whether they agree.
//!
//! 1. [`terms`]: each story sentence becomes a bag of weighted terms (stems, synonym classes, entities).
//! 2. [`pairs`]: an index from term to sentences proposes pairs of sentences; never are all pairs looked at.
//! 3. [`values`]: in a pair, values of a compatible kind are matched by the words around them.
//! 4. [`groups`]: matches over all articles become groups, the surest first.
//! 5. [`deeds`]: claims of one named subject meet that speak of its state, or of where it did the same thing.
//!
//! Two sentences without a story are compared in [`similarity`](self::similarity()).
//!
//! May use: nouns and the lexicon.

mod deeds;
mod groups;
mod pairs;
mod similarity;
mod terms;
mod values;

use crate::{alignment::Alignment, entity::Cast, reading::Reading};
use terms::Sentences;

/// What reports the same over all articles.
#[must_use]
pub fn align(readings: &[Reading], cast: &Cast) -> Alignment {
    let sentences = Sentences::of(readings, cast);
    let pairs = pairs::find(&sentences);
    let links = groups::sentence_links(&sentences, &pairs);
    let matches = values::matches(readings, &sentences, &pairs);
    let mut groups = groups::values(readings, &sentences, matches);
    groups.extend(groups::statements(readings, &sentences, &pairs));
    groups.extend(deeds::groups(readings, cast));
    Alignment { groups, links }
}

/// Whether two sentences, each read as an article, report the same thing, from 0 to 1.
#[must_use]
pub fn similarity(sentences: [&Reading; 2]) -> f64 {
    similarity::of(sentences)
}
