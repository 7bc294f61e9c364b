//! No input makes the program hang: on worst cases of up to a megabyte, time and memory grow no faster than n log n.
//!
//!     cargo test --test growth -- --nocapture                    prints the table
//!     CROSSREAD_GROWTH=names cargo test --test growth            only the cases of that name
//!     CROSSREAD_GROWTH_BYTES=990000 cargo test --test growth     as large as an article may be: takes long
//!
//! Time is that of the processor where the system tells it, so that other programs do not count.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "what is measured need not be the same on every machine")]

#[path = "growth/inputs.rs"]
mod inputs;

use std::{env, fs, time::Instant};

use crossread::{Options, Story, analyze};
use inputs::INPUTS;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The largest size, in bytes, where `CROSSREAD_GROWTH_BYTES` does not say otherwise: what takes some seconds.
const SIZE: usize = 120_000;
/// The largest that an article may be.
const LARGEST: usize = 990_000;
/// What is measured, as parts of that.
const PARTS: [usize; 4] = [8, 4, 2, 1];
/// How much steeper than n log n the growth of time may look: caches miss more often on more data.
const TIME_MARGIN: f64 = 0.3;
/// The same of memory.
const MEMORY_MARGIN: f64 = 0.15;
/// What is too short to be measured, in seconds.
const SHORT: f64 = 0.03;
/// What is too little memory to say how it grows, in bytes.
const LIGHT: f64 = 16e6;
/// No input may take longer, in seconds, however it grows: an unoptimised build on a slow machine takes a tenth of it.
const LONGEST: f64 = 60.0;
/// The most memory at once, in bytes for a byte of input.
const MOST: f64 = 1500.0;

/// What says how it grows only in articles of some sentences: every sentence of 64 like articles is paired with three of each
/// other article, as soon as there are three. These are run on [`LONGER`] times as much.
const LIKE: [&str; 3] = ["64 times the same", "64 in another order", "64 that say one thing otherwise"];
const LONGER: usize = 4;
/// What is taken for an article only from some size on, so that its growth says nothing below that.
const UNEVEN: [&str; 1] = ["open elements around words"];

/// One run: seconds of the processor, and the most bytes that were in use at once beyond the input.
struct Run {
    seconds: f64,
    bytes: f64,
}

/// Nanoseconds that this thread has run; `None` where the system does not tell.
fn processor_time() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

fn run(story: &Story) -> Run {
    let before = PeakAlloc.current_usage();
    PeakAlloc.reset_peak_usage();
    let (wall, processor) = (Instant::now(), processor_time());
    let analysis = analyze(story, &Options::default()).expect("the story can be read");
    let seconds = match processor.zip(processor_time()) {
        Some((from, to)) => (to - from) as f64 / 1e9,
        None => wall.elapsed().as_secs_f64(),
    };
    drop(analysis);
    Run { seconds, bytes: PeakAlloc.peak_usage().saturating_sub(before) as f64 }
}

/// By which power of n log n the values grow, at the larger sizes: the line through them on logarithmic scales.
fn exponent(sizes: &[f64], values: &[f64]) -> f64 {
    let points: Vec<(f64, f64)> =
        sizes.iter().zip(values).map(|(size, value)| ((size * size.ln()).ln(), value.max(1e-9).ln())).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let over: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    over / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
}

/// The runs of one worst case at all sizes.
struct Runs {
    sizes: Vec<f64>,
    seconds: Vec<f64>,
    bytes: Vec<f64>,
}

impl Runs {
    fn of(make: fn(usize) -> Story, size: usize) -> Self {
        let mut runs = Self { sizes: Vec::new(), seconds: Vec::new(), bytes: Vec::new() };
        for part in PARTS {
            let run = run(&make(size / part));
            runs.sizes.push((size / part) as f64);
            runs.seconds.push(run.seconds);
            runs.bytes.push(run.bytes);
        }
        if runs.time() > 1.0 + TIME_MARGIN {
            // What looks steep is measured again before it is called so: the system may count in steps of some milliseconds,
            // and what else runs may have taken the cache from the longest. What is steep is so the second time as well.
            for (index, part) in PARTS.iter().enumerate() {
                let again = run(&make(size / part)).seconds;
                let seconds = &mut runs.seconds[index];
                *seconds = if *part == 1 { seconds.min(again) } else { seconds.max(again) };
            }
        }
        runs
    }

    /// The power of n log n by which time grows.
    fn time(&self) -> f64 {
        exponent(&self.sizes, &self.seconds)
    }

    /// The same of memory.
    fn memory(&self) -> f64 {
        exponent(&self.sizes, &self.bytes)
    }

    fn longest(&self) -> f64 {
        self.seconds[self.seconds.len() - 1]
    }

    fn most(&self) -> f64 {
        self.bytes[self.bytes.len() - 1]
    }

    /// Whether it grows faster than n log n.
    fn is_steep(&self) -> bool {
        self.longest() > SHORT && self.time() > 1.0 + TIME_MARGIN
            || self.most() > LIGHT && self.memory() > 1.0 + MEMORY_MARGIN
    }

    /// Whether it is too long or too large, however it grows.
    fn is_beyond(&self) -> bool {
        self.longest() > LONGEST || self.most() > MOST * self.sizes[self.sizes.len() - 1]
    }

    fn line(&self, name: &str) -> String {
        let seconds: String = self.seconds.iter().map(|value| format!("{value:7.3} ")).collect();
        format!("{seconds} {:4.2} {:6.1}  {:4.2}  {name}", self.time(), self.most() / 1e6, self.memory())
    }
}

#[test]
fn no_input_takes_longer_than_its_size_allows() {
    let only = env::var("CROSSREAD_GROWTH").unwrap_or_default();
    let size = env::var("CROSSREAD_GROWTH_BYTES").ok().and_then(|bytes| bytes.parse().ok()).unwrap_or(SIZE);
    let mut wrong = Vec::new();
    println!("{:>7} {:>7} {:>7} {:>7}  time     MB  memory", "1/8", "1/4", "1/2", "all");
    for (name, make) in INPUTS.iter().filter(|(name, _)| name.contains(&only)) {
        let longer = if LIKE.contains(name) { LONGER } else { 1 };
        let runs = Runs::of(*make, (size * longer).min(LARGEST));
        let line = runs.line(name);
        println!("{line}");
        if runs.is_beyond() || runs.is_steep() && !UNEVEN.contains(name) {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "these grow faster than n log n, or are too large:\n{}", wrong.join("\n"));
}
