//! What crosses the border outwards, as plain data in the shape of `types.d.ts`.

use serde::Serialize;

use crate::{
    analysis,
    claim::WordingKind,
    document::FurnitureKind,
    entity::EntityKind,
    fact::{self, FactKind, Note, Value, Verdict},
    quantity::Modifier,
    quote::QuoteKind,
    span::{self, Passage},
    time::TimeKind,
    view,
    wasm::utf16::Utf16Offsets,
};

/// A span in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    article: usize,
    start: usize,
    end: usize,
}

/// An [analysis](analysis::Analysis) in the shape in which JavaScript receives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis<'a> {
    title: Option<&'a str>,
    articles: Vec<Article<'a>>,
    entities: Vec<Entity<'a>>,
    dates: Vec<TimeExpression<'a>>,
    quantities: Vec<Quantity<'a>>,
    quotes: Vec<Quote<'a>>,
    quote_variants: &'a [Vec<usize>],
    facts: Vec<Fact<'a>>,
    summary: Vec<SummarySentence<'a>>,
    lineage: Vec<SharedText>,
    texts: &'a [usize],
    wording: Vec<Wording>,
    timeline: Vec<Happening<'a>>,
    warnings: Vec<Warning<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Article<'a> {
    id: &'a str,
    source: Option<&'a str>,
    title: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<String>,
    lang: &'a str,
    text: &'a str,
    sentences: Vec<(usize, usize)>,
    furniture: Vec<Furniture>,
    headings: Vec<(usize, usize)>,
    origins: Vec<Origin<'a>>,
    truncated: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Furniture {
    span: Span,
    kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Origin<'a> {
    name: &'a str,
    span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Entity<'a> {
    name: &'a str,
    r#type: &'static str,
    mentions: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct TimeExpression<'a> {
    span: Span,
    r#type: &'static str,
    value: &'a str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Quantity<'a> {
    span: Span,
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<f64>,
    unit: Option<&'a str>,
    modifier: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Quote<'a> {
    span: Span,
    kind: &'static str,
    speaker: Option<usize>,
    speaker_text: Option<&'a str>,
    cue: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Fact<'a> {
    id: &'a str,
    verdict: &'static str,
    kind: &'static str,
    label: String,
    positions: Vec<Position<'a>>,
    notes: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Position<'a> {
    value: Option<Datum<'a>>,
    claims: Vec<Claim>,
    support: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Datum<'a> {
    Number(f64),
    Text(&'a str),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Claim {
    span: Span,
    sentence: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct SummarySentence<'a> {
    span: Span,
    articles: &'a [usize],
    facts: &'a [String],
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct SharedText {
    a: usize,
    b: usize,
    share: f64,
    passages: Vec<(Span, Span)>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Wording {
    span: Span,
    kind: &'static str,
    about: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Happening<'a> {
    first: String,
    last: String,
    claims: Vec<Claim>,
    facts: &'a [String],
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Warning<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<usize>,
}

/// Converts offsets, article by article.
struct Offsets(Vec<Utf16Offsets>);

impl Offsets {
    fn span(&self, article: usize, span: span::Span) -> Span {
        let (start, end) = self.0.get(article).map_or((span.start, span.end), |offsets| offsets.units(span));
        Span { article, start, end }
    }

    fn passage(&self, passage: Passage) -> Span {
        self.span(passage.article, passage.span)
    }

    fn claim(&self, evidence: &fact::Evidence) -> Claim {
        let article = evidence.passage.article;
        Claim { span: self.passage(evidence.passage), sentence: self.span(article, evidence.sentence) }
    }
}

impl<'a> From<&'a analysis::Analysis> for Analysis<'a> {
    fn from(analysis: &'a analysis::Analysis) -> Self {
        let offsets = Offsets(analysis.articles.iter().map(|report| Utf16Offsets::of(&report.document.text)).collect());
        let text =
            |article: usize, span: span::Span| analysis.articles.get(article).map(|report| report.document.slice(span));
        Self {
            title: analysis.title.as_deref(),
            articles: analysis
                .articles
                .iter()
                .enumerate()
                .map(|(index, report)| article(index, report, &offsets))
                .collect(),
            entities: analysis
                .entities
                .iter()
                .map(|entity| Entity {
                    name: &entity.name,
                    r#type: entity_type(entity.kind),
                    mentions: entity.mentions.iter().map(|&mention| offsets.passage(mention)).collect(),
                })
                .collect(),
            dates: analysis
                .dates
                .iter()
                .map(|date| TimeExpression {
                    span: offsets.span(date.article, date.finding.span),
                    r#type: time_type(date.finding.kind),
                    value: &date.finding.value,
                })
                .collect(),
            quantities: analysis
                .quantities
                .iter()
                .map(|quantity| Quantity {
                    span: offsets.span(quantity.article, quantity.finding.span),
                    value: quantity.finding.value,
                    upper: quantity.finding.upper,
                    unit: quantity.finding.unit.name(),
                    modifier: modifier(quantity.finding.modifier),
                })
                .collect(),
            quotes: analysis
                .quotes
                .iter()
                .map(|quote| Quote {
                    span: offsets.passage(quote.passage),
                    kind: match quote.kind {
                        QuoteKind::Direct => "direct",
                        QuoteKind::Indirect => "indirect",
                    },
                    speaker: quote.speaker,
                    speaker_text: quote.speaker_text.as_deref(),
                    cue: quote.cue.and_then(|cue| text(quote.passage.article, cue)),
                })
                .collect(),
            quote_variants: &analysis.quote_variants,
            facts: analysis.facts.iter().map(|fact| fact_out(fact, &offsets)).collect(),
            summary: analysis
                .summary
                .iter()
                .map(|sentence| SummarySentence {
                    span: offsets.passage(sentence.passage),
                    articles: &sentence.articles,
                    facts: &sentence.facts,
                })
                .collect(),
            lineage: analysis
                .lineage
                .iter()
                .map(|pair| SharedText {
                    a: pair.a,
                    b: pair.b,
                    share: pair.share,
                    passages: pair.passages.iter().map(|&(a, b)| (offsets.passage(a), offsets.passage(b))).collect(),
                })
                .collect(),
            texts: &analysis.texts,
            wording: analysis
                .wording
                .iter()
                .map(|wording| Wording {
                    span: offsets.passage(wording.passage),
                    kind: match wording.kind {
                        WordingKind::Loaded => "loaded",
                        WordingKind::Hedge => "hedge",
                        WordingKind::Label => "label",
                    },
                    about: wording.about,
                })
                .collect(),
            timeline: analysis
                .timeline
                .iter()
                .map(|happening| Happening {
                    first: happening.when.first.to_string(),
                    last: happening.when.last.to_string(),
                    claims: happening.evidence.iter().map(|evidence| offsets.claim(evidence)).collect(),
                    facts: &happening.facts,
                })
                .collect(),
            warnings: analysis
                .warnings
                .iter()
                .map(|warning| Warning { code: warning.code, message: &warning.message, article: warning.article })
                .collect(),
        }
    }
}

fn article<'a>(index: usize, report: &'a analysis::Report, offsets: &Offsets) -> Article<'a> {
    let document = &report.document;
    Article {
        id: &report.id,
        source: document.source.as_deref(),
        title: document.title.as_deref(),
        url: document.url.as_deref(),
        published: document.published.map(|moment| moment.to_string()),
        lang: &document.lang,
        text: &document.text,
        sentences: document
            .sentences
            .iter()
            .map(|sentence| offsets.span(index, sentence.span))
            .map(|span| (span.start, span.end))
            .collect(),
        furniture: document
            .furniture
            .iter()
            .map(|furniture| Furniture {
                span: offsets.span(index, furniture.span),
                kind: furniture_kind(furniture.kind),
            })
            .collect(),
        headings: document
            .headings
            .iter()
            .map(|&heading| offsets.span(index, heading))
            .map(|span| (span.start, span.end))
            .collect(),
        origins: document
            .origins
            .iter()
            .map(|origin| Origin { name: &origin.name, span: offsets.span(index, origin.span) })
            .collect(),
        truncated: document.truncated,
    }
}

fn fact_out<'a>(fact: &'a fact::Fact, offsets: &Offsets) -> Fact<'a> {
    Fact {
        id: &fact.id,
        verdict: match fact.verdict {
            Verdict::Agreed => "agreed",
            Verdict::Conflict => "conflict",
            Verdict::Update => "update",
            Verdict::Single => "single",
        },
        kind: fact_kind(fact.kind),
        label: view::label(&fact.label, &view::messages::Messages::default()),
        positions: fact
            .positions
            .iter()
            .map(|position| Position {
                value: position.value.as_ref().map(|value| match value {
                    Value::Number(number) => Datum::Number(*number),
                    Value::Text(text) => Datum::Text(text),
                }),
                claims: position.claims.iter().map(|evidence| offsets.claim(evidence)).collect(),
                support: position.support,
            })
            .collect(),
        notes: fact.notes.iter().map(|&note| note_name(note)).collect(),
    }
}

const fn entity_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Event => "event",
        EntityKind::Other => "other",
    }
}

const fn time_type(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

const fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "=",
        Modifier::Approximate => "~",
        Modifier::More => ">",
        Modifier::Less => "<",
        Modifier::AtLeast => ">=",
        Modifier::AtMost => "<=",
        Modifier::Up => "up",
        Modifier::Down => "down",
    }
}

const fn furniture_kind(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Byline => "byline",
        FurnitureKind::Dateline => "dateline",
        FurnitureKind::Credit => "credit",
        FurnitureKind::Heading => "heading",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Promo => "promo",
        FurnitureKind::Other => "other",
    }
}

const fn fact_kind(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Statement => "statement",
        FactKind::Quantity => "quantity",
        FactKind::Time => "time",
        FactKind::Person => "person",
        FactKind::Organization => "organization",
        FactKind::Place => "place",
    }
}

const fn note_name(note: Note) -> &'static str {
    match note {
        Note::OtherThingCounted => "other-thing-counted",
        Note::Update => "update",
        Note::TimeZone => "time-zone",
        Note::Rounded => "rounded",
        Note::MoreExact => "more-exact",
        Note::ClaimedBySome => "claimed-by-some",
        Note::HedgedBySome => "hedged-by-some",
        Note::DeniedBySome => "denied-by-some",
    }
}
