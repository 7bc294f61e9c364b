//! Tells each word's part of speech.
//!
//! A linear-chain model over the Penn Treebank's tags ([`crate::lexicon::sequence`]); `training/` trains it with the
//! features written here. Marks, numbers and addresses need no model.

use std::sync::OnceLock;

use crate::{
    document::{Document, Sentence, Tag, TokenKind},
    lexicon::{
        lemmas::irregular_form,
        sequence::{EMPTY, Lattice, Model, combine, extend},
    },
};

/// The version of the features: raised with every change to them, and written into the model.
pub const VERSION: u8 = 2;

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
    /// Whether capitals are used in it, and whether that says something.
    capital: u32,
    /// Which form of an irregular verb it can be.
    irregular: u32,
}

/// What stands before the first word and after the last.
const OUTSIDE: Word =
    Word { certain: None, whole: 1, prefixes: [1; 4], suffixes: [1; 5], shape: 15, capital: 0, irregular: 0 };

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
        word.capital = match style {
            Style::Sentence => u32::from(shape > 0),
            Style::Title => 2 + u32::from(shape > 0),
            Style::Capitals => 4,
        };
        word.irregular = irregular_form(folded).map_or(0, u32::from);
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
pub(crate) const TEMPLATES: usize = 34;

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
    add(here.irregular, 0);
    add(here.irregular, before.irregular);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{read::read, story::Article};

    fn tags(text: &str) -> String {
        let document = read(&Article { text: Some(text.to_owned()), ..Article::default() });
        let words = document.tokens.iter().filter(|token| token.tag != Tag::Other);
        words.map(|token| format!("{:?}", token.tag)).collect::<Vec<_>>().join(" ")
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(tags(text), expected, "{text}");
    }

    #[test]
    fn tags_news() {
        check("The ministers signed 12 trade agreements in Lisbon on Monday.", "DT NNS VBD CD NN NNS IN NNP IN NNP");
        check("Officials said at least 40 people were killed.", "NNS VBD IN JJS CD NNS VBD VBN");
        check("She will visit the northern towns next week.", "PRP MD VB DT JJ NNS JJ NN");
        check("\"We have not decided,\" the governor told reporters.", "PRP VBP RB VBN DT NN VBD NNS");
        check("The company's profit fell 12 percent to $3 million.", "DT NN POS NN VBD CD NN IN CD CD");
        check("Rescuers who reached the village found it empty.", "NNS WP VBD DT NN VBD PRP JJ");
        check("There were no reports of injuries, he added.", "EX VBD DT NNS IN NNS PRP VBD");
        check("The larger ship sank more quickly than expected.", "DT JJR NN VBD RBR RB IN VBN");
        check("It doesn't want to raise prices.", "PRP VBZ RB VB TO VB NNS");
        check("Whose vote was it?", "WPS NN VBD PRP");
    }

    #[test]
    fn the_model_was_trained_with_these_features() {
        let model = model().expect("the model must have the version of the features");
        assert_eq!((model.version(), model.labels()), (VERSION, LABELS.len()));
    }

    #[test]
    fn the_same_text_gets_the_same_tags() {
        let text = "A storm closed schools on the coast. Forecasters expect more rain by Friday, and worse.";
        assert_eq!(tags(text), tags(text));
    }

    #[test]
    fn what_is_not_english_is_not_tagged() {
        let text = Some("Das Treffen war gut.".to_owned());
        let document = read(&Article { text, lang: Some("de".to_owned()), ..Article::default() });
        assert!(document.tokens.iter().all(|token| token.tag == Tag::Other));
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_word_is_tagged(text in "(?s).{0,60}|([A-Za-z'’.,\"0-9-]{1,9} ){0,30}") {
            let document = read(&Article { text: Some(text), lang: Some("en".to_owned()), ..Article::default() });
            for (at, token) in document.tokens.iter().enumerate() {
                let word = token.kind == TokenKind::Word;
                prop_assert!(!word || token.tag != Tag::Other, "{:?}", document.raw(at));
                prop_assert!(!document.lemma(at).is_empty() || document.word(at).is_empty());
            }
        }
    }
}
