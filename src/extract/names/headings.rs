//! Names in headings and in lines of capitals, where a capital says nothing: those that lists or the rest of the
//! article know, and given names with what follows them.

use std::ops::Range;

use super::{
    Style,
    evidence::{Evidence, Listed},
    is_all_capitals, phrase, tables,
};
use crate::{
    document::{Document, FurnitureKind, Tag, TokenKind},
    entity::{EntityKind, Name},
    lexicon::{
        STOP_WORDS,
        names::{given_name, is_surname, plain},
    },
    order::Map,
};

/// Appends the names of the sentences that cover `headings`.
pub(super) fn find(document: &Document, evidence: &Evidence, headings: &[Range<usize>], names: &mut Vec<Name>) {
    let known: Map<String, EntityKind> =
        names.iter().map(|name| (phrase(document, name.tokens.clone()), name.kind)).collect();
    let longest = names.iter().map(|name| name.tokens.len()).max().unwrap_or(0);
    for tokens in headings {
        let mut at = tokens.start;
        while at < tokens.end {
            let found = name_at(document, evidence, &known, longest, at, tokens.end)
                .or_else(|| if at == tokens.start { place_of_dateline(document, tokens) } else { None });
            let Some((end, kind, certainty)) = found else {
                at += 1;
                continue;
            };
            let tokens = at..end;
            names.push(Name {
                span: document.span_of(&tokens),
                tokens,
                kind,
                certainty,
                role: None,
                expansion: None,
                government: false,
            });
            at = end;
        }
    }
}

/// The place with which a dateline begins, which need not be named again: `PORT VALE, Jan. 5 (Reuters) -`.
fn place_of_dateline(document: &Document, tokens: &Range<usize>) -> Option<(usize, EntityKind, u8)> {
    let sentence = document.sentence_at(document.tokens.get(tokens.start)?.span.start)?;
    let dateline = document.sentences.get(sentence)?.furniture == Some(FurnitureKind::Dateline);
    let end = tokens.clone().find(|&token| !is_all_capitals(document, token))?;
    // "RUGBY - Vale win again" is a heading that only looks like one.
    (dateline && end > tokens.start && end + 1 < tokens.end).then_some((end, EntityKind::Place, 1))
}

fn name_at(
    document: &Document,
    evidence: &Evidence,
    known: &Map<String, EntityKind>,
    longest: usize,
    at: usize,
    end: usize,
) -> Option<(usize, EntityKind, u8)> {
    if document.kind(at) != Some(TokenKind::Word) || !document.is_capitalized(at) {
        return None;
    }
    let word = plain(document.word(at));
    let seen = (at + 1..=end.min(at + longest)).rev().find_map(|close| {
        let kind = known.get(&phrase(document, at..close))?;
        (close > at + 1 || !STOP_WORDS.contains(&word)).then_some((close, *kind, 1))
    });
    let listed = evidence.listed(at).filter(|&(_, listed)| listed != Listed::People).map(|(close, listed)| {
        let team =
            tables::is_team(document, evidence, &(at..close)) || tables::is_visitor(document, evidence, at, close);
        let organization = listed == Listed::Organization || team;
        (close, if organization { EntityKind::Organization } else { EntityKind::Place }, 2)
    });
    let style = document
        .tokens
        .get(at)
        .and_then(|token| document.sentence_at(token.span.start))
        .map(|index| evidence.style(index));
    let person = || {
        let next = at + 1;
        let follows = next < end && document.is_capitalized(next) && !STOP_WORDS.contains(document.word(next));
        let named = is_surname(document.word(next)) || style == Some(Style::Title) && document.tag(next).is_proper();
        (given_name(&word).is_some() && follows && named && evidence.listed(next).is_none()).then_some((
            at + 2,
            EntityKind::Person,
            1,
        ))
    };
    match (seen, listed) {
        (Some(seen), Some(listed)) => Some(if seen.0 > listed.0 { seen } else { listed }),
        // A single listed word of a company may be any word of a heading: `Target`, `Giants`.
        (None, Some((close, ..)))
            if close == at + 1
                && matches!(evidence.listed(at), Some((_, Listed::Organization)))
                && !document.tag(at).is_proper()
                && document.tag(at) != Tag::Other =>
        {
            person()
        }
        (None, Some(listed)) => Some(listed),
        (Some(seen), None) => Some(seen),
        (None, None) => person(),
    }
}
