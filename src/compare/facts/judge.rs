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
    let opposed = opposed(bench, group, &sides);
    if opposed.len() > 1 {
        let sides: Vec<Vec<Answer<'_>>> =
            opposed.iter().filter_map(|&side| sides.get(side)).map(|side| exact(side)).collect();
        let sides: Vec<&Vec<Answer<'_>>> = sides.iter().collect();
        let verdict = if is_update(bench, &sides) { Verdict::Update } else { Verdict::Conflict };
        let notes = notes(&sides, verdict);
        let label = sides.iter().find_map(|side| label(bench, side)).unwrap_or(unnamed);
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
    order.order_by_key(|answer| (answer.value.vagueness(), answer.index));
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

/// The sides that stand against each other surely enough; fewer than two for none.
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

/// Whether somebody gives a rounded figure that goes with both values of the link: then the one is the other, rounded.
fn is_bridged(sides: &[Vec<Answer<'_>>], link: &SlotLink) -> bool {
    let answer = |index: usize| sides.iter().flatten().find(|answer| answer.index == index);
    let (Some(a), Some(b)) = (answer(link.a), answer(link.b)) else { return false };
    sides.iter().flatten().any(|answer| {
        let goes_with = |other: &Answer<'_>| answer.value.relation(other.value).is_compatible();
        matches!(answer.value, Given::Quantity(Quantity { modifier: Modifier::Approximate, .. }))
            && goes_with(a)
            && goes_with(b)
    })
}

/// Whether each side has an article that the other has not: an article that gives both values contradicts nobody else.
fn stand_apart(x: &[Answer<'_>], y: &[Answer<'_>]) -> bool {
    let lacks = |side: &[Answer<'_>], article: usize| side.iter().all(|answer| answer.slot.article != article);
    x.iter().any(|answer| lacks(y, answer.slot.article)) && y.iter().any(|answer| lacks(x, answer.slot.article))
}

/// The answers of a side that are as exact as its most exact one: a year does not speak for one of its days.
fn exact<'a>(side: &[Answer<'a>]) -> Vec<Answer<'a>> {
    let least = side.iter().map(|answer| answer.value.vagueness()).min();
    let is_time = |answer: &Answer<'_>| matches!(answer.value, Given::Time(_));
    side.iter().copied().filter(|answer| !is_time(answer) || Some(answer.value.vagueness()) == least).collect()
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
            Given::Time(_) => false,
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
    let rises = reports.is_sorted_by(|x, y| x.1 <= y.1 || x.0 == y.0);
    match movement {
        Some(Movement::Up) => rises && first.1 < last.1,
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
                (Given::Time(a), Given::Time(b))
                    if a.interval.zip(b.interval).is_some_and(|(a, b)| a.is_next_to(b)) =>
                {
                    notes.push(Note::TimeZone)
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
    let exact = side.iter().min_by_key(|answer| (answer.value.vagueness(), answer.index));
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
