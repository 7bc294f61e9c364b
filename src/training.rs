//! What the program in `training/` needs to see of the library: documents made of given tokens, and the features that
//! the models work on at run time, so that training can use no others.

pub use crate::read::read;
pub use crate::read::tag::{LABELS, VERSION};
use crate::{
    document::{Document, Sentence, Token, TokenKind},
    lexicon::sequence::Model,
    read::{lemma, tag},
    span::Span,
};

/// A document of tokens that are already told apart, a space between every two.
#[must_use]
pub fn document(sentences: &[Vec<(String, TokenKind)>]) -> Document {
    let mut document = Document { lang: "en".to_owned(), ..Document::default() };
    for (paragraph, sentence) in sentences.iter().enumerate() {
        let (first, start) = (document.tokens.len(), document.text.len());
        for (form, kind) in sentence {
            let span = Span::new(document.text.len(), document.text.len() + form.len());
            let from = document.folded.len();
            document.text.push_str(form);
            document.text.push(' ');
            document.folded.push_str(&form.to_lowercase().replace(['’', '‘'], "'").replace(['‐', '‑'], "-"));
            let folded = Span::new(from, document.folded.len());
            document.tokens.push(Token { span, kind: *kind, tag: Default::default(), folded, lemma: folded });
        }
        let tokens = first..document.tokens.len();
        let span = Span::new(start, document.text.len());
        document.sentences.push(Sentence { span, tokens, paragraph, furniture: None });
    }
    document
}

/// For each sentence and token: the label that needs no model, or the features.
#[must_use]
pub fn tag_features(document: &Document) -> Vec<Vec<Result<u8, Vec<u32>>>> {
    let mut words = Vec::new();
    let mut sentences = Vec::new();
    for sentence in &document.sentences {
        tag::look(document, sentence, &mut words);
        let described = words.iter().enumerate().map(|(at, word)| {
            let mut features = Vec::new();
            tag::describe(&words, at, &mut features);
            word.certain.ok_or(features)
        });
        sentences.push(described.collect());
    }
    sentences
}

/// Tags a document with a model that is still in the making; false where the bytes are not a model.
#[must_use]
pub fn tag_with(document: &mut Document, model: &[u8]) -> bool {
    Model::read(model).inspect(|model| tag::tag_with(document, model)).is_some()
}

/// Fills in the lemmas of a document that is tagged.
pub fn lemmatize(document: &mut Document) {
    lemma::lemmatize(document);
}

/// The dictionary spelling of a form that is not inflected.
#[must_use]
pub fn spelling(word: &str) -> String {
    let mut lemma = String::new();
    crate::lexicon::lemmas::lemmatize(word, crate::document::Tag::NN, &mut lemma);
    lemma
}
