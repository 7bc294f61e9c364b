//! People, organisations, places, events: their names in one article, and who they are over all articles.

use std::ops::Range;

use crate::span::{Passage, Span};

/// What sort of thing has the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, office, party, agency, team, alliance.
    Organization,
    /// A country, city, region, building, sea.
    Place,
    /// A war, summit, storm, election with a name.
    Event,
    /// Anything else with a name: a law, a weapon, a work.
    Other,
}

/// One mention of a name in one article. Pronouns are not names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name itself, without honorific, role or possessive: `Lee Jae Myung` of `President Lee Jae Myung’s`.
    pub span: Span,
    /// The same as positions in [`Document::tokens`](crate::document::Document::tokens).
    pub tokens: Range<usize>,
    /// What the article's words suggest that it is.
    pub kind: EntityKind,
    /// How sure that is, from 0 (a guess by shape) to 3 (a list, a title or an expansion says so).
    pub certainty: u8,
    /// An honorific or role beside the name: `South Korean President`, `Mr.`, `the company's chief executive`.
    pub role: Option<Range<usize>>,
    /// For an acronym whose expansion stands beside it, and for the expansion: the other one's position in
    /// [`Extraction::names`](crate::claim::Extraction::names).
    pub expansion: Option<usize>,
    /// A capital or country that acts or speaks as its government does: `Seoul said`.
    pub government: bool,
}

/// One person, organisation, place or event of the story, over all its articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form of its name that stands in the story.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// All places where it is named, by article and position.
    pub mentions: Vec<Passage>,
}

/// Who is who: the one list of entities over all articles, and how each article's findings refer to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// The entities, in the order in which the story first names them.
    pub entities: Vec<Entity>,
    /// For each article and each of its names, the entity's position in `entities`.
    pub names: Vec<Vec<Option<usize>>>,
    /// For each article and each of its quotes, the speaker's position in `entities`.
    pub speakers: Vec<Vec<Option<usize>>>,
    /// For each article and each of its claims, the position in `entities` of whom the claim is attributed to.
    pub sources: Vec<Vec<Option<usize>>>,
}
