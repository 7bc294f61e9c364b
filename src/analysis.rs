//! What comes out: everything that the story's articles say, together and apart.

use crate::{
    claim::WordingKind,
    document::Document,
    entity::Entity,
    error::Warning,
    fact::{Fact, Happening},
    quantity::Quantity,
    quote::QuoteKind,
    span::{Passage, Span},
    time::TimeExpression,
};

/// A finding and the article in which it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct InArticle<T> {
    /// The article's position in the story.
    pub article: usize,
    /// What was found there.
    pub finding: T,
}

/// Quoted words with their speaker known over all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenQuote {
    /// The quoted words, without the marks.
    pub passage: Passage,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// The speaker's position in [`Analysis::entities`].
    pub speaker: Option<usize>,
    /// How the article names the speaker at this quote; for a pronoun, the name that it stands for where known.
    pub speaker_text: Option<String>,
    /// The verb or phrase of saying.
    pub cue: Option<Span>,
}

/// A sentence of the summary, verbatim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySentence {
    /// The sentence.
    pub passage: Passage,
    /// The articles that say the same, this one first.
    pub articles: Vec<usize>,
    /// The ids of the facts that it carries, conflicts included.
    pub facts: Vec<String>,
}

/// Wording that two articles have in common beyond what names, quotations and stock phrases explain.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedText {
    /// One article's position.
    pub a: usize,
    /// The other's, greater than `a`.
    pub b: usize,
    /// How much of the shorter article's story text stands in the other, from 0 to 1. Below 0.01 only phrases are common.
    pub share: f64,
    /// The stretches, in `a` and in `b`; none where only phrases are common.
    pub passages: Vec<(Passage, Passage)>,
}

/// Which articles share text, and which of them count as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// Pairs of articles with wording in common.
    pub pairs: Vec<SharedText>,
    /// For each article, the group of articles that are one text: the position of the group's first.
    pub texts: Vec<usize>,
}

/// A word or name that stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Where it stands.
    pub passage: Passage,
    /// What it is.
    pub kind: WordingKind,
    /// Whom it is about: a position in [`Analysis::entities`].
    pub about: Option<usize>,
}

/// Everything that was read from a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// What the story is called.
    pub title: Option<String>,
    /// The articles as they were read, in the story's order.
    pub articles: Vec<Report>,
    /// People, organisations, places, events.
    pub entities: Vec<Entity>,
    /// Expressions of time, by article and place.
    pub dates: Vec<InArticle<TimeExpression>>,
    /// Quantities, by article and place.
    pub quantities: Vec<InArticle<Quantity>>,
    /// Quotes, by article and place.
    pub quotes: Vec<SpokenQuote>,
    /// The same words of the same speaker in two or more articles: groups of positions in `quotes`.
    pub quote_variants: Vec<Vec<usize>>,
    /// Facts: conflicts, then what is agreed, then what only one says; each by weight.
    pub facts: Vec<Fact>,
    /// The sentences that say it best, weightiest first.
    pub summary: Vec<SummarySentence>,
    /// Pairs of articles with wording in common.
    pub lineage: Vec<SharedText>,
    /// For each article, the group of articles that are one text: the position of the group's first.
    pub texts: Vec<usize>,
    /// What stands out in the wording, by article and place.
    pub wording: Vec<Wording>,
    /// What happened when.
    pub timeline: Vec<Happening>,
    /// What was odd about the articles.
    pub warnings: Vec<Warning>,
}

/// One article: what was given of it, and how it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Its id in the story.
    pub id: String,
    /// The article as it was read: text, sentences, furniture, origins.
    pub document: Document,
    /// For each sentence of the document, how the other articles stand to it.
    pub standing: Vec<Standing>,
}

/// How the other articles stand to a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Sentences of other articles that report the same.
    pub same: Vec<Passage>,
    /// Ids of conflicts that the sentence is part of.
    pub conflicts: Vec<String>,
}
