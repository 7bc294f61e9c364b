//! Claims of one and the same named subject that speak of its state, or of the place of what it did.

use std::ops::Range;

use crate::{
    alignment::{Slot, SlotGroup, SlotKind},
    claim::{Claim, Stance},
    document::Document,
    entity::{Cast, EntityKind},
    lexicon::meaning,
    order::Order,
    reading::Reading,
};

/// A claim about a named subject.
struct Deed<'a> {
    /// The subject, as a position in `Cast::entities`.
    entity: usize,
    slot: Slot,
    /// For a state its word, for a place the class of what was done there.
    word: &'a str,
    /// The preposition before a place: what was near one place was not at another all the same.
    at: &'a str,
    /// Whether it is said to be in that state, not to have come into it.
    lasting: bool,
    topic: Range<usize>,
}

/// States of one subject that cannot both hold, and places at which one subject did the same thing. Whether they conflict is
/// not for here to say.
pub fn groups(readings: &[&Reading], cast: &Cast) -> Vec<SlotGroup> {
    let (mut states, mut places) = (Vec::new(), Vec::new());
    for (article, reading) in readings.iter().enumerate() {
        for (index, claim) in reading.extraction.claims.iter().enumerate() {
            let told = matches!(claim.stance, Stance::Stated | Stance::Attributed) && !claim.negated;
            let Some(entity) = subject(cast, article, reading, claim).filter(|_| told) else { continue };
            let topic = claim.subject.clone().unwrap_or(0..0);
            if let Some((state, lasting)) = claim.state(&reading.document) {
                let slot = Slot { article, sentence: claim.sentence, kind: SlotKind::State(index) };
                let word = reading.document.lemma(state);
                states.push(Deed { entity, slot, word, at: "", lasting, topic: topic.clone() });
            }
            if let Some((deed, at, name)) = place(reading, claim) {
                let slot = Slot { article, sentence: claim.sentence, kind: SlotKind::Name(name) };
                let word = meaning::class(reading.document.lemma(deed));
                places.push(Deed { entity, slot, word, at, lasting: true, topic: deed..deed + 1 });
            }
        }
    }
    let mut groups = grouped(states, |a, b| meaning::are_opposite(a.word, b.word));
    groups.extend(grouped(places, |a, b| a.word == b.word && a.at == b.at));
    groups
}

/// Of each subject's deeds those that `meet` a lasting one of another article.
fn grouped(mut deeds: Vec<Deed<'_>>, meet: impl Fn(&Deed<'_>, &Deed<'_>) -> bool) -> Vec<SlotGroup> {
    deeds.order_by_key(|deed| (deed.entity, deed.slot));
    let mut groups = Vec::new();
    for deeds in deeds.chunk_by(|a, b| a.entity == b.entity) {
        let Some(first) = deeds.iter().find(|deed| {
            deed.lasting && deeds.iter().any(|other| meet(deed, other) && other.slot.article != deed.slot.article)
        }) else {
            continue;
        };
        let is_same = |deed: &Deed<'_>| meaning::class(deed.word) == meaning::class(first.word) && deed.at == first.at;
        let belongs = |deed: &&Deed<'_>| meet(first, deed) || is_same(deed);
        let members: Vec<&Deed<'_>> = deeds.iter().filter(belongs).collect();
        groups.push(SlotGroup {
            slots: members.iter().map(|deed| deed.slot).collect(),
            links: Vec::new(),
            topic: members.first().map_or_else(Vec::new, |deed| deed.topic.clone().collect()),
        });
    }
    groups
}

/// The entity that the subject of a claim names: its last word is a name's last.
fn subject(cast: &Cast, article: usize, reading: &Reading, claim: &Claim) -> Option<usize> {
    let subject = claim.subject.clone()?;
    let names = &reading.extraction.names;
    let name =
        names_in(reading, &subject).find(|&name| names.get(name).is_some_and(|name| name.tokens.end == subject.end))?;
    *cast.names.get(article)?.get(name)?
}

/// The positions of the names that begin among these tokens.
fn names_in(reading: &Reading, tokens: &Range<usize>) -> Range<usize> {
    let before = |token: usize| reading.extraction.names.partition_point(|name| name.tokens.start < token);
    before(tokens.start)..before(tokens.end)
}

/// What was done, as a token, and the name of the place right after "at" or "near" at which it was.
fn place<'a>(reading: &'a Reading, claim: &Claim) -> Option<(usize, &'a str, usize)> {
    let (document, verb) = (&reading.document, claim.predicate?);
    let object = claim.object.clone()?;
    let names = &reading.extraction.names;
    let name = names_in(reading, &object).find(|&name| {
        names.get(name).is_some_and(|name| {
            name.kind == EntityKind::Place && document.is_word(name.tokens.start.saturating_sub(1), "at near")
        })
    })?;
    let at = names.get(name)?.tokens.start.saturating_sub(1);
    Some((deed(document, verb, at)?, document.word(at), name))
}

/// The word that says what was done between a verb and a preposition: of "made landfall" the second.
fn deed(document: &Document, verb: usize, at: usize) -> Option<usize> {
    (verb..at).find(|&token| meaning::information(document.lemma(token)) > 0.5)
}
