//! Who takes part in what a clause says, and where it is: the names in it, each with its role. Two clauses that name others in
//! one role do not say the same, however alike they are; where nothing else differs, the names answer one question.

use super::terms::Bag;
use crate::{
    claim::Claim,
    document::{Document, Tag},
    entity::{Cast, EntityKind, Name},
    lexicon::names::{self, CountryWord},
    reading::Reading,
    word::is_one_of,
};

/// What a named one is in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// Who does it, whether the clause is active or passive.
    Actor,
    /// Whom or what it is done to.
    Object,
    /// What stands after a preposition; all prepositions that say where are one.
    After(&'a str),
}

/// A name in a clause.
#[derive(Clone, Copy, Debug)]
pub struct Participant<'a> {
    /// The entity, as a position in `Cast::entities`.
    pub entity: usize,
    /// What it is.
    pub kind: EntityKind,
    /// The name, as a position in `Extraction::names`.
    pub name: usize,
    /// What it is in the clause; none where that is not clear.
    pub role: Option<Role<'a>>,
    /// Whether it is one of several: "Ruiz and Ortiz".
    pub joint: bool,
    /// The term that it is in its sentence.
    pub term: Option<usize>,
}

/// The names of people, organisations and places in a clause of the article at that position.
pub fn of<'a>(reading: &'a Reading, cast: &Cast, bag: &Bag, claim: &'a Claim) -> Vec<Participant<'a>> {
    let all = &reading.extraction.names;
    let first = all.partition_point(|name| name.tokens.start < claim.tokens.start);
    let own = all.iter().enumerate().skip(first).take_while(|(_, name)| name.tokens.end <= claim.tokens.end);
    own.filter_map(|(index, name)| {
        let entity = (*cast.names.get(bag.article)?.get(index)?)?;
        let kind = cast.entities.get(entity)?.kind;
        let counts = matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place);
        let occurrence = bag.occurrences.iter().find(|occurrence| name.tokens.contains(&occurrence.token));
        counts.then(|| Participant {
            entity,
            kind,
            name: index,
            role: role(&reading.document, claim, name),
            joint: is_joint(&reading.document, name),
            term: occurrence.map(|occurrence| occurrence.term),
        })
    })
    .collect()
}

/// Where a name begins with its title and the words that belong to it: "the", "Averby Mayor".
fn start(document: &Document, claim: &Claim, name: &Name) -> usize {
    let titled = name.role.as_ref().filter(|role| role.end <= name.tokens.start && role.end + 1 >= name.tokens.start);
    let mut start = titled.map_or(name.tokens.start, |role| role.start);
    let belongs = |token: usize| {
        document.tag(token).is_noun()
            || document.tag(token).is_adjective()
            || matches!(document.tag(token), Tag::DT | Tag::PRPS | Tag::POS)
    };
    while start > claim.tokens.start && Some(start - 1) != claim.predicate && belongs(start - 1) {
        start -= 1;
    }
    start
}

fn role<'a>(document: &'a Document, claim: &Claim, name: &Name) -> Option<Role<'a>> {
    let verb = claim.predicate.filter(|verb| claim.tokens.contains(verb))?;
    // What a name owns, or is a part of, is another thing.
    if document.tag(name.tokens.end) == Tag::POS || document.word(name.tokens.end) == "-" {
        return None;
    }
    let start = start(document, claim, name);
    let before = start.checked_sub(1).filter(|before| claim.tokens.contains(before));
    if let Some(before) = before
        && matches!(document.tag(before), Tag::IN | Tag::TO)
    {
        let word = document.word(before);
        return Some(match word {
            "by" if claim.passive => Role::Actor,
            "in" | "at" | "near" | "outside" | "off" => Role::After("in"),
            "into" | "toward" | "towards" => Role::After("to"),
            _ => Role::After(word),
        });
    }
    if claim.subject.as_ref().is_some_and(|subject| subject.end == name.tokens.end && subject.start >= start) {
        return Some(if claim.passive { Role::Object } else { Role::Actor });
    }
    let follows = document.tag(name.tokens.end).is_noun();
    (before == Some(verb) && !claim.passive && !follows).then_some(Role::Object)
}

/// Whether the name stands in an enumeration, or beside another that explains it: "Orm, Tarn and Averby".
fn is_joint(document: &Document, name: &Name) -> bool {
    let is_and = |token: usize| is_one_of(document.word(token), "and or & / -");
    name.tokens.start.checked_sub(1).is_some_and(is_and)
        || is_and(name.tokens.end)
        || document.word(name.tokens.end) == "," && document.is_capitalized(name.tokens.end + 1)
}

/// A pair of names that stand in one role, and are not of one and the same.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// In the one clause.
    pub a: Participant<'a>,
    /// In the other.
    pub b: Participant<'a>,
}

/// What two clauses name differently. `readings` are those that the participants stand in.
pub fn differences<'a>(readings: [&Reading; 2], a: &[Participant<'a>], b: &[Participant<'a>]) -> Vec<Difference<'a>> {
    let has = |all: &[Participant<'_>], one: &Participant<'_>| all.iter().any(|other| other.entity == one.entity);
    let mut found = Vec::new();
    for x in a.iter().filter(|x| x.role.is_some() && !has(b, x)) {
        for y in b.iter().filter(|y| y.role == x.role && y.kind == x.kind && !has(a, y)) {
            if are_two(readings, x, y) {
                found.push(Difference { a: *x, b: *y });
            }
        }
    }
    found
}

/// Whether two names are surely not of one, nor of a place and what it lies in.
fn are_two(readings: [&Reading; 2], a: &Participant<'_>, b: &Participant<'_>) -> bool {
    let [x, y] = readings;
    let (Some(p), Some(q)) = (x.extraction.names.get(a.name), y.extraction.names.get(b.name)) else { return false };
    let [own, other] = [(x, p), (y, q)].map(|(reading, name)| {
        name.tokens.clone().map(|token| names::plain(reading.document.word(token)).into_owned()).collect::<Vec<_>>()
    });
    if own.iter().any(|word| other.contains(word)) {
        return false;
    }
    // "Seoul" and "South Korea", "UN" and "United Nations"
    let is_short = |words: &[String]| words.iter().any(|word| word.len() < 3 || word.contains('.'));
    // A city lies in a country, and nothing says in which state or region a place lies.
    let is_country =
        |words: &[String]| names::country(&words.join(" ")).is_some_and(|(_, word)| word == CountryWord::Name);
    let nested = a.kind == EntityKind::Place && is_country(&own) != is_country(&other);
    !(is_short(&own) || is_short(&other) || nested)
}
