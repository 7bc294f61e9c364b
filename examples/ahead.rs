//! Prints, for each story of a JSON file with an array of them, what JavaScript receives of it and its page rendered ahead,
//! a line of JSON a story: `cargo run --example ahead -- STORIES.json`. A story that is refused is its error's code.

use std::{env, error::Error, fs};

use crossread::{
    Article, Options, Story, SummaryLength, analyze,
    view::{messages::Messages, render},
    wasm::transfer,
};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: ahead STORIES.json")?;
    let stories: Vec<Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
    for story in &stories {
        // As text, since a JSON object in memory would not keep the order of its fields.
        match analyze(&read(story), &Options::default()) {
            Ok(analysis) => {
                let page = render(&analysis, SummaryLength::Medium, "", &Messages::default());
                let analysis = serde_json::to_string(&transfer::Analysis::from(&analysis))?;
                println!("{{\"analysis\":{analysis},\"html\":{}}}", serde_json::to_string(&page)?);
            }
            Err(error) => println!("{{\"code\":\"{}\"}}", error.code()),
        }
    }
    Ok(())
}

fn read(story: &Value) -> Story {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let article = |value: &Value| Article {
        id: text(value, "id"),
        source: text(value, "source"),
        title: text(value, "title"),
        url: text(value, "url"),
        published: text(value, "published"),
        lang: text(value, "lang"),
        text: text(value, "text"),
        html: text(value, "html"),
    };
    let articles = story.get("articles").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    Story { title: text(story, "title"), articles: articles.iter().map(article).collect() }
}
