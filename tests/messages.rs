//! The message files of the other languages say all that the English one says, in the forms that their grammar asks for.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crossread::{date::Moment, view::messages::Messages};

/// The languages, each with its plural categories. Source: CLDR 48, plural rules.
const LANGUAGES: [(&str, &[&str]); 7] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("fr", &["one", "many", "other"]),
    ("ja", &["other"]),
    ("ko", &["other"]),
    ("zh", &["other"]),
];

/// What other languages have from the platform.
const BY_THE_PLATFORM: [&str; 5] = ["date.", "month.", "weekday.", "number.", "list."];
/// Lists that are shown in part are no lists of names.
const SAID_ALL_THE_SAME: [&str; 2] = ["list.all", "list.fewer"];

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn messages(inside: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(support::path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"));
    let mut messages = BTreeMap::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, value) = line.split_once('\t').unwrap_or_else(|| panic!("{inside}: no tab in {line:?}"));
        assert!(!value.trim().is_empty() && value.trim() == value, "{inside}: {line:?}");
        assert!(messages.insert(key.to_owned(), value.to_owned()).is_none(), "{inside}: {key} stands twice");
    }
    messages
}

/// The key without its plural category, and the category.
fn parts(key: &str) -> (&str, Option<&str>) {
    match key.rsplit_once('.') {
        Some((bare, category)) if CATEGORIES.contains(&category) => (bare, Some(category)),
        _ => (key, None),
    }
}

fn places(message: &str) -> BTreeSet<&str> {
    message.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest)).collect()
}

/// What the English page says, together with what the element says before the core is there.
fn english() -> BTreeMap<String, String> {
    let mut english = messages("src/view/messages/en.txt");
    let script = fs::read_to_string(support::path("www/element/words.js")).expect("the element's words");
    for line in script.lines().filter_map(|line| line.trim().strip_prefix("'element.")) {
        let (key, value) = line.trim_end_matches("',").split_once("': '").expect("a key and its words");
        english.insert(["element.", key].concat(), value.to_owned());
    }
    english.retain(|key, _| {
        !BY_THE_PLATFORM.iter().any(|start| key.starts_with(start)) || SAID_ALL_THE_SAME.contains(&key.as_str())
    });
    assert!(english.contains_key("element.failed"));
    english
}

#[test]
fn every_language_says_everything() {
    let english = english();
    for (language, categories) in LANGUAGES {
        let own = messages(&format!("www/element/messages/{language}.txt"));
        let mut wanted: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (key, message) in &english {
            match parts(key) {
                (bare, Some(_)) => {
                    for category in categories {
                        let key = format!("{bare}.{category}");
                        wanted.entry(key).or_default().extend(places(message));
                    }
                }
                (key, None) => drop(wanted.insert(key.to_owned(), places(message))),
            }
        }
        let missing: Vec<&String> = wanted.keys().filter(|key| !own.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let idle: Vec<&String> = own.keys().filter(|key| !wanted.contains_key(*key)).collect();
        assert!(idle.is_empty(), "{language} says what nothing asks for: {idle:?}");
        for (key, message) in &own {
            // "One article", "two articles" may do without the figure.
            let mut lacking = &wanted[key] - &places(message);
            if parts(key).1.is_some_and(|category| !matches!(category, "other" | "few" | "many")) {
                lacking.remove("count");
            }
            assert!(lacking.is_empty(), "{language}: {key} lacks {lacking:?}");
            let unknown = &places(message) - &wanted[key];
            assert!(unknown.is_empty(), "{language}: {key} has {unknown:?}, which nothing fills");
        }
        assert_eq!(own["lang"], language);
        assert_eq!(own["dir"], if language == "ar" { "rtl" } else { "ltr" });
    }
}

/// A colon or a percent sign alone at the beginning of a line is no French; where it stands after a space, that holds it.
#[test]
fn no_line_ends_before_a_sign_that_stands_apart() {
    for (folder, language) in [("element", "fr"), ("app", "fr"), ("element", "de"), ("element", "es")] {
        for (key, message) in messages(&format!("www/{folder}/messages/{language}.txt")) {
            for loose in [" :", " ;", " ?", " !", " »", " %", "« "] {
                assert!(!message.contains(loose), "{folder} {language}: {key} has {loose:?}");
            }
        }
    }
}

#[test]
fn another_language_writes_its_numbers_and_what_it_lacks_is_said_in_english() {
    let format = |what: &str, value: &str| match (what, value) {
        ("plural", "2") => "two".to_owned(),
        ("plural", "5") => "few".to_owned(),
        (what, value) => format!("<{what} {value}>"),
    };
    let list = "# A language of nobody\ncount.articles.other\tkarakoj\ncount.articles.two\tdukoj\nlang\tqq\n";
    let messages = Messages::new(list, Box::new(format));
    assert_eq!(messages.get("lang"), "qq");
    assert_eq!(messages.count("count.articles", 2), "dukoj");
    assert_eq!(messages.count("count.articles", 5), "karakoj", "a form that is missing");
    assert_eq!(messages.count("count.facts", 2), "facts in common", "a message that is missing");
    assert_eq!(messages.get("differ.title"), "Where they differ");
    assert_eq!(messages.number(1234), "<number 1234>");
    assert_eq!(messages.list(&["A", "B"]), "<list A\nB>");
    let moment = Moment::parse("2026-01-05T08:05").unwrap();
    assert_eq!(messages.moment(moment), "<moment 2026-01-05T08:05>");
    assert_eq!(messages.day(moment.date), "<day 2026-01-05>");
    assert_eq!(messages.range(moment.date, moment.date), "<range 2026-01-05\n2026-01-05>");
}
