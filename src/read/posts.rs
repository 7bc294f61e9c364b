//! The signature under a post of a social network, as pages that embed it leave it in their text:
//! `— Harbour Office (@harbouroffice) December 27, 2017`.

use crate::{
    document::{Document, TokenKind},
    lexicon::time,
    word::is_one_of,
};

/// The most tokens of the name in it.
const LONGEST_NAME: usize = 8;

/// Where the signature ends that begins with a dash at `start`; not behind `end`.
pub(super) fn signature(document: &Document, start: usize, end: usize) -> Option<usize> {
    if !is_one_of(document.raw(start), "— – - --") {
        return None;
    }
    let named = start + 2..end.min(start + 2 + LONGEST_NAME);
    let open = named.into_iter().find(|&token| document.raw(token) == "(")?;
    let is_handle = document.kind(open + 1) == Some(TokenKind::Address) && document.raw(open + 1).starts_with('@');
    let date = open + 3;
    let is_number = |token: usize| document.kind(token) == Some(TokenKind::Number);
    let day_first = is_number(date) && time::month(document.word(date + 1)).is_some();
    let month_first =
        time::month(document.word(date)).is_some() && is_number(date + 1) && document.raw(date + 2) == ",";
    let year = if month_first { date + 3 } else { date + 2 };
    let is_year = is_number(year) && document.raw(year).len() == 4 && year < end;
    (is_handle && document.raw(open + 2) == ")" && (day_first || month_first) && is_year).then_some(year + 1)
}

/// Whether a signature that begins at `first` or later ends with the token at `last`.
pub(super) fn ends(document: &Document, first: usize, last: usize) -> bool {
    let near = first.max(last.saturating_sub(LONGEST_NAME + 8))..last;
    document.kind(last) == Some(TokenKind::Number)
        && near.into_iter().any(|start| signature(document, start, last + 1) == Some(last + 1))
}
