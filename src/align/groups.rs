//! Pairs that report the same become groups over all articles, the surest first.

use super::{
    pairs::Pair,
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
const COMPATIBLE: f64 = 0.26;

/// Values that cannot both hold must be surer to answer the same question.
const DIFFERENT: f64 = 0.34;

/// Pairs of sentences that are at least so alike, as links.
pub fn sentence_links(sentences: &Sentences, pairs: &[Pair], least: f64) -> Vec<SentenceLink> {
    let place = |bag: &Bag| (bag.article, bag.sentence);
    pairs
        .iter()
        .filter(|pair| pair.similarity >= least)
        .filter_map(|pair| {
            let (a, b) = (sentences.bags.get(pair.a)?, sentences.bags.get(pair.b)?);
            Some(SentenceLink { a: place(a), b: place(b), strength: pair.similarity })
        })
        .collect()
}

/// Sets of things that are merged step by step; each knows its members.
struct Sets {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Sets {
    fn new(count: usize) -> Self {
        Self { of: (0..count).collect(), members: (0..count).map(|item| vec![item]).collect() }
    }

    fn find(&self, item: usize) -> usize {
        self.of.get(item).copied().unwrap_or(item)
    }

    fn members(&self, set: usize) -> &[usize] {
        self.members.get(set).map_or(&[], Vec::as_slice)
    }

    /// Puts the smaller set into the larger.
    fn merge(&mut self, a: usize, b: usize) {
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
    }
}

/// Groups of values. Values that agree are put together first; then values that differ are put beside them, unless an
/// article is on both sides already: it then speaks of two things.
pub fn values(readings: &[Reading], sentences: &Sentences, mut matches: Vec<Match>) -> Vec<SlotGroup> {
    matches.retain(|found| found.strength >= if found.compatible { COMPATIBLE } else { DIFFERENT });
    matches.order_by(|x, y| {
        y.compatible.cmp(&x.compatible).then(y.strength.total_cmp(&x.strength)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut slots: Vec<Slot> = matches.iter().flat_map(|found| [found.a, found.b]).collect();
    slots.order();
    slots.dedup();
    let number = |slot: &Slot| slots.binary_search(slot).ok();
    let article = |item: usize| slots.get(item).map(|slot| slot.article);
    let mut sets = Sets::new(slots.len());
    let mut links: Vec<(usize, usize, f64)> = Vec::new();
    for found in &matches {
        let (Some(a), Some(b)) = (number(&found.a), number(&found.b)) else { continue };
        let (x, y) = (sets.find(a), sets.find(b));
        if x != y {
            let meets = || sets.members(x).iter().any(|&i| sets.members(y).iter().any(|&j| article(i) == article(j)));
            if !found.compatible && meets() {
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

/// Groups of sentences: a sentence joins a group if it is alike to at least half of the group's other articles.
pub fn statements(readings: &[Reading], sentences: &Sentences, links: &[SentenceLink]) -> Vec<SlotGroup> {
    let mut order: Vec<&SentenceLink> = links.iter().collect();
    order.order_by(|x, y| y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut places: Vec<(usize, usize)> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    places.order();
    places.dedup();
    let number = |place: (usize, usize)| places.binary_search(&place).ok();
    let linked: Map<(usize, usize), f64> =
        links.iter().filter_map(|link| Some(((number(link.a)?, number(link.b)?), link.strength))).collect();
    let are_linked = |a: usize, b: usize| linked.contains_key(&(a.min(b), a.max(b)));
    let mut sets = Sets::new(places.len());
    for link in order {
        let (Some(a), Some(b)) = (number(link.a), number(link.b)) else { continue };
        let (x, y) = (sets.find(a), sets.find(b));
        if x == y {
            continue;
        }
        let (mut all, mut joined) = (0, 0);
        for &i in sets.members(x) {
            for &j in sets.members(y) {
                all += 1;
                joined += usize::from(are_linked(i, j));
            }
        }
        if 2 * joined >= all {
            sets.merge(x, y);
        }
    }
    let mut groups: Map<usize, Vec<usize>> = Map::new();
    for item in 0..places.len() {
        groups.entry(sets.find(item)).or_default().push(item);
    }
    groups
        .into_values()
        .filter(|items| items.len() > 1)
        .map(|items| {
            let slot = |&item: &usize| {
                places.get(item).map(|&(article, sentence)| Slot { article, sentence, kind: SlotKind::Statement })
            };
            let mut links = Vec::new();
            for (a, &i) in items.iter().enumerate() {
                for (b, &j) in items.iter().enumerate().skip(a + 1) {
                    if let Some(&strength) = linked.get(&(i.min(j), i.max(j))) {
                        links.push(SlotLink { a, b, strength });
                    }
                }
            }
            let group = SlotGroup { slots: items.iter().filter_map(slot).collect(), links, topic: Vec::new() };
            with_topic(readings, sentences, group)
        })
        .collect()
}

/// Fills in the words that the first slot's sentence shares with at least half of the others, weightiest first.
fn with_topic(readings: &[Reading], sentences: &Sentences, mut group: SlotGroup) -> SlotGroup {
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
