//! Trains the models that Crossread carries. See README.md beside this file.

mod data;
mod field;
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use crossread::{
    document::{Document, Tag},
    training,
};
use data::Example;
use field::Rates;
use table::{Described, Plan};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("usage: training FOLDER [--measure|--check]")?);
    if folder.is_file() {
        let article = crossread::Article { text: Some(fs::read_to_string(&folder)?), ..Default::default() };
        let document = training::read(&article);
        for sentence in &document.sentences {
            let words = sentence.tokens.clone();
            let words: Vec<String> =
                words.map(|at| format!("{}/{:?}/{}", document.raw(at), document.tag(at), document.lemma(at))).collect();
            println!("{}\n", words.join(" "));
        }
        return Ok(());
    }
    if env::var("LEMMAS").is_ok() {
        for name in NAMES {
            let sentences = data::read(&corpus(&folder, name))?;
            let mut document = document(&sentences);
            for (token, example) in document.tokens.iter_mut().zip(sentences.iter().flatten()) {
                token.tag = example.tag;
            }
            training::lemmatize(&mut document);
            lemmas(name, &document, &sentences);
        }
        return Ok(());
    }
    let mode = arguments.next().unwrap_or_default();
    let (measure, check) = (mode == "--measure", mode == "--check");
    if check && let Some(missing) = NAMES.iter().map(|name| corpus(&folder, name)).find(|path| !path.is_file()) {
        eprintln!("skipped: there is no {}", missing.display());
        return Ok(());
    }
    let option = |name: &str, default: f64| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default);
    let plan = Plan {
        version: training::VERSION,
        labels: training::LABELS.len(),
        scored: 32,
        cutoff: option("CUTOFF", 2.0) as u32,
        rounds: option("ROUNDS", 7.0) as usize,
        rates: Rates {
            alpha: option("ALPHA", 0.2) as f32,
            beta: 1.0,
            l1: option("L1", 3.0) as f32,
            l2: option("L2", 0.5) as f32,
        },
        weights: option("WEIGHTS", 17_000.0) as usize,
        dropout: option("DROPOUT", 0.3),
        features: option("FEATURES", 7_000.0) as usize,
        activity: option("ACTIVITY", 0.2) as f32,
        room: option("ROOM", 64.0) as u32,
        steps: option("STEPS", 3.0) as f32,
        largest: 15.0,
        tuning: option("TUNING", 10.0) as usize,
        tuning_rates: Rates { alpha: option("TALPHA", 0.05) as f32, beta: 1.0, l1: 0.0, l2: option("TL2", 0.0) as f32 },
    };
    let (mut train, mut held) = (Vec::new(), Vec::new());
    for name in NAMES {
        let mut sentences = data::read(&corpus(&folder, name))?;
        if measure {
            // Blocks rather than single sentences, so that neighbours do not stand on both sides.
            let (mut at, mut rest) = (0, Vec::new());
            let apart: Vec<_> = sentences
                .drain(..)
                .filter_map(|sentence| {
                    at += 1;
                    if (at / 50) % 10 == 9 {
                        Some(sentence)
                    } else {
                        rest.push(sentence);
                        None
                    }
                })
                .collect();
            sentences = rest;
            held.push((name, apart));
        }
        train.extend(sentences);
    }
    let headlines = headlines(&train);
    train.extend(headlines);
    let model = table::train(&describe(&train), &plan);
    for (name, sentences) in &held {
        report(name, sentences, &model);
    }
    let place = env::var("OUT").unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/../models/tags.bin").into());
    if check {
        if fs::read(&place)? != model {
            return Err(
                format!("{place} is not what training gives: the features or the lists behind them changed").into()
            );
        }
        eprintln!("{place} is what training gives, byte by byte");
        return Ok(());
    }
    fs::write(place, &model)?;
    Ok(())
}

/// The corpora, each a file of that name.
const NAMES: [&str; 2] = ["ewt", "gum"];

fn corpus(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension("tsv")
}

/// Some sentences again as headlines are written: every longer word with a capital, or all in capitals.
fn headlines(sentences: &[Vec<Example>]) -> Vec<Vec<Example>> {
    let long = sentences.iter().filter(|sentence| sentence.len() > 4);
    let titles = long.clone().step_by(14).map(|sentence| {
        let title = |example: &Example| {
            let mut example = example.clone();
            if example.form.len() > 3 || example.tag.is_noun() || example.tag.is_verb() {
                let mut letters = example.form.chars();
                example.form = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            }
            example
        };
        sentence.iter().map(title).collect()
    });
    let capitals = long.skip(7).step_by(28).map(|sentence| {
        let capital = |example: &Example| Example { form: example.form.to_uppercase(), ..example.clone() };
        sentence.iter().map(capital).collect()
    });
    titles.chain(capitals).collect()
}

fn document(sentences: &[Vec<Example>]) -> Document {
    let forms: Vec<Vec<_>> = sentences
        .iter()
        .map(|sentence| sentence.iter().map(|token| (token.form.clone(), token.kind)).collect())
        .collect();
    training::document(&forms)
}

fn describe(sentences: &[Vec<Example>]) -> Vec<Vec<Described>> {
    let label = |tag: Tag| training::LABELS.iter().position(|&label| label == tag);
    let features = training::tag_features(&document(sentences));
    let all = sentences.iter().zip(features);
    all.map(|(sentence, features)| {
        let tokens = sentence.iter().zip(features);
        tokens
            .map(|(token, features)| match features {
                Ok(gold) => Described { features: Vec::new(), certain: true, gold },
                Err(features) => {
                    // What the model does not tell apart is told by rules, or is most like a noun.
                    let like = match token.tag {
                        Tag::WPS => Tag::WP,
                        Tag::Other | Tag::FW => Tag::NN,
                        tag => tag,
                    };
                    let gold = label(like).unwrap_or(0) as u8;
                    Described { features, certain: false, gold }
                }
            })
            .collect()
    })
    .collect()
}

fn report(name: &str, sentences: &[Vec<Example>], model: &[u8]) {
    let mut document = document(sentences);
    let start = std::time::Instant::now();
    if !training::tag_with(&mut document, model) {
        eprintln!("not a model");
    }
    let elapsed = start.elapsed().as_secs_f64();
    let gold: Vec<Tag> = sentences.iter().flatten().map(|token| token.tag).collect();
    let right = document.tokens.iter().zip(&gold).filter(|(token, gold)| token.tag == **gold).count();
    let words = gold.iter().filter(|tag| **tag != Tag::Other).count();
    let wrong = gold.len() - right;
    eprintln!(
        "{name}: {:.4} of {} tokens, {:.4} of {words} words, {:.0} tokens a second",
        right as f64 / gold.len() as f64,
        gold.len(),
        1.0 - wrong as f64 / words as f64,
        gold.len() as f64 / elapsed
    );
    training::lemmatize(&mut document);
    lemmas("tags found", &document, sentences);
    if env::var("SHOW").is_ok() {
        let mut pairs = std::collections::BTreeMap::new();
        for (token, gold) in document.tokens.iter().zip(&gold).filter(|(token, gold)| token.tag != **gold) {
            *pairs.entry((*gold, token.tag)).or_insert(0) += 1;
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        for ((gold, found), count) in pairs.into_iter().take(25) {
            eprintln!("  {count:5} {gold:?} as {found:?}");
        }
    }
}

fn lemmas(name: &str, document: &Document, sentences: &[Vec<Example>]) {
    let (mut right, mut all) = (0, 0);
    let mut wrong = std::collections::BTreeMap::new();
    for (at, token) in sentences.iter().flatten().enumerate() {
        if token.kind != crossread::document::TokenKind::Word || token.lemma == "_" {
            continue;
        }
        all += 1;
        let gold = if token.tag.is_proper() {
            token.lemma.to_lowercase()
        } else {
            training::spelling(&token.lemma.to_lowercase())
        };
        let gold = gold.replace('’', "'");
        if document.lemma(at) == gold || (token.tag == Tag::NNPS && document.word(at) == document.lemma(at)) {
            right += 1;
        } else {
            *wrong
                .entry((document.word(at).to_owned(), token.tag, document.lemma(at).to_owned(), gold))
                .or_insert(0) += 1;
        }
    }
    eprintln!("  lemmas, {name}: {:.4} of {all}", f64::from(right) / f64::from(all));
    if env::var("SHOW_LEMMAS").is_ok() {
        let mut wrong: Vec<_> = wrong.into_iter().collect();
        wrong.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        for ((word, tag, found, gold), count) in wrong.into_iter().take(150) {
            eprint!("{count} {word} {tag:?} {found} ({gold}); ");
        }
    }
}
