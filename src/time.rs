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

/// When in a day, in minutes from its midnight, both ends included: one minute for `8:05 p.m.`, twelve hours for `morning`.
/// A night goes on after the day that it is named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    /// The first minute.
    pub first: u32,
    /// The last minute.
    pub last: u32,
}

impl Hours {
    /// Whether it is a time by the clock, no part of the day.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        self.first == self.last
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
    /// Whether it was reckoned from another date, so that it is only as good as that: `Monday`, `two days later`; not
    /// `January 5`, of which nothing but the year was left open.
    pub relative: bool,
}

impl TimeExpression {
    /// The hours that its value names: those of `2026-01-05T21:40` and `2026-01-05TNI`; none for whole days and for lengths.
    #[must_use]
    pub fn hours(&self) -> Option<Hours> {
        let (_, hours) = self.value.split_once('T').filter(|_| self.kind != TimeKind::Duration)?;
        let limits = match hours {
            "MO" => (0, 12),
            "MI" => (11, 14),
            "AF" => (12, 18),
            "EV" => (16, 24),
            "NI" => (18, 30),
            "DT" => (6, 20),
            _ => {
                let (hour, minute) = hours.split_once(':').unwrap_or((hours, "0"));
                let minute: String = minute.chars().take_while(char::is_ascii_digit).collect();
                let minute = hour.parse::<u32>().ok()?.checked_mul(60)?.checked_add(minute.parse().ok()?)?;
                return Some(Hours { first: minute, last: minute });
            }
        };
        Some(Hours { first: limits.0 * 60, last: limits.1 * 60 })
    }
}

#[cfg(test)]
impl TimeExpression {
    /// An expression of which nothing is known but its type and value.
    pub(crate) fn of_value(kind: TimeKind, value: &str) -> Self {
        Self {
            span: Span::default(),
            kind,
            value: value.to_owned(),
            interval: None,
            length: None,
            longest: None,
            upper: None,
            approximate: false,
            zoned: false,
            relative: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_values() {
        let check = |kind, value: &str, expected: Option<(u32, u32)>| {
            let time = TimeExpression::of_value(kind, value);
            assert_eq!(time.hours().map(|hours| (hours.first, hours.last)), expected, "{value}");
        };
        check(TimeKind::Time, "2026-01-05T21:40", Some((1300, 1300)));
        check(TimeKind::Time, "2026-01-05T21", Some((1260, 1260)));
        check(TimeKind::Time, "2026-01-05T09:05Z", Some((545, 545)));
        check(TimeKind::Time, "XXXX-WXX-1T09:05:30", Some((545, 545)));
        check(TimeKind::Time, "2026-01-05TNI", Some((1080, 1800)));
        check(TimeKind::Time, "T08:00", Some((480, 480)));
        check(TimeKind::Date, "2026-01-05", None);
        check(TimeKind::Date, "PRESENT_REF", None);
        check(TimeKind::Duration, "PT4H", None);
    }
}
