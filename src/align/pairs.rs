//! Pairs of sentences of different articles that may report the same thing.

use super::terms::Sentences;
use crate::order::Order;

/// Two sentences with words in common.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// A position in [`Sentences::bags`].
    pub a: usize,
    /// A position in [`Sentences::bags`], of a later article.
    pub b: usize,
    /// How alike they are, from 0 to 1; see [`Sentences::likeness`].
    pub similarity: f64,
}

/// A term that more than this share of the sentences have does not propose pairs.
const TOO_COMMON: usize = 6;

/// A term in so few sentences always proposes pairs.
const ALWAYS_TELLING: usize = 24;

/// A term in more sentences than this never does, however many there are: it would make the search quadratic.
const NEVER_TELLING: usize = 200;

/// Pairs less alike than this are not looked at again.
const LEAST: f64 = 0.08;

/// Two sentences with fewer terms in common say nothing of each other.
const FEWEST: usize = 2;

/// For a sentence, so many of another article's sentences are kept.
const KEPT: usize = 3;

/// For a sentence, so many of all other articles' sentences are kept.
pub const KEPT_IN_ALL: usize = 24;

/// All pairs worth a closer look, by `a` and `b`.
pub fn find(sentences: &Sentences) -> Vec<Pair> {
    let total = sentences.bags.len();
    let limit = (total / TOO_COMMON).clamp(ALWAYS_TELLING, NEVER_TELLING);
    let mut pairs = Vec::new();
    let mut shared = vec![0.0_f64; total];
    let mut touched: Vec<usize> = Vec::new();
    for (index, bag) in sentences.bags.iter().enumerate() {
        let mut passed_over = 0.0;
        for &term in &bag.terms {
            let weight = sentences.weight(term);
            let Some(postings) = sentences.postings.get(term).filter(|postings| postings.len() <= limit) else {
                passed_over += weight;
                continue;
            };
            for &other in postings {
                if let Some(sum) = shared.get_mut(other) {
                    if *sum == 0.0 {
                        touched.push(other);
                    }
                    *sum += weight;
                }
            }
        }
        touched.order();
        let mut candidates: Vec<Pair> = touched
            .iter()
            .filter_map(|&other| {
                let found = sentences.bags.get(other).filter(|found| found.article != bag.article)?;
                // The too common terms have been passed over as proposers; in the measure they count.
                let most = shared.get(other).map_or(0.0, |sum| sum + passed_over);
                if Sentences::likeness(most, bag, found) < LEAST {
                    return None;
                }
                let (sum, count) = common(sentences, &bag.terms, &found.terms);
                if count < FEWEST {
                    return None;
                }
                let similarity = Sentences::likeness(sum, bag, found);
                (similarity >= LEAST).then_some(Pair { a: index, b: other, similarity })
            })
            .collect();
        for other in touched.drain(..) {
            if let Some(sum) = shared.get_mut(other) {
                *sum = 0.0;
            }
        }
        candidates.order_by(|x, y| y.similarity.total_cmp(&x.similarity).then(x.b.cmp(&y.b)));
        keep_best(sentences, candidates, &mut pairs);
    }
    // Each pair was met from both sides, and is kept if either side keeps it.
    for pair in &mut pairs {
        if pair.a > pair.b {
            std::mem::swap(&mut pair.a, &mut pair.b);
        }
    }
    pairs.order_by_key(|pair| (pair.a, pair.b));
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    pairs
}

/// Adds the first [`KEPT`] candidates of each article, [`KEPT_IN_ALL`] at most.
fn keep_best(sentences: &Sentences, candidates: Vec<Pair>, pairs: &mut Vec<Pair>) {
    let mut kept: Vec<(usize, usize)> = Vec::new();
    let most = pairs.len() + KEPT_IN_ALL;
    for pair in candidates {
        if pairs.len() >= most {
            break;
        }
        let Some(article) = sentences.bags.get(pair.b).map(|bag| bag.article) else { continue };
        let count = match kept.iter_mut().find(|(known, _)| *known == article) {
            Some((_, count)) => count,
            None => {
                kept.push((article, 0));
                let Some((_, count)) = kept.last_mut() else { continue };
                count
            }
        };
        if *count < KEPT {
            *count += 1;
            pairs.push(pair);
        }
    }
}

/// The weight and the number of the terms that stand in both lists, which are sorted.
pub fn common(sentences: &Sentences, a: &[usize], b: &[usize]) -> (f64, usize) {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let (mut sum, mut count) = (0.0, 0);
    while let (Some(&&x), Some(&&y)) = (a.peek(), b.peek()) {
        if x == y {
            sum += sentences.weight(x);
            count += 1;
        }
        if x <= y {
            a.next();
        }
        if y <= x {
            b.next();
        }
    }
    (sum, count)
}
