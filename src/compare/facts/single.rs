//! What only one article says.

use super::{Bench, label};
use crate::{
    alignment::{Slot, SlotKind},
    document::{Document, Sentence, TokenKind},
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
    let topic = topic(document, sentence);
    if topic.len() < LEAST_WORDS {
        return None;
    }
    let extraction = &reading.extraction;
    let (kind, value, span, label) = match extraction.quantities_in(sentence.span).next() {
        Some((at, quantity)) => {
            let slot = Slot { article, sentence: index, kind: SlotKind::Quantity(at) };
            (FactKind::Quantity, Some(Value::Number(quantity.value)), quantity.span, label::of_value(bench, slot))
        }
        None => {
            let clause = extraction.claims_of(index).iter().find(|claim| claim.predicate.is_some());
            let span = clause.map_or(sentence.span, |claim| document.span_of(&claim.tokens));
            let label = label::of_claims(clause.map(|claim| (document, claim)).into_iter());
            (FactKind::Statement, None, if span.is_empty() { sentence.span } else { span }, label)
        }
    };
    let claims = vec![bench.evidence(article, index, span)?];
    Some(Fact {
        id: String::new(),
        verdict: Verdict::Single,
        kind,
        label: label.unwrap_or_else(|| label::of_sentence(document, &topic)),
        positions: vec![Position { value, support: 1, claims }],
        notes: Vec::new(),
    })
}

/// The words of a sentence that tell something, the most telling first.
pub(super) fn topic(document: &Document, sentence: &Sentence) -> Vec<usize> {
    let mut words: Vec<(f64, usize)> = sentence
        .tokens
        .clone()
        .map(|token| (meaning::information(document.lemma(token)), token))
        .filter(|&(information, token)| {
            information > 0.0 && document.word(token).len() > 2 && document.kind(token) == Some(TokenKind::Word)
        })
        .collect();
    words.order_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    words.into_iter().map(|(_, token)| token).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, Story, analyze, fact::Verdict};

    /// The words of the facts that only one of the articles tells.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let article =
            |text: &&str| Article { text: Some((*text).to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let story = Story { title: None, articles: texts.iter().map(article).collect() };
        let analysis = analyze(&story, &Options::default()).unwrap();
        let singles = analysis.facts.iter().filter(|fact| fact.verdict == Verdict::Single);
        let words = singles.flat_map(|fact| &fact.positions).flat_map(|position| &position.claims).map(|claim| {
            let document = &analysis.articles[claim.passage.article].document;
            document.slice(claim.sentence)
        });
        assert_eq!(words.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    #[test]
    fn what_one_alone_says() {
        let marched = "Mill workers marched.";
        check(&[marched, "Nobody spoke."], &[marched]);
        check(&["Nobody spoke.", marched], &[marched]);
        // There must be others that do not say it.
        check(&[marched], &[]);
        check(&[marched, marched], &[]);
    }

    #[test]
    fn three_words_must_tell_something() {
        check(&["Workers marched.", "Nobody spoke."], &[]);
        check(&["The workers marched.", "Nobody spoke."], &[]);
        check(&["Workers watched TV.", "Nobody spoke."], &[]);
    }
}
