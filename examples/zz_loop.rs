#![allow(clippy::all, clippy::unwrap_used, clippy::indexing_slicing, missing_docs, unused)]
use crossread::{Article, Options, Story, analyze};
fn main() {
    let mut args = std::env::args().skip(1);
    let rounds: usize = args.next().unwrap().parse().unwrap();
    let story: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(args.next().unwrap()).unwrap()).unwrap();
    let text = |v: &serde_json::Value, n: &str| v.get(n).and_then(|f| f.as_str()).map(str::to_owned);
    let articles: Vec<Article> = story["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| Article {
            source: text(v, "source"),
            title: text(v, "title"),
            published: text(v, "published"),
            text: text(v, "text"),
            ..Article::default()
        })
        .collect();
    let story = Story { title: None, articles };
    let began = std::time::Instant::now();
    let mut n = 0;
    for _ in 0..rounds {
        n += analyze(&story, &Options::default()).unwrap().facts.len();
    }
    println!("{n} {:.3} ms", began.elapsed().as_secs_f64() * 1000.0 / rounds as f64);
}
