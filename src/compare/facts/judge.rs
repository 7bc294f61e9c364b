//! Whether the values of a group can all hold.

use super::{
    Bench, label,
    question::{self, Place},
    role, statement,
};
use crate::{
    alignment::{Slot, SlotGroup, SlotKind, SlotLink},
    fact::{Evidence, Fact, FactKind, Label, LabelTemplate, Note, Position, Value, Verdict},
    letter,
    lexicon::meaning::{self, Movement},
    order::{Order, Set},
    quantity::{Modifier, Quantity, Unit},
    reading::Reading,
    relation::{self, Relation},
    span::Span,
    time::{TimeExpression, TimeKind},
    word,
};

/// Sentences that have so much in common are copies, and differ in their value whatever else their articles say.
const COPIED: f64 = 0.7;

/// A value of the group with where it stands.
#[derive(Clone, Copy)]
struct Answer<'a> {
    /// Its position in the group's slots.
    index: usize,
    slot: Slot,
    value: Given<'a>,
}

/// A value.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    Quantity(&'a Quantity),
    Time(&'a TimeExpression),
}

impl Given<'_> {
    fn relation(self, other: Given<'_>) -> Relation {
        match (self, other) {
            (Given::Quantity(a), Given::Quantity(b)) => relation::of_quantities(a, b),
            (Given::Time(a), Given::Time(b)) => relation::of_times(a, b),
            _ => Relation::Incomparable,
        }
    }

    /// The less, the more exact: exact figures before rounded ones, days before months.
    fn vagueness(self) -> i64 {
        match self {
            Given::Quantity(quantity) => {
                i64::from(!matches!(quantity.modifier, Modifier::Exact | Modifier::Up | Modifier::Down))
                    + i64::from(quantity.upper.is_some())
            }
            Given::Time(time) => time.interval.map_or(i64::from(time.approximate), |interval| interval.days()),
        }
    }

    /// The less, the more exact within a day: a time by the clock before a part of the day, and that before the whole day.
    fn breadth(self) -> u32 {
        match self {
            Given::Quantity(_) => 0,
            Given::Time(time) => time.hours().map_or(u32::MAX, |hours| hours.last - hours.first),
        }
    }

    pub(super) fn span(self) -> Span {
        match self {
            Given::Quantity(quantity) => quantity.span,
            Given::Time(time) => time.span,
        }
    }

    /// Whether it is a rise or a fall.
    fn moves(self) -> Option<Modifier> {
        match self {
            Given::Quantity(quantity) => Some(quantity.modifier),
            Given::Time(_) => None,
        }
        .filter(|modifier| matches!(modifier, Modifier::Up | Modifier::Down))
    }

    /// The value with the word that makes it a rise or a fall: "rose 12 percent", "12% fall".
    fn whole(self) -> Span {
        let span = self.span();
        match self {
            Given::Quantity(Quantity { change: Some(change), .. }) => {
                Span::new(span.start.min(change.start), span.end.max(change.end))
            }
            _ => span,
        }
    }

    fn shown(self) -> Value {
        match self {
            Given::Quantity(quantity) => Value::Number(quantity.value),
            Given::Time(time) => Value::Text(time.value.clone()),
        }
    }
}

/// The facts that a group holds: one if its values agree or conflict, several if they turn out to be of different things.
pub fn judge(bench: &Bench<'_>, group: &SlotGroup) -> Vec<Fact> {
    match group.slots.first().map(|slot| slot.kind) {
        Some(SlotKind::Claim(_)) => vec![statement::agreed(bench, group)],
        Some(SlotKind::Sentence) => statement::event(bench, group).into_iter().collect(),
        Some(SlotKind::State(_) | SlotKind::Name(_)) => role::judge(bench, group).into_iter().collect(),
        Some(_) => judge_values(bench, group),
        None => Vec::new(),
    }
}

fn judge_values(bench: &Bench<'_>, group: &SlotGroup) -> Vec<Fact> {
    let answers: Vec<Answer<'_>> = group
        .slots
        .iter()
        .enumerate()
        .filter_map(|(index, &slot)| Some(Answer { index, slot, value: given(bench, slot)? }))
        .collect();
    let sides = sides(&answers);
    let Some(first) = answers.first() else { return Vec::new() };
    let (kind, unnamed) = match first.value {
        Given::Quantity(Quantity { unit: Unit::Currency(_), .. }) => (FactKind::Quantity, LabelTemplate::AmountOf),
        Given::Quantity(_) => (FactKind::Quantity, LabelTemplate::FigureOf),
        Given::Time(time) if time.kind == TimeKind::Duration => (FactKind::Time, LabelTemplate::LengthOf),
        Given::Time(_) => (FactKind::Time, LabelTemplate::When),
    };
    let unnamed = Label { template: unnamed, words: Vec::new() };
    let opposed: Vec<&[Answer<'_>]> =
        opposed(bench, group, &sides).iter().filter_map(|&side| sides.get(side)).map(Vec::as_slice).collect();
    let by_hour = are_by_hour(&opposed);
    let opposed: Vec<Vec<Answer<'_>>> = opposed.into_iter().map(|side| exact(side, by_hour)).collect();
    let named = opposed.iter().find_map(|side| label(bench, side));
    // A bare number of which nobody can tell what it is the number of contradicts none.
    let tell = opposed.iter().flatten().any(|answer| match answer.value {
        Given::Quantity(quantity) => quantity.unit != Unit::None,
        Given::Time(_) => true,
    });
    if !opposed.is_empty() && (tell || named.is_some()) {
        let sides: Vec<&Vec<Answer<'_>>> = opposed.iter().collect();
        let verdict = if is_update(bench, &sides) { Verdict::Update } else { Verdict::Conflict };
        let notes = notes(&sides, verdict);
        let label = named.unwrap_or(unnamed);
        // "12%" and "12 percent" are no difference: that the one rose and the other fell is.
        let moves = |side: &Vec<Answer<'_>>| side.first().and_then(|answer| answer.value.moves());
        let turned = sides.iter().any(|side| moves(side) == Some(Modifier::Up))
            && sides.iter().any(|side| moves(side) == Some(Modifier::Down));
        let mut positions: Vec<Position> = sides.iter().map(|side| position(bench, side, turned)).collect();
        match verdict {
            Verdict::Update => positions.order_by_cached_key(|position| std::cmp::Reverse(latest(bench, position))),
            _ => positions.order_by_key(|position| std::cmp::Reverse(position.support)),
        }
        return vec![Fact { id: String::new(), verdict, kind, label, positions, notes }];
    }
    sides.iter().filter(|side| articles(side) > 1).map(|side| agreed(bench, side, kind, &unnamed)).collect()
}

/// What the values of a side are the values of, in the words of the first article that has good ones.
fn label(bench: &Bench<'_>, side: &[Answer<'_>]) -> Option<Label> {
    side.iter().find_map(|answer| label::of_value(bench, answer.slot))
}

/// The same value several times: agreed if it can be told what it is the value of.
fn agreed(bench: &Bench<'_>, side: &[Answer<'_>], kind: FactKind, unnamed: &Label) -> Fact {
    let mut notes: Vec<Note> = Vec::new();
    for (at, a) in side.iter().enumerate() {
        for b in side.iter().skip(at + 1) {
            match a.value.relation(b.value) {
                Relation::Rounded => notes.push(Note::Rounded),
                Relation::MoreExact => notes.push(Note::MoreExact),
                _ => {}
            }
        }
    }
    notes.order();
    notes.dedup();
    let positions = vec![position(bench, side, false)];
    let label = label(bench, side);
    // "one of them", "20" of something that is not said, "12 inches" of nobody knows what: the same number tells little.
    let is_bare = |answer: &Answer<'_>| match answer.value {
        Given::Quantity(quantity) => !matches!(quantity.unit, Unit::Currency(_)) || quantity.value <= 1.0,
        Given::Time(_) => false,
    };
    let tells = label.is_some() || !side.iter().any(is_bare);
    let verdict = if tells { Verdict::Agreed } else { Verdict::Related };
    let label = label.unwrap_or_else(|| unnamed.clone());
    Fact { id: String::new(), verdict, kind, label, positions, notes }
}

fn articles(side: &[Answer<'_>]) -> usize {
    let mut articles: Vec<usize> = side.iter().map(|answer| answer.slot.article).collect();
    articles.dedup();
    articles.len()
}

/// The values sorted into sides whose values can all hold: the exact ones first, each rounded one to the largest side
/// that it goes with.
fn sides<'a>(answers: &[Answer<'a>]) -> Vec<Vec<Answer<'a>>> {
    let mut order: Vec<Answer<'a>> = answers.to_vec();
    order.order_by_key(|answer| (answer.value.vagueness(), answer.value.breadth(), answer.index));
    let mut sides: Vec<Vec<Answer<'a>>> = Vec::new();
    for answer in order {
        let best = sides
            .iter_mut()
            .filter(|side| side.first().is_some_and(|first| first.value.relation(answer.value).is_compatible()))
            .max_by_key(|side| side.len());
        match best {
            Some(side) => side.push(answer),
            None => sides.push(vec![answer]),
        }
    }
    for side in &mut sides {
        side.order_by_key(|answer| answer.index);
    }
    sides
}

/// The sides that stand against each other surely enough: none, or two and more.
fn opposed(bench: &Bench<'_>, group: &SlotGroup, sides: &[Vec<Answer<'_>>]) -> Vec<usize> {
    let side_of = |index: usize| sides.iter().position(|side| side.iter().any(|answer| answer.index == index));
    let mut opposed = Vec::new();
    for link in &group.links {
        let (Some(a), Some(b)) = (side_of(link.a), side_of(link.b)) else { continue };
        if a == b || is_bridged(sides, link) {
            continue;
        }
        let Some(alike) = likeness(bench, group, link) else { continue };
        let (Some(x), Some(y)) = (sides.get(a), sides.get(b)) else { continue };
        if alike >= COPIED || stand_apart(x, y) && are_comparable(x, y) && !says_both(bench, x, y) {
            opposed.extend([a, b]);
        }
    }
    opposed.order();
    opposed.dedup();
    opposed
}

/// Whether somebody gives a rounded figure or hour that goes with both values of the link: then the one is the other, rounded.
fn is_bridged(sides: &[Vec<Answer<'_>>], link: &SlotLink) -> bool {
    let answer = |index: usize| sides.iter().flatten().find(|answer| answer.index == index);
    let (Some(a), Some(b)) = (answer(link.a), answer(link.b)) else { return false };
    sides.iter().flatten().any(|answer| {
        let relations = [a, b].map(|other| answer.value.relation(other.value));
        let is_round = match answer.value {
            Given::Quantity(quantity) => quantity.modifier == Modifier::Approximate,
            Given::Time(_) => relations.contains(&Relation::Rounded),
        };
        is_round && relations.iter().all(|relation| relation.is_compatible())
    })
}

/// Whether each side has an article that the other has not: an article that gives both values contradicts nobody else.
fn stand_apart(x: &[Answer<'_>], y: &[Answer<'_>]) -> bool {
    let lacks = |side: &[Answer<'_>], article: usize| side.iter().all(|answer| answer.slot.article != article);
    x.iter().any(|answer| lacks(y, answer.slot.article)) && y.iter().any(|answer| lacks(x, answer.slot.article))
}

/// The answers of a side that are as exact as its most exact one: a year does not speak for one of its days, nor, where
/// `by_hour`, a day for one of its hours.
fn exact<'a>(side: &[Answer<'a>], by_hour: bool) -> Vec<Answer<'a>> {
    let exactness = |answer: &Answer<'_>| match answer.value {
        Given::Quantity(_) => (0, 0),
        Given::Time(_) if by_hour => (answer.value.vagueness(), answer.value.breadth()),
        Given::Time(_) => (answer.value.vagueness(), 0),
    };
    let least = side.iter().map(exactness).min();
    side.iter().copied().filter(|answer| Some(exactness(answer)) == least).collect()
}

/// Whether the sides differ in the hours of one day.
fn are_by_hour(sides: &[&[Answer<'_>]]) -> bool {
    let mut hours = Vec::new();
    for side in sides {
        hours.push(side.iter().find_map(|answer| match answer.value {
            Given::Time(time) => Some(time).filter(|time| time.hours().is_some()),
            Given::Quantity(_) => None,
        }));
    }
    hours.windows(2).all(|pair| matches!(*pair, [Some(a), Some(b)] if relation::are_of_one_day(a, b)))
}

/// Whether the two sides are equally exact, so that they can be held against each other: a day against a day.
fn are_comparable(x: &[Answer<'_>], y: &[Answer<'_>]) -> bool {
    let exactness = |side: &[Answer<'_>]| side.iter().map(|answer| answer.value.vagueness()).min().unwrap_or(0);
    match (x.first().map(|answer| answer.value), y.first().map(|answer| answer.value)) {
        (Some(Given::Time(a)), Some(Given::Time(b)))
            if a.kind != TimeKind::Duration && b.kind != TimeKind::Duration =>
        {
            exactness(x) == exactness(y)
        }
        (Some(Given::Quantity(a)), Some(Given::Quantity(b))) => counted_alike(a, b),
        _ => true,
    }
}

/// Whether both are counts, or both are not: a bare number is no answer to how many documents there were.
fn counted_alike(a: &Quantity, b: &Quantity) -> bool {
    matches!(a.unit, Unit::Counted(_)) == matches!(b.unit, Unit::Counted(_))
}

/// Whether an article of one side also gives the other side's figure for the same sort of thing: then it knows of both,
/// and they are figures of two things.
fn says_both(bench: &Bench<'_>, x: &[Answer<'_>], y: &[Answer<'_>]) -> bool {
    let knows = |answer: &Answer<'_>, other: &Answer<'_>| {
        let (Some(own), Some(theirs)) =
            (bench.readings.get(answer.slot.article), bench.readings.get(other.slot.article))
        else {
            return false;
        };
        match other.value {
            Given::Quantity(quantity) => own.extraction.quantities.iter().any(|found| {
                relation::of_quantities(found, quantity) == Relation::Equal
                    && sort_of(own, found) == sort_of(theirs, quantity)
            }),
            // An article has too many days to tell which of them it knows to be another's; a time of day it has for one thing.
            Given::Time(time) => {
                time.hours().is_some()
                    && own
                        .extraction
                        .times
                        .iter()
                        .any(|found| found.hours().is_some() && relation::of_times(found, time) == Relation::Equal)
            }
        }
    };
    pairs(x, y).any(|(a, b)| knows(a, b) || knows(b, a))
}

/// What a quantity is a quantity of: its unit, or the class of the counted noun.
fn sort_of<'a>(reading: &'a Reading, quantity: &'a Quantity) -> Option<&'a str> {
    match &quantity.unit {
        Unit::Counted(_) => {
            let document = &reading.document;
            Some(meaning::class(document.lemma(document.head(quantity.counted.clone())?)))
        }
        unit => unit.name(),
    }
}

/// Whether the sides differ as a count does over time: it is a count that moves, and the later reports have moved on; or
/// all sides are told by one outlet, which has learned more.
fn is_update(bench: &Bench<'_>, sides: &[&Vec<Answer<'_>>]) -> bool {
    let mut reports: Vec<(i64, f64)> = Vec::new();
    let mut outlets: Set<&str> = Set::new();
    let mut movement = Some(Movement::Up);
    for answer in sides.iter().flat_map(|side| side.iter()) {
        let (Given::Quantity(quantity), Some(reading)) = (answer.value, bench.readings.get(answer.slot.article)) else {
            return false;
        };
        let document = &reading.document;
        let Some(published) = document.published else { return false };
        // What was long ago does not move, nor does what is measured.
        let sentence = document.sentences.get(answer.slot.sentence);
        let span = sentence.map(|sentence| sentence.span).unwrap_or_default();
        let is_past =
            |time: &TimeExpression| time.interval.is_some_and(|when| when.last.days() + 60 < published.date.days());
        if matches!(quantity.unit, Unit::Measure(_)) || reading.extraction.times_in(span).any(|(_, time)| is_past(time))
        {
            return false;
        }
        outlets.insert(document.source.as_deref().unwrap_or_default());
        let tokens = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
        let tokens = tokens.filter(|&token| !document.tag(token).is_adjective());
        let own = tokens.filter_map(|token| meaning::movement(document.lemma(token))).max();
        movement = movement.zip(own).map(|(all, own)| all.max(own));
        let minutes = published.date.days() * 1440 + i64::from(published.minute.unwrap_or(720));
        reports.push((minutes - i64::from(published.offset.unwrap_or(0)), quantity.value));
    }
    reports.order_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
    let (Some(first), Some(last)) = (reports.first(), reports.last()) else { return false };
    if first.0 == last.0 {
        return false;
    }
    match movement {
        // Of reports of one time the least is first.
        Some(Movement::Up) => reports.is_sorted_by(|x, y| x.1 <= y.1),
        Some(Movement::Any) => true,
        None => outlets.len() == 1 && outlets.iter().all(|outlet| !outlet.is_empty()),
    }
}

/// When the latest of a position's articles was published.
fn latest(bench: &Bench<'_>, position: &Position) -> Option<crate::date::Moment> {
    let published = |claim: &Evidence| bench.readings.get(claim.passage.article)?.document.published;
    position.claims.iter().filter_map(published).max()
}

/// Innocent readings of a difference.
fn notes(sides: &[&Vec<Answer<'_>>], verdict: Verdict) -> Vec<Note> {
    let mut notes = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        for (x, y) in sides.iter().skip(at + 1).flat_map(|other| pairs(side, other)) {
            match (x.value, y.value) {
                (Given::Quantity(a), Given::Quantity(b)) if other_thing(a, b) => notes.push(Note::OtherThingCounted),
                (Given::Time(a), Given::Time(b)) => {
                    let is_next = a.interval.zip(b.interval).is_some_and(|(a, b)| a.is_next_to(b));
                    let hours = a.hours().zip(b.hours()).filter(|(a, b)| a.is_exact() && b.is_exact());
                    if is_next || hours.is_some_and(|(a, b)| a.first.abs_diff(b.first) % 60 == 0) {
                        notes.push(Note::TimeZone);
                    }
                }
                _ => {}
            }
        }
    }
    if verdict == Verdict::Update {
        notes.push(Note::Update);
    }
    notes.order();
    notes.dedup();
    notes
}

fn pairs<'a, 'b>(x: &'b [Answer<'a>], y: &'b [Answer<'a>]) -> impl Iterator<Item = (&'b Answer<'a>, &'b Answer<'a>)> {
    x.iter().flat_map(move |a| y.iter().map(move |b| (a, b)))
}

/// Whether the counted nouns are different words.
fn other_thing(a: &Quantity, b: &Quantity) -> bool {
    match (&a.unit, &b.unit) {
        (Unit::Counted(x), Unit::Counted(y)) => {
            let last = |phrase: &str| {
                let head = word::find(phrase, " of ").and_then(|of| phrase.get(..of)).unwrap_or(phrase);
                head.split_whitespace().next_back().map(letter::to_small)
            };
            let singular = |word: Option<String>| word.map(|word| word.trim_end_matches('s').to_owned());
            singular(last(x)) != singular(last(y))
        }
        _ => false,
    }
}

/// What one side says; `whole` adds to a value what makes it a rise or a fall.
fn position(bench: &Bench<'_>, side: &[Answer<'_>], whole: bool) -> Position {
    let span = |value: Given<'_>| if whole { value.whole() } else { value.span() };
    let mut claims: Vec<Evidence> = side
        .iter()
        .filter_map(|answer| bench.evidence(answer.slot.article, answer.slot.sentence, span(answer.value)))
        .collect();
    claims.order();
    let exact = side.iter().min_by_key(|answer| (answer.value.vagueness(), answer.value.breadth(), answer.index));
    Position { value: exact.map(|answer| answer.value.shown()), support: bench.support(&claims), claims }
}

fn given<'a>(bench: &Bench<'a>, slot: Slot) -> Option<Given<'a>> {
    let extraction = &bench.readings.get(slot.article)?.extraction;
    match slot.kind {
        SlotKind::Quantity(index) => extraction.quantities.get(index).map(Given::Quantity),
        SlotKind::Time(index) => extraction.times.get(index).map(Given::Time),
        _ => None,
    }
}

/// How alike the sentences of a link are whose values differ, if they answer one question.
fn likeness(bench: &Bench<'_>, group: &SlotGroup, link: &SlotLink) -> Option<f64> {
    let place = |index: usize| {
        let slot = *group.slots.get(index)?;
        let reading = bench.readings.get(slot.article)?;
        Some(Place { reading, sentence: slot.sentence, value: given(bench, slot)? })
    };
    let (x, y) = (place(link.a)?, place(link.b)?);
    if x.value.relation(y.value) == Relation::Different { question::likeness(&x, &y) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, Readings, Story, analyze, compare::facts::tests::compared};

    /// The conflicts and updates of a story, each with its label, the words of its sides, and its notes.
    fn differences(articles: Vec<Article>) -> Vec<String> {
        let analysis = analyze(&Story { title: None, articles }, &Options::default()).unwrap();
        let differs = |fact: &&Fact| matches!(fact.verdict, Verdict::Conflict | Verdict::Update);
        let shown = |fact: &Fact| {
            let side = |position: &Position| {
                let words = position.claims.iter().map(|claim| {
                    let document = &analysis.articles[claim.passage.article].document;
                    document.slice(claim.passage.span)
                });
                words.collect::<Vec<_>>().join(" + ")
            };
            let sides = fact.positions.iter().map(side).collect::<Vec<_>>().join(" | ");
            let notes: String = fact.notes.iter().map(|note| format!(" ({note:?})")).collect();
            format!("{:?} “{}”: {sides}{notes}", fact.label.template, fact.label.words.join(": "))
        };
        analysis.facts.iter().filter(differs).map(shown).collect()
    }

    /// What articles of one day are found to differ in.
    #[track_caller]
    fn check_differences(texts: &[&str], expected: &[&str]) {
        let article = |text: &&str| Article {
            text: Some((*text).to_owned()),
            published: Some("2024-05-16".to_owned()),
            lang: Some("en".to_owned()),
            source: Some((*text).to_owned()),
            ..Article::default()
        };
        assert_eq!(differences(texts.iter().map(article).collect()), expected);
    }

    /// Counts, ages, sums: one question, two answers.
    #[test]
    fn differences_of_figures() {
        check_differences(
            &[
                "The fire in Averby has destroyed 1,203 homes, officials said.",
                "The fire in Averby has destroyed about 1,200 homes, officials said.",
            ],
            &[],
        );
        check_differences(
            &[
                "The fire in Averby has destroyed 1,203 homes, officials said.",
                "The fire in Averby has destroyed more than 1,200 homes, officials said.",
            ],
            &[],
        );
        check_differences(
            &[
                "The fire in Averby destroyed 40 homes near the river, officials said.",
                "The fire in Averby destroyed 46 buildings near the river, officials said.",
            ],
            &["Plain “homes destroyed”: 40 homes | 46 buildings (OtherThingCounted)"],
        );
        check_differences(
            &[
                "The council of Averby closed four schools in the old town.",
                "The council of Averby closed four schools in the old town.",
                "The council of Averby closed six schools in the old town.",
            ],
            &["Plain “schools closed”: four schools + four schools | six schools"],
        );
        check_differences(
            &[
                "Ana Ruiz, 43, was elected mayor of Averby on Sunday.",
                "Ana Ruiz, 45, was elected mayor of Averby on Sunday.",
            ],
            &["AgeOf “Ana Ruiz”: 43 | 45"],
        );
        check_differences(
            &[
                "Brenlow will pay $2 billion for the steel plant at Orm, the company said.",
                "Brenlow will pay $3 billion for the steel plant at Orm, the company said.",
            ],
            &["AmountOf “Brenlow will pay”: $2 billion | $3 billion"],
        );
        check_differences(
            &[
                "The storm cut the power to 40 homes near the Orm river, officials in Averby said.",
                "In Averby the power was cut to 60 homes when the storm came, the mayor said.",
            ],
            &["Plain “homes”: 60 homes | 40 homes"],
        );
        check_differences(
            &["One of the three suspects was arrested in Averby.", "Two suspects were arrested in Averby."],
            &[],
        );
        check_differences(
            &[
                "Rescuers found 12 bodies in the Orm mine on Monday.",
                "Rescuers found 16 bodies in the Orm mine on Monday.",
            ],
            &["Plain “bodies”: 12 bodies | 16 bodies"],
        );
        check_differences(
            &[
                "Rescuers found 12 bodies in the Orm mine on Monday.",
                "Rescuers found another 16 bodies in the Orm mine on Monday.",
            ],
            &[],
        );
        check_differences(
            &["Dora Lind, 51, won the Averby cup on Sunday.", "Carl Renner, 53, won the Averby cup on Sunday."],
            &[],
        );
        check_differences(
            &[
                "The flood injured 40 people in Averby, officials said.",
                "Officials said that the flood in Averby injured 46 people.",
            ],
            &["Plain “people injured”: 46 people | 40 people"],
        );
        check_differences(
            &["The winds reached 100 mph in Averby.", "The winds reached 160 kilometres per hour in Averby."],
            &[],
        );
        check_differences(
            &[
                "The fire destroyed 40 homes in Averby, and 12 people were hurt.",
                "The fire destroyed 40 homes in Averby, and 15 people were hurt.",
                "The fire destroyed 44 homes in Averby, and 15 people were hurt.",
            ],
            &[
                "Plain “homes destroyed”: 40 homes + 40 homes | 44 homes",
                "Claim “people: hurt”: 15 people + 15 people | 12 people",
            ],
        );
        check_differences(
            &[
                "The reward for the tip was $50, police in Averby said.",
                "The reward for the tip was $60, police in Averby said.",
            ],
            &["AmountOf “reward for the tip”: $50 | $60"],
        );
        check_differences(
            &[
                "The reward for the tip was $50, police in Averby said.",
                "The reward for the tip was $450, police in Averby said.",
            ],
            &[],
        );
        check_differences(
            &[
                "The reward for the tip was $50, police in Averby said.",
                "The reward for the tip was $350, police in Averby said.",
            ],
            &[],
        );
    }

    /// Both figures can hold, or they are of two things.
    #[test]
    fn figures_that_can_both_hold() {
        let camp =
            |distance: &str| format!("The Orm camp is {distance} from the border with Ruthenia, officials said.");
        check_differences(
            &[&camp("20 km (12 miles)"), &camp("40 km (25 miles)")],
            &["Plain “km from the border with Ruthenia”: 20 km | 40 km"],
        );
        check_differences(&[&camp("20 km (12 miles)"), &camp("12 miles (20 km)")], &[]);
        check_differences(&[&camp("less than 20 km (12 miles)"), &camp("less than 40 km (25 miles)")], &[]);
        check_differences(&[&camp("within 20 miles"), &camp("17 miles")], &[]);
        check_differences(
            &[
                "The army of Ruthenia has so far lost seven soldiers in the Orm valley, officials said.",
                "Five soldiers of the army of Ruthenia were lost in the Orm valley on Wednesday, officials said.",
            ],
            &[],
        );
        check_differences(
            &[
                "The army of Ruthenia has so far lost seven soldiers in the Orm valley, officials said.",
                "The army of Ruthenia has lost five soldiers in the Orm valley, officials said.",
            ],
            &["Plain “soldiers”: five soldiers | seven soldiers"],
        );
    }

    /// Days and lengths of time: the more exact stand against each other.
    #[test]
    fn differences_of_dates() {
        check_differences(
            &[
                "The trial of Ana Ruiz lasted three weeks, the court in Averby said.",
                "The trial of Ana Ruiz lasted five weeks, the court in Averby said.",
            ],
            &["LengthOf “the trial of Ana Ruiz lasted”: five weeks | three weeks"],
        );
        check_differences(
            &[
                "The bridge was opened in 1962 by the mayor of Averby after the great flood.",
                "The bridge was opened on 4 May 1962 by the mayor of Averby after the great flood.",
                "The bridge was opened in 1964 by the mayor of Averby after the great flood.",
            ],
            &["When “the bridge was opened”: 4 May 1962 | 1964"],
        );
        check_differences(
            &[
                "The earthquake on Saturday killed 40 people in Averby.",
                "The earthquake on Sunday killed 40 people in Averby.",
            ],
            &["DayOf “earthquake”: Saturday | Sunday (TimeZone)"],
        );
        check_differences(
            &[
                "The strike at the Orm mill lasted 12 days, the union said.",
                "The union said the strike at the Orm mill went on for 9 days.",
            ],
            &["LengthOf “the strike lasted”: 12 days | 9 days"],
        );
        check_differences(
            &[
                "The strike at the Orm mill lasted 12 days, the union said.",
                "The owner of the Orm mill was silent for 9 days, the union said.",
            ],
            &[],
        );
        check_differences(
            &[
                "The council asked the mayor for six years of tax returns on Monday.",
                "The council asked the mayor for eight years of tax returns on Monday.",
            ],
            &["Plain “years of tax returns”: eight years | six years"],
        );
        check_differences(
            &[
                "The court sentenced Carl Renner on Monday for the Averby fraud.",
                "Carl Renner was sentenced on Wednesday for the Averby fraud.",
            ],
            &["When “Carl Renner was sentenced”: Wednesday | Monday"],
        );
        check_differences(
            &[
                "The earthquake on Saturday destroyed 300 homes in Averby.",
                "Engineers inspected 300 homes in Averby on Sunday after the earthquake.",
            ],
            &[],
        );
        check_differences(
            &[
                "The trial of Carl Renner began on Monday in Averby.",
                "The trial of Carl Renner began on Thursday in Averby.",
            ],
            &["When “the trial of Carl Renner began”: Monday | Thursday"],
        );
        check_differences(
            &["Dozens of homes burned in Averby on Monday night.", "Some 300 homes burned in Averby on Monday night."],
            &[],
        );
        check_differences(
            &["The mill at Orm burned down on Monday night.", "The mill at Orm burned down on Tuesday morning."],
            &["When “the mill at Orm burned”: Monday night | Tuesday morning (TimeZone)"],
        );
    }

    #[test]
    fn differences_of_hours() {
        check_differences(
            &[
                "The flight left Averby at 11:36 a.m. on Tuesday and returned at 7:33 p.m.",
                "The flight left Averby at 11:36 a.m. on Tuesday and came back at 7:33 p.m.",
            ],
            &[],
        );
        check_differences(
            &[
                "The bridge in Averby collapsed at 5:10 a.m. on Tuesday, the police said.",
                "The bridge in Averby collapsed at 7:25 a.m. on Tuesday, the police said.",
                "The bridge in Averby collapsed on Tuesday morning, the police said.",
            ],
            &["When “the bridge in Averby collapsed”: 5:10 a.m. on Tuesday | 7:25 a.m. on Tuesday"],
        );
        check_differences(
            &[
                "The bridge in Averby collapsed at 5:10 a.m., the police said.",
                "The bridge in Averby collapsed at 7:10 a.m., the police said.",
            ],
            &["When “the bridge in Averby collapsed”: 5:10 a.m. | 7:10 a.m. (TimeZone)"],
        );
        check_differences(
            &[
                "The bridge in Averby collapsed at about 5 a.m., the police said.",
                "The bridge in Averby collapsed at 5:20 a.m., the police said.",
            ],
            &[],
        );
        // Another deed has another hour.
        check_differences(
            &["The mayor of Averby left the hall at 5:10 p.m.", "The mayor of Averby opened the fair at 3:20 p.m."],
            &[],
        );
        // Who gives both knows of two things.
        check_differences(
            &[
                "The bridge in Averby collapsed at 5:10 a.m., the police said. The road was shut at 7:25 a.m.",
                "At 7:25 a.m. the bridge in Averby collapsed after two days of heavy rain.",
            ],
            &[],
        );
    }

    /// Nobody can tell what a bare number is the number of; a share is one of something, whatever that is.
    #[test]
    fn differences_without_a_name() {
        check_differences(
            &["Some 31 percent of them voted in Averby.", "Some 41 percent of them voted in Averby."],
            &["FigureOf “”: Some 31 percent | Some 41 percent"],
        );
        check_differences(&["The mayor has 12.", "The mayor has 14."], &[]);
        check_differences(
            &["The index in Averby stood at 40 on Monday.", "The index in Averby stood at 46 on Monday."],
            &[],
        );
        let analysis = compared("They paid it $40 million, he said.", "They paid it $40 million, he said.");
        let sums = analysis.facts.iter().filter(|fact| fact.label.template == LabelTemplate::AmountOf);
        assert_eq!(sums.map(|fact| fact.verdict).collect::<Vec<_>>(), [Verdict::Agreed]);
    }

    #[test]
    fn a_round_figure_goes_with_both() {
        let burned =
            |figure: &str| format!("The fire in Averby destroyed {figure} homes near the river, officials said.");
        let (fewer, more, round) = (burned("19"), burned("21"), burned("about 20"));
        check_differences(&[&fewer, &more], &["Plain “homes destroyed”: 19 homes | 21 homes"]);
        check_differences(&[&fewer, &more, &round], &[]);
    }

    #[test]
    fn days_of_which_an_article_gives_both() {
        let (closed, shut) = (
            "On Tuesday the council of Averby closed the old bridge.",
            "On Thursday the council shut the old bridge, which many in Averby use each day.",
        );
        let expected = ["When “the council of Averby closed the old bridge”: Thursday | Tuesday"];
        check_differences(&[closed, shut], &expected);
        let both = "The council of Averby closed the old bridge on Tuesday. The council closed the tunnel on Thursday.";
        check_differences(&[both, shut], &[]);
        let both = "The council of Averby closed the old bridge on Tuesday. \
                    Workers said the council shut the old bridge on Thursday.";
        check_differences(&[both, shut], &[]);
        // What else happened on that day says nothing of the bridge.
        let fell = "The bridge in Averby collapsed on Tuesday, the police said.";
        let rain = "On Thursday the bridge in Averby collapsed after days of heavy rain.";
        let expected = ["When “the bridge in Averby collapsed”: Thursday | Tuesday"];
        check_differences(&[&format!("{fell} The mayor will speak on Thursday."), rain], &expected);
    }

    #[test]
    fn parts_of_days() {
        let fell = |when: &str| format!("The bridge in Averby collapsed {when}, the police said.");
        // A day's part stands for the day, where days are in question.
        check_differences(
            &[&fell("on Tuesday"), &fell("on Tuesday morning"), &fell("on Thursday")],
            &["When “the bridge in Averby collapsed”: Tuesday + Tuesday morning | Thursday"],
        );
        check_differences(
            &[&fell("on Tuesday morning"), &fell("at 8 p.m. on Tuesday")],
            &["When “the bridge in Averby collapsed”: 8 p.m. on Tuesday | Tuesday morning"],
        );
        check_differences(&[&fell("at 5 a.m."), &fell("at 5:10 a.m."), &fell("at 4:55 a.m.")], &[]);
        // Another hour of another deed.
        check_differences(
            &[
                "The bridge in Averby collapsed at 5:10 a.m., the police said. The road opened at 8 p.m.",
                "At 7:25 a.m. the bridge in Averby collapsed after two days of heavy rain.",
            ],
            &["When “the bridge in Averby collapsed”: 7:25 a.m. | 5:10 a.m."],
        );
    }

    /// Who did it, where it was, and in which state something is: the side with more texts first.
    #[test]
    fn differences_of_names_and_states() {
        check_differences(
            &[
                "The Orm Bridge was closed on Monday.",
                "The Orm Bridge remained open on Monday.",
                "The Orm Bridge stayed open on Monday.",
            ],
            &["Plain “The Orm Bridge”: remained open + stayed open | closed"],
        );
        check_differences(
            &[
                "Mayor Ana Ruiz opened the Averby flood hall on Monday and praised the builders.",
                "Mayor Ben Ortiz opened the Averby flood hall on Monday and praised the builders.",
                "Mayor Ben Ortiz opened the Averby flood hall on Monday and praised the builders.",
            ],
            &["Who “opened the Averby flood hall on Monday”: Ana Ruiz | Ben Ortiz + Ben Ortiz"],
        );
        check_differences(
            &[
                "Hurricane Bruno made landfall near Charleston on Monday night.",
                "Hurricane Bruno came ashore near Savannah on Monday night.",
            ],
            &["Plain “Hurricane Bruno came ashore near”: Savannah | Charleston (NearBoth)"],
        );
        check_differences(
            &[
                "The board of Brenlow Gas appointed Ana Ruiz as chief executive on Monday.",
                "The board of Brenlow Gas appointed Ben Ortiz as chief executive on Monday.",
            ],
            &["Plain “the board of Brenlow Gas appointed”: Ana Ruiz | Ben Ortiz"],
        );
        check_differences(
            &[
                "The two ministers met in Geneva on Monday for talks on fishing.",
                "The two ministers met in Vienna on Monday for talks on fishing.",
            ],
            &["Plain “the two ministers met in”: Geneva | Vienna"],
        );
    }

    /// Who said it: only of persons who are named, and of enough words.
    /// What was shut one day has reopened on the next, and what is said to have remained so is of the days before.
    #[test]
    fn states_of_other_days() {
        const DAYS: [&str; 2] = ["2024-05-16", "2024-05-17"];
        let check = |(first, own): (&str, usize), (second, other): (&str, usize), expected: bool| {
            let article = |text: &str, day: usize| Article {
                text: Some(text.to_owned()),
                published: DAYS.get(day).map(|day| (*day).to_owned()),
                lang: Some("en".to_owned()),
                ..Article::default()
            };
            let found = differences(vec![article(first, own), article(second, other)]);
            assert_eq!(!found.is_empty(), expected, "{first} {own} | {second} {other}");
        };
        let closed = "The Orm Bridge was closed.";
        let (open, shut) = ("The Orm Bridge remained open.", "The Orm Bridge stayed shut.");
        check((open, 0), (shut, 0), true);
        check((open, 0), (shut, 1), false);
        check((open, 1), (shut, 0), false);
        check((closed, 0), (open, 0), true);
        check((closed, 0), (open, 1), true);
        check((closed, 1), (open, 0), false);
        check((open, 0), (closed, 1), false);
        check((open, 1), (closed, 0), true);
        check(("The Orm Bridge was closed on Monday.", 0), ("The Orm Bridge remained open on Tuesday.", 0), false);
        // Of one article.
        check(("The Orm Bridge was closed. The Orm Bridge remained open.", 0), ("The Orm Bridge is old.", 0), false);
    }

    /// Two holders of one office.
    #[test]
    fn differences_of_holders() {
        let opened = "opened the fair in Averby on Monday.";
        let holder = |title: &str, name: &str| format!("{title} {name} {opened}");
        let expected = ["Who “opened the fair in Averby on Monday”: Ana Ruiz | Dora Lind"];
        check_differences(&[&holder("President", "Ana Ruiz"), &holder("President", "Dora Lind")], &expected);
        let both = format!("{} Dora Lind was there.", holder("President", "Ana Ruiz"));
        check_differences(&[&both, &holder("President", "Dora Lind")], &[]);
        // Told of in another order, so that nothing but the office is the same in both.
        let (first, second) = (
            "Mayor Ana Ruiz closed the bridge over the Orm in Averby because of the flood.",
            "Because of the flood in Averby, Mayor Dora Lind closed the bridge over the Orm.",
        );
        let expected = ["Plain “Mayor”: Mayor Ana Ruiz | Mayor Dora Lind"];
        check_differences(&[first, second], &expected);
        check_differences(&[&["Guests saw that", first].join(" "), second], &expected);
        check_differences(&[&first.replace("Mayor", "Former Mayor"), second], &[]);
        check_differences(&[&first.replace("Mayor", "Vice Mayor"), &second.replace("Mayor", "Vice Mayor")], &[]);
        check_differences(&[&first.replace("Mayor", "The then Mayor"), second], &[]);
        check_differences(&[&first.replace("closed", "painted"), second], &[]);
        check_differences(&[&first.replace("Mayor", "Minister"), &second.replace("Mayor", "Minister")], &[]);
        check_differences(&[&first.replace("Ana Ruiz", "Dora Ruiz"), second], &[]);
        // Who does nothing there but stand beside whoever does.
        check_differences(&[&first.replace("Mayor Ana Ruiz", "Workers with Mayor Ana Ruiz"), second], &[]);
        for (days, count) in [(["2024-05-13", "2024-05-15"], 0), (["2024-05-13", "2024-05-14"], 1)] {
            let article = |(text, day): (&str, &str)| Article {
                text: Some(text.to_owned()),
                published: Some(day.to_owned()),
                lang: Some("en".to_owned()),
                ..Article::default()
            };
            let found = differences([first, second].into_iter().zip(days).map(article).collect());
            assert_eq!(found.len(), count, "{days:?}");
        }
        // Of three holders two are told of.
        let third = first.replace("Ana Ruiz", "Carl Renner");
        check_differences(&[first, &third, second], &["Plain “Mayor”: Mayor Ana Ruiz | Mayor Carl Renner"]);
        // Whoever the sentence before names.
        let before =
            "Mayor Ana Ruiz closed her shop. Workers closed the bridge over the Orm in Averby because of the flood.";
        check_differences(&[before, second], &[]);
        // Another conflict in the same articles.
        let schools = |count: &str, text: &str| format!("The council of Averby closed {count} schools. {text}");
        check_differences(
            &[&schools("four", first), &schools("six", second)],
            &[expected[0], "Plain “schools closed”: four schools | six schools"],
        );
        // Twice in each, told once.
        let twice = |text: &str| format!("{text} Rain fell all night. {text}");
        check_differences(&[&twice(first), &twice(second)], &expected);
    }

    /// What came before what.
    #[test]
    fn differences_of_orders() {
        check_differences(
            &[
                "The army fired missiles hours before the talks in Averby.",
                "The army fired missiles hours after the talks in Averby.",
            ],
            &["When “the army fired missiles”: hours after the talks | hours before the talks"],
        );
        check_differences(
            &[
                "The army fired missiles before the talks, and after the vote in Averby.",
                "The army fired missiles after the talks in Averby.",
            ],
            &[],
        );
    }

    #[test]
    fn denials_that_are_taken_back() {
        let (never, signed) =
            ("The council of Averby never signed the treaty.", "The council of Averby signed the treaty.");
        let expected = ["Whether “the council of Averby signed the treaty”: never signed | signed"];
        check_differences(&[never, signed], &expected);
        check_differences(&[&format!("{never} {signed}"), signed], &[]);
        check_differences(&[signed, &format!("{never} {signed}")], &[]);
        check_differences(
            &["Carl Renner pleaded guilty to fraud in Averby.", "Carl Renner pleaded not guilty to fraud in Averby."],
            &["Whether “Carl Renner pleaded guilty to fraud in Averby”: pleaded | pleaded not guilty"],
        );
    }

    #[test]
    fn differences_of_speakers() {
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour before the winter storms come,” said Ben Ortiz, a fisherman.",
            ],
            &["WhoSaid “We will rebuild the harbour before the winter…”: Ana Ruiz | Ben Ortiz"],
        );
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour before the winter storms come,” said Ben Ortiz, a fisherman.",
                "“We will rebuild the harbour before the winter storms come,” said Ben Ortiz.",
            ],
            &["WhoSaid “We will rebuild the harbour before the winter…”: Ben Ortiz + Ben Ortiz | Ana Ruiz"],
        );
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come, and the old lighthouse with it,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour before the winter storms come,” said Ben Ortiz, a fisherman.",
            ],
            &[],
        );
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour before the winter storms come,” the harbour office said.",
            ],
            &[],
        );
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour before the winter storms come,” Ben Ortiz's lawyer said.",
            ],
            &[],
        );
        check_differences(
            &[
                "“We will rebuild the harbour,” said Ana Ruiz, the mayor.",
                "“We will rebuild the harbour,” said Ben Ortiz, a fisherman.",
            ],
            &[],
        );
        check_differences(
            &[
                "Ana Ruiz said she would rebuild the harbour before the winter storms come.",
                "“I will rebuild the harbour before the winter storms come,” said Ben Ortiz, a fisherman.",
            ],
            &[],
        );
        check_differences(
            &[
                "The mayor said the harbour would reopen before the winter storms.",
                "“The harbour would reopen before the winter storms,” the mayor said.",
            ],
            &[],
        );
    }

    /// What one says and another denies, named after what is said.
    #[test]
    fn differences_of_denials() {
        check_differences(
            &[
                "The governor of Tarn signed the water bill on Monday, her office said.",
                "The governor of Tarn did not sign the water bill on Monday, her office said.",
            ],
            &["Whether “the governor of Tarn signed the water bill on Monday”: did not sign | signed"],
        );
        check_differences(
            &[
                "The governor of Tarn did not sign the water bill on Monday, her office said.",
                "The governor of Tarn signed the water bill on Monday, her office said.",
            ],
            &["Whether “the governor of Tarn signed the water bill on Monday”: did not sign | signed"],
        );
        check_differences(
            &[
                "The water in Averby is safe to drink, the health office said on Monday.",
                "The water in Averby is not safe to drink, the health office said on Monday.",
            ],
            &["Whether “the water in Averby is safe”: not safe | safe"],
        );
        check_differences(
            &[
                "Unemployment in Ruthenia rose in April, the statistics office said.",
                "The statistics office said unemployment in Ruthenia fell in April.",
            ],
            &["Whether “unemployment in Ruthenia fell in April”: fell | rose"],
        );
        check_differences(
            &[
                "The old stone mill tower of the town council of Averby has never been sold, the owner said.",
                "The old stone mill tower of the town council of Averby has been sold, the owner said.",
            ],
            &["Whether “the old stone mill tower has been sold”: sold | has never been sold"],
        );
    }

    /// A report as it moves on: when it was published, by whom, and what it says.
    #[track_caller]
    fn check_update(reports: &[(&str, &str, &str)], expected: &[&str]) {
        let article = |&(published, source, text): &(&str, &str, &str)| Article {
            text: Some(text.to_owned()),
            published: Some(published.to_owned()).filter(|published| !published.is_empty()),
            lang: Some("en".to_owned()),
            source: Some(source.to_owned()),
            ..Article::default()
        };
        assert_eq!(differences(reports.iter().map(article).collect()), expected);
    }

    #[test]
    fn counts_that_move_are_updates() {
        let killed = |count: u32| format!("The fire in Averby killed {count} people, officials said.");
        let (first, second) = (killed(12), killed(15));
        let update = ["Plain “people killed”: 15 people | 12 people (Update)"];
        let check = |early: &str, late: &str, expected: &[&str]| {
            check_update(&[(early, "Tarn Post", &first), (late, "Orm Echo", &second)], expected);
        };
        let conflict = ["Plain “people killed”: 12 people | 15 people"];
        check("2024-05-16T08:00:00Z", "2024-05-17T08:00:00Z", &update);
        check("2024-05-16T08:00:00Z", "2024-05-16T10:00:00Z", &update);
        check("2024-05-16T20:00:00Z", "2024-05-17T08:00:00Z", &update);
        // The later report has the lower count.
        check("2024-05-17T08:00:00Z", "2024-05-16T08:00:00Z", &["Plain “people killed”: 15 people | 12 people"]);
        // Of one moment, which zones may hide; a day without an hour is its noon.
        check("2024-05-16T08:00:00Z", "2024-05-16T08:00:00Z", &conflict);
        check("2024-05-16T08:00:00Z", "2024-05-16T10:00:00+02:00", &conflict);
        check("2024-05-16", "2024-05-16T12:00:00Z", &conflict);
        // It fell again.
        let (day, next, last) = ("2024-05-16T08:00:00Z", "2024-05-17T08:00:00Z", "2024-05-18T08:00:00Z");
        let third = killed(13);
        check_update(
            &[(day, "Tarn Post", &first), (next, "Orm Echo", &second), (last, "Brenlow Times", &third)],
            &["Plain “people killed”: 12 people | 15 people | 13 people"],
        );
        check_update(
            &[(day, "Tarn Post", &first), (day, "Orm Echo", &second), (next, "Brenlow Times", &second)],
            &["Plain “people killed”: 15 people + 15 people | 12 people (Update)"],
        );
    }

    #[test]
    fn an_outlet_that_has_learned_more_gives_an_update() {
        let closed = |count: &str| format!("The council of Averby closed {count} schools in the old town.");
        let (first, second) = (closed("four"), closed("six"));
        let check = |early: (&str, &str), late: (&str, &str), expected: &str| {
            check_update(&[(early.0, early.1, &first), (late.0, late.1, &second)], &[expected]);
        };
        let (day, hour) = ("2024-05-16T08:00:00Z", "2024-05-16T10:00:00Z");
        let conflict = "Plain “schools closed”: four schools | six schools";
        check((day, "Tarn Post"), (hour, "Tarn Post"), "Plain “schools closed”: six schools | four schools (Update)");
        check((day, "Tarn Post"), (hour, "Orm Echo"), conflict);
        check((day, "Tarn Post"), (day, "Tarn Post"), conflict);
        check((day, ""), (hour, ""), conflict);
        check(("", "Tarn Post"), ("", "Tarn Post"), conflict);
    }

    #[test]
    fn what_was_long_ago_and_what_is_measured_does_not_move() {
        let (day, next) = ("2024-05-16T08:00:00Z", "2024-05-17T08:00:00Z");
        let killed =
            |date: &str, count: u32| format!("The fire of {date} in Averby killed {count} people, officials said.");
        let check = |date: &str, expected: &str| {
            let (first, second) = (killed(date, 12), killed(date, 15));
            check_update(&[(day, "Tarn Post", &first), (next, "Orm Echo", &second)], &[expected]);
        };
        check("18 March", "Plain “people killed”: 15 people | 12 people (Update)");
        check("16 March", "Plain “people killed”: 12 people | 15 people");
        check_update(
            &[
                (day, "Tarn Post", "The winds over Averby reached 100 mph on Monday."),
                (next, "Tarn Post", "The winds over Averby reached 120 mph on Monday."),
            ],
            &["Claim “mph: winds reached”: 100 mph | 120 mph"],
        );
    }

    /// Who gives both figures knows of two things.
    #[test]
    fn who_gives_both_figures_contradicts_neither() {
        let storm = "The storm cut the power to 40 homes near the Orm river, officials in Averby said.";
        let other = "In Averby the power was cut to 60 homes when the storm came, the mayor said.";
        let with = |more: &str| [other, more].join(" ");
        check_differences(&[storm, other], &["Plain “homes”: 60 homes | 40 homes"]);
        check_differences(&[storm, &with("He had counted 40 homes in the old town.")], &[]);
        check_differences(&[&[storm, "Sixty homes were sold in May."].join(" "), other], &[]);
        // Of another sort.
        let people = with("He fed 40 people in the old town.");
        check_differences(&[storm, &people], &["Plain “homes”: 60 homes | 40 homes"]);
        let paid = "The firm paid $40 million for the Orm mill, the union said.";
        let sold = "The Orm mill was sold to the firm for $46 million.";
        check_differences(&[paid, sold], &["AmountOf “firm paid”: $46 million | $40 million"]);
        check_differences(&[paid, &[sold, "The union asked for $40 million."].join(" ")], &[]);
    }

    /// Looks at the first figures of two texts, or else at their first dates, as answers of two articles.
    fn answers<T>(texts: [&str; 2], look: impl Fn(Answer<'_>, Answer<'_>) -> T) -> T {
        let article = |text: &str| Article {
            text: Some(text.to_owned()),
            published: Some("2024-05-16".to_owned()),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        let read = Readings::of(&Story { title: None, articles: texts.map(article).into() }).unwrap();
        let answer = |article: usize| {
            let found = &read.get(article).unwrap().extraction;
            let figure = found.quantities.first().map(Given::Quantity);
            let value = figure.or_else(|| found.times.first().map(Given::Time)).unwrap();
            Answer { index: article, slot: Slot { article, sentence: 0, kind: SlotKind::Sentence }, value }
        };
        look(answer(0), answer(1))
    }

    #[test]
    fn sides_have_articles_of_their_own() {
        answers(["40 homes burned.", "46 homes burned."], |x, _| {
            let side = |articles: &[usize]| -> Vec<Answer<'_>> {
                let told = |&article: &usize| Answer { slot: Slot { article, ..x.slot }, ..x };
                articles.iter().map(told).collect()
            };
            let check = |a: &[usize], b: &[usize]| stand_apart(&side(a), &side(b));
            assert!(check(&[0], &[1]) && check(&[0, 1], &[1, 2]));
            assert!(!check(&[0], &[0, 1]) && !check(&[0, 1], &[1]) && !check(&[0], &[0]));
        });
    }

    #[test]
    fn equally_exact_values_stand_against_each_other() {
        let check = |first: &str, second: &str, expected: bool| {
            for texts in [[first, second], [second, first]] {
                assert_eq!(answers(texts, |x, y| are_comparable(&[x], &[y])), expected, "{texts:?}");
            }
        };
        let burned = "The mill burned on 4 May 2024.";
        check(burned, "The mill burned on 6 May 2024.", true);
        check(burned, "The mill burned in March 2024.", false);
        // Lengths may be rounded, and are compared with dates nowhere.
        check("The strike lasted 12 days.", "The strike lasted about 8 weeks.", true);
        check(burned, "The strike lasted 8 weeks.", true);
        check("The plan got 40 votes.", "The plan got 46 roses.", true);
        check("The plan got 40 votes.", "The index stood at 46.", false);
    }

    /// A place is named after what was done there, a name after what was done to it, as far as the words are few.
    #[test]
    fn labels_of_roles() {
        let treaty = |place: &str| format!("The ministers signed a treaty on fishing in {place} on Monday.");
        check_differences(
            &[&treaty("Geneva"), &treaty("Vienna")],
            &["Plain “the ministers signed a treaty on fishing in”: Geneva | Vienna"],
        );
        check_differences(
            &[
                "Hurricane Bruno made landfall on Monday near Charleston.",
                "Hurricane Bruno made landfall on Monday near Savannah.",
            ],
            &["PlaceOf “landfall”: Charleston | Savannah (NearBoth)"],
        );
        let chief = "The very old chief executive of the Averby steel and gas company met the two ministers in";
        check_differences(
            &[&[chief, "Geneva on Monday."].join(" "), &[chief, "Vienna on Monday."].join(" ")],
            &["Plain “met the two ministers in”: Geneva | Vienna"],
        );
        let board = |name: &str| format!("The board of Brenlow Gas appointed Senator {name} on Monday.");
        check_differences(
            &[&board("Ana Ruiz"), &board("Ben Ortiz")],
            &["Plain “the board of Brenlow Gas appointed”: Ana Ruiz | Ben Ortiz"],
        );
        let kinds = |first: &str, second: &str| -> Vec<FactKind> {
            let conflicts = compared(first, second).facts.into_iter().filter(|fact| fact.verdict == Verdict::Conflict);
            conflicts.map(|fact| fact.kind).collect()
        };
        assert_eq!(kinds(&treaty("Geneva"), &treaty("Vienna")), [FactKind::Place]);
        assert_eq!(kinds(&board("Ana Ruiz"), &board("Ben Ortiz")), [FactKind::Statement]);
    }

    /// A fall against a level is shown by the figures.
    #[test]
    fn a_fall_and_a_level() {
        check_differences(
            &["Profit at Brenlow fell 12 percent in March.", "Profit at Brenlow was 18 percent in March."],
            &["Claim “percent: March”: 12 percent | 18 percent"],
        );
    }

    #[test]
    fn the_same_words_of_other_speakers() {
        let said = |name: &str| format!("“The harbour must reopen before the winter storms,” said {name}.");
        check_differences(&[&said("the Brenlow Group"), &said("the Averby Council")], &[]);
        check_differences(&[&said("Ana Ruiz"), &said("Carl Ruiz")], &[]);
        // Too few words that tell: one letter does not.
        check_differences(&["“Plan B saves ships,” said Ana Ruiz.", "“Plan B saves ships,” said Ben Ortiz."], &[]);
        let rebuild = "“We will rebuild the harbour before the winter storms come,” said";
        let lawyer = format!("{rebuild} a lawyer for Ben Ortiz.");
        check_differences(&[&format!("{rebuild} Ana Ruiz."), &lawyer], &[]);
        let aide = format!("{rebuild} an aide to Ben Ortiz.");
        check_differences(&[&format!("{rebuild} Ana Ruiz."), &aide], &[]);
        // Six words of eight are most of them, and eight are enough of any; six of nine are not.
        let six = "“Harbour workers rebuild lighthouse school market";
        let check = |first: &str, second: &str, differ: bool| {
            let label = first.trim_start_matches('“');
            let expected = format!("WhoSaid “{label}”: Ana Ruiz | Ben Ortiz");
            let expected = [expected.as_str()];
            let texts = [format!("{first},” said Ana Ruiz."), format!("{second},” said Ben Ortiz.")];
            check_differences(&[&texts[0], &texts[1]], if differ { &expected[..] } else { &[] });
        };
        check(&format!("{six} river bridge"), six, true);
        check(&format!("{six} river bridge"), &format!("{six} river bridge under winter storms near houses"), true);
        check(six, &format!("{six} under winter storms near houses"), false);
        let whole = |name: &str| format!("{name} said “the harbour must reopen before the winter storms”.");
        check_differences(
            &[&whole("Ana Ruiz"), &whole("Ben Ortiz")],
            &["WhoSaid “the harbour must reopen before the winter storms”: Ana Ruiz | Ben Ortiz"],
        );
        // Both give a part of what a third gives whole, and not the same part.
        check_differences(
            &[
                "“We will rebuild the harbour before the winter storms come and reopen the old lighthouse school beside the \
                 river market this spring,” the town wrote.",
                "“We will rebuild the harbour before the winter storms come and reopen the old lighthouse,” said Ana Ruiz.",
                "“Before the winter storms come we reopen the old lighthouse school beside the river market this spring,” \
                 said Ben Ortiz.",
            ],
            &[],
        );
    }
}
