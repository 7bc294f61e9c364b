//! Speech in the article's own words: `Lee said that …`, `…, according to the ministry`, `Lee vowed to …`.

use std::ops::Range;

use crate::{
    document::{Document, FurnitureKind, Sentence, Tag, TokenKind},
    entity::EntityKind,
    extract::phrases::{Phrases, is_pronoun},
    extract::quotes::attribution::{self, Attribution, cue_verb, is_passive},
    lexicon::{STOP_WORDS, speech::SpeechVerb},
    quote::{Quote, QuoteKind, Speaker, SpeakerKind},
    span::Span,
    word::is_one_of,
};

/// The fewest tokens that are worth being called somebody's words.
const SHORTEST: usize = 3;

/// The longest sentence that is searched, in tokens: what is longer is no sentence but a table or a list.
const LONGEST: usize = 400;

/// Indirect speech, in order. `direct` are the stretches of direct speech: what is only those is no indirect speech.
#[must_use]
pub fn find(phrases: &Phrases, direct: &[Span]) -> Vec<Quote> {
    let document = phrases.document;
    let mut quotes = Vec::new();
    let mut inside = direct.iter().peekable();
    for (index, sentence) in document.sentences.iter().enumerate() {
        // A headline may stand in the text as its first sentence.
        if index == 0 || sentence.furniture == Some(FurnitureKind::Heading) {
            quotes.extend(headline(phrases, sentence));
        }
        if sentence.furniture.is_some() || sentence.tokens.len() > LONGEST {
            continue;
        }
        while inside.peek().is_some_and(|quote| quote.end <= sentence.span.start) {
            inside.next();
        }
        let quoted: Vec<Range<usize>> = inside
            .clone()
            .take_while(|quote| quote.start < sentence.span.end)
            .map(|quote| document.tokens_in(*quote))
            .collect();
        in_sentence(phrases, sentence, &quoted, &mut quotes);
    }
    quotes
}

/// What a headline gives as somebody's words: `Lee: The bridge will close`.
fn headline(phrases: &Phrases, sentence: &Sentence) -> Option<Quote> {
    let document = phrases.document;
    let first = sentence.tokens.start;
    let (index, name) = phrases.name_at(first)?;
    let colon = name.tokens.end;
    let content = colon + 1..sentence.tokens.end;
    let told = name.tokens.start == first
        && name.kind == EntityKind::Person
        && document.is_word(colon, ":")
        && content.len() > SHORTEST
        && content.clone().any(|token| document.tag(token).is_verb());
    told.then(|| Quote {
        span: document.span_of(&trimmed(document, content)),
        kind: QuoteKind::Indirect,
        speaker: Some(Speaker { kind: SpeakerKind::Name(index), span: name.span, tokens: name.tokens.clone() }),
        cue: document.tokens.get(colon).map(|token| token.span),
    })
}

fn in_sentence(phrases: &Phrases, sentence: &Sentence, quoted: &[Range<usize>], quotes: &mut Vec<Quote>) {
    let document = phrases.document;
    let tokens = sentence.tokens.clone();
    let is_quoted = |token: usize| quoted.iter().any(|quote| quote.contains(&token));
    let mut add = |content: Range<usize>, attribution: Attribution| {
        let content = trimmed(document, content);
        let words = content.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)).count();
        let own = content.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word) && !is_quoted(token));
        // Quoted words with a word or two around them are told as direct speech.
        let own = own.filter(|&token| !STOP_WORDS.contains(document.word(token))).count();
        let quotes_some = content.clone().any(is_quoted);
        if words >= SHORTEST && own > usize::from(quotes_some) && attribution.speaker.is_some() {
            quotes.push(Quote {
                span: document.span_of(&content),
                kind: QuoteKind::Indirect,
                speaker: attribution.speaker,
                cue: Some(document.span_of(&attribution.cue)),
            });
            true
        } else {
            false
        }
    };
    let mut covered = tokens.start;
    let mut token = tokens.start;
    while token < tokens.end {
        let at = token;
        token += 1;
        if at < covered || is_quoted(at) {
            continue;
        }
        if let Some(source) = attribution::according(phrases, at, tokens.end) {
            let content = sourced(document, &tokens, at, &source);
            if add(content.clone(), source) {
                covered = content.end;
            }
            continue;
        }
        if let Some(owner) = attribution::owner(phrases, at, tokens.start).filter(|_| document.word(at + 1) == "that") {
            // "Holt's claim that the bridge was safe"
            let content = at + 1..content_end(document, at + 2, tokens.end);
            if add(content.clone(), Attribution { speaker: Some(owner), cue: at..at + 1, relays: false }) {
                covered = content.end;
            }
            continue;
        }
        let Some(verb) = cue_verb(document, at) else { continue };
        if verb.thought && is_passive(document, at) {
            continue;
        }
        let before: Vec<usize> = (tokens.start..at).filter(|&token| !is_quoted(token)).collect();
        let speaker = || attribution::subject(phrases, at, &before);
        let attribution = |speaker| Attribution { speaker, cue: at..at + 1, relays: false };
        // "keeps them from saying so" says nothing.
        let hindered = at > tokens.start && document.tag(at) == Tag::VBG && document.word(at - 1) == "from";
        if hindered {
            continue;
        }
        if let Some(mut content) = complement(document, at, &verb, tokens.end) {
            let speaker = speaker();
            // "While some welcomed the vote, others warned of it": the second clause is not theirs.
            let comma = (content.clone()).find(|&token| document.word(token) == ",");
            if is_one_of(document.word(tokens.start), "while although though whereas")
                && !(tokens.start..at).any(|token| document.word(token) == ",")
                && let Some(comma) = comma
            {
                content.end = comma;
            }
            // "“…,” Lee said in a statement after the vote": the words that were said stand before.
            let has_words = document.tag(content.start) == Tag::IN
                && document.word(content.start) != "that"
                && speaker.as_ref().is_some_and(|speaker| {
                    (1..=3).any(|back| speaker.tokens.start.checked_sub(back).is_some_and(is_quoted))
                });
            if !has_words && !is_passive(document, at) && add(content.clone(), attribution(speaker)) {
                covered = content.end;
            }
        } else if verb.clause && ends_clause(document, at, tokens.end) {
            // The words stand before: "The bridge will close, Lee said."
            let speaker = phrases.before(at, tokens.start);
            if let Some(speaker) = speaker
                && let Some(comma) = comma_before(document, &speaker.tokens, tokens.start)
                && !is_quoted(comma.saturating_sub(1))
            {
                // "The bridge, Lee said, will close.": the words go on behind the verb.
                let goes_on = document.word(at + 1) == "," && !is_quoted(at + 2) && at + 2 < tokens.end;
                let end = if goes_on { content_end(document, at + 2, tokens.end) } else { comma };
                // "Citing the treaty, Lee said, “…”": the words that were said follow.
                let opens = covered.max(tokens.start);
                let leads = matches!(document.tag(opens), Tag::VBG | Tag::VBN | Tag::IN | Tag::TO)
                    && (at + 1..at + 4)
                        .find(|&token| is_quoted(token))
                        .is_some_and(|first| document.is_capitalized(first));
                if leads {
                    continue;
                }
                if add(covered.max(tokens.start)..end, attribution(Some(speaker))) && goes_on {
                    covered = end;
                }
            }
        } else if verb.clause
            && !verb.thought
            && at > tokens.start + SHORTEST
            && document.word(at - 1) == ","
            && !is_quoted(at - 2)
            && let Some(speaker) = phrases.after(at + 1, tokens.end).filter(|speaker| speaker.tokens.start == at + 1)
        {
            // "The bridge will close, said Lee, the mayor."
            add(covered.max(tokens.start)..at - 1, attribution(Some(speaker)));
        }
    }
}

/// The comma before a speaker and the words that describe them: `, ministry spokesman Lee said`.
fn comma_before(document: &Document, speaker: &Range<usize>, floor: usize) -> Option<usize> {
    let mut at = speaker.start;
    for _ in 0..6 {
        at = at.checked_sub(1).filter(|&at| at >= floor)?;
        if document.word(at) == "," {
            return Some(at);
        }
        let tag = document.tag(at);
        if !(tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::POS)) {
            return None;
        }
    }
    None
}

/// What is said to come from a source: the clause before `, according to`, or the one after it at the start of a sentence.
fn sourced(document: &Document, sentence: &Range<usize>, cue: usize, source: &Attribution) -> Range<usize> {
    let end = source.speaker.as_ref().map_or(source.cue.end, |speaker| speaker.tokens.end);
    if cue <= sentence.start + 1 {
        let comma = (end..sentence.end).find(|&token| document.word(token) == ",").map_or(end, |comma| comma + 1);
        return comma..sentence.end;
    }
    sentence.start..cue
}

/// The words after the verb at `verb` that give what is said.
fn complement(document: &Document, verb: usize, known: &SpeechVerb, end: usize) -> Option<Range<usize>> {
    let mut start = verb + 1;
    // Adverbs, days and whom it is said to: "told reporters on Monday that", "said in a statement that".
    let that = (start..end.min(start + 14)).find(|&token| {
        matches!(document.word(token), "that")
            && matches!(document.tag(token), Tag::IN | Tag::Other | Tag::DT | Tag::WDT)
    });
    let stop = (start..end)
        .find(|&token| document.tag(token).is_finite() || matches!(document.word(token), "," | ";" | ":" | "\"" | "“"));
    if known.clause
        && let Some(that) = that
        && stop.is_none_or(|stop| that < stop)
    {
        return Some(that..content_end(document, that + 1, end));
    }
    let word = document.word(start);
    // "was found guilty", "found himself": nobody found that.
    if document.is_word(verb, "found find finds finding")
        && is_one_of(
            word,
            "guilty liable dead alive innocent unconscious responsible himself herself themselves itself",
        )
    {
        return None;
    }
    // "called for an inquiry"
    if word == "for" && document.is_word(verb, "called calls calling call") && starts_noun_phrase(document, start + 1) {
        return Some(start + 1..content_end(document, start + 1, end));
    }
    if known.question && is_one_of(word, "whether if how why what who when where") {
        return Some(start..content_end(document, start + 1, end));
    }
    if known.infinitive {
        let to = (start..end.min(start + 8))
            .find(|&token| document.word(token) == "to" && document.tag(token + 1) == Tag::VB);
        if let Some(to) = to
            && stop.is_none_or(|stop| to < stop)
            && (to == start || known.noun || !known.clause || is_one_of(document.word(verb), "asked told ordered"))
        {
            return Some(to..content_end(document, to + 1, end));
        }
    }
    // "told the paper the bridge was closed"
    if known.clause
        && document.is_word(verb, "told tells tell telling")
        && let Some(clause) = (start + 1..end.min(start + 7)).find(|&token| opens_clause(document, token, end))
        && stop.is_none_or(|stop| clause < stop)
    {
        return Some(clause..content_end(document, clause, end));
    }
    if known.clause && begins_clause(document, start, end) {
        return Some(start..content_end(document, start, end));
    }
    if known.clause {
        // "told reporters the bridge was closed": a clause after one noun phrase or a day.
        let mut skipped = 0;
        while start < end && skipped < 4 && is_addressee(document, start, verb) {
            start += 1;
            skipped += 1;
            if begins_clause(document, start, end) {
                return Some(start..content_end(document, start, end));
            }
        }
    }
    if known.noun && !known.thought && starts_noun_phrase(document, verb + 1) {
        return Some(verb + 1..content_end(document, verb + 1, end));
    }
    None
}

/// Whether a clause without "that" opens right behind whom it is told to.
fn opens_clause(document: &Document, token: usize, end: usize) -> bool {
    let told = document.tag(token - 1).is_noun() || document.is_word(token - 1, "him her them me us");
    told && matches!(document.tag(token), Tag::DT | Tag::PRP | Tag::PRPS | Tag::EX)
        && begins_clause(document, token, end)
}

/// Whom it is said to, or when: words between a verb of saying and the clause.
fn is_addressee(document: &Document, token: usize, verb: usize) -> bool {
    let word = document.word(token);
    let told = document.word(verb).starts_with("t");
    crate::lexicon::speech::SPEAKER_BREAKS.contains(word)
        || word == "on"
        || told && (document.tag(token).is_noun() || is_one_of(word, "the a him her them me us"))
}

/// Whether a subject and a finite verb follow soon, before any punctuation: a clause without "that".
fn begins_clause(document: &Document, start: usize, end: usize) -> bool {
    let first = document.tag(start);
    let word = document.word(start);
    let opens = first.is_noun()
        || first.is_adjective()
        || matches!(first, Tag::DT | Tag::PRP | Tag::PRPS | Tag::EX | Tag::CD | Tag::VBG | Tag::PDT)
        || is_pronoun(word)
        || matches!(
            word,
            "if" | "when" | "there" | "in" | "at" | "no" | "it" | "while" | "although" | "under" | "because"
        );
    if !opens {
        return false;
    }
    let bracketed = matches!(first, Tag::IN | Tag::WRB);
    // How many finite verbs belong to clauses inside: "a man who was there".
    let mut inner = 0;
    for token in start..end.min(start + 25) {
        let word = document.word(token);
        let opens = is_one_of(word, "as when while because who which where although though if")
            || is_one_of(word, "after before since until") && is_pronoun(document.word(token + 1));
        inner += u8::from(opens && token > start);
        if document.tag(token).is_finite() {
            // "added a run and won": the verb's own subject goes on.
            if token == start || is_one_of(document.word(token - 1), "and but or") {
                return false;
            }
            if inner == 0 {
                return true;
            }
            inner -= 1;
        }
        // "added a run late in the third quarter, and a rookie scored": nothing was said before the comma.
        let list = word == "," && is_one_of(document.word(token + 1), "and but");
        if is_one_of(word, "; : . ?") || !bracketed && (list || word == "," && token > start + 12) {
            return false;
        }
    }
    false
}

fn starts_noun_phrase(document: &Document, token: usize) -> bool {
    let tag = document.tag(token);
    tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::DT | Tag::PRPS | Tag::CD)
        || (tag == Tag::PRP && !matches!(document.word(token), "it" | "they" | "we" | "i"))
}

/// Where what is said ends: before a following attribution, a new main clause with "but" or "and" after a comma, or with the
/// sentence.
fn content_end(document: &Document, start: usize, end: usize) -> usize {
    for token in start..end {
        let next = document.word(token + 1);
        // "said the bridge was shut and called for help"
        if document.word(token) == "and"
            && document.tag(token + 1).is_verb()
            && !next.ends_with("ing")
            && cue_verb(document, token + 1).is_some_and(|verb| !verb.thought)
        {
            return token;
        }
        if document.word(token) != "," && document.word(token) != ";" {
            continue;
        }
        let participle = document.tag(token + 1) == Tag::VBG && cue_verb(document, token + 1).is_some();
        // ", which forced her to leave" is in the article's own words.
        let new_clause = is_one_of(next, "but while as after which who whose")
            || (next == "and" && (document.tag(token + 2).is_finite() || is_pronoun(document.word(token + 2))));
        if participle || new_clause || next == "according" || document.word(token) == ";" {
            return token;
        }
        // ", Lee said"
        let tail =
            (token + 1..end.min(token + 7)).find(|&verb| cue_verb(document, verb).is_some_and(|verb| !verb.thought));
        if tail.is_some_and(|verb| ends_clause(document, verb, end)) {
            return token;
        }
    }
    end
}

/// Whether the clause ends at the verb or with a few words after it: `…, Lee said on Monday.`
fn ends_clause(document: &Document, verb: usize, end: usize) -> bool {
    let next = document.word(verb + 1);
    verb + 1 >= end
        || is_one_of(next, ". , ; on in at during after last this earlier")
        || crate::lexicon::speech::SPEAKER_BREAKS.contains(next)
}

/// Without punctuation and a leading conjunction at either end.
fn trimmed(document: &Document, mut tokens: Range<usize>) -> Range<usize> {
    let is_mark = |token: usize| {
        !matches!(
            document.kind(token),
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Symbol | TokenKind::Address)
        ) && !matches!(document.word(token), "(" | ")")
    };
    while tokens.start < tokens.end && (is_mark(tokens.start) || is_one_of(document.word(tokens.start), "but and")) {
        tokens.start += 1;
    }
    // A bracket that was opened before the words is no part of them.
    let stray = |tokens: &Range<usize>| {
        document.word(tokens.end - 1) == ")" && !tokens.clone().any(|token| document.word(token) == "(")
    };
    while tokens.end > tokens.start && (is_mark(tokens.end - 1) || stray(&tokens)) {
        tokens.end -= 1;
    }
    tokens
}
