//! Which claims of several articles report the same thing, before anybody judges whether they agree.

/// Which value of a sentence a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotKind {
    /// The event that the sentence tells of.
    Sentence,
    /// What a clause says: a position in `Extraction::claims`.
    Claim(usize),
    /// The state that a clause's subject is in: a position in `Extraction::claims`.
    State(usize),
    /// How many or how much: a position in `Extraction::quantities`.
    Quantity(usize),
    /// When, or for how long: a position in `Extraction::times`.
    Time(usize),
    /// Where something was done: a position in `Extraction::names`.
    Name(usize),
}

/// One value of one sentence of one article: the evidence that facts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The article's position in the story.
    pub article: usize,
    /// The sentence's position in `Document::sentences`.
    pub sentence: usize,
    /// Which value.
    pub kind: SlotKind,
}

/// Two slots of a group that were found to answer the same question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlotLink {
    /// A position in [`SlotGroup::slots`].
    pub a: usize,
    /// A greater position in [`SlotGroup::slots`].
    pub b: usize,
    /// How sure it is, from 0 to 1.
    pub strength: f64,
}

/// Slots of several articles that report the same thing; whether their values agree is not yet judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlotGroup {
    /// The slots, by when their articles were published and by position; all of one kind.
    pub slots: Vec<Slot>,
    /// What holds the group together.
    pub links: Vec<SlotLink>,
    /// The words around the first slot that the others have too, weightiest first: positions in its document's tokens.
    pub topic: Vec<usize>,
}

/// Two sentences of different articles that report the same thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SentenceLink {
    /// An article's position and a sentence's position in its document.
    pub a: (usize, usize),
    /// The same of a later article.
    pub b: (usize, usize),
    /// How sure it is, from 0 to 1.
    pub strength: f64,
}

/// What reports the same over all articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Values that answer the same question, clauses that say the same, and sentences that tell of the same event.
    pub groups: Vec<SlotGroup>,
    /// Sentences that report the same, by `a` and `b`.
    pub links: Vec<SentenceLink>,
}
