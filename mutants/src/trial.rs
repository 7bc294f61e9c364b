//! One mutant after another before the tests, several at a time.

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// A test program that a mutant meets.
pub struct Trial {
    pub name: String,
    pub program: PathBuf,
    pub arguments: Vec<String>,
    /// How long it may take; what takes longer hangs.
    pub limit: Duration,
}

/// How often proptest tries each property: it comes last, and what it alone can find it finds soon.
const CASES: &str = "6";

/// The most memory that a test may take, in kibibytes: a mutant that never ends may ask for more and more.
const MEMORY: u32 = 2_000_000;

impl Trial {
    /// Whether the tests pass with this mutant awake.
    pub fn passes(&self, place: &Path, mutant: u32) -> bool {
        let mut command = if cfg!(unix) {
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")).arg(&self.program);
            shell
        } else {
            Command::new(&self.program)
        };
        let child = command
            .args(&self.arguments)
            .current_dir(place)
            .env("CROSSREAD_MUTANT", mutant.to_string())
            .env("PROPTEST_CASES", CASES)
            .env("PROPTEST_RNG_SEED", "1")
            .env("RUST_TEST_THREADS", "1")
            .env("RUST_BACKTRACE", "0")
            .env_remove("CROSSREAD_CORPUS")
            .env_remove("UPDATE_SNAPSHOTS")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut child) = child else { return false };
        let begun = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return status.success(),
                Ok(None) if begun.elapsed() < self.limit => thread::sleep(Duration::from_millis(4)),
                _ => {
                    _ = child.kill();
                    _ = child.wait();
                    return false;
                }
            }
        }
    }

    /// Runs the trial with all mutants asleep, and lets it take so much longer with one awake.
    pub fn time(&mut self, place: &Path) -> Result<Duration, String> {
        self.limit = Duration::from_secs(600);
        let begun = Instant::now();
        if !self.passes(place, 0) {
            return Err(format!("{} fails though no mutant is awake", self.name));
        }
        let taken = begun.elapsed();
        self.limit = taken * 8 + Duration::from_secs(5);
        Ok(taken)
    }
}

/// Runs the trials for each of the mutants until one catches it, and returns which did; `log` gets a line for each.
pub fn run(
    trials: &[Trial],
    place: &Path,
    mutants: &[(u32, String)],
    log: &Path,
) -> std::io::Result<Vec<Option<usize>>> {
    let log = Mutex::new(File::create(log)?);
    let next = AtomicUsize::new(0);
    let caught: Vec<Mutex<Option<usize>>> = mutants.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        while let Some((number, name)) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
            let by = trials.iter().position(|trial| !trial.passes(place, *number));
            let index = mutants.iter().position(|(other, _)| other == number).unwrap_or(0);
            if let Ok(mut own) = caught[index].lock() {
                *own = by;
            }
            if let Ok(mut log) = log.lock() {
                let by = by.and_then(|by| trials.get(by)).map_or("survived", |trial| trial.name.as_str());
                _ = writeln!(log, "{by}\t{name}");
            }
            let done = next.load(Ordering::Relaxed);
            if done.is_multiple_of(100) {
                eprintln!("  {done} of {}", mutants.len());
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    Ok(caught.into_iter().map(|own| own.into_inner().unwrap_or(None)).collect())
}
