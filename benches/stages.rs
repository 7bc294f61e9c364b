//! How long each stage takes on the sample stories: `cargo bench --features bench`.
//!
//! The least of several rounds counts, since nothing makes a stage faster than it is. No harness is needed for that.

#![allow(clippy::expect_used, reason = "a bench fails by panicking")]

use std::{hint::black_box, time::Instant};

use crossread::{
    Article, Options, Readings, Story,
    bench::{Found, document, extraction, split},
    reading::Reading,
    view::{messages::Messages, patch::patch, source::sources_of, state::State, view},
};
use serde_json::Value;

const STORIES: [(&str, &str); 3] = [
    ("summit", include_str!("../www/stories/summit.json")),
    ("storm", include_str!("../www/stories/storm.json")),
    ("results", include_str!("../www/stories/results.json")),
];

const ROUNDS: usize = 20;

/// The least time of some rounds, in milliseconds.
fn least<T>(mut work: impl FnMut() -> T) -> f64 {
    let mut time = || {
        let began = Instant::now();
        black_box(work());
        began.elapsed().as_secs_f64() * 1000.0
    };
    (0..ROUNDS).map(|_| time()).fold(f64::INFINITY, f64::min)
}

fn articles(json: &str) -> Vec<Article> {
    let story: Value = serde_json::from_str(json).expect("a story is JSON");
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let list = story.get("articles").and_then(Value::as_array).expect("a story has articles");
    list.iter()
        .map(|own| Article {
            source: text(own, "source"),
            title: text(own, "title"),
            published: text(own, "published"),
            text: text(own, "text"),
            html: text(own, "html"),
            ..Article::default()
        })
        .collect()
}

fn main() {
    for (name, json) in STORIES {
        let articles = articles(json);
        let documents: Vec<_> = articles.iter().map(document).collect();
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let read =
            || articles.iter().map(|own| Reading { document: document(own), extraction: extraction(&document(own)) });
        let found = Found::of(read().collect());
        let story = Story { title: None, articles: articles.clone() };
        let readings = Readings::of(&story).expect("the story can be read");
        let all: Vec<usize> = (0..articles.len()).collect();
        let analysis = readings.compare(&all, &Options::default());
        let (messages, state) = (Messages::default(), State::new(articles.len()));
        let sources = sources_of(&analysis, &messages);
        let drawn = || view(&analysis, &sources, &state, &messages);
        let tree = drawn();
        let figures = [
            ("floor: words and sentences", least(|| documents.iter().map(|own| split(&own.text)).sum::<usize>())),
            ("read", least(|| articles.iter().map(document).collect::<Vec<_>>())),
            ("extract", least(|| documents.iter().map(extraction).collect::<Vec<_>>())),
            ("resolve", least(|| found.cast())),
            ("align", least(|| found.alignment())),
            ("compare: shared text", least(|| found.lineage())),
            ("compare: facts", least(|| found.facts())),
            ("compare: the rest", least(|| found.rest())),
            ("summarize", least(|| found.summary())),
            ("compare again, nothing read", least(|| readings.compare(&all, &Options::default()))),
            ("view", least(drawn)),
            ("view: what to draw, all of it", least(|| patch(None, &tree))),
            ("view: what to draw, nothing new", least(|| patch(Some(&tree), &tree))),
        ];
        println!("{name}: {} articles, {bytes} bytes", articles.len());
        for (stage, time) in figures {
            println!("  {stage:<34}{time:>9.3} ms");
        }
    }
}
