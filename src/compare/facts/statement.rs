//! Statements that several articles make, and statements that deny each other.

use super::{Bench, label};
use crate::{
    alignment::{Slot, SlotGroup},
    claim::{Claim, Stance},
    fact::{Evidence, Fact, FactKind, Label, LabelTemplate, Note, Position, Value, Verdict},
    lexicon::{meaning, names},
    reading::Reading,
    span::Span,
    word::is_one_of,
};

/// Two statements deny each other only if their sentences are at least so alike.
const SURE: f64 = 0.5;

/// The fact that a group of statements makes.
pub fn judge(bench: &Bench<'_>, group: &SlotGroup) -> Vec<Fact> {
    if let Some(conflict) = denial(bench, group) {
        return vec![conflict];
    }
    let claims: Vec<Evidence> = group.slots.iter().filter_map(|slot| evidence(bench, group, slot)).collect();
    let position = Position { value: None, support: bench.support(&claims), claims };
    let fact = Fact {
        id: String::new(),
        verdict: Verdict::Agreed,
        kind: FactKind::Statement,
        label: label::of_statements(bench, group),
        positions: vec![position],
        notes: stances(bench, group),
    };
    vec![fact]
}

/// Where the group's words stand in a member's sentence.
fn evidence(bench: &Bench<'_>, group: &SlotGroup, slot: &Slot) -> Option<Evidence> {
    let first = &bench.readings.get(group.slots.first()?.article)?.document;
    let reading = bench.readings.get(slot.article)?;
    let document = &reading.document;
    let sentence = document.sentences.get(slot.sentence)?;
    let topic: Vec<&str> = group.topic.iter().map(|&token| meaning::class(first.lemma(token))).collect();
    let in_topic = |token: &usize| topic.contains(&meaning::class(document.lemma(*token)));
    // The clause with the most of the group's words, cut to where they stand.
    let clauses = reading.extraction.claims_of(slot.sentence);
    let clause = clauses
        .iter()
        .map(|claim| claim.tokens.clone())
        .max_by_key(|tokens| (tokens.clone().filter(in_topic).count(), std::cmp::Reverse(tokens.start)));
    let clause = clause.unwrap_or_else(|| sentence.tokens.clone());
    let mut words = clause.clone().filter(in_topic);
    let name = |token: usize| reading.extraction.names.iter().find(|name| name.tokens.contains(&token));
    let span = match (words.next(), words.next_back()) {
        // A name at either end is given whole.
        (Some(start), Some(end)) => {
            let start = name(start).map_or(start, |name| name.tokens.start.max(clause.start));
            let end = name(end).map_or(end + 1, |name| name.tokens.end.min(clause.end));
            document.span_of(&(start..end))
        }
        // A single word says nothing.
        _ => document.span_of(&clause),
    };
    bench.evidence(slot.article, slot.sentence, if span.is_empty() { sentence.span } else { span })
}

/// How the members stand to what they report, where they differ in it.
fn stances(bench: &Bench<'_>, group: &SlotGroup) -> Vec<Note> {
    let stances: Vec<Stance> = group
        .slots
        .iter()
        .filter_map(|slot| main_claim(bench.readings.get(slot.article)?, slot.sentence))
        .map(|claim| claim.stance)
        .collect();
    let plain = stances.iter().any(|stance| matches!(stance, Stance::Stated | Stance::Attributed));
    let noted = [
        (Stance::Claimed, Note::ClaimedBySome),
        (Stance::Hedged, Note::HedgedBySome),
        (Stance::Denied, Note::DeniedBySome),
    ];
    noted.into_iter().filter(|(stance, _)| plain && stances.contains(stance)).map(|(_, note)| note).collect()
}

/// The sentence's first claim with a verb.
fn main_claim(reading: &Reading, sentence: usize) -> Option<&Claim> {
    reading.extraction.claims_of(sentence).iter().find(|claim| claim.predicate.is_some())
}

/// A conflict if one member says what another denies: the same verb negated, or a verb and its opposite, of the same
/// subject.
fn denial(bench: &Bench<'_>, group: &SlotGroup) -> Option<Fact> {
    for link in group.links.iter().filter(|link| link.strength >= SURE) {
        let (a, b) = (group.slots.get(link.a)?, group.slots.get(link.b)?);
        let (x, y) = (bench.readings.get(a.article)?, bench.readings.get(b.article)?);
        for p in x.extraction.claims_of(a.sentence) {
            for q in y.extraction.claims_of(b.sentence) {
                let Some((own, other)) = contradiction(x, p, y, q) else { continue };
                let side = |slot: &Slot, span: Span, value: &str| -> Option<Position> {
                    let claims = vec![bench.evidence(slot.article, slot.sentence, span)?];
                    Some(Position {
                        value: Some(Value::Text(value.to_owned())),
                        support: bench.support(&claims),
                        claims,
                    })
                };
                let words = label::phrase(&x.document, &group.topic).into_iter().collect();
                return Some(Fact {
                    id: String::new(),
                    verdict: Verdict::Conflict,
                    kind: FactKind::Statement,
                    label: Label { template: LabelTemplate::Whether, words },
                    positions: vec![side(a, own, x.document.slice(own))?, side(b, other, y.document.slice(other))?],
                    notes: Vec::new(),
                });
            }
        }
    }
    None
}

/// Where the two verbs stand that contradict each other, if they do.
fn contradiction(x: &Reading, p: &Claim, y: &Reading, q: &Claim) -> Option<(Span, Span)> {
    let (a, b) = (p.predicate?, q.predicate?);
    let (first, second) = (x.document.lemma(a), y.document.lemma(b));
    // Most pairs are of one verb said alike.
    if p.negated == q.negated && first == second {
        return None;
    }
    let same_verb = meaning::class(first) == meaning::class(second) && meaning::information(first) > 0.0;
    let denied = match (p.negated, q.negated) {
        (true, false) => !denies_anything(y, q.sentence),
        (false, true) => !denies_anything(x, p.sentence),
        _ => false,
    };
    let opposed = (same_verb && denied && !is_question(x, p) && !is_question(y, q))
        || (meaning::are_opposite(first, second) && p.negated == q.negated);
    let span = |reading: &Reading, claim: &Claim, verb: usize| {
        let start = if claim.negated { verb.saturating_sub(2).max(claim.tokens.start) } else { verb };
        reading.document.span_of(&(start..verb + 1))
    };
    let same_subject = || {
        let theirs = subject_classes(y, q);
        subject_classes(x, p).iter().any(|class| theirs.contains(class))
    };
    (opposed && same_subject()).then(|| (span(x, p, a), span(y, q, b)))
}

/// Whether a word of denial stands anywhere in the sentence.
fn denies_anything(reading: &Reading, sentence: usize) -> bool {
    let document = &reading.document;
    let tokens = document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
    tokens
        .into_iter()
        .any(|token| is_one_of(document.word(token), "no not n't never none nobody nothing neither nor without"))
}

/// Whether the clause is an indirect question, which states nothing: "whether it closed", "which bridges have closed".
fn is_question(reading: &Reading, claim: &Claim) -> bool {
    claim
        .tokens
        .clone()
        .take(3)
        .any(|token| is_one_of(reading.document.word(token), "whether if which what who how why"))
}

fn subject_classes(reading: &Reading, claim: &Claim) -> Vec<String> {
    let tokens = claim.subject.clone().unwrap_or(0..0);
    let document = &reading.document;
    tokens
        .filter(|&token| {
            // Who is named by an office alone may be another.
            document.tag(token).is_noun()
                && meaning::information(document.lemma(token)) > 0.0
                && names::role(document.word(token)).is_none()
        })
        .map(|token| meaning::class(document.lemma(token)).to_owned())
        .collect()
}
