//! Clauses of several articles that say the same thing: the same deed of the same participants, with no figure, date or
//! denial that the other clause does not go with.

use super::{
    groups::Sets,
    pairs::{self, Pair},
    participants::{self, Difference, Participant, Role},
    terms::{Bag, Sentences},
    values::{self, Match},
};
use crate::{
    alignment::{Slot, SlotGroup, SlotKind, SlotLink},
    claim::{Claim, Stance},
    document::TokenKind,
    entity::Cast,
    lexicon::{meaning, speech},
    order::{Map, Order},
    quantity::Unit,
    reading::Reading,
    relation::{self, Relation},
    word::is_one_of,
};

/// Sentences less alike than this have no clause in common.
const SENTENCES: f64 = 0.15;

/// Clauses with fewer terms in common do not say much together.
const FEWEST: usize = 3;

/// Unless all that one of them says stands in the other, which hardly says more: "The missiles were hypersonic."
const BRIEF: f64 = 0.88;

/// Clauses so alike say the same if their verbs are the same.
const SAME_DEED: f64 = 0.7;

/// If one of them has no verb that tells anything, as `is`, they must be so alike.
const NO_DEED: f64 = 0.72;

/// If their verbs differ, they must be nearly copies.
const OTHER_DEED: f64 = 0.85;

/// Clauses whose subjects have nothing in common must be so much more alike.
const OTHER_SUBJECT: f64 = 0.15;

/// Articles that are so many days apart tell of two events more often than of one,
const DAYS_APART: u64 = 7;

/// unless their clauses are so alike.
const APART: f64 = 0.9;

/// Clauses that name others in one role are of one thing if they are so alike but for that,
const BUT_FOR_NAMES: f64 = 0.75;

/// and come no more than so many days apart.
const SAME_NEWS: u64 = 2;

/// A clause is compared with no more members of a group than this.
const MOST: usize = 8;

/// A clause with a verb, as a set of weighted terms.
struct Clause<'a> {
    slot: Slot,
    reading: &'a Reading,
    claim: &'a Claim,
    /// Its distinct terms, in order.
    terms: Vec<usize>,
    weight: f64,
    /// Whether it is denied, by itself or by what it hangs on: "do not believe that".
    denied: bool,
    /// Whether it leaves open what it says: "whether a second car was involved", "if it rains", "was it closed?"
    open: bool,
    /// The term of its verb, if that tells anything.
    deed: Option<usize>,
    /// The terms of its subject; none for a pronoun.
    subject: Vec<usize>,
    /// The names in it.
    participants: Vec<Participant<'a>>,
    /// Whether it says of something that it was before something else, or after it.
    before: Option<bool>,
}

impl<'a> Clause<'a> {
    fn of(
        (reading, cast): (&'a Reading, &Cast),
        bag: &Bag,
        sentences: &Sentences,
        (index, claim): (usize, &'a Claim),
    ) -> Option<Self> {
        let verb = claim.predicate.filter(|verb| claim.tokens.contains(verb))?;
        // That somebody said something is no news without what it was.
        let verb_of_saying = speech::verb(reading.document.lemma(verb));
        if verb_of_saying.is_some_and(|verb| verb.clause && !verb.noun) {
            return None;
        }
        let within = |tokens: &std::ops::Range<usize>| -> Vec<usize> {
            let inside = bag.occurrences.iter().filter(|occurrence| tokens.contains(&occurrence.token));
            let mut terms: Vec<usize> = inside.map(|occurrence| occurrence.term).collect();
            terms.order();
            terms.dedup();
            terms
        };
        let terms = within(&claim.tokens);
        (terms.len() + 1 >= FEWEST).then(|| Self {
            slot: Slot { article: bag.article, sentence: bag.sentence, kind: SlotKind::Claim(index) },
            reading,
            claim,
            weight: terms.iter().map(|&term| sentences.weight(term)).sum(),
            terms,
            denied: claim.negated != is_doubted(reading, index, claim),
            open: claim.tokens.clone().take(2).any(|token| reading.document.is_word(token, "whether if unless"))
                || asks(reading, claim.sentence),
            deed: within(&(verb..verb + 1)).first().copied(),
            subject: claim.subject.as_ref().map_or_else(Vec::new, within),
            participants: participants::of(reading, cast, bag, claim),
            before: claim.tokens.clone().find_map(|token| match reading.document.word(token) {
                "before" => Some(true),
                "after" => Some(false),
                _ => None,
            }),
        })
    }

    fn has(&self, term: usize) -> bool {
        self.terms.binary_search(&term).is_ok()
    }

    /// How alike the two are if they say the same.
    fn alike(&self, other: &Self, sentences: &Sentences) -> Option<f64> {
        let (alike, least) = self.likeness(other, sentences, 0.0, 0.0)?;
        (alike >= least && self.goes_with(other) && self.differences(other).is_empty()).then_some(alike)
    }

    fn differences(&self, other: &Self) -> Vec<Difference<'a>> {
        participants::differences([self.reading, other.reading], &self.participants, &other.participants)
    }

    /// The names that the two give in one role if they say the same but for these.
    fn differs(&self, other: &Self, sentences: &Sentences) -> Option<(Difference<'a>, f64)> {
        let differences = self.differences(other);
        let [difference] = differences.as_slice() else { return None };
        let (a, b) = (difference.a, difference.b);
        if a.joint
            || b.joint
            || !self.is_single(a.role) && !other.is_single(a.role)
            || self.days_apart(other).is_some_and(|days| days >= SAME_NEWS)
        {
            return None;
        }
        let weight = |term: Option<usize>| term.map_or(0.0, |term| sentences.weight(term));
        let (alike, _) = self.likeness(other, sentences, weight(a.term), weight(b.term))?;
        let same_deed = self.deed.is_some() && self.deed == other.deed;
        (same_deed && alike >= BUT_FOR_NAMES && self.goes_with(other)).then_some((*difference, alike))
    }

    /// Whether what the clause tells of has but one in that role.
    fn is_single(&self, role: Option<Role<'_>>) -> bool {
        let roles = self.claim.predicate.map_or("", |verb| meaning::single(self.reading.document.lemma(verb)));
        match role {
            Some(Role::Actor) => roles.contains('a'),
            Some(Role::Object) => roles.contains('o'),
            Some(Role::After("in")) => roles.contains('p'),
            _ => false,
        }
    }

    fn days_apart(&self, other: &Self) -> Option<u64> {
        let published = |clause: &Self| clause.reading.document.published.map(|moment| moment.date.days());
        published(self).zip(published(other)).map(|(x, y)| x.abs_diff(y))
    }

    /// How alike the two are, and how alike they must be to say the same; `own` and `theirs` is what words weigh that do not
    /// count.
    fn likeness(&self, other: &Self, sentences: &Sentences, own: f64, theirs: f64) -> Option<(f64, f64)> {
        let (a, b) = (self.claim, other.claim);
        let is_expected = |claim: &Claim| claim.stance == Stance::Expected;
        let reversed = self.before.zip(other.before).is_some_and(|(own, theirs)| own != theirs);
        if reversed || self.denied != other.denied || self.open != other.open || is_expected(a) != is_expected(b) {
            return None;
        }
        let (shared, count) = pairs::common(sentences, &self.terms, &other.terms);
        let brief = count + 1 == FEWEST && self.terms.len().min(other.terms.len()) == count;
        if count < FEWEST && !brief {
            return None;
        }
        let (weight, weight_of_other) = (self.weight - own, other.weight - theirs);
        // The lesser clause may be a part of the greater.
        let contained = shared / weight.min(weight_of_other);
        let alike = (contained + 2.0 * shared / (weight + weight_of_other)) / 2.0;
        let least = match (self.deed, other.deed) {
            (Some(x), Some(y)) if x == y || self.has(y) && other.has(x) => SAME_DEED,
            (Some(_), Some(_)) => OTHER_DEED,
            _ => NO_DEED,
        };
        let meet = self.subject.iter().any(|&term| other.has(term)) || other.subject.iter().any(|&term| self.has(term));
        let strangers = !self.subject.is_empty() && !other.subject.is_empty() && !meet;
        let least = if strangers { least + OTHER_SUBJECT } else { least };
        let apart = self.days_apart(other).is_some_and(|days| days >= DAYS_APART);
        let least = if brief { least.max(BRIEF) } else { least };
        Some((alike, if apart { APART } else { least }))
    }

    /// Whether none of its figures and dates contradicts those of the other.
    fn goes_with(&self, other: &Self) -> bool {
        let span = |clause: &Self| clause.reading.document.span_of(&clause.claim.tokens);
        let (here, there) = (span(self), span(other));
        let (a, b) = (&self.reading.extraction, &other.reading.extraction);
        let mut figures = (false, false);
        for (_, x) in a.quantities_in(here) {
            for (_, y) in b.quantities_in(there) {
                let of_one = !matches!(x.unit, Unit::Counted(_) | Unit::None)
                    || values::head(self.reading, &x.counted) == values::head(other.reading, &y.counted);
                note(&mut figures, if of_one { relation::of_quantities(x, y) } else { Relation::Incomparable });
            }
        }
        let mut times = (false, false);
        for (_, x) in a.times_in(here) {
            for (_, y) in b.times_in(there) {
                note(&mut times, relation::of_times(x, y));
            }
        }
        (figures.0 || !figures.1) && (times.0 || !times.1)
    }
}

/// Whether the sentence ends with a question mark, a mark of quotation behind it or not.
fn asks(reading: &Reading, sentence: usize) -> bool {
    let document = &reading.document;
    let tokens = document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
    let last = tokens.rev().find(|&token| document.kind(token) != Some(TokenKind::QuoteMark));
    last.is_some_and(|last| document.word(last).ends_with('?'))
}

/// Whether the clause right before it says that it is not believed: "the firm does not think that they are at risk".
fn is_doubted(reading: &Reading, index: usize, claim: &Claim) -> bool {
    let before = index.checked_sub(1).and_then(|before| reading.extraction.claims.get(before));
    before.is_some_and(|before| {
        let lemma = before.predicate.map_or("", |verb| reading.document.lemma(verb));
        before.negated
            && before.tokens.end == claim.tokens.start
            && is_one_of(lemma, "believe think expect suggest mean")
    })
}

/// Remembers whether some values go together and whether some do not.
fn note(seen: &mut (bool, bool), relation: Relation) {
    seen.0 |= relation.is_compatible();
    seen.1 |= relation == Relation::Different;
}

/// The clauses of all sentences, and those of them that are alike.
pub struct Statements<'a> {
    clauses: Vec<Clause<'a>>,
    /// Clauses that say the same, and how alike they are.
    same: Vec<(usize, usize, f64)>,
    /// Names in one role of clauses that say the same but for these.
    pub names: Vec<Match>,
}

impl<'a> Statements<'a> {
    /// What the clauses of the pairs have to do with each other.
    pub fn of(readings: &[&'a Reading], cast: &Cast, sentences: &Sentences, pairs: &[Pair]) -> Self {
        let mut clauses: Vec<Clause<'a>> = Vec::new();
        let mut starts = Vec::with_capacity(sentences.bags.len() + 1);
        for bag in &sentences.bags {
            starts.push(clauses.len());
            let Some(&reading) = readings.get(bag.article) else { continue };
            let claims = &reading.extraction.claims;
            let first = claims.partition_point(|claim| claim.sentence < bag.sentence);
            let own = claims.iter().enumerate().skip(first).take_while(|(_, claim)| claim.sentence == bag.sentence);
            clauses.extend(own.filter_map(|own| Clause::of((reading, cast), bag, sentences, own)));
        }
        starts.push(clauses.len());
        let of_bag = |bag: usize| starts.get(bag).copied().unwrap_or(0)..starts.get(bag + 1).copied().unwrap_or(0);
        let mut found = Self { clauses, same: Vec::new(), names: Vec::new() };
        for pair in pairs.iter().filter(|pair| pair.similarity >= SENTENCES) {
            for a in of_bag(pair.a) {
                for b in of_bag(pair.b) {
                    found.compare(cast, sentences, a, b);
                }
            }
        }
        found
    }

    fn compare(&mut self, cast: &Cast, sentences: &Sentences, a: usize, b: usize) {
        let (Some(x), Some(y)) = (self.clauses.get(a), self.clauses.get(b)) else { return };
        if let Some(alike) = x.alike(y, sentences) {
            self.same.push((a, b, alike));
        } else if let Some((difference, strength)) = x.differs(y, sentences) {
            // An article that knows of both does not take one for the other.
            let knows = |clause: &Clause<'_>, entity: usize| {
                cast.names.get(clause.slot.article).is_some_and(|names| names.contains(&Some(entity)))
            };
            if !knows(x, difference.b.entity) && !knows(y, difference.a.entity) {
                let slot = |clause: &Clause<'_>, name: usize| Slot { kind: SlotKind::Name(name), ..clause.slot };
                let (a, b) = (slot(x, difference.a.name), slot(y, difference.b.name));
                self.names.push(Match { a, b, strength, compatible: false });
            }
        }
    }
}

/// Groups of clauses each of which says the same as every other of another article.
pub fn groups(statements: Statements<'_>, sentences: &Sentences) -> Vec<SlotGroup> {
    let Statements { clauses, same: mut links, .. } = statements;
    links.order_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut sets = Sets::new(clauses.iter().map(|clause| clause.slot.article));
    for &(a, b, _) in &links {
        let (x, y) = (sets.find(a), sets.find(b));
        let say_the_same = |&a: &usize, &b: &usize| match (clauses.get(a), clauses.get(b)) {
            (Some(x), Some(y)) => x.slot.article == y.slot.article || x.alike(y, sentences).is_some(),
            _ => false,
        };
        let few = |set: usize| sets.members(set).iter().take(MOST);
        if x != y && few(x).all(|a| few(y).all(|b| say_the_same(a, b))) {
            sets.merge(x, y);
        }
    }
    let mut groups: Map<usize, SlotGroup> = Map::new();
    let mut position = vec![0; clauses.len()];
    let linked = |item: usize| sets.members(sets.find(item)).len() > 1;
    for (item, clause) in clauses.iter().enumerate().filter(|&(item, _)| linked(item)) {
        let group = groups.entry(sets.find(item)).or_default();
        if let Some(position) = position.get_mut(item) {
            *position = group.slots.len();
        }
        group.slots.push(clause.slot);
    }
    for (a, b, strength) in links {
        if sets.find(a) == sets.find(b)
            && let (Some(group), Some(&a), Some(&b)) = (groups.get_mut(&sets.find(a)), position.get(a), position.get(b))
        {
            group.links.push(SlotLink { a, b, strength });
        }
    }
    without_parts(groups.into_values().collect())
}

/// Without the groups all sentences of which stand in one that came before, of more sentences or as many: a sentence that
/// several articles have word for word says one thing to the reader, however many clauses it has.
fn without_parts(mut groups: Vec<SlotGroup>) -> Vec<SlotGroup> {
    groups.order_by_key(|group| std::cmp::Reverse(group.slots.len()));
    let mut kept: Vec<SlotGroup> = Vec::new();
    for group in groups {
        if !kept.iter().any(|other| has_all(other, &group)) {
            kept.push(group);
        }
    }
    kept
}

/// Whether every sentence of `part` stands in `group` too.
pub fn has_all(group: &SlotGroup, part: &SlotGroup) -> bool {
    let place = |slot: &Slot| (slot.article, slot.sentence);
    part.slots.iter().all(|slot| group.slots.iter().any(|other| place(other) == place(slot)))
}
