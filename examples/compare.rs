//! Prints what several articles say together and apart: `cargo run --example compare -- FOLDER-OR-STORY.json`.
//!
//! A folder holds one article a `.txt` file; a file of its name with `.date` instead of `.txt` may give the day of
//! publication. A JSON file holds a story as `analyze` takes it. With `--json` in front, all that is found is printed as
//! JavaScript receives it.

use std::{env, error::Error, fs, path::Path};

use crossread::{
    Analysis, Article, Options, Story, analysis::Report, analyze, fact::Value, span::Span, view::messages::Messages,
    wasm::transfer,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let as_json = arguments.first().is_some_and(|first| first == "--json");
    let path = arguments.pop().ok_or("usage: compare [--json] FOLDER-OR-STORY.json")?;
    let path = Path::new(&path);
    let story = if path.is_dir() { from_folder(path)? } else { from_json(&fs::read_to_string(path)?)? };
    let analysis = analyze(&story, &Options::default())?;
    if as_json {
        println!("{}", serde_json::to_string(&transfer::Analysis::from(&analysis))?);
    } else {
        print(&analysis);
    }
    Ok(())
}

fn from_folder(folder: &Path) -> Result<Story, Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let article = |file: &std::path::PathBuf| -> Result<Article, Box<dyn Error>> {
        Ok(Article {
            source: file.file_stem().map(|name| name.to_string_lossy().into_owned()),
            published: fs::read_to_string(file.with_extension("date")).ok().map(|date| date.trim().to_owned()),
            text: Some(fs::read_to_string(file)?),
            ..Article::default()
        })
    };
    Ok(Story { title: None, articles: files.iter().map(article).collect::<Result<_, _>>()? })
}

fn from_json(json: &str) -> Result<Story, Box<dyn Error>> {
    let story: serde_json::Value = serde_json::from_str(json)?;
    let text =
        |value: &serde_json::Value, name: &str| value.get(name).and_then(|field| field.as_str()).map(str::to_owned);
    let articles = story.get("articles").and_then(|articles| articles.as_array()).ok_or("a story has articles")?;
    let article = |value| Article {
        id: text(value, "id"),
        source: text(value, "source"),
        title: text(value, "title"),
        url: text(value, "url"),
        published: text(value, "published"),
        lang: text(value, "lang"),
        text: text(value, "text"),
        html: text(value, "html"),
    };
    Ok(Story { title: text(&story, "title"), articles: articles.iter().map(article).collect() })
}

fn print(analysis: &Analysis) {
    let outlet = |article: usize| analysis.articles.get(article).map_or("?", |report| name(report));
    let slice = |article: usize, span: Span| {
        let text = analysis.articles.get(article).map_or("", |report| report.document.slice(span));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (title, sentences) in [("IN SHORT", &analysis.summary)] {
        println!("{title}\n");
        for sentence in sentences {
            let articles: Vec<&str> = sentence.articles.iter().map(|&article| outlet(article)).collect();
            println!("  {}\n    [{}]", slice(sentence.passage.article, sentence.passage.span), articles.join(", "));
        }
    }
    for fact in &analysis.facts {
        println!(
            "\n{} {:?} {:?}: {} {:?}",
            fact.id,
            fact.verdict,
            fact.kind,
            crossread::view::label(&fact.label, &Messages::default()),
            fact.notes
        );
        for position in &fact.positions {
            let value = match &position.value {
                Some(Value::Number(number)) => number.to_string(),
                Some(Value::Text(text)) => text.clone(),
                None => "-".to_owned(),
            };
            println!("  {value} (independent texts: {})", position.support);
            for claim in &position.claims {
                let article = claim.passage.article;
                println!(
                    "    {}: ⟦{}⟧ {}",
                    outlet(article),
                    slice(article, claim.passage.span),
                    slice(article, claim.sentence)
                );
            }
        }
    }
    println!("\nENTITIES\n");
    for entity in &analysis.entities {
        println!("  {:?} {} ({})", entity.kind, entity.name, entity.mentions.len());
    }
    println!("\nQUOTES\n");
    for quote in &analysis.quotes {
        let speaker = quote.speaker_text.as_deref().unwrap_or("nobody");
        println!(
            "  {}: {:?} {speaker}: {}",
            outlet(quote.passage.article),
            quote.kind,
            slice(quote.passage.article, quote.passage.span)
        );
    }
    for warning in &analysis.warnings {
        println!("\nWARNING {} ({:?}): {}", warning.code, warning.article, warning.message);
    }
}

fn name(report: &Report) -> &str {
    report.document.source.as_deref().unwrap_or(&report.id)
}
