//! Finds what one article says: names, times, quantities, quotes, claims, charged words.
//!
//! May use: nouns and the lexicon. Does not know that there is a second article.

mod charged;
mod claims;
mod cursor;
mod names;
mod numbers;
mod phrases;
mod quantities;
mod quotes;
mod times;

use crate::{claim::Extraction, document::Document};

/// Searches a document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    let names = names::find(document);
    let times = times::find(document);
    let quantities = quantities::find(document, &times);
    let quotes = quotes::find(document, &names);
    let claims = claims::find(document, &names, &quotes);
    let charged = charged::find(document, &names, &quotes::quoted(document));
    Extraction { names, times, quantities, quotes, claims, charged }
}
