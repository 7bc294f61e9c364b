//! Recognises what belongs to a picture: captions and credits.

use std::ops::Range;

use crate::{
    document::Document,
    letter,
    lexicon::text::{AGENCIES, CREDIT_WORDS},
    word::{self, is_one_of},
};

use super::{paragraphs::ends_sentence, phrases::longest};

/// Whether a line credits a picture: "Photo: …", "Image credit: …", "© Harbour Press".
pub(super) fn credits(document: &Document, tokens: &Range<usize>) -> bool {
    let named = tokens.clone().any(|token| {
        document.is_capitalized(token)
            && CREDIT_WORDS.contains(document.word(token))
            && (document.raw(token + 1) == ":"
                || document.word(token + 1) == "credit"
                || document.raw(token + 1) == "/")
    });
    let early = tokens.clone().take(8).any(|token| CREDIT_WORDS.contains(document.word(token)));
    // "Jo Vale/Harbour Press", "Ana Orme via Getty Images"
    let agency = tokens.clone().skip(1).any(|token| {
        (document.raw(token - 1) == "/" && document.is_glued(token)
            || document.word(token - 1) == "via"
            || document.word(token - 1) == "copyright")
            && (longest(document, token..tokens.end, &AGENCIES).is_some()
                || is_one_of(document.word(token), "getty shutterstock"))
    });
    (named && early || agency) && !ends_sentence(document.slice(document.span_of(tokens)))
        || document.raw(tokens.start) == "©"
        || (document.word(tokens.start) == "photo" && document.word(tokens.start + 1) == "by")
}

/// Whether a line ends with the agency that a picture is from: "… on Monday Jo Vale/Reuters", "… on Monday. REUTERS/Jo Vale".
pub(super) fn ends_with_agency(document: &Document, tokens: &Range<usize>) -> bool {
    let last = tokens.end.saturating_sub(6).max(tokens.start + 1);
    (last..tokens.end).any(|token| {
        let agency = |tokens| longest(document, tokens, &AGENCIES).is_some();
        // "REUTERS/Jo Vale"
        let first = document.raw(token) == "/" && document.is_capitalized(token + 1) && agency(token - 1..token);
        let glued = document.raw(token - 1) == "/" && document.is_glued(token);
        first && document.is_glued(token) || glued && (agency(token..tokens.end) || document.word(token) == "getty")
    })
}

/// Whether a paragraph says that it is a picture's: "FILE - …", "… in this undated photo".
pub(super) fn describes_picture(document: &Document, tokens: &Range<usize>) -> bool {
    let word = |token: usize| if tokens.contains(&token) { document.word(token) } else { "" };
    tokens.clone().any(|token| {
        is_one_of(word(token), "photo photograph image picture screengrab still")
            // A date may stand between: "in this Jan. 5, 2026, file photo".
            && (1..9).any(|back| token > back && word(token - back) == "this" && word(token - back - 1) == "in")
            && (word(token - 1) == "this"
                || is_one_of(word(token - 1), "undated file handout video satellite combination aerial"))
    })
}

/// Whether a text ends with a credit in brackets or after a bar: "… on Monday. (AP Photo/Jo Vale)".
pub(super) fn credit_at_end(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    let last = match text.chars().next_back() {
        Some(')') => text.rfind('(').and_then(|open| text.get(open..)),
        Some(']') => text.rfind('[').and_then(|open| text.get(open..)),
        _ => text.rfind(['|', '©', '\n']).and_then(|bar| text.get(bar..)),
    };
    let Some(last) = last.filter(|last| last.len() < 120) else { return false };
    let words = || last.split(|character: char| !letter::is_letter_or_figure(character));
    let photo = words().any(|word| {
        ["photo", "photos", "image", "images", "photograph", "pool", "getty", "shutterstock", "screenshot", "handout"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    });
    photo
        && last.chars().any(letter::is_capital)
        && (last.contains(['/', ':'])
            || last.starts_with('©')
            || ["by ", "Getty", "via", "AP"].iter().any(|part| word::find(last, part).is_some()))
}
