//! A story of many articles takes little more than its articles do: time grows nearly as their number.
//!
//!     cargo test --test articles -- --nocapture      prints the table
//!
//! Time is that of the processor where the system tells it, so that other programs do not count.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]
#![allow(clippy::disallowed_methods, reason = "what is measured need not be the same on every machine")]

mod support;

use std::{fs, time::Instant};

use crossread::{Article, Story};
use support::{read, story};

/// How many articles are compared.
const COUNTS: [u32; 3] = [5, 20, 64];
/// With which power of their number time may grow.
const STEEPEST: f64 = 1.4;

/// Nanoseconds that this thread has run; `None` where the system does not tell.
fn processor_time() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

/// The least seconds of three runs.
fn seconds(story: &Story) -> f64 {
    let run = || {
        let (wall, processor) = (Instant::now(), processor_time());
        drop(read(story));
        match processor.zip(processor_time()) {
            Some((from, to)) => (to - from) as f64 / 1e9,
            None => wall.elapsed().as_secs_f64(),
        }
    };
    (0..3).map(|_| run()).fold(f64::MAX, f64::min)
}

/// An article with its paragraphs in another order, as another newsroom might have put it together.
fn turned(article: &Article, by: usize) -> Article {
    let text = article.text.as_deref().unwrap();
    let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
    let by = by % paragraphs.len();
    paragraphs.rotate_left(by);
    Article { text: Some(paragraphs.join("\n\n")), id: None, ..article.clone() }
}

/// Prints how long it takes and asserts how it grows.
fn check(name: &str, article: impl Fn(usize) -> Article) {
    let times =
        COUNTS.map(|count| seconds(&Story { title: None, articles: (0..count as usize).map(&article).collect() }));
    let growth = (times[2] / times[0]).ln() / (f64::from(COUNTS[2]) / f64::from(COUNTS[0])).ln();
    let [few, some, many] = times.map(|seconds| seconds * 1e3);
    println!("{name:>9} {few:9.1} ms {some:9.1} ms {many:9.1} ms  growth {growth:.2}");
    assert!(growth <= STEEPEST, "{name}: time grows with the power {growth:.2} of the number of articles");
}

#[test]
fn time_grows_nearly_as_the_number_of_articles() {
    let articles = story("summit").articles;
    println!("{:>9} {:>9} {:>12} {:>12}", "articles", COUNTS[0], COUNTS[1], COUNTS[2]);
    check("versions", |index| turned(&articles[index % articles.len()], index / articles.len()));
    check("copies", |_| Article { id: None, ..articles[0].clone() });
}
