//! Speech without quotation marks, set off by a dash: `We will go – said Lee.` and, at the start of a paragraph, `– We will go.`

use crate::{
    document::{Document, Tag},
    extract::{phrases::Phrases, quotes::attribution::cue_verb},
    quote::{Quote, QuoteKind},
    span::Span,
    word::is_one_of,
};

/// The sentences that are speech by their dashes, in order.
#[must_use]
pub fn find(phrases: &Phrases) -> Vec<Quote> {
    let document = phrases.document;
    let mut quotes = Vec::new();
    for (_, sentence) in document.story_sentences() {
        let tokens = sentence.tokens.clone();
        let opens = is_dash(document, tokens.start) && !document.is_glued(tokens.start + 1);
        let first = tokens.start + usize::from(opens);
        // The last dash that a verb of saying and its subject follow, up to the sentence's end.
        let found = (first + 2..tokens.end).rev().find_map(|dash| {
            if !is_dash(document, dash) || document.tag(dash + 1) == Tag::VBG || document.is_capitalized(dash + 1) {
                return None;
            }
            cue_verb(document, dash + 1).filter(|verb| !verb.thought)?;
            let speaker = phrases.after(dash + 2, tokens.end)?;
            (speaker.tokens.start == dash + 2).then_some((dash, speaker))
        });
        let Some((dash, speaker)) = found else { continue };
        let span = document.span_of(&(first..dash));
        if span.len() < 12 || document.slice(span).contains(['"', '“', '”', '«']) {
            continue;
        }
        let cue = document.tokens.get(dash + 1).map(|token| token.span);
        quotes.push(Quote {
            span: Span::new(span.start, span.end),
            kind: QuoteKind::Direct,
            speaker: Some(speaker),
            cue,
        });
    }
    quotes
}

/// A dash between words, not a hyphen in one.
fn is_dash(document: &Document, token: usize) -> bool {
    is_one_of(document.word(token), "– — -- ―") || (document.word(token) == "-" && !document.is_glued(token))
}
