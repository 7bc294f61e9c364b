//! Tells from the verbs around an expression whether it looks back or ahead.

use std::ops::Range;

use crate::{
    document::{Document, Tag},
    lexicon::time::{FORWARD_WORDS, PAST_FORMS},
    word::is_one_of,
};

/// Which way an expression looks from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Back,
    Ahead,
    /// The verbs do not tell.
    Open,
}

/// Which way the expression at `tokens` looks, by the nearest verb before it in its sentence, or else after it.
pub(super) fn direction(document: &Document, sentence: &Range<usize>, tokens: &Range<usize>) -> Direction {
    match document.word(tokens.start.wrapping_sub(1)) {
        "since" => return Direction::Back,
        "until" | "till" | "by" => return Direction::Ahead,
        "as" if tokens.start >= 2 && document.is_word(tokens.start - 2, "soon early") => {
            return Direction::Ahead;
        }
        _ => {}
    }
    let mut at = tokens.start;
    while at > sentence.start.max(tokens.start.saturating_sub(30)) {
        at -= 1;
        if document.is_word(at, ";") {
            break;
        }
        if let Some(direction) = by_verb(document, sentence, at) {
            return direction;
        }
    }
    for at in tokens.end..sentence.end.min(tokens.end + 15) {
        if document.is_word(at, ";") {
            break;
        }
        match by_verb(document, sentence, at) {
            Some(Direction::Open) | None => {}
            Some(direction) => return direction,
        }
    }
    Direction::Open
}

/// What the token at `at` says, where it is a verb or a word of planning.
fn by_verb(document: &Document, sentence: &Range<usize>, at: usize) -> Option<Direction> {
    let word = document.word(at);
    let back =
        |count: usize| at.checked_sub(count).filter(|&at| at >= sentence.start).map_or("", |at| document.word(at));
    match word {
        // "between May and July", "Will Holt": a month and a man.
        "may" | "will" if at > sentence.start && document.is_capitalized(at) => return None,
        "will" | "'ll" | "shall" | "wo" => return Some(Direction::Ahead),
        "due" | "payable" | "scheduled" | "slated" | "tentatively" | "deadline" | "upcoming" => {
            return Some(Direction::Ahead);
        }
        // "may go home Friday"; "may have gone home Friday" meets its participle first.
        "would" | "could" | "may" | "might" | "can" | "should" => return Some(Direction::Ahead),
        _ => {}
    }
    let tag = document.tag(at);
    if tag == Tag::VB || (tag == Tag::Other && back(1) == "to") {
        if back(1) != "to" {
            return None;
        }
        // "plans to meet Monday" looks ahead; "failed to appear Monday" leaves it to the verb before.
        let planned = (2..=4).any(|count| FORWARD_WORDS.contains(back(count)));
        return planned.then_some(Direction::Ahead);
    }
    let past = match tag {
        Tag::VBD => true,
        Tag::VBN => {
            let future = (1..=4).any(|count| is_one_of(back(count), "will 'll to"));
            if future {
                return Some(Direction::Ahead);
            }
            true
        }
        Tag::Other => PAST_FORMS.contains(word) || (word.len() > 4 && word.ends_with("ed")),
        _ => false,
    };
    if past {
        return Some(if FORWARD_WORDS.contains(word) && word != "asked" && word != "agreed" {
            Direction::Ahead
        } else {
            Direction::Back
        });
    }
    match tag {
        // "says" and "is" say nothing; "opens Monday" looks ahead, save over or under a picture.
        // Taken for a noun: "the minister arrives".
        Tag::NNS if !document.tag(at.wrapping_sub(1)).is_noun() => None,
        Tag::VBZ | Tag::VBP | Tag::NNS => match word {
            "says" | "say" => None,
            "has" | "have" | "had" => Some(Direction::Back),
            _ if FORWARD_WORDS.contains(word) && !is_one_of(word, "is are be") && !is_furniture(document, at) => {
                Some(Direction::Ahead)
            }
            _ if tag == Tag::NNS => None,
            _ => Some(Direction::Open),
        },
        _ => None,
    }
}

/// Whether the token stands in a heading, a caption or the like, where the present tells of what is over.
fn is_furniture(document: &Document, token: usize) -> bool {
    let start = document.tokens.get(token).map_or(0, |token| token.span.start);
    let sentence = document.sentence_at(start).and_then(|index| document.sentences.get(index));
    sentence.is_none_or(|sentence| sentence.furniture.is_some())
}
