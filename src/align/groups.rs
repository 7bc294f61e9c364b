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
const COMPATIBLE: f64 = 0.2;

/// Values that cannot both hold must be surer to answer the same question.
const DIFFERENT: f64 = 0.2;

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

/// Sets of things that are merged step by step; each knows its members and their articles.
struct Sets {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// A bit for each article; a story has no more of them than a number has bits.
    articles: Vec<u64>,
}

impl Sets {
    /// A set for each item, given the item's article.
    fn new(articles: impl Iterator<Item = usize>) -> Self {
        let articles: Vec<u64> = articles.map(|article| 1 << (article % 64)).collect();
        let items = 0..articles.len();
        Self { of: items.clone().collect(), members: items.map(|item| vec![item]).collect(), articles }
    }

    fn find(&self, item: usize) -> usize {
        self.of.get(item).copied().unwrap_or(item)
    }

    fn members(&self, set: usize) -> &[usize] {
        self.members.get(set).map_or(&[], Vec::as_slice)
    }

    /// Whether an article has members in both.
    fn share_an_article(&self, a: usize, b: usize) -> bool {
        matches!((self.articles.get(a), self.articles.get(b)), (Some(a), Some(b)) if a & b != 0)
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
        let articles = self.articles.get(gone).copied().unwrap_or(0);
        if let Some(all) = self.articles.get_mut(keep) {
            *all |= articles;
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
    let mut sets = Sets::new(slots.iter().map(|slot| slot.article));
    let mut links: Vec<(usize, usize, f64)> = Vec::new();
    for found in &matches {
        let (Some(a), Some(b)) = (number(&found.a), number(&found.b)) else { continue };
        let (x, y) = (sets.find(a), sets.find(b));
        if x != y {
            if !found.compatible && sets.share_an_article(x, y) {
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

/// Groups of sentences: two groups become one if at least half of the pairs between them are alike.
pub fn statements(readings: &[Reading], sentences: &Sentences, links: &[SentenceLink]) -> Vec<SlotGroup> {
    let mut places: Vec<(usize, usize)> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    places.order();
    places.dedup();
    let number = |place: (usize, usize)| places.binary_search(&place).ok();
    let mut order: Vec<(usize, usize, f64)> =
        links.iter().filter_map(|link| Some((number(link.a)?, number(link.b)?, link.strength))).collect();
    order.order_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    for &(a, b, _) in &order {
        for (item, other) in [(a, b), (b, a)] {
            if let Some(neighbours) = neighbours.get_mut(item) {
                neighbours.push(other);
            }
        }
    }
    let mut sets = Sets::new(places.iter().map(|&(article, _)| article));
    for &(a, b, _) in &order {
        let (x, y) = (sets.find(a), sets.find(b));
        if x == y {
            continue;
        }
        let (few, many) = if sets.members(x).len() < sets.members(y).len() { (x, y) } else { (y, x) };
        let joined: usize = sets
            .members(few)
            .iter()
            .filter_map(|&item| neighbours.get(item))
            .map(|neighbours| neighbours.iter().filter(|&&other| sets.find(other) == many).count())
            .sum();
        if 2 * joined >= sets.members(x).len() * sets.members(y).len() {
            sets.merge(x, y);
        }
    }
    let mut groups: Map<usize, SlotGroup> = Map::new();
    let mut position = vec![0; places.len()];
    for (item, &(article, sentence)) in places.iter().enumerate() {
        let group = groups.entry(sets.find(item)).or_default();
        if let Some(position) = position.get_mut(item) {
            *position = group.slots.len();
        }
        group.slots.push(Slot { article, sentence, kind: SlotKind::Statement });
    }
    for &(a, b, strength) in &order {
        let set = sets.find(a);
        if set == sets.find(b)
            && let (Some(group), Some(&a), Some(&b)) = (groups.get_mut(&set), position.get(a), position.get(b))
        {
            group.links.push(SlotLink { a, b, strength });
        }
    }
    let several = groups.into_values().filter(|group| group.slots.len() > 1);
    several.map(|group| with_topic(readings, sentences, group)).collect()
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
