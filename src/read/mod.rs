//! Reads one article: HTML to text, text to sentences and tokens, furniture told from story.
//!
//! May use: nouns and the lexicon. Does not know that there is a second article.

mod addresses;
mod bylines;
mod characters;
mod datelines;
mod doubts;
mod furniture;
mod html;
mod language;
pub(crate) mod lemma;
mod lists;
mod origins;
mod paragraphs;
mod phrases;
mod pictures;
mod posts;
#[cfg(test)]
mod properties;
mod sentences;
pub(crate) mod tag;
mod tokens;

use crate::{date::Moment, document::Document, story::Article, word::is_one_of};

/// From how many tokens on a text is surer of its language than who gave it.
const LONG: usize = 20;

/// Cuts a text into words and sentences and does nothing else: what speed is held against.
#[cfg(feature = "bench")]
pub fn split(text: &str) -> usize {
    let mut document = Document { text: text.to_owned(), ..Document::default() };
    tokens::tokenize(&mut document);
    sentences::split(&mut document);
    document.sentences.len()
}

/// Reads an article. Whatever is odd about it becomes a warning.
#[must_use]
pub fn read(article: &Article) -> Document {
    let given = article.text.as_deref().filter(|text| !text.is_empty());
    let mut page = match (given, article.html.as_deref()) {
        // The text is the article; the HTML still tells where it is from.
        (Some(text), Some(html)) => {
            html::Page { text: text.to_owned(), metadata: html::read_metadata(html), ..html::Page::default() }
        }
        (Some(text), None) => html::Page { text: text.to_owned(), ..html::Page::default() },
        (None, Some(html)) => html::read(html),
        (None, None) => html::Page::default(),
    };
    let metadata = std::mem::take(&mut page.metadata);
    let mut document = Document {
        text: std::mem::take(&mut page.text),
        source: article.source.clone().or(metadata.source),
        title: article.title.clone().or(metadata.title),
        url: article.url.clone().or(metadata.url),
        authors: metadata.authors,
        published: article.published.as_deref().and_then(Moment::parse).or(metadata.published),
        ..Document::default()
    };
    tokens::tokenize(&mut document);
    // What the text shows is surer than what the page says of itself, and what the caller says surer than both, unless it
    // is English and the text is not.
    let detected = language::detect(&document);
    document.lang = match (&article.lang, metadata.lang) {
        (Some(given), _)
            if !given.starts_with("en") || is_one_of(detected, "en und") || document.tokens.len() < LONG =>
        {
            given.clone()
        }
        (_, Some(stated)) if detected == "und" || stated.starts_with(detected) => stated,
        _ => detected.to_owned(),
    };
    sentences::split(&mut document);
    furniture::find(&mut document, &page, given.is_none());
    origins::find(&mut document);
    doubts::find(&mut document, page.cut, given.is_none());
    if let Some(date) = metadata.unreadable.filter(|_| document.published.is_none()) {
        doubts::undated(&mut document, &date);
    }
    if document.is_english() {
        tag::tag(&mut document);
        lemma::lemmatize(&mut document);
    }
    document
}
