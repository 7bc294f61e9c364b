//! What crosses the border outwards, as plain data in the shape of `types.d.ts`.
//!
//! The data is built as a tree and the tree is written by one function: a type for each kind of record, each with a
//! serializer of its own, would be several kilobytes of code.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    analysis,
    claim::WordingKind,
    document::FurnitureKind,
    entity::EntityKind,
    fact::{self, FactKind, Note, Value, Verdict},
    quantity::Modifier,
    quote::QuoteKind,
    span::{Passage, Span},
    time::TimeKind,
    view,
    wasm::utf16::Utf16Offsets,
};

use Data::{Count, Flag, List, Missing, Null, Number, Record, Text};

/// An [analysis](analysis::Analysis) in the shape in which JavaScript receives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Analysis<'a>(Data<'a>);

/// Plain data.
#[derive(Clone, Debug, PartialEq)]
enum Data<'a> {
    /// A field that is left out.
    Missing,
    Null,
    Flag(bool),
    Count(usize),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Data<'a>>),
    /// Fields by name, in their order.
    Record(Vec<(&'static str, Data<'a>)>),
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Missing | Null => serializer.serialize_none(),
            Flag(flag) => serializer.serialize_bool(*flag),
            Count(count) => serializer.serialize_u64(*count as u64),
            Number(number) => serializer.serialize_f64(*number),
            Text(text) => serializer.serialize_str(text),
            List(items) => serializer.collect_seq(items),
            Record(fields) => {
                let mut record = serializer.serialize_struct("", fields.len())?;
                for (name, data) in fields.iter().filter(|(_, data)| !matches!(data, Missing)) {
                    record.serialize_field(name, data)?;
                }
                record.end()
            }
        }
    }
}

impl Data<'_> {
    /// Goes on with a digest: by FNV-1a over what each value is and holds, so that what is equal has the same digest
    /// natively and in WebAssembly. Source: Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
    fn digest(&self, digest: &mut u64) {
        let mut bytes = |kind: u8, bytes: &[u8]| {
            for byte in [kind].iter().chain(bytes) {
                *digest = (*digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        match self {
            Missing | Null => bytes(0, &[]),
            Flag(flag) => bytes(1, &[u8::from(*flag)]),
            Count(count) => bytes(2, &(*count as u64).to_le_bytes()),
            Number(number) => bytes(3, &number.to_le_bytes()),
            Text(text) => {
                bytes(4, text.as_bytes());
                bytes(0xff, &[]); // which no text holds
            }
            List(items) => {
                bytes(5, &(items.len() as u64).to_le_bytes());
                items.iter().for_each(|item| item.digest(digest));
            }
            Record(fields) => fields.iter().for_each(|(_, data)| data.digest(digest)),
        }
    }
}

fn text(text: &str) -> Data<'_> {
    Text(Cow::Borrowed(text))
}

fn text_or_null(text: Option<&str>) -> Data<'_> {
    text.map_or(Null, self::text)
}

fn count_or_null(count: Option<usize>) -> Data<'static> {
    count.map_or(Null, Count)
}

fn list<'a, T>(items: &'a [T], data: impl FnMut(&'a T) -> Data<'a>) -> Data<'a> {
    List(items.iter().map(data).collect())
}

fn texts(items: &[String]) -> Data<'_> {
    list(items, |item| text(item))
}

fn counts(items: &[usize]) -> Data<'_> {
    list(items, |&item| Count(item))
}

/// The quantities, or the places in an order.
fn quantities<'a>(analysis: &'a analysis::Analysis, offsets: &Offsets, ordinal: bool) -> Data<'a> {
    let of_kind = analysis.quantities.iter().filter(|quantity| quantity.finding.ordinal == ordinal);
    let data = of_kind.map(|quantity| {
        Record(vec![
            ("span", offsets.span(quantity.article, quantity.finding.span)),
            ("value", Number(quantity.finding.value)),
            ("upper", quantity.finding.upper.map_or(Missing, Number)),
            ("unit", text_or_null(quantity.finding.unit.name())),
            ("modifier", text(modifier(quantity.finding.modifier))),
        ])
    });
    List(data.collect())
}

/// Converts offsets, article by article.
struct Offsets(Vec<Utf16Offsets>);

impl Offsets {
    fn units(&self, article: usize, span: Span) -> (usize, usize) {
        self.0.get(article).map_or((span.start, span.end), |offsets| offsets.units(span))
    }

    fn span(&self, article: usize, span: Span) -> Data<'static> {
        let (start, end) = self.units(article, span);
        Record(vec![("article", Count(article)), ("start", Count(start)), ("end", Count(end))])
    }

    fn passage(&self, passage: Passage) -> Data<'static> {
        self.span(passage.article, passage.span)
    }

    fn claims<'a>(&self, claims: &'a [fact::Evidence]) -> Data<'a> {
        list(claims, |evidence| {
            let sentence = self.span(evidence.passage.article, evidence.sentence);
            Record(vec![("span", self.passage(evidence.passage)), ("sentence", sentence)])
        })
    }
}

impl<'a> From<&'a analysis::Analysis> for Analysis<'a> {
    fn from(analysis: &'a analysis::Analysis) -> Self {
        let offsets = Offsets(analysis.articles.iter().map(|report| Utf16Offsets::of(&report.document.text)).collect());
        let mut articles = 0..;
        let mut fields = vec![
            ("title", text_or_null(analysis.title.as_deref())),
            (
                "articles",
                list(&analysis.articles, |report| article(articles.next().unwrap_or_default(), report, &offsets)),
            ),
            (
                "entities",
                list(&analysis.entities, |entity| {
                    Record(vec![
                        ("name", text(&entity.name)),
                        ("type", text(entity_type(entity.kind))),
                        ("mentions", list(&entity.mentions, |&mention| offsets.passage(mention))),
                    ])
                }),
            ),
            (
                "dates",
                list(&analysis.dates, |date| {
                    Record(vec![
                        ("span", offsets.span(date.article, date.finding.span)),
                        ("type", text(time_type(date.finding.kind))),
                        ("value", text(&date.finding.value)),
                        ("upper", date.finding.upper.as_ref().map_or(Missing, |upper| text(upper))),
                    ])
                }),
            ),
            ("quantities", quantities(analysis, &offsets, false)),
            ("ordinals", quantities(analysis, &offsets, true)),
            ("quotes", list(&analysis.quotes, |quote| quote_out(analysis, quote, &offsets))),
            ("quoteVariants", list(&analysis.quote_variants, |group| counts(group))),
            ("facts", list(&analysis.facts, |fact| fact_out(fact, &offsets))),
            (
                "summary",
                list(&analysis.summary, |sentence| {
                    Record(vec![
                        ("span", offsets.passage(sentence.passage)),
                        ("articles", counts(&sentence.articles)),
                        ("facts", texts(&sentence.facts)),
                    ])
                }),
            ),
            (
                "lineage",
                list(&analysis.lineage, |pair| {
                    let both = |&(a, b): &(Passage, Passage)| List(vec![offsets.passage(a), offsets.passage(b)]);
                    Record(vec![
                        ("a", Count(pair.a)),
                        ("b", Count(pair.b)),
                        ("share", Number(pair.share)),
                        ("passages", list(&pair.passages, both)),
                    ])
                }),
            ),
            ("texts", counts(&analysis.texts)),
            (
                "wording",
                list(&analysis.wording, |wording| {
                    Record(vec![
                        ("span", offsets.passage(wording.passage)),
                        ("kind", text(wording_kind(wording.kind))),
                        ("about", count_or_null(wording.about)),
                    ])
                }),
            ),
            (
                "timeline",
                list(&analysis.timeline, |happening| {
                    Record(vec![
                        ("first", Text(happening.when.first.to_string().into())),
                        ("last", Text(happening.when.last.to_string().into())),
                        ("claims", offsets.claims(&happening.evidence)),
                        ("facts", texts(&happening.facts)),
                    ])
                }),
            ),
            (
                "warnings",
                list(&analysis.warnings, |warning| {
                    Record(vec![
                        ("code", text(warning.code)),
                        ("message", text(&warning.message)),
                        ("article", warning.article.map_or(Missing, Count)),
                    ])
                }),
            ),
        ];
        let mut digest = 0xcbf2_9ce4_8422_2325;
        fields.iter().for_each(|(_, data)| data.digest(&mut digest));
        let figure = |place: u32| char::from_digit((digest >> (4 * place)) as u32 & 15, 16);
        fields.push(("digest", Text((0..16).rev().filter_map(figure).collect::<String>().into())));
        Self(Record(fields))
    }
}

fn article<'a>(index: usize, report: &'a analysis::Report, offsets: &Offsets) -> Data<'a> {
    let document = &report.document;
    let both_ends = |span| {
        let (start, end) = offsets.units(index, span);
        List(vec![Count(start), Count(end)])
    };
    Record(vec![
        ("id", text(&report.id)),
        ("source", text_or_null(document.source.as_deref())),
        ("title", text_or_null(document.title.as_deref())),
        ("url", text_or_null(document.url.as_deref())),
        ("authors", list(&document.authors, |author| text(author))),
        ("published", document.published.map_or(Null, |moment| Text(moment.to_string().into()))),
        ("lang", text(&document.lang)),
        ("text", text(&document.text)),
        ("sentences", list(&document.sentences, |sentence| both_ends(sentence.span))),
        (
            "furniture",
            list(&document.furniture, |furniture| {
                let kind = text(furniture_kind(furniture.kind));
                Record(vec![("span", offsets.span(index, furniture.span)), ("kind", kind)])
            }),
        ),
        ("headings", list(&document.headings, |&heading| both_ends(heading))),
        (
            "origins",
            list(&document.origins, |origin| {
                Record(vec![("name", text(&origin.name)), ("span", offsets.span(index, origin.span))])
            }),
        ),
        ("truncated", Flag(document.truncated)),
    ])
}

fn quote_out<'a>(analysis: &'a analysis::Analysis, quote: &'a analysis::SpokenQuote, offsets: &Offsets) -> Data<'a> {
    let report = analysis.articles.get(quote.passage.article);
    Record(vec![
        ("span", offsets.passage(quote.passage)),
        ("kind", text(quote_kind(quote.kind))),
        ("speaker", count_or_null(quote.speaker)),
        ("speakerText", text_or_null(quote.speaker_text.as_deref())),
        ("cue", text_or_null(quote.cue.zip(report).map(|(cue, report)| report.document.slice(cue)))),
    ])
}

fn fact_out<'a>(fact: &'a fact::Fact, offsets: &Offsets) -> Data<'a> {
    Record(vec![
        ("id", text(&fact.id)),
        ("verdict", text(verdict(fact.verdict))),
        ("kind", text(fact_kind(fact.kind))),
        ("label", Text(view::label(&fact.label, &view::messages::Messages::default()).into())),
        (
            "positions",
            list(&fact.positions, |position| {
                let value = match &position.value {
                    None => Null,
                    Some(Value::Number(number)) => Number(*number),
                    Some(Value::Text(value)) => text(value),
                };
                Record(vec![
                    ("value", value),
                    ("claims", offsets.claims(&position.claims)),
                    ("support", Count(position.support)),
                ])
            }),
        ),
        ("notes", list(&fact.notes, |&note| text(note_name(note)))),
    ])
}

const fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
    }
}

const fn wording_kind(kind: WordingKind) -> &'static str {
    match kind {
        WordingKind::Loaded => "loaded",
        WordingKind::Hedge => "hedge",
        WordingKind::Label => "label",
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "agreed",
        Verdict::Conflict => "conflict",
        Verdict::Update => "update",
        Verdict::Related => "related",
        Verdict::Single => "single",
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
        Note::NearBoth => "near-both",
        Note::ClaimedBySome => "claimed-by-some",
        Note::HedgedBySome => "hedged-by-some",
        Note::DeniedBySome => "denied-by-some",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Article, Options, Story, analyze};

    /// What JavaScript receives of two articles of one day.
    fn sent(first: &str, second: &str) -> Value {
        let article = |text: &str| Article {
            text: Some(text.to_owned()),
            published: Some("2024-05-16".to_owned()),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        let story = Story { title: Some("Schools".to_owned()), articles: vec![article(first), article(second)] };
        serde_json::to_value(Analysis::from(&analyze(&story, &Options::default()).unwrap())).unwrap()
    }

    #[test]
    fn facts_stand_in_code_units() {
        let found = sent(
            "😀 The council of Averby closed about 40 schools in the old town.",
            "By Ana Ruiz\n\nThe council of Averby closed 60 schools in the old town, she said: “We may reopen some on Monday.” The mayor may resign on Friday.",
        );
        assert_eq!(found["title"], "Schools");
        let span = |start: usize, end: usize| json!({ "article": 0, "start": start, "end": end });
        let fact = &found["facts"][0];
        assert_eq!([&fact["id"], &fact["verdict"], &fact["kind"]], ["f1", "conflict", "quantity"]);
        assert_eq!(fact["label"], "schools closed");
        let position = json!({
            "value": 40.0, "support": 1,
            "claims": [{ "span": span(32, 48), "sentence": span(0, 65) }],
        });
        assert_eq!(fact["positions"][1], position);
        // What is not known is null, and a range's end that is not there is left out.
        assert_eq!(
            found["quantities"][0],
            json!({ "span": span(32, 48), "value": 40.0, "unit": "schools", "modifier": "~" })
        );
        assert_eq!(found["articles"][0]["url"], Value::Null);
        assert_eq!(found["articles"][0]["sentences"], json!([[0, 65]]));
        assert_eq!(found["articles"][1]["furniture"][0]["kind"], "byline");
        assert_eq!(found["entities"][0]["type"], "person");
        assert_eq!(found["dates"][0]["type"], "DATE");
        assert_eq!(found["quotes"][0]["kind"], "direct");
        assert_eq!(found["wording"][0]["kind"], "hedge");
        assert_eq!(found["texts"], json!([0, 0]));
        assert_eq!(found["timeline"][0]["first"], "2024-05-17");
    }

    #[test]
    fn notes_have_names() {
        let found = sent(
            "The fire in Averby has destroyed 1,203 homes, officials said.",
            "The fire in Averby has destroyed about 1,200 homes, officials said.",
        );
        let notes: Vec<&Value> = found["facts"].as_array().unwrap().iter().map(|fact| &fact["notes"]).collect();
        assert!(notes.contains(&&json!(["rounded"])), "{notes:?}");
    }

    /// Of each kind of value by FNV-1a over its number and its bytes, reckoned by another program.
    #[test]
    fn digests() {
        let check = |data: &Data<'_>, expected: u64| {
            let mut digest = 0xcbf2_9ce4_8422_2325;
            data.digest(&mut digest);
            assert_eq!(digest, expected, "{data:?}");
        };
        check(&Flag(true), 0x082f_2307_b4e8_8e77);
        check(&Count(7), 0xafe8_d7da_2cf8_3782);
        check(&text("é"), 0x33be_f461_e56c_878c);
        check(&List(vec![Null, Flag(false)]), 0xeb8c_48a8_9960_b05f);
    }

    #[test]
    fn the_digest_of_all_is_written_in_sixteen_figures() {
        let story = Story {
            title: None,
            articles: vec![Article { text: Some("Nobody spoke.".to_owned()), ..Article::default() }],
        };
        let analysis = analyze(&story, &Options::default()).unwrap();
        let Analysis(Record(mut fields)) = Analysis::from(&analysis) else { panic!("a record") };
        let written = fields.pop();
        let mut digest = 0xcbf2_9ce4_8422_2325;
        fields.iter().for_each(|(_, data)| data.digest(&mut digest));
        assert_eq!(written, Some(("digest", Text(format!("{digest:016x}").into()))));
    }
}
