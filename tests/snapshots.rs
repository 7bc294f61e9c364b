//! What is found in the sample stories, as a text that a person can read. `UPDATE_SNAPSHOTS=1 cargo test` renews it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::fmt::Write;

use crossread::{
    Analysis, Verdict,
    fact::{Fact, Value},
    span::{Passage, Span},
    view::messages::Messages,
};
use support::{STORIES, read, snapshot, story};

#[test]
fn the_sample_stories() {
    for name in STORIES {
        snapshot(&format!("tests/stories/{name}.snapshot.txt"), &rendered(&read(&story(name))));
    }
}

fn rendered(analysis: &Analysis) -> String {
    let mut text = String::new();
    let mut section = |title: &str, lines: Vec<String>| {
        writeln!(text, "{title}\n{}", "=".repeat(title.chars().count())).unwrap();
        lines.iter().for_each(|line| writeln!(text, "{line}").unwrap());
        text.push('\n');
    };
    section("In short", summary(analysis));
    section("Conflicts", facts(analysis, Verdict::Conflict));
    section("Agreed", facts(analysis, Verdict::Agreed));
    section("Only in one", facts(analysis, Verdict::Single));
    section("Timeline", timeline(analysis));
    section("People, places, organisations", entities(analysis));
    section("Quote variants", quote_variants(analysis));
    section("Shared text", shared(analysis));
    for index in 0..analysis.articles.len() {
        section(&format!("Article {}", id(analysis, index)), article(analysis, index));
    }
    text
}

fn id(analysis: &Analysis, article: usize) -> &str {
    &analysis.articles[article].id
}

/// The words on one line.
fn words(analysis: &Analysis, passage: Passage) -> String {
    let words = analysis.articles[passage.article].document.slice(passage.span);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn summary(analysis: &Analysis) -> Vec<String> {
    let line = |sentence: &crossread::analysis::SummarySentence| {
        let articles: Vec<&str> = sentence.articles.iter().map(|&article| id(analysis, article)).collect();
        let facts = sentence.facts.join(" ");
        format!(
            "- {}\n    {}{}{facts}",
            words(analysis, sentence.passage),
            articles.join(", "),
            if facts.is_empty() { "" } else { "; " }
        )
    };
    analysis.summary.iter().map(line).collect()
}

fn facts(analysis: &Analysis, verdict: Verdict) -> Vec<String> {
    analysis.facts.iter().filter(|fact| fact.verdict == verdict).map(|fact| told(analysis, fact)).collect()
}

fn told(analysis: &Analysis, fact: &Fact) -> String {
    let notes: String = fact.notes.iter().map(|note| format!(" [{note:?}]")).collect();
    let mut text =
        format!("{} {:?}: {}{notes}", fact.id, fact.kind, crossread::view::label(&fact.label, &Messages::default()));
    for position in &fact.positions {
        let value = match &position.value {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Text(text)) => text.clone(),
            None => "-".to_owned(),
        };
        write!(text, "\n    {value} ({})", position.support).unwrap();
        for claim in &position.claims {
            let article = id(analysis, claim.passage.article);
            write!(text, "\n        {article}: {}", words(analysis, claim.passage)).unwrap();
        }
    }
    text
}

fn timeline(analysis: &Analysis) -> Vec<String> {
    let line = |happening: &crossread::fact::Happening| {
        let (first, last) = (happening.when.first, happening.when.last);
        let mut text = if first == last { first.to_string() } else { format!("{first} to {last}") };
        if let Some(minute) = happening.minute {
            write!(text, " {:02}:{:02}", minute / 60, minute % 60).unwrap();
        }
        for evidence in &happening.evidence {
            let passage = Passage::new(evidence.passage.article, evidence.sentence);
            let article = id(analysis, passage.article);
            write!(text, "\n    {article} “{}”: {}", words(analysis, evidence.passage), words(analysis, passage))
                .unwrap();
        }
        text
    };
    analysis.timeline.iter().map(line).collect()
}

fn entities(analysis: &Analysis) -> Vec<String> {
    let line = |entity: &crossread::entity::Entity| {
        let mut forms: Vec<String> = entity.mentions.iter().map(|&mention| words(analysis, mention)).collect();
        let mentions = forms.len();
        forms.sort();
        forms.dedup();
        format!("{:?} {} ({mentions}): {}", entity.kind, entity.name, forms.join(" | "))
    };
    analysis.entities.iter().map(line).collect()
}

fn quote_variants(analysis: &Analysis) -> Vec<String> {
    let line = |&quote: &usize| {
        let passage = analysis.quotes[quote].passage;
        format!("    {}: {}", id(analysis, passage.article), words(analysis, passage))
    };
    let group = |group: &Vec<usize>| format!("-\n{}", group.iter().map(line).collect::<Vec<_>>().join("\n"));
    analysis.quote_variants.iter().map(group).collect()
}

fn shared(analysis: &Analysis) -> Vec<String> {
    let texts: Vec<&str> = analysis.texts.iter().map(|&text| id(analysis, text)).collect();
    let mut lines = vec![format!("texts: {}", texts.join(", "))];
    for pair in &analysis.lineage {
        let percent = pair.share * 100.0;
        lines.push(format!("{} and {}: {percent:.0} %", id(analysis, pair.a), id(analysis, pair.b)));
        lines.extend(pair.passages.iter().map(|&(a, _)| format!("    {}", words(analysis, a))));
    }
    lines
}

/// The article's sentences, each with what was found in it beneath.
fn article(analysis: &Analysis, index: usize) -> Vec<String> {
    let document = &analysis.articles[index].document;
    let mut lines = Vec::new();
    for origin in &document.origins {
        lines.push(format!("credits {}", origin.name));
    }
    for (sentence, standing) in document.sentences.iter().zip(&analysis.articles[index].standing) {
        let within = |span: Span| sentence.span.start <= span.start && span.start < sentence.span.end;
        let told = words(analysis, Passage::new(index, sentence.span));
        lines.push(match sentence.furniture {
            Some(kind) => format!("({kind:?}) {told}"),
            None => told,
        });
        let mut add = |what: &str, span: Span, value: String| {
            lines.push(format!("    {what} {}{value}", words(analysis, Passage::new(index, span))));
        };
        for entity in &analysis.entities {
            for mention in entity.mentions.iter().filter(|mention| mention.article == index && within(mention.span)) {
                add("name", mention.span, format!(" = {}", entity.name));
            }
        }
        for date in analysis.dates.iter().filter(|date| date.article == index && within(date.finding.span)) {
            add("time", date.finding.span, format!(" = {}", date.finding.value));
        }
        for found in analysis.quantities.iter().filter(|found| found.article == index && within(found.finding.span)) {
            let (found, unit) = (&found.finding, found.finding.unit.name().unwrap_or("-"));
            let upper = found.upper.map_or(String::new(), |upper| format!(" to {upper}"));
            add("quantity", found.span, format!(" = {:?} {}{upper} {unit}", found.modifier, found.value));
        }
        for quote in analysis.quotes.iter().filter(|quote| quote.passage.article == index && within(quote.passage.span))
        {
            let speaker = quote.speaker_text.as_deref().unwrap_or("nobody");
            add("quote", quote.passage.span, format!(" ({:?}, {speaker})", quote.kind));
        }
        for wording in
            analysis.wording.iter().filter(|wording| wording.passage.article == index && within(wording.passage.span))
        {
            add("wording", wording.passage.span, format!(" ({:?})", wording.kind));
        }
        for &same in &standing.same {
            lines.push(format!("    same {}: {}", id(analysis, same.article), words(analysis, same)));
        }
        if !standing.conflicts.is_empty() {
            lines.push(format!("    conflict {}", standing.conflicts.join(" ")));
        }
    }
    lines
}
