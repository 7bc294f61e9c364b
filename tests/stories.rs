//! What must be found in the sample stories; tests/stories/README.md says what each field asks.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;

use crossread::{
    Analysis, Verdict,
    document::FurnitureKind,
    entity::EntityKind,
    fact::Fact,
    quantity::Modifier,
    quote::QuoteKind,
    span::{Passage, Span},
    time::TimeKind,
};
use serde_json::Value;
use support::{STORIES, json, read, snapshot, story};

/// Expectations that are not met yet. A line that is met, and one that is missing, fail the test; `UPDATE_SNAPSHOTS=1`
/// writes the list anew.
const KNOWN_MISSES: &str = "tests/stories/known_misses.txt";

#[test]
fn what_the_stories_say_is_found() {
    let mut text = String::from(
        "# FIXME: what stands in the expect.json files beside this list and is not found yet, or found wrongly.\n\
         # Written by `UPDATE_SNAPSHOTS=1 cargo test --test stories`; it should only ever get shorter.\n",
    );
    let mut asked = 0;
    for name in STORIES {
        let mut check = Check::of(name);
        check.all();
        asked += check.asked;
        for miss in check.misses {
            text.push_str(&format!("{name}: {miss}\n"));
        }
    }
    assert!(asked > 300, "only {asked} expectations were asked for");
    snapshot(KNOWN_MISSES, &text);
}

#[test]
fn the_evidence_stands_where_the_stories_say() {
    for name in STORIES {
        let check = Check::of(name);
        let mut count = 0;
        walk(&check.expected, &mut |evidence| {
            check.passage(evidence);
            count += 1;
        });
        assert!(count > 50, "{name}: {count} pieces of evidence");
    }
}

#[test]
fn every_field_is_asked_for() {
    let known: BTreeSet<&str> = FIELDS.iter().map(|&(field, _)| field).chain(["story"]).collect();
    for name in STORIES {
        let expected = json(&format!("tests/stories/{name}.expect.json"));
        for field in expected.as_object().unwrap().keys() {
            assert!(known.contains(field.as_str()), "{name}: nobody checks {field}");
        }
    }
}

/// Calls `each` for everything in `value` that points at words.
fn walk(value: &Value, each: &mut impl FnMut(&Value)) {
    if value["article"].is_string() && value["words"].is_string() {
        each(value);
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, each)),
        Value::Object(fields) => fields.values().for_each(|value| walk(value, each)),
        _ => {}
    }
}

type Question = fn(&Check, &Value) -> bool;

/// The fields of an expect.json, and how each entry is asked for.
const FIELDS: [(&str, Question); 16] = [
    ("conflicts", Check::conflict),
    ("must_not_conflict", Check::no_conflict),
    ("updates", Check::update),
    ("agreed", Check::agreed),
    ("single", Check::single),
    ("entities", Check::entity),
    ("distinct", Check::distinct),
    ("metonyms", Check::metonym),
    ("quotes", Check::quote),
    ("quote_variants", Check::quote_variant),
    ("furniture", Check::furniture),
    ("origins", Check::origin),
    ("dates", Check::date),
    ("quantities", Check::quantity),
    ("shared_text", Check::shared_text),
    ("wording", Check::wording),
];

/// One story, what is expected of it, and what was read from it.
struct Check {
    expected: Value,
    analysis: Analysis,
    asked: usize,
    misses: Vec<String>,
}

impl Check {
    fn of(name: &str) -> Self {
        let expected = json(&format!("tests/stories/{name}.expect.json"));
        Self { expected, analysis: read(&story(name)), asked: 0, misses: Vec::new() }
    }

    fn all(&mut self) {
        for (field, question) in FIELDS {
            let entries = self.expected[field].as_array().cloned().unwrap_or_default();
            for (index, entry) in entries.iter().enumerate() {
                self.asked += 1;
                if !question(self, entry) {
                    self.misses.push(format!("{field} {}: {}", index + 1, describe(entry)));
                }
            }
        }
        self.false_conflicts();
    }

    /// The list of conflicts is complete: any other is a miss, too.
    fn false_conflicts(&mut self) {
        let expected = self.expected["conflicts"].as_array().cloned().unwrap_or_default();
        let facts = self.analysis.facts.iter().filter(|fact| fact.verdict == Verdict::Conflict);
        let others = facts.filter(|fact| !expected.iter().any(|entry| self.holds_all(fact, &positions(entry))));
        let told = |fact: &Fact| {
            let words = |position: &crossread::fact::Position| {
                position.claims.first().map_or("", |claim| self.slice(claim.passage)).to_owned()
            };
            let words: Vec<String> = fact.positions.iter().map(words).collect();
            format!("a conflict that is none: {}", words.join(" / ").replace('\n', " "))
        };
        let told: Vec<String> = others.map(told).collect();
        self.misses.extend(told);
    }

    fn slice(&self, passage: Passage) -> &str {
        self.analysis.articles[passage.article].document.slice(passage.span)
    }

    fn article(&self, id: &Value) -> usize {
        let id = id.as_str().unwrap();
        self.analysis.articles.iter().position(|report| report.id == id).unwrap_or_else(|| panic!("no article {id}"))
    }

    /// Where a piece of evidence stands.
    fn passage(&self, evidence: &Value) -> Passage {
        let article = self.article(&evidence["article"]);
        let text = &self.analysis.articles[article].document.text;
        let words = evidence["words"].as_str().unwrap();
        let once = |text: &str, words: &str| {
            let places: Vec<usize> = text.match_indices(words).map(|(at, _)| at).collect();
            assert_eq!(places.len(), 1, "{words:?} stands {} times", places.len());
            places[0]
        };
        let start = match evidence["in"].as_str() {
            Some(around) => once(text, around) + once(around, words),
            None => once(text, words),
        };
        Passage::new(article, Span::new(start, start + words.len()))
    }

    fn passages(&self, evidence: &Value) -> Vec<Passage> {
        evidence.as_array().unwrap().iter().map(|evidence| self.passage(evidence)).collect()
    }

    /// Whether the fact has claims on evidence of every one of `groups`, in different positions.
    fn holds_all(&self, fact: &Fact, groups: &[&Value]) -> bool {
        let mut taken = BTreeSet::new();
        groups.iter().all(|group| {
            let passages = self.passages(group);
            let mut positions = fact.positions.iter().enumerate();
            let holds = |claims: &[crossread::fact::Evidence]| {
                claims.iter().any(|claim| passages.iter().any(|passage| passage.overlaps(claim.passage)))
            };
            positions.any(|(index, position)| holds(&position.claims) && taken.insert(index))
        })
    }

    fn of_verdict(&self, verdict: Verdict) -> impl Iterator<Item = &Fact> {
        self.analysis.facts.iter().filter(move |fact| fact.verdict == verdict)
    }

    fn conflict(&self, entry: &Value) -> bool {
        self.of_verdict(Verdict::Conflict).any(|fact| self.holds_all(fact, &positions(entry)))
    }

    fn no_conflict(&self, entry: &Value) -> bool {
        let [a, b] = [0, 1].map(|index| Value::Array(vec![entry[index].clone()]));
        !self.of_verdict(Verdict::Conflict).any(|fact| self.holds_all(fact, &[&a, &b]))
    }

    fn update(&self, entry: &Value) -> bool {
        let positions = positions(entry);
        let pairs = positions.iter().enumerate().flat_map(|(at, a)| positions[at + 1..].iter().map(move |b| [*a, *b]));
        pairs.into_iter().all(|pair| !self.of_verdict(Verdict::Conflict).any(|fact| self.holds_all(fact, &pair)))
    }

    /// The articles on whose evidence the fact has a claim, by words or by sentence.
    fn articles_on(&self, fact: &Fact, passages: &[Passage], sentences: bool) -> BTreeSet<usize> {
        let claims = fact.positions.iter().flat_map(|position| &position.claims);
        let on = claims.filter(|claim| {
            let around = Passage::new(claim.passage.article, claim.sentence);
            passages.iter().any(|passage| passage.overlaps(claim.passage) || sentences && passage.overlaps(around))
        });
        on.map(|claim| claim.passage.article).collect()
    }

    fn agreed(&self, entry: &Value) -> bool {
        let passages = self.passages(&entry["evidence"]);
        self.of_verdict(Verdict::Agreed).any(|fact| self.articles_on(fact, &passages, true).len() > 1)
    }

    fn single(&self, entry: &Value) -> bool {
        let passages = self.passages(&entry["evidence"]);
        let own: BTreeSet<usize> = passages.iter().map(|passage| passage.article).collect();
        let shared = |fact: &Fact| {
            let claims = fact.positions.iter().flat_map(|position| &position.claims);
            fact.verdict != Verdict::Single
                && !self.articles_on(fact, &passages, false).is_empty()
                && claims.into_iter().any(|claim| !own.contains(&claim.passage.article))
        };
        !self.analysis.facts.iter().any(shared)
    }

    /// The position of the entity that has most of the spellings.
    fn entity(&self, entry: &Value) -> bool {
        let spellings: Vec<(usize, &str)> = entry["spellings"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(id, spellings)| {
                let article = self.article(&Value::String(id.clone()));
                spellings.as_array().unwrap().iter().map(move |spelling| (article, spelling.as_str().unwrap()))
            })
            .collect();
        self.analysis.entities.iter().any(|entity| {
            kind_of(entity.kind) == entry["type"]
                && spellings.iter().all(|&(article, spelling)| {
                    let here = entity.mentions.iter().filter(|mention| mention.article == article);
                    here.into_iter().any(|&mention| self.slice(mention) == spelling)
                })
        })
    }

    /// The entities that have `name` as their name or among their mentions.
    fn entities_named(&self, name: &str) -> BTreeSet<usize> {
        let entities = self.analysis.entities.iter().enumerate().filter(|(_, entity)| {
            entity.name == name || entity.mentions.iter().any(|&mention| self.slice(mention) == name)
        });
        entities.map(|(index, _)| index).collect()
    }

    fn distinct(&self, entry: &Value) -> bool {
        let [a, b] = [0, 1].map(|index| self.entities_named(entry[index].as_str().unwrap()));
        !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
    }

    fn metonym(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let holds =
            |index: &usize| self.analysis.entities[*index].mentions.iter().any(|mention| mention.overlaps(passage));
        match entry["speaks_for"].as_str() {
            Some(country) => self.entities_named(country).iter().any(holds),
            None => {
                let own = self.entities_named(entry["words"].as_str().unwrap());
                let countries: BTreeSet<usize> = self.expected["metonyms"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter_map(|other| other["speaks_for"].as_str())
                    .flat_map(|country| self.entities_named(country))
                    .collect();
                own.difference(&countries).any(holds) && !countries.iter().any(holds)
            }
        }
    }

    /// The positions of the quotes that overlap the evidence.
    fn quotes_on(&self, evidence: &Value) -> BTreeSet<usize> {
        let passage = self.passage(evidence);
        let quotes = self.analysis.quotes.iter().enumerate();
        quotes.filter(|(_, quote)| quote.passage.overlaps(passage)).map(|(index, _)| index).collect()
    }

    fn quote(&self, entry: &Value) -> bool {
        let speakers = self.entities_named(entry["speaker"].as_str().unwrap());
        self.quotes_on(entry).iter().map(|&index| &self.analysis.quotes[index]).any(|quote| {
            quote.kind == QuoteKind::Direct
                && (quote.speaker.is_some_and(|speaker| speakers.contains(&speaker))
                    || quote.speaker_text.as_deref() == entry["speaker"].as_str())
        })
    }

    fn quote_variant(&self, entry: &Value) -> bool {
        let quotes: Vec<BTreeSet<usize>> =
            entry.as_array().unwrap().iter().map(|evidence| self.quotes_on(evidence)).collect();
        let in_group = |group: &Vec<usize>| quotes.iter().all(|on| group.iter().any(|quote| on.contains(quote)));
        self.analysis.quote_variants.iter().any(in_group)
    }

    fn furniture(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let document = &self.analysis.articles[passage.article].document;
        let of_kind = document.furniture.iter().filter(|found| furniture_kind(found.kind) == entry["kind"]);
        of_kind.into_iter().any(|found| found.span.contains(passage.span))
    }

    fn origin(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let document = &self.analysis.articles[passage.article].document;
        document.origins.iter().any(|origin| origin.span.overlaps(passage.span) && origin.name == entry["name"])
    }

    fn date(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let value = entry["value"].as_str().unwrap();
        let here =
            self.analysis.dates.iter().filter(|date| Passage::new(date.article, date.finding.span).overlaps(passage));
        here.into_iter().any(|date| {
            let (kind, found) = (date.finding.kind, date.finding.value.as_str());
            // A time of day may carry a zone or not.
            let zone = found.strip_prefix(value).filter(|_| kind == TimeKind::Time);
            time_kind(kind) == entry["type"]
                && (found == value || zone.is_some_and(|zone| zone.starts_with(['Z', '+', '-'])))
        })
    }

    fn quantity(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let here = self.analysis.quantities.iter();
        here.filter(|found| Passage::new(found.article, found.finding.span).overlaps(passage)).any(|found| {
            let found = &found.finding;
            let near = |a: f64, b: &Value| b.as_f64().is_some_and(|b| (a - b).abs() <= b.abs() * 1e-9);
            near(found.value, &entry["value"])
                && match found.upper {
                    Some(upper) => near(upper, &entry["upper"]),
                    None => entry["upper"].is_null(),
                }
                && found.unit.name() == entry["unit"].as_str()
                && modifier(found.modifier) == entry["modifier"]
        })
    }

    fn shared_text(&self, entry: &Value) -> bool {
        let (a, b) = (self.article(&entry["articles"][0]), self.article(&entry["articles"][1]));
        let pair = self.analysis.lineage.iter().find(|pair| (pair.a, pair.b) == (a.min(b), a.max(b)));
        let share = pair.map_or(0.0, |pair| pair.share);
        let bounds = entry["at_least"].as_f64().is_none_or(|bound| share >= bound)
            && entry["at_most"].as_f64().is_none_or(|bound| share <= bound);
        let no_passages = Vec::new();
        let wanted = entry["passages"].as_array().unwrap_or(&no_passages);
        bounds
            && wanted.iter().all(|wanted| {
                let mut wanted = [self.passage(&wanted[0]), self.passage(&wanted[1])];
                wanted.sort();
                pair.is_some_and(|pair| {
                    let mut passages = pair.passages.iter();
                    passages.any(|(a, b)| a.overlaps(wanted[0]) && b.overlaps(wanted[1]))
                })
            })
    }

    fn wording(&self, entry: &Value) -> bool {
        let passage = self.passage(entry);
        let here = self.analysis.wording.iter().filter(|wording| wording.passage.overlaps(passage));
        here.into_iter().any(|wording| {
            let kind = match wording.kind {
                crossread::claim::WordingKind::Loaded => "loaded",
                crossread::claim::WordingKind::Hedge => "hedge",
                crossread::claim::WordingKind::Label => "label",
            };
            kind == entry["kind"]
        })
    }
}

/// The evidence of each position of a conflict or update.
fn positions(entry: &Value) -> Vec<&Value> {
    entry["positions"].as_array().unwrap().iter().map(|position| &position["evidence"]).collect()
}

/// A short name for an entry.
fn describe(entry: &Value) -> String {
    for field in ["label", "about", "name", "words"] {
        if let Some(words) = entry[field].as_str() {
            return match entry["article"].as_str() {
                Some(article) => format!("{words} ({article})"),
                None => words.to_owned(),
            };
        }
    }
    let evidence: Vec<String> = match entry {
        Value::Array(entries) => {
            entries.iter().map(|entry| entry.as_str().map_or_else(|| describe(entry), str::to_owned)).collect()
        }
        _ if entry["articles"].is_array() => return describe(&entry["articles"]),
        _ => vec![entry.to_string()],
    };
    evidence.join(" | ")
}

fn kind_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Event => "event",
        EntityKind::Other => "other",
    }
}

fn furniture_kind(kind: FurnitureKind) -> &'static str {
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

fn time_kind(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn modifier(modifier: Modifier) -> &'static str {
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
