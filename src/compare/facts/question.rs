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
    relation,
    time::{TimeExpression, TimeKind},
    word::{self, is_one_of},
};

/// From this score on, two values that differ contradict each other.
const SURE: f64 = -1.0;

/// Sentences that have so much in common say the same thing but for the value.
const COPIED: f64 = 0.5;

/// Words without a verb must have so much in common.
const LISTED: f64 = 0.8;

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

    /// Whether it is a measure among words without a verb of their own: "3 GHz processor, 8 GB of memory, 5 hours of battery
    /// life, with a model that has more".
    fn is_listed(&self) -> bool {
        let is_measure = match self.value {
            Given::Quantity(quantity) => matches!(quantity.unit, Unit::Measure(_)) && !quantity.is_age(),
            Given::Time(time) => time.kind == TimeKind::Duration,
        };
        let (document, own) = (self.document(), self.own().start);
        let first = self.tokens().find(|&token| document.tag(token).is_finite());
        let relative = first.is_some_and(|verb| document.is_word(verb.saturating_sub(1), "that which who"));
        is_measure && first.is_none_or(|verb| relative && verb > own)
    }

    fn subject(&self) -> Range<usize> {
        self.claim().and_then(|claim| claim.subject.clone()).unwrap_or(0..0)
    }

    /// The class of the noun that does it.
    fn actor(&self) -> Option<&'a str> {
        let document = self.document();
        let head = document.head(self.subject()).filter(|&head| document.tag(head).is_noun())?;
        Some(meaning::class(document.lemma(head)))
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
    // A list of a product's parts says nothing of the same part in the list of another.
    if alike < LISTED && (x.is_listed() || y.is_listed()) {
        return None;
    }
    let kind = match (x.value, y.value) {
        (Given::Quantity(a), Given::Quantity(b)) => of_quantities(x, a, y, b, alike, beside),
        (Given::Time(a), Given::Time(b)) => {
            let lasting = a.kind == TimeKind::Duration;
            if x.document().slice(a.span).eq_ignore_ascii_case(y.document().slice(b.span)) {
                None
            } else if lasting {
                (alike >= 0.18 && (beside >= 0.3 || !are_strangers(x, y)) && (alike >= COPIED || !last_otherwise(x, y)))
                    .then_some(0.4)
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
    (score(alike, beside, weight) + deed + kind? >= SURE).then_some(alike)
}

/// How much speaks for one question: what the sentences and the words beside the values have in common, as parts, and how
/// much the common words tell.
fn score(alike: f64, beside: f64, weight: f64) -> f64 {
    0.8 + 2.4 * alike + 1.7 * beside + 0.34 * weight.min(10.0)
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
    // The hours of a day are full of other deeds.
    if relation::are_of_one_day(a, b) {
        return alike >= COPIED || same_deed && !strangers && beside >= 0.1;
    }
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
        (true, true) => alike >= COPIED || !announces(x),
        (false, true) => beside >= 0.3,
    }
}

/// What the kind of two figures that differ, and how far apart they are, adds to the score; nothing where they are no
/// contradiction.
fn of_quantities(x: &Place<'_>, a: &Quantity, y: &Place<'_>, b: &Quantity, alike: f64, beside: f64) -> Option<f64> {
    let ((loose_a, part_a), (loose_b, part_b)) = (x.is_loose(a), y.is_loose(b));
    if loose_a || loose_b || part_a != part_b || adds_up(a, y, b) || adds_up(b, x, a) {
        return None;
    }
    if is_of_a_day_only(x, y) || is_of_a_day_only(y, x) {
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

/// Whether one thing lasted so long, and another was in some state or did something for so long: a strike of twelve days
/// and an owner who is silent for nine. Words without a verb, as in lists, tell of nothing that lasted.
fn last_otherwise(x: &Place<'_>, y: &Place<'_>) -> bool {
    // "six years of tax returns" are no time that anything took.
    if [x, y].iter().any(|place| place.document().word(place.own().end) == "of") {
        return false;
    }
    match (x.verb(), y.verb(), x.actor(), y.actor()) {
        (Some(a), Some(b), Some(own), Some(other)) => meaning::class(a) != meaning::class(b) && own != other,
        (Some(_), Some(_), ..) => false,
        _ => true,
    }
}

/// Whether one figure is what has come together so far and the other what one day added: "seven soldiers so far", "five
/// soldiers on Wednesday".
fn is_of_a_day_only(x: &Place<'_>, y: &Place<'_>) -> bool {
    let is_total = |place: &Place<'_>| {
        let tokens = place.claim().map_or(0..0, |claim| claim.tokens.clone());
        tokens.clone().any(|token| {
            place.document().is_word(token, "far date") && place.document().is_word(token.saturating_sub(1), "so to")
        }) || place.has_word(tokens, "already altogether overall since total")
    };
    let has_day = |place: &Place<'_>| {
        let span = place.claim().map(|claim| place.document().span_of(&claim.tokens)).unwrap_or_default();
        let mut times = place.reading.extraction.times_in(span);
        // Where nobody said when the article was published, a weekday is of no known week.
        times.any(|(_, time)| {
            time.interval.map_or(word::find(&time.value, "-WXX-").is_some(), |interval| interval.days() == 1)
        })
    };
    is_total(x) && !is_total(y) && has_day(y)
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
fn adds_up(sum: &Quantity, y: &Place<'_>, part: &Quantity) -> bool {
    let span = y.document().span_of(&y.tokens());
    let mut others = y.reading.extraction.quantities_in(span).map(|(_, other)| other);
    others.any(|other| other.span != part.span && (other.value + part.value - sum.value).abs() < 1e-9)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pipeline::Readings,
        story::{Article, Story},
    };

    /// Reads two texts of one day, and looks at the first figure of each, or else at its first date.
    fn look<T>(texts: [&str; 2], at: impl for<'a> Fn(&Place<'a>, &Place<'a>) -> T) -> T {
        look_on(["2024-05-16"; 2], texts, at)
    }

    /// The same of texts of two days.
    fn look_on<T>(days: [&str; 2], texts: [&str; 2], at: impl for<'a> Fn(&Place<'a>, &Place<'a>) -> T) -> T {
        let article = |(text, day): (&str, &str)| Article {
            text: Some(text.to_owned()),
            published: Some(day.to_owned()).filter(|day| !day.is_empty()),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        let articles = texts.into_iter().zip(days).map(article).collect();
        let read = Readings::of(&Story { title: None, articles }).unwrap();
        let place = |index: usize| {
            let reading = read.get(index).unwrap();
            let figure = reading.extraction.quantities.first().map(Given::Quantity);
            let value = figure.or_else(|| reading.extraction.times.first().map(Given::Time)).unwrap();
            Place { reading, sentence: 0, value }
        };
        at(&place(0), &place(1))
    }

    fn score_of(texts: [&str; 2], alike: f64, beside: f64) -> Option<f64> {
        look(texts, |x, y| {
            let (Given::Quantity(a), Given::Quantity(b)) = (x.value, y.value) else { panic!("{texts:?}") };
            of_quantities(x, a, y, b, alike, beside)
        })
    }

    /// Whether two figures can contradict each other in sentences that have so much in common, and so much beside them.
    #[track_caller]
    fn figures(first: &str, second: &str, (alike, beside): (f64, f64), expected: bool) {
        for texts in [[first, second], [second, first]] {
            assert_eq!(score_of(texts, alike, beside).is_some(), expected, "{texts:?}");
        }
    }

    /// The same of two dates.
    #[track_caller]
    fn dates(first: &str, second: &str, (alike, beside): (f64, f64), expected: bool) {
        for texts in [[first, second], [second, first]] {
            assert_eq!(look(texts, |x, y| of_times(x, y, alike, beside)), expected, "{texts:?}");
        }
    }

    #[test]
    fn figures_stand_beside_the_same_words() {
        let homes = ["The fire destroyed 40 homes.", "The fire burned down 46 homes."];
        figures(homes[0], homes[1], (0.1, 0.04), false);
        figures(homes[0], homes[1], (0.1, 0.05), true);
        // Copies differ in their figure, whatever stands beside it; and a rise and a fall are told of one thing.
        figures(homes[0], homes[1], (COPIED, 0.0), true);
        figures("Prices rose 4.2 percent.", "Prices fell 4.8 percent.", (0.4, 0.0), true);
    }

    #[test]
    fn the_larger_of_two_figures_is_no_multiple_of_the_other() {
        figures("The fire destroyed 5 homes.", "The fire destroyed 40 homes.", (0.6, 0.6), true);
        figures("The fire destroyed 5 homes.", "The fire destroyed 41 homes.", (0.6, 0.6), false);
        let check = |texts: [&str; 2], expected: f64| {
            let score = score_of(texts, 0.6, 0.6).unwrap();
            assert!((score - expected).abs() < 1e-9, "{texts:?}: {score}");
        };
        // The farther apart two figures are, the less likely is it that they are of one thing; sums of money and shares
        // need more than counts.
        let twice = 2.7 * libm::log(2.0);
        check(["The fire destroyed 20 homes.", "The fire destroyed 40 homes."], -1.8 - twice);
        check(["The mill cost $20.", "The mill cost $40."], -2.8 - twice);
        check(["Prices rose 20 percent.", "Prices rose 40 percent."], -2.4 - twice);
    }

    #[test]
    fn parts_and_round_words_are_no_rival_figures() {
        let all = (0.9, 0.9);
        figures("Dozens of homes burned.", "Some 46 homes burned.", all, false);
        figures("One of the three suspects fled.", "Two suspects fled.", all, false);
        figures("A fire burned 40 homes.", "A fire burned another 46 homes.", all, false);
        figures("A fire burned another 40 homes.", "A fire burned another 46 homes.", all, true);
        figures("The fire destroyed 51 homes.", "The fire destroyed 20 homes in Orm and 31 in Tarn.", all, false);
        figures("The fire destroyed 51 homes.", "The fire destroyed 20 homes in Orm and 30 in Tarn.", all, true);
    }

    #[test]
    fn a_change_is_no_level_and_what_may_come_is_not_what_was() {
        let (unlike, copied) = ((0.4, 0.2), (COPIED, 0.2));
        let check = |first: &str, second: &str| {
            figures(first, second, unlike, false);
            figures(first, second, copied, true);
        };
        check("Prices rose 4.2 percent.", "The rate of prices was 4.8 percent.");
        check("The firm may pay $40 for the mill.", "The firm paid $46 for the mill.");
        figures("The firm may pay $40 for the mill.", "The firm could pay $46 for the mill.", unlike, true);
        // Of counts neither is asked.
        figures("The firm may hire 40 workers.", "The firm hired 46 workers.", unlike, true);
    }

    #[test]
    fn one_of_many_figures_is_easily_taken_for_another() {
        let one = "The party won 33 percent.";
        let two = "The party won 31 percent in Orm and 24 percent in Tarn.";
        let three = "The party won 31 percent in Orm, 24 percent in Tarn and 12 percent in Averby.";
        let four =
            "The party won 31 percent in Orm, 24 percent in Tarn, 12 percent in Averby and 4 percent in Brenlow.";
        figures(one, four, (0.4, 0.2), false);
        figures(one, three, (0.4, 0.2), true);
        let rival = "The party won 33 percent in Orm and 28 percent in Tarn.";
        figures(two, rival, (0.34, 0.2), false);
        figures(two, rival, (0.35, 0.2), true);
        figures(one, two, (0.34, 0.2), true);
    }

    #[test]
    fn figures_are_of_one_period() {
        let unlike = (0.4, 0.2);
        figures("Prices fell 4.2 percent in March.", "Prices fell 4.8 percent in April.", unlike, false);
        figures("Prices fell 4.2 percent in March.", "Prices fell 4.8 percent in March.", unlike, true);
        figures("Prices fell 4.2 percent in March.", "Prices fell 4.8 percent this year.", unlike, true);
        // A day is no period.
        figures("The fire destroyed 40 homes on Monday.", "The fire destroyed 46 homes on Tuesday.", unlike, true);
    }

    #[test]
    fn ages_are_of_one_person() {
        let unlike = (0.4, 0.2);
        figures("Dora Lind, 51, won the cup.", "Carl Renner, 53, won the cup.", unlike, false);
        figures("Dora Lind, 51, won the cup.", "Lind, 53, won the cup.", unlike, true);
        figures("The winner is 51 years old.", "The winner is 53 years old.", unlike, true);
        figures("The winner is 51 years old.", "Dora Lind is 53 years old.", unlike, false);
        figures("Dora Lind won 31 percent.", "Carl Renner won 33 percent.", unlike, true);
    }

    #[test]
    fn of_people_nothing_is_known_but_what_is_done() {
        figures("40 people were hurt.", "46 people fled.", (0.29, 0.2), false);
        figures("40 people were hurt.", "46 people fled.", (UNLIKE_DEEDS, 0.2), true);
        figures("40 people were hurt.", "46 people were hurt.", (0.29, 0.2), true);
        figures("40 students were hurt.", "46 students fled.", (0.29, 0.2), true);
        figures("40 people were hurt.", "46 students fled.", (0.29, 0.2), true);
    }

    #[test]
    fn bare_numbers_need_more_in_common() {
        figures("The index stood at 40.", "The index stood at 46.", (0.29, 0.2), false);
        figures("The index stood at 40.", "The index stood at 46.", (0.3, 0.2), true);
    }

    #[test]
    fn dates_of_one_deed() {
        let day = |day: &str| format!("The court sentenced Carl Renner on {day}.");
        dates(&day("Monday"), &day("Thursday"), (0.2, 0.0), true);
        dates(&day("Monday"), &day("Thursday"), (0.19, 0.19), false);
        dates(&day("Monday"), &day("Thursday"), (0.19, 0.2), true);
        // "Last year" is said loosely, and whoever speaks on two days says two things.
        dates("The mill closed last year.", "The mill closed this year.", (0.9, 0.9), false);
        dates("The mill closed last year.", "The mill closed on 4 May 2021.", (0.9, 0.9), false);
        dates("The mill closed in 2019.", "The mill closed in 2021.", (0.9, 0.9), true);
        dates("The mayor said so on Monday.", "The mayor said so on Thursday.", (0.24, 0.9), false);
        dates("The mayor said so on Monday.", "The mayor said so on Thursday.", (0.25, 0.9), true);
    }

    #[test]
    fn dates_of_other_deeds() {
        // A date in full tells of what matters, a weekday of whatever was done on it.
        let sold = |day: &str| format!("Brenlow sold the mill on {day}.");
        let closed = |day: &str| format!("Brenlow closed the mill on {day}.");
        dates(&sold("6 May"), &closed("9 May"), (0.25, 0.0), true);
        dates(&sold("6 May"), &closed("Thursday"), (0.27, 0.9), false);
        dates(&sold("Monday"), &closed("Thursday"), (0.27, 0.9), false);
        dates(&sold("Monday"), &closed("Thursday"), (0.28, 0.1), true);
        dates(&sold("Monday"), &closed("Thursday"), (0.28, 0.09), false);
        // What goes on for a night has its parts on two days.
        dates(&sold("Monday"), &closed("Tuesday"), (0.4, 0.29), false);
        dates(&sold("Monday"), &closed("Tuesday"), (0.4, 0.3), true);
        dates(&sold("Monday"), &closed("Tuesday"), (COPIED, 0.2), true);
        dates(&sold("Monday"), &closed("Wednesday"), (0.4, 0.29), true);
    }

    #[test]
    fn dates_of_other_subjects() {
        let (council, union) = ("The council left on Monday.", "The union left on Thursday.");
        dates(council, union, (0.24, 0.9), false);
        dates(council, union, (0.25, 0.2), true);
        dates(council, union, (0.25, 0.19), false);
        dates(council, union, (COPIED, 0.0), true);
        // Who also did something else.
        let met = "The union met on Thursday.";
        dates(council, met, (0.29, 0.9), false);
        dates(council, met, (0.3, 0.2), true);
        dates(council, met, (0.3, 0.19), false);
    }

    #[test]
    fn what_was_announced_on_one_day_goes_on_the_next() {
        let announced = |day: &str| format!("The council announced it on {day}.");
        dates(&announced("Monday"), &announced("Tuesday"), (0.4, 0.9), false);
        dates(&announced("Monday"), &announced("Tuesday"), (COPIED, 0.9), true);
        dates(&announced("Monday"), &announced("Wednesday"), (0.4, 0.9), true);
    }

    #[test]
    fn the_day_of_an_event_is_not_the_day_on_which_somebody_looks_at_it() {
        let texts = ["The earthquake on Saturday destroyed the mill.", "Engineers inspected the mill on Wednesday."];
        dates(texts[0], texts[1], (0.49, 0.9), false);
        dates(texts[0], texts[1], (COPIED, 0.9), true);
    }

    #[test]
    fn what_is_common_counts_by_how_much_it_tells() {
        let (a, b) = ([("mill", 2.0), ("river", 1.0)], [("mill", 2.0), ("town", 3.0)]);
        assert_eq!(common(&a, &b), (2.0, 0.25 * 2.0 / 1.5));
        assert_eq!(common(&a, &[]), (0.0, 0.0));
        assert_eq!(common(&[], &[]), (0.0, 0.0));
    }

    /// What is alike in whole sentences counts more than what is alike beside the figures, and the same deed more than
    /// another.
    #[test]
    fn what_speaks_for_one_question() {
        let check = |given: f64, expected: f64| assert!((given - expected).abs() < 1e-9, "{given}");
        check(score(0.0, 0.0, 0.0), 0.8);
        check(score(0.5, 0.0, 0.0), 2.0);
        check(score(0.0, 0.5, 0.0), 1.65);
        check(score(0.0, 0.0, 5.0), 2.5);
        check(score(0.0, 0.0, 50.0), score(0.0, 0.0, 10.0));
    }

    /// Reckoned for one pair of sentences each: with so much in common, so much may the figures differ.
    #[test]
    fn the_same_deed_speaks_for_one_question() {
        let sure = |first: &str, second: &str| look([first, second], |x, y| likeness(x, y).is_some());
        assert!(sure("The flood destroyed 20 homes.", "The fire destroyed 40 homes."));
        assert!(sure("The flood destroyed 20 homes in Orm.", "In Orm 42 homes were lost in the flood."));
        assert!(!sure("The flood destroyed 20 homes in Orm.", "In Orm 46 homes were lost in the flood."));
        // Dates need more than figures.
        assert!(sure("Brenlow sold the mill on 6 May.", "Brenlow closed the mill on 9 May."));
        assert!(!sure("Brenlow sold the mill on 6 May.", "Brenlow closed a quarry near Orm on 9 May."));
    }

    #[test]
    fn reports_of_other_days_must_be_copies() {
        let storm = "The storm cut the power to 40 homes near the Orm river, officials in Averby said.";
        let power = "In Averby the power was cut to 60 homes when the storm came, the mayor said.";
        let sure = |texts: [&str; 2], days: [&str; 2]| look_on(days, texts, |x, y| likeness(x, y).is_some());
        assert!(sure([storm, power], ["2024-05-14", "2024-05-15"]));
        assert!(!sure([storm, power], ["2024-05-14", "2024-05-16"]));
        assert!(!sure([storm, power], ["2024-05-16", "2024-05-14"]));
        assert!(sure([storm, &storm.replace("40", "60")], ["2024-05-14", "2024-05-16"]));
    }

    #[test]
    fn words_that_tell_something() {
        let told = |text: &str| -> Vec<String> {
            look([text, text], |x, _| x.told(x.tokens()).into_iter().map(|told| told.0.to_owned()).collect())
        };
        assert_eq!(told("Plan B cost $40."), ["cost", "plan"]);
        assert!(look(["Hundreds of thousands of people fled.", "40 people fled."], |x, _| match x.value {
            Given::Quantity(quantity) => x.is_loose(quantity).0,
            Given::Time(_) => false,
        }));
        figures("The firms hired 40 workers each.", "The firms hired 46 workers.", (0.9, 0.9), false);
        assert!(look(["Until the river reached 40 metres, nobody fled.", "The river rose 40 metres."], |x, y| {
            x.is_open() && !y.is_open()
        }));
        dates("The mayor said so on 6 May.", "The mayor left on 9 May.", (0.24, 0.9), false);
        dates("The mayor said so on 6 May.", "The mayor left on 9 May.", (0.25, 0.9), true);
        figures("Sales rose by 40 cars.", "Sales were 46 cars.", (0.4, 0.0), false);
    }

    /// What is so of the first value, and of the second.
    fn both<T>(texts: [&str; 2], at: impl Fn(&Place<'_>) -> T) -> [T; 2] {
        look(texts, |x, y| [at(x), at(y)])
    }

    #[test]
    fn parts_of_lists_have_no_verb() {
        let listed = |first: &str, second: &str| both([first, second], |place| place.is_listed());
        let verbless = "A laptop with a silver case, 7 hours of battery life";
        assert_eq!(listed(&format!("{verbless}."), &format!("{verbless}, and a model that has more.")), [true, true]);
        assert_eq!(listed("The laptop has 7 hours of battery life.", "It has 7 kg."), [false, false]);
        // The relative clause has the figure.
        assert_eq!(listed("A laptop that has 7 kg of steel.", "A laptop that has a case, 7 kg."), [false, false]);
        // What is counted, and an age, are no measures.
        assert_eq!(listed("A fleet of 7 ships.", "A driver, 34 years old, from Averby."), [false, false]);
        let sure = |first: &str, second: &str| look([first, second], |x, y| likeness(x, y).is_some());
        let five = "A laptop with a silver case and a screen, 5 hours of battery life.";
        assert!(!sure(&format!("{verbless}."), five));
        assert!(!sure("The laptop with a large red cover has 7 hours of battery life.", five));
    }

    #[test]
    fn events_right_before_a_date() {
        let event = |text: &str| both([text, text], |place| place.event_before().map(str::to_owned))[0].clone();
        assert_eq!(event("The earthquake on Saturday destroyed the mill.").as_deref(), Some("quak"));
        assert_eq!(event("Many felt the earthquake on Saturday.").as_deref(), Some("quak"));
        assert_eq!(event("The law drew protests Thursday."), None);
        assert_eq!(event("They left the mill on Saturday."), None);
        assert_eq!(event("Saturday was cold."), None);
    }

    #[test]
    fn ages_of_nobody_who_is_named() {
        let sure = |first: &str, second: &str| look([first, second], |x, y| likeness(x, y).is_some());
        assert!(sure("Dora Lind, 51, won the cup.", "Dora Lind, 53, opened the fair."));
        assert!(!sure("Dora Lind, 51, won the cup.", "Dora Lind, 52, opened the fair."));
        assert!(!sure("The winner, a baker, is 51 years old.", "The driver who fled is 53 years old."));
    }

    #[test]
    fn lengths_of_what_lasted() {
        let sure = |first: &str, second: &str| look([first, second], |x, y| likeness(x, y).is_some());
        let strike = "The strike at the Orm mill lasted twelve days.";
        assert!(sure(strike, "The strike at the Orm mill went on for nine days."));
        assert!(!sure(strike, "The owner of the Orm mill was silent for nine days."));
        assert!(!sure(strike, "The fair in Averby lasted nine days."));
        let last = |first: &str, second: &str| look([first, second], last_otherwise);
        assert!(last(strike, "The owner of the Orm mill was silent for nine days."));
        assert!(!last(strike, "The strike went on for nine days."));
        assert!(!last(strike, "The fair lasted nine days."));
        assert!(!last(strike, "It went on for nine days."));
        assert!(last(strike, "Nine days, nine nights."));
        assert!(!last("They sought six years of tax returns.", "She was silent for nine days."));
    }

    /// What is needed at least, and is enough.
    #[test]
    fn just_enough_in_common() {
        let sure_on = |days: [&str; 2], first: &str, second: &str| {
            look_on(days, [first, second], |x, y| likeness(x, y).is_some())
        };
        let sure = |first: &str, second: &str| sure_on(["2024-05-16"; 2], first, second);
        let apart = ["2024-05-14", "2024-05-16"];
        // Three words of five, and two of four.
        let quarry = "In Tarn, Orm and Averby the quarry had 40.";
        assert!(sure_on(apart, quarry, "In Tarn, Orm and Averby the guild had 46."));
        assert!(!sure_on(apart, quarry, "In Tarn, Orm and Velm the guild had 46."));
        // Four words of five, without a verb.
        assert!(sure("In Tarn, Orm and Averby a quarry, 7 kg.", "In Tarn, Orm and Averby a guild, a quarry, 5 kg."));
        // Others lasted, but the words beside the lengths are the same.
        assert!(sure(
            "The strike in the old town at the Orm mill lasted twelve days.",
            "In Orm a fair of the mill guild lasted nine days."
        ));
        assert!(!sure(
            "The strike at the Orm mill of the old steel firm near Averby lasted twelve days.",
            "Days of rain at the Orm quarry, the steel firm said, lasted for nine days until Monday in the valley."
        ));
        // Too little for dates.
        assert!(!sure("Brenlow sold the old mill on 6 May.", "Brenlow closed a new quarry on 9 May."));
        let rival = "The party won 33 percent in Orm and 28 percent in Tarn.";
        figures("The party won 31 percent in Orm and 24 percent in Tarn.", rival, (0.34, 0.8), true);
    }

    #[test]
    fn hours_of_one_deed() {
        let left = |hour: &str| format!("The mayor left the hall at {hour}.");
        let came = |hour: &str| format!("The mayor reached the fair at {hour}.");
        dates(&left("5:10 p.m."), &left("7:25 p.m."), (0.4, 0.1), true);
        dates(&left("5:10 p.m."), &left("7:25 p.m."), (0.4, 0.09), false);
        dates(&left("5:10 p.m."), &came("7:25 p.m."), (0.49, 0.9), false);
        dates(&left("5:10 p.m."), &came("7:25 p.m."), (COPIED, 0.0), true);
        dates(&left("5:10 p.m."), "The band left the hall at 7:25 p.m.", (0.49, 0.9), false);
    }

    #[test]
    fn which_week_a_weekday_is_of_is_a_guess() {
        let sold = |day: &str| format!("Brenlow sold the mill on {day}.");
        let closed = |day: &str| format!("Brenlow closed the mill on {day}.");
        // A day of the calendar is no guess.
        dates(&sold("13 May"), &closed("Tuesday"), (0.4, 0.29), true);
        let announced = "The council announced it on Monday.";
        dates(announced, "The council kept it for itself on Tuesday.", (0.4, 0.3), true);
    }

    #[test]
    fn what_came_together_so_far_and_what_a_day_added() {
        let day_only = |first: &str, second: &str| look([first, second], is_of_a_day_only);
        let added = "Five soldiers were killed on Wednesday.";
        assert!(day_only("Seven soldiers have been killed so far.", added));
        assert!(day_only("Seven soldiers have been killed to date.", added));
        assert!(day_only("Seven soldiers have already been killed.", added));
        assert!(!day_only("Seven soldiers were killed far from Averby.", added));
        assert!(!day_only("Seven soldiers were so brave.", added));
        assert!(!day_only("Seven soldiers were killed.", added));
        assert!(!day_only("Seven soldiers have been killed so far.", "Five soldiers were killed."));
        assert!(!day_only("Seven soldiers have been killed so far.", "Five soldiers have been killed in total."));
    }

    #[test]
    fn compounds_of_the_same_words() {
        let compounds = |first: &str, second: &str| {
            look([first, second], |x, y| match (x.value, y.value) {
                (Given::Quantity(a), Given::Quantity(b)) => are_compounds(x, a, y, b),
                _ => false,
            })
        };
        assert!(compounds("The 48-page indictment was sealed.", "A 47-page indictment was read."));
        assert!(!compounds("The 48-page indictment was sealed.", "A 47-page letter was read."));
        assert!(!compounds("The 48-page indictment was sealed.", "The indictment has 47 pages."));
        assert!(!compounds("The indictment has 48 pages.", "The indictment has 47 pages."));
        assert!(!compounds("The 12-ship fleet was sealed.", "A 14-ship convoy was read."));
    }

    #[test]
    fn periods_that_do_not_meet() {
        let two = |first: &str, second: &str| look([first, second], of_two_periods);
        assert!(two("Sales fell by 4 percent in March.", "Sales fell by 6 percent in April."));
        assert!(!two("Sales fell by 4 percent in March.", "Sales fell by 6 percent in March."));
        assert!(!two("Sales fell by 4 percent in March.", "Sales fell by 6 percent."));
        assert!(!two("Sales fell by 4 percent.", "Sales fell by 6 percent in March."));
        let undated = |first: &str, second: &str| look_on(["", ""], [first, second], of_two_periods);
        assert!(undated("Sales fell by 4 percent in March.", "Sales fell by 6 percent in April."));
        assert!(!undated("Sales fell by 4 percent in March.", "Sales fell by 6 percent in March."));
    }
}
