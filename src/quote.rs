//! Who said what.

use std::ops::Range;

use crate::span::Span;

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// In quotation marks, or set off as speech by a dash.
    Direct,
    /// In the article's own words: `Lee said that …`.
    Indirect,
}

/// How the article names a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpeakerKind {
    /// By a name; the name's position in [`Extraction::names`](crate::claim::Extraction::names).
    Name(usize),
    /// By a pronoun.
    Pronoun,
    /// By a role or description: `the ministry`, `a police spokesman`.
    Description,
}

/// The words by which an article names a speaker or a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Where they stand: the whole phrase with role and name, or the pronoun.
    pub span: Span,
    /// The same as tokens.
    pub tokens: Range<usize>,
    /// What they are.
    pub kind: SpeakerKind,
}

/// Words that an article gives as somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quoted words, without the marks.
    pub span: Span,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// Who says them, as far as this article tells.
    pub speaker: Option<Speaker>,
    /// The verb or phrase of saying: `said`, `according to`.
    pub cue: Option<Span>,
}
