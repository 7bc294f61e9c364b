//! Who said it: the same words, given by several articles to different speakers.

use super::{Bench, label};
use crate::{
    entity::{Cast, EntityKind},
    fact::{Fact, FactKind, Label, LabelTemplate, Position, Value, Verdict},
    lexicon::{meaning, names},
    order::Order,
    quote::{Quote, QuoteKind, SpeakerKind},
    reading::Reading,
};

/// So many words that tell something make it sure that an utterance is one.
const TELLING: usize = 4;

/// So many of the lesser quote's words the other must have.
const CONTAINED: f64 = 0.85;

/// A label gives no more words of what was said.
const LONGEST: usize = 8;

/// A quote whose speaker its article names.
struct Spoken<'a> {
    article: usize,
    reading: &'a Reading,
    quote: &'a Quote,
    entity: usize,
}

/// A conflict for each group of `variants`, by article and position in its quotes, whose words are given to two people.
pub fn conflicts(bench: &Bench<'_>, cast: &Cast, variants: &[Vec<(usize, usize)>]) -> Vec<Fact> {
    variants.iter().filter_map(|group| conflict(bench, cast, group)).collect()
}

fn conflict(bench: &Bench<'_>, cast: &Cast, group: &[(usize, usize)]) -> Option<Fact> {
    let spoken: Vec<Spoken<'_>> = group.iter().filter_map(|&place| spoken(bench, cast, place)).collect();
    let mut sides: Vec<Vec<&Spoken<'_>>> = Vec::new();
    for one in &spoken {
        match sides.iter_mut().find(|side| side.iter().any(|other| are_one(one, other))) {
            Some(side) => side.push(one),
            None => sides.push(vec![one]),
        }
    }
    let (first, others) = sides.split_first()?;
    if !others.iter().flatten().any(|other| first.iter().any(|one| say_the_same(one, other))) {
        return None;
    }
    let position = |side: &Vec<&Spoken<'_>>| {
        let claims = side.iter().filter_map(|one| {
            let speaker = one.quote.speaker.as_ref()?.span;
            bench.evidence(one.article, one.reading.document.sentence_at(speaker.start)?, speaker)
        });
        let mut claims: Vec<_> = claims.collect();
        claims.order();
        let name = side.first().and_then(|one| cast.entities.get(one.entity)).map(|entity| entity.name.clone());
        Position { value: name.map(Value::Text), support: bench.support(&claims), claims }
    };
    let mut positions: Vec<Position> = sides.iter().map(position).collect();
    positions.order_by_key(|position| std::cmp::Reverse(position.support));
    let one = first.first()?;
    let document = &one.reading.document;
    let tokens = document.tokens_in(one.quote.span);
    let end = tokens.clone().filter(|&token| document.kind(token) == Some(crate::document::TokenKind::Word));
    let end = end.take(LONGEST).last()? + 1;
    let mut words = label::words_at(document, document.span_of(&(tokens.start..end)));
    if end < tokens.end {
        words.push('…');
    }
    let label = Label { template: LabelTemplate::WhoSaid, words: vec![words] };
    Some(Fact {
        id: String::new(),
        verdict: Verdict::Conflict,
        kind: FactKind::Statement,
        label,
        positions,
        notes: Vec::new(),
    })
}

/// The quote if it is direct and its article names the person that says it.
fn spoken<'a>(bench: &Bench<'a>, cast: &Cast, (article, index): (usize, usize)) -> Option<Spoken<'a>> {
    let reading = bench.readings.get(article)?;
    let quote = reading.extraction.quotes.get(index)?;
    let entity = (*cast.speakers.get(article)?.get(index)?)?;
    let is_person = cast.entities.get(entity)?.kind == EntityKind::Person;
    let speaker = quote.speaker.as_ref()?;
    let SpeakerKind::Name(name) = speaker.kind else { return None };
    let name = reading.extraction.names.get(name)?;
    // "a spokesman for Ruiz" is not Ruiz.
    let start = speaker.tokens.start.min(name.tokens.start);
    let stands_for = (start.saturating_sub(1)..name.tokens.start)
        .any(|token| reading.document.is_word(token, "for of to from by with on"));
    let is_named = quote.cue.is_some() && !stands_for && reading.document.word(name.tokens.end) != "'s";
    (is_person && is_named && quote.kind == QuoteKind::Direct).then_some(Spoken { article, reading, quote, entity })
}

/// Whether two speakers may be one person: the same entity, or a word of the name in common.
fn are_one(a: &Spoken<'_>, b: &Spoken<'_>) -> bool {
    let words = |one: &Spoken<'_>| -> Vec<String> {
        let name = one.quote.speaker.as_ref().and_then(|speaker| match speaker.kind {
            SpeakerKind::Name(name) => one.reading.extraction.names.get(name),
            _ => None,
        });
        let tokens = name.map_or(0..0, |name| name.tokens.clone());
        tokens.map(|token| names::plain(one.reading.document.word(token)).into_owned()).collect()
    };
    let theirs = words(b);
    a.entity == b.entity || words(a).iter().any(|word| theirs.contains(word))
}

/// Whether two articles give the same words, and enough of them.
fn say_the_same(a: &Spoken<'_>, b: &Spoken<'_>) -> bool {
    let told = |one: &Spoken<'_>| {
        let document = &one.reading.document;
        let tokens = document.tokens_in(one.quote.span);
        let lemmas = tokens.map(|token| document.lemma(token).to_owned());
        let mut told: Vec<String> =
            lemmas.filter(|lemma| meaning::information(lemma) > 0.0 && lemma.len() > 1).collect();
        told.order();
        told.dedup();
        told
    };
    let (x, y) = (told(a), told(b));
    let common = x.iter().filter(|lemma| y.contains(lemma)).count();
    // A few words of a sentence may be borrowed by whoever speaks next.
    let fragment = 5 * x.len().min(y.len()) < 3 * x.len().max(y.len()) && common < 2 * TELLING;
    #[expect(clippy::cast_precision_loss, reason = "a count of words")]
    let contained = common as f64 / x.len().min(y.len()).max(1) as f64;
    a.article != b.article && !fragment && common >= TELLING && contained >= CONTAINED
}
