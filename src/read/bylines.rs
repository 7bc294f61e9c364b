//! Recognises who wrote an article: "By …", "… contributed from …".

use std::ops::Range;

use crate::{
    document::{Document, TokenKind},
    span::Span,
    word::is_one_of,
};

/// The most tokens of a byline.
const MAX_TOKENS: usize = 36;

/// Whether a line is a byline: "By Jo Vale", "BY JO VALE AND ANA ORME, Harbour Press", "Jo Vale | Harbour Press".
pub(super) fn is_byline(document: &Document, tokens: &Range<usize>) -> bool {
    if tokens.len() < 2 || tokens.len() > MAX_TOKENS {
        return false;
    }
    let opens = document.word(tokens.start);
    if is_one_of(opens, "by from") && document.is_capitalized(tokens.start) {
        let last = tokens.end.saturating_sub(1);
        let names = people(document, tokens.start + 1..tokens.end);
        // "By the Harbour Press team"
        if opens == "by" && is_one_of(document.word(last), "team staff desk newsroom editors reporters") {
            return tokens.len() <= 8;
        }
        // "From Jo Vale in Lisbon": without both, it may be a heading.
        let placed = names.first().is_some_and(|name| {
            let after = document.tokens_in(*name);
            after.len() >= 2 && is_one_of(document.word(after.end), "in at")
        });
        if opens == "from" && !placed {
            return false;
        }
        let first = names.first().map_or(0, |name| name.end);
        // After the names only an outlet, a role or a date may follow, in a line without a verb or a stop.
        let tail = document.tokens_in(Span::new(first, document.span_of(tokens).end));
        return first > 0
            && document.raw(last) != "."
            && (tail.is_empty() || opens_tail(document, tail.start))
            && tail.len() <= 24;
    }
    false
}

/// Whether what stands after a byline's name can belong to it.
fn opens_tail(document: &Document, token: usize) -> bool {
    document.word(token) == "and"
        || is_one_of(document.raw(token), ", | - – — / ( • · & ;")
        || document.word(token) == "in"
        || document.word(token) == "for"
        || document.kind(token) == Some(TokenKind::Address)
        || document.kind(token) == Some(TokenKind::Number)
        || document.is_capitalized(token)
}

/// Whether a sentence says who else worked on the article: "Jo Vale contributed from Lisbon."
pub(super) fn is_contribution(document: &Document, tokens: &Range<usize>) -> bool {
    let Some(verb) = contribution_verb(document, tokens) else { return false };
    let before_are_names = (tokens.start..verb).all(|token| {
        document.is_capitalized(token)
            || document.is_glued(token) && token > tokens.start
            || matches!(document.kind(token), Some(TokenKind::Punctuation | TokenKind::Symbol))
            || matches!(
                document.word(token),
                "and"
                    | "in"
                    | "writer"
                    | "writers"
                    | "reporter"
                    | "reporters"
                    | "correspondent"
                    | "correspondents"
                    | "journalist"
                    | "journalists"
                    | "staff"
                    | "also"
                    | "'s"
                    | "of"
                    | "the"
                    | "at"
                    | "from"
                    | "de"
                    | "van"
                    | "bin"
                    | "al"
                    | "der"
                    | "von"
                    | "el"
                    | "'"
                    | "news"
                    | "editor"
                    | "producer"
                    | "freelance"
                    | "agencies"
            )
    });
    verb > tokens.start && before_are_names
}

/// Where "contributed" stands in a sentence that ends as such notes do.
fn contribution_verb(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    if tokens.len() > MAX_TOKENS + 24 {
        return None;
    }
    let word = |token: usize| if tokens.contains(&token) { document.word(token) } else { "" };
    let verb = tokens.clone().find(|&token| {
        document.word(token) == "contributed" || document.word(token) == "reported" && word(token + 1) == "from"
    })?;
    let place = word(verb + 1) == "from" || word(verb + 1) == "in";
    let report = word(verb + 1) == "to"
        && is_one_of(word(verb + 2), "this the")
        && (verb + 3..verb + 6)
            .any(|token| is_one_of(word(token), "report story article reporting piece post dispatch"))
        || is_one_of(word(verb + 1), "reporting research");
    let short = tokens.end - verb <= 12;
    (report || place && short && document.is_capitalized(verb + 2) && tokens.len() <= MAX_TOKENS).then_some(verb)
}

/// The names at the start of the tokens, parted by commas, "and" or "&": two to five capitalised words each, or one.
pub(super) fn people(document: &Document, tokens: Range<usize>) -> Vec<Span> {
    let mut names: Vec<Span> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let start = at;
        while at < tokens.end && belongs_to_name(document, start, at, tokens.end) {
            at += 1;
        }
        let words = (start..at).filter(|&token| document.kind(token) == Some(TokenKind::Word)).count();
        if words == 0 || words > 6 || words < 2 && (!names.is_empty() || at < tokens.end) {
            break;
        }
        names.push(document.span_of(&(start..at)));
        // On to the next name, where one follows.
        let joint = at;
        while at < tokens.end && (is_one_of(document.raw(at), ", & ;") || document.word(at) == "and") {
            at += 1;
        }
        if at == joint {
            break;
        }
    }
    names
}

fn belongs_to_name(document: &Document, start: usize, token: usize, end: usize) -> bool {
    let capital = document.is_capitalized(token) && document.word(token) != "and" && document.word(token) != "for";
    let hyphen = document.raw(token) == "-" || document.raw(token) == "‑";
    let joins = token > start && token + 1 < end && document.is_glued(token) && document.is_glued(token + 1) && hyphen;
    let after_hyphen = token > start && document.is_glued(token) && document.kind(token) == Some(TokenKind::Word);
    let particle = token > start
        && token + 1 < end
        && document.is_capitalized(token + 1)
        && is_one_of(document.word(token), "de van der von bin al el da di du la le ten");
    capital || joins || after_hyphen || particle
}
