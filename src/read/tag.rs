//! Tells each word's part of speech.
//!
//! A linear-chain model over the Penn Treebank's tags ([`crate::lexicon::sequence`]); `training/` trains it with the
//! features written here. Marks, numbers and addresses need no model.

use std::sync::OnceLock;

use crate::{
    document::{Document, Sentence, Tag, TokenKind},
    lexicon::{
        forms::{Form, OUTSIDE, Style},
        sequence::{Lattice, Model, combine},
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
        let found = lattice.best().zip(sentence.tokens.clone().rev());
        tags.extend(found.map(|(label, token)| match document.word(token) {
            "whose" => Tag::WPS,
            _ => LABELS.get(usize::from(label)).copied().unwrap_or_default(),
        }));
        tags.get_mut(from..).unwrap_or_default().reverse();
    }
    for (token, tag) in document.tokens.iter_mut().zip(tags) {
        token.tag = tag;
    }
}

/// What the features are made of, computed once for each token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The label of a token that needs no model.
    pub(crate) certain: Option<u8>,
    form: Form,
    /// How it is written: capitals, digits, the sentence's own way with capitals, first or not.
    shape: u32,
    /// Whether capitals are used in it, and whether that says something.
    capital: u32,
}

const NOTHING: Word = Word { certain: None, form: OUTSIDE, shape: OUTSIDE.shape, capital: 0 };

/// Looks at every token of a sentence.
pub(crate) fn look(document: &Document, sentence: &Sentence, words: &mut Vec<Word>) {
    words.clear();
    let is_word = |&token: &usize| document.kind(token) == Some(TokenKind::Word);
    let style = Style::of(sentence.tokens.clone().filter(is_word).map(|token| document.raw(token)));
    let mut first = true;
    for token in sentence.tokens.clone() {
        let kind = document.kind(token);
        let certain = match kind {
            Some(TokenKind::Number) => Some(1),
            Some(TokenKind::Word) => None,
            _ if document.word(token) == "&" => Some(0),
            _ => Some(32),
        };
        let form = Form::of(document.raw(token), document.word(token), is_word(&token));
        let place = match style {
            Style::Sentence if first => 1,
            Style::Sentence => 0,
            Style::Title => 2,
            Style::Capitals => 3,
        };
        let capital = match style {
            Style::Sentence => u32::from(form.shape > 0),
            Style::Title => 2 + u32::from(form.shape > 0),
            Style::Capitals => 4,
        };
        words.push(Word { certain, form, shape: form.shape * 4 + place, capital });
        first &= kind != Some(TokenKind::Word) && kind != Some(TokenKind::Number);
    }
}

/// How many features a word has.
pub(crate) const TEMPLATES: usize = 34;

/// The features of the word at position `at`.
pub(crate) fn describe(words: &[Word], at: usize, features: &mut Vec<u32>) {
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&NOTHING);
    let (before_shape, here_shape, after_shape) = (word(-1).shape, word(0).shape, word(1).shape);
    let capital = word(0).capital;
    let (before, here, after) = (word(-1).form, word(0).form, word(1).form);
    let (second_before, second_after) = (word(-2).form, word(2).form);
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
    add(here.whole, here_shape);
    for suffix in here.suffixes {
        add(suffix, capital);
    }
    for prefix in here.prefixes {
        add(prefix, 0);
    }
    add(here_shape, 0);
    add(here_shape * 64 + before_shape, after_shape);
    let [.., before_3, _, _] = before.suffixes;
    let [_, after_2, after_3, ..] = after.suffixes;
    add(before_3, 0);
    add(after_3, 0);
    add(before_3, suffix_3);
    add(suffix_3, after_3);
    add(before.whole, suffix_3);
    add(suffix_2, after.whole);
    add(suffix_2, here.prefixes[0]);
    add(before.whole, here_shape);
    add(here_shape, after.whole);
    add(before.whole, after_2);
    add(here.irregular, 0);
    add(here.irregular, before.irregular);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{read::read, story::Article};

    fn english(text: &str) -> Document {
        read(&Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() })
    }

    fn tags(text: &str) -> String {
        let document = english(text);
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
        check("Rescuers who reached the village helped its people.", "NNS WP VBD DT NN VBD PRPS NNS");
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
            let document = english(&text);
            for (at, token) in document.tokens.iter().enumerate() {
                let word = token.kind == TokenKind::Word;
                prop_assert!(!word || token.tag != Tag::Other || !document.is_english(), "{:?}", document.raw(at));
                prop_assert!(!document.lemma(at).is_empty() || document.word(at).is_empty());
            }
        }
    }
}
