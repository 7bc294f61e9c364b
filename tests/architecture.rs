//! Who may know what, as ARCHITECTURE.md says it: rooms import what is listed here and nothing else.

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

/// What things are. They import each other and nothing else.
const NOUNS: [&str; 20] = [
    "alignment",
    "analysis",
    "claim",
    "date",
    "decimal",
    "document",
    "entity",
    "error",
    "fact",
    "letter",
    "options",
    "order",
    "quantity",
    "quote",
    "reading",
    "relation",
    "span",
    "story",
    "time",
    "word",
];
/// What is done. They import nouns, the lexicon and themselves.
const STAGES: [&str; 6] = ["read", "extract", "resolve", "align", "compare", "summarize"];
/// The stages that know one article only, and the nouns that speak of several.
const OF_ONE_ARTICLE: [&str; 2] = ["read", "extract"];
const OF_SEVERAL: [&str; 5] = ["alignment", "analysis", "fact", "reading", "relation"];
/// Crates that only the border may name.
const BORDER: [&str; 4] = ["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen"];
/// How the tests at the end of a file begin.
const TESTS: &str = "#[cfg(test)]\nmod tests {";
/// The most lines of a file before its tests.
const LINES: usize = 510;

/// A source file without its comments and tests.
struct Source {
    path: PathBuf,
    /// The part of `src` that it belongs to: a folder, or a file beside `lib.rs`.
    room: String,
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let room = inside.components().next().unwrap().as_os_str().to_str().unwrap();
                let room = room.trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                let lines = text.split(TESTS).next().unwrap().lines().count();
                sources.push(Source { path: inside.to_owned(), room, code: code(&text), lines });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 30, "the sources are not where they were");
    sources
}

/// Whether the file holds nothing but a room's tests, which may run the whole program.
fn is_test(source: &Source) -> bool {
    source.path.ends_with("tests.rs")
}

/// The text without comment lines, and without the test module that ends it.
fn code(text: &str) -> String {
    let text = text.split(TESTS).next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The first names of all paths that begin with `crate::`, also inside braces, and what `super::` climbs to.
fn imports(source: &Source) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in source.code.match_indices("crate::") {
        if !source.code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            heads(&source.code[at + "crate::".len()..], &mut found);
        }
    }
    let depth = source.path.components().count() - usize::from(source.path.ends_with("mod.rs"));
    let climb = "super::".repeat(depth);
    for (at, _) in source.code.match_indices(&climb) {
        heads(&source.code[at + climb.len()..], &mut found);
    }
    found
}

/// The first name of the path that `rest` begins with, or of each path in its braces.
fn heads(rest: &str, found: &mut BTreeSet<String>) {
    let Some(group) = rest.strip_prefix('{') else {
        found.insert(name(rest));
        return;
    };
    let mut depth = 0;
    let mut fresh = true;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            character if depth == 0 && fresh && !character.is_whitespace() => {
                found.insert(name(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
}

fn name(path: &str) -> String {
    path.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

/// Which rooms the room may import beside itself.
fn allowed(room: &str) -> Option<BTreeSet<&'static str>> {
    let nouns = NOUNS.into_iter();
    Some(match room {
        noun if NOUNS.contains(&noun) => nouns.collect(),
        // What is known of a word: its tags, what kind of thing it names, what it stands for on the calendar.
        "lexicon" => BTreeSet::from(["date", "decimal", "document", "entity", "claim", "letter", "word"]),
        stage if OF_ONE_ARTICLE.contains(&stage) => {
            nouns.filter(|noun| !OF_SEVERAL.contains(noun)).chain(["lexicon"]).collect()
        }
        stage if STAGES.contains(&stage) => nouns.chain(["lexicon"]).collect(),
        "view" => nouns.chain(["lexicon"]).collect(),
        // The order of the stages, what trains their models, the border, and the front page know more.
        "pipeline" => nouns.chain(STAGES).collect(),
        "bench" => nouns.chain(STAGES).collect(),
        "training" => nouns.chain(["lexicon", "read"]).collect(),
        "wasm" => nouns.chain(["analyze", "bench", "similarity", "pipeline", "view"]).collect(),
        "lib" => return None,
        room => panic!("{room} is a new room: say here what it may import"),
    })
}

/// The room in which a name that the crate's root re-exports is defined.
fn home(name: &str) -> &str {
    match name {
        "Analysis" => "analysis",
        "Error" | "ErrorKind" | "Warning" => "error",
        "Fact" | "Verdict" => "fact",
        "Options" | "SummaryLength" => "options",
        "Article" | "Story" => "story",
        "Readings" => "pipeline",
        name => name,
    }
}

#[test]
fn rooms_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !is_test(source)) {
        let Some(allowed) = allowed(&source.room) else { continue };
        for import in imports(source) {
            let import = home(&import);
            if import != source.room && !allowed.contains(import) {
                wrong.push(format!("{}: {} may not import {import}", source.path.display(), source.room));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_border_names_javascript() {
    for source in sources().iter().filter(|source| source.room != "wasm") {
        for name in BORDER {
            assert!(!source.code.contains(name), "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn what_costs_many_bytes_has_a_small_form_here() {
    /// What the standard library has, and what has it here. The sort and the trees are compiled anew for every type; the
    /// rest brings tables along.
    const LARGE: [(&[&str], &str); 4] = [
        (&[".sort(", ".sort_by", ".sort_unstable", "BTreeMap", "BTreeSet"], "crate::order"),
        (&["parse::<f64>", "parse::<f32>"], "crate::decimal"),
        (
            &["is_uppercase", "is_lowercase", ".to_uppercase()", ".to_lowercase()", "is_alphabetic", "is_alphanumeric"],
            "crate::letter",
        ),
        (&["accept(&[", "u128"], "a text of words, u64"),
    ];
    let own = ["order", "decimal", "letter", "training"];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !own.contains(&source.room.as_str()) && !is_test(source)) {
        for (names, instead) in LARGE {
            let found = names.iter().filter(|name| source.code.contains(**name));
            wrong.extend(found.map(|name| format!("{}: {name}: use {instead}", source.path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_one_that_a_newcomer_dreads() {
    for source in sources() {
        assert!(source.lines <= LINES, "{}: {} lines, {LINES} are the most", source.path.display(), source.lines);
    }
}

#[test]
fn every_room_says_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources().iter().filter(|source| !is_test(source)) {
        let text = fs::read_to_string(root.join(&source.path)).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is for", source.path.display());
    }
}

#[test]
fn the_modules_stand_in_the_order_in_which_data_flows() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let place: BTreeMap<&str, usize> = text
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .enumerate()
        .map(|(place, module)| (module, place))
        .collect();
    let mut order: Vec<&str> = STAGES.to_vec();
    order.extend(["view", "pipeline", "wasm"]);
    assert!(order.windows(2).all(|pair| place[pair[0]] < place[pair[1]]), "{order:?} in {place:?}");
    assert!(NOUNS.iter().all(|noun| place[noun] < place["lexicon"]), "nouns come before knowledge");
    assert!(place["lexicon"] < place["read"], "knowledge comes before stages");
}

#[test]
fn imports_are_found_in_every_form() {
    let check = |path: &str, code: &str, expected: &[&str]| {
        let source = Source { path: path.into(), room: "view".into(), code: code.into(), lines: 1 };
        let found: Vec<String> = imports(&source).into_iter().collect();
        assert_eq!(found, expected, "{code}");
    };
    check("view/page.rs", "use crate::span::Span;", &["span"]);
    check("view/page.rs", "use crate::{\n    entity::{Cast, Entity},\n    span::Span,\n};", &["entity", "span"]);
    check("view/page.rs", "let x = crate::analyze(y);", &["analyze"]);
    check("view/page.rs", "use super::super::span::Span;", &["span"]);
    check("view/mod.rs", "use super::span::Span;", &["span"]);
    check("view/page.rs", "use super::node::Node;", &[]);
    check("view/page.rs", "use supercrate::node::Node;", &[]);
}
