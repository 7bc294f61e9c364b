//! Tells numbers that are no quantities: names, addresses, telephone numbers, scores, list numbers, leftover years.

use std::ops::Range;

use crate::{
    document::{Document, Tag, TokenKind},
    letter,
    lexicon::{
        STOP_WORDS,
        measure::{LABEL_NOUNS, MODIFIERS, STREET_WORDS},
        time::month,
    },
    quantity::Unit,
    word::is_one_of,
};

/// Whether the number at `number` (tokens), which has the unit `unit`, is no quantity.
pub(super) fn is_other(
    document: &Document,
    sentence: &Range<usize>,
    number: &Range<usize>,
    unit: &Unit,
    counted: &Range<usize>,
) -> bool {
    let first = number.start;
    let figures = document.kind(first) == Some(TokenKind::Number);
    let before = first.checked_sub(1).filter(|&at| at >= sentence.start);
    let word = before.map_or("", |at| document.word(at));
    let measured = !matches!(unit, Unit::None | Unit::Counted(_));
    // "20th", "1990s", "49ers", "9AB8": letters behind the figures that are no unit make another word of them.
    let after = number.end;
    let lettered =
        document.kind(after) == Some(TokenKind::Word) && document.is_glued(after) && !document.is_word(after, "x 's");
    if figures && lettered && !measured {
        return true;
    }
    // "Model 3s", "the 2018s"
    if figures && document.is_word(after, "s") && document.is_glued(after) {
        let named = before.is_some_and(|at| document.is_capitalized(at) && document.tag(at).is_proper());
        if named || document.raw(first).len() > 3 {
            return true;
        }
    }
    // "the bottom three"
    if *unit == Unit::None && is_one_of(word, "top bottom") {
        return true;
    }
    // "44 BC"
    if document.is_word(after, "bc bce") && document.is_capitalized(after) {
        return true;
    }
    // "31 February": a day that no calendar has.
    let first_counted = counted.clone().next().unwrap_or(usize::MAX);
    if counted.len() == 1 && document.is_capitalized(first_counted) && month(document.word(first_counted)).is_some() {
        return true;
    }
    // "(7203.T)": a share's ticker
    let ticker = document.is_word(after, ".") && document.is_glued(after) && document.is_glued(after + 1);
    if figures && ticker && document.is_capitalized(after + 1) && document.raw(after + 1).len() <= 2 {
        return true;
    }
    // "a one-time grant", "two-way trade"
    if document.is_word(after, "-")
        && document.is_word(after + 1, "time way sided off on")
        && document.is_glued(after + 1)
    {
        return true;
    }
    // "a best-of-seven series"
    let joined = |at: Option<usize>| at.is_some_and(|at| document.word(at) == "-" && document.is_glued(at));
    if joined(before) && first >= 3 && document.is_word(first - 2, "of") && joined(Some(first - 3)) {
        return true;
    }
    // "no one"
    if document.is_word(first, "one") && word == "no" {
        return true;
    }
    if document.is_word(first, "half")
        && is_one_of(word, "first second other latter last final opening better third each same")
    {
        return true;
    }
    // "0207 555 0123"
    let chain =
        (0..4).map_while(|back| first.checked_sub(back)).take_while(|&at| document.kind(at) == Some(TokenKind::Number));
    let dialled = |at: usize| {
        let raw = document.raw(at);
        raw.len() > 2 && raw.starts_with('0') && raw.bytes().all(|byte| byte.is_ascii_digit())
    };
    if figures && !measured && chain.last().is_some_and(dialled) {
        return true;
    }
    // "the Six-Day War"
    if document.is_word(after, "-") && document.is_capitalized(after + 1) && document.is_capitalized(after + 2) {
        return true;
    }
    let proper = counted.clone().next().is_some_and(|at| document.is_capitalized(at) && document.tag(at).is_proper());
    // "the One China policy"
    if document.is_word(first, "one") && proper {
        return true;
    }
    if chained(document, number) && !measured {
        return true;
    }
    if figures && document.is_glued(first) {
        let two = first.checked_sub(2).map_or("", |at| document.word(at));
        let hyphenated = is_one_of(word, "- –") && document.is_glued(first - 1) && !two.is_empty();
        let lettered = hyphenated
            && two.chars().next_back().is_some_and(letter::is_letter)
            && !is_one_of(two, "mid minus to near over under");
        if lettered || is_one_of(word, "# @ _ / : .") && !measured {
            return true;
        }
    }
    if measured {
        return false;
    }
    // "1. Open the door": a number that only counts the items of a list.
    if figures && first == sentence.start && document.is_word(number.end, ".") && number.end + 1 < sentence.end {
        return true;
    }
    if figures && word == "(" && document.is_word(after, ")") && document.raw(first).len() <= 3 {
        return true;
    }
    if is_one_of(word, "# №") || (LABEL_NOUNS.contains(word) && figures) {
        return true;
    }
    if street(document, sentence, number) {
        return true;
    }
    // "Boeing 747", "iPhone 14": a figure behind a name belongs to it.
    if let Some(at) = before.filter(|_| figures) {
        let named = document.raw(at).chars().any(letter::is_capital)
            && (at > sentence.start || document.tag(at).is_proper())
            && !STOP_WORDS.contains(word)
            && MODIFIERS.get(word).is_none()
            && !document.tag(at).is_verb()
            && !matches!(document.tag(at), Tag::JJ | Tag::IN | Tag::RB | Tag::DT);
        let raw = document.raw(first);
        let plain = raw.len() <= 4 && raw.bytes().all(|byte| byte.is_ascii_digit());
        let plural = counted.clone().next_back().is_some_and(|at| matches!(document.tag(at), Tag::NNS | Tag::NNPS));
        // "the Falcon 9 rockets" are not nine; but "in Orm 9 rockets fell" may be.
        let led = at.checked_sub(1).filter(|&lead| lead >= sentence.start).is_some_and(|lead| {
            matches!(document.tag(lead), Tag::DT | Tag::CD | Tag::PRPS | Tag::POS) && document.tag(at).is_proper()
        });
        if named && plain && number.len() == 1 && (counted.is_empty() || proper || !plural || led) {
            return true;
        }
    }
    // What looks like a year and counts nothing is one that was not sure enough to be a date.
    let raw = document.raw(first);
    figures
        && number.len() == 1
        && counted.is_empty()
        && raw.len() == 4
        && (raw.starts_with("19") || raw.starts_with("20"))
        && raw.bytes().all(|byte| byte.is_ascii_digit())
        && MODIFIERS.get(word).is_none()
}

/// `555-1212`, `3-2-1`, `10:4`, `192.168.1.1`: a chain of figures.
fn chained(document: &Document, number: &Range<usize>) -> bool {
    let link = |at: usize| {
        document.is_word(at, "- : /")
            && document.is_glued(at)
            && document.is_glued(at + 1)
            && document.kind(at + 1) == Some(TokenKind::Number)
    };
    let stroke = |at: usize| document.is_word(at, "/") && document.is_glued(at) && document.is_glued(at + 1);
    if stroke(number.end) && document.kind(number.end + 1) == Some(TokenKind::Number) {
        return true;
    }
    let ahead = link(number.end) && link(number.end + 2);
    let back = number.start >= 2 && link(number.start - 1) && {
        number.start >= 4
            && link(number.start.saturating_sub(3))
            && document.kind(number.start - 2) == Some(TokenKind::Number)
    };
    let middle = link(number.end)
        && number.start >= 2
        && link(number.start - 1)
        && document.kind(number.start - 2) == Some(TokenKind::Number);
    let long = document.raw(number.start).len() >= 3
        && link(number.end)
        && document.raw(number.end + 1).len() == 4
        && document.raw(number.end) == "-"
        && document.raw(number.start).len() == 3;
    ahead || back || middle || long || document.is_word(number.end, ":") && link(number.end)
}

/// `10 Downing Street`: a number before a name that ends like a street's.
fn street(document: &Document, sentence: &Range<usize>, number: &Range<usize>) -> bool {
    let mut at = number.end;
    while at < sentence.end && at < number.end + 4 && document.is_capitalized(at) {
        if STREET_WORDS.contains(document.word(at)) {
            return at > number.end;
        }
        at += 1;
    }
    false
}
