//! Short names for facts: a template, filled with words of an article.

use super::Bench;
use crate::{
    alignment::{SlotGroup, SlotKind},
    document::{Document, Tag, TokenKind},
    fact::{Label, LabelTemplate},
    lexicon::STOP_WORDS,
    quantity::Unit,
    span::Span,
    time::TimeKind,
};

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
            let number = document.tokens_in(quantity.number);
            let topic: Vec<usize> = group.topic.iter().copied().filter(|token| !number.contains(token)).collect();
            let template = match &quantity.unit {
                Unit::Counted(phrase) => {
                    let verb = topic.iter().find(|&&token| document.tag(token).is_verb());
                    let verb = verb.map(|&token| document.raw(token).to_owned());
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
            let noun = topic.iter().copied().find(|&token| matches!(document.tag(token), Tag::NN | Tag::NNS));
            let words: Vec<String> = match noun {
                Some(noun) => vec![document.raw(noun).to_owned()],
                None => phrase(document, &topic).into_iter().collect(),
            };
            let template = match (noun, time.kind) {
                (_, TimeKind::Duration) => LabelTemplate::LengthOf,
                (None, _) => LabelTemplate::When,
                (Some(_), _) if time.interval.is_some_and(|interval| interval.days() == 1) => LabelTemplate::DayOf,
                (Some(_), _) => LabelTemplate::TimeOf,
            };
            Label { template, words }
        }
        SlotKind::Name(_) | SlotKind::Statement => of_statement(document, &group.topic),
    }
}

/// The label of a statement: the phrase around its weightiest words.
pub fn of_statement(document: &Document, topic: &[usize]) -> Label {
    Label { template: LabelTemplate::Plain, words: phrase(document, topic).into_iter().collect() }
}

/// A stretch of words around the weightiest noun or name of `topic`, verbatim; around its weightiest word if it has none.
pub fn phrase(document: &Document, topic: &[usize]) -> Option<String> {
    let nominal = |&&token: &&usize| document.tag(token).is_noun() || document.is_capitalized(token);
    let &core = topic.iter().take(4).find(nominal).or_else(|| topic.first())?;
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
    let span: Span = document.span_of(&(start..end));
    let words = document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
