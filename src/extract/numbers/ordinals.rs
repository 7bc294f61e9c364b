//! Reads ordinal numbers: `20th`, `third`, `twenty-first`.

use crate::{
    document::TokenKind,
    extract::cursor::Cursor,
    lexicon::measure::{CARDINALS, ORDINALS},
};

/// Reads an ordinal number, in figures or words, and steps over it: `20th`, `third`, `twenty-first`.
pub(in crate::extract) fn ordinal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    if ahead.is(TokenKind::Number) {
        let value: u32 = ahead.raw().parse().ok()?;
        ahead.skip(1);
        if !ahead.is_glued() || !ahead.accept("st nd rd th") {
            return None;
        }
        *cursor = ahead;
        return Some(value);
    }
    if let Some(value) = ahead.word().strip_suffix(['t', 'd', 'h']).and_then(|word| {
        let digits = word.strip_suffix(['s', 'n', 'r', 't'])?;
        digits.parse::<u32>().ok()
    }) {
        ahead.skip(1);
        *cursor = ahead;
        return Some(value);
    }
    let word = ahead.word();
    if let Some(value) = ORDINALS.get(word) {
        ahead.skip(1);
        *cursor = ahead;
        return value.parse().ok();
    }
    let tens: u32 = CARDINALS.get(word)?.parse().ok()?;
    if tens < 20 || !tens.is_multiple_of(10) {
        return None;
    }
    ahead.skip(1);
    ahead.accept_hyphen();
    let ones: u32 = ORDINALS.get(ahead.word())?.parse().ok()?;
    if ones >= 10 {
        return None;
    }
    ahead.skip(1);
    *cursor = ahead;
    Some(tens + ones)
}
