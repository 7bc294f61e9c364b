//! Finds what an article claims: its sentences cut into clauses, each with its verb, subject and object, and how the article
//! stands to it.
//!
//! There is no parser: rules over Penn tags find the finite verbs and what opens their clauses, in the manner of clause
//! splitting for open information extraction, and lists tell what verbs and adverbs make of a clause.

mod clauses;
mod verbs;

use std::ops::Range;

use crate::{
    claim::{Claim, Stance},
    document::{Document, Sentence, Tag, TokenKind},
    entity::Name,
    extract::{claims::verbs::VerbGroup, phrases::Phrases},
    lexicon::speech,
    order::Order,
    quote::{Quote, QuoteKind},
};
use clauses::{Clause, is_relative};

/// The longest sentence that is cut into clauses, in tokens.
const LONGEST: usize = 400;

/// The claims of a document, in order. A clause that another interrupts comes as two claims with the same predicate; together
/// the claims of a sentence hold all of its tokens.
#[must_use]
pub fn find(document: &Document, names: &[Name], quotes: &[Quote]) -> Vec<Claim> {
    let phrases = Phrases { document, names };
    let mut claims = Vec::new();
    let mut first = 0;
    for (index, sentence) in document.story_sentences() {
        // Quotes are in order of their starts, and few are longer than a paragraph.
        while quotes.get(first).is_some_and(|quote| quote.span.end + 2000 < sentence.span.start) {
            first += 1;
        }
        let near: Vec<&Quote> = quotes
            .iter()
            .skip(first)
            .take_while(|quote| quote.span.start < sentence.span.end)
            .filter(|quote| quote.span.end > sentence.span.start)
            .collect();
        in_sentence(&phrases, index, sentence, &near, &mut claims);
    }
    claims
}

fn in_sentence(phrases: &Phrases, index: usize, sentence: &Sentence, quotes: &[&Quote], claims: &mut Vec<Claim>) {
    let document = phrases.document;
    // What is longer is no sentence but a table or a list.
    let groups =
        if sentence.tokens.len() > LONGEST { Vec::new() } else { verbs::groups(document, sentence.tokens.clone()) };
    let clauses = clauses::split(document, &sentence.tokens, &groups, &forced(document, sentence, &groups, quotes));
    let mut subject: Option<Range<usize>> = None;
    // The subjects of clauses that another interrupts, by verb group.
    let mut begun: Vec<(usize, Option<Range<usize>>)> = Vec::new();
    for clause in clauses {
        if clause.tokens.is_empty() {
            continue;
        }
        let group = clause.group.and_then(|group| groups.get(group));
        let own = match begun.iter().find(|(group, _)| Some(*group) == clause.group) {
            Some((_, subject)) => subject.clone(),
            None => group.and_then(|group| subject_of(phrases, &clause, group, sentence, subject.clone())),
        };
        if let Some(index) = clause.group.filter(|_| group.is_some_and(|group| !clause.tokens.contains(&group.head))) {
            begun.push((index, own.clone()));
        }
        let mut claim = Claim {
            sentence: index,
            tokens: clause.tokens.clone(),
            predicate: group.map(|group| group.head),
            subject: own,
            object: group.and_then(|group| object_of(document, &clause, group)),
            passive: group.is_some_and(|group| group.passive),
            negated: group.is_some_and(|group| group.negated),
            stance: group.map_or(Stance::Stated, |group| group.stance),
            source: None,
        };
        claim.negated |= denies(document, &claim);
        attribute(document, quotes, &mut claim);
        if !clause.relative && claim.subject.is_some() {
            subject = claim.subject.clone();
        }
        claims.push(claim);
    }
    late_subjects(claims, index);
}

/// Participles at the start of a sentence have the subject of the clause after them.
fn late_subjects(claims: &mut [Claim], sentence: usize) {
    let mut next: Option<Range<usize>> = None;
    for claim in claims.iter_mut().rev().take_while(|claim| claim.sentence == sentence) {
        if claim.subject.is_none() && claim.predicate.is_some() {
            claim.subject.clone_from(&next);
        }
        next.clone_from(&claim.subject);
    }
}

/// Where quoted words with a verb of their own begin and end: there a clause does.
fn forced(document: &Document, sentence: &Sentence, groups: &[VerbGroup], quotes: &[&Quote]) -> Vec<usize> {
    let mut forced = Vec::new();
    for quote in quotes {
        let tokens = document.tokens_in(quote.span);
        let verbs = groups.iter().any(|group| group.finite && tokens.contains(&group.tokens.start));
        if !verbs {
            continue;
        }
        let marks = quote.kind == QuoteKind::Direct;
        let opens =
            tokens.start.saturating_sub(usize::from(marks && is_mark(document, tokens.start.saturating_sub(1))));
        let closes = tokens.end + usize::from(marks && is_mark(document, tokens.end));
        forced.extend([opens, closes].into_iter().filter(|at| sentence.tokens.contains(at)));
    }
    forced.order();
    forced
}

fn is_mark(document: &Document, token: usize) -> bool {
    document.kind(token) == Some(TokenKind::QuoteMark) || matches!(document.word(token), "\"" | "''" | "``")
}

fn subject_of(
    phrases: &Phrases,
    clause: &Clause,
    group: &VerbGroup,
    sentence: &Sentence,
    last: Option<Range<usize>>,
) -> Option<Range<usize>> {
    let document = phrases.document;
    if clause.relative {
        // "the bridge, which opened": what stands before the clause.
        let end = clause.tokens.start;
        let found = phrases.before(end, sentence.tokens.start).map(|speaker| speaker.tokens);
        // "the flight to Averby that had turned round"
        let reaches = |found: &Range<usize>| {
            let loose = found.end < end && !is_relative(document, end);
            !loose
                && (found.end..end).all(|token| {
                    document.kind(token) == Some(TokenKind::Word)
                        && !document.tag(token).is_verb()
                        && !document.tag(token).is_adverb()
                })
        };
        return found.filter(reaches).or(last);
    }
    if clause.shares_subject {
        return last;
    }
    let floor = if clause.tokens.contains(&group.tokens.start) { clause.content } else { clause.tokens.start };
    let verb = group.tokens.start.min(clause.tokens.end);
    let mut found = phrases.before(verb, floor.min(verb)).map(|speaker| speaker.tokens);
    if let Some(subject) = &mut found
        && let Some(and) = subject.start.checked_sub(1).filter(|&and| and > floor && document.is_word(and, "and"))
        && let Some(other) = phrases.ending_at(and, floor)
    {
        subject.start = other.tokens.start;
    }
    found
        .or_else(|| {
            // "There were 12 ships."
            let inverted = verb.checked_sub(1).is_some_and(|before| document.tag(before) == Tag::EX);
            inverted.then(|| phrases.after(group.tokens.end, clause.tokens.end).map(|speaker| speaker.tokens)).flatten()
        })
        .or(last)
}

fn object_of(document: &Document, clause: &Clause, group: &VerbGroup) -> Option<Range<usize>> {
    if !clause.tokens.contains(&group.head) {
        return None;
    }
    let mut end = clause.tokens.end;
    let is_end = |token: usize| {
        matches!(document.kind(token), Some(TokenKind::Punctuation | TokenKind::QuoteMark))
            && !document.is_word(token, ")")
    };
    while end > group.tokens.end && is_end(end - 1) {
        end -= 1;
    }
    (end > group.tokens.end).then_some(group.tokens.end..end)
}

/// Whether subject or object deny the clause: `no bridge was built`, `built no bridge`, `nobody came`.
fn denies(document: &Document, claim: &Claim) -> bool {
    let none = |token: usize| document.is_word(token, "no none neither nobody nothing");
    let subject = claim.subject.as_ref().is_some_and(|subject| none(subject.start));
    let before = claim.subject.as_ref().and_then(|subject| subject.start.checked_sub(1)).is_some_and(none);
    let object =
        claim.object.as_ref().is_some_and(|object| none(object.start) && !document.is_word(object.start + 1, "longer"));
    let longer = claim.object.as_ref().is_some_and(|object| document.is_word(object.start, "no"))
        || claim.predicate.is_some_and(|verb| verb > 0 && document.is_word(verb - 1, "longer"));
    subject || before || object || longer
}

/// Whose words the claim is, if it stands in a quote.
fn attribute(document: &Document, quotes: &[&Quote], claim: &mut Claim) {
    let at = claim.predicate.filter(|verb| claim.tokens.contains(verb)).unwrap_or(claim.tokens.start);
    let Some(token) = document.tokens.get(at) else { return };
    let quote = quotes.iter().filter(|quote| quote.span.contains(token.span)).min_by_key(|quote| quote.span.len());
    let Some(quote) = quote else { return };
    claim.source.clone_from(&quote.speaker);
    let cue = quote.cue.map(|cue| document.tokens_in(cue)).and_then(|tokens| speech::verb(document.word(tokens.start)));
    let stance = cue.map_or(Stance::Attributed, |verb| verb.stance);
    claim.stance = verbs::weaker(claim.stance, stance);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::quotes, read, story::Article};

    fn document(text: &str) -> Document {
        read::read(&Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() })
    }

    fn claims(document: &Document) -> Vec<Claim> {
        let quotes = quotes::find(document, &[]);
        find(document, &[], &quotes)
    }

    /// Each clause as `subject | predicate | tokens`, with marks for passive (p), negated (n) and the stance.
    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let document = document(text);
        let claims = claims(&document);
        let found: Vec<(&str, &str, &str)> = claims
            .iter()
            .map(|claim| {
                let subject = claim.subject.as_ref().map_or("", |subject| document.slice(document.span_of(subject)));
                let predicate = claim.predicate.map_or("", |verb| document.raw(verb));
                (subject, predicate, document.slice(document.span_of(&claim.tokens)))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check_stance(text: &str, expected: &[(&str, Stance, bool)]) {
        let document = document(text);
        let found: Vec<(String, Stance, bool)> = claims(&document)
            .iter()
            .map(|claim| {
                (claim.predicate.map_or("", |verb| document.word(verb)).to_owned(), claim.stance, claim.negated)
            })
            .collect();
        let found: Vec<(&str, Stance, bool)> =
            found.iter().map(|(verb, stance, negated)| (verb.as_str(), *stance, *negated)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn cuts_sentences_into_clauses() {
        check("The council closed the bridge.", &[("The council", "closed", "The council closed the bridge.")]);
        check("The bridge was closed on Monday.", &[("The bridge", "closed", "The bridge was closed on Monday.")]);
        check(
            "The council closed the bridge and opened the tunnel.",
            &[
                ("The council", "closed", "The council closed the bridge"),
                ("The council", "opened", "and opened the tunnel."),
            ],
        );
        check(
            "The bridge, which opened in 1990, was closed on Monday.",
            &[
                ("The bridge", "closed", "The bridge"),
                ("The bridge", "opened", ", which opened in 1990,"),
                ("The bridge", "closed", "was closed on Monday."),
            ],
        );
        check(
            "After the storm hit the coast, the council closed the bridge.",
            &[
                ("the storm", "hit", "After the storm hit the coast,"),
                ("the council", "closed", "the council closed the bridge."),
            ],
        );
        check(
            "The mayor said that the bridge was old.",
            &[("The mayor", "said", "The mayor said"), ("the bridge", "was", "that the bridge was old.")],
        );
        check(
            "The mayor said the bridge was old, but the council kept it.",
            &[
                ("The mayor", "said", "The mayor said"),
                ("the bridge", "was", "the bridge was old"),
                ("the council", "kept", ", but the council kept it."),
            ],
        );
        check(
            "The storm hit the coast, killing three people.",
            &[("The storm", "hit", "The storm hit the coast"), ("The storm", "killing", ", killing three people.")],
        );
        check(
            "There was one problem: Ana Ruiz, a baker, never served in Orm.",
            &[
                ("one problem", "was", "There was one problem:"),
                ("Ana Ruiz", "served", "Ana Ruiz, a baker, never served in Orm."),
            ],
        );
        check(
            "The guild wrote of a flight to Averby that had no pilot.",
            &[
                ("The guild", "wrote", "The guild wrote of a flight to Averby"),
                ("a flight", "had", "that had no pilot."),
            ],
        );
        check(
            "The mill was not sold until 2018 - only a loan was due.",
            &[("The mill", "sold", "The mill was not sold until 2018 -"), ("a loan", "was", "only a loan was due.")],
        );
        check("A quiet day in Arden.", &[("", "", "A quiet day in Arden.")]);
    }

    #[test]
    fn tells_how_the_article_stands_to_it() {
        check_stance("The bridge may close.", &[("close", Stance::Hedged, false)]);
        check_stance("The bridge will not close.", &[("close", Stance::Expected, true)]);
        check_stance("The council failed to sign the plan.", &[("sign", Stance::Stated, true)]);
        check_stance("The bridge is expected to close.", &[("close", Stance::Expected, false)]);
        check_stance(
            "The mayor said that the bridge was old.",
            &[("said", Stance::Stated, false), ("was", Stance::Attributed, false)],
        );
        check_stance(
            "The mayor claimed that the bridge was old.",
            &[("claimed", Stance::Stated, false), ("was", Stance::Claimed, false)],
        );
        check_stance(
            "“The bridge is old,” the mayor said.",
            &[("is", Stance::Attributed, false), ("said", Stance::Stated, false)],
        );
        check_stance("No ships were lost.", &[("lost", Stance::Stated, true)]);
    }

    #[test]
    fn holds_every_token_once() {
        for text in [
            "The bridge, which the council that met on Monday had closed, will open, the mayor said, “and stay open,” she added.",
            "\"We go,\" he said. He left; she stayed: who knows why?",
            "And. Or but which that. Said said said. , , ,",
            "Running, jumping, killed, was were been, to to.",
        ] {
            let document = document(text);
            let claims = claims(&document);
            for (index, sentence) in document.story_sentences() {
                let mut at = sentence.tokens.start;
                for claim in claims.iter().filter(|claim| claim.sentence == index) {
                    assert_eq!(claim.tokens.start, at, "{text}");
                    at = claim.tokens.end;
                }
                assert_eq!(at, sentence.tokens.end, "{text}");
            }
        }
    }
}
