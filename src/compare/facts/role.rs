//! What is said of one named subject: the state that it is in, and where it did something; and who is named in one role.

use super::{Bench, label};
use crate::{
    alignment::{Slot, SlotGroup, SlotKind},
    entity::EntityKind,
    fact::{Fact, FactKind, Label, LabelTemplate, Note, Position, Value, Verdict},
    letter,
    lexicon::meaning,
    order::{Order, Set},
    reading::Reading,
    relation::{self, Relation},
    span::Span,
};

/// A label begins with the subject where that stands no further than this many words before the verb.
const LONGEST: usize = 8;

/// What a slot says: its words, and in which form they are compared.
struct Answer {
    slot: Slot,
    span: Span,
    form: String,
    /// Whether it is a state that lasts, and no change.
    lasting: bool,
}

/// A conflict, if there are two sides to it.
pub fn judge(bench: &Bench<'_>, group: &SlotGroup) -> Option<Fact> {
    let mut sides: Vec<Vec<Answer>> = Vec::new();
    for &slot in &group.slots {
        let Some(answer) = answer(bench.readings.get(slot.article)?, slot) else { continue };
        match sides.iter_mut().find(|side| side.iter().any(|known| is_same(&known.form, &answer.form, slot.kind))) {
            Some(side) => side.push(answer),
            None => sides.push(vec![answer]),
        }
    }
    let (first, others) = sides.split_first()?;
    let opposed = |side: &&Vec<Answer>| first.iter().any(|a| side.iter().any(|b| can_conflict(bench, a, b)));
    if !others.iter().any(|side| opposed(&side)) {
        return None;
    }
    // Who names both knows that they are two, and who tells of both states that the one followed on the other.
    let articles: Vec<Set<usize>> =
        sides.iter().map(|side| side.iter().map(|one| one.slot.article).collect()).collect();
    let meet = |(at, a): (usize, &Set<usize>)| articles.iter().skip(at + 1).any(|b| a.intersection(b).count() > 0);
    if articles.iter().enumerate().any(meet) {
        return None;
    }
    let mut positions: Vec<Position> = sides
        .iter()
        .map(|side| {
            let mut claims: Vec<_> = side
                .iter()
                .filter_map(|answer| bench.evidence(answer.slot.article, answer.slot.sentence, answer.span))
                .collect();
            claims.order();
            let value = side.first().and_then(|answer| Some((answer, bench.readings.get(answer.slot.article)?)));
            let value = value.map(|(answer, reading)| Value::Text(reading.document.slice(answer.span).to_owned()));
            Position { value, support: bench.support(&claims), claims }
        })
        .collect();
    positions.order_by_key(|position| std::cmp::Reverse(position.support));
    let slot = group.slots.first()?;
    let active = group.slots.iter().find_map(|slot| who(bench.readings.get(slot.article)?, slot));
    let (kind, label) = match active {
        Some(label) => (FactKind::Statement, label),
        None => named(bench.readings.get(slot.article)?, slot, &group.topic, first.first()?.span)?,
    };
    let is_near = |slot: &Slot| {
        let SlotKind::Name(name) = slot.kind else { return false };
        let reading = bench.readings.get(slot.article);
        reading.is_some_and(|reading| {
            let name = reading.extraction.names.get(name);
            name.is_some_and(|name| reading.document.is_word(name.tokens.start.saturating_sub(1), "near outside off"))
        })
    };
    let notes = if group.slots.iter().all(is_near) { vec![Note::NearBoth] } else { Vec::new() };
    Some(Fact { id: String::new(), verdict: Verdict::Conflict, kind, label, positions, notes })
}

/// "who opened the bridge", if the slot is a name before what it did.
fn who(reading: &Reading, slot: &Slot) -> Option<Label> {
    let SlotKind::Name(name) = slot.kind else { return None };
    let name = reading.extraction.names.get(name)?;
    let claim = reading.extraction.claim_at(name.tokens.start)?;
    let is_actor = claim.predicate? >= name.tokens.end && !claim.passive && name.kind != EntityKind::Place;
    let deed = is_actor.then(|| label::deed(&reading.document, claim))?;
    Some(Label { template: LabelTemplate::Who, words: vec![deed?] })
}

fn named(reading: &Reading, slot: &Slot, topic: &[usize], answer: Span) -> Option<(FactKind, Label)> {
    let document = &reading.document;
    let (&start, &end) = (topic.first()?, topic.last()?);
    let words = |span: Span| vec![label::words_at(document, span)];
    let SlotKind::Name(name) = slot.kind else {
        let named = document.span_of(&(start..end + 1));
        return Some((FactKind::Statement, Label { template: LabelTemplate::Plain, words: words(named) }));
    };
    let name = reading.extraction.names.get(name)?;
    let kind = if name.kind == EntityKind::Place { FactKind::Place } else { FactKind::Statement };
    let claim = reading.extraction.claim_at(name.tokens.start)?;
    if kind == FactKind::Place && document.tag(start).is_noun() && claim.predicate < Some(start) {
        return Some((
            kind,
            Label { template: LabelTemplate::PlaceOf, words: words(document.span_of(&(start..end + 1))) },
        ));
    }
    // "came ashore at", "the board appointed"
    let verb = claim.predicate?;
    let subject = claim.subject.clone().filter(|subject| subject.end <= verb && verb - subject.start <= LONGEST);
    let from = subject.map_or(verb, |subject| subject.start);
    let title = name.role.as_ref().filter(|role| role.end <= name.tokens.start);
    let end = title.and_then(|title| document.tokens.get(title.start)).map_or(answer.start, |title| title.span.start);
    let words = label::opening(document, &(from..document.tokens_in(Span::new(0, end)).end));
    Some((kind, Label { template: LabelTemplate::Plain, words: vec![words] }))
}

fn answer(reading: &Reading, slot: Slot) -> Option<Answer> {
    let document = &reading.document;
    let (span, form, lasting) = match slot.kind {
        SlotKind::State(index) => {
            let claim = reading.extraction.claims.get(index)?;
            let (state, lasting) = claim.state(document)?;
            let start = if lasting { claim.predicate? } else { state };
            (document.span_of(&(start..state + 1)), document.lemma(state).to_owned(), lasting)
        }
        SlotKind::Name(index) => {
            let span = reading.extraction.names.get(index)?.span;
            (span, letter::to_small(document.slice(span)), false)
        }
        _ => return None,
    };
    Some(Answer { slot, span, form, lasting })
}

fn is_same(a: &str, b: &str, kind: SlotKind) -> bool {
    match kind {
        // A place may be named more fully.
        SlotKind::Name(_) => a.split(' ').any(|word| b.split(' ').any(|other| word == other)),
        _ => !meaning::are_opposite(a, b),
    }
}

/// Whether two answers are of different articles, and nothing says that they are of different days.
fn can_conflict(bench: &Bench<'_>, a: &Answer, b: &Answer) -> bool {
    let (Some(x), Some(y)) = (bench.readings.get(a.slot.article), bench.readings.get(b.slot.article)) else {
        return false;
    };
    let times = |reading: &Reading, slot: Slot| {
        let document = &reading.document;
        let span = match slot.kind {
            SlotKind::State(index) => reading.extraction.claims.get(index).map(|claim| document.span_of(&claim.tokens)),
            _ => document.sentences.get(slot.sentence).map(|sentence| sentence.span),
        };
        reading.extraction.times_in(span.unwrap_or_default()).map(|(_, time)| time.clone()).collect::<Vec<_>>()
    };
    let (own, theirs) = (times(x, a.slot), times(y, b.slot));
    let different =
        own.iter().any(|time| theirs.iter().any(|other| relation::of_times(time, other) == Relation::Different));
    // What was shut one day has reopened on the next; but what is said to have remained open was not shut the day before.
    let day = |reading: &Reading| reading.document.published.map(|moment| moment.date);
    let later = day(x).zip(day(y)).is_some_and(|(first, second)| match (a.lasting, b.lasting) {
        (true, true) => first != second,
        (true, false) => second > first,
        (false, true) => first > second,
        (false, false) => false,
    });
    a.slot.article != b.slot.article && !different && !later
}
