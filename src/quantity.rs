//! How many and how much: numbers with what they count.

use std::ops::Range;

use crate::span::Span;

/// How the words bound or move the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// As it stands.
    #[default]
    Exact,
    /// `about`, `nearly`, `some`.
    Approximate,
    /// `more than`.
    More,
    /// `less than`, `under`.
    Less,
    /// `at least`.
    AtLeast,
    /// `up to`, `at most`.
    AtMost,
    /// `rose 5 percent`: the value is a rise.
    Up,
    /// `fell 5 percent`: the value is a fall.
    Down,
}

/// What a number counts or measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing that is said: `15` alone.
    None,
    /// A currency by its ISO 4217 code, or by its name where it has none.
    Currency(String),
    /// Hundredths of something.
    Percent,
    /// Differences of percentages.
    PercentagePoint,
    /// A unit of measurement by its English name in the singular: `mile`, `kilometer per hour`.
    Measure(String),
    /// The noun phrase that is counted, as written: `cooperation agreements`.
    Counted(String),
}

impl Unit {
    /// The unit as one word or phrase; `None` where there is none.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Percent => Some("percent"),
            Self::PercentagePoint => Some("percentage point"),
            Self::Currency(name) | Self::Measure(name) | Self::Counted(name) => Some(name),
        }
    }
}

/// A number in one article, with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the modifier or number to the unit or the counted noun phrase.
    pub span: Span,
    /// The number itself, with its scale and its sign or symbol of currency, without modifier and counted noun.
    pub number: Span,
    /// The value: 273000000000 for `$273 billion`; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted.
    pub unit: Unit,
    /// How the value is bounded.
    pub modifier: Modifier,
    /// Whether the words say that it is not exact, also where `modifier` tells of a rise or a fall: `rose about 5 percent`.
    pub approximate: bool,
    /// Whether it is a place in an order and not how many: `his third trip`.
    pub ordinal: bool,
    /// Whether it is the figure before it once more, in another unit: `25 km (15 miles)`.
    pub conversion: bool,
    /// The word that makes the value a rise or a fall, where one does.
    pub change: Option<Span>,
    /// The tokens of the counted noun phrase, as positions in `Document::tokens`; empty for other units.
    pub counted: Range<usize>,
    /// The value in the base unit of its kind, with that unit's name, so that miles and kilometres can be compared:
    /// (997793.28, "meter") for 620 miles. None for currencies, counts and bare numbers.
    pub base: Option<(f64, &'static str)>,
}

impl Quantity {
    /// Whether it is somebody's age.
    #[must_use]
    pub fn is_age(&self) -> bool {
        self.unit.name() == Some("year of age")
    }
}
