//! Who said it: the same words, given by several articles to different speakers.

use std::ops::Range;

use super::{Bench, label};
use crate::{
    alignment::SentenceLink,
    entity::{Cast, EntityKind, Name},
    fact::{Fact, FactKind, Label, LabelTemplate, Position, Value, Verdict},
    lexicon::{meaning, names},
    order::Order,
    quote::{Quote, QuoteKind, SpeakerKind},
    reading::Reading,
    word::is_one_of,
};

/// So many words that tell something make it sure that an utterance is one.
const TELLING: usize = 4;

/// So many of the lesser quote's words the other must have.
const CONTAINED: f64 = 0.85;

/// A label gives no more words of what was said.
const LONGEST: usize = 8;

/// Sentences that are so alike report the same.
const SAME_NEWS: f64 = 0.4;

/// Offices of which a place, a body or a firm has one.
const OFFICES: &str =
    "mayor governor gov president chancellor premier pope king queen emperor ceo chairman chairwoman sheriff coroner";

/// What makes of a title one of several, or one that was.
const PAST: &str = "former ex late then acting deputy vice interim assistant elect retired longtime incoming outgoing";

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

/// What several articles quote of one speaker, as far as none of the `facts` has it: the words agree.
pub fn agreed(bench: &Bench<'_>, cast: &Cast, variants: &[Vec<(usize, usize)>], facts: &[Fact]) -> Vec<Fact> {
    let of_group = |group: &Vec<(usize, usize)>| {
        let mut quotes: Vec<(usize, &Quote, &Reading)> = Vec::new();
        for &(article, index) in group {
            let reading = bench.readings.get(article)?;
            quotes.push((article, reading.extraction.quotes.get(index)?, reading));
        }
        let has = |fact: &Fact| {
            let has = |&(article, quote, _): &(usize, &Quote, &Reading)| {
                let mut claims = fact.positions.iter().flat_map(|position| &position.claims);
                claims.any(|claim| claim.passage.article == article && claim.passage.span.overlaps(quote.span))
            };
            quotes.iter().copied().filter(has).count() > 1
        };
        if facts.iter().any(|fact| matches!(fact.verdict, Verdict::Conflict | Verdict::Agreed) && has(fact)) {
            return None;
        }
        let claims = quotes.iter().filter_map(|&(article, quote, reading)| {
            bench.evidence(article, reading.document.sentence_at(quote.span.start)?, quote.span)
        });
        let claims: Vec<_> = claims.collect();
        // The words in the fewest words.
        let &(_, shortest, reading) = quotes.iter().min_by_key(|(_, quote, _)| quote.span.len())?;
        if is_title(reading, shortest) {
            return None;
        }
        let speaker = group.iter().find_map(|&(article, index)| {
            let speaker = cast.speakers.get(article).and_then(|speakers| *speakers.get(index)?)?;
            cast.entities.get(speaker).map(|entity| entity.name.clone())
        });
        let words = ["“", &said(reading, shortest)?, "”"].concat();
        let template = if speaker.is_some() { LabelTemplate::Claim } else { LabelTemplate::Plain };
        Some(Fact {
            id: String::new(),
            verdict: Verdict::Agreed,
            kind: FactKind::Statement,
            label: Label { template, words: speaker.into_iter().chain([words]).collect() },
            positions: vec![Position { value: None, support: bench.support(&claims), claims }],
            notes: Vec::new(),
        })
    };
    variants.iter().filter_map(of_group).collect()
}

/// Whether the words are a title or another name that somebody also spoke of: “Kill the Bell”.
fn is_title(reading: &Reading, quote: &Quote) -> bool {
    let document = &reading.document;
    let tells = |token: &usize| meaning::information(document.lemma(*token)) > 0.0;
    let mut words = document.tokens_in(quote.span).filter(tells).peekable();
    words.peek().is_some() && words.all(|token| document.is_capitalized(token))
}

/// The first words of a quote.
fn said(reading: &Reading, quote: &Quote) -> Option<String> {
    let document = &reading.document;
    let tokens = document.tokens_in(quote.span);
    let end = tokens.clone().filter(|&token| document.kind(token) == Some(crate::document::TokenKind::Word));
    let end = end.take(LONGEST).last()? + 1;
    let mut words = label::words_at(document, document.span_of(&(tokens.start..end)));
    if end < tokens.end && document.kind(end) == Some(crate::document::TokenKind::Word) {
        words.push('…');
    }
    Some(words)
}

/// An office that one person holds, with the person whom an article names in it.
struct Holder<'a> {
    reading: &'a Reading,
    article: usize,
    sentence: usize,
    name: &'a Name,
    /// Its title, as positions in the document's tokens.
    title: Range<usize>,
    entity: usize,
    /// The class of what the holder does there.
    deed: &'a str,
}

/// A conflict for each pair of sentences that report the same and name two holders of one office, unless it is `told` already
/// that these two are named for one deed.
pub fn holders(bench: &Bench<'_>, cast: &Cast, links: &[SentenceLink], told: &[Fact]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for link in links.iter().filter(|link| link.strength >= SAME_NEWS) {
        let (of_a, of_b) = (holders_in(bench, cast, link.a), holders_in(bench, cast, link.b));
        for a in &of_a {
            let mut rivals = of_b.iter().filter(|b| are_rivals(cast, a, b) && !is_told(told, a, b));
            let fact = rivals.find_map(|b| office(bench, cast, [a, b]));
            // One conflict for an office.
            facts.extend(fact.filter(|fact| facts.iter().all(|other| other.label != fact.label)));
        }
    }
    facts
}

/// Whether a conflict has the names of both in two of its positions.
fn is_told(told: &[Fact], a: &Holder<'_>, b: &Holder<'_>) -> bool {
    let names = |position: &Position, one: &Holder<'_>| {
        let mut passages = position.claims.iter().map(|claim| claim.passage);
        passages.any(|passage| passage.article == one.article && passage.span.overlaps(one.name.span))
    };
    told.iter().filter(|fact| fact.verdict == Verdict::Conflict).any(|fact| {
        fact.positions.iter().any(|position| names(position, a))
            && fact.positions.iter().any(|position| names(position, b))
    })
}

fn holders_in<'a>(bench: &Bench<'a>, cast: &Cast, (article, sentence): (usize, usize)) -> Vec<Holder<'a>> {
    let Some(reading) = bench.readings.get(article) else { return Vec::new() };
    let document = &reading.document;
    let tokens = document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
    let names = &reading.extraction.names;
    let first = names.partition_point(|name| name.tokens.start < tokens.start);
    let own = names.iter().enumerate().skip(first).take_while(|(_, name)| name.tokens.start < tokens.end);
    own.filter_map(|(index, name)| {
        let entity = (*cast.names.get(article)?.get(index)?)?;
        let title = name.role.clone()?;
        let claim = reading.extraction.claim_at(name.tokens.start)?;
        let acts = claim.predicate? >= name.tokens.end && claim.subject.as_ref()?.contains(&name.tokens.start);
        let beside = title.end == name.tokens.start;
        let single = is_one_of(document.word(title.end - 1), OFFICES);
        let past = title.start.checked_sub(1).is_some_and(|before| document.is_word(before, PAST));
        let past = past || title.clone().any(|token| document.is_word(token, PAST));
        let deed = meaning::class(document.lemma(claim.predicate?));
        (acts && beside && single && !past && name.kind == EntityKind::Person).then_some(Holder {
            reading,
            article,
            sentence,
            name,
            title,
            entity,
            deed,
        })
    })
    .collect()
}

/// Whether the two are named in one office, and cannot both hold it.
fn are_rivals(cast: &Cast, a: &Holder<'_>, b: &Holder<'_>) -> bool {
    let words = |one: &Holder<'_>, tokens: &Range<usize>| -> Vec<String> {
        tokens.clone().map(|token| names::plain(one.reading.document.word(token)).into_owned()).collect()
    };
    // Who names both knows that they are two.
    let knows = |one: &Holder<'_>, other: &Holder<'_>| {
        cast.names.get(one.article).is_some_and(|names| names.contains(&Some(other.entity)))
    };
    let day = |one: &Holder<'_>| one.reading.document.published.map(|moment| moment.date.days());
    let (own, theirs) = (words(a, &a.name.tokens), words(b, &b.name.tokens));
    words(a, &a.title) == words(b, &b.title)
        && a.deed == b.deed
        && !own.iter().any(|word| theirs.contains(word))
        && !knows(a, b)
        && !knows(b, a)
        && day(a).zip(day(b)).is_none_or(|(a, b)| a.abs_diff(b) < 2)
}

fn office(bench: &Bench<'_>, cast: &Cast, sides: [&Holder<'_>; 2]) -> Option<Fact> {
    let [first, _] = sides;
    let document = &first.reading.document;
    let title = label::words_at(document, document.span_of(&first.title));
    let mut positions = Vec::new();
    for one in sides {
        let span = one.reading.document.span_of(&(one.title.start..one.name.tokens.end));
        let claims = vec![bench.evidence(one.article, one.sentence, span)?];
        let name = cast.entities.get(one.entity)?.name.clone();
        positions.push(Position { value: Some(Value::Text(name)), support: bench.support(&claims), claims });
    }
    Some(Fact {
        id: String::new(),
        verdict: Verdict::Conflict,
        kind: FactKind::Statement,
        label: Label { template: LabelTemplate::Plain, words: vec![title] },
        positions,
        notes: Vec::new(),
    })
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
    let words = said(one.reading, one.quote)?;
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
    let SpeakerKind::Name(_) = speaker.kind else { return None };
    (is_person && quote.cue.is_some() && quote.kind == QuoteKind::Direct).then_some(Spoken {
        article,
        reading,
        quote,
        entity,
    })
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
    let fragment = 4 * x.len().min(y.len()) < 3 * x.len().max(y.len()) && common < 2 * TELLING;
    #[expect(clippy::cast_precision_loss, reason = "a count of words")]
    let contained = common as f64 / x.len().min(y.len()).max(1) as f64;
    a.article != b.article && !fragment && common >= TELLING && contained >= CONTAINED
}
