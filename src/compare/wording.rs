//! Charged words and epithets with whom they are about, by article and place.

use std::ops::Range;

use crate::{
    analysis::Wording,
    claim::{Charged, WordingKind},
    document::{Document, Tag},
    entity::Cast,
    lexicon::STOP_WORDS,
    order::Order,
    order::{Map, Set},
    reading::Reading,
    span::{Passage, Span},
    word::is_one_of,
};

/// The farthest that a name may stand from a charged word that is about it, in tokens.
const FARTHEST: usize = 12;

/// The longest apposition that is taken for an epithet, in tokens.
const LONGEST: usize = 10;

/// Loaded words and hedges, each with the entity that it is about where one stands near, and the labels: the different names,
/// roles and epithets that the articles use for an entity that several of them name.
#[must_use]
pub fn wording(readings: &[Reading], cast: &Cast) -> Vec<Wording> {
    let mut wording = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let entities = cast.names.get(article).map_or(&[][..], Vec::as_slice);
        for charged in &reading.extraction.charged {
            let about = about(reading, entities, charged);
            wording.push(Wording { passage: Passage::new(article, charged.span), kind: charged.kind, about });
        }
    }
    wording.extend(labels(readings, cast));
    wording.order_by_key(|found| (found.passage, found.kind, found.about));
    wording.dedup();
    wording
}

/// The entity whose name stands nearest in the same clause; of two as near, the one that follows, as in `the brutal Holt`.
fn about(reading: &Reading, entities: &[Option<usize>], charged: &Charged) -> Option<usize> {
    let Reading { document, extraction } = reading;
    let token = document.tokens_in(charged.span).start;
    let claims = &extraction.claims;
    let claim = claims.partition_point(|claim| claim.tokens.end <= token);
    let clause = claims.get(claim).filter(|claim| claim.tokens.contains(&token))?;
    let names = &extraction.names;
    let within = |name: &Range<usize>, clause: &Range<usize>| clause.contains(&name.start);
    let first = names.partition_point(|name| name.tokens.end <= clause.tokens.start);
    let near = names
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, name)| within(&name.tokens, &clause.tokens))
        .filter_map(|(index, name)| {
            let entity = entities.get(index).copied().flatten()?;
            let (distance, before) = if name.tokens.start >= token {
                (name.tokens.start - token, false)
            } else {
                (token.saturating_sub(name.tokens.end) + 1, true)
            };
            Some((distance, before, entity))
        })
        .filter(|(distance, ..)| *distance <= FARTHEST)
        .min();
    near.map(|(.., entity)| entity).or_else(|| {
        // A clause without a name is about its subject, which may stand before it.
        let subject = clause.subject.as_ref()?;
        let index = names.partition_point(|name| name.tokens.end <= subject.start);
        names.get(index).filter(|name| name.tokens.start < subject.end)?;
        entities.get(index).copied().flatten()
    })
}

/// The names, roles and epithets of entities that two or more articles name, where they differ: each once an article.
fn labels(readings: &[Reading], cast: &Cast) -> Vec<Wording> {
    let mut forms: Map<usize, Map<(usize, String), Span>> = Map::new();
    for (article, reading) in readings.iter().enumerate() {
        let document = &reading.document;
        let entities = cast.names.get(article).map_or(&[][..], Vec::as_slice);
        for (name, entity) in reading.extraction.names.iter().zip(entities) {
            let Some(entity) = *entity else { continue };
            let mut add = |tokens: &Range<usize>| {
                if let Some(form) = form(document, tokens) {
                    let span = document.span_of(tokens);
                    forms.entry(entity).or_default().entry((article, form)).or_insert(span);
                }
            };
            add(&name.tokens);
            if let Some(role) = &name.role {
                add(role);
            }
            if let Some(epithet) = apposition(document, name.tokens.end) {
                add(&epithet);
            }
        }
    }
    let mut labels = Vec::new();
    for (entity, forms) in forms {
        let articles: Set<usize> = forms.keys().map(|(article, _)| *article).collect();
        let different: Set<&str> = forms.keys().map(|(_, form)| form.as_str()).collect();
        if articles.len() < 2 || different.len() < 2 {
            continue;
        }
        labels.extend(forms.into_iter().map(|((article, _), span)| Wording {
            passage: Passage::new(article, span),
            kind: WordingKind::Label,
            about: Some(entity),
        }));
    }
    labels
}

/// The words folded, to tell one form from another; none for an honorific alone and for words that say nothing.
fn form(document: &Document, tokens: &Range<usize>) -> Option<String> {
    let mut form = String::new();
    for token in tokens.clone() {
        let word = document.word(token);
        if STOP_WORDS.contains(word) || word == "." {
            continue;
        }
        if !form.is_empty() && !document.is_glued(token) {
            form.push(' ');
        }
        form.push_str(word);
    }
    let honorific = is_one_of(form.as_str(), "mr mrs ms mr. mrs. ms. dr dr. sir");
    (!form.is_empty() && !honorific).then_some(form)
}

/// The apposition between commas after a name that ends before `end`: `, the strongman of the north,`.
fn apposition(document: &Document, end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    if document.word(end) != "," || !is_one_of(document.word(start), "the a an his her its their") {
        return None;
    }
    let close = (start + 1..start + LONGEST).find(|&token| matches!(document.word(token), "," | "." | ";" | ""))?;
    let plain = (start..close).all(|token| {
        let tag = document.tag(token);
        !tag.is_finite() && tag != Tag::TO && tag != Tag::CC
    });
    (plain && document.word(close) == ",").then_some(start..close)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        options::Options,
        pipeline::analyze,
        story::{Article, Story},
    };

    /// `expected` has article, words, kind and the name of whom they are about.
    fn check(texts: &[&str], expected: &[(usize, &str, WordingKind, &str)]) {
        let article =
            |text: &&str| Article { text: Some((*text).to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let story = Story { title: None, articles: texts.iter().map(article).collect() };
        let analysis = analyze(&story, &Options::default()).unwrap();
        let found: Vec<(usize, &str, WordingKind, &str)> = analysis
            .wording
            .iter()
            .map(|wording| {
                let article = wording.passage.article;
                let text = analysis.articles[article].document.slice(wording.passage.span);
                (
                    article,
                    text,
                    wording.kind,
                    wording.about.map_or("", |entity| analysis.entities[entity].name.as_str()),
                )
            })
            .collect();
        assert_eq!(found, expected, "{texts:?}");
    }

    #[test]
    fn tells_whom_a_loaded_word_is_about() {
        check(&["Senator Mara Holt slammed the plan in Lisbon."], &[(0, "slammed", WordingKind::Loaded, "Mara Holt")]);
        check(&["The tunnel may close."], &[(0, "may", WordingKind::Hedge, "")]);
    }

    #[test]
    fn shows_labels_where_articles_differ() {
        use WordingKind::Label;
        check(
            &["President Mara Holt spoke in the morning.", "The reformer Mara Holt spoke. Chancellor Holt left."],
            &[
                (0, "President", Label, "Mara Holt"),
                (0, "Mara Holt", Label, "Mara Holt"),
                (1, "Mara Holt", Label, "Mara Holt"),
                (1, "Chancellor", Label, "Mara Holt"),
                (1, "Holt", Label, "Mara Holt"),
            ],
        );
    }

    #[test]
    fn a_word_is_about_the_nearest_name_of_its_clause() {
        let check_one = |text: &str, word: &str, about: &str| {
            check(&[text], &[(0, word, WordingKind::Loaded, about)]);
        };
        check_one("Mara Lund met the brutal Holt in Lisbon.", "brutal", "Holt");
        check_one("Mara Lund, the strongman of the north, met Eric Holt.", "strongman", "Mara Lund");
        check_one("Mara Lund brutally beat Eric Holt.", "brutally", "Mara Lund");
        check_one("For Mara Lund brutal Holt was a foe.", "brutal", "Holt");
        check_one(
            "Eric Holt left the hall early on Monday with many others, and slammed the plan.",
            "slammed",
            "Eric Holt",
        );
        check_one("The regime fell when Mara Lund and Eric Holt met.", "regime", "Mara Lund");
        check_one("Eric Holt, whom many like, left, and slammed the plan.", "slammed", "Eric Holt");
        // Whom a pronoun means is not known, and what stands far away is of something else.
        check_one("The mayor, Eric Holt, won. He slammed the plan.", "slammed", "");
        check_one(
            "Mara Lund said that the plan of the council for the river and the old bridge and the town hall was brutal.",
            "brutal",
            "",
        );
    }

    /// Reads a text, and looks at its document.
    fn look<T>(text: &str, at: impl Fn(&Document) -> T) -> T {
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = crate::Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        at(&read.get(0).unwrap().document)
    }

    #[test]
    fn forms_of_names() {
        let check = |words: &str, expected: Option<&str>| {
            let found = look(words, |document| form(document, &(0..document.tokens.len())));
            assert_eq!(found.as_deref(), expected);
        };
        check("The strongman of the north", Some("strongman north"));
        check("The vice-president.", Some("vice-president"));
        check("Mr.", None);
        check("The", None);
    }

    #[test]
    fn appositions() {
        let check = |text: &str, expected: Option<&str>| {
            let found = look(text, |document| {
                let found = apposition(document, 2)?;
                Some(document.slice(document.span_of(&found)).to_owned())
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("Mara Lund, the strongman of the north, won.", Some("the strongman of the north"));
        check("Mara Lund, strongman of the north, won.", None);
        check("Mara Lund, the strongman of the north.", None);
        check("Mara Lund, the man to beat, won.", None);
        check("Mara Lund, the man who won, left.", None);
        check("Mara Lund, the judge and the banker, won.", None);
        check("Mara Lund, the old strongman of all the cold lands of the far north, won.", None);
    }
}
