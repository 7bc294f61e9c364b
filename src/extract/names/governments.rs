//! Capitals and countries that act or speak as their governments do: `Seoul said`, not `in Seoul`.

use super::{before, phrase};
use crate::{
    document::{Document, Tag},
    entity::{EntityKind, Name},
    lexicon::{
        names::{CountryWord, country, is_acting},
        speech::SPEECH_NOUNS,
    },
    word::is_one_of,
};

/// What a government has is named in no more words than this: `Seoul's long-awaited foreign policy decision`.
const LONGEST: usize = 8;

/// Marks the names whose clause has a government for its subject.
pub(super) fn mark(document: &Document, names: &mut [Name]) {
    let mut following: Option<(usize, bool)> = None;
    for name in names.iter_mut().rev() {
        let code =
            country(&phrase(document, name.tokens.clone())).filter(|&(_, relation)| relation != CountryWord::Demonym);
        let place = name.kind == EntityKind::Place && code.is_some();
        // `Pyongyang and Beijing denounced`: what the second does, the first does too.
        let joined = following.is_some_and(|(start, acts)| {
            acts && start == name.tokens.end + 1 && is_one_of(document.word(name.tokens.end), "and or")
        });
        let acts = || joined || acts(document, name.tokens.end) || owns(document, name.tokens.end);
        name.government =
            place && (!is_placed(document, name.tokens.start) && acts() || is_asked(document, name.tokens.start));
        following = Some((name.tokens.start, name.government || joined && place));
    }
}

/// Whether the word before puts the name in a place or under another noun: `in Seoul`, `of China`.
pub(super) fn is_placed(document: &Document, start: usize) -> bool {
    before(document, start).is_some_and(|token| {
        matches!(document.tag(token), Tag::IN | Tag::TO)
            && !matches!(
                document.word(token),
                "that"
                    | "as"
                    | "because"
                    | "if"
                    | "while"
                    | "after"
                    | "before"
                    | "since"
                    | "when"
                    | "though"
                    | "although"
                    | "until"
                    | "whether"
            )
    })
}

/// Whether the verb before is one that asks or warns somebody: `asked Washington`.
fn is_asked(document: &Document, start: usize) -> bool {
    before(document, start).is_some_and(|token| {
        document.tag(token).is_verb()
            && is_one_of(document.lemma(token), "ask urge tell warn accuse blame assure reassure press pressure")
    })
}

/// Whether what the name has is a government's: `Seoul's decision`, not `Seoul's streets`.
fn owns(document: &Document, end: usize) -> bool {
    const OWNED: &str = "decision policy ally partner stance position interest ambassador envoy government ambition \
                         retaliation action response ban sanction refusal effort military army foe rival enemy";
    if !document.is_word(end, "'s '") {
        return false;
    }
    let goes_on = |&noun: &usize| {
        document.tag(noun).is_adjective() || document.tag(noun).is_noun() && document.tag(noun + 1).is_noun()
    };
    let noun = (end + 1..end + LONGEST).find(|noun| !goes_on(noun)).unwrap_or(end + LONGEST);
    let lemma = document.lemma(noun);
    is_one_of(lemma, OWNED) || SPEECH_NOUNS.contains(lemma)
}

/// Whether the verb after `end` is one whose subject acts: past adverbs, auxiliaries and modals.
fn acts(document: &Document, end: usize) -> bool {
    let mut at = end;
    let mut helped = false;
    for _ in 0..4 {
        let word = document.word(at);
        if document.tag(at) == Tag::MD || is_one_of(word, "has have had") {
            helped = true;
        } else if !(document.tag(at).is_adverb() || is_one_of(word, "also not n't")) {
            break;
        }
        at += 1;
    }
    let verb = document.tag(at);
    let finite = verb.is_finite() || helped && verb.is_verb() || verb == Tag::Other;
    finite && (is_acting(document.word(at)) || is_acting(document.lemma(at)))
}
