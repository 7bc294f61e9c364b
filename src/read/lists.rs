//! Recognises the markers of list items: `1.`, `(a)`, `iv)`, `•`.

use std::ops::Range;

use crate::document::{Document, TokenKind};

/// A marker at the start of a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its tokens.
    pub tokens: Range<usize>,
    style: Style,
    /// Its place in the order: 1 for `1`, `a` and `i`.
    number: usize,
    /// The same read as a Roman numeral, where it can be.
    roman: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Bullet(char),
    /// Digits or letters, whether opened with a parenthesis, and how closed.
    Counted {
        letters: bool,
        opened: bool,
        stop: bool,
        closed: bool,
    },
}

impl Marker {
    /// Whether it is the first of a list in figures.
    pub(super) fn begins(&self) -> bool {
        self.number == 1 && matches!(self.style, Style::Counted { letters: false, .. })
    }

    /// Whether `next` can mark the item after this one's.
    pub(super) fn precedes(&self, next: &Self) -> bool {
        self.style == next.style
            && (matches!(self.style, Style::Bullet(_))
                || next.number == self.number + 1
                || matches!((self.roman, next.roman), (Some(this), Some(next)) if next == this + 1))
    }
}

/// The marker that starts at the token `at`, where one does and an item follows it before `end`.
pub(super) fn marker_at(document: &Document, at: usize, end: usize) -> Option<Marker> {
    let raw = |token: usize| if token < end { document.raw(token) } else { "" };
    let first = raw(at).chars().next()?;
    let marker = |tokens: Range<usize>, style, number, roman| {
        (tokens.end < end && !document.is_glued(tokens.end)).then_some(Marker { tokens, style, number, roman })
    };
    let mut from = at;
    if matches!(first, '•' | '⁃' | '▪' | '◦' | '‣' | '●' | '■') {
        let Some(inner) = counted(document, at + 1, end) else {
            return (at + 1 < end).then_some(Marker {
                tokens: at..at + 1,
                style: Style::Bullet(first),
                number: 0,
                roman: None,
            });
        };
        return marker(at..inner.tokens.end, Style::Bullet(first), 0, None);
    }
    let opened = first == '(';
    if opened {
        from += 1;
    }
    let inner = counted(document, from, end)?;
    let Style::Counted { letters, stop, closed, .. } = inner.style else { return None };
    if opened && !closed {
        return None;
    }
    marker(at..inner.tokens.end, Style::Counted { letters, opened, stop, closed }, inner.number, inner.roman)
}

/// Digits, a letter or a Roman numeral with a stop, a parenthesis or both after it.
fn counted(document: &Document, at: usize, end: usize) -> Option<Marker> {
    let word = document.word(at);
    let bare = word.strip_suffix('.').unwrap_or(word);
    let mut stop = bare.len() < word.len();
    let roman = roman(bare);
    let (letters, number) = match document.kind(at)? {
        TokenKind::Number if bare.len() <= 3 => (false, bare.parse().ok()?),
        TokenKind::Word if bare.len() == 1 => (true, usize::from(bare.bytes().next()?.checked_sub(b'a')?) + 1),
        TokenKind::Word => (true, roman?),
        _ => return None,
    };
    let mut next = at + 1;
    if !stop && document.raw(next) == "." && document.is_glued(next) {
        stop = true;
        next += 1;
    }
    let closed = next < end && document.raw(next) == ")" && document.is_glued(next);
    if closed {
        next += 1;
    }
    // "A. Smith": an initial.
    let initial = letters && !closed && document.is_capitalized(at) && document.raw(at).len() <= 2;
    (stop && !initial || closed).then_some(Marker {
        tokens: at..next,
        style: Style::Counted { letters, opened: false, stop, closed },
        number,
        roman,
    })
}

/// The value of a small Roman numeral in lower case, up to 39.
fn roman(word: &str) -> Option<usize> {
    let (mut total, mut last) = (0, 0);
    if word.is_empty() || word.len() > 6 {
        return None;
    }
    for byte in word.bytes().rev() {
        let value: usize = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        if value < last {
            total = usize::saturating_sub(total, value);
        } else {
            total += value;
        }
        last = last.max(value);
    }
    Some(total)
}
