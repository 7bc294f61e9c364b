//! Chooses the sentences that say it best.
//!
//! May use: nouns and the lexicon.

mod candidates;
mod concepts;
mod support;

use std::cmp::Ordering;

use crate::{alignment::Alignment, analysis::SummarySentence, fact::Fact, reading::Reading};

use candidates::Candidate;
use concepts::Concepts;
use support::Support;

/// How much is left of a concept's weight each time that it has been said.
const SAID: f64 = 0.1;
/// A sentence of which less than this is news after those chosen before is a repetition.
const NEWS: f64 = 0.13;
/// Longer sentences say more; this power of the length keeps them from winning by length alone.
const LENGTH: f64 = 0.6;
/// How much more a sentence weighs that all other texts say too.
const SUPPORT: f64 = 0.5;
/// How much more the first sentence weighs if it says who, and when or where.
const OPENING: f64 = 1.1;

/// At most `length` sentences, weightiest first.
///
/// A sentence weighs what its words weigh, singly and in pairs of neighbours, and a word weighs by how many independent
/// texts have it; the next sentence is the one that adds most to those chosen before (greedy maximisation of a
/// submodular coverage: Gillick and Favre 2009, "A scalable global model for summarization"; Lin and Bilmes 2011, "A
/// class of submodular functions for document summarization"). `texts` gives for each article the text it belongs to.
#[must_use]
pub fn summarize(
    readings: &[Reading],
    alignment: &Alignment,
    facts: &[Fact],
    texts: &[usize],
    length: usize,
) -> Vec<SummarySentence> {
    let mut candidates = candidates::candidates(readings);
    let support = Support::of(readings, alignment, facts, texts);
    let concepts = Concepts::of(readings, &mut candidates, texts);
    for candidate in &mut candidates {
        #[expect(clippy::cast_precision_loss, reason = "a count of words")]
        let length = libm::pow(candidate.words.max(1) as f64, LENGTH);
        candidate.factors = (1.0 + SUPPORT * support.part(candidate), length);
    }
    let mut left: Vec<f64> = vec![1.0; concepts.len()];
    let mut chosen: Vec<SummarySentence> = Vec::new();
    while chosen.len() < length {
        let mut best: Option<(f64, &str, usize)> = None;
        for (index, candidate) in candidates.iter().enumerate() {
            let score = score(candidate, &concepts, &left, chosen.is_empty());
            // Of two that weigh the same, their words decide and not the order of the articles.
            let words = || readings.get(candidate.article).map_or("", |own| own.document.slice(candidate.passage.span));
            let wins = best.is_none_or(|(highest, best, _)| match score.total_cmp(&highest) {
                Ordering::Equal => words() < best,
                order => order == Ordering::Greater,
            });
            if wins {
                best = Some((score, words(), index));
            }
        }
        let Some((score, _, index)) = best else { break };
        if score <= 0.0 {
            break;
        }
        let candidate = candidates.swap_remove(index);
        for &concept in &candidate.concepts {
            if let Some(left) = left.get_mut(concept) {
                *left *= SAID;
            }
        }
        chosen.push(support.sentence(&candidate));
    }
    chosen
}

/// What the candidate adds to what was said; `left` is how much of each concept's weight is left.
fn score(candidate: &Candidate, concepts: &Concepts, left: &[f64], first: bool) -> f64 {
    let weight = |&concept: &usize| concepts.weight(concept) * left.get(concept).copied().unwrap_or(0.0);
    let full: f64 = candidate.concepts.iter().map(|&concept| concepts.weight(concept)).sum();
    let weight: f64 = candidate.concepts.iter().map(weight).sum();
    if weight < NEWS * full {
        return 0.0;
    }
    let (others, length) = candidate.factors;
    let opens = if first && candidate.opens { OPENING } else { 1.0 };
    weight * candidate.fitness * others * opens / length
}
