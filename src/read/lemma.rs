//! Finds each word's dictionary form.

use crate::{
    document::{Document, TokenKind},
    lexicon::lemmas::lemmatize as find,
    span::Span,
};

/// Fills in the lemma of every token. The document must be tagged.
pub(crate) fn lemmatize(document: &mut Document) {
    let mut lemma = String::new();
    for at in 0..document.tokens.len() {
        lemma.clear();
        if document.kind(at) == Some(TokenKind::Word) {
            find(document.word(at), document.tag(at), &mut lemma);
        }
        let start = document.folded.len();
        let new = !lemma.is_empty() && lemma != document.word(at);
        if let Some(token) = document.tokens.get_mut(at) {
            token.lemma = if new { Span::new(start, start + lemma.len()) } else { token.folded };
        }
        if new {
            document.folded.push_str(&lemma);
        }
    }
}
