//! Finds who says what: words in quotation marks, after a dash, or in the article's own words.

mod attribution;
mod direct;
mod marks;
mod speaker;

use crate::{document::Document, entity::Name, quote::Quote};
use speaker::Phrases;

/// The quotes of a document, in order of their starts.
#[must_use]
pub fn find(document: &Document, names: &[Name]) -> Vec<Quote> {
    let stretches = marks::stretches(document);
    let phrases = Phrases { document, names };
    direct::find(&phrases, &stretches)
}
