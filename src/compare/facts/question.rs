//! Whether two values that differ answer one question: only then do they contradict each other.
//!
//! What stands around both values is weighed: how much their sentences, and the words right beside them, have in common. The
//! weights are a logistic regression's, learned on altered figures and dates in real articles against what real articles
//! happen to say of different things. Before that, some kinds of difference are passed over since they are nearly always
//! innocent.

use std::ops::Range;

use super::judge::Given;
use crate::{
    claim::{Claim, Stance},
    document::{Document, Tag, TokenKind},
    entity::EntityKind,
    lexicon::{meaning, speech},
    order::Order,
    quantity::{Modifier, Quantity, Unit},
    reading::Reading,
    time::{TimeExpression, TimeKind},
    word::{self, is_one_of},
};

/// From this score on, two values that differ contradict each other.
const SURE: f64 = -1.0;

/// Sentences that have so much in common say the same thing but for the value.
const COPIED: f64 = 0.5;

/// Counts of people to whom different things happen need sentences that have so much in common.
const UNLIKE_DEEDS: f64 = 0.3;

/// So many words on either side of a value stand right beside it.
const BESIDE: usize = 4;

/// Articles that are so many days apart speak of different days when they say "Monday", and of a later state of things.
const DAYS_APART: u64 = 2;

/// Nobody takes a figure for another that is so many times as large.
const UNLIKELY: f64 = 8.0;

/// Words that make of a count a part of another: "three others".
const PARTS: &str =
    "other others another more further additional extra remaining rest each every per first second third last next";

/// A value in its sentence.
pub struct Place<'a> {
    /// The article.
    pub reading: &'a Reading,
    /// The sentence's position in its document.
    pub sentence: usize,
    /// The value.
    pub value: Given<'a>,
}

/// A class of words with how much it tells.
type Told<'a> = (&'a str, f64);

impl<'a> Place<'a> {
    fn document(&self) -> &'a Document {
        &self.reading.document
    }

    fn tokens(&self) -> Range<usize> {
        self.document().sentences.get(self.sentence).map_or(0..0, |sentence| sentence.tokens.clone())
    }

    fn own(&self) -> Range<usize> {
        self.document().tokens_in(self.value.span())
    }

    fn claim(&self) -> Option<&'a Claim> {
        self.reading.extraction.claim_at(self.own().start)
    }

    fn verb(&self) -> Option<&'a str> {
        Some(self.document().lemma(self.claim()?.predicate?))
    }

    /// The classes of the words that tell something among `tokens`, the value's own apart, in order.
    fn told(&self, tokens: Range<usize>) -> Vec<Told<'a>> {
        let (document, own) = (self.document(), self.own());
        let mut told: Vec<Told<'_>> = tokens
            .filter(|token| !own.contains(token) && document.kind(*token) == Some(TokenKind::Word))
            .map(|token| document.lemma(token))
            .filter(|lemma| lemma.len() > 1)
            .map(|lemma| (meaning::class(lemma), meaning::information(lemma)))
            .filter(|&(_, information)| information > 0.0)
            .collect();
        told.order_by(|x, y| x.0.cmp(y.0));
        told.dedup_by_key(|told| told.0);
        told
    }

    /// The words right beside the value.
    fn beside(&self, reach: usize) -> Vec<Told<'a>> {
        let (own, all) = (self.own(), self.tokens());
        self.told(own.start.saturating_sub(reach).max(all.start)..(own.end + reach).min(all.end))
    }

    /// The tokens of the person's name nearest before the value, in its sentence.
    fn name_before(&self) -> Option<Range<usize>> {
        let (own, first) = (self.own().start, self.tokens().start);
        let names = &self.reading.extraction.names;
        let names = names.iter().skip(names.partition_point(|name| name.tokens.start < first));
        let names = names.filter(|name| name.kind == EntityKind::Person);
        let names = names.map(|name| name.tokens.clone()).take_while(|tokens| tokens.end <= own);
        names.last().filter(|tokens| tokens.start >= first)
    }

    /// Whether a person's name stands right before it: "Ana Ruiz, 34".
    fn is_of_name(&self) -> bool {
        self.name_before().is_some_and(|name| self.own().start <= name.end + 1)
    }

    /// Whether its clause leaves open whether it comes to that: "will reach", "until it reached".
    fn is_open(&self) -> bool {
        self.claim().is_some_and(|claim| {
            matches!(claim.stance, Stance::Expected | Stance::Hedged)
                || self.has_word(
                    claim.tokens.start..(claim.tokens.start + 2).min(claim.tokens.end),
                    "until unless if once",
                )
        })
    }

    fn subject(&self) -> Range<usize> {
        self.claim().and_then(|claim| claim.subject.clone()).unwrap_or(0..0)
    }

    fn has_word(&self, tokens: Range<usize>, words: &'static str) -> bool {
        tokens.into_iter().any(|token| is_one_of(self.document().word(token), words))
    }

    /// Whether it is a count that is no exact whole: "one of the", "dozens of", "three others".
    fn is_loose(&self, quantity: &Quantity) -> (bool, bool) {
        let number = self.document().tokens_in(quantity.number);
        let vague = self.has_word(number.clone(), "one dozens scores hundreds thousands millions billions trillions");
        let own = self.own();
        let part = self.has_word(own.start.saturating_sub(1)..own.end + 1, PARTS);
        (vague && (number.len() == 1 || quantity.value != 1.0), part)
    }

    /// The noun for something that happens right before the value: "the earthquake on Saturday".
    fn event_before(&self) -> Option<&'a str> {
        let (document, start) = (self.document(), self.own().start);
        let noun = (start.saturating_sub(2)..start).rev().find(|&token| document.tag(token) != Tag::IN)?;
        // "Drew protests Thursday" tells when they were drawn.
        if noun + 1 == start && self.claim()?.object.as_ref().is_some_and(|object| object.contains(&noun)) {
            return None;
        }
        let lemma = document.lemma(noun);
        (document.tag(noun).is_noun() && meaning::is_event(lemma)).then(|| meaning::class(lemma))
    }

    /// Whether it counts people of whom nothing else is said.
    fn is_of_people(&self, quantity: &Quantity) -> bool {
        let head = self.document().head(quantity.counted.clone());
        head.is_some_and(|head| is_one_of(self.document().lemma(head), "person people other"))
    }

    /// How many figures of the same unit its sentence has.
    fn rivals(&self, quantity: &Quantity) -> usize {
        let span = self.document().span_of(&self.tokens());
        self.reading.extraction.quantities_in(span).filter(|(_, other)| other.unit == quantity.unit).count()
    }
}

/// What is common to two lists, and how much of both that is.
fn common(a: &[Told<'_>], b: &[Told<'_>]) -> (f64, f64) {
    let sum = |told: &[Told<'_>]| told.iter().map(|told| told.1).sum::<f64>();
    let common: f64 = a.iter().filter(|told| b.iter().any(|other| other.0 == told.0)).map(|told| told.1).sum();
    let all = sum(a) + sum(b) - common;
    (common, if all > 0.0 { common / all } else { 0.0 })
}

/// Whether the values of the two places answer one question, and how much their sentences have in common.
pub fn likeness(x: &Place<'_>, y: &Place<'_>) -> Option<f64> {
    if let (Given::Quantity(a), Given::Quantity(b)) = (x.value, y.value)
        && a.is_age()
        && x.is_of_name()
        && y.is_of_name()
        && !other_names(x, y)
    {
        // There may have been a birthday.
        return ((a.value - b.value).abs() > 1.0).then_some(COPIED);
    }
    let (weight, alike) = common(&x.told(x.tokens()), &y.told(y.tokens()));
    let (_, beside) = common(&x.beside(BESIDE), &y.beside(BESIDE));
    if alike < 0.6 && are_apart(x.document(), y.document()) {
        return None;
    }
    let kind = match (x.value, y.value) {
        (Given::Quantity(a), Given::Quantity(b)) => of_quantities(x, a, y, b, alike, beside),
        (Given::Time(a), Given::Time(b)) => {
            let lasting = a.kind == TimeKind::Duration;
            if x.document().slice(a.span).eq_ignore_ascii_case(y.document().slice(b.span)) {
                None
            } else if lasting {
                (alike >= 0.18 && (beside >= 0.3 || !are_strangers(x, y))).then_some(0.4)
            } else {
                of_times(x, y, alike, beside).then_some(-2.6)
            }
        }
        _ => None,
    };
    let deed = match (x.verb(), y.verb()) {
        (Some(a), Some(b)) if meaning::class(a) == meaning::class(b) => 0.4,
        (Some(_), Some(_)) => -0.4,
        _ => 0.0,
    };
    let score = 0.8 + 2.4 * alike + 1.7 * beside + 0.34 * weight.min(10.0) + deed + kind?;
    (score >= SURE).then_some(alike)
}

fn are_apart(a: &Document, b: &Document) -> bool {
    let day = |document: &Document| document.published.map(|moment| moment.date.days());
    day(a).zip(day(b)).is_some_and(|(a, b)| a.abs_diff(b) >= DAYS_APART)
}

/// Whether two dates that differ can be a contradiction.
fn of_times(x: &Place<'_>, y: &Place<'_>, alike: f64, beside: f64) -> bool {
    let (Given::Time(a), Given::Time(b)) = (x.value, y.value) else { return false };
    let is_long = |span: Option<crate::time::Interval>| span.is_some_and(|interval| interval.days() > 1);
    // "Last year" is said loosely.
    if (a.relative || b.relative) && (is_long(a.interval) || is_long(b.interval)) {
        return false;
    }
    // Who says something on two days says two things.
    let says = |place: &Place<'_>| place.verb().is_some_and(|verb| is_one_of(verb, "say tell add speak"));
    if alike < 0.25 && (says(x) || says(y)) {
        return false;
    }
    // Another deed was done on another day, unless little else is said than what is common to both.
    let same_deed = x.verb().zip(y.verb()).is_some_and(|(own, other)| meaning::class(own) == meaning::class(other));
    let strangers = are_strangers(x, y);
    // "The earthquake on Saturday" tells another day than that on which somebody spoke of it.
    if !same_deed && alike < COPIED && x.event_before() != y.event_before() {
        return false;
    }
    // A weekday is told of whatever was done on it; a date in full tells of what matters.
    let has_number =
        |place: &Place<'_>| place.document().slice(place.value.span()).bytes().any(|byte| byte.is_ascii_digit());
    let loose = !has_number(x) || !has_number(y) || strangers;
    let apart = !same_deed && loose || alike < COPIED && strangers;
    let (least, least_beside) = match (strangers, same_deed) {
        (true, false) => (0.3, 0.2),
        (true, true) => (0.25, 0.2),
        _ => (0.28, 0.1),
    };
    if apart && (alike < least || beside < least_beside) || alike < 0.2 && beside < 0.2 {
        return false;
    }
    // What goes on for a night has its parts on two days; which week a weekday is of is a guess; and what was announced on
    // one day, more of it is on the next.
    let is_next = a.relative
        && b.relative
        && a.interval.zip(b.interval).is_some_and(|(p, q)| {
            let apart = p.first.days().abs_diff(q.first.days());
            matches!(apart % 7, 1 | 6)
        });
    let announces = |place: &Place<'_>| place.verb().is_some_and(|verb| speech::verb(verb).is_some());
    match (same_deed || alike >= COPIED, is_next) {
        (_, false) => true,
        (true, true) => alike >= COPIED || !(announces(x) && announces(y)),
        (false, true) => beside >= 0.3,
    }
}

/// What the kind of two figures that differ, and how far apart they are, adds to the score; nothing where they are no
/// contradiction.
fn of_quantities(x: &Place<'_>, a: &Quantity, y: &Place<'_>, b: &Quantity, alike: f64, beside: f64) -> Option<f64> {
    let ((loose_a, part_a), (loose_b, part_b)) = (x.is_loose(a), y.is_loose(b));
    if loose_a || loose_b || part_a != part_b || adds_up(x, a, y, b) || adds_up(y, b, x, a) {
        return None;
    }
    let (low, high) = (a.value.abs().min(b.value.abs()), a.value.abs().max(b.value.abs()));
    if high > UNLIKELY * low {
        return None;
    }
    let directed = |quantity: &Quantity| matches!(quantity.modifier, Modifier::Up | Modifier::Down);
    let is_count = matches!(a.unit, Unit::Counted(_));
    if alike < COPIED {
        // A rise is no level, what is expected is not what was, and one of many figures is easily taken for another.
        let changes = directed(a) != directed(b);
        let rivals = (x.rivals(a), y.rivals(b));
        let many = rivals.0.max(rivals.1) > 3 || alike < 0.35 && beside < 0.8 && rivals.0.min(rivals.1) > 1;
        if of_two_periods(x, y)
            || (beside < 0.05 && !(directed(a) && directed(b)) && !are_compounds(x, a, y, b))
            || !is_count && (changes || many || x.is_open() != y.is_open())
        {
            return None;
        }
        if a.is_age() && other_names(x, y) {
            return None;
        }
        // Who was hurt is not who was hit: of people nothing is known but what is done.
        let of_people = is_count && [(x, a), (y, b)].iter().all(|(place, quantity)| place.is_of_people(quantity));
        let same_deed = x.verb().zip(y.verb()).is_some_and(|(p, q)| meaning::class(p) == meaning::class(q));
        if of_people && !same_deed && alike < UNLIKE_DEEDS {
            return None;
        }
    }
    let kind = match a.unit {
        Unit::Counted(_) => -1.8,
        Unit::None if alike < 0.3 => return None,
        Unit::None | Unit::Currency(_) => -2.8,
        Unit::Measure(_) | Unit::Percent | Unit::PercentagePoint => -2.4,
    };
    Some(kind - 2.7 * libm::log(high / low))
}

/// Whether both are compounds of the same words: "47-page indictment", "48-page indictment".
fn are_compounds(x: &Place<'_>, a: &Quantity, y: &Place<'_>, b: &Quantity) -> bool {
    let words = |place: &Place<'_>, quantity: &Quantity| {
        let (document, end) = (place.document(), place.document().tokens_in(quantity.number).end);
        let classes = quantity.counted.clone().map(|token| meaning::class(document.lemma(token)).to_owned());
        (document.word(end) == "-").then(|| classes.collect::<Vec<_>>())
    };
    words(x, a).is_some_and(|own| own.len() > 1 && words(y, b).as_ref() == Some(&own))
}

/// Whether the subjects of the two clauses have nothing in common.
fn are_strangers(x: &Place<'_>, y: &Place<'_>) -> bool {
    let (a, b) = (x.told(x.subject()), y.told(y.subject()));
    !a.is_empty() && !b.is_empty() && common(&a, &b).0 == 0.0
}

/// Whether a name before either value is not that before the other.
fn other_names(x: &Place<'_>, y: &Place<'_>) -> bool {
    match (x.name_before(), y.name_before()) {
        (None, None) => false,
        (Some(a), Some(b)) => {
            let (own, other) = (x.document(), y.document());
            !a.into_iter().any(|token| b.clone().any(|theirs| own.word(token) == other.word(theirs)))
        }
        _ => true,
    }
}

/// Whether the figure is the sum of the other and one beside that: 51 taken to two hospitals are 20 and 31.
fn adds_up(x: &Place<'_>, sum: &Quantity, y: &Place<'_>, part: &Quantity) -> bool {
    let span = y.document().span_of(&y.tokens());
    let mut others = y.reading.extraction.quantities_in(span).map(|(_, other)| other);
    x.rivals(sum) > 0
        && others.any(|other| other.span != part.span && (other.value + part.value - sum.value).abs() < 1e-9)
}

/// Whether the sentences name two different periods: what fell in March is not what fell this year.
fn of_two_periods<'a>(x: &Place<'a>, y: &Place<'a>) -> bool {
    let periods = |place: &Place<'a>| -> Vec<&'a TimeExpression> {
        let span = place.document().span_of(&place.tokens());
        let times = place.reading.extraction.times_in(span).map(|(_, time)| time);
        // Where nobody said when the article was published, the day and the year of "this year" are not known.
        let is_period = |time: &&TimeExpression| {
            time.kind == TimeKind::Date
                && time.interval.map_or(word::find(&time.value, "-W").is_none(), |interval| interval.days() > 1)
        };
        times.filter(is_period).collect()
    };
    let meet = |a: &TimeExpression, b: &TimeExpression| match (a.interval, b.interval) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => a.value == b.value,
    };
    let (a, b) = (periods(x), periods(y));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|time| b.iter().any(|other| meet(time, other)))
}
