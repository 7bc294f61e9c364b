//! Finds the noun phrase that a number counts: `cooperation documents`, `memorandums of understanding`.

use std::ops::Range;

use crate::{
    document::{Document, Tag, TokenKind},
    extract::cursor::Cursor,
    lexicon::STOP_WORDS,
    word::is_one_of,
};

/// Words that stand for those they befell.
const BEFALLEN: &[&str] = &["dead", "injured", "wounded", "missing", "hurt", "killed", "homeless", "unaccounted"];

/// Reads the counted noun phrase here and steps over it. `barrier` is a token that it may not reach, such as a date's.
pub(super) fn counted(cursor: &mut Cursor<'_>, barrier: usize, partitive: bool) -> Option<Range<usize>> {
    let mut ahead = Cursor { end: cursor.end.min(barrier), ..*cursor };
    // "six of the deaths", "half of his troops"
    let mut of = ahead;
    if of.accept("of") {
        of.accept("all");
        let determined = of.accept("the its their his her our my your these those all");
        if determined || partitive {
            ahead = of;
        }
    } else if partitive {
        let mut the = ahead;
        if the.accept("the its their his her all our") {
            the.accept("the");
            ahead = the;
        }
    }
    // "half a point", "a quarter of a point"
    if partitive && ahead.is_word("a") && ahead.is_ahead(1, "point") {
        ahead.skip(1);
    }
    // "two of Holt's deputies"
    if of.is_back(1, "of") {
        let owner = (1..4).find(|&count| of.is_ahead(count, "'s '"));
        if let Some(owner) = owner.filter(|&owner| (0..owner).all(|at| of.document.is_capitalized(of.at + at))) {
            ahead.at = of.at + owner + 1;
        }
    }
    // "eight of the twelve hostages"
    if ahead.at > cursor.at && ahead.document.tag(ahead.at) == Tag::CD {
        ahead.skip(1);
    }
    ahead.accept_hyphen();
    let tokens = phrase(&ahead)?;
    cursor.at = tokens.end;
    Some(tokens)
}

fn phrase(cursor: &Cursor<'_>) -> Option<Range<usize>> {
    let document = cursor.document;
    let start = cursor.at;
    if BEFALLEN.contains(&cursor.word()) && !(document.tag(start + 1).is_noun() && start + 1 < cursor.end) {
        return Some(start..start + 1);
    }
    if cursor.is_word("times") {
        return Some(start..start + 1);
    }
    let tagged = (start..cursor.end.min(start + 4)).any(|at| document.tag(at) != Tag::Other);
    let head = if tagged { by_tags(cursor)? } else { by_shape(cursor)? };
    let end = of_phrase(cursor, head);
    Some(start..end)
}

/// The token after the head noun, by parts of speech.
fn by_tags(cursor: &Cursor<'_>) -> Option<usize> {
    let document = cursor.document;
    let start = cursor.at;
    let mut head = None;
    let mut plural = false;
    let mut at = start;
    while at < cursor.end && at < start + 8 {
        let tag = document.tag(at);
        let word = document.word(at);
        let hyphen = word == "-" && document.is_glued(at) && document.is_glued(at + 1);
        if hyphen && at > start {
            at += 1;
            continue;
        }
        if is_one_of(word, "or and") {
            // "digital and physical sales", "homes and businesses"
            let joins =
                head.is_none() && at > start && (document.tag(at + 1).is_adjective() || document.tag(at + 1).is_noun());
            if plural && joins_plurals(cursor, at) {
                return Some(at + 2);
            }
            if !joins {
                break;
            }
        } else if tag.is_noun() {
            // After "people" a name or a further noun begins something else: "12 people Monday".
            if plural && (tag.is_proper() || !compound(document, at)) {
                break;
            }
            plural = matches!(tag, Tag::NNS | Tag::NNPS);
            head = Some(at + 1);
        } else if tag.is_adjective()
            || (matches!(tag, Tag::VBN | Tag::VBG | Tag::RB | Tag::RBR | Tag::RBS | Tag::FW) && head.is_none())
        {
            // "16,369 up 58 points": an adverb leads only to an adjective.
            let adverb = tag.is_adverb()
                && !(document.tag(at + 1).is_adjective() || matches!(document.tag(at + 1), Tag::VBN | Tag::VBG));
            if adverb || (head.is_some() && (plural || !document.tag(at + 1).is_noun())) {
                break;
            }
            if is_one_of(word, "more less") && document.is_word(at + 1, "than") {
                break;
            }
        } else if tag == Tag::CD
            && head.is_none()
            && at > start
            && document.tag(at - 1) == Tag::JJ
            && document.tag(at + 1).is_noun()
        {
            // "two new 737 Max jets"
        } else {
            break;
        }
        at += 1;
    }
    head
}

/// Whether a conjunction at `at`, after a plural noun, leads to another that is counted with it: `homes and businesses`. After a
/// verb before the number, one behind that noun begins a clause of its own: `burned 12 homes and officials said`.
fn joins_plurals(cursor: &Cursor<'_>, at: usize) -> bool {
    let document = cursor.document;
    let again = document.tag(at + 1) == Tag::NNS && document.word(at + 1) != document.word(at - 1);
    let finite = |at: usize| document.tag(at).is_finite();
    let told = cursor.at.saturating_sub(8)..cursor.at;
    again && !document.tag(at + 2).is_noun() && !(finite(at + 2) && told.into_iter().any(finite))
}

/// Whether the noun at `at`, after a plural one, goes with it: `sports cars`.
fn compound(document: &Document, at: usize) -> bool {
    matches!(document.tag(at), Tag::NNS) && !matches!(document.tag(at + 1), Tag::NN | Tag::NNS)
}

/// The token after the head noun where no parts of speech are known: the first plural among the next words.
fn by_shape(cursor: &Cursor<'_>) -> Option<usize> {
    let document = cursor.document;
    for at in cursor.at..cursor.end.min(cursor.at + 4) {
        let word = document.word(at);
        if document.kind(at) != Some(TokenKind::Word) || STOP_WORDS.contains(word) {
            return None;
        }
        let plural = (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            || is_one_of(word, "people men women children");
        if plural {
            return Some(at + 1);
        }
    }
    None
}

/// The end of `of` and a noun without a determiner after the head: `memorandums of understanding`.
fn of_phrase(cursor: &Cursor<'_>, head: usize) -> usize {
    let document = cursor.document;
    if head + 1 >= cursor.end || !document.is_word(head, "of") {
        return head;
    }
    let mut end = head + 1;
    let mut last = head;
    while end < cursor.end && end < head + 4 {
        let tag = document.tag(end);
        if matches!(tag, Tag::NN | Tag::NNS) {
            last = end + 1;
        } else if !(tag == Tag::JJ && last == head) {
            break;
        }
        end += 1;
    }
    // Without parts of speech one plain word is the safe guess.
    if last == head && document.tag(head + 1) == Tag::Other && document.kind(head + 1) == Some(TokenKind::Word) {
        let word = document.word(head + 1);
        if !STOP_WORDS.contains(word) && !document.is_capitalized(head + 1) {
            return head + 2;
        }
    }
    last
}
