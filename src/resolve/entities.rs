//! The list of entities: their mentions, kinds and names.

use super::{
    Mention,
    forms::{Form, Forms, heaviest},
    groups::Groups,
};
use crate::{
    entity::{Cast, Entity, EntityKind},
    letter,
    lexicon::names::{CountryWord, country},
    order::Map,
    reading::Reading,
    span::Passage,
};

/// What is gathered of one entity.
#[derive(Default)]
struct Draft {
    mentions: Vec<Mention>,
    weights: [u32; 5],
    country: bool,
}

/// The cast without speakers and sources. `chosen` decides for single mentions, against their form.
pub(super) fn list(readings: &[Reading], forms: &Forms, groups: &mut Groups, chosen: &Map<Mention, usize>) -> Cast {
    let mut drafts: Map<usize, Draft> = Map::new();
    let mut positions: Map<usize, usize> = Map::new();
    let mut names: Vec<Vec<Option<usize>>> = Vec::with_capacity(readings.len());
    for (article, reading) in readings.iter().enumerate() {
        let mut of_article = Vec::with_capacity(reading.extraction.names.len());
        for (index, name) in reading.extraction.names.iter().enumerate() {
            let mention = (article, index);
            let Some(form) = forms.at(mention) else {
                of_article.push(None);
                continue;
            };
            let group = groups.find(chosen.get(&mention).copied().unwrap_or(form));
            let next = positions.len();
            let position = *positions.entry(group).or_insert(next);
            let draft = drafts.entry(position).or_default();
            draft.mentions.push(mention);
            draft.country |= forms.list.get(form).is_some_and(|form: &Form| form.country.is_some());
            if let Some(weight) = draft.weights.get_mut(name.kind as usize) {
                *weight += 1 + 2 * u32::from(name.certainty);
            }
            of_article.push(Some(position));
        }
        names.push(of_article);
    }
    let entities = drafts
        .into_values()
        .map(|draft| {
            let kind = if draft.country { EntityKind::Place } else { heaviest(&draft.weights) };
            Entity {
                name: fullest(readings, &draft),
                kind,
                mentions: draft.mentions.iter().filter_map(|&mention| passage(readings, mention)).collect(),
            }
        })
        .collect();
    Cast {
        entities,
        names,
        speakers: readings.iter().map(|reading| vec![None; reading.extraction.quotes.len()]).collect(),
        sources: readings.iter().map(|reading| vec![None; reading.extraction.claims.len()]).collect(),
    }
}

fn passage(readings: &[Reading], (article, index): Mention) -> Option<Passage> {
    let name = readings.get(article)?.extraction.names.get(index)?;
    Some(Passage::new(article, name.span))
}

/// How a written form ranks as the entity's name; the greatest is the fullest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// A country is best known by the name that the story uses most.
    usual: usize,
    words: usize,
    mixed_case: bool,
    count: usize,
    ordinary: bool,
}

/// The fullest form of the entity's name that stands in the story.
fn fullest(readings: &[Reading], draft: &Draft) -> String {
    let mut written: Map<String, usize> = Map::new();
    for &(article, index) in &draft.mentions {
        let Some(reading) = readings.get(article) else { continue };
        let Some(name) = reading.extraction.names.get(index) else { continue };
        *written.entry(one_line(reading.document.slice(name.span))).or_default() += 1;
    }
    let rank = |text: &str, count: usize| {
        let letters = || text.chars().filter(|&letter| letter::is_letter(letter));
        let mixed_case = letters().any(letter::is_small) || letters().count() < 2;
        let capital = matches!(country(&letter::to_small(text)), Some((_, CountryWord::Capital)));
        Rank {
            usual: if draft.country && mixed_case && !capital { count } else { 0 },
            words: if mixed_case { text.split([' ', '-', '\u{2010}', '\u{2011}']).count() } else { 0 },
            mixed_case,
            count,
            ordinary: !text.contains(['\u{2010}', '\u{2011}']),
        }
    };
    let mut best: Option<(Rank, &str)> = None;
    for (text, &count) in &written {
        let rank = rank(text, count);
        if best.as_ref().is_none_or(|(other, _)| rank > *other) {
            best = Some((rank, text));
        }
    }
    best.map(|(_, text)| text.to_owned()).unwrap_or_default()
}

/// With single spaces for all white space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
