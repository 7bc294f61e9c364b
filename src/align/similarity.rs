//! How alike two sentences are of which nothing else is known: no story tells which of their words are rare.

use crate::{
    document::{Document, TokenKind},
    lexicon::{meaning, measure},
    order::Order,
    reading::Reading,
    word::is_one_of,
};

/// A word without meaning of its own (`the`, `of`) weighs so much; a word that is not common weighs 1.
const EMPTY: f64 = 0.14;

/// A word of a name weighs so much of another: who it was is known from either sentence, what was done tells them apart.
const NAMED: f64 = 0.7;

/// A verb weighs so much of another word, for the same reason.
const DONE: f64 = 1.2;

/// A verb that only says that somebody said it weighs so much: what was said tells.
const SAID: f64 = 0.5;

/// Such verbs.
const SAYING: &str = "say tell add report accord claim state note announce explain write";

/// A number in figures weighs so much,
const FIGURE: f64 = 1.2;

/// and one in words so much: `two` and `three` are often said in passing.
const NUMBER_WORD: f64 = 0.7;

/// Words that begin alike for at least so many bytes, one less where that is all of a word, are partly the same,
const ROOT: usize = 4;

/// if that is so much of the longer one.
const ROOT_SHARE: f64 = 0.55;

/// What such words have in common weighs so much of it.
const KIN: f64 = 0.6;

/// So much weight in common makes the evidence half as sure as it can be.
const EVIDENCE: f64 = 3.0;

/// A distinct word of a sentence.
struct Term<'a> {
    class: &'a str,
    weight: f64,
    number: bool,
    /// Whether the other sentence has it too.
    met: bool,
}

/// How alike two sentences are, from 0 to 1 and in either order: the weight of what they have in common (Dice's
/// coefficient), less where each gives numbers that the other has not, and less where it is little.
pub fn of(sentences: [&Reading; 2]) -> f64 {
    let [mut a, mut b] = sentences.map(|reading| terms(&reading.document));
    let all: f64 = a.iter().chain(&b).map(|term| term.weight).sum();
    let mut shared = 0.0;
    for term in &mut a {
        if let Ok(found) = b.binary_search_by(|other| other.class.cmp(term.class))
            && let Some(other) = b.get_mut(found)
        {
            (term.met, other.met) = (true, true);
            shared += term.weight.min(other.weight);
        }
    }
    shared += KIN * (kin(&a, &b) + kin(&b, &a));
    if shared <= 0.0 {
        return 0.0;
    }
    let [numbers, others] =
        [&a, &b].map(|terms| terms.iter().filter(|term| term.number && !term.met).map(|term| term.weight).sum::<f64>());
    shared *= 1.0 - 2.0 * numbers.min(others) / all;
    let share = 2.0 * shared / all;
    let evidence = (shared + EVIDENCE * share) / (shared + EVIDENCE);
    (share * evidence).sqrt().clamp(0.0, 1.0)
}

/// The words of a text, by class.
fn terms(document: &Document) -> Vec<Term<'_>> {
    let mut terms: Vec<Term<'_>> = (0..document.tokens.len())
        .filter_map(|token| {
            let word = document.word(token);
            let value = measure::CARDINALS.get(word).filter(|_| word != "one");
            let figure = match document.kind(token)? {
                TokenKind::Word => false,
                TokenKind::Number => true,
                _ => return None,
            };
            let lemma = document.lemma(token);
            let (class, weight) = match value {
                _ if figure => (word, FIGURE),
                Some(value) => (value, NUMBER_WORD),
                None => {
                    let weight = meaning::information(lemma).sqrt().max(EMPTY);
                    let says = is_one_of(lemma, SAYING);
                    let factor = match document.tag(token) {
                        tag if tag.is_proper() => NAMED,
                        _ if says => SAID,
                        tag if tag.is_verb() => DONE,
                        _ => 1.0,
                    };
                    (meaning::class(lemma), weight * factor)
                }
            };
            let number = figure || value.is_some();
            Some(Term { class, weight, number, met: false })
        })
        .collect();
    terms.order_by(|x, y| x.class.cmp(y.class).then(y.weight.total_cmp(&x.weight)));
    terms.dedup_by(|later, earlier| later.class == earlier.class);
    terms
}

/// The weight of what the words of `a` have in common with words of `b` that begin like them: `Ukraine`, `Ukrainian`.
fn kin(a: &[Term<'_>], b: &[Term<'_>]) -> f64 {
    let open = |term: &&Term<'_>| !term.met && !term.number;
    let best = |term: &Term<'_>| {
        b.iter()
            .filter(open)
            .map(|other| root(term.class, other.class) * term.weight.min(other.weight))
            .fold(0.0, f64::max)
    };
    a.iter().filter(open).map(best).sum()
}

/// How much of the longer of two words is their common beginning; 0 where that is too short to be a root.
fn root(a: &str, b: &str) -> f64 {
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let longer = a.len().max(b.len());
    #[expect(clippy::cast_precision_loss, reason = "the length of a word")]
    let share = common as f64 / longer as f64;
    let least = if common == a.len().min(b.len()) { ROOT - 1 } else { ROOT };
    if common >= least && share >= ROOT_SHARE { share } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::root;
    use crate::similarity;

    #[test]
    fn words_of_one_root_are_partly_the_same() {
        let check = |a: &str, b: &str, expected: f64| assert!((root(a, b) - expected).abs() < 1e-9, "{a} {b}");
        check("ukrain", "ukrainian", 2.0 / 3.0);
        check("iran", "iraq", 0.0);
        check("transport", "transmit", 5.0 / 9.0);
        check("oil", "oily", 3.0 / 4.0);
        check("trade", "tradition", 0.0);
        check("inter", "international", 0.0);
        check("flood", "rain", 0.0);
    }

    /// A pair of sentences is more alike than another with the same first sentence.
    #[test]
    fn what_tells_more() {
        let check = |sentence: &str, near: &str, far: &str| {
            let (near, far) = (similarity(sentence, near), similarity(sentence, far));
            assert!(near > far, "{sentence}: {near} {far}");
        };
        let closed = "The council closed two schools in Averby.";
        check(closed, "Averby council shuts 2 schools.", "Averby council shuts 3 schools.");
        check(closed, "Two schools were closed by the council.", "The council opened two parks in Averby.");
        check(
            closed,
            "The council closed two schools, an official told reporters.",
            "An official said the council met.",
        );
        check(
            "The lawyer sued the airline.",
            "The attorney filed a suit against a carrier.",
            "The lawyer left the ship.",
        );
    }
}
