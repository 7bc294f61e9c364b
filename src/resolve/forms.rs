//! Names that are written alike, all over the story.

use super::Mention;
use crate::{
    document::{Document, TokenKind},
    entity::{EntityKind, Name},
    letter,
    lexicon::names::{CountryWord, NAME_PARTICLES, ORGANIZATIONS, PLACES, country, plain},
    order::Map,
    order::Order,
    reading::Reading,
    word::is_one_of,
};

/// All mentions that are written alike.
pub(super) struct Form {
    /// The words, folded, without marks, articles and full stops.
    pub(super) words: Vec<String>,
    /// The country, where the form is a country's name, or a capital's that acts as its government.
    pub(super) country: Option<&'static str>,
    /// Whether a list of countries, places or organisations has the form.
    pub(super) listed: bool,
    /// Where it stands.
    pub(super) mentions: Vec<Mention>,
    /// The weight of each kind, in the order of [`EntityKind`].
    pub(super) weights: [u32; 5],
    /// Whether it is one row of capital letters: `CCP`, `U.N.`.
    pub(super) acronym: bool,
}

impl Form {
    /// What it most likely is.
    pub(super) fn kind(&self) -> EntityKind {
        heaviest(&self.weights)
    }
}

/// The kind with the greatest weight, the first of equals.
pub(super) fn heaviest(weights: &[u32; 5]) -> EntityKind {
    const KINDS: [EntityKind; 5] =
        [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Event, EntityKind::Other];
    let best = weights.iter().copied().max().unwrap_or(0);
    KINDS.into_iter().zip(weights).find(|&(_, &weight)| weight == best).map_or(EntityKind::Other, |(kind, _)| kind)
}

/// All forms, and which one each mention has.
pub(super) struct Forms {
    /// In the byte order of their keys.
    pub(super) list: Vec<Form>,
    /// For each article and name, the form's position.
    pub(super) of: Vec<Vec<usize>>,
}

impl Forms {
    pub(super) fn of(readings: &[Reading]) -> Self {
        let named = countries(readings);
        let mut found: Map<String, Form> = Map::new();
        for (article, reading) in readings.iter().enumerate() {
            for (index, name) in reading.extraction.names.iter().enumerate() {
                let (key, form) = form(&reading.document, name, &named);
                let form = found.entry(key).or_insert(form);
                form.mentions.push((article, index));
                if let Some(weight) = form.weights.get_mut(name.kind as usize) {
                    *weight += 1 + 2 * u32::from(name.certainty);
                }
            }
        }
        let mut of: Vec<Vec<usize>> = readings.iter().map(|reading| vec![0; reading.extraction.names.len()]).collect();
        let mut list = Vec::with_capacity(found.len());
        for (position, form) in found.into_values().enumerate() {
            for &(article, name) in &form.mentions {
                if let Some(slot) = of.get_mut(article).and_then(|names| names.get_mut(name)) {
                    *slot = position;
                }
            }
            list.push(form);
        }
        Self { list, of }
    }

    /// The form of a mention.
    pub(super) fn at(&self, (article, name): Mention) -> Option<usize> {
        self.of.get(article)?.get(name).copied()
    }
}

/// The countries that the story names by a name of their own.
fn countries(readings: &[Reading]) -> Vec<&'static str> {
    let mut codes: Vec<&str> = readings
        .iter()
        .flat_map(|reading| reading.extraction.names.iter().map(|name| (&reading.document, name)))
        .filter_map(|(document, name)| country(&written(document, name)))
        .filter(|&(_, relation)| relation == CountryWord::Name)
        .map(|(code, _)| code)
        .collect();
    codes.order();
    codes.dedup();
    codes
}

/// The name as lists have it: folded, spaces as in the text.
fn written(document: &Document, name: &Name) -> String {
    let mut written = String::new();
    for token in name.tokens.clone() {
        if !written.is_empty() && !document.is_glued(token) {
            written.push(' ');
        }
        written.push_str(&plain(document.word(token)));
    }
    written
}

/// The words of a name, or of a listed form.
fn words<'a>(tokens: impl Iterator<Item = &'a str>) -> Vec<String> {
    tokens
        .filter(|word| !is_one_of(word, "'s ' the & and") && word.chars().any(letter::is_letter_or_figure))
        .map(|word| plain(word).chars().filter(|&letter| letter != '.').collect())
        .collect()
}

fn form(document: &Document, name: &Name, named: &[&'static str]) -> (String, Form) {
    let written = written(document, name);
    let person = name.kind == EntityKind::Person;
    let of_country = country(&written).and_then(|(code, relation)| match relation {
        CountryWord::Name => Some(code),
        CountryWord::Capital => (name.government && named.binary_search(&code).is_ok()).then_some(code),
        CountryWord::Demonym => None,
    });
    let place = country(&written).is_some() || PLACES.contains(&written);
    let listed = place || ORGANIZATIONS.get(&written).is_some();
    let tokens = name.tokens.clone().filter(|&token| document.kind(token) != Some(TokenKind::Punctuation));
    let mut words = words(tokens.clone().map(|token| document.word(token)));
    let acronym = tokens.clone().count() == 1
        && tokens.clone().all(|token| {
            let raw = document.raw(token);
            raw.chars().filter(|&letter| letter::is_capital(letter)).count() > 1 && !raw.chars().any(letter::is_small)
        });
    let key = match of_country {
        Some(code) if !person => format!("={code}"),
        // A person and a place of one name are two forms: `Washington`.
        _ if place && person => format!("{} *", words.join(" ")),
        _ => {
            if let Some(full) = ORGANIZATIONS.get(&written).filter(|full| !full.is_empty()) {
                words = self::words(full.split([' ', '-']));
            }
            words.join(" ")
        }
    };
    let country = if person { None } else { of_country };
    (key, Form { words, country, listed, mentions: Vec::new(), weights: [0; 5], acronym })
}

/// The words of a person's name that tell who it is: without particles and `Jr.`.
pub(super) fn personal(words: &[String]) -> Vec<&str> {
    let kept: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !NAME_PARTICLES.contains(word) && !is_one_of(word, "jr sr ii iii iv"))
        .collect();
    if kept.is_empty() { words.iter().map(String::as_str).collect() } else { kept }
}
