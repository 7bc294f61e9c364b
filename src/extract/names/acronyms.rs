//! Acronyms with their expansion beside them: `Democratic People's Republic of Korea (DPRK)`, `DPRK (Democratic …)`.

use super::is_all_capitals;
use crate::{
    document::{Document, TokenKind},
    entity::{EntityKind, Name},
    letter,
    word::is_one_of,
};

/// Ties acronyms to the expansions that stand beside them; `names` are in order.
pub(super) fn link(document: &Document, names: &mut [Name]) {
    for index in 1..names.len() {
        let (Some(first), Some(second)) = (names.get(index - 1), names.get(index)) else { continue };
        let between = first.tokens.end..second.tokens.start;
        let bracket = between.len() <= 2
            && between.clone().any(|token| document.word(token) == "(")
            && is_one_of(document.word(second.tokens.end), ") , ;");
        if !bracket {
            continue;
        }
        let pair = if is_acronym(document, second) && fits(document, first, second) {
            (index - 1, index)
        } else if is_acronym(document, first) && fits(document, second, first) {
            (index, index - 1)
        } else {
            continue;
        };
        let (long, short) = pair;
        let kind = names.get(long).map(|name| (name.kind, name.certainty));
        if let Some(name) = names.get_mut(long) {
            name.expansion = Some(short);
        }
        if let (Some(name), Some((kind, certainty))) = (names.get_mut(short), kind) {
            name.expansion = Some(long);
            // A person has no acronym; whatever the expansion looked like, the pair is an organisation or a thing.
            name.kind = if kind == EntityKind::Person { EntityKind::Organization } else { kind };
            name.certainty = certainty.max(2);
        }
        if let Some(name) = names.get_mut(long).filter(|name| name.kind == EntityKind::Person) {
            name.kind = EntityKind::Organization;
            name.certainty = 2;
        }
    }
}

fn is_acronym(document: &Document, name: &Name) -> bool {
    name.tokens.len() == 1 && is_all_capitals(document, name.tokens.start)
        || document.word(name.tokens.start).as_bytes().contains(&b'.') && name.tokens.len() == 1
}

/// Whether the acronym's letters are initials of the expansion's words, in order, beginning with the first.
fn fits(document: &Document, long: &Name, short: &Name) -> bool {
    let mut initials = long
        .tokens
        .clone()
        .filter(|&token| document.kind(token) == Some(TokenKind::Word))
        .filter_map(|token| document.word(token).chars().next());
    let letters = || document.word(short.tokens.start).chars().filter(|&letter| letter::is_letter(letter));
    if long.tokens.len() == 1 {
        // `Velmaris (VLM)`: the letters of a ticker, in order.
        let mut word = document.word(long.tokens.start).chars();
        let short = document.word(short.tokens.start);
        return short.len() > 2
            && initials.next() == short.chars().next()
            && letters().all(|letter| word.any(|other| other == letter));
    }
    let mut letters = letters();
    let Some(first) = letters.next() else { return false };
    if initials.next() != Some(first) {
        return false;
    }
    let (mut matched, mut missed) = (1, 0);
    for letter in letters {
        if initials.any(|initial| initial == letter) {
            matched += 1;
        } else {
            missed += 1;
        }
    }
    matched >= 2 && missed <= 1
}
