//! What is known before any name is cut: listed names, how each word is written over the whole article, which
//! sentences are headings.

use super::{is_all_capitals, is_initial};
use crate::{
    document::{Document, FurnitureKind, Sentence, Tag, TokenKind},
    letter,
    lexicon::{
        STOP_WORDS,
        names::{COUNTRIES, CountryWord, ORGANIZATIONS, PLACES, country, plain},
    },
    order::Map,
};

/// What a list says about a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Country,
    Capital,
    People,
    Place,
    Organization,
}

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As sentences are: a capital says something.
    Running,
    /// A heading with a capital on every word of weight.
    Title,
    /// In capitals throughout.
    Capitals,
}

/// How often a word is written in which way.
#[derive(Clone, Copy, Debug, Default)]
struct Writing {
    /// With a capital where nothing but a name asks for one.
    capital: u32,
    /// In lower case.
    lower: u32,
}

/// Everything known of the article's words.
pub(super) struct Evidence<'a> {
    document: &'a Document,
    styles: Vec<Style>,
    writings: Map<&'a str, Writing>,
    /// For each token the end of the longest listed name that begins there.
    listed: Vec<Option<(usize, Listed)>>,
    /// Whether a capital on the token is owed to its position.
    opening: Vec<bool>,
}

/// The longest listed name, in tokens.
const LONGEST: usize = 9;

impl<'a> Evidence<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut evidence = Self {
            document,
            styles: document.sentences.iter().map(|sentence| style(document, sentence)).collect(),
            writings: Map::new(),
            listed: vec![None; document.tokens.len()],
            opening: vec![false; document.tokens.len()],
        };
        for (sentence, style) in document.sentences.iter().zip(&evidence.styles) {
            let mut opening = true;
            for token in sentence.tokens.clone() {
                if document.kind(token) != Some(TokenKind::Word) {
                    opening |= matches!(document.kind(token), Some(TokenKind::QuoteMark))
                        || matches!(document.word(token), ":" | "•" | "*" | ";" | "...");
                    opening |=
                        document.word(token) == "." || document.word(token) == "?" || document.word(token) == "!";
                    continue;
                }
                if let Some(slot) = evidence.opening.get_mut(token) {
                    *slot = opening;
                }
                if *style == Style::Running {
                    let writing = evidence.writings.entry(document.word(token)).or_default();
                    if !document.is_capitalized(token) {
                        writing.lower += 1;
                    } else if !opening {
                        writing.capital += 1;
                    }
                }
                opening = false;
            }
            for token in sentence.tokens.clone() {
                let found = listed(document, token, sentence.tokens.end);
                if let Some(slot) = evidence.listed.get_mut(token) {
                    *slot = found;
                }
            }
        }
        evidence
    }

    pub(super) fn style(&self, sentence: usize) -> Style {
        self.styles.get(sentence).copied().unwrap_or(Style::Running)
    }

    /// The listed name that begins at `token`.
    pub(super) fn listed(&self, token: usize) -> Option<(usize, Listed)> {
        self.listed.get(token).copied().flatten()
    }

    /// Whether the token stands where any word has a capital.
    pub(super) fn is_opening(&self, token: usize) -> bool {
        self.opening.get(token).copied().unwrap_or(false)
    }

    /// Whether the article writes the word with a capital where only names have one.
    pub(super) fn is_name_elsewhere(&self, token: usize) -> bool {
        self.writings.get(self.document.word(token)).is_some_and(|writing| writing.capital > 0)
    }

    /// Whether the article writes the word as a name several times and never otherwise.
    pub(super) fn is_often_name(&self, token: usize) -> bool {
        self.writings.get(self.document.word(token)).is_some_and(|writing| writing.capital > 2 && writing.lower == 0)
    }

    /// Whether the article also writes the word in lower case.
    pub(super) fn is_lower_elsewhere(&self, token: usize) -> bool {
        self.writings.get(self.document.word(token)).is_some_and(|writing| writing.lower > 0)
    }
}

fn style(document: &Document, sentence: &Sentence) -> Style {
    let (mut capitals, mut capitalized, mut lower, mut letters, mut numbers) = (0, 0, 0, 0, 0);
    let mut last = "";
    let commas = sentence.tokens.clone().filter(|&token| document.word(token) == ",").count();
    for token in sentence.tokens.clone() {
        match document.kind(token) {
            Some(TokenKind::Number) => numbers += 1,
            Some(TokenKind::Word) if is_initial(document, token) => {}
            Some(TokenKind::Word) if is_all_capitals(document, token) => {
                capitals += 1;
                letters += document.raw(token).len();
            }
            Some(TokenKind::Word) if document.is_capitalized(token) => capitalized += 1,
            Some(TokenKind::Word) if !STOP_WORDS.contains(document.word(token)) => lower += 1,
            _ => {}
        }
        last = document.word(token);
    }
    if capitals > 0 && lower == 0 && capitalized * 3 <= capitals && letters > 5 {
        Style::Capitals
    } else if capitals + capitalized >= 2 && lower == 0 && sentence.furniture == Some(FurnitureKind::Heading)
        || capitals + capitalized >= 4 && lower * 8 <= capitalized && numbers < 2 && last != "." && commas < 3
    {
        Style::Title
    } else {
        Style::Running
    }
}

/// The longest listed name that begins at `token`.
fn listed(document: &Document, token: usize, end: usize) -> Option<(usize, Listed)> {
    let first = document.raw(token).chars().next()?;
    let particle = letter::is_small(first) && document.word(token + 1) == "-" && document.is_capitalized(token + 2);
    if !particle && !document.is_capitalized(token) && !first.is_ascii_digit() {
        return None;
    }
    let mut found = None;
    let mut phrase = String::new();
    for last in token..end.min(token + LONGEST) {
        if last > token {
            if !document.is_glued(last) {
                phrase.push(' ');
            }
            phrase.push_str(&plain(document.word(last)));
        } else {
            phrase.push_str(&plain(document.word(token)));
        }
        let raw = document.raw(last);
        let closes = document.is_capitalized(last)
            || raw.ends_with(['s', 'S']) && raw.starts_with(['\'', '’'])
            || raw.starts_with(|letter: char| letter.is_ascii_digit())
            || document.is_glued(last);
        // Figures alone name no place, and no name ends with a mark, though a packed list may take such for an entry.
        let has_letters = phrase.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
        let closes = closes && document.kind(last) != Some(TokenKind::Punctuation);
        if closes
            && has_letters
            && let Some(listed) = look_up(document, token, last, &phrase)
        {
            found = Some((last + 1, listed));
        }
        let longer = COUNTRIES.extends(&phrase) || PLACES.extends(&phrase) || ORGANIZATIONS.extends(&phrase);
        if !longer && !document.is_glued(last + 1) {
            break;
        }
    }
    found
}

fn look_up(document: &Document, first: usize, last: usize, phrase: &str) -> Option<Listed> {
    if first == last {
        // `us` and `who` are names only in capitals; `Fed` and `Kia` need a tagger's word.
        let shouted = is_all_capitals(document, first);
        if STOP_WORDS.contains(phrase) && !(shouted && document.tag(first).is_proper()) {
            return None;
        }
        if phrase.len() <= 3 && !shouted && !document.tag(first).is_proper() && document.tag(first) != Tag::Other {
            return None;
        }
    }
    if let Some((_, relation)) = country(phrase) {
        return Some(match relation {
            CountryWord::Name => Listed::Country,
            CountryWord::Capital => Listed::Capital,
            CountryWord::Demonym => Listed::People,
        });
    }
    if ORGANIZATIONS.get(phrase).is_some() {
        return Some(Listed::Organization);
    }
    PLACES.contains(phrase).then_some(Listed::Place)
}
