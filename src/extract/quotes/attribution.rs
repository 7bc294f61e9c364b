//! Who is said to say it: the verb or phrase of saying near some words, and the speaker beside it.

use std::ops::Range;

use crate::{
    document::{Document, Tag, TokenKind},
    extract::phrases::{Phrases, is_pronoun},
    lexicon::speech::{self, SpeechVerb},
    quote::{Speaker, SpeakerKind},
    word::is_one_of,
};

/// A speaker and the words that say that they speak.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Who speaks, if the phrase could be found.
    pub speaker: Option<Speaker>,
    /// The verb or phrase of saying.
    pub cue: Range<usize>,
    /// Whether the cue only relays: `reported`, `according to a readout`. A person named elsewhere is likelier meant.
    pub relays: bool,
}

/// What is known of the verb of saying at `token`, if it is one.
#[must_use]
pub fn cue_verb(document: &Document, token: usize) -> Option<SpeechVerb> {
    let word = document.word(token);
    let known = speech::verb(word)?;
    // "so-called"
    if token >= 2 && document.is_word(token - 1, "-") && document.is_word(token - 2, "so") {
        return None;
    }
    let tag = document.tag(token);
    let before = token.checked_sub(1).map_or("", |before| document.word(before));
    let after_speaker = is_pronoun(before) || token > 0 && document.is_capitalized(token - 1);
    let plausible = match tag {
        Tag::Other => {
            word.ends_with("ed") || word.ends_with("ing") || after_speaker || is_one_of(word, "said says told wrote")
        }
        Tag::VBZ | Tag::VBP if is_determined(document, token) => false,
        // "decades of alleged abuse"
        Tag::VBD | Tag::VBN | Tag::JJ if word.ends_with("ed") && describes(document, token) => false,
        tag if tag.is_verb() => true,
        // Taken for another part of speech, as happens beside rare names: "Lee claims that", "Lee say".
        _ if document.is_capitalized(token) => false,
        _ if word.ends_with("ing") => document.word(token + 1) == "that",
        Tag::NN | Tag::NNS if document.word(token + 1) == "that" => token > 0 && document.tag(token - 1).is_noun(),
        _ => {
            let form = word.ends_with("ed") || word.ends_with('s') || is_one_of(word, "said say told");
            after_speaker && form && !is_determined(document, token)
        }
    };
    plausible.then_some(known)
}

/// Whether a participle describes the noun after it: `the alleged attack`, `years of claimed losses`.
fn describes(document: &Document, token: usize) -> bool {
    let before = token.checked_sub(1).map_or(Tag::Other, |before| document.tag(before));
    matches!(before, Tag::DT | Tag::PRPS | Tag::POS | Tag::IN)
        && !is_one_of(document.word(token - 1), "this that these those all both some each")
        && document.tag(token + 1).is_noun()
        && !document.is_capitalized(token + 1)
}

/// Whether an article or possessive makes a noun of the word: `the opening remarks`.
fn is_determined(document: &Document, token: usize) -> bool {
    let mut before = token;
    for _ in 0..2 {
        let Some(at) = before.checked_sub(1) else { return false };
        match document.tag(at) {
            Tag::DT | Tag::PRPS | Tag::POS => {
                return !is_one_of(document.word(at), "this that both all some");
            }
            Tag::JJ | Tag::VBG => before = at,
            _ => return false,
        }
    }
    false
}

/// Whether the verb at `token` is passive: `was told`, `been accused`.
#[must_use]
pub fn is_passive(document: &Document, token: usize) -> bool {
    if document.word(token).ends_with("ing") {
        return false;
    }
    let mut at = token;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = document.word(before);
        if is_one_of(word, "was were is are been be being am 's 're") {
            return word != "'s" || document.tag(before) != Tag::POS;
        }
        if !(document.tag(before).is_adverb() || word.ends_with("ly") || is_one_of(word, "not n't also")) {
            return false;
        }
        at = before;
    }
    false
}

/// `, she said`, `said Lee`, `, according to Lee` in `tokens`, which start right after the quoted words.
#[must_use]
pub fn after(phrases: &Phrases, tokens: Range<usize>, set_off: bool) -> Option<Attribution> {
    let document = phrases.document;
    let mut start = tokens.start;
    let mut set_off = set_off;
    if let Some(found) = signature(phrases, tokens.clone()) {
        return Some(found);
    }
    while start < tokens.end && is_one_of(document.word(start), ", - – — -- ―") {
        start += 1;
        set_off = true;
    }
    if start >= tokens.end {
        return None;
    }
    if let Some(found) = according(phrases, start, tokens.end) {
        return Some(found);
    }
    // Inverted: said Lee.
    if cue_verb(document, start).is_some_and(|verb| !verb.thought)
        && document.tag(start) != Tag::VBG
        && let Some(speaker) = phrases.after(start + 1, tokens.end)
        && (set_off || document.word(start) == "said")
    {
        return Some(Attribution { speaker: Some(speaker), cue: start..start + 1, relays: is_relay(document, start) });
    }
    if !set_off {
        return None;
    }
    if matches!(document.tag(start), Tag::VBG | Tag::VBN | Tag::IN | Tag::TO | Tag::CC | Tag::WRB)
        && phrases.name_at(start).is_none()
    {
        return None;
    }
    // Lee, the president, has since said.
    let mut commas = 0;
    for verb in start + 1..tokens.end.min(start + 40) {
        let word = document.word(verb);
        commas += usize::from(word == ",");
        if commas > 4 || is_one_of(word, "; :") {
            break;
        }
        if cue_at(document, verb, tokens.end)
            && !matches!(document.tag(verb), Tag::VBG)
            && !is_passive(document, verb)
            && let Some(speaker) = leading_subject(phrases, start, verb).or_else(|| phrases.before(verb, start))
        {
            if speaker.tokens.start > start + 3 {
                // Something else stands first; unless that is an adverb the clause is not the quotation's.
                break;
            }
            return Some(Attribution { speaker: Some(speaker), cue: verb..verb + 1, relays: is_relay(document, verb) });
        }
        let finite = document.tag(verb).is_finite();
        if finite
            && commas == 0
            && !document.tag(verb + 1).is_verb()
            && !is_one_of(document.word(verb), "has have had is was")
        {
            break;
        }
    }
    None
}

/// Whether a verb of saying stands at the token. One that ends the sentence may have been taken for a noun.
fn cue_at(document: &Document, token: usize, end: usize) -> bool {
    let ends = token + 1 >= end || is_one_of(document.word(token + 1), ". ,");
    let noun = ends
        && document.tag(token) == Tag::NNS
        && document.tag(token - 1).is_noun()
        && document.word(token).ends_with('s');
    cue_verb(document, token).is_some()
        || (noun && speech::verb(document.word(token)).is_some_and(|verb| !verb.thought))
}

/// The subject that starts at `start`, right after quoted words: `a narrator in the clip asks`.
fn leading_subject(phrases: &Phrases, start: usize, verb: usize) -> Option<Speaker> {
    let speaker = phrases.after(start, verb).filter(|speaker| speaker.tokens.start == start)?;
    let follows = phrases.document.word(speaker.tokens.end);
    (speaker.tokens.end == verb || is_one_of(follows, ", ( in at on who from with to by")).then_some(speaker)
}

/// A name after a dash, and nothing else: `“…” — Lee`.
fn signature(phrases: &Phrases, tokens: Range<usize>) -> Option<Attribution> {
    let document = phrases.document;
    let dash = tokens.start;
    if tokens.len() < 2 || !is_one_of(document.word(dash), "– — -- ― -") || !document.is_capitalized(dash + 1) {
        return None;
    }
    let speaker = phrases.after(dash + 1, tokens.end)?;
    let rest = speaker.tokens.end..tokens.end;
    let ends = rest.is_empty() || is_one_of(document.word(rest.start), ", . (");
    ends.then_some(Attribution { speaker: Some(speaker), cue: dash..dash + 1, relays: false })
}

/// `according to Lee` and `per Lee` at `start`.
#[must_use]
pub fn according(phrases: &Phrases, start: usize, ceiling: usize) -> Option<Attribution> {
    let document = phrases.document;
    let cue = match document.word(start) {
        "according" if document.word(start + 1) == "to" => start..start + 2,
        // Not "3 per cent".
        "per" if document.is_capitalized(start + 1) || document.word(start + 1) == "the" => start..start + 1,
        "in" if document.word(start + 1) == "the"
            && document.word(start + 2) == "words"
            && document.word(start + 3) == "of" =>
        {
            start..start + 4
        }
        _ => return None,
    };
    let mut speaker = phrases.after(cue.end, ceiling)?;
    if is_document(document, &speaker) {
        // "a readout released by the ministry": the ministry.
        let mut at = speaker.tokens.end;
        while at < ceiling && (document.tag(at) == Tag::VBN || document.word(at).ends_with("ed")) {
            at += 1;
        }
        if is_one_of(document.word(at), "by from")
            && let Some(author) = phrases.after(at + 1, ceiling)
        {
            speaker = author;
        }
    }
    Some(Attribution { speaker: Some(speaker), cue, relays: true })
}

/// The nearest verb of saying before quoted words and its subject. `tokens` are those of the sentence up to the words,
/// without what was quoted before.
#[must_use]
pub fn before(phrases: &Phrases, tokens: &[usize]) -> Option<Attribution> {
    let document = phrases.document;
    let first = *tokens.first()?;
    let last = *tokens.last()?;
    if document.word(last) == ":"
        && tokens.len() <= 8
        && let Some(speaker) = phrases.before(last, first)
        && speaker.tokens.start <= first + 1
        && !tokens.iter().any(|&token| cue_verb(document, token).is_some() || document.tag(token).is_finite())
    {
        return Some(Attribution { speaker: Some(speaker), cue: last..last + 1, relays: false });
    }
    // "she put the damage at “…”"
    if document.word(last) == "at"
        && let Some(position) = tokens.iter().rposition(|&token| document.is_word(token, "put puts"))
        && let Some(&verb) = tokens.get(position)
        && let Some(speaker) = subject(phrases, verb, tokens.get(..position).unwrap_or(&[]))
    {
        return Some(Attribution { speaker: Some(speaker), cue: verb..verb + 1, relays: false });
    }
    let mut thought = None;
    for (position, &verb) in tokens.iter().enumerate().rev() {
        let Some(known) = cue_verb(document, verb) else { continue };
        // "which she declared showed": the verb before has the subject.
        let chained = verb.checked_sub(1).is_some_and(|before| {
            tokens.contains(&before) && document.tag(before).is_finite() && cue_verb(document, before).is_some()
        });
        if is_passive(document, verb) || chained {
            continue;
        }
        let earlier = tokens.get(..position).unwrap_or(&[]);
        let speaker = subject(phrases, verb, earlier);
        let inverted = || {
            // "…," said Lee, "and …"
            earlier.is_empty().then(|| phrases.after(verb + 1, last + 1)).flatten()
        };
        let speaker = speaker.or_else(inverted);
        let found = Attribution { speaker, cue: verb..verb + 1, relays: is_relay(document, verb) };
        let joint = found.speaker.as_ref().is_some_and(|speaker| is_joint(document, speaker));
        if known.thought || joint {
            // Somebody else may say that they do: "Lee said that both sides agreed on".
            thought.get_or_insert(found);
        } else if found.speaker.is_some() {
            return Some(found);
        } else {
            thought.get_or_insert(found);
        }
    }
    thought.filter(|found| found.speaker.is_some()).or_else(|| noun_cue(phrases, tokens)).or_else(|| {
        let cue = tokens.iter().rev().find(|&&token| cue_verb(document, token).is_some())?;
        Some(Attribution { speaker: None, cue: *cue..*cue + 1, relays: false })
    })
}

/// A noun of saying with whose it is: `dismissed Lee's claim that there were “…”`.
fn noun_cue(phrases: &Phrases, tokens: &[usize]) -> Option<Attribution> {
    let first = *tokens.first()?;
    tokens.iter().rev().find_map(|&noun| {
        let speaker = owner(phrases, noun, first)?;
        Some(Attribution { speaker: Some(speaker), cue: noun..noun + 1, relays: false })
    })
}

/// Whose the noun of saying at `noun` is, not before `first`: `Lee's claim`.
#[must_use]
pub fn owner(phrases: &Phrases, noun: usize, first: usize) -> Option<Speaker> {
    let document = phrases.document;
    let owner = noun.checked_sub(1).filter(|&owner| owner > first && is_one_of(document.word(owner), "'s '"))?;
    speech::SPEECH_NOUNS.contains(document.lemma(noun)).then(|| phrases.before(owner, first))?
}

/// The subject of the verb at `verb`: the phrase before it, or, for a participle, an infinitive or a second verb, that of the
/// verb on which it hangs. `earlier` are the sentence's tokens before it.
#[must_use]
pub fn subject(phrases: &Phrases, verb: usize, earlier: &[usize]) -> Option<Speaker> {
    let document = phrases.document;
    let hangs =
        document.tag(verb) == Tag::VBG || document.word(verb).ends_with("ing") || before_verb(document, verb) == "to";
    // Only tokens without a gap, so that no phrase reaches over quoted words.
    let floor = contiguous(earlier, verb);
    let nearest = phrases.before(verb, floor);
    match nearest {
        Some(speaker) if !hangs || is_beside(phrases, &speaker, verb) => Some(speaker),
        _ => main_subject(phrases, earlier),
    }
}

/// Whether somebody stands right before a participle: `shows Lee saying`, not `a statement saying`.
fn is_beside(phrases: &Phrases, speaker: &Speaker, verb: usize) -> bool {
    let document = phrases.document;
    speaker.tokens.end == verb
        && (speaker.kind != SpeakerKind::Description
            || document.is_capitalized(verb.saturating_sub(1))
            || speech::SPEAKING_ROLES.contains(document.word(verb.saturating_sub(1))))
}

fn before_verb(document: &Document, verb: usize) -> &str {
    verb.checked_sub(1).map_or("", |before| document.word(before))
}

/// The first of the tokens that run up to `end` without a gap.
fn contiguous(tokens: &[usize], end: usize) -> usize {
    let mut first = end;
    for &token in tokens.iter().rev() {
        if token + 1 != first {
            break;
        }
        first = token;
    }
    first
}

/// The subject of the first finite verb among `tokens`, or the one after it where it is inverted.
#[must_use]
pub fn main_subject(phrases: &Phrases, tokens: &[usize]) -> Option<Speaker> {
    let document = phrases.document;
    for (position, &token) in tokens.iter().enumerate() {
        let tag = document.tag(token);
        let cue = cue_verb(document, token).is_some() && tag != Tag::VBG && tag != Tag::VB;
        // Right behind a name it is a past tense: "Holt invoked the treaty and urged".
        let past = tag == Tag::VBN && token.checked_sub(1).is_some_and(|before| phrases.name_at(before).is_some());
        if !(tag.is_finite() || cue || past) {
            continue;
        }
        let earlier = tokens.get(..position).unwrap_or(&[]);
        if let Some(speaker) = phrases.before(token, contiguous(earlier, token)) {
            return Some(speaker);
        }
        if cue && let Some(speaker) = phrases.after(token + 1, tokens.last().map_or(token, |last| last + 1)) {
            return Some(speaker);
        }
    }
    None
}

/// Whether the verb tells that somebody passes on what others say: `KCNA reported`.
fn is_relay(document: &Document, verb: usize) -> bool {
    let word = document.word(verb);
    ["report", "cite", "citing", "quot", "show"].iter().any(|stem| word.starts_with(stem))
}

/// Whether the speaker is several parties: `both sides`.
#[must_use]
pub fn is_joint(document: &Document, speaker: &Speaker) -> bool {
    speaker.tokens.clone().any(|token| is_one_of(document.word(token), "two both three sides"))
        && document.word(speaker.tokens.end.saturating_sub(1)).ends_with('s')
}

/// Whether the speaker is a document or an outlet rather than a person.
#[must_use]
pub fn is_document(document: &Document, speaker: &Speaker) -> bool {
    speaker.tokens.clone().any(|token| {
        document.kind(token) == Some(TokenKind::Word) && speech::SPOKEN_DOCUMENTS.contains(document.word(token))
    })
}
