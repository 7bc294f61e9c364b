//! Short names for facts: a template, filled with words of an article.

use std::ops::Range;

use super::Bench;
use crate::{
    alignment::{Slot, SlotGroup, SlotKind},
    claim::Claim,
    document::{Document, Tag, TokenKind},
    fact::{Label, LabelTemplate},
    lexicon::{STOP_WORDS, meaning, names},
    order::{Map, Order},
    quantity::Unit,
    span::Span,
    time::TimeKind,
};

/// An event stands no further than this many words from its time.
const NEAR: usize = 8;

/// A label has no more words than this.
const LONGEST: usize = 6;

/// The label of a group of values.
pub fn of_value(bench: &Bench<'_>, group: &SlotGroup) -> Label {
    let plain = |words| Label { template: LabelTemplate::Plain, words };
    let Some((slot, reading)) = group.slots.first().and_then(|slot| Some((slot, bench.readings.get(slot.article)?)))
    else {
        return plain(Vec::new());
    };
    let document = &reading.document;
    match slot.kind {
        SlotKind::Quantity(index) => {
            let Some(quantity) = reading.extraction.quantities.get(index) else { return plain(Vec::new()) };
            let own = document.tokens_in(quantity.span);
            let topic: Vec<usize> = group.topic.iter().copied().filter(|token| !own.contains(token)).collect();
            let template = match &quantity.unit {
                Unit::Counted(phrase) => {
                    // "documents signed": only what is done to the things themselves.
                    let claim = reading.extraction.claim_at(own.start).filter(|claim| claim.passive);
                    let verb = claim.and_then(|claim| claim.predicate).filter(|token| topic.contains(token));
                    let verb = verb.map(|token| document.raw(token).to_owned());
                    return plain(std::iter::once(phrase.clone()).chain(verb).collect());
                }
                Unit::Currency(_) => LabelTemplate::AmountOf,
                _ => LabelTemplate::FigureOf,
            };
            Label { template, words: phrase(document, &topic).into_iter().collect() }
        }
        SlotKind::Time(index) => {
            let Some(time) = reading.extraction.times.get(index) else { return plain(Vec::new()) };
            let own = document.tokens_in(time.span);
            let topic: Vec<usize> = group.topic.iter().copied().filter(|token| !own.contains(token)).collect();
            let noun = event(document, &topic, &own);
            let verb = || reading.extraction.claim_at(own.start).and_then(|claim| deed(document, claim, &own));
            let words: Vec<String> = match noun {
                Some(noun) => vec![document.raw(noun).to_owned()],
                None => verb().or_else(|| phrase(document, &topic)).into_iter().collect(),
            };
            let template = match (noun, time.kind) {
                (_, TimeKind::Duration) => LabelTemplate::LengthOf,
                (None, _) => LabelTemplate::When,
                (Some(_), _) if time.interval.is_some_and(|interval| interval.days() == 1) => LabelTemplate::DayOf,
                (Some(_), _) => LabelTemplate::TimeOf,
            };
            Label { template, words }
        }
        SlotKind::Name(_) | SlotKind::Claim(_) | SlotKind::Statement => of_statement(document, &group.topic),
    }
}

/// The noun of `topic` nearest to a time that can be something that happens: no person's role, no part of a name.
fn event(document: &Document, topic: &[usize], time: &Range<usize>) -> Option<usize> {
    let distance = |token: usize| if token < time.start { time.start - token } else { token.saturating_sub(time.end) };
    let nouns = topic.iter().copied().filter(|&token| {
        is_noun(document, token)
            && distance(token) <= NEAR
            && names::role(document.word(token)).is_none()
            && document.word(token + 1) != "-"
            && document.word(token.saturating_sub(1)) != "-"
    });
    nouns.min_by_key(|&token| (distance(token), token))
}

/// A clause's verb with the few words that follow it, up to the time.
fn deed(document: &Document, claim: &Claim, time: &Range<usize>) -> Option<String> {
    let verb = claim.predicate?;
    let end = (verb + 1..claim.tokens.end.min(verb + LONGEST))
        .find(|&token| time.contains(&token) || document.kind(token) != Some(TokenKind::Word))
        .unwrap_or(claim.tokens.end.min(verb + LONGEST));
    let end = (verb..end).rev().find(|&token| is_content(document, token)).map_or(verb + 1, |last| last + 1);
    Some(one_line(document, verb..end))
}

/// The label of statements of several articles: the longest telling run of words that they have in common, or else the
/// phrase around their weightiest common word.
pub fn of_statements(bench: &Bench<'_>, group: &SlotGroup) -> Label {
    let first = group.slots.first().and_then(|slot| bench.readings.get(slot.article));
    let words = common_run(bench, group).or_else(|| statement(&first?.document, &group.topic));
    Label { template: LabelTemplate::Plain, words: words.into_iter().collect() }
}

/// The run of words that stands in the first sentence and in most of the others, if it tells something: without common
/// words at its ends, and with at least two that are not.
fn common_run(bench: &Bench<'_>, group: &SlotGroup) -> Option<String> {
    let (first, others) = group.slots.split_first()?;
    let (document, own) = sentence(bench, first)?;
    let mut runs: Map<(usize, usize), usize> = Map::new();
    for slot in others.iter().filter(|slot| slot.article != first.article) {
        let Some((other, tokens)) = sentence(bench, slot) else { continue };
        for run in runs_in_common(document, &own, other, &tokens) {
            *runs.entry(run).or_default() += 1;
        }
    }
    let tells = |&(start, end): &(usize, usize)| -> f64 {
        (start..end).map(|token| meaning::information(document.lemma(token))).sum()
    };
    let content = |&(start, end): &(usize, usize)| (start..end).filter(|&token| is_content(document, token)).count();
    #[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
    let (run, _) = runs
        .into_iter()
        .filter(|(run, _)| {
            content(run) >= 2 && run.1 - run.0 <= LONGEST && (run.0..run.1).any(|token| is_noun(document, token))
        })
        .max_by(|x, y| (tells(&x.0) * x.1 as f64).total_cmp(&(tells(&y.0) * y.1 as f64)).then(y.0.cmp(&x.0)))?;
    Some(one_line(document, run.0..run.1))
}

/// The maximal runs of the same words in both, cut so that they begin and end with a word that tells something.
fn runs_in_common(a: &Document, own: &Range<usize>, b: &Document, other: &Range<usize>) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    for start in own.clone().filter(|&token| is_content(a, token)) {
        for from in other.clone().filter(|&token| b.word(token) == a.word(start)) {
            let goes_on = |step: &usize| {
                start + step < own.end
                    && from + step < other.end
                    && a.word(start + step) == b.word(from + step)
                    && a.kind(start + step) != Some(TokenKind::QuoteMark)
            };
            let length = (1..LONGEST).take_while(goes_on).count() + 1;
            let end =
                (start..start + length).rev().find(|&token| is_content(a, token)).map_or(start + 1, |last| last + 1);
            runs.push((start, end));
        }
    }
    runs.order();
    runs.dedup();
    runs
}

fn sentence<'a>(bench: &Bench<'a>, slot: &Slot) -> Option<(&'a Document, Range<usize>)> {
    let document = &bench.readings.get(slot.article)?.document;
    Some((document, document.sentences.get(slot.sentence)?.tokens.clone()))
}

fn is_content(document: &Document, token: usize) -> bool {
    document.kind(token) == Some(TokenKind::Word) && meaning::information(document.lemma(token)) > 0.0
}

fn is_noun(document: &Document, token: usize) -> bool {
    matches!(document.tag(token), Tag::NN | Tag::NNS)
}

/// The words of the tokens, on one line.
fn one_line(document: &Document, tokens: Range<usize>) -> String {
    words_at(document, document.span_of(&tokens))
}

/// The words at `span`, on one line.
pub(super) fn words_at(document: &Document, span: Span) -> String {
    document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The label of a statement of one article: the phrase around its weightiest words.
pub fn of_statement(document: &Document, topic: &[usize]) -> Label {
    Label { template: LabelTemplate::Plain, words: statement(document, topic).into_iter().collect() }
}

/// A stretch of words around the weightiest noun or name of `topic`, verbatim; around its weightiest word if it has none.
pub fn phrase(document: &Document, topic: &[usize]) -> Option<String> {
    let (start, end) = stretch(document, topic)?;
    Some(one_line(document, start..end)).filter(|words| !words.is_empty())
}

/// The same for a statement, of which a thing or a name alone says little.
fn statement(document: &Document, topic: &[usize]) -> Option<String> {
    let (mut start, mut end) = stretch(document, topic)?;
    let mut telling = (start..end).filter(|&token| is_content(document, token));
    if telling.clone().count() < 2 || telling.all(|token| document.is_capitalized(token)) {
        (start, end) = with_verb(document, start, end);
    }
    Some(one_line(document, start..end)).filter(|words| !words.is_empty())
}

/// The first and the last token of [`phrase`], the last excluded.
fn stretch(document: &Document, topic: &[usize]) -> Option<(usize, usize)> {
    let noun = |&&token: &&usize| is_noun(document, token);
    let name = |&&token: &&usize| document.is_capitalized(token);
    let &core = topic.iter().take(4).find(noun).or_else(|| topic.iter().find(name)).or_else(|| topic.first())?;
    let belongs = |token: usize| {
        document.kind(token).is_some_and(|kind| matches!(kind, TokenKind::Word))
            && !STOP_WORDS.contains(document.word(token))
            && (topic.contains(&token) || document.tag(token).is_noun() || document.tag(token).is_adjective())
    };
    let is_joint =
        |token: usize| document.word(token) == "-" && document.is_glued(token) && document.is_glued(token + 1);
    let (mut start, mut end) = (core, core + 1);
    while end - start < LONGEST && start > 0 && (belongs(start - 1) || (start > 1 && is_joint(start - 1))) {
        start -= 1;
    }
    while end - start < LONGEST && (belongs(end) || is_joint(end)) {
        end += 1;
    }
    Some((start, end))
}

/// With the verb shortly before it ("fired missiles"), or else with the one shortly after it and what follows that ("troops
/// left the border").
fn with_verb(document: &Document, start: usize, end: usize) -> (usize, usize) {
    let is_verb = |token: usize| document.tag(token).is_verb() && is_content(document, token);
    let is_word = |token: usize| document.kind(token) == Some(TokenKind::Word);
    let before = (start.saturating_sub(NEAR / 2)..start).rev().take_while(|&token| is_word(token));
    if let Some(verb) = before.into_iter().find(|&token| is_verb(token)) {
        return (verb, end);
    }
    let after = (end..start + LONGEST).take_while(|&token| is_word(token));
    if !after.clone().any(is_verb) {
        return (start, end);
    }
    (start, after.filter(|&token| is_content(document, token)).last().map_or(end, |last| last + 1))
}
