//! Finds names: people, organisations, places, events, in one article.
//!
//! Three steps. *Evidence*: which stretches the lists know, and how each word is written all over the article. *Runs*:
//! rows of words that belong to names, cut where a title, a people's name or a listed name ends. *Decision*: what each
//! piece is, by votes of its own words, of its neighbours, and of the fullest mention of the same name.

mod acronyms;
mod descriptions;
mod evidence;
mod governments;
mod headings;
mod kinds;
mod pieces;
mod roles;
mod runs;
mod sharing;
mod tables;

use std::ops::Range;

use crate::{
    document::{Document, FurnitureKind, TokenKind},
    entity::{EntityKind, Name},
    letter,
    lexicon::names::plain,
    order::Order,
    word::is_one_of,
};
use evidence::{Evidence, Style};

/// A stretch that is a name, before it is settled what it names.
#[derive(Clone, Debug)]
struct Piece {
    tokens: Range<usize>,
    role: Option<Range<usize>>,
    /// What a list or the piece's own form says, and how surely.
    hint: Option<(EntityKind, u8)>,
}

/// The names of a document, in order.
#[must_use]
pub fn find(document: &Document) -> Vec<Name> {
    let evidence = Evidence::of(document);
    let mut pieces = Vec::new();
    let mut headings = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        // Of a byline only the place is of the story: "From Philip Garrow in Arden".
        let byline = sentence.furniture == Some(FurnitureKind::Byline);
        let mut tokens = sentence.tokens.clone();
        if byline {
            tokens.start = tokens.clone().find(|&token| document.is_word(token, "in")).unwrap_or(tokens.end);
        }
        if tokens.is_empty() || sentence.furniture == Some(FurnitureKind::Promo) {
            continue;
        }
        if evidence.style(index) == Style::Running || byline {
            for run in runs::runs(document, &evidence, &tokens) {
                pieces::cut(document, &evidence, run, &mut pieces);
            }
        } else {
            headings.push(sentence.tokens.clone());
        }
    }
    pieces::part(document, &evidence, &mut pieces);
    // What was decoded wrongly names nobody, and in German every noun has a capital.
    let german = is_one_of(document.lang.get(..2).unwrap_or(""), "de lb");
    pieces.retain(|piece| {
        let bare = piece.tokens.len() == 1 && piece.hint.is_none() && piece.role.is_none();
        !(german && bare || is_undecoded(document, &piece.tokens))
    });
    let mut names = kinds::decide(document, &evidence, &pieces);
    headings::find(document, &evidence, &headings, &mut names);
    names.order_by_key(|name| name.span);
    acronyms::link(document, &mut names);
    governments::mark(document, &mut names);
    names
}

/// The names that `keep` keeps, with the places of their expansions among them.
pub fn without(names: Vec<Name>, keep: impl Fn(&Name) -> bool) -> Vec<Name> {
    let mut places = Vec::with_capacity(names.len());
    let mut kept = 0;
    for name in &names {
        let stays = keep(name);
        places.push(stays.then_some(kept));
        kept += usize::from(stays);
    }
    let place = |index: usize| places.get(index).copied().flatten();
    let names = names.into_iter().enumerate().filter(|(index, _)| place(*index).is_some());
    names.map(|(_, name)| Name { expansion: name.expansion.and_then(place), ..name }).collect()
}

/// Whether the tokens or a mark beside them were decoded wrongly.
fn is_undecoded(document: &Document, tokens: &Range<usize>) -> bool {
    let span = document.span_of(&(tokens.start.saturating_sub(1)..tokens.end + 1));
    letter::is_garbled(document.slice(span))
}

/// The tokens as they are looked up: folded, without diacritics, with a space where there is one in the text.
fn phrase(document: &Document, tokens: Range<usize>) -> String {
    let mut phrase = String::new();
    for token in tokens {
        if !phrase.is_empty() && !document.is_glued(token) {
            phrase.push(' ');
        }
        phrase.push_str(&plain(document.word(token)));
    }
    phrase
}

/// Whether the token is a hyphen without white space on either side.
fn is_joint(document: &Document, token: usize) -> bool {
    document.word(token) == "-" && document.is_glued(token) && document.is_glued(token + 1)
}

/// Whether every letter of the token is a capital; of at least two letters.
fn is_all_capitals(document: &Document, token: usize) -> bool {
    let raw = document.raw(token);
    raw.chars().filter(|&letter| letter::is_letter(letter)).count() > 1
        && !raw.chars().any(letter::is_small)
        && document.kind(token) == Some(TokenKind::Word)
}

/// Whether the token is a capital letter with or without a full stop: `J.`.
fn is_initial(document: &Document, token: usize) -> bool {
    let mut letters = document.raw(token).chars();
    letters.next().is_some_and(letter::is_capital)
        && matches!((letters.next(), letters.next()), (None | Some('.'), None))
}

/// The nearest token before `token`, of the same sentence.
fn before(document: &Document, token: usize) -> Option<usize> {
    let before = token.checked_sub(1)?;
    let sentence = document.sentences.get(document.sentence_at(document.tokens.get(before)?.span.start)?)?;
    sentence.tokens.contains(&token).then_some(before)
}

#[cfg(test)]
mod tests;
