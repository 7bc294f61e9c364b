//! What holds for every story.

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
    Analysis, Article, Options, Readings, Story, Verdict, analyze, similarity,
    span::{Passage, Span},
    wasm::transfer,
};
use proptest::prelude::*;
use serde_json::Value;
use support::{STORIES, read, story};

/// Any text, with what is hard about text: marks, line ends, scripts, characters outside the Basic Multilingual Plane.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{1,12}",
        "[ \\n\\t\u{a0}]{1,3}",
        "[“”‘’\"'()\\-–—.,:;!?$€%]{1,4}",
        "[0-9]{1,4}([.,/:-][0-9]{1,4})?",
        prop::sample::select(vec![
            "Jan. ",
            "U.S. ",
            "said ",
            "Mr. ",
            "5 million ",
            "not ",
            "km/h",
            "😀",
            "é",
            "İ",
            "ﬁ",
            "한국"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

/// Sentences such as news has them, about one event.
fn news() -> impl Strategy<Value = String> {
    let pick = |words: &'static [&'static str]| prop::sample::select(words.to_vec());
    let who = pick(&[
        "Prime Minister Ana Duarte",
        "Duarte",
        "The port authority",
        "Mayor Ruben Hale",
        "Lisbon",
        "It",
        "The Novana Group",
    ]);
    let did = pick(&[
        "opened",
        "closed",
        "will not close",
        "signed",
        "rejected",
        "said it had signed",
        "may have lost",
        "denied",
    ]);
    let what = pick(&[
        "the north bridge",
        "14 contracts",
        "about 15 contracts",
        "the harbour plan",
        "$3.2 billion in loans",
        "two ferries",
        "talks with Norway",
    ]);
    let when =
        pick(&["on Monday", "on March 2", "late on Tuesday", "last week", "in 2024", "two days later", "at 9:40 p.m."]);
    let end = pick(&[
        ".",
        ", officials said.",
        ", “a great day for the city,” Hale said.",
        ", according to Duarte.",
        " (photo: Novana).",
    ]);
    let sentence =
        (who, did, what, when, end).prop_map(|(who, did, what, when, end)| format!("{who} {did} {what} {when}{end}"));
    prop::collection::vec(sentence, 1..8).prop_map(|sentences| sentences.join(" "))
}

fn of_texts(texts: Vec<String>) -> Story {
    let article = |(index, text): (usize, String)| Article {
        id: Some(format!("article {index}")),
        published: Some(format!("2026-03-{:02}", 3 + index)),
        lang: Some("en".to_owned()),
        text: Some(text),
        ..Article::default()
    };
    Story { title: None, articles: texts.into_iter().enumerate().map(article).collect() }
}

/// Every place that the analysis points at.
fn passages(analysis: &Analysis) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for (index, report) in analysis.articles.iter().enumerate() {
        let document = &report.document;
        let spans = document.sentences.iter().map(|sentence| sentence.span);
        let spans = spans.chain(document.tokens.iter().map(|token| token.span));
        let spans = spans.chain(document.furniture.iter().map(|furniture| furniture.span));
        let spans = spans.chain(document.origins.iter().map(|origin| origin.span));
        passages.extend(spans.map(|span| Passage::new(index, span)));
        passages.extend(report.standing.iter().flat_map(|standing| standing.same.iter().copied()));
    }
    passages.extend(analysis.entities.iter().flat_map(|entity| entity.mentions.iter().copied()));
    passages.extend(analysis.dates.iter().map(|date| Passage::new(date.article, date.finding.span)));
    for quantity in &analysis.quantities {
        passages
            .extend([quantity.finding.span, quantity.finding.number].map(|span| Passage::new(quantity.article, span)));
    }
    for quote in &analysis.quotes {
        passages.push(quote.passage);
        passages.extend(quote.cue.map(|cue| Passage::new(quote.passage.article, cue)));
    }
    let claims = analysis.facts.iter().flat_map(|fact| fact.positions.iter().flat_map(|position| &position.claims));
    for claim in claims.chain(analysis.timeline.iter().flat_map(|happening| &happening.evidence)) {
        passages.extend([claim.passage, Passage::new(claim.passage.article, claim.sentence)]);
    }
    passages.extend(analysis.summary.iter().map(|sentence| sentence.passage));
    passages.extend(analysis.lineage.iter().flat_map(|pair| pair.passages.iter().flat_map(|&(a, b)| [a, b])));
    passages.extend(analysis.wording.iter().map(|wording| wording.passage));
    passages
}

fn check_passages(analysis: &Analysis) {
    for Passage { article, span } in passages(analysis) {
        let text = &analysis.articles[article].document.text;
        assert!(text.get(span.range()).is_some(), "{span:?} is no stretch of {text:?}");
        assert!(!span.is_empty(), "{span:?} is empty in {text:?}");
    }
    for report in &analysis.articles {
        let apart = |spans: Vec<Span>| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        assert!(apart(report.document.sentences.iter().map(|sentence| sentence.span).collect()), "sentences overlap");
        assert!(apart(report.document.tokens.iter().map(|token| token.span).collect()), "tokens overlap");
    }
}

/// What JavaScript receives, as text.
fn bytes(analysis: &Analysis) -> String {
    serde_json::to_string(&transfer::Analysis::from(analysis)).unwrap()
}

/// Checks every span that JavaScript receives against the length of its article in UTF-16 code units.
fn check_units(value: &Value, lengths: &[u64]) {
    if let (Some(article), Some(start), Some(end)) =
        (value["article"].as_u64(), value["start"].as_u64(), value["end"].as_u64())
    {
        let length = lengths[usize::try_from(article).unwrap()];
        assert!(start < end && end <= length, "{value} in {length} units");
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| check_units(value, lengths)),
        Value::Object(fields) => fields.values().for_each(|value| check_units(value, lengths)),
        _ => {}
    }
}

/// What was found, told by the articles' ids, so that it can be compared between two orders of the articles.
fn findings(analysis: &Analysis) -> Vec<(&'static str, BTreeSet<String>)> {
    let place = |passage: &Passage| {
        format!("{} {}..{}", analysis.articles[passage.article].id, passage.span.start, passage.span.end)
    };
    let join = |places: &mut dyn Iterator<Item = String>| {
        places.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
    };
    let fact = |fact: &crossread::Fact| {
        let position = |position: &crossread::fact::Position| {
            format!("[{}]", join(&mut position.claims.iter().map(|claim| place(&claim.passage))))
        };
        format!("{:?} {}", fact.verdict, join(&mut fact.positions.iter().map(position)))
    };
    let texts: BTreeSet<usize> = analysis.texts.iter().copied().collect();
    let text = |text: usize| {
        let members = analysis.texts.iter().enumerate().filter(|&(_, &of)| of == text);
        join(&mut members.map(|(article, _)| analysis.articles[article].id.clone()))
    };
    let shared = |pair: &crossread::analysis::SharedText| {
        let both = [pair.a, pair.b].map(|article| analysis.articles[article].id.clone());
        let passages = pair.passages.iter().map(|(a, b)| join(&mut [place(a), place(b)].into_iter()));
        format!("{} {:.6} {}", join(&mut both.into_iter()), pair.share, join(&mut passages.into_iter()))
    };
    let group = |group: &Vec<usize>| join(&mut group.iter().map(|&quote| place(&analysis.quotes[quote].passage)));
    vec![
        ("entities", analysis.entities.iter().map(|entity| join(&mut entity.mentions.iter().map(place))).collect()),
        ("quote variants", analysis.quote_variants.iter().map(group).collect()),
        ("shared text", analysis.lineage.iter().map(shared).collect()),
        ("texts", texts.into_iter().map(text).collect()),
        ("facts", analysis.facts.iter().map(fact).collect()),
        (
            "timeline",
            analysis
                .timeline
                .iter()
                .map(|happening| join(&mut happening.evidence.iter().map(|evidence| place(&evidence.passage))))
                .collect(),
        ),
        // By their words: of two sentences with the same words either will do.
        (
            "summary",
            analysis
                .summary
                .iter()
                .map(|sentence| {
                    analysis.articles[sentence.passage.article].document.slice(sentence.passage.span).to_owned()
                })
                .collect(),
        ),
    ]
}

/// Checks that the findings are the same when the articles are turned round.
fn check_order(story: &Story) {
    let turned = Story { articles: story.articles.iter().rev().cloned().collect(), ..story.clone() };
    for ((what, found), (_, other)) in findings(&read(story)).into_iter().zip(findings(&read(&turned))) {
        let only: Vec<&String> = found.symmetric_difference(&other).collect();
        assert!(only.is_empty(), "{what} differ with the order of the articles: {only:#?}");
    }
}

/// The same article from two outlets: nothing in it can contradict itself.
fn check_self(article: &Article) {
    let twin = Article { id: Some("twin".to_owned()), source: Some("Another Outlet".to_owned()), ..article.clone() };
    let analysis = read(&Story { title: None, articles: vec![article.clone(), twin] });
    let conflict = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Conflict);
    assert!(conflict.is_none(), "an article against itself: {conflict:#?}");
}

#[test]
fn the_order_of_the_sample_stories_does_not_matter() {
    STORIES.iter().for_each(|name| check_order(&story(name)));
}

/// Of sentences that weigh the same, the same one is chosen, whichever article comes first.
#[test]
fn the_order_does_not_break_ties() {
    check_order(&of_texts(
        [
            "The harbour board rejected two ferries at 9:40 p.m., officials said. It opened the north pier on Monday.",
            "The harbour board denied two ferries at 9:40 p.m., officials said.",
            "Mayor Ana Ruiz denied the north bridge on Monday. Mayor Ana Ruiz rejected the north bridge on Monday.",
        ]
        .map(str::to_owned)
        .to_vec(),
    ));
}

#[test]
fn no_article_of_the_sample_stories_conflicts_with_itself() {
    STORIES.iter().flat_map(|name| story(name).articles).for_each(|article| check_self(&article));
}

#[test]
fn a_text_that_takes_something_back_does_not_conflict_with_its_copy() {
    let text =
        "The Novana Group will not close two ferries on Monday. The Novana Group closed two ferries late on Tuesday.";
    check_self(&of_texts(vec![text.to_owned()]).articles[0]);
}

#[test]
fn the_sample_stories_give_the_same_bytes_twice() {
    for name in STORIES {
        assert_eq!(bytes(&read(&story(name))), bytes(&read(&story(name))));
    }
}

/// Reads the articles one by one and compares some of them: that must be what a fresh run over those tells, and must leave
/// the readings as they were.
fn check_selections(story: &Story) {
    let mut readings = Readings::titled(story.title.clone());
    for (index, article) in story.articles.iter().enumerate() {
        let before: Vec<_> = (0..index).map(|index| readings.get(index).cloned()).collect();
        readings.add(article).unwrap();
        let after: Vec<_> = (0..index).map(|index| readings.get(index).cloned()).collect();
        assert_eq!(before, after, "another article changed what was read of the first {index}");
    }
    let all: Vec<usize> = (0..story.articles.len()).collect();
    let without_one = all.iter().map(|out| all.iter().copied().filter(|index| index != out).collect());
    let selections: Vec<Vec<usize>> = without_one.chain([all.clone(), all.iter().rev().copied().collect()]).collect();
    for selection in selections.iter().filter(|selection| !selection.is_empty()) {
        let articles = selection.iter().map(|&index| story.articles[index].clone()).collect();
        let fresh = analyze(&Story { title: story.title.clone(), articles }, &Options::default()).unwrap();
        let again = readings.compare(selection, &Options::default());
        assert_eq!(bytes(&again), bytes(&fresh), "{selection:?}");
    }
}

#[test]
fn a_selection_of_the_sample_stories_is_what_a_fresh_run_gives() {
    for name in STORIES {
        let mut story = story(name);
        for (index, article) in story.articles.iter_mut().enumerate() {
            article.id.get_or_insert_with(|| format!("article {index}"));
        }
        check_selections(&story);
    }
}

#[test]
fn a_sentence_reports_what_it_reports() {
    let check = |sentence: &str| assert!(similarity(sentence, sentence) > 0.99, "{sentence}");
    check("The ministers signed 12 trade agreements in Lisbon on Monday.");
    check("Duarte denied it.");
}

/// How often each property is tried.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_read_once_is_compared_as_if_it_were_read_afresh(
        texts in prop::collection::vec(news(), 2..6),
        further in prop::collection::vec(news(), 1..4),
        steps in prop::collection::vec((0..4, any::<prop::sample::Index>()), 1..7),
    ) {
        let given = of_texts(texts.into_iter().chain(further).collect()).articles;
        let mut further = given.clone();
        let mut held = further.drain(..2).map(|article| (article, true)).collect::<Vec<_>>();
        let mut readings = Readings::default();
        held.iter().for_each(|(article, _)| readings.read(article));
        let mut removed = None;
        for (what, which) in steps {
            let at = which.index(held.len());
            match what {
                0 => held[at].1 = !held[at].1,
                1 if !further.is_empty() => {
                    let article = further.remove(0);
                    readings.add(&article).unwrap();
                    held.push((article, true));
                }
                2 if held.len() > 1 => {
                    let taken = readings.take(at).unwrap();
                    removed = Some((at, held.remove(at), taken));
                }
                3 => {
                    if let Some((at, article, taken)) = removed.take() {
                        let at = usize::min(at, held.len());
                        readings.put(at, taken);
                        held.insert(at, article);
                    }
                }
                _ => {}
            }
            let ticked = |(index, (article, ticked)): (usize, &(Article, bool))| ticked.then(|| (index, article.clone()));
            let (selection, articles): (Vec<usize>, Vec<Article>) =
                held.iter().enumerate().filter_map(ticked).unzip();
            if articles.is_empty() {
                continue;
            }
            let fresh = analyze(&Story { title: None, articles }, &Options::default()).unwrap();
            prop_assert_eq!(readings.compare(&selection, &Options::default()), fresh);
        }
    }

    #[test]
    fn any_text_can_be_read(texts in prop::collection::vec(any_text(), 1..4)) {
        let analysis = read(&of_texts(texts));
        check_passages(&analysis);
        let lengths: Vec<u64> = analysis.articles.iter().map(|report| report.document.text.encode_utf16().count() as u64).collect();
        check_units(&serde_json::from_str(&bytes(&analysis)).unwrap(), &lengths);
    }

    #[test]
    fn any_page_can_be_read(markup in prop::collection::vec(prop_oneof![any_text(), "<[a-z/!]{1,6}[ =\"a-z]{0,8}>?", "&[a-z#0-9]{0,6};?"], 1..12)) {
        let article = Article { html: Some(markup.concat()), ..Article::default() };
        check_passages(&read(&Story { title: None, articles: vec![article] }));
    }

    #[test]
    fn news_can_be_read_in_any_order(texts in prop::collection::vec(news(), 2..5)) {
        let story = of_texts(texts);
        check_passages(&read(&story));
        check_order(&story);
    }

    #[test]
    fn the_same_story_gives_the_same_bytes(texts in prop::collection::vec(news(), 1..4)) {
        let story = of_texts(texts);
        prop_assert_eq!(bytes(&read(&story)), bytes(&read(&story)));
    }

    #[test]
    fn a_selection_is_what_a_fresh_run_gives(texts in prop::collection::vec(news(), 1..5)) {
        check_selections(&of_texts(texts));
    }

    #[test]
    fn similarity_is_a_share_and_has_no_direction(a in any_text(), b in news()) {
        let there = similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&there), "{there}");
        prop_assert!((there - similarity(&b, &a)).abs() < 1e-12);
    }
}
