//! Reads one article: HTML to text, text to sentences and tokens, furniture told from story.
//!
//! May use: nouns and the lexicon. Does not know that there is a second article.

mod addresses;
mod bylines;
mod datelines;
mod furniture;
pub(crate) mod lemma;
mod lists;
mod origins;
mod paragraphs;
mod phrases;
mod sentences;
pub(crate) mod tag;
mod tokens;

use crate::{date::Moment, document::Document, story::Article};

/// Reads an article. Whatever is odd about it becomes a warning.
#[must_use]
pub fn read(article: &Article) -> Document {
    let mut document = Document {
        text: article.text.clone().unwrap_or_default(),
        lang: article.lang.clone().unwrap_or_else(|| "en".to_owned()),
        source: article.source.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published.as_deref().and_then(Moment::parse),
        ..Document::default()
    };
    tokens::tokenize(&mut document);
    sentences::split(&mut document);
    furniture::find(&mut document, &[]);
    origins::find(&mut document);
    if document.is_english() {
        tag::tag(&mut document);
        lemma::lemmatize(&mut document);
    }
    document
}
