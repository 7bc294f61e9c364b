//! Searches lists of phrases in running text.

use std::ops::Range;

use crate::{
    document::Document,
    lexicon::{WordMap, text::MAX_PHRASE},
};

/// The longest entry of `list` that the tokens start with: the position after it, and its value.
///
/// Entries are compared in their folded form with one space where the text has any white space.
pub(super) fn longest(document: &Document, tokens: Range<usize>, list: &WordMap) -> Option<(usize, &'static str)> {
    let mut phrase = String::with_capacity(48);
    let mut found = None;
    for token in tokens.take(MAX_PHRASE) {
        push(document, token, &mut phrase);
        if let Some(value) = list.get(&phrase) {
            found = Some((token + 1, value));
        }
    }
    found
}

/// The tokens' folded forms with one space where the text has any white space; nothing where there are too many.
pub(super) fn whole(document: &Document, tokens: Range<usize>) -> Option<String> {
    if tokens.len() > MAX_PHRASE {
        return None;
    }
    let mut phrase = String::with_capacity(48);
    for token in tokens {
        push(document, token, &mut phrase);
    }
    Some(phrase)
}

fn push(document: &Document, token: usize, phrase: &mut String) {
    if !phrase.is_empty() && !document.is_glued(token) {
        phrase.push(' ');
    }
    phrase.push_str(document.word(token));
}
