//! Which sentences may stand in a summary, and how well each stands without its neighbours.

use std::ops::Range;

use crate::{
    document::{Document, Furniture, Sentence, Tag, TokenKind},
    lexicon::phrases::{FIRST_PERSON, LEANING_OPENINGS, POINTING_PRONOUNS, longest_match},
    order::Set,
    quote::QuoteKind,
    reading::Reading,
    span::{Passage, Span},
};

/// Sentences with fewer words say too little, sentences with more are a burden.
const WORDS: std::ops::RangeInclusive<usize> = 8..=60;
/// The first sentence of an article counts twice as much as the last; so many sentences on, half of that is gone.
const LEAD: f64 = 4.0;
/// What is left of a sentence's weight when it leans on the one before: opens with a pronoun or a connective.
const LEANING: f64 = 0.3;
/// The same when it has a pronoun for a person further on, but no name before that.
const POINTING: f64 = 0.7;
/// The same when a quotation in it is not closed or was opened before, so that it is a piece of a longer speech.
const PIECE: f64 = 0.3;
/// The same when it has no verb, as captions have none.
const VERBLESS: f64 = 0.3;
/// The same when it speaks of "I" and "we".
const PERSONAL: f64 = 0.5;
/// The same when it is cut off, asks, or is a heading.
const UNENDED: f64 = 0.1;

/// A sentence that may stand in the summary.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its article's position in the story.
    pub article: usize,
    /// Its position in the document.
    pub sentence: usize,
    /// Where it stands.
    pub passage: Passage,
    /// How many words it has.
    pub words: usize,
    /// How well it stands alone and how early it comes: what its weight is multiplied with.
    pub fitness: f64,
    /// How much more it weighs for what other texts say, and how much less for its length; see `summarize`.
    pub factors: (f64, f64),
    /// Whether it is among an article's first two sentences and says who, and when or where.
    pub opens: bool,
    /// What it says: positions in the list of concepts, ascending.
    pub concepts: Vec<usize>,
}

/// So many quotations before a sentence's end may hold it.
const QUOTES: usize = 8;

/// How many words at its beginning tell that a sentence stands in a quotation elsewhere.
const OPENING: usize = 5;

/// The first words of what is said in quotation marks, sentence by sentence, in any of the articles.
fn spoken(readings: &[Reading]) -> Set<String> {
    let mut openings = Set::new();
    for Reading { document, extraction } in readings {
        for quote in extraction.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
            let tokens = document.tokens_in(quote.span);
            let begins = |&token: &usize| {
                token == tokens.start || document.is_word(token.saturating_sub(1), ". ! ?") && token > tokens.start
            };
            openings.extend(tokens.clone().filter(begins).filter_map(|start| opening(document, start..tokens.end)));
        }
    }
    openings
}

/// The first words of the tokens, marks left out; nothing where there are fewer.
fn opening(document: &Document, tokens: Range<usize>) -> Option<String> {
    let is_word = |&token: &usize| matches!(document.kind(token), Some(TokenKind::Word | TokenKind::Number));
    let words: Vec<&str> = tokens.filter(is_word).take(OPENING).map(|token| document.word(token)).collect();
    (words.len() == OPENING).then(|| words.join(" "))
}

/// The story sentences of all articles that are neither too short nor too long; all of them where none is.
pub fn candidates(readings: &[Reading]) -> Vec<Candidate> {
    let spoken = &spoken(readings);
    let all: Vec<Candidate> = readings
        .iter()
        .enumerate()
        .flat_map(|(article, reading)| {
            let sentences = reading.document.story_sentences().enumerate();
            sentences.map(move |(place, (index, sentence))| candidate(article, reading, index, sentence, place, spoken))
        })
        .collect();
    let fitting: Vec<Candidate> = all.iter().filter(|candidate| WORDS.contains(&candidate.words)).cloned().collect();
    if fitting.is_empty() { all } else { fitting }
}

fn candidate(
    article: usize,
    reading: &Reading,
    index: usize,
    sentence: &Sentence,
    place: usize,
    spoken: &Set<String>,
) -> Candidate {
    let (document, extraction) = (&reading.document, &reading.extraction);
    let words = sentence
        .tokens
        .clone()
        .filter(|&token| matches!(document.kind(token), Some(TokenKind::Word | TokenKind::Number)))
        .count();
    let next = extraction.names.partition_point(|name| name.span.start < sentence.span.start);
    let named = extraction.names.get(next).is_some_and(|name| sentence.span.contains(name.span));
    let dated = extraction.times_in(sentence.span).next().is_some();
    // What others put in quotation marks says here, without them, not who speaks: a post as it was written.
    let is_mark = |token: usize| document.kind(token) == Some(TokenKind::QuoteMark);
    let unsigned = !sentence.tokens.clone().any(is_mark)
        && opening(document, sentence.tokens.clone()).is_some_and(|opening| spoken.contains(&opening));
    Candidate {
        article,
        sentence: index,
        passage: Passage::new(article, without_dateline(document, sentence)),
        words,
        fitness: (1.0 + lead(place)) * stands_alone(reading, sentence) * if unsigned { PIECE } else { 1.0 },
        factors: (1.0, 1.0),
        opens: place < 2 && named && dated,
        concepts: Vec::new(),
    }
}

/// The sentence without the dateline or byline that it begins with.
fn without_dateline(document: &Document, sentence: &Sentence) -> Span {
    let begins = |furniture: &&Furniture| {
        furniture.span.start <= sentence.span.start
            && sentence.span.contains(Span::new(furniture.span.end, furniture.span.end))
    };
    let next = document.furniture.partition_point(|furniture| furniture.span.end < sentence.span.start);
    let mut near = document.furniture.iter().skip(next).take_while(|piece| piece.span.start <= sentence.span.start);
    let Some(furniture) = near.find(begins) else { return sentence.span };
    let words = |&token: &usize| {
        matches!(document.kind(token), Some(TokenKind::Word | TokenKind::Number | TokenKind::QuoteMark))
    };
    let first = document.tokens_in(Span::new(furniture.span.end, sentence.span.end)).find(words);
    let start =
        first.and_then(|first| document.tokens.get(first)).map_or(sentence.span.start, |first| first.span.start);
    Span::new(start, sentence.span.end)
}

/// From 1 for an article's first sentence towards 0.
#[expect(clippy::cast_precision_loss, reason = "articles have few sentences")]
fn lead(place: usize) -> f64 {
    LEAD / (LEAD + place as f64)
}

/// From 1 for a sentence that needs no other down towards 0.
fn stands_alone(reading: &Reading, sentence: &Sentence) -> f64 {
    let (document, extraction) = (&reading.document, &reading.extraction);
    let words = || sentence.tokens.clone().filter(|&token| document.kind(token) != Some(TokenKind::QuoteMark));
    let mut fitness = 1.0;
    let opens_leaning = longest_match(&LEANING_OPENINGS, words().take(6).map(|token| document.word(token))).is_some();
    let first_name = extraction.names.partition_point(|name| name.span.start < sentence.span.start);
    let first_name = extraction.names.get(first_name).map_or(usize::MAX, |name| name.tokens.start);
    let pronoun = words().find(|&token| POINTING_PRONOUNS.contains(document.word(token)));
    // "Will have double thrust." leaves out who.
    let opens_with_verb = words().next().is_some_and(|first| {
        document.tag(first) == Tag::MD || document.tag(first).is_finite() || document.tag(first) == Tag::VB
    });
    if opens_leaning || opens_with_verb && document.is_english() {
        fitness *= LEANING;
    } else if pronoun.is_some_and(|pronoun| pronoun < first_name) {
        fitness *= POINTING;
    }
    let text = document.slice(sentence.span);
    if is_piece_of_speech(text) || is_all_speech(text) || is_within_speech(reading, sentence) {
        fitness *= PIECE;
    }
    let end = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    let ends = end.ends_with(['.', '!']) && !end.ends_with("..");
    if !ends {
        fitness *= UNENDED;
    }
    if document.is_english() && !sentence.tokens.clone().any(|token| document.tag(token).is_finite()) {
        fitness *= VERBLESS;
    }
    if speaks_of_itself(document, sentence) {
        fitness *= PERSONAL;
    }
    fitness
}

/// Whether quotation marks are opened and not closed in `text`, or closed and not opened.
fn is_piece_of_speech(text: &str) -> bool {
    let count = |mark: char| text.chars().filter(|&character| character == mark).count();
    count('"') % 2 == 1 || count('“') != count('”')
}

/// Whether quotation marks hold all of it, so that it does not say who speaks.
fn is_all_speech(text: &str) -> bool {
    let marks: &[char] = &['"', '“', '”'];
    let inside = text.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inside.is_some_and(|inside| !inside.contains(marks))
}

/// Whether a quotation, whatever its marks are, begins before the sentence, ends after it, or holds all of it.
fn is_within_speech(reading: &Reading, sentence: &Sentence) -> bool {
    let (span, quotes) = (sentence.span, &reading.extraction.quotes);
    // The quotation's marks are not its own.
    let holds = |quote: Span| {
        quote.overlaps(span)
            && (quote.start < span.start
                || quote.end > span.end
                || quote.start <= span.start + '“'.len_utf8() && span.end <= quote.end + '”'.len_utf8())
    };
    // Quotations come in order of their starts, and few sentences hold parts of many.
    let near = quotes.partition_point(|quote| quote.span.start < span.end);
    let near = quotes.get(near.saturating_sub(QUOTES)..near).unwrap_or_default();
    near.iter().any(|quote| quote.kind == QuoteKind::Direct && holds(quote.span))
}

/// Whether the sentence says "I" or "we" outside quotation marks: a column, or a speech without its speaker.
fn speaks_of_itself(document: &Document, sentence: &Sentence) -> bool {
    let mut quoted = false;
    for token in sentence.tokens.clone() {
        match document.kind(token) {
            Some(TokenKind::QuoteMark) if matches!(document.raw(token), "\"" | "“" | "”") => quoted = !quoted,
            Some(TokenKind::Word) if !quoted && FIRST_PERSON.contains(document.word(token)) => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_speech() {
        let check = |text: &str, expected: bool| assert_eq!(is_piece_of_speech(text), expected, "{text}");
        check("The port reopens on Monday.", false);
        check("“It reopens,” she said.", false);
        check("\"It reopens,\" she said.", false);
        check("“It reopens.", true);
        check("It reopens.”", true);
        assert!(is_all_speech("“It reopens.”") && !is_all_speech("“It reopens,” she said."));
        assert!(!is_all_speech("“It reopens,” she said, “on Monday.”"));
        check("\"It reopens.", true);
        check("The harbour master’s office isn’t open.", false);
    }
}
