//! Honorifics and roles beside names: `former South Korean President`, `the company's chief executive`.

use std::ops::Range;

use super::{
    evidence::{Evidence, Listed},
    is_joint, phrase,
};
use crate::{
    document::Document,
    lexicon::names::{ROLE_MODIFIERS, ROLES, role},
    word::is_one_of,
};

/// The most tokens of one listed role.
const LONGEST: usize = 8;
/// The most tokens between a name's comma and the role that explains it.
const APPOSITION: usize = 7;

/// The end of the longest listed role that begins at `token`.
pub(super) fn listed(document: &Document, token: usize, end: usize) -> Option<usize> {
    let mut found = None;
    for last in token..end.min(token + LONGEST) {
        let phrase = phrase(document, token..last + 1);
        if role(&phrase).is_some() {
            found = Some(last + 1);
        }
        if !ROLES.extends(&phrase) && !document.is_glued(last + 1) {
            break;
        }
    }
    found
}

/// The end of the role that begins at `token`, with the words before its head: `deputy foreign minister`.
pub(super) fn at(document: &Document, evidence: &Evidence, token: usize, end: usize) -> Option<usize> {
    let (mut at, mut found) = (token, None);
    while at < end {
        if let Some(after) = listed(document, at, end) {
            at = after;
            found = Some(after);
        } else if let Some((after, Listed::People)) = evidence.listed(at) {
            at = after;
        } else if ROLE_MODIFIERS.contains(document.word(at))
            || at > token && is_joint(document, at)
            || document.word(at) == "and" && found == Some(at)
        {
            at += 1;
        } else {
            break;
        }
    }
    found
}

/// The role that ends right before `token`.
pub(super) fn before(document: &Document, evidence: &Evidence, token: usize, start: usize) -> Option<Range<usize>> {
    let first = (start.max(token.saturating_sub(LONGEST))..token)
        .find(|&first| listed(document, first, token) == Some(token) && !is_joint(document, first.saturating_sub(1)))?;
    let mut at = first;
    while at > start {
        let last = at - 1;
        let people = (start.max(last.saturating_sub(2))..at).find(|&first| {
            evidence.listed(first).is_some_and(|(end, listed)| end == at && listed != Listed::Organization)
        });
        if let Some(people) = people {
            at = people;
        } else if ROLE_MODIFIERS.contains(document.word(last)) || is_joint(document, last) {
            at = last;
        } else if is_one_of(document.word(last), "'s '") && last > start {
            at = last - 1;
            if is_one_of(document.word(at.saturating_sub(1)), "the a an") && at > start {
                at -= 1;
            }
            break;
        } else {
            break;
        }
    }
    Some(at..token)
}

/// The role that explains the name ending at `end`: `, the country's national security adviser,`.
pub(super) fn after(document: &Document, evidence: &Evidence, end: usize, limit: usize) -> Option<Range<usize>> {
    if document.word(end) != "," {
        return None;
    }
    let start = end + 1;
    let limit = limit.min(start + APPOSITION);
    for token in start..limit {
        let word = document.word(token);
        if is_one_of(word, ", . who which said and that ;") {
            return None;
        }
        if let Some(close) = listed(document, token, limit) {
            let close = at(document, evidence, token, limit).unwrap_or(close);
            let ends =
                matches!(document.word(close), "," | "." | "of" | "for" | "at" | "in" | "who" | "and" | "" | ";" | ")");
            return ends.then_some(start..close);
        }
    }
    None
}
