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
    pub fn of(readings: &[Reading], cast: &Cast) -> Self {
        let mut sentences = Self::gather(readings, cast);
        #[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52 sentences")]
        let idf = |total: usize, count: usize| libm::log(1.0 + total as f64 / (count as f64 + 0.5));
        let total = sentences.bags.len();
        let full = idf(total.max(1), 1);
        for (weight, postings) in sentences.weights.iter_mut().zip(&sentences.postings) {
            *weight *= idf(total, postings.len()) / full;
        }
        sentences.weigh();
        sentences
    }

    /// Two articles with nothing known but English itself: no term is weighed by how often the story has it.
    pub fn of_two(readings: &[Reading; 2]) -> Self {
        let mut sentences = Self::gather(readings, &Cast::default());
        sentences.weigh();
        sentences
    }

    fn gather(readings: &[Reading], cast: &Cast) -> Self {
        let mut numbers: HashMap<Key, usize> = HashMap::new();
        let mut sentences = Self::default();
        for (article, reading) in readings.iter().enumerate() {
            let document = &reading.document;
            let entities = entities_by_token(reading, cast, article);
            for (index, sentence) in document.story_sentences() {
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
                sentences.bags.push(Bag { article, sentence: index, occurrences, terms, weight: 0.0 });
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

    /// How alike two bags are whose common terms weigh `shared`: the mean of how much of the lighter one and how much of
    /// both is common, so that one sentence may say more than the other.
    pub fn measure(shared: f64, a: f64, b: f64) -> f64 {
        let (low, both) = (a.min(b), a + b - shared);
        if low <= 0.0 || both <= 0.0 { 0.0 } else { (0.5 * shared / low + 0.5 * shared / both).min(1.0) }
    }

    /// The measure between all sentences of the first article and all of the second.
    pub fn whole_similarity(&self) -> f64 {
        let mut weights = [0.0; 2];
        let mut shared = 0.0;
        for (postings, &weight) in self.postings.iter().zip(&self.weights) {
            let in_article =
                |wanted: usize| postings.iter().any(|&bag| self.bags.get(bag).is_some_and(|bag| bag.article == wanted));
            let [a, b] = [in_article(0), in_article(1)];
            for (sum, present) in weights.iter_mut().zip([a, b]) {
                *sum += if present { weight } else { 0.0 };
            }
            shared += if a && b { weight } else { 0.0 };
        }
        let [a, b] = weights;
        Self::measure(shared, a, b)
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
        TokenKind::Number => Some((Key::Class(document.word(token).to_owned()), 0.6)),
        _ => None,
    }
}
