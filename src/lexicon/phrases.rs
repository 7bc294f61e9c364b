//! Phrases of news prose: those that everybody writes alike, and openings that lean on the sentence before.

use crate::lexicon::{List, WordSet, list};

/// Stretches that every newsroom writes alike, so that two articles that have them need not have copied:
/// `did not immediately respond to a request for comment`. Folded words with single spaces.
pub static STOCK_PHRASES: WordSet = WordSet::new(list!("stock_phrases"));

/// Words and phrases which, at the start of a sentence, point back to what was said before it: `however`, `he`.
/// Folded words with single spaces.
pub static LEANING_OPENINGS: WordSet = WordSet::new(list!("leaning_openings"));

/// The pronouns that stand for people, who must have been named before: `she`. Folded words.
pub static POINTING_PRONOUNS: WordSet = WordSet::new(list!("pointing_pronouns"));

/// The pronouns by which a text speaks of its writer or its readers: `we`. Folded words.
pub static FIRST_PERSON: WordSet = WordSet::new(list!("first_person"));

/// How many of `words`, from the first on, make the longest phrase of `phrases`; none where no phrase begins there.
pub fn longest_match<'a>(phrases: &WordSet, words: impl Iterator<Item = &'a str>) -> Option<usize> {
    let (mut phrase, mut longest) = (String::new(), None);
    for (index, word) in words.enumerate() {
        if index > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if phrases.contains(&phrase) {
            longest = Some(index + 1);
        }
        if !phrases.extends(&phrase) {
            break;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let check = |phrases: &WordSet, words: &str, expected: Option<usize>| {
            assert_eq!(longest_match(phrases, words.split(' ')), expected, "{words}");
        };
        check(&LEANING_OPENINGS, "however it ended", Some(1));
        check(&LEANING_OPENINGS, "in addition to", Some(2));
        check(&LEANING_OPENINGS, "in lisbon on monday", None);
        check(&STOCK_PHRASES, "did not immediately respond to a request for comment on monday", Some(9));
        check(&STOCK_PHRASES, "did not sign", None);
    }
}
