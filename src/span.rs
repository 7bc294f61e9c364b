//! Where words stand.

use std::ops::Range;

/// A stretch of one article's text, in UTF-8 bytes, end exclusive, always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two have at least one byte in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range of bytes, to cut a text with `str::get`.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A stretch of one of the story's articles: what every shown word can be traced to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// The article's position in the story, from 0.
    pub article: usize,
    /// Where in its text.
    pub span: Span,
}

impl Passage {
    /// `span` in the article at position `article`.
    #[must_use]
    pub const fn new(article: usize, span: Span) -> Self {
        Self { article, span }
    }

    /// Whether both stand in the same article and have at least one byte in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.article == other.article && self.span.overlaps(other.span)
    }
}
