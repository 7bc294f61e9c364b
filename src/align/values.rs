//! Values of two sentences that answer the same question, told by the words around them.

use crate::order::Order;
use std::ops::Range;

use super::{
    pairs::Pair,
    terms::{Bag, Sentences},
};
use crate::{
    alignment::{Slot, SlotKind},
    document::{Document, Tag},
    entity::{Cast, EntityKind},
    lexicon::{self, STOP_WORDS, meaning},
    quantity::{Quantity, Unit},
    reading::Reading,
    relation::{self, Relation},
    span::Span,
    time::{TimeExpression, TimeKind},
    word::is_one_of,
};

/// Two slots that answer the same question.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// A slot.
    pub a: Slot,
    /// A slot of a later article.
    pub b: Slot,
    /// How sure it is, from 0 to 1.
    pub strength: f64,
    /// Whether the values can both hold.
    pub compatible: bool,
}

/// A value of a sentence with the words around it.
struct Place<'a> {
    slot: Slot,
    value: Value<'a>,
    /// Distinct terms of the sentence, in order, with how much each tells of this value: the nearer, the more.
    context: Vec<(usize, f64)>,
    /// The sum of the same.
    weight: f64,
    /// Whether its sentence is one of the article's first.
    opens: bool,
    /// The word before a time that makes it a bound and not the time itself: `since`, `until`.
    bound: Option<&'a str>,
    /// Whether its words name a day; "6 a.m." alone does not.
    names_a_day: bool,
    /// Whether it is a period of which a noun is said: "fourth-quarter earnings", "the 2020 census".
    describes: bool,
    /// The class of the verb that the value hangs on.
    predicate: Option<&'a str>,
}

#[derive(Clone, Copy)]
enum Value<'a> {
    Quantity(&'a Quantity, &'a Reading),
    Time(&'a TimeExpression),
}

/// What the words around two values, wholly the same, say of the question being one.
const NEAR: f64 = 0.5;

/// What the whole sentences say of it.
const WHOLE: f64 = 0.4;

/// How fast a word's part in a value's context falls with the distance in tokens.
const REACH: f64 = 6.0;

/// Words of another clause tell this much less.
const OTHER_CLAUSE: f64 = 0.6;

/// What the same counted thing under the same verb adds to a match.
const SAME_DEED: f64 = 0.08;

/// Measurements under different verbs fit together so much less.
const OTHER_DEED: f64 = 0.75;

/// What it adds to a match of two dates that both stand in an opening.
const BOTH_OPEN: f64 = 0.05;

/// How sure it is that two ages of one person answer one question.
const SAME_PERSON: f64 = 0.7;

/// Matches weaker than this are dropped.
const LEAST: f64 = 0.135;

/// From so many days on a period holds many other things than the one that is told of a day in it.
const LONG: i64 = 60;

/// How many days a time may stand for.
fn days(time: &TimeExpression) -> i64 {
    time.interval.map_or(1, |interval| interval.days())
}

/// All matches of values in `pairs`.
pub fn matches(readings: &[&Reading], sentences: &Sentences, pairs: &[Pair]) -> Vec<Match> {
    let mut paired = vec![false; sentences.bags.len()];
    for at in pairs.iter().flat_map(|pair| [pair.a, pair.b]) {
        if let Some(paired) = paired.get_mut(at) {
            *paired = true;
        }
    }
    let places: Vec<Vec<Place<'_>>> = sentences
        .bags
        .iter()
        .zip(paired)
        .map(|(bag, paired)| match readings.get(bag.article) {
            Some(&reading) if paired => places(reading, bag, sentences),
            _ => Vec::new(),
        })
        .collect();
    let mut found = Vec::new();
    for pair in pairs {
        if let (Some(a), Some(b)) = (places.get(pair.a), places.get(pair.b)) {
            match_pair(pair, a, b, &mut found);
        }
    }
    found
}

/// Ages of one person, wherever in their articles they stand: they answer one question without any other word in common.
pub fn ages(readings: &[&Reading], cast: &Cast) -> Vec<Match> {
    let mut told: Vec<(usize, Slot, &Quantity)> = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let (document, extraction) = (&reading.document, &reading.extraction);
        let entities = cast.names.get(article).map_or(&[][..], Vec::as_slice);
        let ages = extraction.quantities.iter().enumerate();
        for (index, age) in ages.filter(|(_, quantity)| quantity.is_age()) {
            let start = document.tokens_in(age.span).start;
            let name = extraction.names.partition_point(|name| name.tokens.end <= start).checked_sub(1);
            let Some(name) = name else { continue };
            // "Ana Ruiz, 34," and "Ana Ruiz (34)"
            let of = extraction.names.get(name).filter(|name| start <= name.tokens.end + 1);
            let is_person = of.is_some_and(|name| name.kind == EntityKind::Person);
            let entity = entities.get(name).copied().flatten().filter(|_| is_person);
            if let (Some(entity), Some(sentence)) = (entity, document.sentence_at(age.span.start)) {
                told.push((entity, Slot { article, sentence, kind: SlotKind::Quantity(index) }, age));
            }
        }
    }
    told.order_by_key(|&(entity, slot, _)| (entity, slot));
    let mut found = Vec::new();
    for ages in told.chunk_by(|x, y| x.0 == y.0) {
        let Some((&(_, a, first), others)) = ages.split_first() else { continue };
        for &(_, b, age) in others.iter().filter(|(_, slot, _)| slot.article != a.article) {
            let compatible = relation::of_quantities(first, age).is_compatible();
            found.push(Match { a, b, strength: SAME_PERSON, compatible });
        }
    }
    found
}

/// Matches the values of two sentences one to one: values that agree first, then the surest.
fn match_pair(pair: &Pair, a: &[Place<'_>], b: &[Place<'_>], found: &mut Vec<Match>) {
    let mut candidates = Vec::new();
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let (relation, fit) = fit(x, y);
            if relation == Relation::Incomparable {
                continue;
            }
            let strength = fit * (NEAR * near(x, y) + WHOLE * pair.similarity) + kinship(x, y);
            if strength >= LEAST {
                candidates.push((relation.is_compatible(), strength, i, j));
            }
        }
    }
    candidates.order_by(|x, y| y.0.cmp(&x.0).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    for (compatible, strength, i, j) in candidates {
        let (Some(x), Some(y)) = (a.get(i), b.get(j)) else { continue };
        match (used_a.get_mut(i), used_b.get_mut(j)) {
            (Some(first), Some(second)) if !*first && !*second => {
                (*first, *second) = (true, true);
                found.push(Match { a: x.slot, b: y.slot, strength, compatible });
            }
            _ => {}
        }
    }
}

/// What speaks for one question beside the words in common: the same counted thing under the same verb, and dates that
/// both stand in an article's opening, where news tells when its event happened.
fn kinship(x: &Place<'_>, y: &Place<'_>) -> f64 {
    match (x.value, y.value) {
        (Value::Quantity(a, in_a), Value::Quantity(b, in_b)) => {
            let head = head(in_a, &a.counted);
            let same_thing = head.is_some() && head == self::head(in_b, &b.counted);
            if same_thing && x.predicate.is_some() && x.predicate == y.predicate { SAME_DEED } else { 0.0 }
        }
        (Value::Time(a), Value::Time(b)) => {
            let dates = a.kind != TimeKind::Duration && b.kind != TimeKind::Duration;
            if dates && x.opens && y.opens { BOTH_OPEN } else { 0.0 }
        }
        _ => 0.0,
    }
}

/// How much of the words around the two values is the same, from 0 to 1.
fn near(x: &Place<'_>, y: &Place<'_>) -> f64 {
    let (mut a, mut b) = (x.context.iter().peekable(), y.context.iter().peekable());
    let mut shared = 0.0;
    while let (Some(&&(term, weight)), Some(&&(other, other_weight))) = (a.peek(), b.peek()) {
        if term == other {
            shared += weight.min(other_weight);
        }
        if term <= other {
            a.next();
        }
        if other <= term {
            b.next();
        }
    }
    Sentences::measure(shared, x.weight, y.weight)
}

/// How the values stand to each other, and how well their units and verbs go together, from 0 to 1.
fn fit(x: &Place<'_>, y: &Place<'_>) -> (Relation, f64) {
    match (x.value, y.value) {
        // What both tell once more in another unit answers nothing that is not answered already.
        (Value::Quantity(a, _), Value::Quantity(b, _)) if a.conversion && b.conversion => (Relation::Incomparable, 0.0),
        (Value::Quantity(a, in_a), Value::Quantity(b, in_b)) => {
            let deed = match (x.predicate, y.predicate, &a.unit) {
                // Metres are of everything: without the verb in common, the words around them must tell more.
                (Some(a), Some(b), Unit::Measure(_) | Unit::Percent) if a != b => OTHER_DEED,
                _ => 1.0,
            };
            (relation::of_quantities(a, b), deed * unit_fit(a, in_a, b, in_b))
        }
        (Value::Time(a), Value::Time(b)) => {
            let fit = match (x.predicate, y.predicate) {
                _ if a.kind == TimeKind::Duration => 0.9,
                (Some(a), Some(b)) if a == b => 1.0,
                (Some(_), Some(_)) => 0.75,
                _ => 0.85,
            };
            match relation::of_times(a, b) {
                // The day of a bare clock time is a guess, and "since 2019" is not the time of what happened.
                Relation::Different
                    if !(x.names_a_day && y.names_a_day || relation::are_of_one_day(a, b)) || x.bound != y.bound =>
                {
                    (Relation::Incomparable, fit)
                }
                // A quarter in which one thing was done is no more exact for a day of it on which another was.
                Relation::MoreExact
                    if x.predicate != y.predicate && days(a).min(days(b)) == 1 && days(a).max(days(b)) > LONG =>
                {
                    (Relation::Incomparable, fit)
                }
                // "Fourth-quarter earnings" were not told of in all that quarter, and what was possible before the end of a
                // year was not done in its May.
                Relation::MoreExact if x.describes != y.describes || x.bound != y.bound => {
                    (Relation::Incomparable, fit)
                }
                relation => (relation, fit),
            }
        }
        _ => (Relation::Incomparable, 0.0),
    }
}

/// How well two units go together: 1 for the same, less where the counted things only have a word in common.
fn unit_fit(a: &Quantity, in_a: &Reading, b: &Quantity, in_b: &Reading) -> f64 {
    match (&a.unit, &b.unit) {
        (Unit::Counted(_), Unit::Counted(_)) => {
            let (x, y) = (classes(in_a, &a.counted), classes(in_b, &b.counted));
            let heads = (head(in_a, &a.counted), head(in_b, &b.counted));
            if heads.0.is_some() && heads.0 == heads.1 {
                1.0
            } else if x.iter().any(|class| y.contains(class)) {
                0.8
            } else {
                0.4
            }
        }
        (Unit::None, Unit::None) => 0.8,
        (Unit::None, Unit::Counted(_)) | (Unit::Counted(_), Unit::None) => 0.6,
        _ => 1.0,
    }
}

/// The classes of the words of a counted noun phrase.
fn classes<'a>(reading: &'a Reading, tokens: &Range<usize>) -> Vec<&'a str> {
    tokens
        .clone()
        .map(|token| reading.document.lemma(token))
        .filter(|lemma| !lemma.is_empty() && !STOP_WORDS.contains(lemma))
        .map(meaning::class)
        .collect()
}

/// The class of the phrase's head.
pub fn head<'a>(reading: &'a Reading, tokens: &Range<usize>) -> Option<&'a str> {
    let document = &reading.document;
    document.head(tokens.clone()).map(|token| meaning::class(document.lemma(token)))
}

/// The values of a sentence.
fn places<'a>(reading: &'a Reading, bag: &Bag, sentences: &Sentences) -> Vec<Place<'a>> {
    let document = &reading.document;
    let Some(sentence) = document.sentences.get(bag.sentence) else { return Vec::new() };
    let extraction = &reading.extraction;
    let quantities = extraction.quantities_in(sentence.span);
    let times = extraction.times_in(sentence.span);
    let quantities = quantities.map(|(index, quantity)| {
        (SlotKind::Quantity(index), Value::Quantity(quantity, reading), document.tokens_in(quantity.number))
    });
    let times = times
        .filter(|(_, time)| relation::is_comparable(time))
        .map(|(index, time)| (SlotKind::Time(index), Value::Time(time), document.tokens_in(time.span)));
    let outside = |span: Span| {
        let next = document.furniture.partition_point(|furniture| furniture.span.end <= span.start);
        !document.furniture.get(next).is_some_and(|furniture| furniture.span.overlaps(span))
    };
    quantities
        .chain(times)
        .filter(|(_, _, tokens)| outside(document.span_of(tokens)))
        .map(|(kind, value, tokens)| {
            let claim = extraction.claim_at(tokens.start);
            let clause = claim.map(|claim| claim.tokens.clone());
            let context = context(bag, sentences, &tokens, clause.as_ref());
            Place {
                slot: Slot { article: bag.article, sentence: bag.sentence, kind },
                value,
                opens: bag.opens,
                bound: bound(document, tokens.start),
                names_a_day: names_a_day(value, document, tokens.clone()),
                describes: describes(value, document, tokens.end),
                weight: context.iter().map(|&(_, weight)| weight).sum(),
                context,
                predicate: claim.and_then(|claim| claim.predicate).map(|token| meaning::class(document.lemma(token))),
            }
        })
        .collect()
}

/// The preposition before a token, if it makes of a time a bound.
fn bound(document: &Document, start: usize) -> Option<&str> {
    let before = document.word(start.checked_sub(1)?);
    is_one_of(before, "since until till by before after from").then_some(before)
}

/// Whether the time before `end` is a longer period, and a noun is said to be of it.
fn describes(value: Value<'_>, document: &Document, end: usize) -> bool {
    let Value::Time(time) = value else { return false };
    time.interval.is_some_and(|interval| interval.days() > 1) && matches!(document.tag(end), Tag::NN | Tag::NNS)
}

/// Whether the words of a time of day also name its day.
fn names_a_day(value: Value<'_>, document: &Document, mut tokens: Range<usize>) -> bool {
    let Value::Time(time) = value else { return true };
    let is_day = |token: usize| {
        let word = document.word(token);
        lexicon::time::weekday(word).is_some() || lexicon::time::month(word).is_some()
    };
    time.kind != TimeKind::Time || tokens.any(is_day)
}

/// The terms around `tokens`, each with its weight lessened by its distance; the value's own words are left out.
fn context(
    bag: &Bag,
    sentences: &Sentences,
    tokens: &Range<usize>,
    clause: Option<&Range<usize>>,
) -> Vec<(usize, f64)> {
    let mut context: Vec<(usize, f64)> = bag
        .occurrences
        .iter()
        .filter(|occurrence| !tokens.contains(&occurrence.token))
        .map(|occurrence| {
            let distance = if occurrence.token < tokens.start {
                tokens.start - occurrence.token
            } else {
                occurrence.token - tokens.end + 1
            };
            #[expect(clippy::cast_precision_loss, reason = "a distance within a sentence")]
            let mut weight = sentences.weight(occurrence.term) * REACH / (REACH + distance as f64);
            if clause.is_some_and(|clause| !clause.contains(&occurrence.token)) {
                weight *= OTHER_CLAUSE;
            }
            (occurrence.term, weight)
        })
        .collect();
    context.order_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
    context.dedup_by_key(|&mut (term, _)| term);
    context
}
