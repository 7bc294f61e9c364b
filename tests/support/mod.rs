//! Stories to test on, and texts that are compared with what is committed.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::{env, fs, path::PathBuf};

use crossread::{Analysis, Article, Options, Story, analyze};
use serde_json::Value;

/// The sample stories, by the name of their file in `www/stories`.
pub const STORIES: [&str; 3] = ["summit", "storm", "results"];

/// A path inside the repository.
pub fn path(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// A JSON file of the repository.
pub fn json(inside: &str) -> Value {
    let text = fs::read_to_string(path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{inside}: {error}"))
}

/// A sample story.
pub fn story(name: &str) -> Story {
    let story = json(&format!("www/stories/{name}.json"));
    let string = |value: &Value, key: &str| value[key].as_str().map(str::to_owned);
    let articles = story["articles"].as_array().expect("a story has articles");
    Story {
        title: string(&story, "title"),
        articles: articles
            .iter()
            .map(|article| Article {
                id: string(article, "id"),
                source: string(article, "source"),
                title: string(article, "title"),
                url: string(article, "url"),
                published: string(article, "published"),
                lang: string(article, "lang"),
                text: string(article, "text"),
                html: string(article, "html"),
            })
            .collect(),
    }
}

/// What is read from a story with the usual options.
pub fn read(story: &Story) -> Analysis {
    analyze(story, &Options::default()).expect("the story can be read")
}

/// Asserts that `text` is what stands in the file; with `UPDATE_SNAPSHOTS=1` it is written there instead.
pub fn snapshot(inside: &str, text: &str) {
    let path = path(inside);
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().expect("a snapshot lies in a folder")).expect("its folder can be made");
        fs::write(&path, text).expect("a snapshot can be written");
        return;
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    if committed == text {
        return;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (committed.lines().collect(), text.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let excerpt =
        |lines: &[&str]| lines.iter().skip(same).take(8).map(|line| format!("    {line}\n")).collect::<String>();
    panic!(
        "{inside} differs from line {} on; UPDATE_SNAPSHOTS=1 cargo test writes it anew\n  committed:\n{}  now:\n{}",
        same + 1,
        excerpt(&old),
        excerpt(&new)
    );
}
