//! Breaks the crate in small ways, one at a time, and asks its tests whether they notice. `scripts/mutants.mjs` runs it.
//!
//! cargo-mutants compiles the crate once for each mutant; this program compiles all of them into one copy of the crate, in
//! which they lie dormant behind their numbers ("mutant schemata", Untch, Offutt and Harrold 1993). So a mutant costs no
//! more than its tests, which are tenths of a second.
//!
//! What survives and cannot be caught, since the program does the same with it, is explained in `explained.txt`. An entry
//! there of what is no mutant any more, or is caught, is an error.

mod copy;
mod edits;
mod find;
mod trial;
mod values;

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use copy::Source;
use find::{Finder, Mutant};
use trial::Trial;

/// The rooms that are mutated unless others are named.
const ROOMS: [&str; 2] = ["compare", "wasm"];

/// The rooms whose unit tests see what several articles give; the others never come to what is mutated.
const ABOVE: [&str; 4] = ["compare::", "summarize::", "view::", "wasm::"];

/// A property that takes as long as all others together and is held by a quicker one, too.
const LONG: &str = "a_selection_of_the_sample_stories_is_what_a_fresh_run_gives";

/// What became of the mutants of a file.
#[derive(Default)]
struct Count {
    all: usize,
    caught: usize,
    explained: usize,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let (mut rooms, mut only, mut is_list) = (Vec::new(), None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--only" => only = Some(arguments.next().ok_or("--only wants words of a mutant's name")?),
            "--list" => is_list = true,
            "--survivors" => only = Some("--survivors".to_owned()),
            _ => rooms.push(argument),
        }
    }
    if rooms.is_empty() {
        rooms = ROOMS.map(str::to_owned).to_vec();
    }

    let (mut sources, mut left_out): (Vec<Source>, Vec<String>) = (Vec::new(), Vec::new());
    for room in &rooms {
        let (own, not) = copy::sources(&root, room)?;
        sources.extend(own);
        left_out.extend(not);
    }
    let mut found: Vec<(Finder<'_>, &Source)> = Vec::new();
    for source in &sources {
        let before = found.iter().map(|(finder, _)| finder.mutants.len()).sum::<usize>();
        found.push((Finder::find(&source.name, &source.text, u32::try_from(before)?)?, source));
    }
    if is_list {
        for mutant in found.iter().flat_map(|(finder, _)| &finder.mutants) {
            println!("{}\t{}", mutant.number, mutant.name());
        }
        return Ok(true);
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let place = target.join("mutants/crate");
    copy::copy(&root, &place, &sources)?;
    println!("{} mutants. Compiling them", found.iter().map(|(finder, _)| finder.mutants.len()).sum::<usize>());
    let dropped = copy::settle(&place, &mut found)?;
    let programs = copy::tests(&place)?;
    let mut trials = trials(&programs);
    for trial in &mut trials {
        let taken = trial.time(&place)?;
        println!("  {}: {:.1} s", trial.name, taken.as_secs_f64());
    }

    let mutants: Vec<&Mutant> = found.iter().flat_map(|(finder, _)| &finder.mutants).collect();
    let alive = mutants.iter().copied().filter(|mutant| !dropped.contains(&mutant.number));
    let log = target.join("mutants/outcomes.txt");
    let before = fs::read_to_string(&log).unwrap_or_default();
    let survived: BTreeSet<&str> = before.lines().filter_map(|line| line.strip_prefix("survived\t")).collect();
    let wanted: Vec<&Mutant> = match &only {
        None => alive.collect(),
        Some(only) if only == "--survivors" => {
            alive.filter(|mutant| survived.contains(mutant.name().as_str())).collect()
        }
        Some(only) => alive.filter(|mutant| mutant.name().contains(only)).collect(),
    };
    println!("{} do not compile. Trying {}", dropped.len(), wanted.len());
    let begun = Instant::now();
    let named: Vec<(u32, String)> = wanted.iter().map(|mutant| (mutant.number, mutant.name())).collect();
    let caught = trial::run(&trials, &place, &named, &log)?;
    println!("  in {} s", begun.elapsed().as_secs());

    let explained = explained(&fs::read_to_string(root.join("mutants/explained.txt")).unwrap_or_default());
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut survivors, mut stale) = (Vec::new(), Vec::new());
    for (mutant, by_trial) in wanted.iter().zip(&caught) {
        let (count, is_explained) = (counts.entry(&mutant.file).or_default(), explained.contains(&mutant.name()));
        count.all += 1;
        if let Some(trial) = by_trial.and_then(|index| trials.get(index)) {
            count.caught += 1;
            *by.entry(&trial.name).or_default() += 1;
            if is_explained {
                stale.push(format!("{} (is caught)", mutant.name()));
            }
        } else if is_explained {
            count.explained += 1;
        } else {
            survivors.push(format!("src/{}:{} {}: {}", mutant.file, mutant.line, mutant.function, mutant.change));
        }
    }
    let names: BTreeSet<String> =
        mutants.iter().filter(|mutant| !dropped.contains(&mutant.number)).map(|mutant| mutant.name()).collect();
    let of_rooms = |name: &&String| rooms.iter().any(|room| name.starts_with(&format!("{room}/")));
    stale.extend(explained.iter().filter(of_rooms).filter(|name| !names.contains(*name)).cloned());

    report(&counts, &by);
    if !left_out.is_empty() {
        println!("\nNot compiled natively, so not mutated: {}.", left_out.join(", "));
    }
    print("Survive", &survivors);
    print("Explained in mutants/explained.txt, and need it no more", &stale);
    Ok(survivors.is_empty() && stale.is_empty())
}

/// The tests that a mutant meets, the quickest and likeliest first.
fn trials(programs: &[(String, PathBuf)]) -> Vec<Trial> {
    let trial = |(name, test, arguments): (&str, &str, &[&str])| {
        let (_, program) = programs.iter().find(|(own, _)| own == test)?;
        let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Some(Trial { name: name.to_owned(), program: program.clone(), arguments, limit: Duration::ZERO })
    };
    let trials: [(&str, &str, &[&str]); 5] = [
        ("unit tests", "crossread", &ABOVE),
        ("stories", "stories", &[]),
        ("snapshots", "snapshots", &[]),
        ("view", "view", &[]),
        ("properties", "properties", &["--skip", LONG]),
    ];
    trials.into_iter().filter_map(trial).collect()
}

/// The names in the list of what cannot be caught: lines that begin at the margin. The reason stands below each.
fn explained(list: &str) -> BTreeSet<String> {
    let is_name = |line: &&str| !line.is_empty() && !line.starts_with([' ', '#']);
    list.lines().filter(is_name).map(str::to_owned).collect()
}

fn report(counts: &BTreeMap<&str, Count>, by: &BTreeMap<&str, usize>) {
    println!("\n{:34} {:>7} {:>7} {:>9} {:>8} {:>6}", "file", "mutants", "caught", "explained", "survive", "share");
    let mut all = Count::default();
    let line = |name: &str, count: &Count| {
        let share = 100.0 * count.caught as f64 / count.all.max(1) as f64;
        let left = count.all - count.caught - count.explained;
        println!("{name:34} {:7} {:7} {:9} {left:8} {share:5.1}%", count.all, count.caught, count.explained);
    };
    for (file, count) in counts {
        line(file, count);
        all.all += count.all;
        all.caught += count.caught;
        all.explained += count.explained;
    }
    line("all", &all);
    let by: Vec<String> = by.iter().map(|(test, count)| format!("{test} {count}")).collect();
    println!("Caught by {}.", by.join(", "));
}

fn print(title: &str, lines: &[String]) {
    if !lines.is_empty() {
        println!("\n{title}:");
        lines.iter().for_each(|line| println!("  {line}"));
    }
}
