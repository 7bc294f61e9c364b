//! A place among the tokens of a sentence, from which a rule reads ahead.

use crate::{
    document::{Document, TokenKind},
    lexicon::WordMap,
    span::Span,
};

/// A position in a run of tokens. Copying it is how a rule tries something and goes back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    /// The article.
    pub document: &'a Document,
    /// The token that is looked at, as a position in `Document::tokens`.
    pub at: usize,
    /// Where the run ends.
    pub end: usize,
}

impl<'a> Cursor<'a> {
    /// At token `at` of a run that ends before token `end`.
    pub fn new(document: &'a Document, at: usize, end: usize) -> Self {
        Self { document, at, end }
    }

    /// The folded word here; empty at the end.
    pub fn word(&self) -> &'a str {
        self.ahead(0)
    }

    /// The folded word `count` tokens ahead; empty beyond the end.
    pub fn ahead(&self, count: usize) -> &'a str {
        let at = self.at + count;
        if at < self.end { self.document.word(at) } else { "" }
    }

    /// The folded word `count` tokens back, 1 being the one before; empty before the article's first token.
    pub fn back(&self, count: usize) -> &'a str {
        self.at.checked_sub(count).map_or("", |at| self.document.word(at))
    }

    /// Whether the folded word here is one of `words`, which stand with spaces between them.
    pub fn is_word(&self, words: &'static str) -> bool {
        self.is_ahead(0, words)
    }

    /// Whether the folded word `count` tokens ahead is one of `words`.
    pub fn is_ahead(&self, count: usize, words: &'static str) -> bool {
        let at = self.at + count;
        at < self.end && self.document.is_word(at, words)
    }

    /// Whether the folded word `count` tokens back, 1 being the one before, is one of `words`.
    pub fn is_back(&self, count: usize, words: &'static str) -> bool {
        self.at.checked_sub(count).is_some_and(|at| self.document.is_word(at, words))
    }

    /// Whether "around" here belongs to a verb before it, and makes nothing inexact: "the plane turned around four hours into
    /// its flight".
    pub fn is_turn_around(&self) -> bool {
        self.is_word("around") && self.is_back(1, "turn turns turned turning")
    }

    /// The token here as written.
    pub fn raw(&self) -> &'a str {
        if self.at < self.end { self.document.raw(self.at) } else { "" }
    }

    /// Whether the token here is of that kind.
    pub fn is(&self, kind: TokenKind) -> bool {
        self.at < self.end && self.document.kind(self.at) == Some(kind)
    }

    /// Whether the word here is capitalised.
    pub fn is_capitalized(&self) -> bool {
        self.at < self.end && self.document.is_capitalized(self.at)
    }

    /// Whether no white space stands before this token.
    pub fn is_glued(&self) -> bool {
        self.at < self.end && self.document.is_glued(self.at)
    }

    /// Steps over `count` tokens.
    pub fn skip(&mut self, count: usize) {
        self.at = (self.at + count).min(self.end);
    }

    /// Steps over the word if it is one of `words`, which stand with spaces between them.
    pub fn accept(&mut self, words: &'static str) -> bool {
        let accepted = self.is_word(words);
        if accepted {
            self.at += 1;
        }
        accepted
    }

    /// Steps over a hyphen or a dash.
    pub fn accept_hyphen(&mut self) -> bool {
        self.accept("- – ‐ ‑ − —")
    }

    /// Steps over a full stop that belongs to the abbreviation before it, where the tokenizer set it apart.
    pub fn accept_stop(&mut self) {
        if self.is_word(".") && self.is_glued() && self.at + 1 < self.end {
            self.at += 1;
        }
    }

    /// Steps over the longest phrase of `map` that stands here and gives its value.
    pub fn phrase(&mut self, map: &WordMap) -> Option<&'static str> {
        let first = self.word();
        if first.is_empty() {
            return None;
        }
        let mut best = map.get(first).map(|value| (1, value));
        if map.extends(first) {
            let mut phrase = String::from(first);
            let mut count = 1;
            loop {
                let next = self.ahead(count);
                if next.is_empty() {
                    break;
                }
                phrase.push(' ');
                phrase.push_str(next);
                count += 1;
                if let Some(value) = map.get(&phrase) {
                    best = Some((count, value));
                }
                if !map.extends(&phrase) {
                    break;
                }
            }
        }
        let (count, value) = best?;
        self.skip(count);
        Some(value)
    }

    /// The text from here up to the first white space, or where the run ends.
    pub fn glued_text(&self) -> &'a str {
        let mut last = self.at;
        while last + 1 < self.end && self.document.is_glued(last + 1) && last - self.at < 16 {
            last += 1;
        }
        if self.at < self.end { self.document.slice(self.document.span_of(&(self.at..last + 1))) } else { "" }
    }

    /// Steps over the tokens that make up the next `bytes` bytes of the text; `false` where that would cut a token.
    pub fn skip_bytes(&mut self, bytes: usize) -> bool {
        let Some(start) = self.document.tokens.get(self.at).map(|token| token.span.start) else { return false };
        let tokens = self.document.tokens_in(Span::new(start, start + bytes));
        let whole = tokens.start == self.at && self.document.span_of(&tokens).end == start + bytes;
        if whole && tokens.end <= self.end {
            self.at = tokens.end;
            return true;
        }
        false
    }
}
