//! Stories that are not part of the repository: the folder that `CROSSREAD_CORPUS` names holds `gold/summit.json`, which
//! says where the texts of its articles are and what must and must not be found in them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::{env, fs, path::PathBuf};

use crossread::{Analysis, Article, Story, Verdict, fact::Fact};
use serde_json::Value;
use support::read;

/// The folder, or none with a word about it.
fn corpus() -> Option<PathBuf> {
    let folder = env::var_os("CROSSREAD_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: CROSSREAD_CORPUS names no folder with stories");
    }
    folder
}

fn summit(corpus: &std::path::Path) -> (Value, Analysis) {
    let gold = fs::read_to_string(corpus.join("gold/summit.json")).expect("gold/summit.json is there");
    let gold: Value = serde_json::from_str(&gold).expect("gold/summit.json is JSON");
    let article = |given: &Value| Article {
        id: given["id"].as_str().map(str::to_owned),
        published: given["published"].as_str().map(str::to_owned),
        text: Some(fs::read_to_string(corpus.join(given["file"].as_str().unwrap())).expect("the text is there")),
        ..Article::default()
    };
    let articles = gold["articles"].as_array().unwrap().iter().map(article).collect();
    let analysis = read(&Story { title: None, articles });
    (gold, analysis)
}

/// A UTF-16 offset as a UTF-8 offset.
fn byte(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, character) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += character.len_utf16();
    }
    text.len()
}

/// A piece of evidence: an article's position and the bytes of the words.
fn evidence(analysis: &Analysis, article: &str, given: &Value) -> (usize, usize, usize) {
    let index = analysis.articles.iter().position(|report| report.id == article).expect("the article is there");
    let text = &analysis.articles[index].document.text;
    let [start, end] = [0, 1].map(|at| byte(text, usize::try_from(given["span"][at].as_u64().unwrap()).unwrap()));
    assert_eq!(&text[start..end], given["text"].as_str().unwrap());
    (index, start, end)
}

/// Where an article gives a value: the words of the evidence, and the same date or figure elsewhere in it.
fn spots(gold: &Value, analysis: &Analysis, article: &str, given: &Value) -> Vec<(usize, usize, usize)> {
    let values = ["dates", "quantities"].iter().flat_map(|field| gold[field].as_array().unwrap());
    let same = values.filter(|other| other["article"] == article && other["value"] == given["value"]);
    std::iter::once(given).chain(same).map(|spot| evidence(analysis, article, spot)).collect()
}

/// The position of the fact that has a claim on the words.
fn position(fact: &Fact, (article, start, end): (usize, usize, usize)) -> Option<usize> {
    fact.positions.iter().position(|position| {
        position.claims.iter().any(|claim| {
            let span = claim.passage.span;
            claim.passage.article == article && span.start < end && start < span.end
        })
    })
}

#[test]
fn the_conflicts_of_the_summit_are_found_and_no_other() {
    let Some(corpus) = corpus() else { return };
    let (gold, analysis) = summit(&corpus);
    let conflicts: Vec<&Fact> = analysis.facts.iter().filter(|fact| fact.verdict == Verdict::Conflict).collect();
    for expected in gold["facts"].as_array().unwrap().iter().filter(|fact| fact["verdict"] == "conflict") {
        let all = expected["evidence"].as_object().unwrap();
        // One fact keeps apart what is different: two values at least, no two of them in one position.
        let found = conflicts.iter().any(|fact| {
            let placed: Vec<(usize, &Value)> = all
                .iter()
                .filter_map(|(article, given)| {
                    let mut spots = spots(&gold, &analysis, article, given).into_iter();
                    Some((spots.find_map(|spot| position(fact, spot))?, &given["value"]))
                })
                .collect();
            let apart = placed.iter().all(|(a, value)| placed.iter().all(|(b, other)| a != b || value == other));
            apart && placed.iter().any(|(_, value)| *value != placed[0].1)
        });
        assert!(found, "{} is not found", expected["about"]);
    }
    for pair in gold["not_conflicts"].as_array().unwrap() {
        let [a, b] = [0, 1].map(|at| evidence(&analysis, pair[at]["article"].as_str().unwrap(), &pair[at]));
        let apart = |fact: &&&Fact| matches!((position(fact, a), position(fact, b)), (Some(a), Some(b)) if a != b);
        let wrong = conflicts.iter().find(apart);
        assert!(wrong.is_none(), "{} and {} do not conflict", pair[0]["text"], pair[1]["text"]);
    }
}

#[test]
fn nothing_in_a_folder_of_stories_fails() {
    let Some(corpus) = corpus() else { return };
    let (_, analysis) = summit(&corpus);
    assert!(analysis.articles.iter().all(|report| !report.document.sentences.is_empty()));
    assert!(!analysis.summary.is_empty());
}
