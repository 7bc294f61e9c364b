//! Tables of results, where a team stands as its town does: `Boston 3 Toronto 2`, `BOSTON AT TORONTO`.

use std::ops::Range;

use super::{
    before,
    evidence::{Evidence, Listed},
};
use crate::document::{Document, TokenKind};

/// Whether the token is a figure of a score.
pub(super) fn is_score(document: &Document, token: usize) -> bool {
    document.kind(token) == Some(TokenKind::Number) && document.raw(token).len() <= 3
}

/// Whether the name stands where tables of results have a team: before its score, or, without a number of its own in a
/// ranking, before a country in brackets and the score; `BOSTON 3 TORONTO 2`, `Norvik (Norway) 82`.
pub(super) fn is_team(document: &Document, evidence: &Evidence, tokens: &Range<usize>) -> bool {
    let country = |token: usize| match evidence.listed(token) {
        Some((end, Listed::Country)) => Some(end),
        _ => None,
    };
    let ranked = before(document, tokens.start).is_some_and(|token| document.word(token) == ".");
    if ranked || country(tokens.start) == Some(tokens.end) {
        return false;
    }
    let close = match (document.word(tokens.end), country(tokens.end + 1)) {
        ("(", Some(close)) if document.word(close) == ")" && tokens.len() == 1 => close + 1,
        _ => tokens.end,
    };
    // A player has one figure, a team a row of them or an opponent.
    let numbers = || {
        let sentence = document.tokens.get(close).and_then(|token| document.sentence_at(token.span.start));
        let sentence = sentence.and_then(|index| document.sentences.get(index));
        sentence.map_or(0, |sentence| {
            sentence.tokens.clone().filter(|&token| document.kind(token) == Some(TokenKind::Number)).count()
        })
    };
    is_score(document, close) && is_table(document, close) && (tokens.len() == 1 || numbers() > 1)
}

/// Whether the sentence at `token` is a row of a table: names and figures only.
pub(super) fn is_table(document: &Document, token: usize) -> bool {
    let sentence = document
        .tokens
        .get(token)
        .and_then(|token| document.sentence_at(token.span.start))
        .and_then(|index| document.sentences.get(index));
    let Some(sentence) = sentence else { return false };
    let mut tokens = sentence.tokens.clone();
    tokens.all(|token| document.kind(token) != Some(TokenKind::Word) || document.is_capitalized(token))
}

/// Whether the name is one of two of which the line consists: the team that plays `AT` the other's place.
pub(super) fn is_visitor(document: &Document, evidence: &Evidence, at: usize, close: usize) -> bool {
    let line = document.tokens.get(at).and_then(|token| document.sentence_at(token.span.start));
    let line = line.and_then(|index| document.sentences.get(index)).map(|sentence| sentence.tokens.clone());
    let host = evidence.listed(close + 1).map(|(end, _)| end);
    document.word(close) == "at" && line.is_some_and(|line| line.start == at && Some(line.end) == host)
}
