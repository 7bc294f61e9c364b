//! Speech without quotation marks, set off by a dash: `We will go – said Lee.` and, at the start of a paragraph, `– We will go.`

use crate::{
    document::{Document, Tag},
    extract::{
        phrases::Phrases,
        quotes::attribution::{self, cue_verb},
    },
    lexicon::phrases::FIRST_PERSON,
    quote::{Quote, QuoteKind, Speaker},
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
            cue_verb(document, dash + 1).filter(|verb| !verb.thought && !document.is_word(dash + 2, "that"))?;
            let speaker = phrases.after(dash + 2, tokens.end)?;
            // "The plan – called the New Start by some – failed" is none.
            let after = speaker.tokens.end;
            let ends = after >= tokens.end || is_one_of(document.word(after), ", . ; ! ?");
            (speaker.tokens.start == dash + 2 && ends).then_some((dash, speaker))
        });
        let found =
            found.map(|(dash, speaker)| (dash, speaker, dash + 1)).or_else(|| named(phrases, first, tokens.end));
        let Some((last, speaker, verb)) =
            found.or_else(|| opens.then(|| dialogue(phrases, first, tokens.end)).flatten())
        else {
            continue;
        };
        let span = document.span_of(&(first..last));
        if span.len() < 12 || document.slice(span).contains(['"', '“', '”', '«']) {
            continue;
        }
        let cue = document.tokens.get(verb).map(|token| token.span);
        quotes.push(Quote {
            span: Span::new(span.start, span.end),
            kind: QuoteKind::Direct,
            speaker: Some(speaker),
            cue,
        });
    }
    quotes
}

/// Speech before a last dash behind which somebody is only said to have said it: `We will go – Mara Lee said.`
fn named(phrases: &Phrases, first: usize, end: usize) -> Option<(usize, Speaker, usize)> {
    let document = phrases.document;
    let dash = (first + 2..end).rev().find(|&dash| is_dash(document, dash))?;
    let ends = |verb: usize| verb + 1 >= end || verb + 2 == end && document.is_word(verb + 1, ".");
    let verb = (dash + 2..end).find(|&verb| ends(verb))?;
    cue_verb(document, verb).filter(|verb| !verb.thought)?;
    let speaker = phrases.before(verb, dash + 1)?;
    (speaker.tokens.start == dash + 1).then_some((dash, speaker, verb))
}

/// Speech after a dash that opens the paragraph, as in a novel: `— We will go, said Lee.` A list has such dashes, too: the
/// words must be those of somebody who speaks. Gives where they end, who speaks, and the verb.
fn dialogue(phrases: &Phrases, first: usize, end: usize) -> Option<(usize, Speaker, usize)> {
    let document = phrases.document;
    if document.is_word(first.checked_sub(1)?, "-") {
        return None;
    }
    (first + 1..end).rev().find_map(|mark| {
        let called = document.is_word(mark, "? !");
        let last = if called { mark + 1 } else { mark };
        let spoken = called || (first..mark).any(|token| FIRST_PERSON.contains(document.word(token)));
        if !(spoken && (called || document.is_word(mark, ","))) {
            return None;
        }
        let found = attribution::after(phrases, mark + 1..end, true).filter(|found| !found.relays)?;
        let speaker = found.speaker?;
        (speaker.tokens.start.min(found.cue.start) == mark + 1).then_some((last, speaker, found.cue.start))
    })
}

/// A dash between words, not a hyphen in one.
fn is_dash(document: &Document, token: usize) -> bool {
    is_one_of(document.word(token), "– — -- ―") || (document.word(token) == "-" && !document.is_glued(token))
}
