//! Reads a number with its sign of currency and its scale: `$273 billion`, `US$1.5m`, `-3`, `dozens`.

use crate::{
    decimal,
    document::{Tag, TokenKind},
    extract::{cursor::Cursor, numbers},
    letter,
    lexicon::measure::{CURRENCY_CODES, CURRENCY_SIGNS},
    word::is_one_of,
};

/// A number with what is written into it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The value.
    pub value: f64,
    /// The upper end, where one word names a range: `dozens`.
    pub upper: Option<f64>,
    /// What a scale word multiplied it by.
    pub scale: f64,
    /// The code of the currency whose sign stands before it.
    pub currency: Option<&'static str>,
    /// Whether it is a part of one.
    pub fraction: bool,
    /// Whether it is written in figures.
    pub figures: bool,
    /// Whether the word names only an order of magnitude: `dozens`, `several hundred`.
    pub vague: bool,
}

/// Reads the amount here and steps over it.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Option<Amount> {
    if let Some(vague) = vague(cursor) {
        return Some(vague);
    }
    let mut ahead = *cursor;
    let mut negative = negative(&mut ahead);
    let (currency, joined) = match sign(&mut ahead) {
        Some((code, joined)) => (Some(code), joined),
        None => (None, None),
    };
    if currency.is_some() && !negative {
        negative = ahead.is_word("-") && {
            ahead.skip(1);
            true
        };
    }
    let mut amount =
        Amount { value: 0.0, upper: None, scale: 1.0, currency, fraction: false, figures: true, vague: false };
    if let Some(value) = joined {
        amount.value = value;
        if let Some(factor) = crate::lexicon::measure::SCALES.get(ahead.word()).and_then(decimal::parse) {
            amount.value *= factor;
            amount.scale = factor;
            ahead.skip(1);
        }
    } else {
        let number = numbers::number(&mut ahead)?;
        amount.value = number.value;
        amount.scale = number.scale;
        amount.fraction = number.fraction;
        amount.figures = number.figures;
    }
    letter_scale(&mut ahead, &mut amount);
    if negative {
        amount.value = -amount.value;
    }
    *cursor = ahead;
    Some(amount)
}

/// A minus before the number: `-3`, `minus 5`, `minus-5`.
fn negative(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if ahead.is_word("minus negative") {
        ahead.skip(1);
        ahead.accept_hyphen();
    } else if ahead.is_word("- − –") && !ahead.is_glued() {
        ahead.skip(1);
        if !ahead.is_glued() {
            return false;
        }
    } else {
        return false;
    }
    let number = ahead.is(TokenKind::Number)
        || ahead.is(TokenKind::Symbol)
        || crate::lexicon::measure::CARDINALS.get(ahead.word()).is_some();
    if number {
        *cursor = ahead;
    }
    number
}

/// The sign or code of a currency before a number, and the number itself where the tokenizer left them together:
/// `$`, `US$`, `HK $`, `USD`, `RM79`.
fn sign(cursor: &mut Cursor<'_>) -> Option<(&'static str, Option<f64>)> {
    let mut ahead = *cursor;
    let word = ahead.word();
    let next = ahead.ahead(1);
    if next == "$" && ahead.is(TokenKind::Word) {
        let mut after = ahead;
        after.skip(1);
        let upper = ahead.raw().chars().all(|character| !letter::is_small(character));
        let spaced = is_one_of(word, "us u.s. u.s hk au nz nt ca usd nzd aud")
            && (upper || ahead.document.is_glued(ahead.at + 1));
        if after.is_glued() || spaced {
            let mut key = String::from(word);
            key.push('$');
            let code = CURRENCY_SIGNS.get(&key)?;
            ahead.skip(2);
            *cursor = ahead;
            return starts_number(cursor).then_some((code, None));
        }
        return None;
    }
    if ahead.is(TokenKind::Symbol) {
        let code = CURRENCY_SIGNS.get(word)?;
        ahead.skip(1);
        if ahead.is(TokenKind::Word) && ahead.is_glued() {
            // "$US113"
            let letters = ahead.word().trim_end_matches(|character: char| character.is_ascii_digit());
            let mut key = String::from(word);
            key.push_str(letters);
            let code = CURRENCY_SIGNS.get(&key)?;
            let digits = ahead.word().strip_prefix(letters).unwrap_or("");
            ahead.skip(1);
            *cursor = ahead;
            return if digits.is_empty() {
                starts_number(cursor).then_some((code, None))
            } else {
                let value = numbers::value_of(digits)?;
                Some((code, Some(more_digits(cursor, value))))
            };
        }
        *cursor = ahead;
        return starts_number(cursor).then_some((code, None));
    }
    if !ahead.is(TokenKind::Word) {
        return None;
    }
    let letters = word.find(|character: char| character.is_ascii_digit()).and_then(|at| word.get(..at)).unwrap_or(word);
    let upper = !ahead.raw().chars().take(letters.len()).any(letter::is_small);
    let coded = upper.then(|| CURRENCY_CODES.get(letters)).flatten();
    if letters.len() < word.len() && (is_one_of(letters, "rm rs") || coded.is_some()) {
        let code = coded.or_else(|| CURRENCY_SIGNS.get(letters))?;
        let digits = word.strip_prefix(letters)?.trim_end_matches('.');
        let figures = digits.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        let factor = match digits.strip_prefix(figures)? {
            "" => 1.0,
            "k" => 1e3,
            "m" | "mn" | "mln" => 1e6,
            "b" | "bn" | "bln" => 1e9,
            _ => return None,
        };
        let value = numbers::value_of(figures)? * factor;
        ahead.skip(1);
        *cursor = ahead;
        return Some((code, Some(more_digits(cursor, value))));
    }
    let plain = is_one_of(word, "usd eur gbp rmb cny jpy inr aud cad");
    let code = if (upper || plain) && word.len() == 3 { CURRENCY_CODES.get(word) } else { None };
    let code = code.or_else(|| is_one_of(word, "rs rs. rm").then(|| CURRENCY_SIGNS.get(word))?)?;
    ahead.skip(1);
    if ahead.is_word("$") {
        ahead.skip(1);
    }
    *cursor = ahead;
    cursor.is(TokenKind::Number).then_some((code, None))
}

/// What the tokenizer cut off a number that stood behind letters: `.5` or `,100` after `RM2`.
fn more_digits(cursor: &mut Cursor<'_>, value: f64) -> f64 {
    let mut ahead = *cursor;
    let mut text = decimal::written(value);
    while ahead.is_word(". ,") && ahead.is_glued() {
        let comma = ahead.is_word(",");
        ahead.skip(1);
        if !(ahead.is_glued() && ahead.is(TokenKind::Number)) {
            break;
        }
        if !comma {
            text.push('.');
        }
        text.extend(ahead.raw().chars().filter(|&character| character != ','));
        ahead.skip(1);
        *cursor = ahead;
    }
    decimal::parse(&text).unwrap_or(value)
}

fn starts_number(cursor: &Cursor<'_>) -> bool {
    numbers::number(&mut cursor.clone()).is_some()
}

/// A letter that scales: `5m`, `$2B`, `35M`. Small `m` and `b` need a currency, or a noun after it.
fn letter_scale(cursor: &mut Cursor<'_>, amount: &mut Amount) {
    if !cursor.is_glued() || !cursor.is(TokenKind::Word) || amount.scale != 1.0 {
        return;
    }
    // "US$5-7m"
    let before = cursor.at.saturating_sub(4);
    let linked = cursor.is_back(2, "- –") && cursor.document.kind(before) == Some(TokenKind::Symbol);
    let money = amount.currency.is_some() || linked;
    let mut after = *cursor;
    after.skip(1);
    // "35m of its phones", "1.2m tons", "2m people", but "100m sprint", "400m hurdles" and "3m deep"
    let several = after.word().ends_with('s') || after.document.tag(after.at) == Tag::NNS;
    let counts = after.is_word("of")
        || (after.is(TokenKind::Word) && several && !after.is_glued() && !after.is_word("hurdles heats finals"));
    let factor = match cursor.raw() {
        "m" if money || counts || crate::lexicon::measure::CURRENCY_NAMES.get(after.word()).is_some() => 1e6,
        "M" | "mil" | "Mn" => 1e6,
        "b" if money || counts => 1e9,
        "B" | "Bn" => 1e9,
        "t" if money => 1e12,
        "T" if money => 1e12,
        _ => return,
    };
    amount.value *= factor;
    amount.scale = factor;
    *cursor = after;
}

/// `dozens`, `hundreds`, `tens of thousands`, `several hundred`, `a few thousand`: from one order of magnitude to the next.
fn vague(cursor: &mut Cursor<'_>) -> Option<Amount> {
    let order = |word: &str| {
        Some(match word {
            "dozens" | "scores" => (12.0, 120.0),
            "tens" => (10.0, 100.0),
            "hundreds" => (100.0, 1000.0),
            "thousands" => (1000.0, 10_000.0),
            "millions" => (1e6, 1e7),
            "billions" => (1e9, 1e10),
            "trillions" => (1e12, 1e13),
            _ => return None,
        })
    };
    let make = |value, upper| Amount {
        value,
        upper: Some(upper),
        scale: value,
        currency: None,
        fraction: false,
        figures: false,
        vague: true,
    };
    let mut ahead = *cursor;
    if let Some((mut low, mut high)) = order(ahead.word()) {
        ahead.skip(1);
        while ahead.is_word("of") {
            let Some((factor, _)) = order(ahead.ahead(1)) else { break };
            (low, high) = (low * factor, high * factor);
            ahead.skip(2);
        }
        // "the thousands", "in the hundreds", "the Scores" count nothing that is said.
        if !ahead.is_word("of more") || cursor.is_word("tens") && low < 100.0 {
            return None;
        }
        *cursor = ahead;
        return Some(make(low, high));
    }
    let article = ahead.accept("a");
    if !(ahead.accept("several")
        || (ahead.is_word("few") && {
            ahead.skip(1);
            true
        }))
        || (article && !cursor.is_ahead(1, "few"))
    {
        return None;
    }
    let factor = match ahead.word() {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "million" => 1e6,
        "billion" => 1e9,
        _ => return None,
    };
    ahead.skip(1);
    if factor == 100.0 && ahead.is_word("thousand") {
        ahead.skip(1);
        *cursor = ahead;
        return Some(make(2e5, 9e5));
    }
    *cursor = ahead;
    Some(make(2.0 * factor, 9.0 * factor))
}
