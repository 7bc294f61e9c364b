//! Who speaks: names, pronouns and descriptions of speakers and sources, each to an entity.
//!
//! A description (`the Ukrainian president`, `the minister`) is resolved only where the story itself ties the role to a
//! name; a pronoun goes to the nearest earlier person that fits, first of all to the speaker before.

use crate::order::{Map, Order};
use std::ops::Range;

use super::persons::role_gender;
use crate::{
    document::Document,
    entity::{Cast, EntityKind, Name},
    letter,
    lexicon::names::{CountryWord, Gender, country, gender_of_name, plain, role},
    quote::{Speaker, SpeakerKind},
    reading::Reading,
    word::is_one_of,
};

/// How many sentences back a pronoun reaches.
const REACH: usize = 4;
/// How many words between two commas may explain a name.
const APPOSITION: usize = 14;
/// How many words of a place or people before a role are tried as one name.
const LONGEST_PLACE: usize = 4;

/// Fills the cast's speakers and sources.
pub(super) fn fill(readings: &[Reading], cast: &mut Cast) {
    let roles = Roles::of(readings, cast);
    let genders = genders(readings, cast);
    for (article, reading) in readings.iter().enumerate() {
        let names = cast.names.get(article).cloned().unwrap_or_default();
        let finder = Finder { reading, names: &names, entities: cast, roles: &roles, genders: &genders };
        let mut speakers = Vec::with_capacity(reading.extraction.quotes.len());
        let mut last = None;
        for quote in &reading.extraction.quotes {
            let speaker = quote.speaker.as_ref().and_then(|speaker| finder.entity(speaker, last));
            speakers.push(speaker);
            if let (Some(entity), Some(speaker)) = (speaker, &quote.speaker) {
                last = Some((entity, speaker.span.start));
            }
        }
        let mut sources = Vec::with_capacity(reading.extraction.claims.len());
        let mut last = None;
        for claim in &reading.extraction.claims {
            let source = claim.source.as_ref().and_then(|source| finder.entity(source, last));
            sources.push(source);
            if let (Some(entity), Some(speaker)) = (source, &claim.source) {
                last = Some((entity, speaker.span.start));
            }
        }
        if let Some(slot) = cast.speakers.get_mut(article) {
            *slot = speakers;
        }
        if let Some(slot) = cast.sources.get_mut(article) {
            *slot = sources;
        }
    }
}

/// The gender of each person whose titles or given name tell it.
fn genders(readings: &[Reading], cast: &Cast) -> Vec<Option<Gender>> {
    let mut genders = vec![None; cast.entities.len()];
    for (reading, names) in readings.iter().zip(&cast.names) {
        for (name, entity) in reading.extraction.names.iter().zip(names) {
            let Some(slot) = entity.and_then(|entity| genders.get_mut(entity)).filter(|slot| slot.is_none()) else {
                continue;
            };
            *slot = name.role.clone().and_then(|role| role_gender(reading, role));
        }
    }
    for (slot, entity) in genders.iter_mut().zip(&cast.entities) {
        if slot.is_none() && entity.kind == EntityKind::Person {
            *slot = gender_of_name(letter::to_small(&entity.name).split([' ', '-', '\u{2010}', '\u{2011}']));
        }
    }
    let told = told_by_pronouns(readings, cast);
    for (slot, (men, women)) in genders.iter_mut().zip(told) {
        if slot.is_none() && (men == 0) != (women == 0) {
            *slot = Some(if men > 0 { Gender::Male } else { Gender::Female });
        }
    }
    genders
}

/// For each entity how often "his" and how often "her" goes back to it without doubt: the only person whom its sentence has
/// named so far. "Ana is mourning the death of her cousin" tells that Ana is a woman.
fn told_by_pronouns(readings: &[Reading], cast: &Cast) -> Vec<(u32, u32)> {
    let mut told = vec![(0, 0); cast.entities.len()];
    for (reading, entities) in readings.iter().zip(&cast.names) {
        let (document, names) = (&reading.document, &reading.extraction.names);
        let mut people = names.iter().zip(entities).filter(|(name, _)| name.kind == EntityKind::Person).peekable();
        for sentence in &document.sentences {
            while people.next_if(|(name, _)| name.tokens.start < sentence.tokens.start).is_some() {}
            // Whoever else may have been spoken of before, a sentence that names its subject first speaks of that.
            let Some((name, Some(entity))) = people.next_if(|(name, _)| name.tokens.end <= sentence.tokens.end) else {
                continue;
            };
            let next =
                people.peek().map_or(sentence.tokens.end, |(name, _)| name.tokens.start.min(sentence.tokens.end));
            let named_first = (sentence.tokens.start..name.tokens.start)
                .all(|token| !document.is_word(token, "he she his her him they their"));
            let subject = document.tag(name.tokens.end).is_finite() && named_first;
            let Some(votes) = told.get_mut(*entity).filter(|_| subject) else { continue };
            // A second one may be another's: "Ana filmed her cousin dancing by himself."
            let first = (name.tokens.end..next).find(|&token| document.is_word(token, "his himself her herself"));
            match first.map(|token| document.is_word(token, "his himself")) {
                Some(true) => votes.0 += 1,
                Some(false) => votes.1 += 1,
                None => {}
            }
        }
    }
    told
}

/// What a title says: its head (`president`), and of which country or whom, where it tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Title {
    head: String,
    of: Option<String>,
}

/// The title that the tokens spell; the head is the last role in them.
fn title(document: &Document, tokens: Range<usize>) -> Option<Title> {
    let at = tokens.clone().rev().find(|&token| role(document.word(token)).is_some_and(|role| !role.honorific))?;
    let mut head = document.word(at).to_owned();
    // `prime minister` and `foreign minister` are two offices, `minister` is either.
    let before = at.checked_sub(1).filter(|before| tokens.contains(before)).map_or("", |before| document.word(before));
    let pair = format!("{before} {head}");
    if role(&pair).is_some() || is_one_of(before, "foreign defense defence interior finance vice deputy") {
        head = pair;
    }
    Some(Title { head, of: belongs(document, &tokens) })
}

/// The country whose people or name stand among the tokens.
fn belongs(document: &Document, tokens: &Range<usize>) -> Option<String> {
    for start in tokens.clone() {
        let mut phrase = String::new();
        for token in start..tokens.end.min(start + LONGEST_PLACE) {
            if !phrase.is_empty() && !document.is_glued(token) {
                phrase.push(' ');
            }
            phrase.push_str(&plain(document.word(token)));
            let longer = plain(document.word(token + 1));
            let further = tokens.contains(&(token + 1)) && country(&format!("{phrase} {longer}")).is_some();
            if let Some((code, relation)) = country(&phrase).filter(|(code, _)| !code.is_empty() && !further)
                && relation != CountryWord::Capital
            {
                return Some(code.to_owned());
            }
        }
    }
    None
}

/// Who has which title, as the story ties them.
struct Roles {
    /// For each title the entities that are given it, each with how often.
    holders: Map<Title, Map<usize, u32>>,
}

impl Roles {
    fn of(readings: &[Reading], cast: &Cast) -> Self {
        let mut holders: Map<Title, Map<usize, u32>> = Map::new();
        for (reading, names) in readings.iter().zip(&cast.names) {
            for (name, entity) in reading.extraction.names.iter().zip(names) {
                let (Some(entity), Some(tokens)) = (entity, &name.role) else { continue };
                // "U.S. President Hector Ruiz": the country is a name of its own.
                let others = &reading.extraction.names;
                let before = others.partition_point(|other| other.tokens.end < tokens.start);
                let of = others.get(before).filter(|of| of.kind == EntityKind::Place && of.tokens.end == tokens.start);
                let start = of.map_or(tokens.start, |of| of.tokens.start);
                let Some(title) = title(&reading.document, start..tokens.end) else { continue };
                let mut heads = vec![title.head.clone()];
                heads.extend(title.head.rsplit_once(' ').map(|(_, last)| last.to_owned()));
                for head in heads {
                    for of in [None, title.of.clone()] {
                        *holders.entry(Title { head: head.clone(), of }).or_default().entry(*entity).or_default() += 1;
                    }
                }
            }
        }
        Self { holders }
    }
}

/// Resolves the speakers of one article.
struct Finder<'a> {
    reading: &'a Reading,
    names: &'a [Option<usize>],
    entities: &'a Cast,
    roles: &'a Roles,
    genders: &'a [Option<Gender>],
}

impl Finder<'_> {
    /// The entity that `speaker` stands for. `last` is who spoke before, and where.
    fn entity(&self, speaker: &Speaker, last: Option<(usize, usize)>) -> Option<usize> {
        // `Lee of the Harbour Party`, `a man at Acme`: whoever stands before the preposition.
        let document = &self.reading.document;
        let joint =
            speaker.tokens.clone().skip(1).find(|&token| is_one_of(document.word(token), "of from at with in for"));
        if let Some(joint) = joint {
            let names = &self.reading.extraction.names;
            let before = names.partition_point(|name| name.tokens.end < joint);
            let entity = self.names.get(before).copied().flatten();
            if names
                .get(before)
                .is_some_and(|name| name.tokens.end == joint && speaker.tokens.start <= name.tokens.start)
                && entity.is_some_and(|entity| self.kind(entity) == Some(EntityKind::Person))
            {
                return entity;
            }
            let head = joint - 1;
            let inside = matches!(speaker.kind, SpeakerKind::Name(name) if names.get(name).is_some_and(|name| name.tokens.start > joint));
            if inside && !document.is_capitalized(head) {
                let led = document.word(joint) != "of" || role(document.word(head)).is_some();
                if led {
                    return self.described(speaker);
                }
            }
        }
        match speaker.kind {
            SpeakerKind::Name(name) => self.names.get(name).copied().flatten(),
            SpeakerKind::Pronoun => self.antecedent(speaker, last),
            SpeakerKind::Description => self.described(speaker),
        }
    }

    fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.entities.entities.get(entity).map(|entity| entity.kind)
    }

    /// The person that a pronoun goes back to: the subject or speaker nearest before it whose gender does not forbid it.
    fn antecedent(&self, speaker: &Speaker, last: Option<(usize, usize)>) -> Option<usize> {
        let document = &self.reading.document;
        let gender = match document.word(speaker.tokens.start) {
            "he" | "him" | "his" => Some(Gender::Male),
            "she" | "her" | "hers" => Some(Gender::Female),
            "who" => return self.nearest(speaker.span.start, |_| true),
            // A body that spoke goes on speaking.
            "it" => {
                let own = document.sentence_at(speaker.span.start)?;
                let speaks_on = |&(entity, at): &(usize, usize)| {
                    self.is_near(at, own) && self.kind(entity) == Some(EntityKind::Organization)
                };
                return last.filter(speaks_on).map(|(entity, _)| entity);
            }
            // A group or a thing: too many may be meant.
            _ => return None,
        };
        let own = document.sentence_at(speaker.span.start)?;
        // A chain of one pronoun in a sentence goes back to what the first of them goes back to.
        let sentence = document.sentences.get(own)?;
        let word = document.word(speaker.tokens.start);
        let first = sentence.tokens.clone().find(|&token| document.word(token) == word).unwrap_or(speaker.tokens.start);
        let offset = document.tokens.get(first).map_or(speaker.span.start, |token| token.span.start);
        let fits = |entity: usize| {
            self.kind(entity) == Some(EntityKind::Person)
                && self.genders.get(entity).copied().flatten().is_none_or(|known| Some(known) == gender)
        };
        // "He told Xi": whoever is told is another.
        let names = &self.reading.extraction.names;
        let told = names.partition_point(|name| name.tokens.start < speaker.tokens.end);
        let told = names.get(told).is_some_and(|name| name.tokens.start <= speaker.tokens.end + 2).then_some(told);
        let told = told.and_then(|told| self.names.get(told).copied().flatten());
        let mut best: Option<(i32, usize)> = None;
        let mut others = 0;
        for (name, entity) in self.before(offset) {
            let Some(entity) = entity.filter(|&entity| fits(entity) && Some(entity) != told) else { continue };
            let Some(sentence) = document.sentence_at(name.span.start) else { continue };
            let distance = own.saturating_sub(sentence);
            if distance > REACH {
                break;
            }
            let mut score = -10 * i32::try_from(distance).unwrap_or(0) - 2 * others;
            others = (others + 1).min(6);
            let possessed = is_one_of(document.word(name.tokens.end), "'s '");
            let opens =
                document.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == name.tokens.start);
            if self.is_subject(name) {
                // "Hours before Lee left, Kim watched a test, which he praised."
                score += if self.is_aside(name) { 8 } else { 14 };
            } else if possessed {
                // "Lee's mind was on the bridge" speaks of Lee.
                score += if opens { 10 } else { 2 };
            }
            if last.is_some_and(|(speaker, _)| speaker == entity) {
                score += 4;
            }
            if self.genders.get(entity).copied().flatten().is_some() {
                score += 3;
            }
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, entity));
            }
        }
        let found = best.map(|(_, entity)| entity);
        // Whoever spoke in the sentence before goes on speaking, also through pronouns only.
        match last {
            Some((entity, at)) if fits(entity) && Some(entity) != told && best.is_none_or(|(score, _)| score < 4) => {
                if self.is_near(at, own) {
                    Some(entity)
                } else {
                    found
                }
            }
            _ => found,
        }
    }

    /// The names before `offset`, the nearest first, with their entities.
    fn before(&self, offset: usize) -> impl Iterator<Item = (&Name, Option<usize>)> {
        let names = &self.reading.extraction.names;
        let count = names.partition_point(|name| name.span.end <= offset);
        names.iter().zip(self.names.iter().copied()).take(count).rev()
    }

    /// The nearest person or organisation before `offset` that fits.
    fn nearest(&self, offset: usize, fits: impl Fn(&Name) -> bool) -> Option<usize> {
        self.before(offset)
            .find(|(name, entity)| {
                let kind = entity.and_then(|entity| self.kind(entity));
                matches!(kind, Some(EntityKind::Person | EntityKind::Organization)) && fits(name)
            })
            .and_then(|(_, entity)| entity)
    }

    /// The word before the name and its title.
    fn word_before(&self, name: &Name) -> &str {
        let title = name.role.as_ref().filter(|role| role.end == name.tokens.start);
        let before = title.map_or(name.tokens.start, |role| role.start).checked_sub(1);
        before.map_or("", |before| self.reading.document.word(before))
    }

    /// Whether the name opens a clause that only tells when or why the rest of its sentence was.
    fn is_aside(&self, name: &Name) -> bool {
        is_one_of(self.word_before(name), "before after when while as because since until although though")
    }

    /// Whether a finite verb follows the name closely, without a preposition before it.
    fn is_subject(&self, name: &Name) -> bool {
        let document = &self.reading.document;
        let governed = is_one_of(self.word_before(name), "of with by to for from in on at against between");
        // The verb may stand after an adverb, after `and` with another name, or after what a pair of commas holds.
        let mut at = name.tokens.end;
        if document.word(at) == "," {
            let close = (at + 1..at + APPOSITION).find(|&token| document.word(token) == ",");
            at = close.filter(|_| !document.is_capitalized(at + 1)).map_or(at, |close| close + 1);
        }
        while document.tag(at).is_adverb() {
            at += 1;
        }
        let verb = document.tag(at).is_finite() || document.word(at) == "and" && document.is_capitalized(at + 1);
        !governed && verb
    }

    /// The one whom the story gives the described role; an organisation by the last word of its name.
    fn described(&self, speaker: &Speaker) -> Option<usize> {
        let document = &self.reading.document;
        if let Some(entity) = self.beside(speaker) {
            return Some(entity);
        }
        // Only what is definite speaks of somebody named: not `a spokesman`.
        let first = document.word(speaker.tokens.start);
        if is_one_of(first, "a an some many several one two other another") {
            return None;
        }
        let head = speaker
            .tokens
            .clone()
            .take_while(|&token| !is_one_of(document.word(token), "of for , in at who from"))
            .last()?;
        let tokens = speaker.tokens.start..head + 1;
        if let Some(title) = title(document, tokens.clone()).filter(|title| title.head.ends_with(document.word(head))) {
            let of = title.of.or_else(|| belongs(document, &speaker.tokens));
            let holders = self.roles.holders.get(&Title { head: title.head, of: of.clone() })?;
            return self.holder(holders, speaker.span.start);
        }
        // `the ministry`, `the company`: the nearest organisation whose name ends so.
        let word = document.word(head);
        crate::lexicon::names::head(word)?;
        self.nearest(speaker.span.start, |name| {
            name.tokens.end.checked_sub(1).is_some_and(|last| document.word(last) == word && name.tokens.len() > 1)
                || name.tokens.clone().next().is_some_and(|start| document.word(start) == word && name.tokens.len() > 2)
        })
    }

    /// The person whose name a comma parts from the description: `the mayor, Ana Ruiz,`, `Ana Ruiz, chief of the guild,`.
    fn beside(&self, speaker: &Speaker) -> Option<usize> {
        let (document, names) = (&self.reading.document, &self.reading.extraction.names);
        let Range { start, end } = speaker.tokens.clone();
        let closes = |token: usize| document.is_word(token, ", . ;");
        let person = |at: usize| {
            let name = names.get(at).filter(|name| name.kind == EntityKind::Person)?;
            Some((name, self.names.get(at).copied().flatten()?))
        };
        if document.word(end) == ","
            && let Some((name, entity)) = person(names.partition_point(|name| name.tokens.start <= end))
            && name.tokens.start == end + 1
            && closes(name.tokens.end)
        {
            return Some(entity);
        }
        let (name, entity) = person(names.partition_point(|name| name.tokens.end < start).checked_sub(1)?)?;
        let leads = name.tokens.end + 1 == start && document.word(name.tokens.end) == ",";
        // "After talks with Ruiz, the president said" speaks of another.
        (leads && closes(end) && !document.is_word(start, "the a an")).then_some(entity)
    }

    /// Whether what stands at `offset` was said no more than two sentences before the sentence `own`.
    fn is_near(&self, offset: usize, own: usize) -> bool {
        self.reading.document.sentence_at(offset).is_some_and(|sentence| own.saturating_sub(sentence) <= 2)
    }

    /// Of several holders of a title, the one named nearest before in this article; without any, the only one.
    fn holder(&self, holders: &Map<usize, u32>, offset: usize) -> Option<usize> {
        let near = self.before(offset).find_map(|(_, entity)| entity.filter(|entity| holders.contains_key(entity)));
        if near.is_some() {
            return near;
        }
        let mut ranked: Vec<(u32, usize)> = holders.iter().map(|(&entity, &count)| (count, entity)).collect();
        ranked.order_by(|a, b| b.cmp(a));
        match ranked.as_slice() {
            [(_, only)] => Some(*only),
            [(first, entity), (second, _), ..] if *first >= 3 * second => Some(*entity),
            _ => None,
        }
    }
}
