//! Finds datelines: where and when a report was written, and by which agency, before its first sentence.

use std::ops::Range;

use crate::{
    document::{Document, FurnitureKind, Sentence, TokenKind},
    letter,
    lexicon::text::{AGENCIES, DATELINE_LABELS},
    word::is_one_of,
};

use super::phrases::longest;

/// The most tokens of a dateline, its dash included.
const MAX_TOKENS: usize = 24;
/// A mixed-case place alone, as in "Lisbon — Ministers …", is a dateline only in one of the first paragraphs.
const OPENING: usize = 3;
/// The fewest tokens of the sentence that follows a dateline.
const MIN_SENTENCE: usize = 4;

/// Gives every dateline a sentence of its own, so that the story's sentence starts after it.
pub(super) fn part(document: &mut Document) {
    let mut sentences: Vec<Sentence> = Vec::with_capacity(document.sentences.len() + 2);
    for paragraph in document.sentences.chunk_by(|one, next| one.paragraph == next.paragraph) {
        let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { continue };
        let number = first.paragraph;
        let mut push = |tokens: Range<usize>, furniture| {
            if !tokens.is_empty() {
                sentences.push(Sentence { span: document.span_of(&tokens), tokens, paragraph: number, furniture });
            }
        };
        // Sought in the paragraph: "PORT VALE, Jan. 5 (AP) —" may have been cut after an abbreviation.
        let dateline = dateline(document, first.tokens.start..last.tokens.end, number);
        let from = dateline.as_ref().map_or(first.tokens.start, |dateline| dateline.end);
        push(dateline.unwrap_or(0..0), Some(FurnitureKind::Dateline));
        for sentence in paragraph {
            push(sentence.tokens.start.max(from)..sentence.tokens.end, sentence.furniture);
        }
    }
    document.sentences = sentences;
}

/// The tokens of the dateline with which a paragraph starts, its dash included.
fn dateline(document: &Document, tokens: Range<usize>, paragraph: usize) -> Option<Range<usize>> {
    let mut at = tokens.start;
    let (mut capitals, mut names, mut numbers) = (0, 0, 0);
    let mut agency = false;
    let end = tokens.end.min(tokens.start + MAX_TOKENS);
    let dash = loop {
        if at >= end {
            return None;
        }
        let raw = document.raw(at);
        match document.kind(at)? {
            TokenKind::Word if agency => return None,
            TokenKind::Word if raw.chars().next().is_some_and(letter::is_capital) => {
                names += 1;
                let letters = raw.chars().filter(|&character| letter::is_letter(character)).count();
                capitals += usize::from(letters >= 3 && !raw.chars().any(letter::is_small));
            }
            // "RIO de JANEIRO", "Jan 5th", "and": small words between names.
            TokenKind::Word
                if names > 0 && is_one_of(document.word(at), "de do la the and of th st nd rd al el near in") => {}
            TokenKind::Number if names > 0 => numbers += 1,
            TokenKind::Punctuation => match raw {
                "(" | "[" => {
                    let at_open = at;
                    let close = (at + 1..end).find(|&token| is_one_of(document.raw(token), ") ]"))?;
                    // After a place in capitals, any name in brackets is an agency, be it known or not.
                    let named =
                        capitals > 0 && close <= at + 5 && (at + 1..close).all(|token| document.is_capitalized(token));
                    agency = named || is_agency(document, at + 1..close);
                    if !agency {
                        return None;
                    }
                    at = close;
                    // "(CNN) Ministers met": no dash at all.
                    if paragraph < OPENING
                        && document.is_capitalized(close + 1)
                        && names <= 4
                        && known(document, at_open + 1..close)
                    {
                        break close;
                    }
                }
                "—" | "–" | "--" | "―" => break at,
                // A spaced hyphen is a dash; one between letters is part of a name.
                "-" if !document.is_glued(at) && !document.is_glued(at + 1) => break at,
                "-" if agency => break at,
                ":" if agency || capitals > 0 && capitals == names && paragraph < OPENING => break at,
                "," | "/" | "." if names > 0 => {}
                "-" if document.is_glued(at) && document.is_glued(at + 1) => {}
                _ => return None,
            },
            _ => return None,
        }
        at += 1;
    };
    let next = dash + 1;
    let follows = tokens.end.saturating_sub(next) >= MIN_SENTENCE;
    let large = document.raw(next).chars().next().is_some_and(|first| !letter::is_small(first));
    let word = document.word(tokens.start);
    // "NEW — The bridge is shut", but "NEW YORK — The bridge is shut"
    let is_label = DATELINE_LABELS.contains(word) && !(word == "new" && names > 1);
    let sound = agency
        || capitals > 0 && capitals + numbers + 3 >= names && !is_label && shouted(document, tokens.start)
        || numbers > 0 && (1..=4).contains(&names) && paragraph < OPENING && has_month(document, tokens.start..dash)
        || numbers == 0
            && (1..=3).contains(&names)
            && paragraph < OPENING
            && !is_label
            && document.raw(dash) != "-"
            && large
            && tokens.len() > 14
            && document.is_capitalized(next);
    (follows && sound && names <= 9 && (names > 0 || agency)).then_some(tokens.start..next)
}

/// Whether the word is written in capitals throughout.
fn shouted(document: &Document, token: usize) -> bool {
    !document.raw(token).chars().any(letter::is_small)
}

fn has_month(document: &Document, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|token| {
        let word = document.word(token);
        word.len() >= 3
            && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
                .iter()
                .any(|month| word.starts_with(month))
    })
}

fn known(document: &Document, tokens: Range<usize>) -> bool {
    longest(document, tokens.clone(), &AGENCIES).is_some_and(|(end, _)| end == tokens.end)
}

/// Whether what stands in brackets is an agency: a known one, or a short name in capitals.
fn is_agency(document: &Document, tokens: Range<usize>) -> bool {
    let short =
        tokens.len() == 1 && shouted(document, tokens.start) && (2..=6).contains(&document.raw(tokens.start).len());
    (short || longest(document, tokens.clone(), &AGENCIES).is_some()) && tokens.len() <= 6
}
