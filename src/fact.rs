//! What several articles say together: claims that report the same thing, and whether they agree.

use crate::{
    span::{Passage, Span},
    time::Interval,
};

/// Whether the articles agree on a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Two or more articles say the same.
    Agreed,
    /// Their values cannot both hold.
    Conflict,
    /// The values differ as such values do over time: later reports carry later figures.
    Update,
    /// They tell of the same event; that they say the same of it is not sure.
    Related,
    /// Only one article says it.
    Single,
}

/// A value as it can be compared and shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number: 15.
    Number(f64),
    /// A TIMEX3 value, a name, or yes or no.
    Text(String),
}

/// The words that carry a value, and the sentence around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The words.
    pub passage: Passage,
    /// Their sentence, in the same article.
    pub sentence: Span,
}

/// What some of the articles say of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The value, where there is one.
    pub value: Option<Value>,
    /// Who says so, and where, by article and place.
    pub claims: Vec<Evidence>,
    /// How many independent texts say so.
    pub support: usize,
}

/// Why a difference may be innocent, or how a claim is to be read; the view has the words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// The words differ in what they count.
    OtherThingCounted,
    /// One article was published before the other, and such figures move.
    Update,
    /// The times may be told in different zones, or fall on either side of midnight.
    TimeZone,
    /// One gives a rounded figure.
    Rounded,
    /// One is more exact than the other.
    MoreExact,
    /// It was near both places, perhaps.
    NearBoth,
    /// Some only report that somebody claims it.
    ClaimedBySome,
    /// Some only say that it may be so.
    HedgedBySome,
    /// Some say that it is denied.
    DeniedBySome,
}

/// One thing that the articles report, and what they say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The same for the same findings: `f` and the fact's rank, from 1.
    pub id: String,
    /// Whether they agree.
    pub verdict: Verdict,
    /// What kind of value it is about.
    pub kind: FactKind,
    /// What it is about, from a template or verbatim: `documents signed`.
    pub label: Label,
    /// What they say, the most supported first.
    pub positions: Vec<Position>,
    /// Readings that stand beside the verdict.
    pub notes: Vec<Note>,
}

/// What kind of value a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FactKind {
    Statement,
    Quantity,
    Time,
    Place,
}

/// A short name for a fact: a template with words from the articles. The view puts it into the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The template.
    pub template: LabelTemplate,
    /// The words that fill it, verbatim from an article, in the template's order; none where no good ones were found.
    pub words: Vec<String>,
}

/// The templates that labels are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelTemplate {
    /// The words alone: `cooperation agreements signed`.
    Plain,
    /// `day of the {meeting}`.
    DayOf,
    /// `time of the {launch}`, where the values are no days.
    TimeOf,
    /// `how long: {visit}`.
    LengthOf,
    /// `when {the talks opened}`.
    When,
    /// `age of {Ana Ruiz}`.
    AgeOf,
    /// `amount: {trade}`.
    AmountOf,
    /// `figure: {turnout}`.
    FigureOf,
    /// `place of the {meeting}`.
    PlaceOf,
    /// `who {opened the bridge}`.
    Who,
    /// `who said “{the bridge must open}”`.
    WhoSaid,
    /// `{the minister}: {signed two agreements}`.
    Claim,
    /// `whether {the bridge closed}`.
    Whether,
}

/// A dated claim, for the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The days on which it happened, or may have.
    pub when: Interval,
    /// For exact order within a day: minutes since midnight, where told.
    pub minute: Option<u32>,
    /// What is said, by whom, the fullest first.
    pub evidence: Vec<Evidence>,
    /// Ids of the facts that the claims belong to.
    pub facts: Vec<String>,
}
