//! How a word is written, as numbers that models can learn from.

use crate::letter;

use super::{
    lemmas::irregular_form,
    sequence::{EMPTY, extend},
};

/// Hashes of a word and its parts, and its shape.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The hash of the folded form, with every digit as `0`.
    pub whole: u32,
    /// The hashes of its first one to four bytes; that of all where there are fewer.
    pub prefixes: [u32; 4],
    /// The hashes of its last one to five bytes, read backwards.
    pub suffixes: [u32; 5],
    /// Where it has capitals, digits or stops: below 16, and 0 for small letters alone.
    pub shape: u32,
    /// Which form of an irregular verb it can be; 0 for none.
    pub irregular: u32,
}

/// What stands before the first word and after the last.
pub const OUTSIDE: Form = Form { whole: 1, prefixes: [1; 4], suffixes: [1; 5], shape: 15, irregular: 0 };

/// The shape of what is not a word.
const NO_WORD: u32 = 8;

impl Form {
    /// Looks at a token: as written, folded, and whether it is a word at all.
    #[must_use]
    pub fn of(raw: &str, folded: &str, word: bool) -> Self {
        let digitless = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte };
        let mut form = Self { whole: EMPTY, shape: if word { shape(raw) } else { NO_WORD }, ..OUTSIDE };
        for (at, byte) in folded.bytes().map(digitless).enumerate() {
            form.whole = extend(form.whole, byte);
            if let Some(prefixes) = form.prefixes.get_mut(at..) {
                prefixes.fill(form.whole);
            }
        }
        let mut suffix = EMPTY;
        for (at, byte) in folded.bytes().rev().map(digitless).take(form.suffixes.len()).enumerate() {
            suffix = extend(suffix, byte);
            if let Some(suffixes) = form.suffixes.get_mut(at..) {
                suffixes.fill(suffix);
            }
        }
        form.irregular = irregular_form(folded).map_or(0, u32::from);
        form
    }
}

fn shape(raw: &str) -> u32 {
    let capital = raw.chars().next().is_some_and(letter::is_capital);
    let digit = raw.bytes().any(|byte| byte.is_ascii_digit());
    let stop = raw.as_bytes().contains(&b'.');
    let small = raw.chars().skip(1).any(letter::is_small);
    let inner = raw.chars().skip(1).any(letter::is_capital);
    match (capital, digit, stop, small, inner) {
        (_, true, ..) => 5,
        (true, _, true, ..) => 6,
        (true, _, _, true, false) => 1,
        (true, _, _, false, true) => 2,
        (true, _, _, false, false) => 3,
        (_, _, _, _, true) => 4,
        (false, _, true, ..) => 7,
        _ => 0,
    }
}

/// Whether a sentence is written in capitals, which then say nothing about its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Capitals stand where names and sentences begin.
    Sentence,
    /// Nearly every longer word has a capital: a headline.
    Title,
    /// There is no small letter.
    Capitals,
}

impl Style {
    /// The style of a sentence, from its words as written.
    #[must_use]
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut long, mut capitals, mut small) = (0, 0, false);
        for raw in words {
            small |= raw.bytes().any(|byte| byte.is_ascii_lowercase());
            if raw.len() > 3 {
                long += 1;
                capitals += usize::from(raw.chars().next().is_some_and(letter::is_capital));
            }
        }
        match (small, long) {
            (false, 2..) => Self::Capitals,
            (true, 3..) if capitals * 5 >= long * 4 => Self::Title,
            _ => Self::Sentence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::lemmas::VERBS, *};

    /// What the models in `models/` were trained on; other forms need other models.
    #[test]
    fn forms_are_those_that_the_models_learnt() {
        let mut digest = EMPTY;
        for word in VERBS.iter().map(|(word, _)| word).chain(["Zoë", "NATO", "U.S.", "3rd", "harbour", "McVale", "lit"])
        {
            let form = Form::of(word, &word.to_lowercase(), true);
            let parts = [form.whole, form.shape, form.irregular].into_iter().chain(form.prefixes).chain(form.suffixes);
            digest = parts.flat_map(u32::to_le_bytes).fold(digest, extend);
        }
        assert_eq!(digest, 2_057_954_690, "forms changed: run the program in training/ and write down the new digest");
    }
}
