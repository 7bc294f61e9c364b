//! The lists of knowledge are audited before the engine is.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Lists in which capitals mean something: symbols of units, the names that are shown, HTML's names of characters.
const CASED_KEYS: [&str; 3] = ["html_entities", "unit_symbols", "unit_values"];

struct List {
    name: String,
    comment: String,
    entries: Vec<(String, String)>,
}

fn lists() -> Vec<List> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 40, "the lists are not where they were");
    paths.iter().map(|path| list(path)).collect()
}

fn list(path: &Path) -> List {
    assert_eq!(path.extension().unwrap(), "txt", "{}", path.display());
    let text = fs::read_to_string(path).unwrap();
    let comment: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    let entries = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (key, value) = line.split_once('\t').unwrap_or((line, ""));
        (key.to_owned(), value.to_owned())
    });
    List {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        comment: comment.join(" "),
        entries: entries.collect(),
    }
}

#[test]
fn every_list_says_what_it_is() {
    for list in lists() {
        assert!(list.comment.len() > 40, "{}: say above the entries what they are and where they are from", list.name);
    }
}

#[test]
fn every_list_has_entries_and_is_used() {
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let code: String = fs::read_dir(lexicon)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for list in lists() {
        assert!(!list.entries.is_empty(), "{} is empty", list.name);
        assert!(code.contains(&format!("list!(\"{}\")", list.name)), "{} is not used", list.name);
    }
}

#[test]
fn no_entry_stands_twice() {
    for list in lists() {
        let mut seen = BTreeSet::new();
        for (key, _) in &list.entries {
            assert!(seen.insert(key), "{}: {key:?} stands twice", list.name);
        }
    }
}

#[test]
fn keys_are_folded() {
    for list in lists().iter().filter(|list| !CASED_KEYS.contains(&list.name.as_str())) {
        for (key, _) in &list.entries {
            assert_eq!(*key, key.to_lowercase(), "{}: keys are lower case", list.name);
            assert!(!key.contains(['’', '‘', '“', '”', '‐', '‑', '\u{a0}']), "{}: {key:?} is not folded", list.name);
            assert!(!key.contains("  "), "{}: {key:?} has two spaces", list.name);
        }
    }
}

#[test]
fn no_word_is_in_two_lists_that_exclude_each_other() {
    let words: BTreeMap<String, BTreeSet<String>> =
        lists().into_iter().map(|list| (list.name, list.entries.into_iter().map(|(key, _)| key).collect())).collect();
    let check = |a: &str, b: &str, both: &[&str]| {
        let found: Vec<&str> = words[a].intersection(&words[b]).map(String::as_str).collect();
        assert_eq!(found, both, "in {a} and in {b}");
    };
    check("countries", "places", &[]);
    check("months", "weekdays", &[]);
    check("number_words", "ordinal_words", &[]);
    check("stop_words", "common_words", &[]);
    // "say" tells nothing of what is reported, and yet "state" and "declare" mean the same.
    check("stop_words", "synonyms", &["say"]);
    check("stock_phrases", "leaning_openings", &[]);
}
