//! Tells each word's part of speech.
//!
//! A linear-chain model over the Penn Treebank's tags ([`crate::lexicon::sequence`]); `training/` trains it with the
//! features written here. Marks, numbers and addresses need no model.

use std::sync::OnceLock;

use crate::{
    document::{Document, Sentence, Tag, TokenKind},
    lexicon::sequence::{EMPTY, Lattice, Model, combine, extend},
};

/// The version of the features: raised with every change to them, and written into the model.
pub const VERSION: u8 = 1;

/// Thirty-two labels are scored.
pub(crate) const WORDS: usize = 4;

/// What the model tells apart; the last, what is not a word, needs no scoring. Foreign words are too rare to learn, and
/// `whose` is known.
#[rustfmt::skip]
pub const LABELS: [Tag; 33] = [
    Tag::CC, Tag::CD, Tag::DT, Tag::EX, Tag::IN, Tag::JJ, Tag::JJR, Tag::JJS, Tag::MD, Tag::NN, Tag::NNP, Tag::NNPS,
    Tag::NNS, Tag::PDT, Tag::POS, Tag::PRP, Tag::PRPS, Tag::RB, Tag::RBR, Tag::RBS, Tag::RP, Tag::TO, Tag::UH, Tag::VB,
    Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBP, Tag::VBZ, Tag::WDT, Tag::WP, Tag::WRB,
    Tag::Other,
];

static MODEL: OnceLock<Option<Model<WORDS>>> = OnceLock::new();

fn model() -> Option<&'static Model<WORDS>> {
    let read = || Model::read(include_bytes!("../../models/tags.bin")).filter(|model| model.version() == VERSION);
    MODEL.get_or_init(read).as_ref()
}

/// Fills in the tag of every token. The document must be in English.
pub(crate) fn tag(document: &mut Document) {
    if let Some(model) = model() {
        tag_with(document, model);
    }
}

/// Fills in the tag of every token, by a given model.
pub(crate) fn tag_with(document: &mut Document, model: &Model<WORDS>) {
    let mut lattice = Lattice::default();
    let mut words = Vec::new();
    let mut features = Vec::with_capacity(TEMPLATES);
    let mut tags = Vec::with_capacity(document.tokens.len());
    for sentence in &document.sentences {
        look(document, sentence, &mut words);
        lattice.clear();
        for (at, word) in words.iter().enumerate() {
            if let Some(label) = word.certain {
                lattice.push_certain(model, label);
            } else {
                describe(&words, at, &mut features);
                lattice.push(model, &model.score(&features));
            }
        }
        let from = tags.len();
        tags.extend(lattice.best().map(|label| LABELS.get(usize::from(label)).copied().unwrap_or_default()));
        tags.get_mut(from..).unwrap_or_default().reverse();
    }
    for (token, tag) in document.tokens.iter_mut().zip(tags) {
        token.tag = tag;
    }
    for token in 0..document.tokens.len() {
        if document.word(token) == "whose" {
            if let Some(token) = document.tokens.get_mut(token) {
                token.tag = Tag::WPS;
            }
        }
    }
}

/// What the features are made of, computed once for each token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The label of a token that needs no model.
    pub(crate) certain: Option<u8>,
    /// The hash of the folded form, with every digit as `0`.
    whole: u32,
    /// The hashes of its first one to four letters; that of all where there are fewer.
    prefixes: [u32; 4],
    /// The hashes of its last one to five letters, read backwards.
    suffixes: [u32; 5],
    /// How it is written: capitals, digits, the sentence's own way with capitals, first or not.
    shape: u32,
    /// Whether capitals are used in it, where that says something.
    capital: u32,
}

/// What stands before the first word and after the last.
const OUTSIDE: Word = Word { certain: None, whole: 1, prefixes: [1; 4], suffixes: [1; 5], shape: 15, capital: 0 };

/// Whether a sentence is written in capitals, which then say nothing about its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Sentence,
    /// Nearly every longer word has a capital: a headline.
    Title,
    /// There is no small letter.
    Capitals,
}

/// Looks at every token of a sentence.
pub(crate) fn look(document: &Document, sentence: &Sentence, words: &mut Vec<Word>) {
    words.clear();
    let style = style(document, sentence);
    let mut first = true;
    for token in sentence.tokens.clone() {
        let (raw, folded) = (document.raw(token), document.word(token));
        let kind = document.kind(token);
        let certain = match kind {
            Some(TokenKind::Number) => Some(1),
            Some(TokenKind::Word) => None,
            _ if folded == "&" => Some(0),
            _ => Some(32),
        };
        let mut word = Word { certain, ..OUTSIDE };
        word.whole = EMPTY;
        let mut letters = 0;
        for byte in folded.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }) {
            word.whole = extend(word.whole, byte);
            if let Some(prefixes) = word.prefixes.get_mut(letters..) {
                prefixes.fill(word.whole);
            }
            letters += 1;
        }
        let mut suffix = EMPTY;
        for (at, byte) in folded.bytes().rev().take(word.suffixes.len()).enumerate() {
            suffix = extend(suffix, if byte.is_ascii_digit() { b'0' } else { byte });
            if let Some(suffixes) = word.suffixes.get_mut(at..) {
                suffixes.fill(suffix);
            }
        }
        let shape = shape(raw, kind);
        let place = match style {
            Style::Sentence if first => 1,
            Style::Sentence => 0,
            Style::Title => 2,
            Style::Capitals => 3,
        };
        word.shape = shape * 4 + place;
        word.capital = if matches!(style, Style::Sentence | Style::Title) { u32::from(shape > 0) } else { 2 };
        first &= kind != Some(TokenKind::Word) && kind != Some(TokenKind::Number);
        words.push(word);
    }
}

fn style(document: &Document, sentence: &Sentence) -> Style {
    let (mut long, mut capitals, mut small) = (0, 0, false);
    for token in sentence.tokens.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)) {
        let raw = document.raw(token);
        small |= raw.bytes().any(|byte| byte.is_ascii_lowercase());
        if raw.len() > 3 {
            long += 1;
            capitals += usize::from(document.is_capitalized(token));
        }
    }
    match (small, long) {
        (false, 2..) => Style::Capitals,
        (true, 3..) if capitals * 5 >= long * 4 => Style::Title,
        _ => Style::Sentence,
    }
}

fn shape(raw: &str, kind: Option<TokenKind>) -> u32 {
    if kind != Some(TokenKind::Word) {
        return 8;
    }
    let capital = raw.chars().next().is_some_and(char::is_uppercase);
    let digit = raw.bytes().any(|byte| byte.is_ascii_digit());
    let stop = raw.contains('.');
    let small = raw.chars().skip(1).any(char::is_lowercase);
    let inner = raw.chars().skip(1).any(char::is_uppercase);
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

/// How many features a word has.
pub(crate) const TEMPLATES: usize = 32;

/// The features of the word at position `at`.
pub(crate) fn describe(words: &[Word], at: usize, features: &mut Vec<u32>) {
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&OUTSIDE);
    let (before, here, after) = (word(-1), word(0), word(1));
    let (second_before, second_after) = (word(-2), word(2));
    let [_, suffix_2, suffix_3, ..] = here.suffixes;
    let mut template = 0;
    features.clear();
    let mut add = |first: u32, second: u32| {
        template += 1;
        features.push(combine(template, first, second));
    };
    add(here.whole, 0);
    add(before.whole, 0);
    add(after.whole, 0);
    add(second_before.whole, 0);
    add(second_after.whole, 0);
    add(before.whole, here.whole);
    add(here.whole, after.whole);
    add(before.whole, after.whole);
    add(second_before.whole, before.whole);
    add(after.whole, second_after.whole);
    add(here.whole, here.shape);
    for suffix in here.suffixes {
        add(suffix, here.capital);
    }
    for prefix in here.prefixes {
        add(prefix, 0);
    }
    add(here.shape, 0);
    add(here.shape * 64 + before.shape, after.shape);
    let [.., before_3, _, _] = before.suffixes;
    let [_, after_2, after_3, ..] = after.suffixes;
    add(before_3, 0);
    add(after_3, 0);
    add(before_3, suffix_3);
    add(suffix_3, after_3);
    add(before.whole, suffix_3);
    add(suffix_2, after.whole);
    add(suffix_2, here.prefixes[0]);
    add(before.whole, here.shape);
    add(here.shape, after.whole);
    add(before.whole, after_2);
}
