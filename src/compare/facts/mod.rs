//! Facts with their verdicts: conflicts, then updates, then what is agreed, then events told of in several articles, then what
//! only one says.

mod judge;
mod label;
mod question;
mod role;
mod single;
mod speaker;
mod statement;

use crate::{
    alignment::Alignment,
    entity::Cast,
    fact::{Evidence, Fact, LabelTemplate, Verdict},
    order::{Map, Order, Set},
    reading::Reading,
    span::Passage,
};

/// What the judges see: the readings, and which articles are one text.
#[derive(Clone, Copy)]
struct Bench<'a> {
    readings: &'a [Reading],
    texts: &'a [usize],
}

impl Bench<'_> {
    /// How many independent texts the articles of the evidence are.
    fn support(&self, claims: &[Evidence]) -> usize {
        let text = |claim: &Evidence| self.texts.get(claim.passage.article).copied().unwrap_or(claim.passage.article);
        claims.iter().map(text).collect::<Set<_>>().len()
    }

    /// The sentence of an article with the words in it that carry a value.
    fn evidence(&self, article: usize, sentence: usize, span: crate::span::Span) -> Option<Evidence> {
        let sentence = self.readings.get(article)?.document.sentences.get(sentence)?.span;
        Some(Evidence { passage: Passage::new(article, span), sentence })
    }
}

/// Judges every group of the alignment, the speakers of each group of `variants` (an article and a position in its quotes),
/// and what stands in no group. `texts` gives for each article the text that it belongs to. Facts are ordered by verdict, then by how many
/// independent texts carry them, then by place.
#[must_use]
pub fn facts(
    readings: &[Reading],
    cast: &Cast,
    alignment: &Alignment,
    variants: &[Vec<(usize, usize)>],
    texts: &[usize],
) -> Vec<Fact> {
    let bench = Bench { readings, texts };
    let mut facts: Vec<Fact> = Vec::new();
    for group in &alignment.groups {
        facts.extend(judge::judge(&bench, group));
    }
    facts.extend(speaker::conflicts(&bench, cast, variants));
    facts.extend(speaker::agreed(&bench, cast, variants, &facts));
    facts.extend(speaker::holders(&bench, cast, &alignment.links, &facts));
    let mut facts = told_once(&bench, facts);
    facts.extend(single::singles(&bench, &facts));
    facts.order_by_cached_key(|fact| {
        let rank = match fact.verdict {
            Verdict::Conflict => 0,
            Verdict::Update => 1,
            Verdict::Agreed => 2,
            Verdict::Related => 3,
            Verdict::Single => 4,
        };
        let support: usize = fact.positions.iter().map(|position| position.support).sum();
        let first = fact.positions.first().and_then(|position| position.claims.first()).map(|claim| claim.passage);
        (rank, std::cmp::Reverse(support), fact.kind, first)
    });
    for (index, fact) in facts.iter_mut().enumerate() {
        fact.id = format!("f{}", index + 1);
    }
    facts
}

/// The facts, what is agreed under one label with one value told as one: a caption says it once more, in other company.
fn told_once(bench: &Bench<'_>, facts: Vec<Fact>) -> Vec<Fact> {
    let mut told: Vec<Fact> = Vec::with_capacity(facts.len());
    let mut places: Map<(LabelTemplate, Vec<String>), usize> = Map::new();
    for fact in facts {
        if fact.verdict != Verdict::Agreed || fact.label.words.is_empty() {
            told.push(fact);
            continue;
        }
        let key = (fact.label.template, fact.label.words.clone());
        let place = *places.entry(key).or_insert(told.len());
        let value = |fact: &Fact| fact.positions.first().and_then(|position| position.value.clone());
        match told.get_mut(place) {
            Some(first) if first.kind == fact.kind && value(first) == value(&fact) => {
                if let Some(position) = first.positions.first_mut() {
                    position.claims.extend(fact.positions.into_iter().flat_map(|position| position.claims));
                    position.claims.order();
                    position.claims.dedup();
                    position.support = bench.support(&position.claims);
                }
                first.notes.extend(fact.notes);
                first.notes.order();
                first.notes.dedup();
            }
            _ => told.push(fact),
        }
    }
    told
}

#[cfg(test)]
mod tests;
