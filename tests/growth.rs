//! No input makes the program hang: on worst cases of up to a megabyte, time and memory grow no faster than n log n.
//!
//!     cargo test --test growth -- --nocapture              prints the table
//!     CROSSREAD_GROWTH=names cargo test --test growth      only the cases of that name
//!
//! Time is that of the processor where the system tells it, so that other programs do not count.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "growth/inputs.rs"]
mod inputs;

use std::{env, fmt::Write as _, fs, time::Instant};

use crossread::{Options, Story, analyze};
use inputs::INPUTS;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The largest size, in bytes: a little less than the most that an article may have.
const SIZE: usize = 990_000;
/// What is measured, as parts of [`SIZE`].
const PARTS: [usize; 4] = [8, 4, 2, 1];
/// How much steeper than n log n the growth of time may look: caches miss more often on more data.
const TIME_MARGIN: f64 = 0.3;
/// The same of memory.
const MEMORY_MARGIN: f64 = 0.15;
/// What is too short to be measured, in seconds.
const SHORT: f64 = 0.03;
/// No input may take longer, in seconds, however it grows: an unoptimised build on a slow machine takes a tenth of it.
const LONGEST: f64 = 60.0;
/// The most memory at once, in bytes for a byte of input.
const MOST: f64 = 1500.0;

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

#[test]
fn no_input_takes_longer_than_its_size_allows() {
    let only = env::var("CROSSREAD_GROWTH").unwrap_or_default();
    let mut table = format!("{:>7} {:>7} {:>7} {:>7}  time     MB  memory\n", "1/8", "1/4", "1/2", "1 MB");
    let only_s: f64 = env::var("GS").ok().and_then(|s| s.parse().ok()).unwrap_or(99.0);
    let mut wrong = Vec::new();
    for (name, make) in INPUTS.iter().filter(|(name, _)| name.contains(&only)) {
        let mut sizes = Vec::new();
        let (mut seconds, mut bytes) = (Vec::new(), Vec::new());
        for part in PARTS.map(|p| p * env::var("GP").ok().and_then(|s| s.parse().ok()).unwrap_or(1)) {
            let story = make(SIZE / part);
            let first = run(&story);
            // What looks steep is measured again before it is called so.
            sizes.push((SIZE / part) as f64);
            seconds.push(first.seconds);
            bytes.push(first.bytes);
            if first.seconds > LONGEST.min(only_s) {
                break;
            }
        }
        let mut time = exponent(&sizes, &seconds);
        if time > 1.0 + TIME_MARGIN {
            for (part, seconds) in PARTS.iter().zip(&mut seconds).take(3) {
                *seconds = seconds.max(run(&make(SIZE / part)).seconds);
            }
            time = exponent(&sizes, &seconds);
        }
        let memory = exponent(&sizes, &bytes);
        let (longest, most) = (seconds[seconds.len() - 1], bytes[bytes.len() - 1]);
        for value in &seconds {
            let _ = write!(table, "{value:7.3} ");
        }
        let _ = writeln!(table, " {time:4.2} {:6.1}  {memory:4.2}  {name}", most / 1e6);
        if env::var_os("CROSSREAD_GROWTH").is_some() {
            eprintln!("{}", table.lines().last().unwrap_or_default());
        }
        let steep = longest > SHORT && time > 1.0 + TIME_MARGIN;
        let heavy = memory > 1.0 + MEMORY_MARGIN && most > 16e6;
        if steep || heavy || longest > LONGEST || most > MOST * SIZE as f64 {
            wrong.push(format!(
                "{name}: {longest:.2} s, exponent {time:.2}; {:.0} MB, exponent {memory:.2}",
                most / 1e6
            ));
        }
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{table}\ngrow faster than n log n, or are too large:\n{}", wrong.join("\n"));
}
