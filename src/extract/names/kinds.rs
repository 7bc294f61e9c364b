//! Decides what each piece names, by votes: of lists, of its own form, of the words around it, and of the fullest
//! mention of the same name in the article.

use std::ops::Range;

use super::{
    Piece, before, descriptions,
    evidence::{Evidence, Listed},
    is_all_capitals, is_initial, is_joint, sharing, tables,
};
use crate::{
    document::{Document, Tag, TokenKind},
    entity::{EntityKind, Name},
    letter,
    lexicon::{
        meaning::information,
        measure::LABEL_NOUNS,
        names::{COMPANY_TAILS, given_name, head, is_acting, is_surname, plain, role},
    },
    order::Order,
    word::is_one_of,
};

/// Votes for each kind of thing, in tenths.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    pub(super) person: i32,
    pub(super) organization: i32,
    pub(super) place: i32,
    pub(super) event: i32,
    pub(super) other: i32,
}

impl Votes {
    pub(super) fn add(&mut self, kind: EntityKind, weight: i32) {
        match kind {
            EntityKind::Person => self.person += weight,
            EntityKind::Organization => self.organization += weight,
            EntityKind::Place => self.place += weight,
            EntityKind::Event => self.event += weight,
            EntityKind::Other => self.other += weight,
        }
    }

    pub(super) fn tally(self) -> [(EntityKind, i32); 5] {
        [
            (EntityKind::Person, self.person),
            (EntityKind::Organization, self.organization),
            (EntityKind::Place, self.place),
            (EntityKind::Event, self.event),
            (EntityKind::Other, self.other),
        ]
    }

    /// The kind with the most votes and how far it is ahead of the next.
    pub(super) fn best(self) -> (EntityKind, i32) {
        let mut ranked = self.tally();
        ranked.order_by_key(|&(kind, votes)| (-votes, kind));
        match ranked {
            [(kind, first), (_, second), ..] => (kind, first - second),
        }
    }
}

/// A kind's certainty from the lead of its votes.
const fn certainty(lead: i32) -> u8 {
    match lead {
        ..10 => 0,
        10..25 => 1,
        25..45 => 2,
        _ => 3,
    }
}

/// The pieces as names, each with its kind.
pub(super) fn decide(document: &Document, evidence: &Evidence, pieces: &[Piece]) -> Vec<Name> {
    let mut votes: Vec<Votes> = pieces.iter().map(|piece| own(document, evidence, piece)).collect();
    for (piece, votes) in pieces.iter().zip(&mut votes) {
        around(document, evidence, piece, votes);
    }
    sharing::share(document, pieces, &mut votes);
    sharing::enumerate(document, pieces, &mut votes);
    pieces
        .iter()
        .zip(votes)
        .map(|(piece, votes)| {
            let (kind, lead) = votes.best();
            // In another language the words around it say nothing, and a guess is none.
            let guessed = lead < 5 && !document.is_english();
            let kind = if guessed { EntityKind::Other } else { kind };
            Name {
                span: document.span_of(&piece.tokens),
                tokens: piece.tokens.clone(),
                kind,
                certainty: certainty(lead),
                role: piece.role.clone(),
                expansion: None,
                government: false,
            }
        })
        .collect()
}

/// What the piece's own words say.
fn own(document: &Document, evidence: &Evidence, piece: &Piece) -> Votes {
    let mut votes = Votes::default();
    let tokens = piece.tokens.clone();
    // `St George's Hospital` is no part of St George's.
    let owned = tokens.clone().any(|token| document.is_word(token, "'s '"));
    if let Some((kind, certainty)) = piece.hint.filter(|(kind, _)| !owned || *kind != EntityKind::Place) {
        votes.add(kind, [8, 15, 30, 70].get(usize::from(certainty)).copied().unwrap_or(70));
    }
    let words: Vec<usize> = tokens.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)).collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return votes };
    let several = words.len() > 1 && !is_joined(document, &tokens);
    if let Some(role) = &piece.role {
        let beside = role.end == tokens.start;
        votes.person += if beside && piece.hint.is_none_or(|(_, certainty)| certainty < 3) { 40 } else { 8 };
    }
    if several {
        let word = plain(document.word(last));
        let given = given_name(document.word(first)).is_some();
        // `World War II`: a numeral after the word that tells.
        let numbered = is_numeral(&word) && !given;
        let telling =
            if numbered { words.iter().rev().nth(1).map_or("", |&token| document.word(token)) } else { &*word };
        if let Some(kind) = head(telling) {
            let surname = is_surname(&word);
            votes.add(
                kind,
                if given && surname {
                    2
                } else if given {
                    26
                } else {
                    30
                },
            );
        }
        // `East Sorvik`
        if is_one_of(document.word(first), "north south east west northern southern eastern western") {
            let rest = evidence.listed(first + 1).is_some_and(|(end, listed)| {
                end == tokens.end && !matches!(listed, Listed::Organization | Listed::People)
            });
            votes.place += if rest { 40 } else { 15 };
        }
        if COMPANY_TAILS.contains(&word) && !is_surname(&word) {
            votes.organization += 15;
        }
        if words.len() <= 4 && given_name(document.word(first)).is_some() {
            votes.person += if is_surname(&word) {
                35
            } else if head(&word).is_some() {
                10
            } else {
                25
            };
        } else if words.len() <= 3 && is_surname(&word) {
            votes.person += 12;
        }
        // `Norvik X`
        if last + 1 == tokens.end && document.raw(last).len() == 1 && !given {
            votes.person -= 15;
            votes.other += 10;
        }
        // `Wi Sung-lac`
        if words.iter().any(|&token| is_joint(document, token.saturating_sub(1)) && !document.is_capitalized(token)) {
            votes.person += 25;
        }
        if words.len() <= 4 && is_surname(document.word(first)) && head(&word).is_none() {
            votes.person +=
                if words.iter().skip(1).all(|&token| given_name(document.word(token)).is_some()) { 25 } else { 12 };
        }
        if words.iter().any(|&token| token < last && is_initial(document, token)) && words.len() <= 4 {
            votes.person += 25;
        }
        if is_one_of(&word, "jr jr. sr sr.") || is_numeral(&word) && given {
            votes.person += 20;
        }
        if !given && piece.role.is_none() && words.iter().any(|&token| is_ordinary(document, evidence, token)) {
            votes.person -= 14;
            votes.organization += 5;
            votes.other += 6;
        }
    } else {
        let word = document.word(first);
        let personal = |&token: &usize| given_name(document.word(token)).is_some() || is_surname(document.word(token));
        if words.iter().any(personal) {
            votes.person += 12;
        } else if words.len() > 1 && document.is_capitalized(tokens.start) {
            // `Pau-Orthez`, `Liberal-Labour`
            votes.organization += 10;
        }
        let letters = document.raw(first).len();
        if is_all_capitals(document, first) && (2..=6).contains(&letters)
            || word.as_bytes().contains(&b'.') && letters > 2
        {
            votes.organization += 18;
            votes.person -= 8;
        }
        if is_ordinary(document, evidence, first) {
            votes.person -= 12;
            votes.other += 4;
        }
    }
    const BODIES: [&str; 7] = ["ists", "crats", "news", "bank", "soft", "tech", "media"];
    let word = document.word(last);
    if !is_surname(word) && BODIES.into_iter().any(|ending| word.ends_with(ending)) {
        votes.organization += 25;
        votes.person -= 10;
    }
    if words.iter().any(|&token| has_inner_capital(document.raw(token))) {
        votes.organization += 14;
    }
    for token in tokens.clone() {
        match document.word(token) {
            "&" => votes.organization += 32,
            "of" | "for" if votes.person > 0 => votes.person -= 15,
            _ => {}
        }
    }
    votes
}

/// Whether hyphens make one word of all the tokens.
fn is_joined(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() > 1 && tokens.clone().skip(1).all(|token| document.is_glued(token))
}

/// Whether the token is a word of everyday language, or made like one, that no list has as a person's name.
pub(super) fn is_ordinary(document: &Document, evidence: &Evidence, token: usize) -> bool {
    const ENDINGS: [&str; 13] =
        ["tion", "tions", "sion", "ment", "ments", "ness", "ism", "ology", "phobia", "ship", "ware", "ics", "icity"];
    let word = document.word(token);
    if given_name(word).is_some() || is_surname(word) || is_all_capitals(document, token) {
        return false;
    }
    information(word) < 1.0
        || information(document.lemma(token)) < 1.0
        || evidence.is_lower_elsewhere(token)
        || word.len() > 5 && ENDINGS.into_iter().any(|ending| word.ends_with(ending))
}

fn is_numeral(word: &str) -> bool {
    is_one_of(word, "ii iii iv vi vii viii")
}

/// Whether a capital follows a small letter, as in `SoftBank`, but not in `McCarthy` and `DeVos`; or a figure a letter.
fn has_inner_capital(raw: &str) -> bool {
    const PERSONAL: [&str; 9] = ["Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Fitz"];
    let inner = raw.chars().zip(raw.chars().skip(1)).position(|(a, b)| letter::is_small(a) && letter::is_capital(b));
    inner.is_some_and(|at| !PERSONAL.iter().any(|start| start.len() == at + 1 && raw.starts_with(start)))
        || raw.chars().any(|letter| letter.is_ascii_digit())
}

/// What places have, and directions from them, before `of`.
const LOCAL: &str = "north south east west northeast northwest southeast southwest outskirts suburb suburbs edge streets \
    mayor governor resident residents inhabitants native natives";

/// What the words around the piece say.
fn around(document: &Document, evidence: &Evidence, piece: &Piece, votes: &mut Votes) {
    let Range { start, end } = piece.tokens.clone();
    let single = end - start == 1 || is_joined(document, &piece.tokens);
    let previous = before(document, start).map_or("", |token| document.word(token));
    let next = document.word(end);
    match previous {
        "in" => votes.place += 20,
        "near" | "outside" | "across" | "throughout" | "around" => votes.place += 16,
        "to" if start.checked_sub(2).is_some_and(|token| document.word(token) == "according") => votes.person += 8,
        "at" | "from" | "to" | "into" | "toward" | "towards" => votes.place += 6,
        "the" => {
            votes.person -= 14;
            votes.organization += 8;
        }
        // `the island of Sorvik`
        "of" => {
            let thing = start.checked_sub(2).filter(|&token| !document.is_capitalized(token));
            if thing.is_some_and(|token| head(document.word(token)) == Some(EntityKind::Place)) {
                votes.place += 22;
            }
            // `north of Sorvik`, `the mayor of Sorvik`
            if thing.is_some_and(|token| document.is_word(token, LOCAL)) {
                votes.place += 24;
            }
        }
        // `the newspaper Dagen`, `the village Orrin`
        _ => match head(previous) {
            Some(EntityKind::Organization) if !document.is_capitalized(start - 1) => votes.organization += 24,
            Some(EntityKind::Place) if !document.is_capitalized(start - 1) => votes.place += 10,
            Some(EntityKind::Other) if !document.is_capitalized(start - 1) => votes.other += 20,
            _ => {}
        },
    }
    // `the Sorvik coast`, `the Norvik company`; but an administration or a team has its name from its leader.
    if !document.is_capitalized(end) && !document.is_glued(end) {
        if is_one_of(next, "administration presidency") {
            votes.person += 24;
        }
        match head(next) {
            Some(EntityKind::Place) => {
                votes.place += if is_one_of(next, "state province county district") { 20 } else { 8 }
            }
            Some(EntityKind::Other) => votes.other += if single { 14 } else { 8 },
            Some(EntityKind::Organization) if !is_one_of(next, "administration team office cabinet") => {
                votes.organization += if single { 10 } else { 20 };
            }
            _ => {}
        }
    }
    // `Case 1000`, `Channel 10`
    if single && document.kind(end) == Some(TokenKind::Number) && LABEL_NOUNS.contains(document.word(start)) {
        votes.other += 90;
    }
    let person = !single && given_name(document.word(start)).is_some();
    if !person && tables::is_team(document, evidence, &piece.tokens) {
        votes.organization += 90;
    }
    if next == ","
        && let Some((close, Listed::Country | Listed::Place | Listed::Capital)) = evidence.listed(end + 1)
        && (matches!(document.word(close), "," | "." | "" | ")" | "on")
            || document.kind(close) == Some(TokenKind::Number))
    {
        votes.place += 14;
    }
    // `Seattle, Washington`
    let comma = start.checked_sub(1).filter(|&token| document.word(token) == ",");
    if let Some(last) = comma.and_then(|comma| comma.checked_sub(1)) {
        let placed = (last.saturating_sub(2)..=last).any(|token| {
            evidence.listed(token).is_some_and(|(end, listed)| {
                end == last + 1 && listed != Listed::Organization && listed != Listed::People
            })
        });
        if placed && piece.hint.is_some_and(|(kind, _)| kind == EntityKind::Place) {
            votes.place += 25;
        }
    }
    // `Sparta Rotterdam`, `Environment Canada`: a club and its town, an office and its country.
    let town = evidence
        .listed(end.saturating_sub(1))
        .is_some_and(|(_, listed)| matches!(listed, Listed::Place | Listed::Capital | Listed::Country));
    if !single && town && piece.hint.is_none() && piece.role.is_none() && given_name(document.word(start)).is_none() {
        votes.organization += 12;
    }
    if next == ","
        && document.kind(end + 1) == Some(TokenKind::Number)
        && document.raw(end + 1).len() <= 2
        && document.word(end + 2) == ","
    {
        votes.person += 30;
    }
    let verb = if document.tag(end) == Tag::MD || is_one_of(next, "has have had") { end + 1 } else { end };
    if is_acting(document.word(verb)) || is_acting(document.lemma(verb)) {
        votes.person += 6;
        votes.organization += 3;
    }
    // `Norvik's shares`
    let owned = "founder co-founder ceo shareholder share profit revenue headquarters board customer user subsidiary";
    if is_one_of(next, "'s '") && is_one_of(document.lemma(end + 1), owned) {
        votes.organization += 14;
        votes.person -= 6;
    }
    if let Some(kind) = descriptions::kind(document, end) {
        votes.add(kind, 30);
    }
    if next == "who" || next == "," && document.word(end + 1) == "who" {
        votes.person += 15;
    }
    // `Acme spokesman`, `Leeds striker`: the name of an organisation before a role in lower case.
    let plural = matches!(document.tag(end), Tag::NNS);
    let player = "captain coach striker midfielder goalkeeper defender winger quarterback linebacker pitcher skipper";
    if !document.is_capitalized(end) && is_one_of(next, player) {
        votes.organization += 60;
    }
    if !document.is_capitalized(end) && role(next).is_some() {
        votes.organization += 10;
        votes.person -= 6;
    } else if plural {
        votes.organization += 5;
    }
    if document.word(end) == "("
        && let Some((close, Listed::Country)) = evidence.listed(end + 1)
        && document.word(close) == ")"
    {
        if single { votes.organization += 12 } else { votes.person += 12 }
    }
    // What is left is most often a person where it is short, and an organisation where it is long or has an article.
    let units = 1 + piece.tokens.clone().skip(1).filter(|&token| !document.is_glued(token)).count();
    match units {
        _ if single => {
            votes.person += 1;
            // `Milepost 3`, `the Order of Merit`
            let part = start.checked_sub(2).is_some_and(|token| document.is_capitalized(token));
            let numbered = document.kind(end) == Some(TokenKind::Number)
                && matches!(document.word(end + 1), "." | "," | ":" | ")" | "'s");
            if numbered || part && is_one_of(previous, "of for") {
                votes.other += 6;
            }
        }
        2 | 3 => votes.person += 8,
        _ => votes.organization += 3,
    }
}
