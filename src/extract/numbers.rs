//! Reads numbers in figures and words: `14`, `1,000`, `2.5 million`, `twenty-six`, `two hundred and two thousand`,
//! `10 1/2`, `two-thirds`, `1.2bn`.

mod fractions;
mod ordinals;

use crate::{
    decimal,
    document::TokenKind,
    extract::cursor::Cursor,
    lexicon::measure::{CARDINALS, SCALES},
};

use fractions::{and_a_part, part, parts_after};
pub(super) use ordinals::ordinal;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub value: f64,
    /// What its scale word multiplied it by; 1 where there is none.
    pub scale: f64,
    /// Whether it was written in figures.
    pub figures: bool,
    /// Whether it is a part of one: `two-thirds`, `1/2`.
    pub fraction: bool,
}

/// Reads the number here and steps over it.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut ahead = *cursor;
    let number = if ahead.is(TokenKind::Number) || vulgar(ahead.raw()).is_some() || is_bare_decimal(&ahead) {
        figures(&mut ahead)?
    } else {
        words(&mut ahead)?
    };
    *cursor = ahead;
    Some(number)
}

/// The value of a token in figures, commas taken as separators of thousands.
pub(super) fn value_of(figures: &str) -> Option<f64> {
    let last = figures.char_indices().next_back()?.0;
    if let Some(part) = figures.get(last..).and_then(vulgar) {
        return if last == 0 { Some(part) } else { Some(value_of(figures.get(..last)?)? + part) };
    }
    let digits: String = figures.chars().filter(|&character| character != ',').collect();
    decimal::parse(&digits)
}

/// `.5` with its point set apart.
fn is_bare_decimal(cursor: &Cursor<'_>) -> bool {
    let next = Cursor { at: cursor.at + 1, ..*cursor };
    cursor.raw() == "." && !cursor.is_glued() && next.is(TokenKind::Number) && next.is_glued()
}

/// A fraction that is one character.
fn vulgar(raw: &str) -> Option<f64> {
    Some(match raw {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

fn figures(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut number = Number { value: 0.0, scale: 1.0, figures: true, fraction: false };
    if let Some(value) = vulgar(cursor.raw()) {
        cursor.skip(1);
        number.value = value;
        number.fraction = true;
    } else if is_bare_decimal(cursor) {
        cursor.skip(1);
        let digits = cursor.raw();
        number.value = decimal::parse(&[".", digits].concat())?;
        cursor.skip(1);
    } else {
        number.value = value_of(cursor.raw())?;
        cursor.skip(1);
        spaced_thousands(cursor, &mut number);
        if let Some(power) = power(cursor) {
            number.value *= power;
            return Some(number);
        }
        if let Some(parts) = parts_after(cursor, number.value).filter(|_| number.value >= 1.0) {
            return Some(Number { value: number.value / parts, fraction: true, ..number });
        }
        if let Some(part) = slashed(cursor, &mut number) {
            number = part;
        } else if let Some(value) = vulgar(cursor.raw()) {
            cursor.skip(1);
            number.value += value;
        } else {
            mixed(cursor, &mut number);
        }
    }
    scaled(cursor, &mut number);
    and_a_part(cursor, &mut number);
    Some(number)
}

/// `40 000`: groups of three figures with a space between that is not the ordinary one.
fn spaced_thousands(cursor: &mut Cursor<'_>, number: &mut Number) {
    while number.value >= 1.0 && cursor.is(TokenKind::Number) && cursor.raw().len() == 3 {
        let gap = cursor.document.tokens.get(cursor.at - 1).zip(cursor.document.tokens.get(cursor.at));
        let Some((before, here)) = gap else { return };
        let space = cursor.document.text.get(before.span.end..here.span.start);
        // An ordinary space, too, where the figures before it can be a group.
        let group = cursor.document.raw(cursor.at - 1).len() <= 3;
        if !(matches!(space, Some("\u{a0}" | "\u{202f}" | "\u{2009}")) || (space == Some(" ") && group)) {
            return;
        }
        let Some(value) = value_of(cursor.raw()) else { return };
        number.value = number.value * 1000.0 + value;
        cursor.skip(1);
    }
}

/// `e6` behind a number: six more zeros.
fn power(cursor: &mut Cursor<'_>) -> Option<f64> {
    let digits = cursor.word().strip_prefix('e').filter(|_| cursor.is_glued())?;
    let mut ahead = *cursor;
    ahead.skip(1);
    // "1.2e+14" is three tokens behind its figures.
    let signed = digits.is_empty() && ahead.is_word("+") && ahead.is_glued();
    let digits = if signed { ahead.ahead(1) } else { digits };
    let power: u32 = digits.parse().ok().filter(|power| *power < 100)?;
    cursor.skip(if signed { 3 } else { 1 });
    Some(decimal::power_of_ten(power))
}

/// `1/2`: two small numbers with a stroke between.
fn slashed(cursor: &mut Cursor<'_>, above: &mut Number) -> Option<Number> {
    let mut ahead = *cursor;
    if !ahead.accept("/") || !ahead.is(TokenKind::Number) {
        return None;
    }
    let below = value_of(ahead.raw())?;
    ahead.skip(1);
    let small = |value: f64| value.fract() == 0.0 && (1.0..=100.0).contains(&value);
    if !small(above.value) || !small(below) || above.value >= below || ahead.is_word("/") {
        return None;
    }
    *cursor = ahead;
    Some(Number { value: above.value / below, fraction: true, ..*above })
}

/// The fraction after a whole number: `10 1/2`.
fn mixed(cursor: &mut Cursor<'_>, number: &mut Number) {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    if !ahead.is(TokenKind::Number) {
        return;
    }
    let Some(value) = value_of(ahead.raw()) else { return };
    ahead.skip(1);
    let mut above = Number { value, ..*number };
    if let Some(part) = slashed(&mut ahead, &mut above) {
        number.value += part.value;
        *cursor = ahead;
    }
}

/// Scale words after a number, in figures or words: `million`, `-million`, `bn`, `hundred thousand`.
fn scaled(cursor: &mut Cursor<'_>, number: &mut Number) {
    loop {
        let mut ahead = *cursor;
        let hyphen = ahead.accept_hyphen();
        if hyphen && !ahead.is_glued() {
            return;
        }
        let Some(scale) = scale(&ahead) else { return };
        number.value = scaled_up(number.value, scale);
        number.scale *= scale;
        ahead.skip(1);
        *cursor = ahead;
        rest(cursor, number, scale);
    }
}

/// The product; a whole number where it is one but for what a binary fraction cannot hold: 2.07 billion is 2,070,000,000.
fn scaled_up(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = libm::round(product);
    if (product - whole).abs() <= product.abs() * 1e-12 { whole } else { product }
}

/// The factor of the scale word here. `k` counts only in `10k`, and `dozen` needs no more figures behind it.
fn scale(cursor: &Cursor<'_>) -> Option<f64> {
    let word = cursor.word().trim_end_matches('.');
    let factor = decimal::parse(SCALES.get(word)?)?;
    (word != "k" || cursor.is_glued()).then_some(factor)
}

/// What follows a scale and is smaller: `3 hundred and 21`, `one million two hundred thousand`.
fn rest(cursor: &mut Cursor<'_>, number: &mut Number, scale: f64) {
    let mut ahead = *cursor;
    let linked = ahead.accept("and");
    if ahead.is_word("a") && ahead.is_ahead(1, "half") && linked {
        number.value += scale / 2.0;
        ahead.skip(2);
        *cursor = ahead;
        return;
    }
    // In running text "two million and 30 others" is two things; only "3 hundred and 21" goes on in figures.
    if ahead.is(TokenKind::Number) {
        // "4 thousand 3 hundred"
        let mut next = ahead;
        let smaller = |more: &Number| more.scale > 1.0 && more.value < scale && !linked;
        if let Some(more) = figures(&mut next).filter(smaller) {
            number.value += more.value;
            *cursor = next;
        } else if let Some(more) = value_of(ahead.raw()).filter(|more| linked && scale == 100.0 && *more < 100.0) {
            number.value += more;
            ahead.skip(1);
            *cursor = ahead;
        }
        return;
    }
    let Some(more) = words(&mut ahead) else { return };
    if more.value < scale && !more.fraction && more.value >= 1.0 && (linked == (scale == 100.0) || !linked) {
        number.value += more.value;
        *cursor = ahead;
    }
}

fn words(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut number = Number { value: 0.0, scale: 1.0, figures: false, fraction: false };
    let mut ahead = *cursor;
    if let Some(part) = half(&mut ahead) {
        *cursor = ahead;
        return Some(part);
    }
    let article = ahead.is_word("a an");
    if article {
        let mut next = ahead;
        next.skip(1);
        if next.is_word("half")
            || (next.is_word("quarter") && !next.is_ahead(1, "of") && SCALES.get(next.ahead(1)).is_none())
        {
            return None;
        }
        let parts = part(&next);
        // "a quarter of a million"
        let scaled = Cursor { at: (next.at + 3).min(next.end), ..next };
        if let Some((parts, factor)) =
            parts.zip(scale(&scaled).filter(|_| next.is_ahead(1, "of") && next.is_ahead(2, "a")))
        {
            cursor.at = scaled.at + 1;
            return Some(Number { value: factor / parts, scale: factor, ..number });
        }
        let ends =
            matches!(next.ahead(1), "of" | "more" | "less" | "the" | "from" | "in" | "to" | "since" | "," | "." | "");
        if let Some(parts) = parts.filter(|_| ends && (next.is_ahead(1, "of") || next.is_word("third quarter"))) {
            next.skip(1);
            *cursor = next;
            return Some(Number { value: 1.0 / parts, fraction: true, ..number });
        }
        scale(&next)?;
        number.value = 1.0;
        ahead.skip(1);
    } else {
        number.value = below_hundred(&mut ahead)?;
    }
    if let Some(parts) = parts_after(&mut ahead, number.value) {
        number = Number { value: number.value / parts, fraction: true, ..number };
        scaled(&mut ahead, &mut number);
        number.fraction = number.scale == 1.0;
        *cursor = ahead;
        return Some(number);
    }
    if below_hundred_alone(&ahead, number.value) {
        number.value = thousands(&mut ahead, number.value, &mut number.scale);
    } else {
        scaled(&mut ahead, &mut number);
    }
    // "ninety-five hundred fifths"
    if number.scale > 1.0
        && ahead.word().ends_with('s')
        && let Some(parts) = parts_after(&mut ahead, number.value)
    {
        *cursor = ahead;
        return Some(Number { value: number.value / parts, fraction: true, scale: 1.0, ..number });
    }
    point(&mut ahead, &mut number);
    and_a_part(&mut ahead, &mut number);
    if number.value.fract() != 0.0 {
        scaled(&mut ahead, &mut number);
    }
    *cursor = ahead;
    Some(number)
}

/// Whether a scale word of running numbers follows, so that the parts of the number are to be added up.
fn below_hundred_alone(cursor: &Cursor<'_>, value: f64) -> bool {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    value < 100.0 && ahead.is_word("hundred")
}

/// Adds up `two hundred and two thousand six hundred`: hundreds below a thousand, then the greater scales downwards.
fn thousands(cursor: &mut Cursor<'_>, first: f64, scale_of_last: &mut f64) -> f64 {
    let mut total = 0.0;
    let mut group = first;
    let mut ceiling = f64::INFINITY;
    loop {
        let mut ahead = *cursor;
        ahead.accept_hyphen();
        let Some(factor) = scale(&ahead).filter(|factor| *factor >= 100.0) else { break };
        ahead.skip(1);
        if factor == 100.0 {
            if group >= 100.0 {
                break;
            }
            group *= 100.0;
            *cursor = ahead;
            let mut rest = ahead;
            rest.accept("and");
            let figures = rest.is(TokenKind::Number) && rest.is_back(1, "and") && rest.raw().len() <= 2;
            let ones = if figures { value_of(rest.raw()).inspect(|_| rest.skip(1)) } else { below_hundred(&mut rest) };
            if let Some(ones) = ones.filter(|ones| *ones >= 1.0) {
                group += ones;
                *cursor = rest;
            }
            *scale_of_last = scale_of_last.max(100.0);
            continue;
        }
        if factor >= ceiling {
            break;
        }
        ceiling = factor;
        total += group * factor;
        group = 0.0;
        *scale_of_last = scale_of_last.max(factor);
        *cursor = ahead;
        let mut rest = ahead;
        rest.accept("and");
        let Some(more) = below_hundred(&mut rest).filter(|more| *more >= 1.0) else { break };
        let mut next = rest;
        next.accept_hyphen();
        if rest.is_back(1, "and") || (factor > 1000.0 && scale(&next).is_none()) {
            break;
        }
        group = more;
        *cursor = rest;
    }
    total + group
}

/// `two hundred point seventy-one`, `naught point five`.
fn point(cursor: &mut Cursor<'_>, number: &mut Number) {
    if !cursor.is_word("point") || CARDINALS.get(cursor.ahead(1)).is_none() {
        return;
    }
    cursor.skip(1);
    let mut unit = 1.0;
    while let Some(digit) = CARDINALS.get(cursor.word()).and_then(decimal::parse) {
        if digit >= 10.0 {
            let Some(pair) = below_hundred(cursor) else { return };
            unit /= 100.0;
            number.value += pair * unit;
        } else {
            unit /= 10.0;
            number.value += digit * unit;
            cursor.skip(1);
        }
    }
}

/// `twenty-six`, `twenty six`, `seven`.
fn below_hundred(cursor: &mut Cursor<'_>) -> Option<f64> {
    let cardinal = |word: &str| CARDINALS.get(word).and_then(decimal::parse);
    let tens = cardinal(cursor.word())?;
    cursor.skip(1);
    if tens < 20.0 || (tens / 10.0).fract() != 0.0 {
        return Some(tens);
    }
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    if let Some(ones) = cardinal(ahead.word()).filter(|ones| (1.0..10.0).contains(ones)) {
        ahead.skip(1);
        *cursor = ahead;
        return Some(tens + ones);
    }
    Some(tens)
}

/// `half`, `half a million`, `half million`; a half of something takes no "of" here.
fn half(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut number = Number { value: 0.5, scale: 1.0, figures: false, fraction: true };
    if !cursor.is_word("half") {
        return None;
    }
    cursor.skip(1);
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    ahead.accept("a");
    if let Some(factor) = scale(&ahead) {
        ahead.skip(1);
        *cursor = ahead;
        number = Number { value: 0.5 * factor, scale: factor, fraction: false, ..number };
    }
    Some(number)
}

#[cfg(test)]
mod tests;
