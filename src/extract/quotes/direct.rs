//! Quoted words that somebody says, told from quoted terms, each with its speaker.

use std::ops::Range;

use crate::{
    document::{Document, FurnitureKind, Tag, TokenKind},
    extract::phrases::Phrases,
    extract::quotes::{
        attribution::{self, Attribution},
        marks::Stretch,
    },
    letter,
    lexicon::{STOP_WORDS, speech},
    quote::{Quote, QuoteKind, Speaker, SpeakerKind},
    word::is_one_of,
};

/// How far from quoted words their speaker is looked for, in tokens.
const WINDOW: usize = 120;

/// From how many stretches between double marks on single ones, which are rare then, are left to headlines and terms.
const MARKED: usize = 2;

/// Words between marks with what was found around them.
struct Candidate {
    stretch: Stretch,
    /// The quoted tokens, without the marks.
    inside: Range<usize>,
    /// The same with the marks.
    tokens: Range<usize>,
    paragraph: usize,
    /// The sentence's tokens before it that are not quoted.
    before: Vec<usize>,
    attribution: Option<Attribution>,
    speech: bool,
}

/// The stretches that are speech, in order.
#[must_use]
pub fn find(phrases: &Phrases, stretches: &[Stretch]) -> Vec<Quote> {
    let document = phrases.document;
    let mut candidates: Vec<Candidate> = Vec::with_capacity(stretches.len());
    let is_single =
        |stretch: &Stretch| document.slice(stretch.outer).starts_with(['‘', '\'']) && !doubled(document, stretch);
    let single = stretches.iter().filter(|stretch| is_single(stretch)).count();
    let set_apart = stretches.len() - single > MARKED + 2 * single;
    for (index, stretch) in stretches.iter().enumerate() {
        if set_apart && is_single(stretch) {
            continue;
        }
        let next = stretches.get(index + 1).map_or(document.text.len(), |next| next.outer.start);
        let earlier: Vec<Range<usize>> =
            candidates.iter().rev().take(12).map(|earlier| earlier.tokens.clone()).collect();
        if let Some(mut candidate) = candidate(phrases, *stretch, next, &earlier) {
            // `“losers” and “sad”`
            candidate.speech |=
                candidates.last().is_some_and(|last| last.speech && goes_on(document, last, &candidate));
            candidates.push(candidate);
        }
    }
    carry_over(phrases, &mut candidates);
    candidates
        .into_iter()
        .filter(|candidate| candidate.speech)
        .map(|candidate| Quote {
            span: candidate.stretch.inner,
            kind: QuoteKind::Direct,
            cue: candidate
                .attribution
                .as_ref()
                .filter(|attribution| !attribution.cue.is_empty())
                .map(|attribution| document.span_of(&attribution.cue)),
            speaker: candidate.attribution.and_then(|attribution| attribution.speaker),
        })
        .collect()
}

/// Whether the marks are two single ones each.
fn doubled(document: &Document, stretch: &Stretch) -> bool {
    document.slice(stretch.outer).starts_with("''")
}

fn candidate(phrases: &Phrases, stretch: Stretch, next: usize, earlier: &[Range<usize>]) -> Option<Candidate> {
    let document = phrases.document;
    let inside = document.tokens_in(stretch.inner);
    let tokens = first_from(document, stretch.outer.start)..first_from(document, stretch.outer.end);
    let sentence = document.sentences.get(document.sentence_at(stretch.inner.start)?)?;
    let is_furniture = !matches!(sentence.furniture, None | Some(FurnitureKind::Heading));
    if inside.is_empty() || is_furniture {
        return None;
    }
    // What stands before: from the start of the sentence in which the words begin, quoted words left out.
    let begin = sentence.tokens.start.min(tokens.start).max(tokens.start.saturating_sub(WINDOW));
    let before: Vec<usize> =
        (begin..tokens.start).filter(|token| !earlier.iter().any(|quoted| quoted.contains(token))).collect();
    // What stands after: up to the sentence's end or the next quoted words.
    let follows = document.tokens.get(tokens.end).map(|token| token.span.start).filter(|&start| start < next);
    let paragraph = sentence.paragraph;
    let rest = follows
        .and_then(|start| document.sentences.get(document.sentence_at(start)?))
        .filter(|sentence| sentence.paragraph == paragraph)
        .map_or(tokens.end..tokens.end, |sentence| {
            tokens.end..sentence.tokens.end.min(first_from(document, next)).min(tokens.end + WINDOW)
        });
    let ending = document.slice(stretch.inner).trim_end_matches(['’', '\'', '”', '"']).chars().next_back();
    let full_stop = ending == Some('.')
        && !document.word(rest.start).starts_with([',', '-', '–', '—', '―'])
        && document.raw(rest.start).starts_with(letter::is_capital);
    let set_off = ending.is_some_and(|ending| matches!(ending, ',' | '?' | '!' | '…' | '-' | '–' | '—' | '.'));
    let after = if full_stop { None } else { attribution::after(phrases, rest.clone(), set_off) };
    let preceding = attribution::before(phrases, &before);
    let trailing = || if full_stop { None } else { trailing(phrases, rest.clone()) };
    let attribution = match (after, preceding) {
        // A person who says it stands before; what follows only says where that was read.
        (None, Some(before))
            if before.speaker.as_ref().is_some_and(|speaker| attribution::is_joint(document, speaker)) =>
        {
            // Two sides say nothing in one voice: the words are the source's.
            leading(phrases, begin..tokens.start).or(Some(before))
        }
        (Some(after), Some(before)) if after.relays && !before.relays && before.speaker.is_some() => Some(before),
        (Some(after), _) => Some(after),
        (None, Some(before)) if before.speaker.is_some() => Some(before),
        (None, nearest) => agent(phrases, &rest, nearest.as_ref())
            .or_else(trailing)
            .or_else(|| leading(phrases, begin..tokens.start))
            .or_else(|| announcing(phrases, &before))
            .or(nearest),
    };
    let mut candidate = Candidate { stretch, inside, tokens, paragraph, before, attribution, speech: true };
    candidate.speech = is_speech(phrases, &candidate);
    Some(candidate)
}

/// The first token that does not start before `offset`.
fn first_from(document: &Document, offset: usize) -> usize {
    document.tokens.partition_point(|token| token.span.start < offset)
}

/// An attribution further on in the sentence: `The plan is “bad” for towns, Lee said.`
fn trailing(phrases: &Phrases, rest: Range<usize>) -> Option<Attribution> {
    rest.clone().filter(|&token| phrases.document.word(token) == ",").find_map(|comma| {
        let found = attribution::after(phrases, comma + 1..rest.end, true)?;
        // A clause of its own, not a verb somewhere in what follows.
        let near = found.speaker.as_ref().is_some_and(|speaker| speaker.tokens.start <= comma + 4);
        near.then_some(found)
    })
}

/// The one by whom they are so called, right after the words: `was called “a joke” by Lee`.
fn agent(phrases: &Phrases, rest: &Range<usize>, nearest: Option<&Attribution>) -> Option<Attribution> {
    let cue = nearest?.cue.clone();
    let by = rest.start + 1;
    let agent = phrases.after(by, rest.end).filter(|agent| agent.tokens.start == by)?;
    let passive = phrases.document.word(rest.start) == "by" && attribution::is_passive(phrases.document, cue.start);
    passive.then_some(Attribution { speaker: Some(agent), cue, relays: false })
}

/// The subject of a clause that a colon ends without a verb of saying: `Lee was blunt: “…”`.
fn announcing(phrases: &Phrases, before: &[usize]) -> Option<Attribution> {
    let colon = *before.last().filter(|&&last| phrases.document.word(last) == ":")?;
    let speaker = attribution::main_subject(phrases, before)
        .filter(|speaker| !matches!(speaker.kind, SpeakerKind::Description))?;
    Some(Attribution { speaker: Some(speaker), cue: colon..colon + 1, relays: false })
}

/// A source named at the start of the sentence: `According to Lee, the plan is “bad”.`
fn leading(phrases: &Phrases, tokens: Range<usize>) -> Option<Attribution> {
    tokens.clone().find_map(|token| attribution::according(phrases, token, tokens.end))
}

/// Whether the quoted words are speech rather than a title, a nickname, or a term held at arm's length.
fn is_speech(phrases: &Phrases, candidate: &Candidate) -> bool {
    let document = phrases.document;
    let words: Vec<usize> =
        candidate.inside.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)).collect();
    if is_title(document, &words) && stands_in_phrase(document, candidate) {
        return false;
    }
    let cue_beside =
        candidate.attribution.as_ref().is_some_and(|attribution| is_beside(document, attribution, candidate));
    if cue_beside && !names_a_thing(document, candidate) {
        return true;
    }
    let ending = document.slice(candidate.stretch.inner).chars().next_back();
    let sentence_like = ending.is_some_and(|ending| ".?!…".chars().any(|own| own == ending)) && words.len() >= 3;
    if is_title(document, &words) && !(sentence_like && words.len() > 6) {
        return false;
    }
    if names_a_thing(document, candidate) || is_nickname(phrases, candidate) {
        return false;
    }
    if modifies_noun(document, candidate) && words.len() <= 4 {
        return false;
    }
    match &candidate.attribution {
        Some(attribution) if attribution.speaker.is_some() => true,
        _ => {
            words.len() >= 5
                || (sentence_like && begins_sentence(document, candidate))
                || (is_predicate(document, candidate) && !words.iter().all(|&word| document.is_capitalized(word)))
        }
    }
}

/// Whether nothing but "and" or "or" stands between the two in one sentence.
fn goes_on(document: &Document, last: &Candidate, candidate: &Candidate) -> bool {
    let between = last.tokens.end..candidate.tokens.start;
    !candidate.before.is_empty()
        && (1..=3).contains(&between.len())
        && between.clone().any(|token| is_one_of(document.word(token), "and or but"))
        && between.clone().all(|token| is_one_of(document.word(token), "and or but , a an the"))
}

/// Whether the words say what somebody or something is: `as a “shrewd man”`, `the plan was “dead.”`
fn is_predicate(document: &Document, candidate: &Candidate) -> bool {
    let Some(&last) = candidate.before.last().filter(|&&last| last + 1 == candidate.tokens.start) else { return false };
    let article = is_one_of(document.word(last), "a an");
    let head = if article { document.word(last.saturating_sub(1)) } else { document.word(last) };
    head == "as" || is_one_of(head, "is are was were be been being 's remain remains remained") && !article
}

/// Whether the cue stands right before or after the quoted words.
fn is_beside(document: &Document, attribution: &Attribution, candidate: &Candidate) -> bool {
    if attribution.cue.start >= candidate.tokens.end {
        return attribution
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.tokens.start.min(attribution.cue.start) <= candidate.tokens.end + 1);
    }
    let gap: Vec<usize> = (attribution.cue.end..candidate.tokens.start).collect();
    // "calls critics “losers”": such verbs take the one who is called so before the words.
    let describes = attribution::cue_verb(document, attribution.cue.start)
        .is_some_and(|verb| !(verb.clause || verb.question || verb.infinitive || verb.noun));
    gap.len() <= 4
        && gap.iter().all(|&token| {
            is_one_of(document.word(token), ", : that it him his her their them as for a an the")
                || document.is_capitalized(token)
                || describes && document.tag(token).is_noun()
        })
}

/// Whether the words before say that the quoted ones name something: `titled “…”`, `the so-called “…”`.
fn names_a_thing(document: &Document, candidate: &Candidate) -> bool {
    let Some(&last) = candidate.before.last() else { return false };
    if last + 1 != candidate.tokens.start {
        return false;
    }
    let at = if document.word(last) == "," { last.saturating_sub(1) } else { last };
    let word = document.word(at);
    // "the play", not "to play".
    let is_verb = at > 0 && document.word(at - 1) == "to" || matches!(document.tag(at), Tag::VB | Tag::VBP);
    let so_called = word == "called" && at >= 2 && document.is_word(at - 1, "-") && document.is_word(at - 2, "so");
    so_called
        || (!is_verb && speech::NAMING_WORDS.contains(word))
        || (word == "as" && at > 0 && document.word(at - 1) == "known")
}

/// Whether all words that matter have a capital: `“Meet the Neighbours”`.
fn is_title(document: &Document, words: &[usize]) -> bool {
    let matter = |&&token: &&usize| !STOP_WORDS.contains(document.word(token));
    (2..=9).contains(&words.len())
        && words.iter().filter(matter).all(|&token| document.is_capitalized(token))
        && words.iter().filter(matter).count() >= 2
        && words.first().is_some_and(|&first| document.is_capitalized(first))
}

/// Whether a preposition stands right before the words: `the host of “Meet the Neighbours”`.
fn stands_in_phrase(document: &Document, candidate: &Candidate) -> bool {
    candidate.before.last().is_some_and(|&last| {
        last + 1 == candidate.tokens.start && is_one_of(document.word(last), "of on in from the a 's to for his her")
    })
}

/// Whether a name goes on on both sides: `Mary “Bunny” Hale`.
fn is_nickname(phrases: &Phrases, candidate: &Candidate) -> bool {
    let document = phrases.document;
    candidate.inside.len() <= 3
        && candidate.tokens.start > 0
        && document.is_capitalized(candidate.tokens.start - 1)
        && document.is_capitalized(candidate.tokens.end)
        && candidate.inside.clone().all(|token| document.is_capitalized(token) || document.word(token) == "the")
        && !document.is_glued(candidate.tokens.end)
}

/// Whether the quoted words stand before a noun as an adjective does: `the “one island” policy`.
fn modifies_noun(document: &Document, candidate: &Candidate) -> bool {
    let ending = document.slice(candidate.stretch.inner).chars().next_back();
    if ending.is_some_and(|ending| !letter::is_letter_or_figure(ending)) {
        return false;
    }
    let next = candidate.tokens.end;
    let word = document.word(next);
    document.kind(next) == Some(TokenKind::Word)
        && !STOP_WORDS.contains(word)
        && match document.tag(next) {
            Tag::Other => speech::verb(document.lemma(next)).is_none() && !word.ends_with("ed"),
            tag => tag.is_noun() || tag.is_adjective(),
        }
}

/// Whether the quoted words start a sentence, or what a colon announces.
fn begins_sentence(document: &Document, candidate: &Candidate) -> bool {
    candidate.before.last().is_none_or(|&last| document.word(last) == ":")
        && candidate.inside.clone().next().is_some_and(|first| document.is_capitalized(first))
}

/// Gives speech that has no speaker of its own the one who goes on speaking.
fn carry_over(phrases: &Phrases, candidates: &mut [Candidate]) {
    // Marks that are left open run on over paragraphs up to the one that says who speaks.
    let mut following: Option<(usize, Speaker)> = None;
    for candidate in candidates.iter_mut().rev().filter(|candidate| candidate.speech) {
        let own = candidate.attribution.as_ref().and_then(|found| found.speaker.clone());
        let open = || !candidate.stretch.closed && candidate.attribution.is_none();
        let speaker = own.or_else(|| {
            let (paragraph, speaker) = following.take().filter(|_| open())?;
            (paragraph == candidate.paragraph + 1).then_some(speaker)
        });
        if let Some(speaker) = &speaker
            && candidate.attribution.is_none()
        {
            candidate.attribution = Some(Attribution { speaker: Some(speaker.clone()), cue: 0..0, relays: false });
        }
        let opens = candidate.stretch.opens_paragraph;
        following = speaker.filter(|_| opens).map(|speaker| (candidate.paragraph, speaker));
    }
    for index in 0..candidates.len() {
        let (earlier, rest) = candidates.split_at_mut(index);
        let Some((candidate, later)) = rest.split_first_mut() else { continue };
        if !candidate.speech || candidate.attribution.as_ref().is_some_and(|found| found.speaker.is_some()) {
            continue;
        }
        let last = earlier.iter().rev().find(|earlier| earlier.speech);
        let same = last.filter(|last| last.paragraph == candidate.paragraph);
        let goes_on = last.filter(|last| {
            last.paragraph + 1 == candidate.paragraph
                && candidate.stretch.opens_paragraph
                && candidate.before.is_empty()
        });
        let speaker_of = |other: &Candidate| other.attribution.as_ref().and_then(|found| found.speaker.clone());
        let unclosed = goes_on.filter(|last| !last.stretch.closed).and_then(speaker_of);
        let next = later
            .first()
            .filter(|next| {
                next.paragraph == candidate.paragraph && candidate.before.is_empty() && next.before.is_empty()
            })
            .filter(|next| next.attribution.as_ref().is_some_and(|found| found.cue.start >= next.tokens.end))
            .and_then(speaker_of);
        let speaker = unclosed
            .or_else(|| announced(phrases, candidate))
            .or_else(|| same.and_then(speaker_of))
            .or(next)
            .or_else(|| sentence_before(phrases, candidate, true))
            .or_else(|| goes_on.and_then(speaker_of))
            .or_else(|| sentence_before(phrases, candidate, false));
        if speaker.is_some() {
            let cue = candidate.attribution.as_ref().map_or(0..0, |found| found.cue.clone());
            candidate.attribution = Some(Attribution { speaker, cue, relays: false });
        }
    }
}

/// The speaker whom the sentence before announces: it ends with a colon.
fn announced(phrases: &Phrases, candidate: &Candidate) -> Option<Speaker> {
    let tokens = preceding_sentence(phrases.document, candidate, 1)?;
    let last = tokens.end.checked_sub(1)?;
    if phrases.document.word(last) != ":" {
        return None;
    }
    attribution::before(phrases, &tokens.collect::<Vec<_>>())?.speaker
}

/// Who says or does something in the sentence before, if that is in the same paragraph.
fn sentence_before(phrases: &Phrases, candidate: &Candidate, speaks: bool) -> Option<Speaker> {
    let tokens: Vec<usize> = preceding_sentence(phrases.document, candidate, 0)?.collect();
    let speaker = attribution::before(phrases, &tokens).and_then(|found| found.speaker);
    if speaks { speaker } else { speaker.or_else(|| attribution::main_subject(phrases, &tokens)) }
}

fn preceding_sentence(document: &Document, candidate: &Candidate, paragraphs: usize) -> Option<Range<usize>> {
    if !candidate.before.is_empty() {
        return None;
    }
    let before = document.sentence_at(candidate.stretch.inner.start)?.checked_sub(1)?;
    let sentence = document.sentences.get(before)?;
    (sentence.furniture.is_none() && sentence.paragraph + paragraphs >= candidate.paragraph)
        .then(|| sentence.tokens.clone())
}
