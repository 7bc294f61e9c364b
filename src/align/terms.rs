//! Sentences as bags of weighted terms.

use std::collections::HashMap;

use crate::{
    document::{Document, TokenKind},
    entity::{Cast, EntityKind},
    lexicon::meaning,
    order::Map,
    order::Order,
    reading::Reading,
};

/// So much weight in common makes the evidence half as sure as it can be.
const EVIDENCE: f64 = 1.0;

/// So many of an article's first sentences are its opening.
const OPENING: usize = 2;

/// What it adds to the likeness of two sentences that both open an article: there every outlet tells the same.
const BOTH_OPEN: f64 = 0.1;

/// A term of a sentence: what it is, and where it stands there.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence {
    /// Which term.
    pub term: usize,
    /// The token, as a position in the document's tokens; for a name its first token.
    pub token: usize,
}

/// A story sentence of one article.
#[derive(Clone, Debug)]
pub struct Bag {
    /// The article's position.
    pub article: usize,
    /// The sentence's position in its document.
    pub sentence: usize,
    /// Its terms in the order of the text, repetitions included.
    pub occurrences: Vec<Occurrence>,
    /// Its distinct terms, in order of their numbers.
    pub terms: Vec<usize>,
    /// The sum of its distinct terms' weights.
    pub weight: f64,
    /// Whether it is one of the article's first, where news tells what happened.
    pub opens: bool,
}

/// All story sentences of all articles, as bags of terms.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    /// The sentences, by article and position.
    pub bags: Vec<Bag>,
    /// The weight of each term.
    pub weights: Vec<f64>,
    /// For each term, the positions in `bags` of the sentences that have it, in order.
    pub postings: Vec<Vec<usize>>,
}

/// What makes two words the same term.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    /// An entity of the cast.
    Entity(usize),
    /// A class of words.
    Class(String),
}

impl Sentences {
    /// The sentences of a story. A term weighs the more, the fewer sentences of the story have it, and the less common
    /// it is in English.
    pub fn of(readings: &[&Reading], cast: &Cast) -> Self {
        let mut sentences = Self::gather(readings, cast);
        #[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52 sentences")]
        let idf = |total: usize, count: usize| libm::log(1.0 + total as f64 / (count as f64 + 0.5));
        let total = sentences.bags.len();
        let full = idf(total.max(1), 1);
        for (weight, postings) in sentences.weights.iter_mut().zip(&sentences.postings) {
            // Roots, since what a story is about stands in many of its sentences and still tells which of them are alike.
            *weight = (*weight * idf(total, postings.len()) / full).sqrt();
        }
        sentences.weigh();
        sentences
    }

    fn gather(readings: &[&Reading], cast: &Cast) -> Self {
        let mut numbers: HashMap<Key, usize> = HashMap::new();
        let mut sentences = Self::default();
        for (article, reading) in readings.iter().enumerate() {
            let document = &reading.document;
            let entities = entities_by_token(reading, cast, article);
            for (at, (index, sentence)) in document.story_sentences().enumerate() {
                let mut occurrences = Vec::new();
                let mut previous = None;
                for token in sentence.tokens.clone() {
                    let entity = entities.get(&token).copied();
                    // A name of several tokens is one occurrence of its entity.
                    if entity.is_some() && entity == previous {
                        continue;
                    }
                    previous = entity;
                    let Some((key, information)) = key(document, token, entity, cast) else { continue };
                    let next = numbers.len();
                    let term = *numbers.entry(key).or_insert(next);
                    if term == sentences.weights.len() {
                        sentences.weights.push(information);
                        sentences.postings.push(Vec::new());
                    }
                    occurrences.push(Occurrence { term, token });
                }
                let mut terms: Vec<usize> = occurrences.iter().map(|occurrence| occurrence.term).collect();
                terms.order();
                terms.dedup();
                for &term in &terms {
                    if let Some(postings) = sentences.postings.get_mut(term) {
                        postings.push(sentences.bags.len());
                    }
                }
                let opens = at < OPENING;
                sentences.bags.push(Bag { article, sentence: index, occurrences, terms, weight: 0.0, opens });
            }
        }
        sentences
    }

    fn weigh(&mut self) {
        for bag in &mut self.bags {
            bag.weight = bag.terms.iter().filter_map(|&term| self.weights.get(term)).sum();
        }
    }

    /// The weight of a term.
    pub fn weight(&self, term: usize) -> f64 {
        self.weights.get(term).copied().unwrap_or(0.0)
    }

    /// How much two bags have in common whose common terms weigh `shared`, from 0 to 1: its share of both (Dice's
    /// coefficient), less where it is little evidence.
    pub fn measure(shared: f64, a: f64, b: f64) -> f64 {
        if shared <= 0.0 {
            return 0.0;
        }
        let share = (2.0 * shared / (a + b)).min(1.0);
        share * ((shared + EVIDENCE * share) / (shared + EVIDENCE)).sqrt()
    }

    /// How alike two sentences are whose common terms weigh `shared`.
    pub fn likeness(shared: f64, a: &Bag, b: &Bag) -> f64 {
        let opening = if a.opens && b.opens { BOTH_OPEN } else { 0.0 };
        (Self::measure(shared, a.weight, b.weight) + opening).min(1.0)
    }
}

/// For each token of a name, the entity that it names.
fn entities_by_token(reading: &Reading, cast: &Cast, article: usize) -> Map<usize, usize> {
    let resolved = cast.names.get(article).map_or(&[][..], Vec::as_slice);
    let names = reading.extraction.names.iter().zip(resolved);
    names
        .filter_map(|(name, entity)| Some((name.tokens.clone(), (*entity)?)))
        .flat_map(|(tokens, entity)| tokens.map(move |token| (token, entity)))
        .collect()
}

/// What the token is as a term, and how much such a term tells by itself.
fn key(document: &Document, token: usize, entity: Option<usize>, cast: &Cast) -> Option<(Key, f64)> {
    if let Some(entity) = entity {
        let kind = cast.entities.get(entity).map(|entity| entity.kind);
        // Who and where is less of a report than what is done.
        let information = if kind == Some(EntityKind::Place) { 0.8 } else { 1.0 };
        return Some((Key::Entity(entity), information));
    }
    match document.kind(token)? {
        TokenKind::Word => {
            let lemma = document.lemma(token);
            let information = meaning::information(lemma);
            let long_enough = lemma.len() > 1;
            (information > 0.0 && long_enough).then(|| (Key::Class(meaning::class(lemma).to_owned()), information))
        }
        TokenKind::Number => Some((Key::Class(document.word(token).to_owned()), 1.0)),
        _ => None,
    }
}
