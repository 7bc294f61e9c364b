//! The phrases that name somebody, before or after a verb: its subject, whoever speaks.

use std::ops::Range;

use crate::{
    document::{Document, Tag, TokenKind},
    entity::{EntityKind, Name},
    lexicon::{STOP_WORDS, names::role, speech},
    quote::{Speaker, SpeakerKind},
    word::is_one_of,
};

/// The most tokens that a phrase that names a speaker may have.
const LONGEST: usize = 16;

/// What speakers are looked for in.
#[derive(Clone, Copy, Debug)]
pub struct Phrases<'a> {
    /// The article.
    pub document: &'a Document,
    /// Its names.
    pub names: &'a [Name],
}

impl Phrases<'_> {
    /// The name that holds the token.
    #[must_use]
    pub fn name_at(&self, token: usize) -> Option<(usize, &Name)> {
        let index = self.names.partition_point(|name| name.tokens.end <= token);
        let name = self.names.get(index)?;
        (name.tokens.start <= token).then_some((index, name))
    }

    /// The speaker whose phrase ends before the verb at `verb`, not before `floor`: `Lee has since said`,
    /// `Lee, the president, said`, `Lee (D-Ohio) said`.
    #[must_use]
    pub fn before(&self, verb: usize, floor: usize) -> Option<Speaker> {
        let mut at = verb;
        let mut steps = 0;
        loop {
            at = at.checked_sub(1).filter(|&at| at >= floor)?;
            steps += 1;
            if steps > 10 {
                return None;
            }
            let word = self.document.word(at);
            if self.name_at(at).is_none() && (self.is_adverb(at) || word == "to" || self.is_verb_chain(at)) {
                continue;
            }
            break;
        }
        match self.document.word(at) {
            "," | "-" | "–" | "—" | "--" => self.before_apposition(at, floor),
            ")" => self.before_bracket(at, floor),
            "who" | "which" | "that" => {
                let comma = at.checked_sub(1).filter(|&before| before >= floor)?;
                let end = if self.document.is_word(comma, ",") { comma } else { at };
                self.ending_at(end, floor)
            }
            _ => {
                let nearest = self.ending_at(at + 1, floor);
                let start = nearest.as_ref().map_or(at + 1, |nearest| nearest.tokens.start);
                self.before_preposition(start, floor).or(nearest)
            }
        }
    }

    /// The phrase that the prepositional phrase hangs on whose noun starts at `start`: `protesters in the streets`.
    fn before_preposition(&self, start: usize, floor: usize) -> Option<Speaker> {
        let mut start = start;
        for _ in 0..3 {
            let mut at = start.checked_sub(1).filter(|&at| at > floor && is_preposition(self.document.word(at)))?;
            // "protesters marching through the streets"
            while at > floor
                && (matches!(self.document.tag(at - 1), Tag::VBG | Tag::VBN | Tag::RB)
                    || self.document.word(at - 1).ends_with("ing"))
            {
                at -= 1;
            }
            // "The board has on several occasions said"
            while at > floor && is_one_of(self.document.word(at - 1), "has have had is was are were will would") {
                at -= 1;
            }
            // "the official who spoke on condition of anonymity said"
            let relative = at >= floor + 2
                && self.document.tag(at - 1).is_finite()
                && is_one_of(self.document.word(at - 2), "who which that");
            if relative {
                at -= 2;
            }
            let candidate = self.ending_at(at, floor)?;
            if candidate.kind == SpeakerKind::Pronoun && candidate.tokens.end != at {
                return None;
            }
            start = candidate.tokens.start;
            if start.checked_sub(1).is_none_or(|before| before < floor || !is_preposition(self.document.word(before))) {
                return Some(candidate);
            }
        }
        None
    }

    /// The speaker whose phrase starts at `start` and ends by `ceiling`: after an inverted verb, `said Lee, who …`.
    #[must_use]
    pub fn after(&self, start: usize, ceiling: usize) -> Option<Speaker> {
        let start = (start..ceiling).find(|&token| self.name_at(token).is_some() || !self.is_adverb(token))?;
        if is_pronoun(self.document.word(start)) {
            return Some(self.speaker(start..start + 1));
        }
        let mut end = start;
        let mut last_name = None;
        while end < ceiling && end - start < LONGEST {
            if let Some((_, name)) = self.name_at(end) {
                end = name.tokens.end;
                last_name = Some(end);
                // "tweeted the US president": whoever holds the office, not the country.
                let is_office = name.kind == EntityKind::Place && role(self.document.word(end)).is_some();
                end += usize::from(is_office && end < ceiling && !self.document.is_capitalized(end));
                continue;
            }
            if last_name == Some(end) && !self.document.is_word(end, "'s ' of - and /") {
                break;
            }
            if !self.continues(start, end, ceiling) {
                break;
            }
            end += 1;
        }
        self.checked(start, end.min(ceiling))
    }

    /// The speaker whose phrase ends before the token `end`.
    #[must_use]
    pub fn ending_at(&self, end: usize, floor: usize) -> Option<Speaker> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        let word = self.document.word(last);
        if is_pronoun(word) {
            return Some(self.speaker(last..end));
        }
        if let Some((_, name)) = self.name_at(last)
            && name.tokens.end == end
        {
            let start = name.role.as_ref().map_or(name.tokens.start, |role| role.start.min(name.tokens.start));
            if name.role.is_some() {
                return Some(self.speaker(start.max(floor)..end));
            }
        }
        let mut start = end;
        while start > floor && end - start < LONGEST {
            let before = start - 1;
            if let Some((_, name)) = self.name_at(before) {
                if name.tokens.start < floor || (start < end && self.is_apart(name, start)) {
                    break;
                }
                start = name.tokens.start;
                continue;
            }
            if !self.extends(before, floor) {
                break;
            }
            start = before;
            let word = self.document.word(start);
            if is_determiner(word) && !is_number(word) && !self.is_possessed_by(start, floor) {
                break;
            }
        }
        self.checked(start, end)
    }

    /// Whether a name that ends before `next` is not part of the same phrase: `On Monday Beijing officials` is, `told Lee the ministry` is not.
    fn is_apart(&self, name: &Name, next: usize) -> bool {
        is_determiner(self.document.word(next)) || name.tokens.end < next
    }

    fn is_possessed_by(&self, determiner: usize, floor: usize) -> bool {
        determiner > floor && self.document.is_word(determiner - 1, "of for")
    }

    /// Whether a phrase goes on to the left with the token `before`.
    fn extends(&self, before: usize, floor: usize) -> bool {
        let word = self.document.word(before);
        if word == "of" || word == "for" {
            // "the director of the museum", but not "on behalf of" at the start.
            return before > floor && self.is_nominal(before - 1);
        }
        self.is_part(before)
    }

    /// Whether the phrase from `start` goes on to the right with the token `next`.
    fn continues(&self, start: usize, next: usize, ceiling: usize) -> bool {
        let word = self.document.word(next);
        if next == start {
            return is_determiner(word) || self.is_part(next);
        }
        if is_one_of(word, "of for at with from") {
            let follows = next + 1 < ceiling && (is_determiner(self.document.word(next + 1)) || self.is_part(next + 1));
            return follows && !is_pronoun(self.document.word(next + 1));
        }
        if is_determiner(word) {
            return next > start && self.document.is_word(next - 1, "of for at with from");
        }
        self.is_part(next)
    }

    /// Whether the token may be part of a noun phrase: a noun, adjective, number, possessive, initial, hyphen.
    fn is_part(&self, token: usize) -> bool {
        let word = self.document.word(token);
        match self.document.kind(token) {
            Some(TokenKind::Word) => {
                if is_one_of(word, "'s '") || is_determiner(word) {
                    return word != "that" || self.document.tag(token) == Tag::DT;
                }
                if speech::SPEAKER_BREAKS.contains(word) {
                    // A year, but "the 40-year-old".
                    return self.document.is_glued(token) || self.document.is_glued(token + 1);
                }
                let tag = self.document.tag(token);
                if tag == Tag::Other || self.document.is_capitalized(token) {
                    return !self.is_stop(token) && (self.document.is_capitalized(token) || !word.ends_with("ly"));
                }
                !self.is_stop(token)
                    && (tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::VBG | Tag::VBN | Tag::CD | Tag::FW))
            }
            Some(TokenKind::Number) => true,
            Some(TokenKind::Punctuation) => {
                is_one_of(word, "- ‑ . / &")
                    && self.document.is_glued(token)
                    && (word != "." || self.document.raw(token.saturating_sub(1)).len() <= 3)
            }
            Some(TokenKind::Address) => self.document.raw(token).starts_with('@'),
            Some(TokenKind::Symbol) => word == "&",
            Some(TokenKind::QuoteMark) => is_one_of(word, "' ’") && self.document.is_glued(token),
            None => false,
        }
    }

    /// Whether the word is too common to name anybody: `us`, but not `US`.
    fn is_stop(&self, token: usize) -> bool {
        let raw = self.document.raw(token);
        let acronym = raw.len() > 1 && raw.bytes().all(|letter| letter.is_ascii_uppercase());
        STOP_WORDS.contains(self.document.word(token)) && !acronym
    }

    /// Whether the token can head a noun phrase.
    fn is_nominal(&self, token: usize) -> bool {
        let tag = self.document.tag(token);
        self.name_at(token).is_some()
            || (self.document.kind(token) == Some(TokenKind::Word)
                && (tag.is_noun() || tag == Tag::Other)
                && !self.is_stop(token)
                && !is_pronoun(self.document.word(token)))
    }

    /// Whether the token may stand between subject and verb.
    fn is_adverb(&self, token: usize) -> bool {
        let word = self.document.word(token);
        let tag = self.document.tag(token);
        (tag.is_adverb()
            || tag == Tag::MD
            || speech::SPEAKING_ADVERBS.contains(word)
            || speech::SPEAKER_BREAKS.contains(word))
            || (word.ends_with("ly") && word.len() > 4 && !tag.is_noun() && !self.document.is_capitalized(token))
    }

    /// Whether the token is a verb that another hangs on: `went on to say`, `refused to say`.
    fn is_verb_chain(&self, token: usize) -> bool {
        let word = self.document.word(token);
        let tag = self.document.tag(token);
        let next = self.document.word(token + 1);
        is_one_of(word, "went goes going")
            || (next == "to" && (tag.is_verb() || tag == Tag::Other && word.ends_with("ed")))
            || (tag == Tag::RP && self.document.is_word(token + 1, "to"))
            || (word == "on" && next == "to")
    }

    /// The speaker before an apposition or relative clause that ends with the comma at `comma`.
    fn before_apposition(&self, comma: usize, floor: usize) -> Option<Speaker> {
        // "the security adviser, Mara Holt, said"
        if let Some((_, name)) = comma.checked_sub(1).and_then(|last| self.name_at(last))
            && name.tokens.end == comma
            && name.kind == EntityKind::Person
            && name.tokens.start > floor
            && self.document.is_word(name.tokens.start - 1, ",")
        {
            return Some(self.speaker(name.tokens.clone()));
        }
        let mut first = None;
        for at in (floor..comma).rev().take(60) {
            let word = self.document.word(at);
            if is_one_of(word, ", - – — --") && !(word == "-" && self.document.is_glued(at)) {
                let nearest = self.ending_at(at, floor);
                let start = nearest.as_ref().map_or(at, |nearest| nearest.tokens.start);
                let candidate = self.before_preposition(start, floor).or(nearest);
                let next = self.document.word(at + 1);
                let Some(candidate) = candidate else { continue };
                if first.is_none() {
                    first = Some(candidate.clone());
                }
                let named = matches!(candidate.kind, SpeakerKind::Name(_) | SpeakerKind::Pronoun);
                let described = candidate.tokens.clone().any(|token| self.document.is_capitalized(token))
                    || speech::SPEAKING_ROLES.contains(self.document.word(candidate.tokens.end.saturating_sub(1)));
                let clause = is_one_of(next, "and but or as after when while because if");
                // "Ana Ruiz, director of Policy and Research at Brenlow, said"
                let start = candidate.tokens.start;
                let joined = candidate.kind == SpeakerKind::Description
                    && start > floor
                    && self.document.is_word(start - 1, "and");
                if (named || described) && !clause && !joined {
                    return Some(candidate);
                }
            }
        }
        // No comma before it: "Lee, said" after a clause; the phrase right before.
        first.or_else(|| {
            let candidate = self.ending_at(comma, floor)?;
            (candidate.tokens.start == floor).then_some(candidate)
        })
    }

    fn before_bracket(&self, close: usize, floor: usize) -> Option<Speaker> {
        let open = (floor..close).rev().take(12).find(|&at| self.document.is_word(at, "("))?;
        self.ending_at(open, floor)
    }

    /// The phrase as a speaker, if somebody can be meant by it.
    fn checked(&self, mut start: usize, mut end: usize) -> Option<Speaker> {
        while start < end && !self.may_start(start) {
            start += 1;
        }
        while end > start && !self.may_end(end - 1) {
            end -= 1;
        }
        // "a source cited by the paper", "an official familiar with the plan"
        while end > start + 1
            && (self.document.tag(end - 1) == Tag::VBN && self.document.is_word(end, "by")
                || self.document.is_word(end - 1, "familiar") && self.document.is_word(end, "with"))
            && self.name_at(end - 1).is_none()
        {
            end -= 1;
        }
        let any = (start..end).any(|token| {
            self.document.kind(token) == Some(TokenKind::Word)
                && !is_determiner(self.document.word(token))
                && !self.is_stop(token)
                || is_indefinite(self.document.word(token))
        });
        (start < end && any).then(|| self.speaker(start..end))
    }

    fn may_start(&self, token: usize) -> bool {
        let so_called = self.document.is_word(token, "called") && token > 0 && self.document.is_word(token - 1, "-");
        !so_called
            && !self.document.is_word(token, "'s ' - ‑ . / & ’ of for")
            && (self.name_at(token).is_some() || !speech::SPEAKER_BREAKS.contains(self.document.word(token)))
    }

    fn may_end(&self, token: usize) -> bool {
        let word = self.document.word(token);
        !is_one_of(word, "'s ' - ‑ / & ’ of for at with from")
            && (!is_determiner(word) || is_indefinite(word))
            && (word != "." || self.document.raw(token.saturating_sub(1)).len() <= 3)
    }

    fn speaker(&self, tokens: Range<usize>) -> Speaker {
        let last = tokens.end.saturating_sub(1);
        let kind = if tokens.len() == 1 && is_pronoun(self.document.word(last)) {
            SpeakerKind::Pronoun
        } else {
            match self.name_at(last) {
                Some((index, name)) if name.tokens.end == tokens.end => SpeakerKind::Name(index),
                _ => SpeakerKind::Description,
            }
        };
        Speaker { span: self.document.span_of(&tokens), tokens, kind }
    }
}

/// Whether the word is a pronoun that can speak.
#[must_use]
pub fn is_pronoun(word: &str) -> bool {
    is_one_of(word, "he she they it we i you")
}

fn is_preposition(word: &str) -> bool {
    is_one_of(
        word,
        "in on at by with from to about during after before through over near against under outside inside across into around along \
         between among",
    )
}

fn is_indefinite(word: &str) -> bool {
    is_one_of(word, "some many one others both several all most another everyone someone")
}

/// Whether another determiner may stand before the word: `the two sides`.
fn is_number(word: &str) -> bool {
    is_one_of(word, "one two three many several other most")
}

fn is_determiner(word: &str) -> bool {
    is_one_of(
        word,
        "the a an this that these those his her its their our my your some many several both other another one two three most all",
    )
}
