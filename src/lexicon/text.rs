//! How running text is written: abbreviations, furniture, languages.

use super::{List, WordMap, WordSet, list};

/// Abbreviations without their full stop, in lower case, each with the name of its [`Abbreviation`].
pub static ABBREVIATIONS: WordMap = WordMap::new(list!("abbreviations"));

/// Words that, with a colon after them, say whom a picture is from.
pub static CREDIT_WORDS: WordSet = WordSet::new(list!("credit_words"));

/// Words of lines that only say when an article was published or changed.
pub static DATE_LINE_WORDS: WordSet = WordSet::new(list!("date_line_words"));

/// Words that stand before a dash as a dateline does, and are no place.
pub static DATELINE_LABELS: WordSet = WordSet::new(list!("dateline_labels"));

/// Lines that are not the story when they stand alone, without the mark at their end, each with its sort.
pub static FURNITURE_LINES: WordMap = WordMap::new(list!("furniture_lines"));

/// How sentences begin that are not the story, each with its sort.
pub static FURNITURE_OPENINGS: WordMap = WordMap::new(list!("furniture_openings"));

/// Agencies and outlets as they are credited, each with its usual name.
pub static AGENCIES: WordMap = WordMap::new(list!("agencies"));

/// Names of HTML's character references, each with its character. Case matters.
pub static ENTITIES: WordMap = WordMap::new(list!("html_entities"));

/// Words in the classes and ids of HTML elements, each with what it says of the element.
pub static PAGE_WORDS: WordMap = WordMap::new(list!("page_words"));

/// Function words of languages in Latin letters, each with the codes of its languages, parted by spaces.
pub static LANGUAGE_WORDS: WordMap = WordMap::new(list!("language_words"));

/// How notices read that say that a text goes on elsewhere.
pub static CUT_NOTICES: WordSet = WordSet::new(list!("cut_notices"));

/// The most tokens that an entry of [`AGENCIES`], [`FURNITURE_LINES`] or [`FURNITURE_OPENINGS`] has.
pub const MAX_PHRASE: usize = 8;

/// How the full stop of an abbreviation behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Before a capitalised name, and never at a sentence's end: `Gen. Smith`.
    Title,
    /// Only before a number: `No. 5`. Elsewhere the word is a word and the stop ends the sentence.
    Number,
    /// Within a sentence: `vs.`, `e.g.`.
    Inner,
    /// Anywhere, with a capital of its own: `Inc.`, `Jan.`, `Calif.`.
    Capital,
    /// Anywhere: `etc.`.
    Any,
}

/// What is known of `word` as an abbreviation; `word` in lower case, without its last full stop.
#[must_use]
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    Some(match ABBREVIATIONS.get(word)? {
        "title" => Abbreviation::Title,
        "number" => Abbreviation::Number,
        "inner" => Abbreviation::Inner,
        "capital" => Abbreviation::Capital,
        _ => Abbreviation::Any,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_has_a_kind_and_is_found() {
        for (word, kind) in ABBREVIATIONS.iter() {
            assert!(["title", "number", "inner", "capital", "any"].contains(&kind), "{word}: {kind:?}");
            assert!(abbreviation(word).is_some(), "{word}");
        }
    }

    #[test]
    fn every_entry_has_a_sort_that_is_known() {
        let furniture = ["byline", "caption", "contributor", "credit", "heading", "promo", "other"];
        for (entry, sort) in FURNITURE_LINES.iter().chain(FURNITURE_OPENINGS.iter()) {
            assert!(furniture.contains(&sort), "{entry}: {sort:?}");
            assert!(entry.split(' ').count() <= MAX_PHRASE, "{entry} is too long to be found");
            assert_eq!(entry, entry.to_lowercase());
        }
        for (entry, sort) in PAGE_WORDS.iter() {
            assert!(["skip", "comments", "body", "caption"].contains(&sort), "{entry}: {sort:?}");
        }
        for (entry, name) in AGENCIES.iter() {
            assert!(!name.is_empty() && entry == entry.to_lowercase(), "{entry}: {name:?}");
        }
        for (name, character) in ENTITIES.iter() {
            assert_eq!(character.chars().count(), 1, "{name}");
        }
    }
}
