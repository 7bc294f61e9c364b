//! Verb groups: the words from a clause's first auxiliary to its main verb, and what they say of it.

use std::ops::Range;

use crate::{
    claim::Stance,
    document::{Document, Tag, TokenKind},
    extract::quotes::attribution::cue_verb,
    lexicon::speech::{self, Governing},
    word::is_one_of,
};

/// A verb with its auxiliaries, and the verb that hangs on it where that is the one that tells: `is expected to rise`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// From the first auxiliary to the main verb.
    pub tokens: Range<usize>,
    /// The main verb.
    pub head: usize,
    /// Whether it is passive: `were signed`.
    pub passive: bool,
    /// Whether it is denied: `did not sign`, `failed to sign`.
    pub negated: bool,
    /// What its modal verbs, adverbs and governing verbs say of it.
    pub stance: Stance,
    /// Whether it can be a clause's only verb; a participle cannot.
    pub finite: bool,
}

/// The verb groups in `tokens`, in order: all finite ones, and participles that open a clause after a comma or at the start.
#[must_use]
pub fn groups(document: &Document, tokens: Range<usize>) -> Vec<VerbGroup> {
    let mut groups: Vec<VerbGroup> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let found = if is_finite(document, at, &tokens) || is_saying(document, at) {
            Some(finite(document, at, tokens.end))
        } else if opens_participle(document, at, &tokens) {
            Some(chain(document, at, tokens.end, false))
        } else {
            None
        };
        match found {
            Some(group) => {
                at = group.tokens.end.max(at + 1);
                groups.push(group);
            }
            None => at += 1,
        }
    }
    groups
}

/// Whether a verb of saying stands at the token that was taken for a noun.
fn is_saying(document: &Document, token: usize) -> bool {
    document.tag(token).is_noun() && cue_verb(document, token).is_some()
}

/// Whether a finite verb group starts at the token.
fn is_finite(document: &Document, token: usize, sentence: &Range<usize>) -> bool {
    let tag = document.tag(token);
    let before = token.checked_sub(1).filter(|&before| before >= sentence.start);
    let before_tag = before.map_or(Tag::Other, |before| document.tag(before));
    let before_word = before.map_or("", |before| document.word(before));
    if tag == Tag::VBN {
        // Taken for a participle though it follows its subject: "Lee on Monday called".
        let follows = before_tag.is_proper() || before_tag == Tag::PRP || before_tag == Tag::CD;
        return follows && !document.is_word(token + 1, "by") && !has_auxiliary(document, token, sentence.start);
    }
    if !tag.is_finite() || before_word == "to" {
        return false;
    }
    // An article makes a noun of it, as "to" makes an infinitive: "the remarks", "the opening remarks".
    let nominal = matches!(tag, Tag::VBZ | Tag::VBP)
        && (before_tag.is_adjective() || before_tag == Tag::VBG)
        && before
            .and_then(|before| before.checked_sub(1))
            .is_some_and(|at| matches!(document.tag(at), Tag::DT | Tag::PRPS));
    let determined = matches!(before_tag, Tag::DT | Tag::PRPS | Tag::POS)
        && tag != Tag::MD
        && !matches!(before_word, "both" | "all" | "some" | "this" | "that" | "these" | "those");
    !nominal && !determined
}

/// Whether an auxiliary stands a few words before the token.
fn has_auxiliary(document: &Document, token: usize, floor: usize) -> bool {
    (token.saturating_sub(5).max(floor)..token).any(|before| is_auxiliary(document.word(before)))
}

/// Whether a participle that opens a clause stands at the token: `, killing three`, `, led by Lee`, `Citing rain, Lee left`.
fn opens_participle(document: &Document, token: usize, sentence: &Range<usize>) -> bool {
    let tag = document.tag(token);
    if !matches!(tag, Tag::VBG | Tag::VBN) {
        return false;
    }
    let mut before = token.checked_sub(1).filter(|&before| before >= sentence.start);
    while before.is_some_and(|before| document.tag(before).is_adverb() && before > sentence.start) {
        before = before.and_then(|before| before.checked_sub(1));
    }
    let opens = before.is_none_or(|before| document.is_word(before, ", ; — – --"));
    let word = document.word(token);
    let is_preposition = is_one_of(word, "including according following regarding concerning excluding given based");
    let next = document.tag(token + 1);
    let goes_on = if tag == Tag::VBG {
        // "rising seas," is a noun phrase.
        token + 1 < sentence.end && !(next == Tag::NNS && before.is_none())
    } else {
        matches!(next, Tag::IN | Tag::TO | Tag::RP | Tag::RB) || document.is_word(token + 1, "by")
    };
    opens && !is_preposition && goes_on
}

/// The group whose first auxiliary or verb is at `start`.
fn finite(document: &Document, start: usize, end: usize) -> VerbGroup {
    chain(document, start, end, true)
}

fn chain(document: &Document, start: usize, end: usize, finite: bool) -> VerbGroup {
    let mut group = VerbGroup {
        tokens: start..start + 1,
        head: start,
        passive: !finite && document.tag(start) == Tag::VBN,
        negated: false,
        stance: Stance::Stated,
        finite,
    };
    note(document, start, &mut group);
    leading_adverbs(document, start, &mut group);
    let mut be = is_be(document.word(start));
    let mut auxiliary = is_auxiliary(document.word(start)) || document.tag(start) == Tag::MD;
    let mut at = start + 1;
    // No more than a few words: has not yet been fully signed.
    while at < end && at < group.head + 6 {
        let tag = document.tag(at);
        let word = document.word(at);
        let verb = matches!(tag, Tag::VB | Tag::VBN | Tag::VBG)
            || (tag == Tag::VBD && auxiliary)
            || (tag == Tag::MD && auxiliary);
        if verb && auxiliary {
            let is_main_be = is_be(word);
            group.passive = be && matches!(tag, Tag::VBN | Tag::VBD) && !is_main_be;
            group.head = at;
            group.tokens.end = at + 1;
            be = is_main_be;
            auxiliary = is_auxiliary(word);
            note(document, at, &mut group);
        } else if word == "to" && matches!(document.tag(at + 1), Tag::VB | Tag::VBP) && at + 1 < end {
            // The verb before the infinitive decides whether that is what happens.
            let governor = document.word(group.head);
            let Some(governing) = governing(governor) else { break };
            match governing {
                Governing::Negation => group.negated = !group.negated,
                Governing::Stance(stance) => group.stance = weaker(group.stance, stance),
            }
            group.passive = false;
            group.head = at + 1;
            group.tokens.end = at + 2;
            be = is_be(document.word(at + 1));
            auxiliary = is_auxiliary(document.word(at + 1));
            at += 2;
            continue;
        } else if tag.is_adverb() || is_one_of(word, "not n't") {
            note(document, at, &mut group);
        } else if auxiliary && document.kind(at) == Some(TokenKind::QuoteMark) && at == group.tokens.end {
            // will “never be”
        } else if !(be
            && tag == Tag::JJ
            && document.is_word(at + 1, "to")
            && is_one_of(word, "due set likely unlikely able ready"))
        {
            break;
        } else {
            note(document, at, &mut group);
            group.stance = weaker(group.stance, if word == "able" { Stance::Stated } else { Stance::Expected });
            group.head = at;
            group.tokens.end = at + 1;
        }
        at += 1;
    }
    group
}

/// What a verb makes of the infinitive after it; "is to meet" and "is likely to" tell what is to come.
fn governing(form: &str) -> Option<Governing> {
    match form {
        "is" | "are" | "was" | "were" | "due" | "set" | "likely" | "ready" | "going" => {
            Some(Governing::Stance(Stance::Expected))
        }
        "able" => Some(Governing::Stance(Stance::Stated)),
        "unlikely" | "unable" => Some(Governing::Negation),
        "has" | "have" | "had" => Some(Governing::Stance(Stance::Stated)),
        _ => speech::governing(form),
    }
}

/// What the word says of the group.
fn note(document: &Document, token: usize, group: &mut VerbGroup) {
    let word = document.word(token);
    if is_one_of(word, "not n't never hardly barely cannot neither nor") {
        group.negated = true;
    }
    if let Some(stance) = speech::stance(word) {
        group.stance = weaker(group.stance, stance);
    }
}

/// Adverbs before the group: `never signed`, `allegedly took`.
fn leading_adverbs(document: &Document, start: usize, group: &mut VerbGroup) {
    for before in (start.saturating_sub(2)..start).rev() {
        if !document.tag(before).is_adverb() {
            break;
        }
        note(document, before, group);
    }
}

fn is_be(word: &str) -> bool {
    is_one_of(word, "is are was were be been being am 'm 're 's got gets get")
}

fn is_auxiliary(word: &str) -> bool {
    is_be(word)
        || is_one_of(word, "has have had having 've 'd 'll do does did will would")
        || is_one_of(word, "can could may might must shall should wo ca")
}

/// The stance that leaves more open.
#[must_use]
pub fn weaker(a: Stance, b: Stance) -> Stance {
    let rank = |stance: Stance| match stance {
        Stance::Stated => 0,
        Stance::Attributed => 1,
        Stance::Expected => 2,
        Stance::Hedged => 3,
        Stance::Claimed => 4,
        Stance::Denied => 5,
    };
    if rank(b) > rank(a) { b } else { a }
}
