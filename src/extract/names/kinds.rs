//! Decides what each piece names, by votes: of lists, of its own form, of the words around it, and of the fullest
//! mention of the same name in the article.

use std::ops::Range;

use super::{
    Piece, before,
    evidence::{Evidence, Listed},
    is_all_capitals, is_initial,
};
use crate::{
    document::{Document, Tag, TokenKind},
    entity::{EntityKind, Name},
    lexicon::names::{COMPANY_TAILS, given_name, head, is_acting, is_surname, plain, role},
    order::Map,
    order::Order,
    word::is_one_of,
};

/// Votes for each kind of thing, in tenths.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    person: i32,
    organization: i32,
    place: i32,
    event: i32,
    other: i32,
}

impl Votes {
    fn add(&mut self, kind: EntityKind, weight: i32) {
        match kind {
            EntityKind::Person => self.person += weight,
            EntityKind::Organization => self.organization += weight,
            EntityKind::Place => self.place += weight,
            EntityKind::Event => self.event += weight,
            EntityKind::Other => self.other += weight,
        }
    }

    /// The kind with the most votes and how far it is ahead of the next.
    fn best(self) -> (EntityKind, i32) {
        let mut ranked = [
            (self.person, EntityKind::Person),
            (self.organization, EntityKind::Organization),
            (self.place, EntityKind::Place),
            (self.event, EntityKind::Event),
            (self.other, EntityKind::Other),
        ];
        ranked.order_by_key(|&(votes, kind)| (-votes, kind));
        match ranked {
            [(first, kind), (second, _), ..] => (kind, first - second),
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
    let mut votes: Vec<Votes> = pieces.iter().map(|piece| own(document, piece)).collect();
    for (piece, votes) in pieces.iter().zip(&mut votes) {
        around(document, evidence, piece, votes);
    }
    share(document, pieces, &mut votes);
    pieces
        .iter()
        .zip(votes)
        .map(|(piece, votes)| {
            let (kind, lead) = votes.best();
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
fn own(document: &Document, piece: &Piece) -> Votes {
    let mut votes = Votes::default();
    let tokens = piece.tokens.clone();
    if let Some((kind, certainty)) = piece.hint {
        votes.add(kind, [8, 15, 30, 45].get(usize::from(certainty)).copied().unwrap_or(45));
    }
    let words: Vec<usize> = tokens.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)).collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return votes };
    let several = words.len() > 1;
    if let Some(role) = &piece.role {
        let beside = role.end == tokens.start;
        votes.person += if beside && piece.hint.is_none_or(|(_, certainty)| certainty < 3) { 40 } else { 8 };
    }
    if several {
        let word = plain(document.word(last));
        if let Some(kind) = head(&word) {
            let given = given_name(document.word(first)).is_some();
            let surname = is_surname(&word);
            votes.add(
                kind,
                if given && surname {
                    2
                } else if given {
                    18
                } else {
                    30
                },
            );
        }
        if COMPANY_TAILS.contains(&word) && !is_surname(&word) {
            votes.organization += 15;
        }
        if words.len() <= 4 && given_name(document.word(first)).is_some() {
            votes.person += if is_surname(&word) { 35 } else { 25 };
        } else if words.len() <= 3 && is_surname(&word) {
            votes.person += 12;
        }
        if words.len() <= 4 && is_surname(document.word(first)) && head(&word).is_none() {
            votes.person +=
                if words.iter().skip(1).all(|&token| given_name(document.word(token)).is_some()) { 25 } else { 12 };
        }
        if words.iter().any(|&token| is_initial(document, token)) && words.len() <= 4 {
            votes.person += 25;
        }
        if is_one_of(&word, "jr jr. sr sr. ii iii iv") {
            votes.person += 20;
        }
    } else {
        let word = document.word(first);
        if given_name(word).is_some() || is_surname(word) {
            votes.person += 12;
        }
        let letters = document.raw(first).len();
        if is_all_capitals(document, first) && (2..=6).contains(&letters) || word.contains('.') && letters > 2 {
            votes.organization += 18;
        }
    }
    for token in tokens.clone() {
        match document.word(token) {
            "&" => votes.organization += 20,
            "of" | "for" if votes.person > 0 => votes.person -= 15,
            _ => {}
        }
    }
    if words.len() > 4 {
        votes.organization += 8;
    }
    votes
}

/// What the words around the piece say.
fn around(document: &Document, evidence: &Evidence, piece: &Piece, votes: &mut Votes) {
    let Range { start, end } = piece.tokens.clone();
    let single = end - start == 1;
    let previous = before(document, start).map_or("", |token| document.word(token));
    let next = document.word(end);
    match previous {
        "in" => votes.place += 20,
        "near" | "outside" | "across" | "throughout" | "around" => votes.place += 16,
        "at" | "from" | "to" | "into" | "toward" | "towards" => votes.place += 6,
        "the" => {
            votes.person -= 14;
            votes.organization += 8;
            votes.other += 3;
        }
        "by" | "with" => votes.person += 3,
        "-" | "pro" | "anti" => {}
        _ => {}
    }
    if next == "," {
        if let Some((close, Listed::Country | Listed::Place | Listed::Capital)) = evidence.listed(end + 1) {
            if matches!(document.word(close), "," | "." | "" | ")" | "on")
                || document.kind(close) == Some(TokenKind::Number)
            {
                votes.place += 14;
            }
        }
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
    } else if document.tag(end).is_finite() {
        votes.person += 3;
    }
    if next == "who" || next == "," && document.word(end + 1) == "who" {
        votes.person += 15;
    }
    if is_one_of(previous, "said says told added") {
        votes.person += 8;
    }
    // `Acme spokesman`, `Leeds striker`: the name of an organisation before a role in lower case.
    let plural = matches!(document.tag(end), Tag::NNS);
    if !document.is_capitalized(end) && role(next).is_some() {
        votes.organization += 10;
        votes.person -= 6;
    } else if plural {
        votes.organization += 5;
    }
    if document.word(end) == "(" {
        if let Some((close, Listed::Country)) = evidence.listed(end + 1) {
            if document.word(close) == ")" {
                if single { votes.organization += 12 } else { votes.person += 12 }
            }
        }
    }
    // What is left is most often a person where it is short, and an organisation where it is long or has an article.
    match end - start {
        1 => votes.person += 4,
        2 | 3 => votes.person += 8,
        _ => votes.organization += 3,
    }
}

/// Lends the votes of the fullest mention to shorter ones of the same name, and adds up those of equal ones.
fn share(document: &Document, pieces: &[Piece], votes: &mut [Votes]) {
    let words = |piece: &Piece| -> Vec<String> {
        piece
            .tokens
            .clone()
            .filter(|&token| document.kind(token) == Some(TokenKind::Word))
            .map(|token| plain(document.word(token)).into_owned())
            .collect()
    };
    // The votes of each form over the article.
    let mut forms: Map<Vec<String>, (Votes, i32)> = Map::new();
    for (piece, votes) in pieces.iter().zip(votes.iter()) {
        let (sum, count) = forms.entry(words(piece)).or_default();
        for (kind, weight) in tally(*votes) {
            sum.add(kind, weight);
        }
        *count += 1;
    }
    // The persons' full names by each of their words, and the organisations' by their first.
    let mut full: Map<&str, (EntityKind, i32)> = Map::new();
    for (form, (sum, count)) in &forms {
        let (kind, lead) = sum.best();
        if form.len() < 2 || lead < 10 * count {
            continue;
        }
        match kind {
            EntityKind::Person => {
                for word in [form.first(), form.last()].into_iter().flatten() {
                    full.insert(word, (kind, lead / count));
                }
            }
            EntityKind::Organization => {
                if let Some(word) = form.first() {
                    full.entry(word).or_insert((kind, lead / count / 2));
                }
            }
            EntityKind::Place | EntityKind::Event | EntityKind::Other => {}
        }
    }
    for (piece, votes) in pieces.iter().zip(votes.iter_mut()) {
        let form = words(piece);
        if let Some((sum, count)) = forms.get(&form) {
            // Half of the weight is the article's mean opinion.
            let mut mixed = Votes::default();
            for (kind, weight) in tally(*votes) {
                mixed.add(kind, weight / 2);
            }
            for (kind, weight) in tally(*sum) {
                mixed.add(kind, weight / (2 * count).max(1));
            }
            *votes = mixed;
        }
        if let [word] = form.as_slice() {
            if let Some(&(kind, lead)) = full.get(word.as_str()) {
                let listed = piece.hint.is_some_and(|(_, certainty)| certainty == 3);
                votes.add(kind, if listed { 0 } else { lead.min(30) });
            }
        }
    }
}

fn tally(votes: Votes) -> [(EntityKind, i32); 5] {
    [
        (EntityKind::Person, votes.person),
        (EntityKind::Organization, votes.organization),
        (EntityKind::Place, votes.place),
        (EntityKind::Event, votes.event),
        (EntityKind::Other, votes.other),
    ]
}
