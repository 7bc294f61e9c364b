//! What sentences say, as concepts that can be counted, and what each concept weighs.

use crate::{
    document::{Document, TokenKind},
    letter,
    lexicon::STOP_WORDS,
    order::Order,
    order::Set,
    reading::Reading,
    summarize::candidates::Candidate,
};

/// What a word weighs more if all headlines have it.
const TITLE: f64 = 2.0;
/// What a pair of neighbours weighs beside a single word.
const PAIR: f64 = 3.0;

/// Words, and pairs of neighbouring words, of which at least one says something.
pub struct Concepts {
    weights: Vec<f64>,
}

/// A concept as it stands in a sentence: one lemma, or two neighbours of which the second may be none.
type Key<'a> = (&'a str, &'a str);

impl Concepts {
    /// Finds the concepts of every candidate and weighs them. `texts` gives for each article the text it belongs to.
    pub fn of(readings: &[Reading], candidates: &mut [Candidate], texts: &[usize]) -> Self {
        let mut found: Vec<(Key<'_>, usize, usize)> = Vec::new();
        for (index, candidate) in candidates.iter().enumerate() {
            let Some(reading) = readings.get(candidate.article) else { continue };
            let text = texts.get(candidate.article).copied().unwrap_or(candidate.article);
            let keys = keys(&reading.document, candidate.sentence);
            found.extend(keys.into_iter().map(|key| (key, text, index)));
        }
        found.order();
        found.dedup();
        let titles = Titles::of(readings, texts);
        let all = texts.iter().collect::<Set<_>>().len();
        let sentences = candidates.len();
        let mut weights = Vec::new();
        for places in found.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(key, ..)) = places.first() else { continue };
            // In a single text, what is said in more sentences weighs more.
            let said = if all > 1 {
                part(places.chunk_by(|a, b| a.1 == b.1).count(), all)
            } else {
                part(places.len(), sentences)
            };
            for &(_, _, index) in places {
                if let Some(candidate) = candidates.get_mut(index) {
                    candidate.concepts.push(weights.len());
                }
            }
            // The square is the part of all pairs of texts that have it in common; two words together say more when they
            // are in most texts, since they are then what the event is called.
            weights.push(match key {
                (word, "") => said * said + TITLE * part(titles.count(word), all),
                _ => PAIR * said * said * said.sqrt(),
            });
        }
        Self { weights }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// What the concept at that position weighs.
    pub fn weight(&self, concept: usize) -> f64 {
        self.weights.get(concept).copied().unwrap_or(0.0)
    }
}

fn keys(document: &Document, sentence: usize) -> Vec<Key<'_>> {
    let Some(sentence) = document.sentences.get(sentence) else { return Vec::new() };
    let mut keys = Vec::new();
    let mut before: Option<(&str, bool)> = None;
    for token in sentence.tokens.clone() {
        let full = match document.kind(token) {
            Some(TokenKind::Word) => !STOP_WORDS.contains(document.word(token)),
            Some(TokenKind::Number) => true,
            _ => continue,
        };
        let lemma = document.lemma(token);
        if full {
            keys.push((lemma, ""));
        }
        if let Some((first, first_full)) = before
            && (full || first_full)
        {
            keys.push((first, lemma));
        }
        before = Some((lemma, full));
    }
    keys
}

/// The words of all headlines, each once a text.
struct Titles {
    words: Vec<(String, usize)>,
}

impl Titles {
    fn of(readings: &[Reading], texts: &[usize]) -> Self {
        let mut words: Vec<(String, usize)> = Vec::new();
        for (reading, &text) in readings.iter().zip(texts) {
            let title = reading.document.title.as_deref().unwrap_or("");
            let split =
                title.split(|character: char| !letter::is_letter_or_figure(character)).filter(|word| !word.is_empty());
            words.extend(split.map(|word| (letter::to_small(word), text)));
        }
        words.order();
        words.dedup();
        Self { words }
    }

    /// How many texts have `lemma`, or a word that differs from it by its last letters only, in a headline.
    fn count(&self, lemma: &str) -> usize {
        let start = self.words.partition_point(|(word, _)| word.as_str() < lemma);
        let same = self.words.get(start..).unwrap_or(&[]).iter();
        let same = same.take_while(|(word, _)| word.starts_with(lemma)).filter(|(word, _)| {
            word.get(lemma.len()..).is_some_and(|ending| matches!(ending, "" | "s" | "es" | "d" | "ed" | "ing"))
        });
        same.map(|&(_, text)| text).collect::<Set<_>>().len()
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn part(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}
