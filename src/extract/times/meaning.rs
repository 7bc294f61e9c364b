//! What the words of an expression of time say, before a calendar is laid beside them.

use crate::{date::Weekday, lexicon::time::TimeUnit};

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Count {
    /// So many; may have a fraction.
    Exact(f64),
    /// From so many to so many: `two to three`.
    Range(f64, f64),
    /// Some: `several`, `a few`, a bare plural.
    Vague,
}

impl Count {
    /// The number, or the lower end of the range.
    pub fn least(self) -> Option<f64> {
        match self {
            Self::Exact(count) | Self::Range(count, _) => Some(count),
            Self::Vague => None,
        }
    }
}

/// Which year the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearWord {
    /// None.
    Unsaid,
    /// By its number.
    Number(i32),
    /// By its place from the publication: -1 for `last year`.
    Shift(i32),
    /// None, but the day of the week that the date falls on.
    On(Weekday),
    /// A year before the date last spoken of: `the year-earlier quarter`.
    Earlier,
}

/// From what an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The day of publication: `two days ago`.
    Publication,
    /// The date last spoken of: `two days later`.
    Spoken,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Portion {
    Quarter(u32),
    Half(u32),
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// `January 6, 2026`, `6 January`.
    Day { year: YearWord, month: u32, day: u32 },
    /// `06/01/2026`: either may be the day.
    Numeric { first: u32, second: u32, year: i32 },
    /// `June`, `June 2025`; `shift` is -1 for `last June`.
    Month { year: YearWord, month: u32, shift: Option<i32> },
    /// `2024`.
    Year(i32),
    /// `Monday`; `shift` is -1 for `last Monday`.
    Weekday { weekday: Weekday, shift: Option<i32>, anchor: Anchor },
    /// `next week on Tuesday`, `Tuesday of last week`: the week moved by `shift`.
    DayOfWeek { weekday: Weekday, shift: i32 },
    /// `the first week of 2021`, `the last week of 2016` (-1).
    WeekOfYear { week: i32, year: i32 },
    /// `the 18th`, `Sunday the 14th`, `the 15th of next month`: `shift` says which month.
    DayOfMonth { day: u32, weekday: Option<Weekday>, shift: Option<i32> },
    /// `summer`, `last fall`, `the winter of 1994`.
    Season { season: &'static str, year: YearWord, shift: Option<i32> },
    /// `the third quarter`, `the first half of 2025`.
    Portion { portion: Portion, year: YearWord },
    /// A named day, with its rule in the lexicon.
    Holiday { rule: &'static str, year: YearWord, shift: Option<i32> },
    /// `Labor Day weekend`, `the week of January 5`: the weekend or week of a named day.
    UnitOf(TimeUnit, Box<Meaning>),
    /// `two weeks ago Thursday`: the day of the week that is nearest to a day.
    On(Weekday, Box<Meaning>),
    /// `last week`, `this year`, `tomorrow`: the unit that holds the anchor, moved by `shift`.
    Current { unit: TimeUnit, shift: i32, anchor: Anchor },
    /// `two days ago`, `a year earlier`, `three weeks later`: `sign` is -1 or 1.
    Offset { count: Count, unit: TimeUnit, sign: i32, anchor: Anchor },
    /// `two days after January 12`: from a day that is named itself.
    From { count: f64, unit: TimeUnit, sign: i32, named: Box<Meaning> },
    /// `the quarter`, `the latest period`: as the date last spoken of, or the last one that is over.
    Period { unit: Option<TimeUnit>, year: YearWord },
    /// The first three digits of its years.
    Decade(i32),
    /// The first two digits of its years.
    Century(i32),
    /// `four days`.
    Duration { count: Count, unit: TimeUnit },
    /// `every Tuesday`, with its TIMEX3 value.
    Set(String),
    /// `now`, `recently`, with its TIMEX3 value.
    Reference(&'static str),
    /// Only a time of day: `8 p.m.`.
    Clock,
}

/// A time of day, in the zone that the words name or leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// From 0 to 24.
    pub hour: u32,
    /// Minutes, where they are said.
    pub minute: Option<u32>,
    /// Seconds, where they are said.
    pub second: Option<u32>,
}

/// An expression that was found: up to which token, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// What it says.
    pub meaning: Meaning,
    /// The time of day in it.
    pub clock: Option<Clock>,
    /// TIMEX3's sign for the part of the day in it.
    pub part: Option<&'static str>,
    /// Whether its words say that it is not exact.
    pub approximate: bool,
    /// Whether its words only bound it: `more than`, `over`, `less than`.
    pub bounded: bool,
}

impl Found {
    /// An exact expression without a time of day.
    pub const fn new(start: usize, end: usize, meaning: Meaning) -> Self {
        Self { start, end, meaning, clock: None, part: None, approximate: false, bounded: false }
    }
}
