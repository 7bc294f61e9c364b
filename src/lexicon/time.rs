//! Months, weekdays, seasons, units and words of time.

use crate::{
    date::{Date, Weekday},
    lexicon::{List, WordMap, WordSet, list},
};

/// Months by name and abbreviation, with their number.
pub static MONTHS: WordMap = WordMap::new(list!("months"));
/// Days of the week by name and abbreviation, with their ISO 8601 number.
pub static WEEKDAYS: WordMap = WordMap::new(list!("weekdays"));
/// Seasons, with TIMEX3's sign.
pub static SEASONS: WordMap = WordMap::new(list!("seasons"));
/// Parts of the day, with TIMEX3's sign.
pub static DAY_PARTS: WordMap = WordMap::new(list!("day_parts"));
/// Decades by name, with their digit.
pub static DECADES: WordMap = WordMap::new(list!("decades"));
/// Words that say how often, with their TIMEX3 period.
pub static FREQUENCIES: WordMap = WordMap::new(list!("frequencies"));
/// Words for the present, the past and the future, with their TIMEX3 value.
pub static REFERENCES: WordMap = WordMap::new(list!("time_references"));
/// Named days, with the rule that finds them in a year; see [`holiday`].
pub static HOLIDAYS: WordMap = WordMap::new(list!("holidays"));
/// Words with which an expression of time may begin.
pub static OPENINGS: WordSet = WordSet::new(list!("time_openings"));
/// Zones of the clock.
pub static ZONES: WordMap = WordMap::new(list!("clock_zones"));
/// Days that need no year before a word such as `attacks`, with it.
pub static DATED_EVENTS: WordMap = WordMap::new(list!("dated_events"));
/// Irregular past forms.
pub static PAST_FORMS: WordSet = WordSet::new(list!("past_forms"));
/// Words that make what follows a matter of the future.
pub static FORWARD_WORDS: WordSet = WordSet::new(list!("forward_words"));

static UNITS: WordMap = WordMap::new(list!("time_units"));

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    /// The unit that a word names, singular or plural.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match UNITS.get(word)? {
            "TS" => Self::Second,
            "TM" => Self::Minute,
            "TH" => Self::Hour,
            "D" => Self::Day,
            "WE" => Self::Weekend,
            "W" => Self::Week,
            "FN" => Self::Fortnight,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "E" => Self::Decade,
            "C" => Self::Century,
            "L" => Self::Millennium,
            _ => return None,
        })
    }

    /// Whether it is part of a day.
    #[must_use]
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// TIMEX3's sign, and how many of it the unit is: a quarter is 3 `M`, a decade 10 `Y`.
    #[must_use]
    pub const fn sign(self) -> (&'static str, u32) {
        match self {
            Self::Second => ("S", 1),
            Self::Minute => ("M", 1),
            Self::Hour => ("H", 1),
            Self::Day => ("D", 1),
            Self::Weekend => ("WE", 1),
            Self::Week => ("W", 1),
            Self::Fortnight => ("W", 2),
            Self::Month => ("M", 1),
            Self::Quarter => ("M", 3),
            Self::Year => ("Y", 1),
            Self::Decade => ("Y", 10),
            Self::Century => ("Y", 100),
            Self::Millennium => ("Y", 1000),
        }
    }

    /// The sign for some of the unit, not said how many: `PXE` for decades.
    #[must_use]
    pub const fn vague_sign(self) -> &'static str {
        match self {
            Self::Decade => "E",
            Self::Century => "C",
            Self::Millennium => "L",
            Self::Quarter => "Q",
            _ => self.sign().0,
        }
    }

    /// Its length in days.
    #[must_use]
    pub const fn days(self) -> f64 {
        match self {
            Self::Second => 1.0 / 86_400.0,
            Self::Minute => 1.0 / 1440.0,
            Self::Hour => 1.0 / 24.0,
            Self::Day => 1.0,
            Self::Weekend => 2.0,
            Self::Week => 7.0,
            Self::Fortnight => 14.0,
            Self::Month => 30.4375,
            Self::Quarter => 91.3125,
            Self::Year => 365.25,
            Self::Decade => 3652.5,
            Self::Century => 36_525.0,
            Self::Millennium => 365_250.0,
        }
    }
}

/// The number of the month that a word names.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    MONTHS.get(word.trim_end_matches('.'))?.parse().ok()
}

/// The day of the week that a word names.
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    let number: usize = WEEKDAYS.get(word.trim_end_matches('.'))?.parse().ok()?;
    Weekday::ALL.get(number.checked_sub(1)?).copied()
}

/// The day that a rule of the list of holidays means in a year: `12-25`; `11/4/4`, the fourth Thursday of November,
/// counted from the month's end where negative; `E-2`, two days before Easter Sunday. Election Day, `11/0/2`, is the
/// Tuesday after the first Monday; `F` is the day after the fourth Thursday of November.
#[must_use]
pub fn holiday(rule: &str, year: i32) -> Option<Date> {
    if let Some(days) = rule.strip_prefix('E') {
        return easter(year)?.plus_days(days.parse::<i32>().ok()?.into());
    }
    if rule == "F" {
        return nth_weekday(year, 11, 4, 3)?.plus_days(1);
    }
    if let Some((month, day)) = rule.split_once('-').filter(|_| !rule.as_bytes().contains(&b'/')) {
        return Date::new(year, month.parse().ok()?, day.parse().ok()?);
    }
    let mut parts = rule.split('/');
    let month: u32 = parts.next()?.parse().ok()?;
    let nth: i32 = parts.next()?.parse().ok()?;
    let weekday: i32 = parts.next()?.parse().ok()?;
    if nth == 0 {
        return nth_weekday(year, month, 1, 0)?.plus_days(1);
    }
    nth_weekday(year, month, nth.into(), i64::from(weekday) - 1)
}

/// The `nth` day of the week (0 Monday) of a month, from its end where negative.
fn nth_weekday(year: i32, month: u32, nth: i64, weekday: i64) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    if nth > 0 {
        let ahead = (weekday - first.weekday() as i64).rem_euclid(7);
        return first.plus_days(ahead + 7 * (nth - 1));
    }
    let last = first.month_end();
    let back = (last.weekday() as i64 - weekday).rem_euclid(7);
    last.plus_days(-back + 7 * (nth + 1))
}

/// Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<Date> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    Date::new(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_fall_on_their_days() {
        let check = |name: &str, year, expected: &str| {
            let day = holiday(HOLIDAYS.get(name).unwrap(), year).unwrap();
            assert_eq!(day.to_string(), expected, "{name} {year}");
        };
        check("easter", 2026, "2026-04-05");
        check("easter", 2018, "2018-04-01");
        check("good friday", 2026, "2026-04-03");
        check("thanksgiving", 2025, "2025-11-27");
        check("labor day", 2021, "2021-09-06");
        check("memorial day", 2026, "2026-05-25");
        check("election day", 1998, "1998-11-03");
        check("christmas eve", 2025, "2025-12-24");
        check("black friday", 2025, "2025-11-28");
    }

    #[test]
    fn every_entry_means_something() {
        for (word, _) in MONTHS.iter() {
            assert!(month(word).is_some(), "{word}");
        }
        for (word, _) in WEEKDAYS.iter() {
            assert!(weekday(word).is_some(), "{word}");
        }
        for (word, _) in UNITS.iter() {
            assert!(TimeUnit::named(word).is_some(), "{word}");
        }
        for (name, rule) in HOLIDAYS.iter() {
            assert!((1990..2040).all(|year| holiday(rule, year).is_some()), "{name}");
        }
    }
}
