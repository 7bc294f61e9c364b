//! What one article says: its claims, and everything that was found in it.

use std::ops::Range;

use crate::{
    document::{Document, Tag},
    entity::Name,
    quantity::Quantity,
    quote::{Quote, Speaker},
    span::Span,
    time::TimeExpression,
};

/// How an article stands to what it reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It says so itself.
    #[default]
    Stated,
    /// It says that somebody says so.
    Attributed,
    /// It says that somebody claims so, and keeps its distance: `claimed`, `alleged`, `so-called`.
    Claimed,
    /// It says that it may be so: `may`, `reportedly`, `is believed to`.
    Hedged,
    /// It says that somebody denies it.
    Denied,
    /// It says that it is to come: `will`, `plans to`, `is expected to`.
    Expected,
}

/// A clause that says one thing: who did what, to whom, when, where, how many, said by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The sentence it stands in, as a position in `Document::sentences`.
    pub sentence: usize,
    /// The clause, as positions in `Document::tokens`. Clauses of one sentence do not overlap.
    pub tokens: Range<usize>,
    /// The clause's main verb (its last word for `has been signed`), as a position in `Document::tokens`.
    pub predicate: Option<usize>,
    /// Who or what does it, or has it done to them in a passive clause: the subject's noun phrase.
    pub subject: Option<Range<usize>>,
    /// What stands after the verb, up to the clause's end.
    pub object: Option<Range<usize>>,
    /// Whether the verb is passive: `were signed`.
    pub passive: bool,
    /// Whether the clause denies its predicate: `did not`, `no`, `never`, `failed to`.
    pub negated: bool,
    /// How the article stands to it.
    pub stance: Stance,
    /// Who says so, where the article names somebody.
    pub source: Option<Speaker>,
}

impl Claim {
    /// The word for the state of the subject that the clause tells of, and whether it lasts: `open` of `remained open`, `closed`
    /// of `was closed`.
    #[must_use]
    pub fn state(&self, document: &Document) -> Option<(usize, bool)> {
        let verb = self.predicate.filter(|verb| self.tokens.contains(verb))?;
        let is_open = |token: &usize| {
            let tag = document.tag(*token);
            // "stays shut"
            let bare = *token == verb + 1 && document.lemma(verb) != "be" && tag == Tag::NN;
            (tag.is_adjective() || tag == Tag::VBN || bare) && !document.is_word(*token, "first last more less")
        };
        match document.lemma(verb) {
            "be" | "remain" | "stay" | "keep" => {
                (verb + 1..self.tokens.end.min(verb + 3)).find(is_open).map(|state| (state, true))
            }
            _ if self.passive || document.tag(verb) == Tag::VBN => Some((verb, false)),
            // "reopened on Monday"
            _ if self.object.as_ref().is_none_or(|object| document.tag(object.start) == Tag::IN) => Some((verb, false)),
            _ => None,
        }
    }
}

/// Everything that was found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Names, in order, without overlap.
    pub names: Vec<Name>,
    /// Expressions of time, in order, without overlap.
    pub times: Vec<TimeExpression>,
    /// Quantities, in order, without overlap.
    pub quantities: Vec<Quantity>,
    /// Quotes, in order of their starts; an indirect one may hold direct ones.
    pub quotes: Vec<Quote>,
    /// Claims, in order.
    pub claims: Vec<Claim>,
    /// Loaded and hedging words, in order.
    pub charged: Vec<Charged>,
}

impl Extraction {
    /// The quantities that lie wholly inside `span`, with their positions.
    pub fn quantities_in(&self, span: Span) -> impl Iterator<Item = (usize, &Quantity)> {
        let first = self.quantities.partition_point(|quantity| quantity.span.start < span.start);
        let rest = self.quantities.iter().enumerate().skip(first);
        rest.take_while(move |(_, quantity)| quantity.span.start < span.end)
            .filter(move |(_, quantity)| span.contains(quantity.span))
    }

    /// The expressions of time that lie wholly inside `span`, with their positions.
    pub fn times_in(&self, span: Span) -> impl Iterator<Item = (usize, &TimeExpression)> {
        let first = self.times.partition_point(|time| time.span.start < span.start);
        let rest = self.times.iter().enumerate().skip(first);
        rest.take_while(move |(_, time)| time.span.start < span.end).filter(move |(_, time)| span.contains(time.span))
    }

    /// The claim that the token, as a position in `Document::tokens`, belongs to.
    #[must_use]
    pub fn claim_at(&self, token: usize) -> Option<&Claim> {
        let index = self.claims.partition_point(|claim| claim.tokens.end <= token);
        self.claims.get(index).filter(|claim| claim.tokens.contains(&token))
    }

    /// The claims of the sentence, as a position in `Document::sentences`, in order.
    #[must_use]
    pub fn claims_of(&self, sentence: usize) -> &[Claim] {
        let start = self.claims.partition_point(|claim| claim.sentence < sentence);
        let end = self.claims.partition_point(|claim| claim.sentence <= sentence);
        self.claims.get(start..end).unwrap_or_default()
    }
}

/// What kind of word stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordingKind {
    /// Carries a judgement where a neutral word was at hand: `regime`, `slammed`.
    Loaded,
    /// Lessens the claim: `reportedly`, `may`, `appears to`.
    Hedge,
    /// A name or epithet for somebody: `the strongman`, `the self-ruled island`.
    Label,
}

/// A word or phrase that stands out in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: WordingKind,
}
