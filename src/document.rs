//! What reading leaves: one article's text, cut into sentences and tokens, with the furniture known as such.

use std::ops::Range;

use crate::{date::Moment, error::Warning, letter, span::Span, word::is_one_of};

/// What sort of thing a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits or full stops in them: `Seoul`, `U.S.`, `A320`, `'s`, `n't`.
    Word,
    /// Digits with their separators: `14`, `1,000`, `2.5`.
    Number,
    /// An e-mail or web address, a user's handle.
    Address,
    /// A quotation mark or an apostrophe used as one.
    QuoteMark,
    /// Any other punctuation: `.`, `,`, `-`, `—`, `(`.
    Punctuation,
    /// A sign that stands for a word: `$`, `€`, `%`, `+`.
    Symbol,
}

/// Part of speech and inflection, as in the Penn Treebank's tag set, punctuation and symbols apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are the Penn Treebank's")]
#[rustfmt::skip]
pub enum Tag {
    /// Not a word: punctuation, a symbol, or a text in a language that is not tagged.
    #[default]
    Other,
    CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, TO, UH,
    VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB,
}

impl Tag {
    /// A common or proper noun.
    #[must_use]
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS | Self::NNP | Self::NNPS)
    }

    /// A proper noun.
    #[must_use]
    pub const fn is_proper(self) -> bool {
        matches!(self, Self::NNP | Self::NNPS)
    }

    /// A verb in any form, modals apart.
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::VB | Self::VBD | Self::VBG | Self::VBN | Self::VBP | Self::VBZ)
    }

    /// A verb form that can be a clause's only verb: past, present, or a modal.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBP | Self::VBZ | Self::MD)
    }

    /// An adjective in any degree.
    #[must_use]
    pub const fn is_adjective(self) -> bool {
        matches!(self, Self::JJ | Self::JJR | Self::JJS)
    }

    /// An adverb in any degree.
    #[must_use]
    pub const fn is_adverb(self) -> bool {
        matches!(self, Self::RB | Self::RBR | Self::RBS)
    }
}

/// A word, number, mark or symbol. Hyphens between letters are tokens of their own, as are `'s` and `n't`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// What sort of thing it is.
    pub kind: TokenKind,
    /// Its part of speech; [`Tag::Other`] until the article is tagged.
    pub tag: Tag,
    /// Where its folded form stands in [`Document::folded`].
    pub(crate) folded: Span,
    /// Where its lemma stands in [`Document::folded`].
    pub(crate) lemma: Span,
}

/// Text that is not the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// Who wrote it: "By …".
    Byline,
    /// Where and when it was written, before the first sentence: "BEIJING —".
    Dateline,
    /// Whom a photo or graphic is from, and who else worked on the report: "… contributed from …".
    Credit,
    /// A heading over the article or a section.
    Heading,
    /// What a picture shows.
    Caption,
    /// Newsletters, donations, "read more", shares.
    Promo,
    /// Anything else: copyright, corrections, update notices.
    Other,
}

/// A stretch of text that is not the story, kept and shown in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// An agency, reporter or outlet that the article itself credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its name as written.
    pub name: String,
    /// Where the credit stands.
    pub span: Span,
}

/// A sentence, a heading, or a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at either end.
    pub span: Span,
    /// Its tokens, as positions in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Which paragraph it belongs to, from 0.
    pub paragraph: usize,
    /// What it is if it is not part of the story.
    pub furniture: Option<FurnitureKind>,
}

/// One article as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The text: as given, or the main text of the HTML. Every [`Span`] points into it.
    pub text: String,
    /// The folded forms and lemmas of all tokens, one after the other.
    pub(crate) folded: String,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order, without overlap; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// What is not the story, in order.
    pub furniture: Vec<Furniture>,
    /// The headings inside an article that was taken from HTML, in order: they are part of its text, and so not in
    /// `furniture`, but no sentences that report anything.
    pub headings: Vec<Span>,
    /// Whom the article credits.
    pub origins: Vec<Origin>,
    /// The language as a BCP 47 tag, given or detected; `und` where it could not be told.
    pub lang: String,
    /// Who published it, given or found in the HTML.
    pub source: Option<String>,
    /// The headline, given or found in the HTML.
    pub title: Option<String>,
    /// Who wrote it, as the HTML's metadata says.
    pub authors: Vec<String>,
    /// Where it was published, given or found in the HTML. Only `http` and `https`.
    pub url: Option<String>,
    /// When it was published, given or found in the HTML.
    pub published: Option<Moment>,
    /// Whether the text looks cut off or only partly extracted, so that what is missing may be our omission.
    pub truncated: bool,
    /// What was odd about it; `article` is filled in by the caller.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// Whether the article is in English, and so read in full.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.lang == "en" || self.lang.starts_with("en-")
    }

    /// The text at `span`; empty where it points outside.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The token as written; empty where there is none.
    #[must_use]
    pub fn raw(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.slice(token.span))
    }

    /// The token folded: lower case, straight apostrophes, ordinary hyphens; empty where there is none.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.folded.get(token.folded.range()).unwrap_or(""))
    }

    /// Whether the folded token is one of `words`, which stand with spaces between them.
    #[must_use]
    pub fn is_word(&self, token: usize, words: &'static str) -> bool {
        is_one_of(self.word(token), words)
    }

    /// The token's dictionary form, folded: `sign` for `signed`, `agreement` for `Agreements`; empty where there is none.
    #[must_use]
    pub fn lemma(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.folded.get(token.lemma.range()).unwrap_or(""))
    }

    /// The token's part of speech.
    #[must_use]
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::Other, |token| token.tag)
    }

    /// The token's kind.
    #[must_use]
    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    /// Whether the token is a word whose first letter is a capital.
    #[must_use]
    pub fn is_capitalized(&self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Word) && self.raw(token).chars().next().is_some_and(letter::is_capital)
    }

    /// Whether no white space stands between the token and the one before it.
    #[must_use]
    pub fn is_glued(&self, token: usize) -> bool {
        let before = token.checked_sub(1).and_then(|before| self.tokens.get(before));
        matches!((before, self.tokens.get(token)), (Some(before), Some(token)) if before.span.end == token.span.start)
    }

    /// The stretch of text that the tokens cover; empty for no tokens.
    #[must_use]
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        let last = tokens.end.checked_sub(1).filter(|&last| last >= tokens.start);
        match (self.tokens.get(tokens.start), last.and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The tokens that lie wholly inside `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The head of a noun phrase, as a position in `tokens`: its last word, or the last before `of`.
    #[must_use]
    pub fn head(&self, phrase: Range<usize>) -> Option<usize> {
        let end = phrase.clone().find(|&token| self.word(token) == "of").unwrap_or(phrase.end);
        (phrase.start..end).next_back()
    }

    /// The sentence that holds the byte at `offset`, or the next one after it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= offset);
        (index < self.sentences.len()).then_some(index)
    }

    /// The sentences that belong to the story, with their positions.
    pub fn story_sentences(&self) -> impl Iterator<Item = (usize, &Sentence)> {
        self.sentences.iter().enumerate().filter(|(_, sentence)| sentence.furniture.is_none())
    }
}
