//! What the article as a whole says of a name: its fullest mention, other mentions, and what it is named together with.

use super::{Piece, before, governments, kinds::Votes};
use crate::{
    document::{Document, TokenKind},
    entity::EntityKind,
    lexicon::names::{CountryWord, country, head, plain, start},
    order::Map,
    word::is_one_of,
};

/// Lends the votes of the fullest mention to shorter ones of the same name, and adds up those of equal ones.
pub(super) fn share(document: &Document, pieces: &[Piece], votes: &mut [Votes]) {
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
        for (kind, weight) in votes.tally() {
            sum.add(kind, weight);
        }
        *count += 1;
    }
    // People are called by their last name, clubs by their first: `Orla Paris`, `Sparta Rotterdam`.
    let count = |word: Option<&String>| word.and_then(|word| forms.get(std::slice::from_ref(word))).map_or(0, |f| f.1);
    let called: Vec<bool> = pieces
        .iter()
        .map(|piece| {
            let form = words(piece);
            piece.hint.is_none()
                && (2..=3).contains(&form.len())
                && (count(form.last()) > 0 || form.get(1..).is_some_and(|rest| forms.contains_key(rest)))
                && count(form.first()) == 0
                && form.last().is_some_and(|word| head(word).is_none())
        })
        .collect();
    for ((piece, votes), called) in pieces.iter().zip(votes.iter_mut()).zip(called) {
        if called {
            votes.person += 20;
            if let Some((sum, _)) = forms.get_mut(&words(piece)) {
                sum.person += 20;
            }
        }
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
                // `Boston Rovers` and `Rovers`
                if let Some(word) = form.last().filter(|word| word.ends_with('s')) {
                    full.entry(word).or_insert((kind, lead / count));
                }
            }
            // `Hurricane Odile` and `Odile`
            EntityKind::Event if form.first().and_then(|word| start(word)) == Some(kind) => {
                if let Some(word) = form.last() {
                    full.insert(word, (kind, 30));
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
            for (kind, weight) in votes.tally() {
                mixed.add(kind, weight / 2);
            }
            for (kind, weight) in sum.tally() {
                mixed.add(kind, weight / (2 * count).max(1));
            }
            *votes = mixed;
        }
        if let [word] = form.as_slice()
            && let Some(&(kind, lead)) = full.get(word.as_str())
        {
            let listed = piece.hint.is_some_and(|(_, certainty)| certainty >= 2);
            let start = piece.tokens.start;
            let comma = before(document, start).is_some_and(|token| document.word(token) == ",");
            let placed = governments::is_placed(document, start)
                || comma && start.checked_sub(2).is_some_and(|token| document.is_capitalized(token));
            let country = matches!(country(word), Some((_, CountryWord::Name)));
            let weight = match (listed, kind) {
                // `Chibok Girls` does not make a club of the town.
                (false, EntityKind::Organization)
                    if forms.get(&form).is_some_and(|(sum, _)| sum.best().0 == EntityKind::Place) =>
                {
                    0
                }
                (false, _) => lead.min(30),
                // `Orla Paris` is the Paris who speaks here.
                (true, EntityKind::Person) if !placed && !country => lead.min(30) + 60,
                (true, _) => 0,
            };
            votes.add(kind, weight);
        }
    }
}

/// Lends the kind that most of the sure names of an enumeration have to the unsure ones: `Norvik, Samsung and Toyota`.
pub(super) fn enumerate(document: &Document, pieces: &[Piece], votes: &mut [Votes]) {
    let follows = |index: usize| {
        let (Some(left), Some(right)) = (pieces.get(index - 1), pieces.get(index)) else { return false };
        let mut between = left.tokens.end..right.tokens.start;
        (1..=2).contains(&between.len())
            && right.role.is_none()
            && between.all(|token| is_one_of(document.word(token), ", and or /"))
    };
    let mut first = 0;
    while first < pieces.len() {
        let mut end = first + 1;
        while end < pieces.len() && follows(end) {
            end += 1;
        }
        let members = votes.get_mut(first..end).unwrap_or_default();
        first = end;
        let mut sum = Votes::default();
        for (kind, lead) in members.iter().map(|votes| votes.best()) {
            sum.add(kind, if lead >= 25 { 1 } else { 0 });
        }
        let (kind, lead) = sum.best();
        for votes in members.iter_mut().filter(|votes| lead > 0 && votes.best().1 < 12) {
            votes.add(kind, 14);
        }
    }
}
