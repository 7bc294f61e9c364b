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

use crate::{
    claim::Extraction,
    document::Document,
    entity::{EntityKind, Name},
};

/// How many names may stand in one another.
const NESTED: usize = 8;

/// Searches a document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    let mut names = names::find(document);
    let mut times = times::find(document);
    // "April Jones" names no month, and the "Eve" of Christmas nobody.
    times.retain(|time| {
        let within = |name: &Name| name.span.contains(time.span) && name.span != time.span;
        // Names stand in order, and few stand in another, so that one which holds the time is among the last to begin.
        let begun = names.get(..names.partition_point(|name| name.span.start <= time.span.start)).unwrap_or_default();
        !begun.iter().rev().take(NESTED).any(|name| name.kind == EntityKind::Person && within(name))
    });
    let free = |name: &Name| {
        let next = times.partition_point(|time| time.span.end <= name.span.start);
        times.get(next).is_none_or(|time| !time.span.contains(name.span))
    };
    if !names.iter().all(free) {
        names = names::without(names, free);
    }
    let quantities = quantities::find(document, &times);
    let quotes = quotes::find(document, &names);
    let claims = claims::find(document, &names, &quotes);
    let charged = charged::find(document, &names, &quotes::quoted(document));
    Extraction { names, times, quantities, quotes, claims, charged }
}
