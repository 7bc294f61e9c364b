//! What only one article says.

use super::{Bench, label};
use crate::{
    document::Sentence,
    fact::{Fact, FactKind, Position, Value, Verdict},
    lexicon::meaning,
    order::Order,
    order::Set,
    reading::Reading,
    span::Span,
};

/// A sentence with less content than this says nothing worth a fact of its own.
const LEAST_WORDS: usize = 3;

/// A fact for each story sentence that no fact of several articles rests on.
pub fn singles(bench: &Bench<'_>, shared: &[Fact]) -> Vec<Fact> {
    if bench.readings.len() < 2 {
        return Vec::new();
    }
    let claims = shared.iter().flat_map(|fact| &fact.positions).flat_map(|position| &position.claims);
    let taken: Set<(usize, Span)> = claims.map(|claim| (claim.passage.article, claim.sentence)).collect();
    let mut facts = Vec::new();
    for (article, reading) in bench.readings.iter().enumerate() {
        for (index, sentence) in reading.document.story_sentences() {
            if !taken.contains(&(article, sentence.span)) {
                facts.extend(single(bench, article, index, reading, sentence));
            }
        }
    }
    facts
}

fn single(bench: &Bench<'_>, article: usize, index: usize, reading: &Reading, sentence: &Sentence) -> Option<Fact> {
    let document = &reading.document;
    let mut words: Vec<(f64, usize)> = sentence
        .tokens
        .clone()
        .map(|token| (meaning::information(document.lemma(token)), token))
        .filter(|&(information, token)| information > 0.0 && document.word(token).len() > 2)
        .collect();
    if words.len() < LEAST_WORDS {
        return None;
    }
    words.order_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let topic: Vec<usize> = words.into_iter().map(|(_, token)| token).collect();
    let extraction = &reading.extraction;
    let quantity = extraction.quantities_in(sentence.span).next().map(|(_, quantity)| quantity);
    let (kind, value, span) = match quantity {
        Some(quantity) => (FactKind::Quantity, Some(Value::Number(quantity.value)), quantity.span),
        None => {
            let clause = extraction.claims_of(index).iter().find(|claim| claim.predicate.is_some());
            let span = clause.map_or(sentence.span, |claim| document.span_of(&claim.tokens));
            (FactKind::Statement, None, if span.is_empty() { sentence.span } else { span })
        }
    };
    let claims = vec![bench.evidence(article, index, span)?];
    Some(Fact {
        id: String::new(),
        verdict: Verdict::Single,
        kind,
        label: label::of_sentence(document, &topic),
        positions: vec![Position { value, support: 1, claims }],
        notes: Vec::new(),
    })
}
