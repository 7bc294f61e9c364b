//! What a caller may choose.

/// How long the summary is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SummaryLength {
    /// Three sentences.
    Short,
    /// Five sentences.
    Medium,
    /// Up to ten sentences, the weightiest first, so that a page can show as many of them as its reader asks for.
    #[default]
    Long,
}

impl SummaryLength {
    /// The most sentences that a summary of this length has.
    #[must_use]
    pub const fn sentences(self) -> usize {
        match self {
            Self::Short => 3,
            Self::Medium => 5,
            Self::Long => 10,
        }
    }

    /// The length of that name: `short`, `medium` or `long`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "short" => Some(Self::Short),
            "medium" => Some(Self::Medium),
            "long" => Some(Self::Long),
            _ => None,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }
}

/// What a caller of [`analyze`](crate::analyze) may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How long the summary is.
    pub summary: SummaryLength,
}
