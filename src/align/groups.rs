//! Pairs that report the same become groups over all articles, the surest first.

use super::{
    pairs::{KEPT_IN_ALL, Pair},
    terms::{Bag, Sentences},
    values::Match,
};
use crate::{
    alignment::{SentenceLink, Slot, SlotGroup, SlotKind, SlotLink},
    lexicon::STOP_WORDS,
    order::Map,
    order::Order,
    reading::Reading,
};

/// Values that can both hold are grouped from this strength on.
const COMPATIBLE: f64 = 0.18;

/// Values that cannot both hold must be surer to answer the same question.
const DIFFERENT: f64 = 0.2;

/// So sure a match is one of sentences that are copies but for the value.
const COPIED: f64 = 0.8;

/// Sentences so alike are taken to report the same thing.
const SURE: f64 = 0.22;

/// Two groups become one from this mean likeness of their sentences on.
const JOINED: f64 = 0.125;

/// A sentence stands in a second group from this mean likeness to its sentences on.
const ALSO: f64 = 0.16;

/// Pairs of sentences that are surely alike, as links.
pub fn sentence_links(sentences: &Sentences, pairs: &[Pair]) -> Vec<SentenceLink> {
    let place = |bag: &Bag| (bag.article, bag.sentence);
    pairs
        .iter()
        .filter(|pair| pair.similarity >= SURE)
        .filter_map(|pair| {
            let (a, b) = (sentences.bags.get(pair.a)?, sentences.bags.get(pair.b)?);
            Some(SentenceLink { a: place(a), b: place(b), strength: pair.similarity })
        })
        .collect()
}

/// Sets of things that are merged step by step; each knows its members and their articles.
pub struct Sets {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// A bit for each article; a story has no more of them than a number has bits.
    articles: Vec<u64>,
}

impl Sets {
    /// A set for each item, given the item's article.
    pub fn new(articles: impl Iterator<Item = usize>) -> Self {
        let articles: Vec<u64> = articles.map(|article| 1 << (article % 64)).collect();
        let items = 0..articles.len();
        Self { of: items.clone().collect(), members: items.map(|item| vec![item]).collect(), articles }
    }

    pub fn find(&self, item: usize) -> usize {
        self.of.get(item).copied().unwrap_or(item)
    }

    pub fn members(&self, set: usize) -> &[usize] {
        self.members.get(set).map_or(&[], Vec::as_slice)
    }

    /// Whether an article has members in both.
    fn share_an_article(&self, a: usize, b: usize) -> bool {
        matches!((self.articles.get(a), self.articles.get(b)), (Some(a), Some(b)) if a & b != 0)
    }

    /// Puts the smaller set into the larger.
    pub fn merge(&mut self, a: usize, b: usize) {
        let (keep, gone) = if self.members(a).len() < self.members(b).len() { (b, a) } else { (a, b) };
        let moved = self.members.get_mut(gone).map(std::mem::take).unwrap_or_default();
        for &item in &moved {
            if let Some(set) = self.of.get_mut(item) {
                *set = keep;
            }
        }
        if let Some(members) = self.members.get_mut(keep) {
            members.extend(moved);
        }
        let articles = self.articles.get(gone).copied().unwrap_or(0);
        if let Some(all) = self.articles.get_mut(keep) {
            *all |= articles;
        }
    }
}

/// Groups of values. Values that agree are put together first; then values that differ are put beside them, unless an
/// article is on both sides already: it then speaks of two things. Only copies of one sentence differ in their value all the same.
pub fn values(readings: &[&Reading], sentences: &Sentences, mut matches: Vec<Match>) -> Vec<SlotGroup> {
    matches.retain(|found| found.strength >= if found.compatible { COMPATIBLE } else { DIFFERENT });
    matches.order_by(|x, y| {
        y.compatible.cmp(&x.compatible).then(y.strength.total_cmp(&x.strength)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut slots: Vec<Slot> = matches.iter().flat_map(|found| [found.a, found.b]).collect();
    slots.order();
    slots.dedup();
    let number = |slot: &Slot| slots.binary_search(slot).ok();
    let mut sets = Sets::new(slots.iter().map(|slot| slot.article));
    let mut links: Vec<(usize, usize, f64)> = Vec::new();
    for found in &matches {
        let (Some(a), Some(b)) = (number(&found.a), number(&found.b)) else { continue };
        let (x, y) = (sets.find(a), sets.find(b));
        if x != y {
            if !found.compatible && found.strength < COPIED && sets.share_an_article(x, y) {
                continue;
            }
            sets.merge(x, y);
        }
        links.push((a, b, found.strength));
    }
    let mut groups: Map<usize, SlotGroup> = Map::new();
    let mut position = vec![0; slots.len()];
    for (item, &slot) in slots.iter().enumerate() {
        let group = groups.entry(sets.find(item)).or_default();
        if let Some(position) = position.get_mut(item) {
            *position = group.slots.len();
        }
        group.slots.push(slot);
    }
    for (a, b, strength) in links {
        if let (Some(group), Some(&a), Some(&b)) = (groups.get_mut(&sets.find(a)), position.get(a), position.get(b)) {
            group.links.push(SlotLink { a, b, strength });
        }
    }
    groups.into_values().map(|group| with_topic(readings, sentences, group)).collect()
}

/// How sentences stand to each other: who is how alike to whom.
struct Likeness {
    /// The sentences that are surely like another, by article and position.
    places: Vec<(usize, usize)>,
    /// For each of them, the others with a likeness, sure or not.
    neighbours: Vec<Vec<(usize, f64)>>,
    /// The sure pairs, the surest first.
    sure: Vec<(usize, usize)>,
}

impl Likeness {
    fn of(sentences: &Sentences, pairs: &[Pair]) -> Self {
        let place = |index: usize| sentences.bags.get(index).map(|bag| (bag.article, bag.sentence));
        let is_sure = |pair: &&Pair| pair.similarity >= SURE;
        let mut places: Vec<(usize, usize)> =
            pairs.iter().filter(is_sure).flat_map(|pair| [place(pair.a), place(pair.b)]).flatten().collect();
        places.order();
        places.dedup();
        let mut neighbours: Vec<Vec<(usize, f64)>> = vec![Vec::new(); places.len()];
        let mut sure = Vec::new();
        let number = |index: usize| places.binary_search(&place(index)?).ok();
        for pair in pairs {
            let (Some(a), Some(b)) = (number(pair.a), number(pair.b)) else { continue };
            for (item, other) in [(a, b), (b, a)] {
                if let Some(neighbours) = neighbours.get_mut(item) {
                    neighbours.push((other, pair.similarity));
                }
            }
            if is_sure(&pair) {
                sure.push((a, b, pair.similarity));
            }
        }
        sure.order_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
        let sure = sure.into_iter().map(|(a, b, _)| (a, b)).collect();
        Self { places, neighbours, sure }
    }

    fn neighbours(&self, item: usize) -> &[(usize, f64)] {
        self.neighbours.get(item).map_or(&[], Vec::as_slice)
    }
}

/// Groups of sentences that tell of one event: two groups become one if the mean likeness of the pairs between them is high enough (average
/// linkage). A sentence that says more than one thing may then stand in other groups too.
pub fn events(readings: &[&Reading], sentences: &Sentences, pairs: &[Pair]) -> Vec<SlotGroup> {
    let likeness = Likeness::of(sentences, pairs);
    let mut sets = Sets::new(likeness.places.iter().map(|&(article, _)| article));
    for &(a, b) in &likeness.sure {
        let (x, y) = (sets.find(a), sets.find(b));
        if x == y {
            continue;
        }
        let (few, many) = if sets.members(x).len() < sets.members(y).len() { (x, y) } else { (y, x) };
        let neighbours = sets.members(few).iter().flat_map(|&item| likeness.neighbours(item));
        let sum: f64 = neighbours.filter(|&&(other, _)| sets.find(other) == many).map(|&(_, alike)| alike).sum();
        // Of many sentences each knows only those that it is most like.
        if sum >= JOINED * as_float(sets.members(few).len() * sets.members(many).len().min(KEPT_IN_ALL)) {
            sets.merge(x, y);
        }
    }
    let mut groups: Map<usize, Vec<usize>> = Map::new();
    for item in 0..likeness.places.len() {
        groups.entry(sets.find(item)).or_default().push(item);
        for set in also(&likeness, &sets, item) {
            groups.entry(set).or_default().push(item);
        }
    }
    let several = groups.into_values().filter(|items| items.len() > 1);
    several.map(|items| with_topic(readings, sentences, group_of(&likeness, items))).collect()
}

/// The sets beside its own that a sentence is surely like a member of, and like all members in the mean.
fn also(likeness: &Likeness, sets: &Sets, item: usize) -> Vec<usize> {
    let own = sets.find(item);
    let article = |item: usize| likeness.places.get(item).map(|place| place.0);
    let mut sums: Map<usize, (f64, bool)> = Map::new();
    for &(other, alike) in likeness.neighbours(item) {
        let (sum, sure) = sums.entry(sets.find(other)).or_default();
        *sum += alike;
        *sure |= alike >= SURE;
    }
    let is_like = |&(set, (sum, sure)): &(usize, (f64, bool))| {
        let members = sets.members(set);
        let others = members.iter().filter(|&&other| article(other) != article(item)).count();
        sure && set != own && members.len() > 1 && sum >= ALSO * as_float(others.min(KEPT_IN_ALL))
    };
    sums.into_iter().filter(is_like).map(|(set, _)| set).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
fn as_float(count: usize) -> f64 {
    count as f64
}

/// The sentences as a group, with the sure pairs in it.
fn group_of(likeness: &Likeness, mut items: Vec<usize>) -> SlotGroup {
    items.order();
    let mut group = SlotGroup::default();
    for (position, &item) in items.iter().enumerate() {
        let Some(&(article, sentence)) = likeness.places.get(item) else { continue };
        group.slots.push(Slot { article, sentence, kind: SlotKind::Sentence });
        for &(other, strength) in likeness.neighbours(item) {
            if other > item
                && strength >= SURE
                && let Ok(b) = items.binary_search(&other)
            {
                group.links.push(SlotLink { a: position, b, strength });
            }
        }
    }
    group.links.order_by(|x, y| y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    group
}

/// Fills in the words that the first slot's sentence shares with at least half of the others, weightiest first.
fn with_topic(readings: &[&Reading], sentences: &Sentences, mut group: SlotGroup) -> SlotGroup {
    let bag = |slot: &Slot| {
        let found =
            sentences.bags.binary_search_by_key(&(slot.article, slot.sentence), |bag| (bag.article, bag.sentence));
        found.ok().and_then(|index| sentences.bags.get(index))
    };
    let Some((first, others)) = group.slots.split_first() else { return group };
    let (Some(own), Some(reading)) = (bag(first), readings.get(first.article)) else { return group };
    let others: Vec<&Bag> = others.iter().filter_map(bag).collect();
    let mut topic: Vec<(f64, usize)> = own
        .occurrences
        .iter()
        .filter_map(|occurrence| {
            let having = others.iter().filter(|other| other.terms.binary_search(&occurrence.term).is_ok()).count();
            let common = 2 * having >= others.len() && !STOP_WORDS.contains(reading.document.word(occurrence.token));
            #[expect(clippy::cast_precision_loss, reason = "a count of sentences")]
            common.then(|| (sentences.weight(occurrence.term) * having as f64, occurrence.token))
        })
        .collect();
    topic.order_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    group.topic = topic.into_iter().map(|(_, token)| token).collect();
    group
}
