//! The copy of the crate in which the mutants lie, and what Cargo says of it.

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{edits, find::Finder};

/// What the crate and its tests are made of.
const PARTS: [&str; 9] = ["Cargo.toml", "Cargo.lock", "build.rs", "src", "models", "tests", "benches", "www", "docs"];

/// The tests that are asked beside the unit tests.
pub const TESTS: [&str; 4] = ["stories", "snapshots", "view", "properties"];

/// What every mutant asks: which one is awake.
const SWITCH: &str = "//! Which mutant is awake.

use std::sync::OnceLock;

/// Its number; 0 for none.
#[inline]
pub fn active() -> u32 {
    static ACTIVE: OnceLock<u32> = OnceLock::new();
    *ACTIVE.get_or_init(|| std::env::var(\"CROSSREAD_MUTANT\").ok().and_then(|number| number.parse().ok()).unwrap_or(0))
}

/// Whether it is this one.
#[inline]
pub fn is(number: u32) -> bool {
    active() == number
}
";

/// A file of the rooms that are mutated.
pub struct Source {
    /// Inside `src/`, with `/`.
    pub name: String,
    pub text: String,
}

/// The files of a room that are compiled natively and are no tests, and the modules that are not.
pub fn sources(root: &Path, room: &str) -> Result<(Vec<Source>, Vec<String>), Box<dyn Error>> {
    let (mut sources, mut left_out) = (Vec::new(), Vec::new());
    let mut names = vec![format!("{room}/mod.rs")];
    while let Some(name) = names.pop() {
        let text = fs::read_to_string(root.join("src").join(&name))?;
        let folder = match name.strip_suffix("/mod.rs") {
            Some(folder) => folder.to_owned(),
            None => name.trim_end_matches(".rs").to_owned(),
        };
        for item in &syn::parse_file(&text)?.items {
            let syn::Item::Mod(module) = item else { continue };
            if module.content.is_some() {
                continue;
            }
            let own = format!("{folder}/{}", module.ident);
            match module.attrs.iter().find(|attribute| attribute.path().is_ident("cfg")) {
                Some(cfg) if cfg.parse_args::<syn::Path>().is_ok_and(|what| what.is_ident("test")) => {}
                Some(_) => left_out.push(format!("{own}.rs")),
                None if root.join("src").join(format!("{own}.rs")).exists() => names.push(format!("{own}.rs")),
                None => names.push(format!("{own}/mod.rs")),
            }
        }
        sources.push(Source { name, text });
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((sources, left_out))
}

/// Copies the crate to `place`, but for the files that are mutated.
pub fn copy(root: &Path, place: &Path, mutated: &[Source]) -> Result<(), Box<dyn Error>> {
    for part in PARTS {
        copy_part(root, place, Path::new(part), mutated)?;
    }
    let library = fs::read_to_string(root.join("src/lib.rs"))?;
    write(&place.join("src/lib.rs"), &format!("{library}\n#[doc(hidden)]\npub mod mutant;\n"))?;
    write(&place.join("src/mutant.rs"), SWITCH)
}

fn copy_part(root: &Path, place: &Path, part: &Path, mutated: &[Source]) -> Result<(), Box<dyn Error>> {
    let from = root.join(part);
    if from.is_dir() {
        for entry in fs::read_dir(&from)? {
            copy_part(root, place, &part.join(entry?.file_name()), mutated)?;
        }
        return Ok(());
    }
    let is_written_else = part == Path::new("src/lib.rs")
        || mutated.iter().any(|source| Path::new("src").join(&source.name).as_path() == part);
    if is_written_else {
        return Ok(());
    }
    let to = place.join(part);
    let content = fs::read(&from)?;
    // What has not changed keeps its time, so that it is not compiled again.
    if fs::read(&to).ok().as_ref() != Some(&content) {
        fs::create_dir_all(to.parent().unwrap_or(place))?;
        fs::write(&to, content)?;
    }
    Ok(())
}

fn write(path: &PathBuf, text: &str) -> Result<(), Box<dyn Error>> {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Writes the mutated files, over and over without those mutants that do not compile, until the rest does. Returns those
/// that do not.
pub fn settle(place: &Path, found: &mut [(Finder<'_>, &Source)]) -> Result<BTreeSet<u32>, Box<dyn Error>> {
    let mut dropped = BTreeSet::new();
    loop {
        let mut written = Vec::new();
        for (finder, source) in found.iter_mut() {
            let text = edits::written(&source.text, &mut finder.edits, &dropped);
            write(&place.join("src").join(&source.name), &text.text)?;
            written.push((source.name.as_str(), text));
        }
        let (ok, messages) = cargo(place, &["check", "--lib"])?;
        if ok {
            return Ok(dropped);
        }
        let before = dropped.len();
        let mut unexplained = String::new();
        for message in messages.iter().filter(|message| message["message"]["level"] == "error") {
            let blame = |primary: bool| -> Vec<u32> {
                let places = places(&message["message"], primary);
                let mutants = places.into_iter().flat_map(|(file, range)| {
                    let of_file = written.iter().find(|(name, _)| file.ends_with(&format!("src/{name}")));
                    of_file.map(|(_, text)| text.blamed(&range)).unwrap_or_default()
                });
                mutants.collect()
            };
            let mut blamed = blame(true);
            if blamed.is_empty() {
                // What a mutant has moved is missed elsewhere.
                blamed = blame(false);
            }
            if blamed.is_empty() {
                unexplained.push_str(message["message"]["rendered"].as_str().unwrap_or_default());
            }
            dropped.extend(blamed);
        }
        if dropped.len() == before {
            return Err(format!("the copy does not compile:\n{unexplained}").into());
        }
        eprintln!("  {} do not compile", dropped.len());
    }
}

/// Where an error is, or what else it is about: files and bytes.
fn places(message: &Value, primary: bool) -> Vec<(String, Range<usize>)> {
    let place = |span: &Value| -> Option<(String, Range<usize>)> {
        let byte = |name: &str| usize::try_from(span[name].as_u64()?).ok();
        let file = span["file_name"].as_str()?.replace('\\', "/");
        (span["is_primary"] == primary).then_some((file, byte("byte_start")?..byte("byte_end")?))
    };
    message["spans"].as_array().map(|spans| spans.iter().filter_map(place).collect()).unwrap_or_default()
}

/// Compiles the tests and returns each with its program; the unit tests are `crossread`.
pub fn tests(place: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut arguments = vec!["test", "--no-run", "--lib"];
    arguments.extend(TESTS.iter().flat_map(|&test| ["--test", test]));
    let (ok, messages) = cargo(place, &arguments)?;
    if !ok {
        let errors = messages.iter().filter_map(|message| message["message"]["rendered"].as_str());
        return Err(format!("the tests do not compile:\n{}", errors.collect::<String>()).into());
    }
    let test = |message: &Value| {
        let program = PathBuf::from(message["executable"].as_str()?);
        Some((message["target"]["name"].as_str()?.to_owned(), program))
    };
    Ok(messages.iter().filter_map(test).collect())
}

fn cargo(place: &Path, arguments: &[&str]) -> Result<(bool, Vec<Value>), Box<dyn Error>> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program)
        .args(arguments)
        .args(["--message-format=json", "--target-dir"])
        .arg(place.join("../build"))
        .current_dir(place)
        // Lints are for people, and without what a debugger needs the tests are compiled sooner.
        .env("RUSTFLAGS", "--cap-lints=allow")
        .env("CARGO_PROFILE_TEST_DEBUG", "false")
        .env_remove("CARGO_TARGET_DIR")
        .stderr(std::process::Stdio::inherit())
        .output()?;
    let lines = String::from_utf8_lossy(&output.stdout);
    Ok((output.status.success(), lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()))
}
