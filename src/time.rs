//! When: expressions of time and what they stand for on the calendar.

use crate::{date::Date, span::Span};

/// The types of TimeML's TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKind {
    /// A day or more: `Monday`, `June`, `last year`.
    Date,
    /// Less than a day: `8 p.m.`, `Monday night`.
    Time,
    /// How long: `four days`.
    Duration,
    /// How often: `every Tuesday`.
    Set,
}

/// The days that an expression may stand for, both ends included: one day for `Monday`, thirty for `June`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Interval {
    /// A single day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { first: date, last: date }
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether both are single days and one follows the other.
    #[must_use]
    pub fn is_next_to(self, other: Self) -> bool {
        self.days() == 1 && other.days() == 1 && self.first.days().abs_diff(other.first.days()) == 1
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> i64 {
        self.last.days() - self.first.days() + 1
    }
}

/// An expression of time in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 type.
    pub kind: TimeKind,
    /// Its TIMEX3 value: `2026-01-05`, `2025-06`, `2026-W01`, `P4D`, `PRESENT_REF`.
    pub value: String,
    /// The days of the calendar that it may stand for; none for durations, sets and what has no anchor.
    pub interval: Option<Interval>,
    /// For a duration, its length in days (a month counts 30.4375 and a year 365.25); a range has its lower end.
    pub length: Option<f64>,
    /// The upper end of a range of lengths, in days.
    pub longest: Option<f64>,
    /// The same as a TIMEX3 value: `P3W` for `two to three weeks`, of which `value` is `P2W`.
    pub upper: Option<String>,
    /// Whether the words say that it is not exact: `about`, `more than`, `early`, `some`.
    pub approximate: bool,
    /// Whether it names a time zone other than that of the place: `0140 GMT`.
    pub zoned: bool,
    /// Whether it was reckoned from another date, so that it is only as good as that: `Monday`, `two days later`.
    pub relative: bool,
}
