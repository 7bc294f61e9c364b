//! Reads parts of one: `two-thirds`, `one in five`, `one twenty-fifth`, `two and a half`.

use super::{Number, below_hundred, ordinal, scale, value_of};
use crate::{
    decimal,
    document::TokenKind,
    extract::cursor::Cursor,
    lexicon::measure::{CARDINALS, FRACTIONS, SCALES},
};

/// How many of the part named here make one; not `second`, which is rarely a part.
pub(super) fn part(cursor: &Cursor<'_>) -> Option<f64> {
    decimal::parse(FRACTIONS.get(cursor.word())?)
}

/// The denominator after a small number: `two-thirds`, `one fifth`, `three quarters of`, `one in five`.
pub(super) fn parts_after(cursor: &mut Cursor<'_>, above: f64) -> Option<f64> {
    let mut ahead = *cursor;
    let hyphen = ahead.accept_hyphen();
    if let Some(parts) = part(&ahead) {
        let word = ahead.word();
        let plural = word.ends_with('s') || word == "halves";
        // "four quarters" of a year and "one third place" are something else.
        let sound = (above == 1.0) != plural || hyphen;
        let period =
            word.starts_with("quarter") && !hyphen && !ahead.is_ahead(1, "of") && SCALES.get(ahead.ahead(1)).is_none();
        let rank = above == 1.0 && !hyphen && !matches!(ahead.ahead(1), "of" | "" | "." | "," | "the");
        // "twenty fifths" of something are parts, "five fifths" of a race's runners need not be.
        let parted = above < parts || plural && above.fract() == 0.0 && (11.0..10_000.0).contains(&above);
        if sound && !period && !rank && parted {
            ahead.skip(1);
            *cursor = ahead;
            return Some(parts);
        }
    }
    let mut ahead = *cursor;
    // "one twenty-fifth"
    let mut below = ahead;
    if above == 1.0
        && ahead.is_ahead(1, "-")
        && let Some(below) =
            ordinal(&mut below).inspect(|_| ahead = below).filter(|_| matches!(ahead.word(), "of" | "" | "."))
    {
        *cursor = ahead;
        return Some(below.into());
    }
    ahead = *cursor;
    // "one over twenty"
    if above == 1.0 && ahead.is_word("over") && (CARDINALS.get(ahead.ahead(1)).is_some() || ahead.ahead(2).is_empty()) {
        ahead.skip(1);
        let below = if ahead.is(TokenKind::Number) {
            value_of(ahead.raw()).inspect(|_| ahead.skip(1))
        } else {
            below_hundred(&mut ahead)
        };
        if let Some(below) = below.filter(|below| *below > 1.0) {
            *cursor = ahead;
            return Some(below);
        }
    }
    // "one of every five", "two in every ten"
    if ahead.is_word("of in") && ahead.is_ahead(1, "every") {
        ahead.skip(2);
        let below = if ahead.is(TokenKind::Number) {
            value_of(ahead.raw()).inspect(|_| ahead.skip(1))
        } else {
            below_hundred(&mut ahead)
        };
        if let Some(below) = below.filter(|below| *below > above) {
            *cursor = ahead;
            return Some(below);
        }
        ahead = *cursor;
    }
    let score = cursor.is_back(2, "- –") && cursor.document.is_glued(cursor.at - 1);
    if above < 10.0
        && !score
        && (ahead.accept("in")
            || (ahead.is_word("out") && ahead.is_ahead(1, "of") && {
                ahead.skip(2);
                true
            }))
    {
        let below = if ahead.is(TokenKind::Number) {
            let value = value_of(ahead.raw());
            ahead.skip(1);
            value
        } else {
            below_hundred(&mut ahead)
        }?;
        let ends = !ahead.is(TokenKind::Number) && crate::lexicon::time::TimeUnit::named(ahead.word()).is_none();
        let round = above == 1.0 || matches!(below as i32, 5 | 10 | 20 | 100) || cursor.is_word("out");
        if below > above && (3.0..=1_000_000.0).contains(&below) && ends && round && !(1900.0..2100.0).contains(&below)
        {
            *cursor = ahead;
            return Some(below);
        }
    }
    None
}

/// `two and a half`, `three and a fifth`, `3 million and a quarter`: the part counts in the number's scale.
pub(super) fn and_a_part(cursor: &mut Cursor<'_>, number: &mut Number) {
    if !cursor.is_word("and") || number.fraction {
        return;
    }
    // "3 million and a half" is half a million more, "a hundred and a half" is not fifty more.
    let unit = if number.scale >= 1000.0 && (number.value / number.scale).fract() == 0.0 { number.scale } else { 1.0 };
    let mut ahead = *cursor;
    ahead.skip(1);
    if ahead.is_word("a one") {
        let named = Cursor { at: ahead.at + 1, ..ahead };
        // "two and a third-party check" is another thing than "two and a third".
        let Some(parts) = part(&named).filter(|_| !named.word().ends_with('s') && !named.is_ahead(1, "-")) else {
            return;
        };
        ahead.skip(2);
        number.value += unit / parts;
        *cursor = ahead;
        return;
    }
    // "two million and three fifths"
    let Some(above) = below_hundred(&mut ahead) else { return };
    let Some(parts) = parts_after(&mut ahead, above).filter(|_| !ahead.is_word("of") && !ahead.is_back(2, "in")) else {
        return;
    };
    let scale = scale(&ahead).inspect(|_| ahead.skip(1)).unwrap_or(unit);
    number.value += above / parts * scale;
    *cursor = ahead;
}
